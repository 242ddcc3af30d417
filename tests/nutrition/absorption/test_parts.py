"""What an intake brings, and from which origin."""

from datetime import date, time
from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.nutrition.absorption.model.oral import (
    NORMAL,
    OralDose,
    Uptake,
    absorbed_range,
)
from tracker.nutrition.absorption.parts import Origin, absorbed_parts
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.intake import Intake, IntakeKind
from tracker.nutrition.diary.when import When

WHEN = When(date(2026, 11, 22), time(8))


def brought(low, best, high, added=0, uptake=NORMAL):
    """What a food brings, by origin."""
    content = ContentRange(Decimal(low), Decimal(best), Decimal(high))
    intake = Intake(
        IntakeKind.FOOD, "stew", Fraction(1), None, content, WHEN, fortified_mcg=Decimal(added)
    )
    return {part.origin: part.absorbed for part in absorbed_parts([intake], 0, lambda _: uptake)}


@pytest.mark.parametrize("uptake", [NORMAL, Uptake(food_bound_counts=False)])
def test_what_a_food_of_likely_none_may_hold_is_bound_in_it(uptake):
    found = brought(0, 0, 2, uptake=uptake)
    bound = OralDose(0, food_bound=True, low_mcg=0, high_mcg=2, uptake=uptake)
    assert found[Origin.FOOD] == absorbed_range([bound])
    assert found[Origin.FORTIFIED].high == 0


def test_the_ends_of_a_range_are_parted_as_its_best_value_is():
    found = brought(1, 2, 4, added="0.5", uptake=Uptake(intrinsic_factor=False))
    likely = {origin: absorbed.likely for origin, absorbed in found.items()}
    assert likely == pytest.approx({Origin.FOOD: 0.0075, Origin.FORTIFIED: 0.0025})
    low = {origin: absorbed.low for origin, absorbed in found.items()}
    assert low == pytest.approx({Origin.FOOD: 0.00375, Origin.FORTIFIED: 0.00125})
