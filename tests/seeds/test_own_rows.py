"""What the rows with ranges say of a food agrees with their notes and with USDA's rows."""

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"


def rows_of(file_name):
    with (SEEDS / file_name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FOODS = rows_of("foods.csv")
FOOD_BY_NAME = {row["name"]: row for row in FOODS}
SR_LEGACY = {row["key"].removeprefix("sr:"): row for row in rows_of("usda_sr_legacy.csv")}
# FoodData Central numbered the foods of FNDDS 2021-2023 one by one, in the order of their codes.
FNDDS = {str(2705383 + at): row for at, row in enumerate(rows_of("usda_fndds.csv"))}


def usda_rows(food):
    """USDA's rows from which a food has its figures; labels are in neither table."""
    found = (SR_LEGACY.get(one) or FNDDS.get(one) for one in food["source_id"].split("|"))
    return [row for row in found if row]


def test_the_rows_of_usda_are_those_of_the_figures():
    measured = [row for row in FOODS if row["source"] == "USDA FNDDS 2021-2023"]
    assert len(measured) > 30
    for food in measured:
        [row] = usda_rows(food)
        assert Decimal(food["best_mcg"]) * 1000 == int(row["ng_per_100g"]), food


# Diet

VEGAN_BY_WHAT_IT_IS = {
    "seitan": "wheat gluten itself; USDA's row is of every such substitute, some bound with egg",
    "vegan sausage": "its figures alone are those of the meatless ones, some bound with egg",
    "espresso": "coffee and water; USDA's row is vegetarian for the restaurant in its name",
}
"""Vegan foods whose row in USDA's table is not, and why."""

VEGAN_BY_THEIR_NOTE = {
    "baked beans": "the vegetarian kind from a can; USDA's leave open whether pork is in them",
    "popcorn": "air-popped; USDA's leaves open whether butter is on it",
}
"""Vegan foods whose notes say which kind they are, where USDA's row of the name does not."""

MAY_HOLD = re.compile(
    r"\b(?:often|many|some|usually)\b[^;]*\b(?:egg|milk|cheese|honey|ghee|butter|lard|meat|fish)\b"
)


def test_a_vegan_food_is_vegan_in_the_row_of_usda_that_it_is_from():
    found = {
        food["name"]
        for food in FOODS
        if food["diet"] == "vegan" and any(row["diet"] != "vegan" for row in usda_rows(food))
    }
    assert found == set(VEGAN_BY_WHAT_IT_IS)


def test_a_vegan_food_is_vegan_in_the_rows_of_usda_that_have_its_name():
    named = {}
    for row in [*SR_LEGACY.values(), *FNDDS.values()]:
        named.setdefault(row["name"].lower().removesuffix(", nfs"), []).append(row)
    found = {
        food["name"]
        for food in FOODS
        if food["diet"] == "vegan"
        for wording in (food["name"], *food["aliases"].split("|"))
        if any(row["diet"] != "vegan" for row in named.get(wording, ()))
    }
    assert found == set(VEGAN_BY_THEIR_NOTE)


def test_a_food_whose_note_says_that_it_may_hold_egg_milk_or_meat_is_not_vegan():
    assert MAY_HOLD.search(FOOD_BY_NAME["veggie burger"]["note"])
    found = [food for food in FOODS if food["diet"] == "vegan" and MAY_HOLD.search(food["note"])]
    assert found == []


@pytest.mark.parametrize(
    ("name", "diet"),
    [
        ("veggie burger", "vegetarian"),
        ("veggie sausage", "vegetarian"),
        ("vegan sausage", "vegan"),
        ("fortified cereal", "vegetarian"),
        ("soy protein powder", "vegetarian"),
        ("chapati", "vegetarian"),
        ("pasta sauce", "vegetarian"),
        ("vegetable soup", "other"),
        ("bean burrito", "other"),
    ],
)
def test_a_food_that_commonly_holds_egg_milk_or_meat_is_not_vegan(name, diet):
    assert FOOD_BY_NAME[name]["diet"] == diet


def test_a_wording_that_says_vegan_is_of_a_vegan_food():
    for food in FOODS:
        if "vegan" in f"{food['name']}|{food['aliases']}":
            assert food["diet"] == "vegan", food


# Raw or cooked

RAW_AS_EATEN = {"fruit", "vegetable", "nut"}
"""Groups of which people mean what USDA measured raw, where neither name nor note says more."""

COOKED_AS_EATEN = {"fish", "shellfish", "meat", "organ-meat", "egg", "nut", "vegetable"}
"""The same of what it measured cooked; a tin of milk or a bottle of juice is not meant so."""

BY_HAND = {
    "roast beef": "cooked",  # the rule reads “roasted”: a roast of USDA's may be a raw cut
    "fortified coconut milk": "",  # its note says what it is not: canned
}


def expected_state(food, state_of):
    if food["name"] in BY_HAND:
        return BY_HAND[food["name"]]
    said = state_of(f"{food['name']}, {food['note'].partition(';')[0]}")
    if said:
        return said
    measured = {row["state"] for row in usda_rows(food)}
    if measured == {"raw"} and food["group"] in RAW_AS_EATEN:
        return "raw"
    return "cooked" if measured == {"cooked"} and food["group"] in COOKED_AS_EATEN else ""


def test_the_state_is_what_the_name_the_note_or_the_row_of_usda_says(tools):
    make_usda, _ = tools
    wrong = {
        food["name"]: (food["state"], expected_state(food, make_usda.state_of))
        for food in FOODS
        if food["state"] != expected_state(food, make_usda.state_of)
    }
    assert wrong == {}


def test_no_state_contradicts_the_row_of_usda():
    for food in FOODS:
        measured = {row["state"] for row in usda_rows(food)} - {""}
        assert not food["state"] or measured <= {food["state"]}, food


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("raw oyster", "raw"),
        ("oyster", "cooked"),
        ("lentils", "cooked"),
        ("egg", "cooked"),
        ("egg yolk", "raw"),
        ("spinach", "raw"),
        ("cooked spinach", "cooked"),
        ("apple", "raw"),
        ("roast beef", "cooked"),
        ("chicken", ""),
        ("fortified coconut milk", ""),
        ("nori", ""),
        ("tofu", ""),
        ("orange juice", ""),
        ("evaporated milk", ""),
        ("oats", ""),
        ("milk", ""),
    ],
)
def test_raw_and_cooked_are_said_where_they_are_known_alone(name, state):
    assert FOOD_BY_NAME[name]["state"] == state
