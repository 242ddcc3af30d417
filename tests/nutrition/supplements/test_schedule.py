from datetime import date
from fractions import Fraction

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError
from tracker.nutrition.supplements.schedule import Recurrence, Step, parse_every


@pytest.mark.parametrize(
    ("said", "text", "words"),
    [
        ("day", "day", "every day"),
        ("daily", "day", "every day"),
        ("2d", "2d", "every 2 days"),
        ("2 days", "2d", "every 2 days"),
        ("1d", "day", "every day"),
        ("week", "week", "every week"),
        ("every 2 weeks", "2w", "every 2 weeks"),
        ("thu,mon", "mon,thu", "every Monday and Thursday"),
        ("Sunday", "sun", "every Sunday"),
        ("mon wed fri", "mon,wed,fri", "every Monday, Wednesday and Friday"),
        ("month", "month", "every month"),
        ("3 months", "3m", "every 3 months"),
    ],
)
def test_a_recurrence_is_read_and_said(said, text, words):
    found = parse_every(said)
    assert (found.text, found.words) == (text, words)
    assert parse_every(found.text) == found


@pytest.mark.parametrize("said", ["366d", "52w", "24m"])
def test_a_dose_may_be_as_rare_as_once_in_a_year_or_in_two(said):
    assert parse_every(said).text == said


@pytest.mark.parametrize(
    "said", ["", "often", "0d", "-1d", "367d", "53w", "25m", "monkey", "mon,x", "1e9d", ","]
)
def test_what_is_no_recurrence_is_refused(said):
    with pytest.raises(TrackerError):
        parse_every(said)


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
