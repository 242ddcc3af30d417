"""The CLI reference is what the program says of itself."""

import importlib.util
from pathlib import Path

import click
import pytest

from tracker.main import COMMANDS, main

DOCS = Path(__file__).parents[2] / "docs"


def reference() -> str:
    spec = importlib.util.spec_from_file_location("make_cli", DOCS / "make_cli.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.reference()


def test_the_reference_is_up_to_date():
    written = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert written == reference(), "run: python docs/make_cli.py"


def leaf_commands():
    context = click.Context(main, info_name="b12")
    for name in COMMANDS:
        command = main.get_command(context, name)
        yield name, command
        for inner_name, inner in getattr(command, "commands", {}).items():
            yield f"{name} {inner_name}", inner


@pytest.mark.parametrize(("path", "command"), list(leaf_commands()))
def test_every_command_has_help_with_an_example(path, command):
    assert command.help
    assert f"b12 {path.split()[0]}" in command.help


def test_the_table_of_commands_has_a_short_sentence_for_each():
    for name, entry in COMMANDS.items():
        assert entry.help[0].isupper(), name
        assert entry.help.endswith((".", "?")), name
        assert len(entry.help) <= 60, name
