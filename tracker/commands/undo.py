"""`b12 undo`: takes back the latest changes."""

from __future__ import annotations

import click

from tracker.commands.terminal.options import COUNT
from tracker.commands.terminal.output import say
from tracker.commands.terminal.said import open_diary
from tracker.settings import Settings


@click.command("undo")
@click.argument("count", type=COUNT, default=1, metavar="[N]")
@click.pass_context
def command(ctx: click.Context, count: int) -> None:
    """Take back the latest change of the diary, or the latest N.

    With --person, only changes of that person count.

    \b
    b12 undo
    b12 undo 3
    b12 undo --person Ida
    """
    from tracker.services.diary.correcting import undo_changes

    settings: Settings = ctx.find_root().obj or Settings()
    diary = open_diary(ctx)
    for undone in undo_changes(diary, count, only_this_person=settings.person_name is not None):
        whose = f" for {undone.person}" if undone.person not in (None, "me") else ""
        say(f"undone{whose}: {undone.summary}")
