"""A group that imports a command only when it runs, and turns expected errors into one line."""

from __future__ import annotations

import copy
import errno
import importlib
import sys
from dataclasses import dataclass, replace
from typing import Any

import click
from click.shell_completion import CompletionItem

from tracker.errors import TrackerError
from tracker.language.names import printable
from tracker.settings import Settings


@dataclass(frozen=True)
class Deferred:
    """A command that is not yet imported: where it is, its line of help, its section."""

    module: str
    help: str
    section: str
    attribute: str = "command"


class OneLine(click.ClickException):
    """An expected failure, shown as one line on standard error; exit code 1."""

    def show(self, file: Any = None) -> None:
        """Writes the line."""
        click.echo(f"b12: {printable(self.message)}", err=True, file=file)


class LazyGroup(click.Group):
    """Looks commands up in a table, so that `--help` and completion import none of them."""

    def __init__(
        self, *args: Any, deferred: dict[str, Deferred] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.deferred = deferred or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(self.deferred)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports a command; it also takes the global options after its name."""
        if cmd_name not in self.deferred:
            return None
        one = self.deferred[cmd_name]
        command: click.Command = getattr(importlib.import_module(one.module), one.attribute)
        return with_global_options(command)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[Any]]:
        """The names of commands from the table alone: click would import every one of them."""
        commands = [
            CompletionItem(name, help=one.help)
            for name, one in self.deferred.items()
            if name.startswith(incomplete)
        ]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """As click does, but from the table: click knows only commands that are imported."""
        name = args[0]
        if name not in self.deferred and not name.startswith("-"):
            raise click.exceptions.NoSuchCommand(name, possibilities=self.deferred, ctx=ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; an expected error ends in one line and exit code 1.

        A command or option that there is not names the one that was meant.
        """
        try:
            result = super().invoke(ctx)
            # What waits in the buffer would meet a full disk at the exit, where nobody catches it.
            sys.stdout.flush()
        except TrackerError as error:
            raise OneLine(str(error)) from error
        except (click.exceptions.NoSuchCommand, click.exceptions.NoSuchOption) as error:
            from tracker.commands.terminal.suggesting import better_said

            raise better_said(error) from error
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            raise OneLine("the output cannot be written: the disk is full") from error
        return result

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands by section, from the table alone."""
        sections = dict.fromkeys(one.section for one in self.deferred.values())
        for section in sections:
            rows = [
                (name, one.help) for name, one in self.deferred.items() if one.section == section
            ]
            with formatter.section(section):
                formatter.write_dl(rows)


def with_global_options(command: click.Command) -> click.Command:
    """The command with `--db` and `--person` also after its name, where people type them."""
    # A copy, as a command is one object however often it is looked up, and would have them twice.
    also = copy.copy(command)
    # click keeps the help option of the first context on the command: with other names than ours.
    also._help_option = None
    also.params = [
        *command.params,
        _global_option("--person", "person", "NAME", "Whose diary."),
        _global_option("--db", "database", "PATH", "Another database."),
    ]
    if isinstance(also, click.Group):
        also.commands = {name: with_global_options(one) for name, one in also.commands.items()}
    return also


def _global_option(flag: str, field: str, metavar: str, text: str) -> click.Option:
    def keep(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> None:
        if value is not None:
            root = ctx.find_root()
            settings = root.obj or Settings()
            root.obj = replace(settings, **{field: value})

    return click.Option(
        [flag, f"{field}_"],
        metavar=metavar,
        help=text,
        expose_value=False,
        callback=keep,
    )
