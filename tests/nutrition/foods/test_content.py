"""What a food holds, for how much of it, and how sure that is."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.foods.content import Basis, FoodContent

ONE = ContentRange.exactly(Decimal(1))
IN_100_G = FoodContent(ONE, Decimal(100), Basis.GRAM)


@pytest.mark.parametrize(
    ("added", "fortified", "part"),
    [("0.4", True, "0.4"), ("2", True, "1"), (None, True, "1"), (None, False, "0")],
)
def test_the_added_part_is_never_more_than_the_whole(added, fortified, part):
    told = None if added is None else Decimal(added)
    stated = replace(IN_100_G, fortified=fortified, added_mcg=told)
    assert stated.added_part_mcg == Decimal(part)


@pytest.mark.parametrize(
    ("per_amount", "per_unit", "density", "best", "per"),
    [
        ("50", Basis.GRAM, None, "2", "100 g"),
        ("50", Basis.GRAM, Fraction(5, 4), "2", "100 g"),
        ("50", Basis.MILLILITRE, None, "2", "100 ml"),
        ("50", Basis.MILLILITRE, Fraction(5, 4), "1.6", "100 g"),
        ("1", Basis.SERVING, Fraction(5, 4), None, "100 g"),
    ],
)
def test_100_g_are_said_where_a_weight_is_known(per_amount, per_unit, density, best, per):
    stated = FoodContent(ONE, Decimal(per_amount), per_unit, Decimal("0.5"), fortified=True)
    content, unit = stated.per_100(density)
    assert (content and content.best, unit) == (best and Decimal(best), per)
    assert stated.added_per_100(density) == (best and Decimal(best) / 2)


def test_of_what_is_not_known_nothing_is_said():
    unknown = replace(IN_100_G, mcg=None, fortified=True)
    assert unknown.per_100(None) == (None, "100 g")
    assert unknown.added_per_100(None) is None
    assert unknown.times(Fraction(2)) is None
    assert IN_100_G.times(None) is None


def test_a_flagged_content_counts_with_the_persons_word_alone():
    doubtful = replace(IN_100_G, flag="too much")
    assert (doubtful.counted, doubtful.accepted().counted) == (None, ONE)
