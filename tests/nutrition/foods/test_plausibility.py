from decimal import Decimal

import pytest

from tracker.nutrition.foods.food import FoodDiet
from tracker.nutrition.foods.plausibility import PrintedLabel, flag_of, flag_of_unfortified


def flag(mcg: str, name: str, serving: str | None = None, **label) -> str:
    return flag_of(Decimal(mcg), PrintedLabel(name, Decimal(serving) if serving else None, **label))


@pytest.mark.parametrize(
    ("mcg", "name", "serving"),
    [
        ("66000000", "CEREAL", None),
        ("205.36", "ENRICHED MACARONI PRODUCT, SPAGHETTI", None),
        ("7.5", "ALMONDMILK, VANILLA", "240"),
        ("12.01", "CEREAL", "100"),
        ("37.5", "OAT MILK", "240"),
        ("18.75", "VANILLA FLAVORED PEDIATRIC SHAKE", None),
        ("161.75", "SPARKLING WATER", None),
        ("30", "SEAWEED SNACK", None),
        ("99", "BEEF LIVER", None),
    ],
)
def test_what_no_food_holds_is_flagged(mcg, name, serving):
    assert flag(mcg, name, serving)


@pytest.mark.parametrize(
    ("mcg", "name", "serving"),
    [
        ("0", "WATER", None),
        ("1.25", "SOYMILK", "240"),
        ("12", "CEREAL", "100"),
        ("0.5", "OAT MILK", None),
        ("20", "CEREAL WITH THE WHOLE OLD DAILY VALUE", "30"),
        ("83.13", "BEEF LIVER", "112"),
        ("98.89", "CLAMS, STEAMED", "85"),
        ("55", "NUTRITIONAL YEAST", "15"),
        ("30", "LIQUID WATER ENHANCER", None),
        ("30", "LIQUID WATER ENHANCER", "2"),
        ("7.06", "DUCK EGGS", None),
    ],
)
def test_what_a_food_can_hold_is_not(mcg, name, serving):
    assert not flag(mcg, name, serving)


def test_the_old_daily_value_shows_where_a_new_label_would_not_round_so():
    # 1.8 µg is 30 % of 6, but 75 % of 2.4, and above 50 % labels round to tens.
    assert "2.5 times" in flag("0.75", "OAT BAR", "240", from_percent=True, year="2020")
    # 3.0 µg is half of 6, but 125 % of 2.4, which no label rounds to.
    assert "2.5 times" in flag("1.25", "OAT BAR", "240", from_percent=True, year="2023")


@pytest.mark.parametrize(
    ("from_percent", "year", "mcg"),
    [
        (False, "2023", "1.25"),
        (True, "2019", "1.25"),
        (True, "2018", "1.25"),
        (True, "", "1.25"),
        (True, "2023", "0.5"),
    ],
)
def test_a_stated_amount_an_old_label_or_a_round_percentage_is_believed(from_percent, year, mcg):
    assert not flag(mcg, "OAT BAR", "240", from_percent=from_percent, year=year)


@pytest.mark.parametrize(
    ("name", "mcg", "why"),
    [
        ("Seaweed, laver, raw", "0", "neither 0 nor an amount"),
        ("Seaweed, dried", "0", "neither 0 nor an amount"),
        ("NORI SHEETS", "0", "neither 0 nor an amount"),
        ("Seaweed, laver, dried", "60", "measured in algae"),
        ("Chlorella, powder", "80", "measured in algae"),
        ("Soymilk, unfortified", "0.7", "holds none"),
    ],
)
def test_what_is_not_credited_to_a_plant_or_an_alga_says_why(name, mcg, why):
    assert why in flag_of_unfortified(name, FoodDiet.VEGAN, Decimal(mcg))


@pytest.mark.parametrize(
    ("name", "diet", "mcg"),
    [
        ("Seaweed, kelp, raw", FoodDiet.VEGAN, "0"),
        ("Soup, nori and fish", FoodDiet.OTHER, "0"),
        ("Soup, seaweed", FoodDiet.OTHER, "0.29"),
        ("Yeast extract spread", FoodDiet.VEGAN, "0.5"),
    ],
)
def test_a_zero_of_other_algae_and_what_fish_or_a_ferment_brings_is_believed(name, diet, mcg):
    assert not flag_of_unfortified(name, diet, Decimal(mcg))
