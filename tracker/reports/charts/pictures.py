"""Pictures that go beyond the week: where they are written, and as what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import TrackerError
from tracker.nutrition.absorption.estimate import Estimates
from tracker.nutrition.diary.intake import Period
from tracker.nutrition.people.person import Person
from tracker.reports.files import FORMATS, report_path, write_picture

if TYPE_CHECKING:
    from tracker.nutrition.absorption.estimate import DayEstimate
    from tracker.nutrition.diary.timeline import Timeline
    from tracker.nutrition.diary.trends import By, Statistics


def picture_path(output: str | None, default_name: str, format: str | None = None) -> Path:
    """The picture to write, as `report_path`; the default name comes without an ending.

    Raises:
        TrackerError: not the name of such a picture, or in a folder that does not exist.
    """
    path = report_path(output, f"{default_name}.{format or FORMATS[0]}")
    if format is not None and path.suffix.lower() != f".{format}":
        raise TrackerError(f"{path} is no {format.upper()}: say one kind of picture")
    return path


def make_folder(output: str | None) -> Path:
    """The folder for many pictures, created where it is missing.

    Raises:
        TrackerError: a file is in the way, or the folder cannot be created.
    """
    folder = Path(output) if output is not None else Path()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TrackerError(f"{folder} is no folder: {error.strerror or error}") from error
    return folder


def report_name(person: Person, everybody: Sequence[Person], what: str) -> str:
    """The name of a report without its ending; people who share a diary are told apart by it."""
    if len(everybody) == 1:
        return f"b12-{what}"
    plain = "-".join(re.findall(r"\w+", person.name)) or str(person.id)
    same = [one for one in everybody if "-".join(re.findall(r"\w+", one.name)) == plain]
    return f"b12-{plain}-{what}" if len(same) < 2 else f"b12-{plain}-{person.id}-{what}"


def write_trend(
    with_lead_in: Period,
    estimates: Sequence[DayEstimate],
    first_day: date,
    by: By,
    path: Path,
) -> Statistics:
    """Draws the trend from `first_day` on and writes it, whole or not at all.

    Raises:
        TrackerError: the file cannot be written.
    """
    from tracker.reports.charts.png import save_atomically
    from tracker.reports.charts.series import trend_of
    from tracker.reports.charts.trend import draw_trend, trend_title
    from tracker.reports.diary.statistics import statistics_lines

    trend = trend_of(with_lead_in, estimates, first_day, by)
    description = "\n".join([trend_title(trend) + ".", *statistics_lines(trend.statistics)])
    write_picture(
        path, lambda: save_atomically(draw_trend(trend), path, trend_title(trend), description)
    )
    return trend.statistics


def write_calendar_page(period: Period, kicker: str, path: Path) -> None:
    """Draws a month or any run of days and writes it, whole or not at all.

    Raises:
        TrackerError: too many days for a page, or the file cannot be written.
    """
    from tracker.nutrition.diary.trends import By, split, statistics_of
    from tracker.reports.charts import calendar_page
    from tracker.reports.charts.png import save_atomically
    from tracker.reports.diary.statistics import statistics_lines

    if len(split(period, By.MONTH)) > calendar_page.MOST_MONTHS:
        raise TrackerError(
            f"a page holds {calendar_page.MOST_MONTHS} months: give fewer days, "
            "or draw them with `b12 timeline`"
        )
    title = calendar_page.calendar_title(period)
    words = calendar_page.calendar_description(period, statistics_lines(statistics_of(period)))
    write_picture(
        path,
        lambda: save_atomically(calendar_page.draw_calendar(period, kicker), path, title, words),
    )


def write_timeline(
    timeline: Timeline,
    estimates: Sequence[DayEstimate],
    recovery_from: date | None,
    path: Path,
) -> None:
    """Draws the timeline and writes it, whole or not at all.

    Raises:
        TrackerError: the file cannot be written.
    """
    from tracker.reports.charts.png import save_atomically
    from tracker.reports.charts.series import timeline_figure
    from tracker.reports.charts.timeline import draw_timeline, timeline_title
    from tracker.reports.diary.timelines import timeline_lines

    title = timeline_title(timeline)
    words = "\n".join([f"{title}.", *timeline_lines(timeline)])
    figure = draw_timeline(timeline_figure(timeline, estimates, recovery_from))
    write_picture(path, lambda: save_atomically(figure, path, title, words))


def write_week_report(period: Period, path: Path, estimates: Estimates | None = None) -> None:
    """Draws a week and writes it, whole or not at all.

    Raises:
        TrackerError: the file cannot be written.
    """
    from tracker.reports.charts import week

    write_picture(path, lambda: week.write_week_report(period, path, estimates))
