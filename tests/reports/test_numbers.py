from datetime import date, timedelta
from decimal import Decimal

import pytest

from tracker.nutrition.amounts import ContentRange, total
from tracker.reports import numbers


@pytest.mark.parametrize(
    ("mcg", "shown"),
    [
        ("0", "0"),
        ("0.0004", "<0.001"),
        ("0.001", "0.001"),
        ("0.1", "0.10"),
        ("0.48", "0.48"),
        ("1.125", "1.13"),
        ("10", "10.0"),
        ("12.34", "12.3"),
        ("100", "100"),
        ("1000", "1000"),
        ("10000", "10\u202f000"),
        ("1000000", "1\u202f000\u202f000"),
    ],
)
def test_amounts_have_decimals_as_befits_their_size(mcg, shown):
    assert numbers.amount_text(Decimal(mcg)) == shown


@pytest.mark.parametrize(
    ("percent", "shown"),
    [
        (None, "–"),
        ("0", "0 %"),
        ("0.2", "<1 %"),
        ("46.7", "47 %"),
        ("99.9", "99 %"),
        ("100", "100 %"),
        ("41666.7", "41\u202f667 %"),
        ("15000000000", ">99\u202f999 %"),
    ],
)
def test_percentages(percent, shown):
    assert numbers.percentage(Decimal(percent) if percent else None) == shown


def test_ranges_and_totals():
    point = ContentRange.exactly(Decimal(1))
    wide = ContentRange(Decimal("0.48"), Decimal("1.12"), Decimal("1.2"))
    wide_open = ContentRange(Decimal("0.6"), Decimal("0.6"), None)
    assert numbers.range_cell(total([point])) == "1.00"
    assert numbers.range_cell(total([wide])) == "0.48–1.20"
    assert numbers.range_cell(total([wide_open])) == "at least 0.60"
    assert numbers.range_cell(total([None])) == "–"
    assert numbers.total_cell(total([wide, None])) == "≥ 1.12"
    assert numbers.total_cell(total([None])) == "not known"


def test_days_in_words():
    monday, sunday = date(2026, 11, 16), date(2026, 11, 22)
    assert numbers.days_text(monday, sunday) == "16 to 22 November 2026"
    assert numbers.days_text(sunday.replace(day=30), sunday.replace(month=12, day=6)) == (
        "30 November to 6 December 2026"
    )
    assert numbers.days_text(monday.replace(month=12, day=28), monday.replace(2027, 1, 3)) == (
        "28 December 2026 to 3 January 2027"
    )
    assert (
        numbers.runs_text([monday + timedelta(days=day) for day in (0, 1, 2, 4, 5)])
        == "Mon–Wed, Fri, Sat"
    )
