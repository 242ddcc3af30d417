from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError
from tracker.language.days import (
    WEEKDAYS,
    Days,
    IsoWeek,
    days_between,
    parse_day,
    parse_time,
    parse_week,
    runs_of,
)

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("today", SUNDAY),
        ("Yesterday", date(2026, 11, 21)),
        ("tomorrow", date(2026, 11, 23)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2199-12-31", date(2199, 12, 31)),
        ("sun", SUNDAY),
        ("mon", date(2026, 11, 16)),
        ("Saturday", date(2026, 11, 21)),
        ("-2d", date(2026, 11, 20)),
        ("-0d", SUNDAY),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)
def test_days_are_read_as_people_name_them(text, day):
    assert parse_day(text, SUNDAY) == day


@given(st.dates(date(1901, 1, 1), date(2199, 12, 31)), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_latest_one_today_included(today, name):
    day = parse_day(name, today)
    assert 0 <= (today - day).days < 7
    assert f"{day:%a}".lower() == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-13-01",
        "2026-02-29",
        "22.11.2026",
        "0202-11-22",
        "1899-12-31",
        "2200-01-01",
        "someday",
        "-99999d",
        "20261122",
        "٢٠٢٦-١١-٢٢",
    ],
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(TrackerError):
        parse_day(text, SUNDAY)


@pytest.mark.parametrize("text", ["8:00", "08:00", "0800", "8.00", "8", "8h"])
def test_times_are_read(text):
    assert parse_time(text) == time(8)


@pytest.mark.parametrize("text", ["24:00", "24", "8:60", "noon", "", "-1:00", "8:00pm"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(TrackerError):
        parse_time(text)


@pytest.mark.parametrize("text", ["2026-W47", "2026W47", "2026-w47", "today", "2026-11-16"])
def test_weeks_are_read(text):
    assert parse_week(text, SUNDAY) == IsoWeek(2026, 47)


@pytest.mark.parametrize("text", ["1900-W01", "2199-W52"])
def test_the_first_and_the_last_whole_week_of_a_diary_are_read(text):
    assert str(parse_week(text, SUNDAY)) == text


@pytest.mark.parametrize(
    "text",
    ["2026-W54", "2025-W53", "2026-W0", "2026-Wxx", "0000-W01", "week", "1899-W52", "2200-W01"],
)
def test_what_is_no_week_is_refused(text):
    with pytest.raises(TrackerError):
        parse_week(text, SUNDAY)


def test_the_week_of_new_year_belongs_to_the_iso_year():
    assert str(IsoWeek.of(date(2027, 1, 1))) == "2026-W53"


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_lies_in_its_week(day):
    week = IsoWeek.of(day)
    assert week.first_day <= day <= week.last_day
    assert len(list(days_between(week.first_day, week.last_day))) == 7
    assert week.last_day - week.first_day == timedelta(days=6)


@given(st.sets(st.integers(0, 40)))
def test_runs_hold_every_day_once_and_part_wherever_a_day_is_left_out(places):
    days = [SUNDAY + timedelta(days=place) for place in sorted(places)]
    runs = runs_of(days)
    assert [day for run in runs for day in run] == days
    for run in runs:
        assert list(days_between(run[0], run[-1])) == run
    for before, after in pairwise(runs):
        assert after[0] - before[-1] > timedelta(days=1)


def test_days_out_of_order_are_refused_once_and_for_all():
    assert Days(SUNDAY, SUNDAY).first_day == SUNDAY
    with pytest.raises(TrackerError, match="2026-11-21 comes before 2026-11-22"):
        Days(SUNDAY, SUNDAY - timedelta(days=1))


@pytest.mark.parametrize(("count", "first_day"), [(1, date(2026, 11, 22)), (7, date(2026, 11, 16))])
def test_so_many_days_end_on_the_last_of_them(count, first_day):
    assert Days.until(SUNDAY, count) == Days(first_day, SUNDAY)
