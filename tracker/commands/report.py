"""`b12 report`: draws a week, a month or any days as a page."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import click

from tracker.commands.terminal.options import DAY_HELP, open_diary
from tracker.commands.terminal.output import say, warn

if TYPE_CHECKING:
    from datetime import date

    from tracker.nutrition.diary.intake import Period
    from tracker.services.opening import Diary


@click.command("report")
@click.option("--week", metavar="WEEK", help="2026-W47, or any day in it (this week).")
@click.option("--month", metavar="MONTH", help="2026-11, or any day in it.")
@click.option("--from", "first", metavar="DAY", help=f"The first day: {DAY_HELP}")
@click.option("--to", "last", metavar="DAY", help="The last day (today).")
@click.option("--missing", is_flag=True, help="Every finished week without a report.")
@click.option("-o", "--output", metavar="PATH", help="A file or a folder to write to.")
@click.option("--format", type=click.Choice(("png", "pdf", "svg")), help="PNG unless told.")
@click.pass_context
def command(
    ctx: click.Context,
    week: str | None,
    month: str | None,
    first: str | None,
    last: str | None,
    missing: bool,
    output: str | None,
    format: str | None,
) -> None:
    """Draw a week, a month or any days as one page to print or to send.

    With --missing, every finished week is drawn that has no report yet in the
    folder of -o: one line of cron or of a systemd timer keeps the folder whole.

    \b
    b12 report
    b12 report --week 2026-W47 -o november.png
    b12 report --month 2026-11 --format pdf
    b12 report --from 2026-09-01 --to 2026-11-30 -o autumn.svg
    b12 report --missing -o ~/b12-reports
    """
    chosen = [week, month, first or last, missing or None]
    if sum(one is not None for one in chosen) > 1:
        raise click.UsageError("give one of --week, --month, --from and --to, or --missing")
    diary = open_diary(ctx)
    if missing:
        _write_missing(diary, output, format or "png")
    elif month is not None:
        _write_month(diary, month, output, format)
    elif first is not None or last is not None:
        _write_days(diary, first, last, output, format)
    else:
        _write_week(diary, week or "today", output, format)


def _write_week(diary: Diary, week: str, output: str | None, format: str | None) -> None:
    from tracker.language.days import parse_week
    from tracker.reports.charts.pictures import picture_path, write_week_report
    from tracker.services.absorption.coverage import estimate
    from tracker.services.diary.reading import read_week

    period = read_week(diary, parse_week(week, diary.today))
    path = picture_path(output, f"b12-{period.week}", format)
    write_week_report(period, path, estimate(diary, period.first_day, period.last_day))
    _confirm(diary, period, f"wrote {path}: {period.week}")


def _write_month(diary: Diary, month: str, output: str | None, format: str | None) -> None:
    from tracker.language.months import parse_month
    from tracker.reports.charts.pictures import picture_path, write_calendar_page
    from tracker.services.diary.reading import read_period

    said = parse_month(month, diary.today)
    first_day, last_day = said.first_day, said.last_day
    period = read_period(diary, first_day, last_day)
    name = f"{first_day:%Y-%m}"
    path = picture_path(output, f"b12-{name}", format)
    write_calendar_page(period, "Vitamin B12 · monthly report", path)
    _confirm(diary, period, f"wrote {path}: {name}")


def _write_days(
    diary: Diary, first: str | None, last: str | None, output: str | None, format: str | None
) -> None:
    from tracker.language.days import parse_day
    from tracker.reports.charts.pictures import picture_path, write_calendar_page
    from tracker.services.diary.timelines import read_stretch

    last_day = parse_day(last, diary.today) if last is not None else diary.today
    first_day = _first_day(diary, first, last_day)
    period = read_stretch(diary, first_day, last_day)
    path = picture_path(output, f"b12-{first_day}-to-{last_day}", format)
    write_calendar_page(period, "Vitamin B12 · report", path)
    _confirm(diary, period, f"wrote {path}: {first_day} to {last_day}")


def _first_day(diary: Diary, first: str | None, last_day: date) -> date:
    """The day that is given, else the first of the 30 days until the last."""
    from tracker.language.days import parse_day

    return parse_day(first, diary.today) if first is not None else last_day - timedelta(days=29)


def _write_missing(diary: Diary, output: str | None, format: str) -> None:
    from tracker.reports.charts.pictures import make_folder, report_name, write_week_report
    from tracker.services.absorption.coverage import estimate
    from tracker.services.diary.reading import read_week
    from tracker.services.diary.timelines import finished_weeks
    from tracker.services.people.profiles import list_profiles

    folder = make_folder(output)
    everybody = [profile.person for profile in list_profiles(diary)]
    paths = {
        week: folder / f"{report_name(diary.person, everybody, str(week))}.{format}"
        for week in finished_weeks(diary)
    }
    wanted = {week: path for week, path in paths.items() if not path.exists()}
    with click.progressbar(length=len(wanted), label="drawing weeks", file=sys.stderr) as bar:
        for week, path in wanted.items():
            estimates = estimate(diary, week.first_day, week.last_day)
            write_week_report(read_week(diary, week), path, estimates)
            bar.update(1)
    say(*(f"wrote {path}" for path in wanted.values()))
    there = len(paths) - len(wanted)
    say(f"{len(wanted)} reports written to {folder}, {there} were there already")


def _confirm(diary: Diary, period: Period, said: str) -> None:
    from tracker.reports.people.targets import notes_on

    recorded = f"{len(period.recorded)} of {len(period.days)} days recorded"
    say(f"{said} of {diary.person.name}, {recorded}")
    warn(notes_on(diary.person, [day.target for day in period.days], diary.today))
