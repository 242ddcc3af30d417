"""`b12 edit`: changes something that is logged."""

from __future__ import annotations

from typing import Any

import click

from tracker.commands.terminal.asking import chooser
from tracker.commands.terminal.confirming import confirm_corrected
from tracker.commands.terminal.intakes import eaten_options, said_of_intake
from tracker.commands.terminal.options import number_argument
from tracker.commands.terminal.said import open_diary, refuse_nothing


@click.command("edit")
@number_argument
@click.argument("item", required=False)
@eaten_options
@click.pass_context
def command(ctx: click.Context, /, number: int, item: str | None, **values: Any) -> None:
    """Change something that is logged: what it was, how much, when, the note.

    ID is the number that `b12 log` and `b12 day` show. An empty text takes a
    time, a meal or a note out: --note "".

    \b
    b12 edit 12 "3 eggs"
    b12 edit 12 --on yesterday --at 08:00
    b12 edit 13 --mcg 1.5
    b12 edit 14 --accept-flag
    """
    from tracker.services.diary.correcting import edit

    diary = open_diary(ctx)
    when, stated = said_of_intake(diary, **values)
    if item is None and stated is None and not when.accept_flag:
        refuse_nothing(when, '"3 eggs" or --on yesterday')
    confirm_corrected(diary, edit(diary, number, when, item, stated, chooser()))
