"""`b12 day` and `b12 today`: show a day against its target."""

from __future__ import annotations

import click

from tracker.commands.terminal.options import json_option
from tracker.commands.terminal.said import open_diary
from tracker.commands.terminal.showing import show_day


# `-2d` is a day, no option (click docs: ignore_unknown_options); as in `week`, `due` and `again`.
@click.command("day", context_settings={"ignore_unknown_options": True})
@click.argument("day", default="today", metavar="[DAY]")
@json_option
@click.pass_context
def command(ctx: click.Context, day: str, as_json: bool) -> None:
    """Show a day against its target: each intake, the range, food and supplements apart.

    \b
    b12 day
    b12 day 2026-11-22
    b12 day -2d
    b12 day mon --json
    """
    from tracker.language.days import parse_day

    diary = open_diary(ctx)
    show_day(diary, parse_day(day, diary.today), as_json=as_json)


@click.command("today")
@json_option
@click.pass_context
def today(ctx: click.Context, as_json: bool) -> None:
    """Show today against your target.

    \b
    b12 today
    b12 today --person Ida --json
    """
    diary = open_diary(ctx)
    show_day(diary, diary.today, as_json=as_json)
