from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.intake import DaySummary, Intake, IntakeKind, Period
from tracker.nutrition.diary.trends import By, Direction, direction_of, split, statistics_of
from tracker.nutrition.diary.when import When
from tracker.nutrition.people.person import Person
from tracker.nutrition.people.targets import Target

MONDAY = date(2026, 1, 5)
ADULT = Target(Decimal("2.4"), "RDA", "31-50 years", "iom-1998")
UNKNOWN = "unknown"


def period(amounts, target=ADULT):
    """Days from a Monday on: an amount, `None` for no record, UNKNOWN for an unknown content."""
    days = []
    for number, mcg in enumerate(amounts):
        day = MONDAY + timedelta(days=number)
        content = None if mcg in (None, UNKNOWN) else ContentRange.exactly(Decimal(mcg))
        food = Intake(IntakeKind.FOOD, "x", Fraction(1), None, content, When(day))
        days.append(DaySummary(day, target, () if mcg is None else (food,)))
    return Period(Person(1, "me"), tuple(days))


def test_a_zero_counts_and_a_day_without_a_record_does_not():
    found = statistics_of(period(["0", None, "4.8", None]))
    assert found.mean_mcg == Decimal("2.4")
    assert found.recorded_days == 2
    assert (found.days_at_target.count, found.days_at_target.of) == (1, 2)


def test_a_mean_that_equals_the_target_reaches_it():
    found = statistics_of(period(["2.3", "2.4", "2.5"]))
    assert (found.weeks_at_target.count, found.weeks_at_target.of) == (1, 1)
    assert found.days_at_target.count == 2


def test_what_is_not_known_makes_figures_at_least():
    found = statistics_of(period(["2.4", UNKNOWN]))
    assert found.not_known == 1
    assert found.mean_mcg == Decimal("1.2")
    assert (found.days_at_target.count, found.days_at_target.of) == (1, 2)


@pytest.mark.parametrize("amounts", [[None] * 3, [UNKNOWN] * 3])
def test_where_nothing_is_known_there_are_no_means(amounts):
    found = statistics_of(period(amounts))
    assert found.mean_mcg is None
    assert found.median_mcg is None
    assert found.best_week is None
    assert found.weeks_at_target.of == 0


def test_weeks_are_those_of_the_iso_calendar_and_the_best_and_worst_are_named():
    found = statistics_of(period(["1"] * 7 + ["3"] * 7 + [None] * 7 + ["2"] * 7))
    assert str(found.best_week.week) == "2026-W03"
    assert str(found.worst_week.week) == "2026-W02"
    assert (found.weeks_at_target.count, found.weeks_at_target.of) == (1, 3)


def test_of_two_weeks_one_is_the_best_and_of_one_week_none():
    found = statistics_of(period(["1"] * 7 + ["3"] * 7))
    assert (str(found.best_week.week), str(found.worst_week.week)) == ("2026-W03", "2026-W02")
    assert statistics_of(period(["1"] * 7)).best_week is None


def test_a_target_that_changes_is_that_of_each_day():
    first = period(["2.5"] * 3)
    later = period(["2.5"] * 3, Target(Decimal("2.6"), "RDA", "pregnancy", "iom-1998"))
    found = statistics_of(Period(first.person, first.days + later.days))
    assert (found.days_at_target.count, found.days_at_target.of) == (3, 6)


def test_what_has_no_target_has_not_missed_it():
    without = period(["2.5", "1"] * 7, target=None)
    found = statistics_of(without)
    assert (found.days_at_target.of, found.weeks_at_target.of) == (0, 0)
    assert (found.days_at_target.percent, found.mean_percent) == (None, None)
    later = replace(period(["2.5"] * 7), days=period(["2.5"] * 21).days[14:])
    both = statistics_of(Period(without.person, without.days + later.days))
    assert (both.days_at_target.count, both.days_at_target.of) == (7, 7)
    assert (both.weeks_at_target.count, both.weeks_at_target.of) == (1, 1)


def test_months_and_weeks_split_every_day_once():
    whole = period(["1"] * 100)
    for by in By:
        parts = split(whole, by)
        assert [day for part in parts for day in part.days] == list(whole.days)
    assert [len(part.days) for part in split(whole, By.MONTH)] == [27, 28, 31, 14]


@given(st.lists(st.decimals(0, 100, places=2), min_size=6, max_size=30))
def test_turning_a_series_round_turns_its_direction_round(means):
    opposite = {
        Direction.RISING: Direction.FALLING,
        Direction.FALLING: Direction.RISING,
        Direction.NO_CLEAR: Direction.NO_CLEAR,
    }
    assert direction_of(means[::-1]) is opposite[direction_of(means)]


def test_a_steady_rise_is_rising_and_one_huge_week_is_not():
    assert direction_of([Decimal(number) for number in range(8)]) is Direction.RISING
    assert direction_of([Decimal(1)] * 9 + [Decimal(2000)]) is Direction.NO_CLEAR
    assert direction_of([Decimal(3)] * 10) is Direction.NO_CLEAR
    assert direction_of([Decimal(number) for number in range(5)]) is Direction.TOO_SHORT


@pytest.mark.parametrize(
    ("order", "score", "direction"),
    [
        ((10, 2, 1, 4, 3, 5, 6, 7, 8, 9), 23, Direction.RISING),
        ((10, 2, 1, 4, 3, 6, 5, 7, 8, 9), 21, Direction.NO_CLEAR),
        ((2, 1, 3, 4, 5, 6), 13, Direction.RISING),
        ((2, 1, 4, 3, 5, 6), 11, Direction.NO_CLEAR),
    ],
)
def test_of_ten_values_a_score_of_23_is_the_first_that_is_no_chance_and_of_six_13(
    order, score, direction
):
    # Kendall 1975, table of critical values: n = 10 and n = 6, 5 %, two-sided.
    pairs = list(combinations(order, 2))
    assert sum(1 if later > earlier else -1 for earlier, later in pairs) == score
    assert direction_of([Decimal(number) for number in order]) is direction


def test_four_equal_weeks_after_four_lower_ones_are_a_direction():
    # Of the 70 orders that these eight values can have two are as clear: 2.9 %.
    assert direction_of([Decimal(1)] * 4 + [Decimal(2)] * 4) is Direction.RISING
    assert direction_of([Decimal(2)] * 4 + [Decimal(1)] * 4) is Direction.FALLING
    assert direction_of([Decimal(1)] * 3 + [Decimal(2)] * 3) is Direction.NO_CLEAR
