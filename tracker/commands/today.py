"""`b12 today`: shows today against the target."""

from __future__ import annotations

import click

from tracker.commands.terminal.options import json_option, open_diary
from tracker.commands.terminal.showing import show_day


@click.command("today")
@json_option
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Show today against your target.

    \b
    b12 today
    b12 today --person Ida --json
    """
    diary = open_diary(ctx)
    show_day(diary, diary.today, as_json)
