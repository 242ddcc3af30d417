"""`b12 week`: shows the seven days of a week."""

from __future__ import annotations

import click

from tracker.commands.terminal.options import json_option
from tracker.commands.terminal.output import emit_json, say, show_table, warn
from tracker.commands.terminal.said import open_diary


@click.command("week", context_settings={"ignore_unknown_options": True})
@click.argument("week", default="today", metavar="[WEEK]")
@json_option
@click.pass_context
def command(ctx: click.Context, week: str, as_json: bool) -> None:
    """Show the seven days of a week, Monday to Sunday, and their mean.

    WEEK is an ISO week or any day in it.

    \b
    b12 week
    b12 week 2026-W47
    b12 week -7d --json
    """
    from tracker.language.days import parse_week
    from tracker.reports.people.targets import notes_on
    from tracker.services.absorption.coverage import estimate
    from tracker.services.diary.reading import read_week

    diary = open_diary(ctx)
    period = read_week(diary, parse_week(week, diary.today))
    estimates = estimate(diary, period.first_day, period.last_day)
    notes = notes_on(diary.person, [day.target for day in period.days], diary.today)
    if as_json:
        from tracker.reports.absorption.documents import week_estimates_document
        from tracker.reports.diary.documents import week_document

        emit_json(week_estimates_document(week_document(period, notes), estimates))
        return
    from tracker.reports.absorption.wording import estimate_lines
    from tracker.reports.diary.tables import period_table, period_totals

    say(f"{diary.person.name} · {period.week} · {period.first_day} to {period.last_day}")
    show_table(period_table(period, estimates))
    say("", *period_totals(period))
    if period.recorded or estimates.absorbed.likely or estimates.not_taken:
        say(*estimate_lines(estimates))
    warn(notes)
