from datetime import date
from fractions import Fraction

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from tracker.nutrition.supplements.every import parse_every
from tracker.nutrition.supplements.schedule import Recurrence, Step


@pytest.mark.parametrize(
    ("said", "days"),
    [("day", 1), ("3d", 3), ("week", 7), ("mon,thu", Fraction(7, 2)), ("12m", Fraction("365.25"))],
)
def test_doses_are_so_many_days_apart_on_the_mean(said, days):
    assert parse_every(said).mean_days == days


@pytest.mark.parametrize(
    ("said", "is_too_rare"),
    [("31d", False), ("month", False), ("4w", False), ("32d", True), ("5w", True), ("2m", True)],
)
def test_a_mean_says_little_of_doses_more_than_31_days_apart(said, is_too_rare):
    assert parse_every(said).is_too_rare is is_too_rare


@pytest.mark.parametrize(
    ("first_day", "expected"),
    [
        (date(2027, 1, 31), ["01-31", "02-28", "03-31", "04-30"]),
        (date(2027, 1, 30), ["01-30", "02-28", "03-30", "04-30"]),
        (date(2028, 1, 29), ["01-29", "02-29", "03-29", "04-29"]),
        (date(2027, 1, 15), ["01-15", "02-15", "03-15", "04-15"]),
    ],
)
def test_a_month_too_short_has_its_dose_on_its_last_day(first_day, expected):
    rule = rrulestr(parse_every("month").rule(first_day), dtstart=_at(first_day))
    assert [f"{day:%m-%d}" for day in rule[:4]] == expected


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 24))
def test_a_monthly_rule_gives_a_day_in_each_of_its_months(first_day, interval):
    rule = rrulestr(Recurrence(Step.MONTH, interval).rule(first_day), dtstart=_at(first_day))
    found = rule[:6]
    months = [day.year * 12 + day.month for day in found]
    assert months == [months[0] + interval * number for number in range(6)]
    assert found[0].date() == first_day


def _at(day):
    from datetime import datetime, time

    return datetime.combine(day, time())
