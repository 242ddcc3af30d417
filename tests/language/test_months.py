from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError
from tracker.language.months import CalendarMonth, parse_month

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2026-02", CalendarMonth(2026, 2)),
        ("2026-2", CalendarMonth(2026, 2)),
        ("1900-01", CalendarMonth(1900, 1)),
        ("2199-12", CalendarMonth(2199, 12)),
        ("today", CalendarMonth(2026, 11)),
        ("-22d", CalendarMonth(2026, 10)),
        ("2024-02-29", CalendarMonth(2024, 2)),
    ],
)
def test_months_are_read_as_people_write_them(text, month):
    assert parse_month(text, SUNDAY) == month


@pytest.mark.parametrize("text", ["2026-00", "2026-13", "1899-12", "2200-01", "november", ""])
def test_what_is_no_month_is_refused(text):
    with pytest.raises(TrackerError):
        parse_month(text, SUNDAY)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_month_holds_its_days_and_ends_before_the_next_begins(day):
    month = CalendarMonth.of(day)
    assert month.first_day <= day <= month.last_day
    assert month.first_day.day == (month.last_day + timedelta(days=1)).day == 1
    assert str(month) == f"{day:%Y-%m}"
