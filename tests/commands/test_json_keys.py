"""The keys of every JSON document are a promise: none is lost or renamed."""

import json
import shlex
from pathlib import Path

import click
import pytest

from tracker.main import main

KEPT = dict(
    line.split(": ", 1)
    for line in Path(__file__).with_name("json_keys.txt").read_text("utf-8").splitlines()
)
"""Each command and the keys of its document, those of an object or of a list in braces."""

FILLED_BY = (
    "profile set --born 1990-05-17 --sex female --diet vegan",
    "profile pregnancy 2025-01-01 2025-09-30",
    "profile factor add metformin --since 2020-01-01",
    "supplement add lozenge --strength 100 --form cyanocobalamin",
    "eat egg --on -2d",
    "eat curry --mcg unknown --on -1d",
    "eat '1 cup fortified soy milk'",
    "take '100 mcg cyanocobalamin' --on -2d",
    "schedule add veg1 --every day --from -9d --at 00:01",
    "recipe add stew '100 g tempeh' '2 eggs' --makes '4 portions'",
    "lab add total_b12 300 pmol/L",
    "symptom add fatigue 2",
)
ELSEWHERE = {"food import"}
"""Commands whose documents need more than a diary, with tests of their own."""


def keys_of(value, above=""):
    """Every key in a document; one in another stands after its point."""
    if isinstance(value, list):
        return {key for one in value for key in keys_of(one, above)}
    if not isinstance(value, dict):
        return set()
    return {f"{above}{key}" for key in value}.union(
        *(keys_of(one, f"{above}{key}.") for key, one in value.items())
    )


def kept_keys(written):
    """`target{mcg kind}` is `target`, `target.mcg` and `target.kind`."""
    found, above, latest = set(), [""], ""
    for word in written.replace("{", " { ").replace("}", " } ").split():
        if word == "{":
            above.append(f"{latest}.")
        elif word == "}":
            above.pop()
        else:
            latest = above[-1] + word
            found.add(latest)
    return found


def with_json(group, before=()):
    """Every command that has `--json`, and what its document is called in `KEPT`."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from with_json(command, (*before, name))
        elif any(one.name == "as_json" for one in command.params):
            yield " ".join((*before, name))


def test_no_key_is_lost_or_renamed(b12):
    for line in FILLED_BY:
        b12(*shlex.split(line))
    lost = {}
    for command, written in KEPT.items():
        result = b12.run(*command.split(), "--json")
        document = json.loads(result.stdout)
        assert document["schema"] == 1
        if missing := kept_keys(written) - keys_of(document):
            lost[command] = missing
    assert lost == {}


@pytest.mark.parametrize("command", sorted(set(with_json(main)) - ELSEWHERE))
def test_the_keys_of_every_command_with_json_are_kept(command):
    assert any(f"{kept} ".startswith(f"{command} ") for kept in KEPT)


def test_a_week_of_real_zeros_is_at_0_percent_of_the_target(b12):
    b12("eat", "tempeh", "--mcg", "0")
    assert b12.json("week")["mean_percent_of_target"] == 0
