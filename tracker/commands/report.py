"""`b12 report`: draws the week as a PNG page."""

from __future__ import annotations

import click

from tracker.commands.options import open_diary
from tracker.commands.output import say, warn


@click.command("report")
@click.option("--week", default="today", metavar="WEEK", help="2026-W47, or any day in it.")
@click.option("-o", "--output", metavar="FILE", help="Where to write it (b12-2026-W47.png).")
@click.pass_context
def command(ctx: click.Context, week: str, output: str | None) -> None:
    """Draw a week as one page: a PNG to print on A4 or to send.

    \b
    b12 report
    b12 report --week 2026-W47 -o november.png
    b12 report --week -7d -o reports/
    """
    from tracker.nutrition.days import parse_week
    from tracker.reports.files import report_path, write_week_report
    from tracker.reports.wording import notes_on
    from tracker.services.covering import estimate
    from tracker.services.reading import read_week

    diary = open_diary(ctx)
    period = read_week(diary, parse_week(week, diary.today))
    path = report_path(output, f"b12-{period.week}.png")
    write_week_report(period, path, estimate(diary, period.first_day, period.last_day))
    recorded = len(period.recorded)
    say(f"wrote {path}: {period.week} of {period.person.name}, {recorded} of 7 days recorded")
    warn(notes_on(diary.person, [day.target for day in period.days], diary.today))
