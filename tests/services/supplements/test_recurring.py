"""The due days of a schedule, by the rules of RFC 5545."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tracker.nutrition.supplements.every import parse_every
from tracker.nutrition.supplements.schedule import Schedule
from tracker.nutrition.supplements.supplement import CobalaminForm, Dose, Route
from tracker.services.supplements.recurring import due_days, due_days_around, first_due_day

DOSE = Dose("x", Fraction(1), "tablet", Decimal(10), CobalaminForm.NOT_STATED, Route.ORAL)
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def schedule(every, first_day, last_day=None):
    return Schedule(1, "u", DOSE, parse_every(every), first_day, last_day)


@given(DAYS, DAYS, st.integers(1, 60))
def test_every_so_many_days_is_so_many_days(first_day, start, interval):
    found = due_days(schedule(f"{interval}d", first_day), start, start + timedelta(120))
    expected = [
        day
        for day in (start + timedelta(number) for number in range(121))
        if day >= first_day and (day - first_day).days % interval == 0
    ]
    assert found == expected


@given(DAYS, st.sets(st.integers(0, 6), min_size=1))
def test_weekdays_are_those_weekdays(first_day, weekdays):
    names = ",".join(("mon", "tue", "wed", "thu", "fri", "sat", "sun")[day] for day in weekdays)
    found = due_days(schedule(names, first_day), first_day, first_day + timedelta(27))
    assert len(found) == 4 * len(weekdays)
    assert {day.weekday() for day in found} == weekdays


def test_nothing_is_due_after_the_last_day():
    one = schedule("day", date(2026, 11, 1), date(2026, 11, 3))
    assert due_days(one, date(2026, 10, 1), date(2026, 12, 1)) == [
        date(2026, 11, 1),
        date(2026, 11, 2),
        date(2026, 11, 3),
    ]


def test_the_neighbours_of_a_range_are_the_nearest_due_days():
    weekly = schedule("week", date(2026, 11, 1))
    found = due_days_around(weekly, date(2026, 11, 9), date(2026, 11, 12))
    assert found == [date(2026, 11, 8), date(2026, 11, 15)]


def test_the_first_due_day_may_come_after_the_first_day_or_never():
    sunday = date(2026, 11, 22)
    assert first_due_day(schedule("mon", sunday)) == date(2026, 11, 23)
    assert first_due_day(schedule("mon", sunday, date(2026, 11, 23))) == date(2026, 11, 23)
    assert first_due_day(schedule("mon", sunday, sunday)) is None
