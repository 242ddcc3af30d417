"""Portions as USDA words them: what they are called, weigh and hold."""

from decimal import Decimal

import pytest

from tracker.library.importing.portions import (
    Weighed,
    label_portions,
    measured_millilitres,
    portions_of,
)
from tracker.nutrition.foods.food import Portion


def weighed(*rows):
    return [Weighed(Decimal(amount), text, Decimal(grams)) for amount, text, grams in rows]


def named(*rows):
    return {one.name: one.grams for one in portions_of(weighed(*rows))}


@pytest.mark.parametrize(
    ("amount", "text", "grams", "name", "one"),
    [
        ("1", "1 cup", "240", "cup", "240"),
        ("1", "1/2 cup", "120", "cup", "240"),
        ("2", "1/2 cup", "240", "cup", "240"),
        ("1", "1.5 bar", "60", "bar", "40"),
        ("3", "piece", "100", "piece", "33.333"),
        ("20", "small", "100", "small", "5"),
        ("1", "oz", "28.35", "oz", "28.35"),
        ("3", "oz", "85", "3 oz", "85"),
    ],
)
def test_a_portion_weighs_what_one_of_it_does_and_a_weight_keeps_its_number(
    amount, text, grams, name, one
):
    assert named((amount, text, grams)) == {name: Decimal(one)}


@pytest.mark.parametrize("row", [("1", "1/0 cup", "9"), ("0", "cup", "9"), ("1", "cup", "0")])
def test_what_is_divided_by_nothing_or_weighs_nothing_is_no_portion(row):
    assert named(row) == {}


def test_of_one_name_the_first_of_the_table_counts():
    assert named(("1", "cup", "240"), ("1", "1 Cup", "100")) == {"cup": Decimal(240)}


def test_where_the_usual_weight_is_nothing_the_first_portion_is_usual():
    rows = weighed(("1", "1 slice", "28"), ("1", "Quantity not specified", "0"))
    assert portions_of(rows) == (Portion("slice", Decimal(28), usual=True),)


@pytest.mark.parametrize(
    ("name", "millilitres"),
    [
        ("cup", "236.588"),
        ("cup (8 fl oz)", "236.588"),
        ("cup, NFS", "236.588"),
        ("cup, no ice", "236.588"),
        ("cup, chopped", None),
        ("cup, with ice", None),
        ("oz", None),
        ("slice", None),
    ],
)
def test_only_a_cup_that_is_full_of_the_food_holds_its_volume(name, millilitres):
    assert measured_millilitres(name) == (Decimal(millilitres) if millilitres else None)


@pytest.mark.parametrize(
    ("size", "in_millilitres", "household", "measured"),
    [
        ("30", False, "", ()),
        ("30", False, "1 cup", (Portion("cup", Decimal(30)),)),
        ("57", False, "2 ONZ", (Portion("2 oz", Decimal(57)),)),
        ("60", False, "2 cookies", (Portion("cookies", Decimal(30)),)),
        ("240", True, "1 bottle", (Portion("bottle", None, Decimal(240)),)),
        # A cup has a volume of its own, which need not be that of the serving.
        ("240", True, "1 cup", ()),
        ("240", True, "8 OZA", ()),
    ],
)
def test_a_label_has_its_serving_and_the_household_measure_it_names(
    size, in_millilitres, household, measured
):
    amounts = (None, Decimal(size)) if in_millilitres else (Decimal(size), None)
    serving = Portion("serving", *amounts, usual=True)
    assert label_portions(Decimal(size), household, in_millilitres=in_millilitres) == (
        serving,
        *measured,
    )
