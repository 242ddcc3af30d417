"""Points from a command or an option that there is not to the one that was meant.

click knows only what is spelled alike; here is what is called otherwise elsewhere.
"""

from __future__ import annotations

import click
from click.exceptions import NoSuchCommand, NoSuchOption

ALIKE = (
    ("add", "create", "new", "insert", "set"),
    ("edit", "change", "update", "modify", "set"),
    ("remove", "delete", "del", "rm", "erase"),
    ("list", "ls", "all"),
    ("show", "view", "display", "get"),
    ("find", "search", "lookup"),
    ("use", "switch", "select"),
)
"""Names that other programs give to one command of a group."""

ELSEWHERE = {
    "search": "food find",
    "find": "food find",
    "lookup": "food find",
    "import": "food import",
    "tables": "food tables",
    "revalue": "food revalue",
    "alias": "food alias",
    "factor": "profile factor",
    "pregnancy": "profile pregnancy",
    "lactation": "profile lactation",
    "set": "profile set",
    "export": "schedule export",
    "add": "eat",
    "new": "eat",
    "drink": "eat",
    "list": "log",
    "history": "log",
    "show": "day",
    "status": "today",
    "month": "report --month",
    "plot": "trend",
    "chart": "trend",
    "graph": "trend",
    "help": "--help",
}
"""What stands under another name or in a group, for those who look for it among the commands."""

OPTIONS = (
    ("on", "date", "day", "when"),
    ("at", "time", "hour"),
    ("occasion", "meal"),
    ("from", "since", "start", "begin", "first"),
    ("to", "until", "end", "last"),
    ("note", "comment", "remark"),
    ("anyway", "force", "yes"),
    ("output", "out", "file"),
    ("mcg", "ug", "amount", "dose", "strength"),
    ("remove", "delete"),
    ("born", "birth", "birthday", "birthdate"),
    ("rename", "name"),
    ("person", "user", "profile", "who"),
    ("db", "database"),
)
"""Names that other programs give to one option, without their dashes."""


def better_said(error: click.UsageError) -> click.UsageError:
    """The same error where nothing here is meant; else one that names what is."""
    if isinstance(error, NoSuchCommand) and error.ctx is not None:
        path = error.ctx.command_path
        found = [f"{path} {name}" for name in _commands(error.command_name, error.ctx)]
    elif isinstance(error, NoSuchOption) and error.ctx is not None:
        found = _options(error.option_name, error.ctx)
    else:
        found = []
    if not found:
        return error
    listed = " or ".join(repr(one) for one in found)
    return click.UsageError(f"{error.message} Did you mean {listed}?", error.ctx)


def _commands(wrong: str, ctx: click.Context) -> list[str]:
    group = ctx.command
    assert isinstance(group, click.Group)
    known = group.list_commands(ctx)
    wrong = wrong.lower()
    alike = [name for names in ALIKE if wrong in names for name in names if name in known]
    if alike or ctx.parent is not None:
        return list(dict.fromkeys(alike))
    return [ELSEWHERE[wrong]] if wrong in ELSEWHERE else []


def _options(wrong: str, ctx: click.Context) -> list[str]:
    known = {name for param in ctx.command.get_params(ctx) for name in param.opts}
    alike = [names for names in OPTIONS if wrong.removeprefix("--") in names]
    return [f"--{name}" for names in alike for name in names if f"--{name}" in known]
