"""The reference data is complete, consistent and says where it comes from."""

import csv
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"

COLUMNS = {
    "reference_intakes.csv": (
        "standard,life_stage,phase,from_months,to_months,kind,"
        "ear_mcg,amount_mcg,confidence,source,note"
    ),
    "foods.csv": (
        "key,name,aliases,group,diet,state,origin,per_amount,per_unit,"
        "low_mcg,best_mcg,high_mcg,printed,source,source_id,confidence,market,note"
    ),
    "portions.csv": "food_key,name,grams,millilitres,usual,source",
    "supplements.csv": (
        "key,name,aliases,strength_mcg,unit,form,route,source,source_id,confidence,note"
    ),
}

MILLILITRES = {
    "cup": "236.588",
    "bowl": "236.588",
    "tbsp": "14.787",
    "tsp": "4.929",
    "fl oz": "29.574",
}


def rows_of(file_name):
    with (SEEDS / file_name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


REFERENCE_INTAKES = rows_of("reference_intakes.csv")
FOODS = rows_of("foods.csv")
PORTIONS = rows_of("portions.csv")
SUPPLEMENTS = rows_of("supplements.csv")
FOOD_BY_NAME = {row["name"]: row for row in FOODS}


def portions_of(name):
    key = FOOD_BY_NAME[name]["key"]
    return {row["name"]: row for row in PORTIONS if row["food_key"] == key}


def singular(word):
    """Roughly what a reader of either form would look up."""
    for ending, instead in (("ies", "y"), ("oes", "o"), ("ches", "ch"), ("shes", "sh")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + instead
    if word.endswith("s") and not word.endswith(("ss", "us")):
        return word[:-1]
    return word


def wordings(row):
    names = [row["name"], *filter(None, row["aliases"].split("|"))]
    return [" ".join(singular(word) for word in name.lower().split()) for name in names]


# Files


@pytest.mark.parametrize("file_name", COLUMNS)
def test_file_has_its_columns_in_order(file_name):
    text = (SEEDS / file_name).read_bytes().decode("utf-8")
    assert text.splitlines()[0] == COLUMNS[file_name]


@pytest.mark.parametrize("file_name", COLUMNS)
def test_file_is_plain_utf8_with_unix_line_ends(file_name):
    data = (SEEDS / file_name).read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b"\n")


@pytest.mark.parametrize("file_name", COLUMNS)
def test_every_row_fills_exactly_the_columns(file_name):
    for row in rows_of(file_name):
        assert None not in row
        assert None not in row.values()


@pytest.mark.parametrize("file_name", COLUMNS)
def test_no_cell_has_stray_blanks(file_name):
    for row in rows_of(file_name):
        for column, cell in row.items():
            assert cell == cell.strip(), (column, row)
            assert "\u03bc" not in cell, (column, row)


@pytest.mark.parametrize("file_name", COLUMNS)
def test_every_row_names_its_source(file_name):
    assert all(row["source"] for row in rows_of(file_name))


@pytest.mark.parametrize("file_name", COLUMNS)
def test_no_row_appears_twice(file_name):
    rows = [tuple(row.values()) for row in rows_of(file_name)]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("rows", [REFERENCE_INTAKES, FOODS, SUPPLEMENTS])
def test_confidence_is_one_of_four_letters(rows):
    assert {row["confidence"] for row in rows} <= set("PSCU")


@pytest.mark.parametrize("rows", [REFERENCE_INTAKES, FOODS, SUPPLEMENTS])
def test_an_unverified_row_says_so(rows):
    for row in rows:
        if row["confidence"] == "U":
            assert "unverified" in row["note"], row


def test_the_folder_is_data_and_not_a_module():
    assert not (SEEDS / "__init__.py").exists()


def test_sources_page_names_every_usda_release_and_standard():
    text = (SEEDS / "SOURCES.md").read_text(encoding="utf-8")
    for word in (
        "SR Legacy",
        "FNDDS 2021-2023",
        "NHANES",
        *{row["standard"] for row in REFERENCE_INTAKES},
    ):
        assert word in text


# Reference intakes

BANDS = {
    "iom-1998": [
        (0, 6, "AI", "", "0.4"),
        (6, 12, "AI", "", "0.5"),
        (12, 48, "RDA", "0.7", "0.9"),
        (48, 108, "RDA", "1.0", "1.2"),
        (108, 168, "RDA", "1.5", "1.8"),
        (168, 228, "RDA", "2.0", "2.4"),
        (228, 372, "RDA", "2.0", "2.4"),
        (372, 612, "RDA", "2.0", "2.4"),
        (612, 852, "RDA", "2.0", "2.4"),
        (852, None, "RDA", "2.0", "2.4"),
    ],
    "dach-2018": [
        (0, 4, "AI", "", "0.5"),
        (4, 12, "AI", "", "1.4"),
        (12, 48, "AI", "", "1.5"),
        (48, 84, "AI", "", "2.0"),
        (84, 120, "AI", "", "2.5"),
        (120, 156, "AI", "", "3.5"),
        (156, 180, "AI", "", "4.0"),
        (180, 228, "AI", "", "4.0"),
        (228, None, "AI", "", "4.0"),
    ],
    "efsa-2015": [
        (7, 12, "AI", "", "1.5"),
        (12, 48, "AI", "", "1.5"),
        (48, 84, "AI", "", "1.5"),
        (84, 132, "AI", "", "2.5"),
        (132, 180, "AI", "", "3.5"),
        (180, 216, "AI", "", "4.0"),
        (216, None, "AI", "", "4.0"),
    ],
    "uk-1991": [
        (0, 6, "RNI", "", "0.3"),
        (6, 12, "RNI", "", "0.4"),
        (12, 48, "RNI", "", "0.5"),
        (48, 84, "RNI", "", "0.8"),
        (84, 132, "RNI", "", "1.0"),
        (132, 180, "RNI", "", "1.2"),
        (180, None, "RNI", "", "1.5"),
    ],
}

PHASES = {
    "iom-1998": [("pregnancy", "RDA", "2.2", "2.6"), ("lactation", "RDA", "2.4", "2.8")],
    "dach-2018": [("pregnancy", "AI", "", "4.5"), ("lactation", "AI", "", "5.5")],
    "efsa-2015": [("pregnancy", "AI", "", "4.5"), ("lactation", "AI", "", "5.0")],
    "uk-1991": [("pregnancy", "RNI", "", "1.5"), ("lactation", "RNI", "", "2.0")],
}


def bands_of(standard):
    return [
        row for row in REFERENCE_INTAKES if row["standard"] == standard and row["phase"] == "none"
    ]


def test_the_four_standards_are_there():
    assert {row["standard"] for row in REFERENCE_INTAKES} == set(BANDS)


@pytest.mark.parametrize("standard", BANDS)
def test_bands_are_those_of_the_standard(standard):
    found = [
        (
            int(row["from_months"]),
            int(row["to_months"]) if row["to_months"] else None,
            row["kind"],
            row["ear_mcg"],
            row["amount_mcg"],
        )
        for row in bands_of(standard)
    ]
    assert found == BANDS[standard]


@pytest.mark.parametrize("standard", BANDS)
def test_bands_touch_and_never_overlap(standard):
    bands = bands_of(standard)
    for earlier, later in pairwise(bands):
        assert earlier["to_months"] == later["from_months"]
        assert int(earlier["from_months"]) < int(earlier["to_months"])
    assert bands[-1]["to_months"] == ""


@pytest.mark.parametrize("standard", PHASES)
def test_pregnancy_and_lactation_have_no_ages(standard):
    rows = [
        row for row in REFERENCE_INTAKES if row["standard"] == standard and row["phase"] != "none"
    ]
    assert [
        (row["phase"], row["kind"], row["ear_mcg"], row["amount_mcg"]) for row in rows
    ] == PHASES[standard]
    assert all(row["from_months"] == row["to_months"] == "" for row in rows)
    assert all(row["life_stage"] == row["phase"] for row in rows)


def test_a_life_stage_appears_once_in_a_standard():
    stages = Counter((row["standard"], row["life_stage"]) for row in REFERENCE_INTAKES)
    assert max(stages.values()) == 1


def test_an_estimated_average_requirement_is_below_its_allowance():
    for row in REFERENCE_INTAKES:
        if row["ear_mcg"]:
            assert row["kind"] == "RDA"
            assert Decimal(row["ear_mcg"]) < Decimal(row["amount_mcg"])


def test_the_default_standard_names_its_life_stages():
    stages = [row["life_stage"] for row in REFERENCE_INTAKES if row["standard"] == "iom-1998"]
    assert stages == [
        "0-6 months",
        "7-12 months",
        "1-3 years",
        "4-8 years",
        "9-13 years",
        "14-18 years",
        "19-30 years",
        "31-50 years",
        "51-70 years",
        "over 70 years",
        "pregnancy",
        "lactation",
    ]


# Foods

ARTICLE = {
    "beef liver": ("28.35", "g", "20.0", "23.6", "open", ">1000", "168627"),
    "clams": ("84", "g", "15.7", "15.7", "83.1", "~1000", "171976"),
    "fortified cereal": ("1", "serving", "0.6", "0.6", "2.4", "~25-100", ""),
    "trout": ("35.5", "g", "1.46", "1.46", "4.5", "~50", "173718"),
    "salmon": ("154", "g", "3.0", "4.7", "7.7", "~50", "171998"),
    "tuna": ("85", "g", "0.99", "2.17", "2.54", "~40", "173709"),
    "egg": ("50", "g", "0.36", "0.56", "0.6", "~10", "173424"),
    "milk": ("244", "g", "0.73", "1.29", "1.49", "~20", "171267"),
    "yogurt": ("170", "g", "0.63", "0.95", "1.5", "~15-25", "170886"),
    "beef": ("85", "g", "0.9", "1.43", "2.24", "~15-20", "174054"),
}

USUAL = {
    "beef liver": ("serving", "28.35", ""),
    "clams": ("serving", "84", ""),
    "fortified cereal": ("serving", "", ""),
    "trout": ("half fillet", "35.5", ""),
    "salmon": ("half fillet", "154", ""),
    "tuna": ("serving", "85", ""),
    "egg": ("large", "50", ""),
    "milk": ("cup", "244", "236.588"),
    "yogurt": ("pot", "170", ""),
    "beef": ("serving", "85", ""),
}

RULED_OUT = {
    "trout": "1.2",
    "salmon": "1.2",
    "tuna": "0.96",
    "egg": "0.24",
    "milk": "0.48",
    "yogurt": "0.36 to 0.6",
    "beef": "0.36 to 0.48",
}

FORTIFIED = {
    "fortified soy milk": ("243", "0.9", "0.92", "3"),
    "fortified almond milk": ("240", "0.79", "0.8", "3"),
    "fortified oat milk": ("244", "0.2", "1.2", "3"),
    "fortified rice milk": ("100", "0.63", "0.63", "0.63"),
    "fortified coconut milk": ("100", "0.63", "0.63", "1.25"),
    "uk plant milk": ("100", "0.38", "0.38", "0.38"),
    "fortified soy yogurt": ("100", "0.28", "0.28", "0.38"),
    "fortified nutritional yeast": ("15", "6.6", "8.3", "24"),
    "marmite": ("8", "1.9", "1.9", "1.9"),
    "beyond burger": ("113", "2.4", "2.4", "2.4"),
    "veggie burger": ("100", "0", "0", "2.01"),
    "veggie sausage": ("100", "0", "0", "2.35"),
    "vegan sausage": ("100", "0", "0", "2.35"),
    "plant milk latte": ("100", "0", "0.31", "1.02"),
    "corn flakes": ("100", "0", "1.8", "5.36"),
    "bran flakes": ("100", "0", "1.81", "5"),
    "infant formula": ("100", "0.16", "0.18", "0.3"),
}

MEASURED = {
    "cheddar": "1.1",
    "sockeye salmon": "4.47",
    "ground beef": "2.64",
    "whole milk": "0.45",
    "scrambled egg": "0.76",
    "sardine": "8.94",
    "chicken breast": "0.34",
    "chicken liver": "16.85",
    "tempeh": "0.08",
    "mushroom": "0.04",
}

TRUE_ZEROS = [
    "spirulina",
    "kelp",
    "tofu",
    "seitan",
    "lentils",
    "chickpeas",
    "black beans",
    "kidney beans",
    "peas",
    "hummus",
    "peanut butter",
    "almonds",
    "walnuts",
    "rice",
    "pasta",
    "bread",
    "oats",
    "quinoa",
    "potato",
    "broccoli",
    "spinach",
    "carrot",
    "tomato",
    "onion",
    "apple",
    "banana",
    "orange",
    "avocado",
    "olive oil",
    "coffee",
    "tea",
    "water",
    "unfortified soy milk",
    "unfortified almond milk",
    "unfortified oat milk",
]


@pytest.mark.parametrize("name", ARTICLE)
def test_a_food_of_the_article_has_the_range_that_the_diary_keeps(name):
    row = FOOD_BY_NAME[name]
    assert (
        row["per_amount"],
        row["per_unit"],
        row["low_mcg"],
        row["best_mcg"],
        row["high_mcg"],
        row["printed"],
        row["source_id"],
    ) == ARTICLE[name]
    assert row["source"].startswith("article, % Daily Value as printed")


@pytest.mark.parametrize("name", RULED_OUT)
def test_a_reading_that_measurement_rules_out_is_told_and_not_counted(name):
    row = FOOD_BY_NAME[name]
    reading = RULED_OUT[name].split()[0]
    assert f"the print on 2.4 µg would say {RULED_OUT[name]} µg" in row["note"]
    assert Decimal(reading) < Decimal(row["low_mcg"])


@pytest.mark.parametrize("name", FORTIFIED)
def test_a_food_with_added_b12_has_what_is_likely_between_its_labels(name):
    row = FOOD_BY_NAME[name]
    found = (row["per_amount"], row["low_mcg"], row["best_mcg"], row["high_mcg"])
    assert found == FORTIFIED[name]


def test_the_best_value_is_the_highest_only_where_there_is_no_range():
    for row in FOODS:
        assert row["best_mcg"] != row["high_mcg"] or row["low_mcg"] == row["high_mcg"], row


def test_only_the_foods_of_the_article_have_printed_text():
    assert {row["name"] for row in FOODS if row["printed"]} == set(ARTICLE)


@pytest.mark.parametrize("name", USUAL)
def test_a_food_of_the_article_is_eaten_by_the_serving_of_the_article(name):
    usual = [row for row in portions_of(name).values() if row["usual"] == "1"]
    assert [(row["name"], row["grams"], row["millilitres"]) for row in usual] == [USUAL[name]]


@pytest.mark.parametrize("name", MEASURED)
def test_a_measured_food_is_a_range_of_one_point(name):
    row = FOOD_BY_NAME[name]
    assert (row["per_amount"], row["per_unit"]) == ("100", "g")
    assert [row["low_mcg"], row["best_mcg"], row["high_mcg"]] == [MEASURED[name]] * 3


@pytest.mark.parametrize("name", TRUE_ZEROS)
def test_a_food_without_b12_is_a_true_zero(name):
    row = FOOD_BY_NAME[name]
    assert [row["low_mcg"], row["best_mcg"], row["high_mcg"]] == ["0", "0", "0"]


def test_there_are_at_least_seventy_foods_beside_those_of_the_article():
    assert len(FOODS) - len(ARTICLE) >= 70


def test_food_keys_are_unique_and_made_of_plain_letters():
    keys = [row["key"] for row in FOODS]
    assert len(keys) == len(set(keys))
    for key in keys:
        assert all(part.isascii() and part.isalnum() for part in key.split("-"))
        assert key == key.lower()


def test_choices_of_a_food_are_known():
    assert {row["diet"] for row in FOODS} == {"vegan", "vegetarian", "other"}
    assert {row["origin"] for row in FOODS} == {"food", "fortified"}
    assert {row["per_unit"] for row in FOODS} == {"g", "ml", "serving"}
    assert all(row["group"] for row in FOODS)


@pytest.mark.parametrize("rows", [FOODS, SUPPLEMENTS], ids=["foods", "supplements"])
def test_a_name_or_alias_belongs_to_one_row_in_the_singular_and_plural(rows):
    owners = Counter(wording for row in rows for wording in wordings(row))
    assert [wording for wording, count in owners.items() if count > 1] == []


def test_names_of_foods_are_lower_case():
    assert all(row["name"] == row["name"].lower() for row in FOODS)
    assert all(row["aliases"] == row["aliases"].lower() for row in FOODS)


@pytest.mark.parametrize(
    "bare",
    [
        "soy milk",
        "soya milk",
        "almond milk",
        "oat milk",
        "rice milk",
        "coconut milk",
        "plant milk",
        "soy yogurt",
        "nutritional yeast",
    ],
)
def test_a_name_that_leaves_fortification_open_belongs_to_no_food(bare):
    assert not [row["name"] for row in FOODS if bare in wordings(row)]


@pytest.mark.parametrize("kind", ["soy milk", "almond milk", "oat milk", "rice milk"])
def test_a_plant_milk_is_listed_with_and_without_added_b12(kind):
    assert Decimal(FOOD_BY_NAME[f"fortified {kind}"]["best_mcg"]) > 0
    assert FOOD_BY_NAME[f"fortified {kind}"]["origin"] == "fortified"
    assert FOOD_BY_NAME[f"unfortified {kind}"]["best_mcg"] == "0"
    assert FOOD_BY_NAME[f"unfortified {kind}"]["origin"] == "food"


def test_ranges_are_complete_or_not_known_and_in_order():
    for row in FOODS:
        amounts = [row["low_mcg"], row["best_mcg"], row["high_mcg"]]
        if not any(amounts):
            continue
        low, best = Decimal(amounts[0]), Decimal(amounts[1])
        high = Decimal("Infinity") if amounts[2] == "open" else Decimal(amounts[2])
        assert 0 <= low <= best <= high, row
        assert Decimal(row["per_amount"]) > 0


def test_only_liver_is_open_at_the_top():
    assert [row["name"] for row in FOODS if row["high_mcg"] == "open"] == ["beef liver"]


def test_a_food_with_added_b12_names_its_market():
    assert all(row["market"] for row in FOODS if row["origin"] == "fortified")


def test_a_vegan_food_that_nothing_was_added_to_has_next_to_none():
    for row in FOODS:
        if row["diet"] == "vegan" and row["origin"] == "food" and row["high_mcg"]:
            assert Decimal(row["high_mcg"]) <= Decimal("0.5"), row


def test_a_usda_figure_carries_its_fdc_id():
    for row in FOODS:
        if row["source"].startswith("USDA SR Legacy") or "FNDDS" in row["source"]:
            assert row["source_id"], row
        assert all(part.isdigit() for part in row["source_id"].split("|") if part)


def test_spirulina_is_said_to_be_pseudovitamin():
    assert "pseudovitamin" in FOOD_BY_NAME["spirulina"]["note"]


@pytest.mark.parametrize("name", ["nori", "chlorella"])
def test_nori_and_chlorella_are_neither_zero_nor_an_amount(name):
    row = FOOD_BY_NAME[name]
    assert [row["low_mcg"], row["best_mcg"], row["high_mcg"]] == ["", "", ""]
    assert "measured, not credited" in row["note"]


# Portions


def test_every_portion_is_of_a_food_in_the_table():
    assert {row["food_key"] for row in PORTIONS} == {row["key"] for row in FOODS}


def test_every_food_has_exactly_one_usual_portion():
    assert {row["usual"] for row in PORTIONS} == {"0", "1"}
    usual = Counter(row["food_key"] for row in PORTIONS if row["usual"] == "1")
    assert set(usual) == {row["key"] for row in FOODS}
    assert set(usual.values()) == {1}


def test_a_food_names_each_portion_once_in_lower_case():
    names = Counter((row["food_key"], row["name"]) for row in PORTIONS)
    assert max(names.values()) == 1
    assert all(row["name"] and row["name"] == row["name"].lower() for row in PORTIONS)


def test_every_portion_but_the_fortified_cereal_has_a_weight():
    for row in PORTIONS:
        if row["food_key"] == "fortified-cereal":
            assert (row["name"], row["grams"], row["millilitres"]) == ("serving", "", "")
        else:
            assert Decimal(row["grams"]) > 0


def test_a_volume_is_the_us_measure_of_that_name():
    for row in PORTIONS:
        if row["name"] in MILLILITRES:
            assert row["millilitres"] == MILLILITRES[row["name"]], row
        elif row["name"] == "glass":
            assert row["millilitres"] == ("147.868" if row["food_key"] == "wine" else "240")
        else:
            assert row["millilitres"] == "", row


def test_the_volumes_of_a_food_agree_in_density():
    densities = {}
    for row in PORTIONS:
        if row["millilitres"]:
            density = Decimal(row["grams"]) / Decimal(row["millilitres"])
            densities.setdefault(row["food_key"], []).append(density)
    for food_key, values in densities.items():
        assert max(values) / min(values) <= Decimal("1.03"), food_key


def test_a_density_is_that_of_something_that_can_be_eaten():
    for row in PORTIONS:
        if row["millilitres"]:
            density = Decimal(row["grams"]) / Decimal(row["millilitres"])
            assert Decimal("0.03") < density < Decimal("1.5"), row


def test_a_food_measured_by_volume_has_a_volume_portion():
    for food in FOODS:
        if food["per_unit"] == "ml":
            assert any(row["millilitres"] for row in portions_of(food["name"]).values())


# Supplements


def test_there_are_at_least_twenty_five_supplements_with_unique_keys():
    keys = [row["key"] for row in SUPPLEMENTS]
    assert len(keys) == len(set(keys)) >= 25


def test_choices_of_a_supplement_are_known():
    assert {row["unit"] for row in SUPPLEMENTS} <= {
        "tablet",
        "capsule",
        "lozenge",
        "drop",
        "spray",
        "injection",
        "gummy",
        "sachet",
    }
    assert {row["form"] for row in SUPPLEMENTS} == {
        "cyanocobalamin",
        "methylcobalamin",
        "hydroxocobalamin",
        "adenosylcobalamin",
        "not stated",
    }
    assert {row["route"] for row in SUPPLEMENTS} == {"oral", "sublingual", "nasal", "injection"}


def test_an_injection_goes_by_injection_and_nothing_else_does():
    for row in SUPPLEMENTS:
        assert (row["unit"] == "injection") == (row["route"] == "injection"), row


@pytest.mark.parametrize("strength", [10, 25, 50, 100, 250, 500, 1000, 2000, 2500, 5000])
def test_the_common_strengths_of_cyanocobalamin_are_there(strength):
    row = next(row for row in SUPPLEMENTS if row["name"] == f"cyanocobalamin {strength} µg")
    assert Decimal(row["strength_mcg"]) == strength
    assert (row["unit"], row["form"], row["route"]) == ("tablet", "cyanocobalamin", "oral")


def test_a_strength_in_a_name_is_the_strength_of_the_row():
    for row in SUPPLEMENTS:
        if row["name"].endswith(" µg"):
            assert Decimal(row["name"].split()[-2]) == Decimal(row["strength_mcg"]), row


def test_strengths_are_within_what_is_sold():
    assert all(1 <= Decimal(row["strength_mcg"]) <= 10000 for row in SUPPLEMENTS)


def test_veg1_is_a_tablet_of_25_micrograms():
    row = next(row for row in SUPPLEMENTS if row["name"] == "veg1")
    assert "veg 1" in row["aliases"].split("|")
    assert (row["strength_mcg"], row["unit"], row["form"]) == ("25", "tablet", "cyanocobalamin")


def test_the_nasal_spray_is_unverified():
    assert {row["confidence"] for row in SUPPLEMENTS if row["route"] == "nasal"} == {"U"}
