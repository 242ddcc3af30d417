"""Supplements of one's own: what their strength may be."""

from decimal import Decimal

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.amounts import IMPLAUSIBLE_MCG
from tracker.services.supplements.supplements import SupplementChanges, add_supplement

BIT = Decimal("0.001")


@pytest.mark.parametrize("strength", [BIT, IMPLAUSIBLE_MCG])
def test_any_strength_up_to_the_most_that_is_in_use_is_kept(diary, strength):
    assert add_supplement(diary, "x", SupplementChanges(strength)).strength_mcg == strength


def test_more_than_is_in_use_needs_the_persons_word_and_nothing_is_no_strength(diary):
    more = IMPLAUSIBLE_MCG + BIT
    with pytest.raises(TrackerError, match="--anyway"):
        add_supplement(diary, "x", SupplementChanges(more))
    assert add_supplement(diary, "x", SupplementChanges(more, anyway=True)).strength_mcg == more
    with pytest.raises(TrackerError, match="more than zero"):
        add_supplement(diary, "y", SupplementChanges(Decimal(0)))
