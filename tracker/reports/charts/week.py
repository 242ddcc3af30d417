"""The weekly report: one A4 page that can be printed, or sent to a dietitian."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from matplotlib.figure import Figure

from tracker.nutrition.absorption.estimate import Estimates
from tracker.nutrition.amounts import percent
from tracker.nutrition.diary.intake import DaySummary, Period
from tracker.reports.charts import fonts
from tracker.reports.charts.bars import BarChart, Column, Scale, State, write_target_label
from tracker.reports.charts.page import Page
from tracker.reports.charts.png import save_atomically
from tracker.reports.charts.style import (
    FAINT,
    FIGURE,
    FILLS,
    HEADING,
    KICKER,
    LEAD,
    LONG_NAME,
    NAME,
    QUIET,
    SMALL,
    house_style,
)
from tracker.reports.charts.text import fitting_size, one_line, width_of
from tracker.reports.charts.week_estimates import ROOM, absorbed_sentence, draw_estimates
from tracker.reports.charts.week_lists import draw_contributions, draw_supplements
from tracker.reports.charts.week_table import draw_table
from tracker.reports.charts.week_words import (
    WeekMean,
    target_runs,
    target_text,
    verdict,
    week_description,
    week_mean,
    week_title,
)
from tracker.reports.numbers import (
    NONE_SHOWN,
    amount,
    amount_text,
    counted,
    day_name,
    days_text,
    mcg_text,
    percentage,
    range_text,
    short_date,
    total_text,
)

FOOT = 806.0
LISTS_TOP = 664.0
TABLE_TOP = 512.0
GUTTER = 30.0
MEAN_PLACE = 7.3


def write_week_report(period: Period, path: Path, estimates: Estimates | None = None) -> None:
    """Writes the report of a week as a PNG, whole or not at all.

    Raises:
        OSError: the file cannot be written.
    """
    figure = draw_week(period, estimates=estimates)
    said = week_description(period)
    if estimates is not None:
        said += f"\nAbsorbed, estimated: {absorbed_sentence(estimates)}."
    save_atomically(figure, path, week_title(period), said)


def draw_week(
    period: Period, *, estimates: Estimates | None = None, generated: str | None = None
) -> Figure:
    """The report of a week; `generated` is a remark for the foot, such as a date."""
    table_top = TABLE_TOP if estimates is None else TABLE_TOP - ROOM
    with house_style():
        page = Page()
        y = _draw_heading(page, period)
        y = _draw_summary(page, y + 12, period)
        _draw_chart(page, y + 24, table_top, period)
        y = draw_table(page, table_top, period, estimates)
        if estimates is not None:
            draw_estimates(page, y + 15, estimates)
        half = (page.width - GUTTER) / 2
        draw_contributions(page, page.left, LISTS_TOP, half, period)
        draw_supplements(page, page.left + half + GUTTER, LISTS_TOP, half, period)
        _draw_foot(page, period, generated)
    return page.figure


def _draw_heading(page: Page, period: Period) -> float:
    page.write(page.left, 52, "Vitamin B12 · weekly report", KICKER)
    page.write(page.right, 52, f"Week {period.week}", KICKER, "right")
    name = one_line(period.person.name)
    style = NAME if width_of(name, NAME) <= page.width else LONG_NAME
    page.write(page.left, 79, name, style, width=page.width)
    details = [days_text(period.first_day, period.last_day), period.person.diet or ""]
    page.write(page.left, 97, " · ".join(filter(None, details)), LEAD)
    return _write_targets(page, 111, period)


def _write_targets(page: Page, y: float, period: Period) -> float:
    runs = target_runs(period.days)
    for number, run in enumerate(runs):
        edge, word = (run.last_day, "to") if number == 0 else (run.first_day, "from")
        when = f" {word} {day_name(edge)} {short_date(edge)}" if len(runs) > 1 else ""
        line = f"Target{when}: {target_text(run.target)}"
        page.write(page.left, y + 12 * number, line, QUIET, width=page.width)
    return y + 12 * (len(runs) - 1)


def _draw_summary(page: Page, top: float, period: Period) -> float:
    """Four figures in a row: the mean, its share of the target, the part of food, the days."""
    page.rule(top, FAINT)
    page.rule(top + 69, FAINT)
    if not period.recorded:
        page.write(page.left, top + 33, "No record this week", FIGURE)
        page.write(page.left, top + 50, "A day without a record is unknown, not zero.", SMALL)
        return top + 69
    cells = _summary_cells(period, week_mean(period))
    width = (page.width + 14) / len(cells)
    for number, (label, figure, notes) in enumerate(cells):
        x = page.left + number * width
        room = width - 14
        page.write(x, top + 16, label, SMALL, width=room)
        page.write(x, top + 37, figure, fitting_size(figure, FIGURE, room))
        for line, note in enumerate(notes):
            page.write(x, top + 50 + 9.5 * line, note, SMALL, width=room)
    return top + 69


Cell = tuple[str, str, list[str]]


def _summary_cells(period: Period, mean: WeekMean | None) -> list[Cell]:
    recorded = len(period.recorded)
    missing = len(period.days) - recorded
    without = [f"{missing} without a record:", "unknown, not zero"] if missing else ["all recorded"]
    days: Cell = ("days recorded", f"{recorded} of {len(period.days)}", without)
    if mean is None:
        empty = ("mean a day", "of the target", "from food alone")
        return [*((label, NONE_SHOWN, ["no amount is known"]) for label in empty), days]
    unknown, food_notes = mean.total.not_known, _food_notes(mean)
    return [
        ("mean a day", f"{_least(unknown)}{mcg_text(mean.best_mcg)}", _mean_notes(period, mean)),
        ("of the target", _least(unknown) + percentage(mean.percent.best), _target_notes(mean)),
        ("from food alone", _least(mean.food_not_known) + mcg_text(mean.food_mcg), food_notes),
        days,
    ]


def _least(not_known: int) -> str:
    return "≥ " if not_known else ""


def _food_notes(mean: WeekMean) -> list[str]:
    left_out = "supplements left out" if mean.supplements_mcg else "no B12 from supplements"
    share = percent(mean.food_mcg, mean.target_mcg)
    if share is None:
        return [left_out]
    return [f"{_least(mean.food_not_known)}{percentage(share)} of the target", left_out]


def _mean_notes(period: Period, mean: WeekMean) -> list[str]:
    known = "recorded" if mean.days == len(period.recorded) else "known"
    over = f"over {counted(mean.days, f'{known} day')}"
    spread = range_text(mean.total)
    is_new = amount_text(mean.best_mcg) not in {spread, spread.removeprefix("at least ")}
    return [over, f"range {spread}"] if is_new else [over]


def _target_notes(mean: WeekMean) -> list[str]:
    if mean.target_mcg is None:
        return [verdict(mean)]
    return [verdict(mean), f"of {mcg_text(mean.target_mcg)} a day"]


def _draw_chart(page: Page, top: float, end: float, period: Period) -> None:
    """The bars of the days, and apart from them the bar of their mean."""
    days = [_day_column(number, day) for number, day in enumerate(period.days)]
    mean = week_mean(period)
    means = [_mean_column(mean)] if mean else []
    scale = Scale.of([*days, *means])
    captions = _captions(scale, period)
    last = MEAN_PLACE + 0.5 if means else len(days) - 0.5
    height = end - 27 - top - 26 - 34 - 9.5 * len(captions)
    chart = BarChart(page, scale, page.left + 28, top + 26, page.width - 76, height, -0.5, last)
    _draw_legend(page, top)
    chart.draw_grid()
    chart.draw_target(days)
    chart.draw_target(means, gid="mean target")
    for column in (*days, *means):
        chart.draw(column)
    _write_feet(chart, days, period)
    if mean:
        chart.write_foot(means[0], ["Mean", counted(mean.days, "day")], emphasis=True)
    _write_target_label(chart, period)
    for number, caption in enumerate(captions):
        page.write(page.left, chart.top + height + 37 + 9.5 * number, caption, SMALL)


def _day_column(number: int, day: DaySummary) -> Column:
    state = State.KNOWN if day.recorded else State.NO_RECORD
    if day.recorded and day.total.best is None:
        state = State.NOT_KNOWN
    supplements = day.supplements.best or Decimal(0)
    return Column(
        place=number,
        parts=(day.food_bound_mcg, day.fortified_mcg, supplements),
        label=total_text(day.total),
        target_mcg=day.target.mcg if day.target else None,
        state=state,
        name=day.day.isoformat(),
    )


def _mean_column(mean: WeekMean) -> Column:
    parts = (mean.food_bound_mcg, mean.fortified_mcg, mean.supplements_mcg)
    label = total_text(mean.total)
    return Column(MEAN_PLACE, parts, label, mean.target_mcg, name="mean")


def _write_feet(chart: BarChart, columns: list[Column], period: Period) -> None:
    for column, day in zip(columns, period.days, strict=True):
        chart.write_foot(column, [day_name(day.day), short_date(day.day)])


def _write_target_label(chart: BarChart, period: Period) -> None:
    amounts = list(dict.fromkeys(target.mcg for target in period.targets))
    if not amounts:
        return
    mean = week_mean(period)
    place = mean.target_mcg if mean and mean.target_mcg else amounts[-1]
    figures = "–".join(amount(mcg) for mcg in (min(amounts), max(amounts))[: len(amounts)])
    write_target_label(chart, place, ["target", f"{figures} µg"])


def _draw_legend(page: Page, top: float) -> None:
    page.write(page.left, top, "Intake by day", HEADING)
    page.write(page.left + 80, top, "µg a day, best values", SMALL)
    x = page.right
    for fill in reversed(FILLS):
        x -= width_of(fill.label, SMALL)
        page.write(x, top, fill.label, SMALL)
        page.swatch(x - 20, top + 1, fill)
        x -= 34


def _captions(scale: Scale, period: Period) -> list[str]:
    captions = []
    if scale.cut:
        captions.append(
            "A bar broken by a zigzag runs far beyond the scale: read its amount from the figure "
            "above it, not from its height."
        )
    if any(day.total.not_known and day.total.best is not None for day in period.days):
        captions.append("≥: some of what was recorded is of unknown content and is not counted.")
    return captions


def _draw_foot(page: Page, period: Period, generated: str | None) -> None:
    lines = [
        "Amounts are recorded intake, not what was absorbed. A range shows how far sources and "
        "labels leave an amount open.",
        "Percentages are of this person's target, which is meant for the mean over time; they are "
        "not Daily Values (%DV) of labels.",
        "An estimate from a diary. It says nothing about blood levels and is no medical advice.",
    ]
    lines[2:2] = [target.note.capitalize() + "." for target in period.targets if target.note][:1]
    if _has_missing_glyphs(page):
        lines.append(f"{fonts.MISSING} stands for a character that no installed font can draw.")
    if generated:
        lines.append(generated)
    top = FOOT - 9.5 * (len(lines) - 1)
    page.rule(top - 13, FAINT)
    for number, line in enumerate(lines):
        page.write(page.left, top + 9.5 * number, line, SMALL, width=page.width)


def _has_missing_glyphs(page: Page) -> bool:
    return any(fonts.MISSING in text.get_text() for text in page.figure.texts)
