"""Means of a run of days, and where they stand beside the target."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.intake import DaySummary, Intake, IntakeKind, Period
from tracker.nutrition.diary.means import BesideTarget, mean_of, target_runs
from tracker.nutrition.people.person import Person
from tracker.nutrition.people.targets import Target

MONDAY = date(2026, 11, 16)
ADULT = Target(Decimal("2.4"), "RDA", "19-30 years", "iom-1998")
PREGNANT = Target(Decimal("2.6"), "RDA", "pregnancy", "iom-1998")


def intake(day, mcg, kind=IntakeKind.FOOD, high="same", fortified=0):
    content = None
    if mcg is not None:
        best = Decimal(mcg)
        content = ContentRange(best / 2, best, best if high == "same" else high)
    return Intake(kind, "x", Fraction(1), None, content, day, fortified_mcg=Decimal(fortified))


def period(*days, targets=None):
    """Days from Monday on, each a list of its intakes as arguments of `intake`."""
    targets = targets or [ADULT] * len(days)
    summaries = []
    for number, (intakes, target) in enumerate(zip(days, targets, strict=True)):
        day = MONDAY + timedelta(days=number)
        summaries.append(DaySummary(day, target, tuple(intake(day, **one) for one in intakes)))
    return Period(Person(1, "Ana"), tuple(summaries))


def test_means_are_over_recorded_days_with_food_and_supplements_apart():
    taken = {"mcg": 10, "kind": IntakeKind.SUPPLEMENT}
    mean = mean_of(period([{"mcg": 2, "fortified": 1}, taken], [], [{"mcg": 4}]))
    assert mean.days == 2
    assert (mean.total.low, mean.total.best, mean.total.high) == (4, 8, 8)
    assert (mean.food_bound_mcg, mean.fortified_mcg, mean.food_mcg) == (
        Decimal("2.5"),
        Decimal("0.5"),
        3,
    )
    assert mean.supplements_mcg == 5


def test_what_is_not_known_of_food_and_of_supplements_is_told_apart():
    taken = {"mcg": None, "kind": IntakeKind.SUPPLEMENT}
    mean = mean_of(period([{"mcg": 2}, {"mcg": None}, taken], [taken]))
    assert (mean.food_not_known, mean.total.not_known) == (1, 3)


def test_a_day_that_is_open_upwards_leaves_the_mean_open():
    mean = mean_of(period([{"mcg": 2, "high": None}], [{"mcg": 4}]))
    assert mean.total.high is None


def test_nothing_known_has_no_mean():
    assert mean_of(period([], [])) is None
    assert mean_of(period([{"mcg": None}])) is None


@pytest.mark.parametrize(
    ("days", "target", "stands"),
    [
        ([[{"mcg": "2.4"}]], ADULT, BesideTarget.REACHED),
        ([[{"mcg": "2.399"}]], ADULT, BesideTarget.BELOW),
        ([[{"mcg": "2"}, {"mcg": None}]], ADULT, BesideTarget.KNOWN_PART_BELOW),
        ([[{"mcg": "3"}, {"mcg": None}]], ADULT, BesideTarget.REACHED),
        ([[{"mcg": "2"}]], None, BesideTarget.NO_TARGET),
    ],
)
def test_below_the_target_is_said_only_of_what_is_known(days, target, stands):
    assert mean_of(period(*days, targets=[target])).beside_the_target is stands


def test_neighbouring_days_with_one_target_are_a_run_and_days_without_one_too():
    runs = target_runs(
        period([], [], [], [], [], targets=[ADULT, ADULT, None, PREGNANT, ADULT]).days
    )
    assert [(run.first_day.day, run.last_day.day, run.target) for run in runs] == [
        (16, 17, ADULT), (18, 18, None), (19, 19, PREGNANT), (20, 20, ADULT)
    ]  # fmt: skip
