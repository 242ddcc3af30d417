"""What is estimated of a day does not hang on the run of days in which it is looked at."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.nutrition.absorption.estimate import (
    LOOK_AHEAD,
    LOOK_BACK,
    Evidence,
    absorbed_of,
    estimate_days,
    estimate_without_food_bound,
)
from tracker.nutrition.absorption.verdict import Obstacle
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.intake import DaySummary, Intake, IntakeKind, Period
from tracker.nutrition.diary.when import Occasion, When
from tracker.nutrition.people.factors import FACTORS, Factor
from tracker.nutrition.people.person import Person
from tracker.nutrition.people.targets import Target
from tracker.nutrition.supplements.supplement import Route

FIRST = date(2026, 10, 26)
DAYS = 12
ADULT = Person(1, "Ana", born=date(1990, 5, 17))
TARGET = Target(Decimal("2.4"), "RDA", "31-50 years", "iom-1998")


def intake(mcg, number, kind=IntakeKind.FOOD, at=None, occasion=None, route=Route.ORAL):
    return Intake(
        kind=kind,
        name="stew",
        quantity=Fraction(1),
        portion=None,
        content=ContentRange.exactly(Decimal(mcg)),
        when=When(FIRST + timedelta(number), at, occasion),
        route=route,
    )


def period_of(intakes, first, last):
    days = [FIRST + timedelta(number) for number in range(first, last + 1)]
    return Period(
        ADULT,
        tuple(
            DaySummary(day, TARGET, tuple(one for one in intakes if one.day == day)) for day in days
        ),
    )


def evidence(intakes, first, last, factors=()):
    """The days `first` to `last` with what the look back and the look ahead hold beside them."""
    period = period_of(intakes, first, last)
    around = [
        one
        for one in intakes
        if period.first_day - LOOK_BACK <= one.day <= period.last_day + LOOK_AHEAD
        and not period.first_day <= one.day <= period.last_day
    ]
    return Evidence(period, tuple(around), tuple(factors))


numbers = st.integers(0, DAYS - 1)
meals = st.builds(
    intake,
    st.decimals("0", "30", places=2),
    numbers,
    st.sampled_from(IntakeKind),
    # A night without a meal ends every chain of windows, as it does in any diary.
    st.none() | st.builds(time, st.sampled_from([0, 1, 7, 8, 12, 13, 18, 21, 23]), st.just(30)),
    st.none() | st.sampled_from(Occasion),
    st.sampled_from([Route.ORAL, Route.ORAL, Route.INJECTION]),
)
factor_lists = st.lists(
    st.builds(
        Factor,
        st.just(1),
        st.sampled_from(
            [FACTORS[code] for code in ("ppi", "pernicious-anaemia", "atrophic-gastritis")]
        ),
        st.none() | numbers.map(lambda number: FIRST + timedelta(number)),
        st.just(""),
        st.none() | numbers.map(lambda number: FIRST + timedelta(number)),
    ),
    max_size=2,
)


# What is said of day 0 hangs on day 2: it makes the sitting at the end of day 1 the fuller one, to
# which the dose without a time is counted.
LATE, EARLY = time(23, 30), time(0, 30)
A_CHAIN_OF_NIGHTS = [
    intake(1, 0, at=LATE),
    intake(1, 1, at=EARLY),
    intake(9, 1),
    intake(1, 1, at=LATE),
    intake(5, 2, at=EARLY),
]


@given(st.lists(meals, max_size=14), factor_lists)
@example(A_CHAIN_OF_NIGHTS, [])
def test_a_day_alone_says_what_it_says_within_a_longer_run(intakes, factors):
    whole = estimate_days(evidence(intakes, 0, DAYS - 1, factors))
    for number in range(DAYS):
        (alone,) = estimate_days(evidence(intakes, number, number, factors)).days
        within = whole.on(FIRST + timedelta(number))
        assert alone.absorbed.low == pytest.approx(within.absorbed.low)
        assert alone.absorbed.likely == pytest.approx(within.absorbed.likely)
        assert alone.absorbed.highest_known == pytest.approx(within.absorbed.highest_known)
        assert (alone.need_mcg, alone.obstacle) == (within.need_mcg, within.obstacle)


@given(st.lists(meals, max_size=14), factor_lists)
def test_leaving_food_bound_b12_out_never_adds(intakes, factors):
    rest = evidence(intakes, 0, DAYS - 1, factors)
    without, counted = estimate_without_food_bound(rest), estimate_days(rest)
    assert without.absorbed.low <= counted.absorbed.low + 1e-9
    assert without.absorbed.likely <= counted.absorbed.likely + 1e-9


def test_a_late_dose_shares_its_window_with_an_early_one_of_the_next_day():
    doses = [
        intake(10, 0, IntakeKind.SUPPLEMENT, time(23, 30)),
        intake(10, 1, IntakeKind.SUPPLEMENT, time(0, 30)),
    ]
    (alone,) = estimate_days(evidence(doses, 0, 0)).days
    assert alone.absorbed.likely == pytest.approx(1.5 / 2 + 0.05, abs=0.001)


@pytest.mark.parametrize("code", ["ppi", "pernicious-anaemia", "atrophic-gastritis"])
def test_a_factor_that_begins_within_a_period_leaves_the_days_before_as_they_were(code):
    long_ago = FIRST + timedelta(4) - timedelta(days=730)
    since = long_ago if code == "ppi" else FIRST + timedelta(4)
    factor = Factor(1, FACTORS[code], since)
    stew = [intake(2, number, at=time(8)) for number in range(8)]
    likely = [one.absorbed.likely for one in estimate_days(evidence(stew, 0, 7, [factor])).days]
    assert likely == pytest.approx([0.8209] * 4 + [0.01] * 4, abs=0.0001)


def test_a_factor_that_ended_within_a_period_leaves_the_days_after_as_they_are():
    factor = Factor(1, FACTORS["pernicious-anaemia"], last_day=FIRST + timedelta(3))
    days = estimate_days(evidence([intake(2, n, at=time(8)) for n in range(8)], 0, 7, [factor]))
    likely = [one.absorbed.likely for one in days.days]
    assert likely == pytest.approx([0.01] * 4 + [0.8209] * 4, abs=0.0001)
    assert [one.need_mcg for one in days.days] == [2.0] * 4 + [1.2] * 4
    assert [one.is_assessed for one in days.days] == [False] * 4 + [True] * 4


def test_of_an_estimate_a_part_has_the_days_from_its_first_to_its_last():
    whole = estimate_days(evidence([], 0, 4))
    part = whole.between(FIRST + timedelta(1), FIRST + timedelta(3))
    assert part.days == whole.days[1:4]


def test_a_mean_need_is_that_of_all_days_or_of_none():
    whole = estimate_days(evidence([], 0, 2))
    assert whole.need_mcg == 1.2
    first, *others = whole.days
    assert replace(whole, days=(replace(first, need_mcg=1.5), *others)).need_mcg == 1.3
    assert replace(whole, days=(replace(first, need_mcg=None), *others)).need_mcg is None


def test_what_was_absorbed_is_said_of_recorded_assessed_days_of_known_content():
    days = period_of([intake(2, 0), replace(intake(2, 1), content=None)], 0, 2).days
    eaten, not_known, empty = days
    estimates = estimate_days(Evidence(Period(ADULT, days)))
    assert absorbed_of(eaten, estimates.on(eaten.day)) == estimates.on(eaten.day).absorbed
    assert absorbed_of(not_known, estimates.on(not_known.day)) is None
    assert absorbed_of(empty, estimates.on(empty.day)) is None
    for obstacle in (Obstacle.INFANT, Obstacle.IMPAIRED):
        assert absorbed_of(eaten, replace(estimates.on(eaten.day), obstacle=obstacle)) is None
    no_target = replace(estimates.on(eaten.day), obstacle=Obstacle.NO_TARGET)
    assert absorbed_of(eaten, no_target) == no_target.absorbed
