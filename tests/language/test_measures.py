"""Measures that every food shares, as NIST Handbook 44, appendix C, has them."""

from fractions import Fraction

import pytest

from tracker.language.measures import Dimension, measure_named


def size(name):
    return measure_named(name).size


@pytest.mark.parametrize(
    ("one", "times", "other"),
    [
        ("kg", 1000, "g"),
        ("g", 1000, "mg"),
        ("lb", 16, "oz"),
        ("l", 10, "dl"),
        ("dl", 10, "cl"),
        ("cl", 10, "ml"),
        ("tbsp", 3, "tsp"),
        ("fl oz", 2, "tbsp"),
        ("cup", 8, "fl oz"),
        ("pint", 2, "cup"),
    ],
)
def test_a_measure_holds_so_many_of_the_next_smaller_one(one, times, other):
    assert size(one) == times * size(other)
    assert measure_named(one).dimension is measure_named(other).dimension


def test_a_pound_and_a_us_cup_are_those_of_the_handbook():
    assert (size("g"), size("ml")) == (1, 1)
    assert size("lb") == Fraction("453.59237")
    assert size("cup") == Fraction("236.5882365")
    assert measure_named("lb").dimension is Dimension.WEIGHT
    assert measure_named("cup").dimension is Dimension.VOLUME


@pytest.mark.parametrize("spelling", ["tbsp", "Tbsp.", "tablespoons", "tblsp", "TBS"])
def test_a_measure_is_found_by_every_spelling(spelling):
    assert measure_named(spelling) is measure_named("tbsp")


def test_a_portion_of_a_food_is_no_measure_of_all_foods():
    assert measure_named("slice") is None
