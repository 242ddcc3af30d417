"""`b12 trend`: intake over time, with its means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.commands.terminal.options import LEAD_IN, TREND_DAYS, json_option, range_options
from tracker.commands.terminal.output import emit_json, is_utf8, say, warn
from tracker.commands.terminal.said import open_diary, shown_days
from tracker.language.days import CENTURY_DAYS

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tracker.language.days import Days
    from tracker.nutrition.diary.intake import Period
    from tracker.nutrition.diary.trends import By, Statistics
    from tracker.services.opening import Diary

BY = ("day", "week", "month")


@click.command("trend")
@click.option(
    "--days", type=click.IntRange(1, CENTURY_DAYS), help=f"So many days until today ({TREND_DAYS})."
)
@range_options
@click.option("--by", type=click.Choice(BY), help="What a bar or a point stands for.")
@click.option("-o", "--output", metavar="FILE", help="Draw it as a .png, .svg or .pdf.")
@json_option
@click.pass_context
def command(
    ctx: click.Context, /, by: str | None, output: str | None, as_json: bool, **span: Any
) -> None:
    """Plot intake over time: in the terminal, or as a picture with -o.

    Means are over recorded days. Without --by, the terminal shows the finest
    of days, weeks and months that fits its width; a picture shows days.

    \b
    b12 trend
    b12 trend --days 365 --by week
    b12 trend --from 2026-01-01 --to 2026-06-30 -o half-year.png
    b12 trend --json
    """
    from tracker.nutrition.diary.trends import By
    from tracker.reports.diary.statistics import statistics_lines
    from tracker.reports.people.targets import notes_on
    from tracker.services.diary.timelines import read_long_period

    diary = open_diary(ctx)
    shown = _days(diary, **span)
    first_day = shown.first_day
    with_lead_in = read_long_period(diary, shown, LEAD_IN)
    period = with_lead_in.since(first_day)
    notes = notes_on(diary.person, [day.target for day in period.days], diary.today)
    chosen = By(by) if by else None
    if output is not None:
        path, statistics = _draw(diary, with_lead_in, first_day, chosen or By.DAY, output)
        say(f"wrote {path}: the intake of {period.person.name}", err=as_json)
    if as_json:
        _emit(diary, period, chosen or By.DAY, notes)
        return
    if output is not None:
        say(*statistics_lines(statistics))
    else:
        _show(period, chosen)
    warn(notes)


def _days(diary: Diary, days: int | None, first: str | None, last: str | None) -> Days:
    if days is not None and first is not None:
        raise click.UsageError("--days and --from say the same twice: give one of them")
    return shown_days(diary, first, last, days or TREND_DAYS)


def _show(period: Period, by: By | None) -> None:
    import shutil
    import sys

    from tracker.nutrition.diary.trends import By, statistics_of
    from tracker.reports.diary.buckets import buckets
    from tracker.reports.diary.statistics import statistics_lines
    from tracker.reports.diary.terminal_plot import AXIS, legend, plot_lines

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 80
    fitting = [one for one in By if len(buckets(period, one)) <= width - AXIS]
    chosen = by or next(iter(fitting), By.MONTH)
    bars = buckets(period, chosen)
    days = f"{period.first_day} to {period.last_day}"
    say(f"{period.person.name} · {days} · by {chosen}", legend(bars, unicode=is_utf8()), "")
    say(*plot_lines(bars, width, unicode=is_utf8()), "", *statistics_lines(statistics_of(period)))


def _emit(diary: Diary, period: Period, by: By, notes: list[str]) -> None:
    from tracker.nutrition.diary.trends import statistics_of
    from tracker.reports.diary.buckets import buckets
    from tracker.reports.diary.statistics import trend_document
    from tracker.services.absorption.coverage import estimate_period

    found, estimates = statistics_of(period), estimate_period(diary, period)
    emit_json(trend_document(period, found, by, buckets(period, by), estimates, notes))


def _draw(
    diary: Diary, with_lead_in: Period, first_day: date, by: By, output: str
) -> tuple[Path, Statistics]:
    from tracker.reports.charts.sheet import write_sheet
    from tracker.reports.charts.trend.page import draw_trend, trend_of
    from tracker.reports.files import picture_path
    from tracker.services.absorption.coverage import estimate_period

    first, last = first_day.isoformat(), with_lead_in.last_day.isoformat()
    path = picture_path(output, f"b12-trend-{first}-to-{last}")
    trend = trend_of(with_lead_in, estimate_period(diary, with_lead_in).days, first_day, by)
    write_sheet(draw_trend(trend), path)
    return path, trend.statistics
