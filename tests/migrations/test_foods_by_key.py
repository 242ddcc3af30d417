"""Foods and supplements leave the diary: it names them by key, and nothing of a person is lost."""

import json
import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal

import pytest

from tracker.services.diary.correcting import undo_changes
from tracker.services.diary.logging import Details, eat
from tracker.services.diary.reading import read_day
from tracker.services.foods.foods import read_wordings
from tracker.services.foods.recipes import RecipeChanges, edit_recipe, show_recipe
from tracker.services.foods.searching import find_foods
from tracker.services.opening import open_diary
from tracker.services.supplements.schedules import list_schedules
from tracker.settings import Settings
from tracker.store.journal import Change

DAY = "2026-11-20"
SWALLOWED = {"form": "cyanocobalamin", "route": "oral"}
COLLECTIONS = {
    1: ("shipped", "egg", "egg"),
    2: ("usda-sr-legacy", "1123", "Egg, whole, raw, fresh"),
    3: ("usda-survey", "11111000", "Milk, whole"),
    4: ("usda-foundation", "16158", "Hummus, commercial"),
    5: ("usda-branded", "2001", "OAT BAR"),
    6: ("own", "own-6", "my bar"),
    7: ("recipe", "recipe-7", "mix"),
    8: ("usda-branded", "2002", "RICE BAR"),
    9: ("usda-survey", "99999999", "A food of another release"),
    10: ("shipped", "gone", "a food that ships no more"),
}
SOURCE_IDS = {2: "171287", 3: "2705385", 4: "321358", 5: "2001", 8: "2002", 9: "2709999"}
"""FoodData Central's numbers, which an import kept beside the codes that tables have themselves."""
KEYS = {
    1: "b12:egg",
    2: "sr:171287",
    3: "fndds:11111000",
    4: "fdc:321358",
    5: "fdc:2001",
    6: "own:6",
    7: "own:7",
    8: "fdc:2002",
    9: "fndds:99999999",
    10: "b12:gone",
}
OF_RECIPES = {4, 8, 9, 10}
"""Foods of recipes that may be in no library: kept as the person's own, out of use."""


def food(number):
    collection, key, name = COLLECTIONS[number]
    return {
        "id": number,
        "collection": collection,
        "key": key,
        "name": name,
        "diet": "other",
        "per_amount_thousandths": 100_000,
        "per_unit": "g",
        "low_ng": number * 100,
        "best_ng": number * 100,
        "high_ng": number * 100,
        "source_id": SOURCE_IDS.get(number, ""),
        "retired": int(key == "gone"),
    }


def supplement(number, collection, key):
    return {
        "id": number,
        "collection": collection,
        "key": key,
        "name": key,
        "strength_ng": 25_000,
        "unit": "tablet",
        **SWALLOWED,
    }


def schedule(number, supplement_id):
    return {
        "person_id": 1,
        "uid": f"{number}@b12",
        "supplement_id": supplement_id,
        "name": "tablet",
        "quantity": "1",
        "unit": "tablet",
        "dose_ng": 10_000,
        **SWALLOWED,
        "every": "day",
        "first_day": DAY,
    }


def intake(number, **more):
    values = {"person_id": 1, "kind": "food", "name": f"food {number}", "quantity": "1"}
    worth = dict.fromkeys(("low_ng", "best_ng", "high_ng"), number * 100)
    return {**values, **worth, "portion": "g", "day": DAY, **more}


@pytest.fixture
def older(made_at):
    """Makes a diary of the revision before, with rows in every table that knows foods."""
    engine, then = made_at("0006")
    with engine.begin() as connection:

        def add(table, *rows):
            for row in rows:
                connection.execute(then[table].insert().values(row))

        add("person", {"id": 1, "name": "me", "standard": "iom-1998"})
        add("setting", {"name": "current_person", "value": "1"}, {"name": "seeds", "value": "x"})
        add("reference_intake", {"standard": "iom-1998", "life_stage": "adult", "phase": "none",
                                 "kind": "RDA", "amount_ng": 2400})  # fmt: skip
        add("food", *map(food, COLLECTIONS))
        add("food_name", *({"food_id": one, "name": name, "search_key": name.lower()}
                           for one, (_, _, name) in COLLECTIONS.items()))  # fmt: skip
        add("portion", *({"food_id": one, "name": "slice", "weight_mg": 1} for one in COLLECTIONS))
        add("supplement", supplement(1, "shipped", "veg1"), supplement(2, "own", "own-2"))
        add("supplement_name", {"supplement_id": 2, "name": "mine", "search_key": "mine"})
        add("recipe", {"id": 1, "food_id": 7, "portions_thousandths": 2000})
        add("recipe_item", *({"recipe_id": 1, "food_id": one, "quantity": "100", "portion": "g"}
                             for one in (1, 4, 6, 9, 10)))  # fmt: skip
        change = Change(connection, 1, "logged all")
        for number in COLLECTIONS:
            change.insert(then["intake"], intake(number, food_id=number))
        taken = {"kind": "supplement", **SWALLOWED}
        for number in (1, 2):
            change.insert(then["intake"], intake(20 + number, supplement_id=number, **taken))
        for number in (1, 5, 6):
            wording = {"wording": f"word {number}", "search_key": f"word {number}"}
            change.insert(then["food_wording"], {"person_id": 1, "food_id": number, **wording})
        change.insert(then["schedule"], schedule(1, 1))
        change.insert(then["schedule"], schedule(2, 2))
        change.finish()
        # An ingredient that was taken out, of an imported table: undo may bring it back.
        change = Change(connection, 1, "took the bar out")
        item = {"recipe_id": 1, "food_id": 8, "quantity": "1", "portion": "slice"}
        number = connection.execute(then["recipe_item"].insert().values(item)).inserted_primary_key
        change.delete(then["recipe_item"], number[0])
        change.finish()
        # One more that is gone: its number is not to be given to another.
        add("intake", intake(40, id=40))
        connection.execute(then["intake"].delete().where(then["intake"].c.id == 40))
    engine.dispose()


@pytest.fixture
def upgraded(older, database_path):
    """The same diary as this program opens it."""
    return open_diary(Settings(database=str(database_path)))


def rows(path, sql):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_every_intake_keeps_its_worth_and_names_its_food_by_key(upgraded, database_path):
    kept = rows(database_path, "SELECT name, best_ng, food_key FROM intake WHERE kind = 'food'")
    assert kept == [(f"food {one}", one * 100, KEYS[one]) for one in COLLECTIONS]
    taken = rows(database_path, "SELECT supplement_key FROM intake WHERE kind = 'supplement'")
    assert taken == [("b12:veg1",), ("own:2",)]
    assert read_day(upgraded, date(2026, 11, 20)).total.best == Decimal("9.8")


def test_only_what_a_person_added_stays_with_what_their_recipes_are_made_of(
    upgraded, database_path
):
    kept = dict(rows(database_path, "SELECT id, retired FROM food"))
    assert kept == {6: 0, 7: 0, **dict.fromkeys(OF_RECIPES, 1)}
    for table in ("food_name", "portion"):
        ids = {one for (one,) in rows(database_path, f"SELECT food_id FROM {table}")}
        assert ids == {6, 7, *OF_RECIPES}
    assert rows(database_path, "SELECT name FROM supplement") == [("own-2",)]
    tables = {name for (name,) in rows(database_path, "SELECT name FROM sqlite_master")}
    assert not {name for name in tables if name.startswith(("food_search", "reference"))}
    assert rows(database_path, "SELECT * FROM setting WHERE name = 'seeds'") == []


def test_a_recipe_is_worth_what_it_was(upgraded):
    dish = show_recipe(upgraded, "mix")
    names = [one.food.name for one in dish.recipe.ingredients]
    assert names == [COLLECTIONS[one][2] for one in (1, 4, 6, 9, 10)]
    keys = [one.food.key for one in dish.recipe.ingredients]
    assert keys == ["b12:egg", "own:4", "own:6", "own:9", "own:10"]
    best = [one.food.content.mcg.best for one in dish.recipe.ingredients[1:]]
    assert best == [Decimal(number) / 10 for number in (4, 6, 9, 10)]
    assert dish.recipe.missing == ()


def test_what_ships_can_take_the_place_of_what_an_upgrade_kept_with_a_recipe(upgraded):
    kept = [one.food for one in show_recipe(upgraded, "mix").recipe.ingredients]
    assert {one.diet for one in kept if one.key in ("own:4", "own:9")} == {"other"}
    changes = RecipeChanges(remove=[kept[3].name], add=["100 g fndds:11111000"])
    edited = edit_recipe(upgraded, "mix", changes).recipe.ingredients
    keys = [one.food.key for one in edited]
    assert keys == ["b12:egg", "own:4", "own:6", "own:10", "fndds:11111000"]
    assert edited[-1].food.diet == "vegetarian"


def test_what_only_recipes_need_is_not_found_by_its_name(upgraded):
    for number in OF_RECIPES:
        _collection, _key, name = COLLECTIONS[number]
        found = find_foods(upgraded, name, 12).foods
        assert not {f"own:{number}"} & {one.key for one in found}


def test_answers_and_schedules_name_their_food_and_product(upgraded):
    known = {one.wording: (one.food_key, one.food_name) for one in read_wordings(upgraded)}
    assert known == {
        "word 1": ("b12:egg", "egg"),
        "word 5": ("fdc:2001", "OAT BAR"),
        "word 6": ("own:6", "my bar"),
    }
    assert [one.dose.supplement.key for one in list_schedules(upgraded)] == ["b12:veg1", "own:2"]


def test_the_imported_tables_that_left_are_told_once(upgraded, database_path):
    left = [note.partition(" (")[0] for note in upgraded.database.notes]
    assert sorted(left) == [
        "USDA Branded Foods", "USDA FNDDS", "USDA Foundation Foods", "USDA SR Legacy"
    ]  # fmt: skip
    assert sum("b12 food import" in note for note in upgraded.database.notes) == 3
    assert open_diary(Settings(database=str(database_path))).database.notes == []


def test_older_changes_are_undone_and_numbers_are_not_given_again(upgraded, database_path):
    undo_changes(upgraded, 2, only_this_person=False)
    assert rows(database_path, "SELECT COUNT(*) FROM intake") == [(0,)]
    assert rows(database_path, "SELECT COUNT(*) FROM food_wording") == [(0,)]
    assert rows(database_path, "SELECT COUNT(*) FROM schedule") == [(0,)]
    brought_back = rows(database_path, "SELECT food_key, food_name FROM recipe_item WHERE id = 6")
    assert brought_back == [("own:8", "RICE BAR")]
    (logged,) = eat(upgraded, ["egg"], Details()).intakes
    assert logged.id == 41


def test_an_image_says_what_the_row_says(upgraded, database_path):
    images = rows(
        database_path, "SELECT table_name, row_id, after FROM change_row WHERE after > ''"
    )
    for table, row_id, after in images:
        with closing(sqlite3.connect(database_path)) as connection:
            connection.row_factory = sqlite3.Row
            row = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,)).fetchone()
        assert row is None or dict(row) == json.loads(after)


def test_the_file_is_as_small_as_what_is_in_it(upgraded, database_path):
    with closing(sqlite3.connect(database_path)) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database_path.stat().st_size < 300_000
