"""`b12 due`: what is due, and what was missed."""

from __future__ import annotations

import click

from tracker.commands.terminal.options import json_option
from tracker.commands.terminal.output import emit_json, say
from tracker.commands.terminal.said import open_diary

SOMETHING_IS_DUE = 3
"""The exit code that a shell prompt or cron can act upon."""


@click.command("due", context_settings={"ignore_unknown_options": True})
@click.argument("day", default="today", metavar="[DAY]")
@json_option
@click.pass_context
def command(ctx: click.Context, day: str, as_json: bool) -> None:
    """Say what is due and not taken yet, and what was missed in the week before.

    Exit code 3 if something is due, 0 if nothing is: for a shell prompt or cron.

    \b
    b12 due
    b12 due tomorrow
    b12 due > /dev/null || echo "B12 is due"
    """
    from tracker.language.days import parse_day
    from tracker.services.diary.due import read_due

    diary = open_diary(ctx)
    report = read_due(diary, parse_day(day, diary.today))
    if as_json:
        from tracker.reports.supplements.due import due_document

        emit_json(due_document(diary.person, report))
    else:
        from tracker.reports.supplements.due import due_lines

        say(*due_lines(report, diary.today))
        if not report.has_schedules:
            say("there is no schedule; add one with: b12 schedule add veg1 --every day")
    if report.waiting:
        ctx.exit(SOMETHING_IS_DUE)
