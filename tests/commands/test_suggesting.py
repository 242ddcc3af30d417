"""A command or option that is called otherwise elsewhere points to ours."""

import click
import pytest

from tracker.commands.terminal.suggesting import ALIKE, ELSEWHERE, OPTIONS
from tracker.main import main


@pytest.mark.parametrize(
    ("command", "meant"),
    [
        ("search milk", "'b12 food find'"),
        ("delete 3", "'b12 remove'"),
        ("import x.zip", "'b12 food import'"),
        ("profile add Ida", "'b12 profile set'"),
        ("profile create Ida", "'b12 profile set'"),
        ("lab delete 1", "'b12 lab remove'"),
        ("food search milk", "'b12 food find'"),
        ("profile factor create ppi", "'b12 profile factor add'"),
        ("eat egg --date today", "'--on'"),
        ("eat egg --time 08:00", "'--at'"),
        ("lab add mma 1 umol/L --date today", "'--on'"),
        ("trend --since -9d", "'--from'"),
        ("eat egg --user Ida", "'--person'"),
    ],
)
def test_what_is_called_otherwise_elsewhere_is_named(b12, command, meant):
    said = b12.misused(*command.split())
    assert said.endswith(f"Did you mean {meant}?")


def test_what_is_spelled_alike_is_still_named(b12):
    assert "'week'" in b12.misused("wek")
    assert "'--note'" in b12.misused("eat", "egg", "--notes", "x")
    assert "Did you mean" not in b12.misused("xyzzy")


def commands(group, ctx, before=()):
    """Every command by its words."""
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        yield " ".join((*before, name)), command
        if isinstance(command, click.Group):
            yield from commands(command, click.Context(command), (*before, name))


def test_everything_that_is_pointed_to_is_there():
    there = dict(commands(main, click.Context(main)))
    for meant in ELSEWHERE.values():
        words = [word for word in meant.split() if not word.startswith("--")]
        assert " ".join(words) in {"", *there}
    names = {name.split()[-1] for name in there}
    assert all(names & set(words) for words in ALIKE)
    options = {
        option.removeprefix("--")
        for command in there.values()
        for param in command.get_params(click.Context(command))
        for option in param.opts
    }
    assert all(options & set(words) for words in OPTIONS)
    assert not set(ELSEWHERE) & set(main.list_commands(click.Context(main)))
