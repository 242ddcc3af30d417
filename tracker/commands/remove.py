"""`b12 remove`: takes something out of the diary."""

from __future__ import annotations

import click

from tracker.commands.terminal.confirming import confirm_removed
from tracker.commands.terminal.options import number_argument
from tracker.commands.terminal.said import open_diary


@click.command("remove")
@number_argument
@click.pass_context
def command(ctx: click.Context, number: int) -> None:
    """Take something out of the diary; `b12 undo` brings it back.

    ID is the number that `b12 log` and `b12 day` show.

    \b
    b12 remove 12
    """
    from tracker.services.diary.correcting import remove

    diary = open_diary(ctx)
    confirm_removed(diary, remove(diary, number))
