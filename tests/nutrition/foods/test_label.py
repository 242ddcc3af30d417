"""What a label states."""

from decimal import Decimal

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.foods.content import Basis, FoodContent
from tracker.nutrition.foods.food import Food
from tracker.nutrition.foods.label import (
    is_percent_of_a_label,
    percent_daily_value,
    with_serving,
    with_weight,
)

BREW = Food(
    "own:1", "brew", FoodContent(ContentRange.exactly(Decimal(2)), Decimal(100), Basis.GRAM), ()
)


def test_a_percentage_of_a_label_is_known_by_its_source_again():
    stated = percent_daily_value(Decimal(25), Decimal(6), fortified=True)
    assert stated.content.best == Decimal("1.5")
    assert is_percent_of_a_label(stated.source)
    assert not is_percent_of_a_label("label")
    assert not is_percent_of_a_label("as stated")


@pytest.mark.parametrize("serving", ["1 bar", "1 cup"])
@pytest.mark.parametrize("weight", ["0", "0.0004", "100001", "9" * 40])
def test_a_serving_that_weighs_nothing_or_more_than_anything_is_refused(serving, weight):
    with pytest.raises(TrackerError):
        with_serving(BREW, serving, Decimal(weight))


@pytest.mark.parametrize("serving", ["1 bar", "1 cup"])
@pytest.mark.parametrize(("weight", "kept"), [("0.001", "0.001"), ("60.1234", "60.123")])
def test_a_serving_weighs_what_a_scale_says_to_the_milligram(serving, weight, kept):
    (portion,) = with_serving(BREW, serving, Decimal(weight)).portions
    assert portion.grams == Decimal(kept)


@pytest.mark.parametrize("serving", ["1 bar", "3 bars", "serving", "100 ml", "1 cup"])
def test_a_weight_that_is_given_later_or_taken_out_is_as_if_it_had_been_so(serving):
    plain = with_serving(BREW, serving, None)
    weighed = with_serving(BREW, serving, Decimal(60))
    assert with_weight(plain, Decimal(60)) == weighed
    assert with_weight(weighed, None) == plain
    assert with_weight(weighed, Decimal(30)) == with_serving(BREW, serving, Decimal(30))


def test_a_serving_by_weight_without_its_weight_is_a_serving():
    plain = with_weight(with_serving(BREW, "30 g", None), None)
    assert (plain.content.per_amount, plain.content.per_unit) == (1, Basis.SERVING)
    assert [(one.name, one.grams) for one in plain.portions] == [("serving", None)]


@pytest.mark.parametrize("weight", ["0", "0.0004", "100001"])
def test_a_weight_that_no_serving_has_is_refused(weight):
    with pytest.raises(TrackerError):
        with_weight(with_serving(BREW, "1 bar", None), Decimal(weight))
