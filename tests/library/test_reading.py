"""What a library answers."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from tracker import resources
from tracker.language.names import search_key
from tracker.library.opening import open_library
from tracker.library.reading import LibraryFile
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.foods.collection import Collection
from tracker.nutrition.foods.content import Basis
from tracker.nutrition.foods.food import FoodDiet, Portion
from tracker.nutrition.people.person import Phase
from tracker.nutrition.supplements.supplement import CobalaminForm, Route
from tracker.settings import Settings

SEEDS = Path(__file__).parents[2] / "seeds"


def keys(foods):
    return [food.key for food in foods]


def test_a_food_is_what_its_row_and_its_portions_say(library):
    egg = library.food("b12:egg")
    assert (egg.name, egg.aliases, egg.group) == ("egg", ("boiled egg", "hen's egg"), "egg")
    assert egg.content.mcg == ContentRange(Decimal("0.24"), Decimal("0.56"), Decimal("0.6"))
    assert (egg.content.per_amount, egg.content.per_unit) == (50, Basis.GRAM)
    assert egg.portions == (
        Portion("large", Decimal(50), None, usual=True),
        Portion("cup", Decimal(136), Decimal("236.588")),
    )
    assert (egg.diet, egg.content.fortified, egg.content.printed) == (
        FoodDiet.VEGETARIAN,
        False,
        "~10",
    )
    assert (egg.collection.name, egg.content.source_id, egg.note) == (
        "shipped",
        "173424",
        "hard-boiled",
    )
    assert (egg.state, library.food("b12:liver").state) == ("cooked", "")


def test_open_ends_and_what_is_not_known_stay_what_they_are(library):
    assert library.food("b12:liver").content.mcg.high is None
    assert library.food("b12:mystery").content.mcg is None
    assert library.food("b12:soy-milk").content.mcg == ContentRange.exactly(Decimal(0))
    assert library.food("sr:167512").content.mcg is None


def test_a_food_of_usda_has_its_state_added_part_and_the_volume_of_its_measures(library):
    milk = library.food("fndds:11350000")
    assert (milk.collection.name, milk.diet, milk.content.fortified) == (
        "usda-survey",
        "vegan",
        True,
    )
    assert (milk.content.mcg.best, milk.content.added_mcg, milk.market) == (
        Decimal("0.5"),
        Decimal("0.5"),
        "US",
    )
    assert library.food("sr:171287").state == "raw"
    assert library.food("sr:171287").content.added_mcg is None
    cup, ounce = library.food("fndds:11111000").portions
    assert (cup.name, cup.grams, cup.millilitres, cup.usual) == (
        "cup",
        244,
        Decimal("236.588"),
        False,
    )
    assert (ounce.grams, ounce.millilitres, ounce.usual) == (
        Decimal("30.5"),
        Decimal("29.574"),
        True,
    )


def test_foods_come_in_the_order_of_their_keys_without_those_that_are_gone(library):
    asked = ["sr:171287", "b12:gone", "b12:egg"]
    assert list(library.foods(asked)) == ["sr:171287", "b12:egg"]
    assert library.food("b12:gone") is None
    assert library.foods([]) == {}


def test_more_keys_than_a_query_takes_are_asked_for_in_turn(library):
    asked = [f"b12:none-{number}" for number in range(1200)] + ["b12:egg"]
    assert list(library.foods(asked)) == ["b12:egg"]


def test_a_name_finds_foods_by_any_of_their_wordings(library):
    assert keys(library.foods_named(search_key("Hen's Eggs"))) == ["b12:egg"]
    assert keys(library.foods_named("oat milk")) == ["fndds:11350000"]
    assert library.foods_named("milk") == []


def test_an_ending_is_whole_words_of_one_table(library):
    found = keys(library.foods_ending(Collection.SHIPPED, "soy milk"))
    assert found == ["b12:soy-milk", "b12:soy-milk-fortified"]
    assert library.foods_ending(Collection.SHIPPED, "oy milk") == []
    assert keys(library.foods_ending(Collection.SURVEY, "milk")) == ["fndds:11350000"]


def test_numbers_of_tables_find_their_foods(library):
    assert library.food("fndds:11111000").name == "Milk, whole"
    assert library.food("sr:171287").name == "Egg, whole, raw, fresh"
    assert library.food("fdc:171287").name == "Egg, whole, raw, fresh"
    # The row of the egg was made from 173424 and is another food.
    assert library.food("fdc:173424") is None
    assert library.food("gtin:00000000000123") is None
    assert library.food("ean:1") is None


def test_many_numbers_are_looked_up_at_once_and_keep_their_order(library, monkeypatch):
    asked = []
    look_up = LibraryFile.keys_of_sources

    def noted(file, numbers):
        asked.append(list(numbers))
        return look_up(file, numbers)

    monkeypatch.setattr(LibraryFile, "keys_of_sources", noted)
    found = library.foods(["fdc:14110050", "b12:egg", "fdc:1", "fdc:171287"])
    assert keys(found.values()) == ["fndds:14110050", "b12:egg", "sr:171287"]
    assert list(found) == ["fdc:14110050", "b12:egg", "fdc:171287"]
    assert asked == [["14110050", "1", "171287"]]


def test_words_find_names_that_have_them_all_the_last_as_a_beginning(library):
    assert {one.food_key for one in library.find_names(["egg"])} == {"b12:egg", "sr:171287"}
    assert {one.food_key for one in library.find_names(["soy", "mil"])} == {
        "b12:soy-milk",
        "b12:soy-milk-fortified",
    }
    assert library.find_names(["so", "milk"]) == []
    assert library.find_names([]) == []


def test_any_word_finds_names_that_have_one(library):
    found = {one.food_key for one in library.find_names_of_any(["liver", "paneer"])}
    assert found == {"b12:liver", "fndds:14110050", "fndds:72125310"}


@pytest.mark.parametrize("word", ['"', "'", "a-b", "NEAR(", "*", "AND", "m&m", "🥚", "\0"])
def test_no_word_is_read_as_a_command_of_the_index(library, word):
    assert library.find_names([word]) == []


def test_candidates_say_how_far_their_table_is(library):
    (egg, *_), (paneer, *_) = library.find_names(["hen"]), library.find_names(["paneer"])
    assert (egg.name, egg.search_key, egg.tier, egg.eaten) == ("egg", "hen egg", 1, 0)
    assert paneer.tier == 2


def test_near_words_begin_alike_and_are_about_as_long(library):
    assert library.near_words("livr") == ["liver"]
    assert "biscuit" in library.near_words("biscuti")
    assert library.near_words("x") == []


def test_names_are_all_by_which_a_food_is_found(library):
    assert {"egg", "boiled egg", "Milk, whole"} <= set(library.names())


def test_completion_begins_a_name_with_the_rows_that_have_ranges_first(library):
    assert library.complete_foods("egg") == ["egg", "Egg, whole, raw, fresh"]
    assert library.complete_foods("whole") == []


def test_supplements_are_what_their_rows_say(library):
    spray = library.supplement("b12:spray")
    assert (spray.name, spray.strength_mcg, spray.unit) == ("B12 spray", 500, "spray")
    assert (spray.form, spray.route, spray.note) == (
        CobalaminForm.METHYLCOBALAMIN,
        Route.NASAL,
        "by nose",
    )
    assert [one.key for one in library.supplements()] == ["b12:cyano-1000", "b12:spray"]
    assert [one.key for one in library.supplements_named("cyano 1000")] == ["b12:cyano-1000"]
    assert library.supplement("b12:cyano-1000").aliases == ("cyano 1000",)
    assert library.supplement("b12:none") is None
    assert library.complete_supplements("cy") == ["cyano 1000", "cyanocobalamin 1000 µg"]
    assert "B12 spray" in library.supplement_names()


def test_reference_intakes_are_what_their_rows_say(library):
    infant, adult = library.reference_intakes("iom-1998")
    assert (infant.kind, infant.amount_mcg) == ("AI", Decimal("0.4"))
    assert (adult.from_months, adult.to_months) == (6, None)
    (nursing,) = library.reference_intakes("uk-1991")
    assert (nursing.phase, nursing.from_months, nursing.confidence) == (Phase.LACTATION, None, "U")
    assert library.standards() == ["iom-1998", "uk-1991"]
    assert library.reference_intakes("none") == []


def test_the_file_says_what_it_holds(library):
    (about,) = library.tables()
    assert (about.table, about.ships, about.foods, about.portions) == ("shipped", True, 11, 9)
    assert (about.source, about.release) == (
        "article; USDA FNDDS; USDA SR Legacy",
        "FNDDS 2021-2023, SR Legacy 2018-04",
    )


def test_every_seed_that_ships_is_in_the_library(monkeypatch, tmp_path):
    monkeypatch.setattr(resources, "folder", lambda _name: SEEDS)

    def rows(name):
        with (SEEDS / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    with open_library(Settings()) as library:
        foods = library.foods([f"b12:{row['key']}" for row in rows("foods.csv")])
        assert len(foods) == len(rows("foods.csv"))
        for row in rows("foods.csv"):
            food = foods[f"b12:{row['key']}"]
            best = food.content.mcg.best if food.content.mcg else None
            assert best == (Decimal(row["best_mcg"]) if row["best_mcg"] else None)
        kept = sum(len(food.portions) for food in foods.values())
        assert kept == len(rows("portions.csv"))
        assert len(library.supplements()) == len(rows("supplements.csv"))
        kept = sum(len(library.reference_intakes(one)) for one in library.standards())
        assert kept == len(rows("reference_intakes.csv"))
