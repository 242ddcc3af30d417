"""Amounts, percents and days in words and figures, as every report writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from tracker.language.days import WEEKDAY_NAMES, runs_of
from tracker.language.months import MONTH_NAMES
from tracker.nutrition.amounts import IntakeTotal

THIN_SPACE = "\u202f"
"""Parts thousands: a comma or a point would be read as a decimal sign by some."""

NONE_SHOWN = "–"
UNKNOWN = "not known"
NO_RECORD = "no record"
LARGEST_PERCENT = 99_999

_STANDARDS = {
    "iom-1998": "IOM 1998, US and Canada",
    "dach-2018": "D-A-CH 2018",
    "efsa-2015": "EFSA 2015",
    "uk-1991": "UK 1991",
    "japan-2025": "Japan 2025",
}


def amount_text(mcg: Decimal) -> str:
    """µg with decimals as befits its size, no unit: `0.048`, `2.40`, `12.5`, `1000`."""
    if mcg == 0:
        return "0"
    # Half up, as people round: by Decimal's half even 0.125 would read 0.12, and 0.135 read 0.14.
    rounded = mcg.quantize(_step(mcg), ROUND_HALF_UP)
    return spaced(rounded) if rounded else "<0.001"


def amount(mcg: Decimal) -> str:
    """µg as in a sentence, without closing zeros: `2.4`."""
    text = amount_text(mcg)
    return text.rstrip("0").rstrip(".") if "." in text else text


def mcg_text(mcg: Decimal) -> str:
    """µg as in a sentence, with its unit: `2.4 µg`."""
    return f"{amount(mcg)} µg"


def _step(mcg: Decimal) -> Decimal:
    for limit, step in (("0.1", "0.001"), ("10", "0.01"), ("100", "0.1")):
        if mcg < Decimal(limit):
            return Decimal(step)
    return Decimal(1)


def spaced(number: Decimal) -> str:
    """A number with its thousands parted from five digits on: `1000`, `12 000`."""
    return f"{number:f}" if number < 10_000 else f"{number:,f}".replace(",", THIN_SPACE)


def percentage(percent: Decimal | None) -> str:
    """A whole percentage; what is below the target never reads 100 %."""
    if percent is None:
        return NONE_SHOWN
    if percent > LARGEST_PERCENT:
        return f">{spaced(Decimal(LARGEST_PERCENT))} %"
    if 0 < percent < 1:
        return "<1 %"
    whole = percent.quantize(Decimal(1), ROUND_HALF_UP)
    return f"{spaced(Decimal(99) if whole == 100 > percent else whole)} %"


def range_cell(total: IntakeTotal) -> str:
    """Low to high as a cell of a page, of a point too: `0.48–1.20`, `at least 20.0`, `2.40`."""
    if total.best is None:
        return NONE_SHOWN
    if total.high is None:
        return f"at least {amount_text(total.low)}"
    low, high = amount_text(total.low), amount_text(total.high)
    return low if low == high else f"{low}–{high}"


def total_cell(total: IntakeTotal) -> str:
    """The best value as a cell of a page: `≥ 1.12` where a part is not known."""
    if total.best is None:
        return UNKNOWN
    return f"≥ {amount_text(total.best)}" if total.not_known else amount_text(total.best)


def day_name(day: date) -> str:
    """`Mon`, in English wherever the program runs."""
    return WEEKDAY_NAMES[day.weekday()][:3]


def short_date(day: date) -> str:
    """`16 Nov`."""
    return f"{day.day} {MONTH_NAMES[day.month - 1][:3]}"


def long_date(day: date) -> str:
    """`Monday 16 November`."""
    return f"{WEEKDAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]}"


def days_text(first_day: date, last_day: date) -> str:
    """`16 to 22 November 2026`, with as much of the first day as differs."""
    end = f"{last_day.day} {MONTH_NAMES[last_day.month - 1]} {last_day.year}"
    if first_day == last_day:
        return end
    start = str(first_day.day)
    if (first_day.year, first_day.month) != (last_day.year, last_day.month):
        start += f" {MONTH_NAMES[first_day.month - 1]}"
    if first_day.year != last_day.year:
        start += f" {first_day.year}"
    return f"{start} to {end}"


def runs_text(days: Sequence[date]) -> str:
    """Days in order, neighbours joined: `Mon–Wed, Fri`."""
    return ", ".join(_run_text(run) for run in runs_of(days))


def _run_text(run: Sequence[date]) -> str:
    if len(run) < 3:
        return ", ".join(day_name(day) for day in run)
    return f"{day_name(run[0])}–{day_name(run[-1])}"


def standard_name(standard: str) -> str:
    """The name of a standard of reference intakes."""
    return _STANDARDS.get(standard, standard)


def kind_text(kind: str) -> str:
    """The kind of a reference intake; an AI is spelled out, it is not an RDA."""
    return "adequate intake (AI)" if kind == "AI" else kind


def counted(count: int, one: str, many: str = "") -> str:
    """`1 day`, `2 days`."""
    return f"{count} {one if count == 1 else many or one + 's'}"
