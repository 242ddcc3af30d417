"""`b12 report`: draws a week, a month or any days as a page."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tracker.commands.terminal.options import REPORT_DAYS, range_options
from tracker.commands.terminal.output import say, warn
from tracker.commands.terminal.said import open_diary, shown_days

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.nutrition.diary.intake import Period
    from tracker.services.opening import Diary


@click.command("report")
@click.option("--week", metavar="WEEK", help="2026-W47, or any day in it (this week).")
@click.option("--month", metavar="MONTH", help="2026-11, or any day in it.")
@range_options
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
        return
    from tracker.reports.files import picture_path
    from tracker.reports.people.targets import notes_on

    page, period, shown = _asked_for(diary, week, month, first, last)
    path = picture_path(output, f"b12-{shown.replace(' ', '-')}", format)
    _write_page(diary, page, period, path)
    recorded = f"{len(period.recorded)} of {len(period.days)} days recorded"
    say(f"wrote {path}: {shown} of {diary.person.name}, {recorded}")
    warn(notes_on(diary.person, [day.target for day in period.days], diary.today))


def _asked_for(
    diary: Diary, week: str | None, month: str | None, first: str | None, last: str | None
) -> tuple[str, Period, str]:
    """The page that is meant, its days, and what they are called; this week unless told."""
    from tracker.language.days import Days, parse_week
    from tracker.services.diary.reading import read_period, read_week

    if month is not None:
        from tracker.language.months import parse_month

        said = parse_month(month, diary.today)
        period = read_period(diary, Days(said.first_day, said.last_day))
        return "month", period, f"{said.first_day:%Y-%m}"
    if first is not None or last is not None:
        from tracker.services.diary.timelines import read_long_period

        days = shown_days(diary, first, last, REPORT_DAYS)
        return "days", read_long_period(diary, days), f"{days.first_day} to {days.last_day}"
    period = read_week(diary, parse_week(week or "today", diary.today))
    return "week", period, str(period.week)


def _write_page(diary: Diary, page: str, period: Period, path: Path) -> None:
    from tracker.reports.charts.pages import PAGES
    from tracker.reports.charts.sheet import write_sheet
    from tracker.services.absorption.coverage import estimate

    days = (period.first_day, period.last_day)
    write_sheet(PAGES[page](period, lambda: estimate(diary, *days)), path)


def _write_missing(diary: Diary, output: str | None, format: str) -> None:
    from tracker.reports.files import make_folder, report_name
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
            _write_page(diary, "week", read_week(diary, week), path)
            bar.update(1)
    say(*(f"wrote {path}" for path in wanted.values()))
    there = len(paths) - len(wanted)
    say(f"{len(wanted)} reports written to {folder}, {there} were there already")
