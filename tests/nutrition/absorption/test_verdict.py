import math

import pytest

from tracker.nutrition.absorption.model.oral import (
    NOTHING_ABSORBED,
    AbsorbedRange,
    OralDose,
    absorbed_range,
)
from tracker.nutrition.absorption.verdict import Verdict, compare, need_mcg

ADULT, PREGNANT, LACTATING = need_mcg(2.4), need_mcg(2.6), need_mcg(2.8)


def tablet(amount: float, minute: int | None = None) -> OralDose:
    return OralDose(amount, food_bound=False, minute=minute)


CHECKS = {
    "2 x 1.5 fortified": ([tablet(1.5, 480), tablet(1.5, 1140)], 1),
    "10 once a day": ([tablet(10)], 1),
    "2000 once a week": ([tablet(2000)], 7),
    "one 2.4 tablet": ([tablet(2.4)], 1),
    "1000 a day": ([tablet(1000)], 1),
}


@pytest.mark.parametrize(("target", "need"), [(2.4, 1.2), (2.6, 1.3), (2.8, 1.4)])
def test_the_need_is_half_of_the_target(target: float, need: float) -> None:
    assert need_mcg(target) == pytest.approx(need)


@pytest.mark.parametrize(
    ("regimen", "need", "expected"),
    [
        ("2 x 1.5 fortified", ADULT, Verdict.COVERED),
        ("10 once a day", ADULT, Verdict.LIKELY_COVERED),
        ("2000 once a week", ADULT, Verdict.COVERED),
        ("2000 once a week", PREGNANT, Verdict.COVERED),
        ("2000 once a week", LACTATING, Verdict.COVERED),
        ("one 2.4 tablet", ADULT, Verdict.SHORT),
        ("1000 a day", LACTATING, Verdict.COVERED),
    ],
)
def test_the_verdict_on_a_regimen(regimen: str, need: float, expected: Verdict) -> None:
    doses, days = CHECKS[regimen]
    assert compare(absorbed_range(doses).per_day(days), need) is expected


def test_3_mcg_is_short_in_one_sitting_and_covered_in_two() -> None:
    sitting = absorbed_range([tablet(1.5, 480), tablet(1.5, 540)])
    assert compare(sitting, ADULT) is Verdict.SHORT
    assert compare(absorbed_range([tablet(3)]), ADULT) is Verdict.SHORT
    apart = absorbed_range([tablet(1.5, 480), tablet(1.5, 720)])
    assert compare(apart, ADULT) is Verdict.COVERED


def test_six_days_without_a_dose_and_one_of_2000_are_covered_once_and_not_seven_times() -> None:
    week = [absorbed_range([tablet(2000)]), *[absorbed_range([])] * 6]
    a_day = sum(week, NOTHING_ABSORBED).per_day(7)
    assert a_day.likely == pytest.approx(1.6429, abs=0.0001)
    assert compare(a_day, ADULT) is Verdict.COVERED


@pytest.mark.parametrize(
    ("absorbed", "expected"),
    [
        (AbsorbedRange(1.0, 1.5, 2.0), Verdict.COVERED),
        (AbsorbedRange(0.9, 1.0, 1.1), Verdict.LIKELY_COVERED),
        (AbsorbedRange(0.8, 0.9, 5.0), Verdict.SHORT),
        (NOTHING_ABSORBED, Verdict.SHORT),
    ],
)
def test_exactly_the_need_is_enough_and_the_high_end_decides_nothing(
    absorbed: AbsorbedRange, expected: Verdict
) -> None:
    assert compare(absorbed, 1.0) is expected


@pytest.mark.parametrize("need", [0, -1, math.nan, math.inf])
def test_a_need_that_is_not_a_positive_number_is_refused(need: float) -> None:
    with pytest.raises(ValueError, match="positive number"):
        compare(NOTHING_ABSORBED, need)


def test_the_verdicts_read_as_words() -> None:
    assert [found.value for found in Verdict] == [
        "covered",
        "likely covered",
        "short",
        "not assessed",
    ]
