"""Writes docs/cli.md from the commands' own help: `python docs/make_cli.py`."""

from pathlib import Path

import click

from tracker.main import main

INTRODUCTION = """\
# Commands

Made from the program's own help by `python docs/make_cli.py`; a test compares the two.

Every command also takes `--db PATH` and `--person NAME` after its name.
Reading commands take `--json`. Exit codes: 0 done, 1 refused with one line on standard
error and nothing changed, 2 wrong usage; `b12 due` ends with 3 if something is due.
"""


def reference() -> str:
    """The whole reference as Markdown."""
    settings = {**main.context_settings, "terminal_width": 80}
    root = click.Context(main, info_name="b12", **settings)
    parts = [INTRODUCTION, _page("b12", main, root)]
    for name in main.list_commands(root):
        command = main.get_command(root, name)
        assert command is not None
        parts += _pages(name, command, root)
    return "\n".join(parts)


def _pages(name: str, command: click.Command, parent: click.Context) -> list[str]:
    context = click.Context(command, info_name=name, parent=parent)
    pages = [_page(context.command_path, command, context)]
    for inner_name, inner in getattr(command, "commands", {}).items():
        pages += _pages(inner_name, inner, context)
    return pages


def _page(path: str, command: click.Command, context: click.Context) -> str:
    return f"## {path}\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    Path(__file__).with_name("cli.md").write_text(reference(), encoding="utf-8")
