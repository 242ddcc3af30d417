"""Imports of FoodData Central's downloads into library files, in their real layout."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tracker.errors import NotFoundError, TrackerError
from tracker.language.names import search_key
from tracker.library.files import writing
from tracker.library.files.layout import table_paths
from tracker.library.importing.tables import import_table, remove_table
from tracker.library.limits import MOST_BRANDED
from tracker.library.opening import open_library
from tracker.nutrition.foods.content import Basis
from tracker.nutrition.keys import spoken_key
from tracker.settings import Settings

ROOT = Path(__file__).parents[3]


@contextmanager
def unseen(_size):
    yield lambda _count: None


def folder():
    return Settings().foods_folder


def load(*paths):
    return import_table(list(paths), folder(), unseen)


def food(key):
    with open_library(Settings()) as library:
        return library.food(key)


def portions(key):
    return [(one.name, float(one.grams)) for one in food(key).portions]


def contents():
    """Every file of the folder, byte by byte."""
    return {path.name: path.read_bytes() for path in folder().glob("*")}


def described(kind, **foods):
    return [
        {"fdc_id": number.removeprefix("f"), "data_type": kind, "description": name}
        for number, name in foods.items()
    ]


def sr_legacy(fooddata, name="sr", cheese="1.5"):
    return fooddata.zip(
        name,
        food=described("sr_legacy_food", f1="Cheese, blue", f2="Salt, table", f3="Squid, dried"),
        food_nutrient=[
            {"id": 1, "fdc_id": 1, "nutrient_id": 1003, "amount": "21.4"},
            {"id": 2, "fdc_id": 1, "nutrient_id": 1178, "amount": cheese},
            {"id": 3, "fdc_id": 2, "nutrient_id": 1178, "amount": "0"},
        ],
        food_portion=[
            {"fdc_id": 1, "seq_num": 2, "amount": 1, "measure_unit_id": 9999,
             "modifier": "cup, crumbled", "gram_weight": 135},
            {"fdc_id": 1, "seq_num": 1, "amount": 3, "measure_unit_id": 9999,
             "modifier": "oz", "gram_weight": 85},
            {"fdc_id": 3, "seq_num": 1, "amount": 20, "measure_unit_id": 9999,
             "modifier": "small", "gram_weight": 100},
        ],
    )  # fmt: skip


def survey(fooddata, name="survey", fdc_id=10, b12="0.5", usual="30.75"):
    rows = [
        ("1 cup", "10205", "246.0"), ("Quantity not specified", "90000", usual),
        ("1 fl oz", "30000", "30.75"), ("Guideline amount per cup of hot cereal", "6", "90"),
        ("1 slice", "62", "0.0"),
    ]  # fmt: skip
    return fooddata.zip(
        name,
        food=[{"fdc_id": fdc_id, "data_type": "survey_fndds_food", "description": "Oat drink"}],
        survey_fndds_food=[{"fdc_id": fdc_id, "food_code": "19350000"}],
        food_nutrient=[
            {"fdc_id": fdc_id, "nutrient_id": 418, "amount": b12},
            {"fdc_id": fdc_id, "nutrient_id": 578, "amount": "0.2"},
        ],
        food_portion=[
            {"fdc_id": fdc_id, "seq_num": 9 - place, "measure_unit_id": 9999,
             "portion_description": words, "modifier": code, "gram_weight": grams}
            for place, (words, code, grams) in enumerate(rows)
        ],
    )  # fmt: skip


def branded(fooddata, *products, name="branded", derivation="70"):
    """Products as (fdc_id, name, µg in 100, columns of the label)."""
    return fooddata.folder(
        name,
        food=[
            {"fdc_id": number, "data_type": "branded_food", "description": words}
            for number, words, *_ in products
        ],
        branded_food=[
            {"fdc_id": number, "brand_owner": "Oatco", "serving_size": "240.0",
             "serving_size_unit": "ml", **label}
            for number, _words, _amount, label in products
        ],
        food_nutrient=[
            {"fdc_id": number, "nutrient_id": 1178, "amount": amount, "derivation_id": derivation}
            for number, _words, amount, _label in products
        ],
    )  # fmt: skip


def test_a_table_becomes_a_file_that_says_what_it_is(fooddata):
    path = sr_legacy(fooddata)
    named = path.rename(path.with_name("FoodData_Central_sr_legacy_food_csv_2018-04.zip"))
    counts = load(named)
    assert (counts.foods, counts.portions, counts.without_b12) == (3, 3, 1)
    assert counts.tables == ("usda-sr-legacy",)
    with open_library(Settings()) as library:
        _shipped, about = library.tables()
    assert (about.table, about.source, about.release) == (
        "usda-sr-legacy",
        "USDA SR Legacy",
        "2018-04",
    )
    assert (about.foods, about.portions, about.made_at[:10]) == (3, 3, "2026-11-22")
    assert [path.name for path in folder().iterdir()] == ["usda-sr-legacy.sqlite"]


def test_the_release_is_the_last_day_that_a_download_is_named_by(fooddata):
    path = survey(fooddata)
    load(path.rename(path.with_name("fndds_2021-2023_csv_2024-10-31.zip")))
    with open_library(Settings()) as library:
        assert library.tables()[1].release == "2024-10-31"


def test_a_missing_value_is_not_known_and_a_zero_is_a_zero(fooddata):
    load(sr_legacy(fooddata))
    assert float(food("sr:1").content.mcg.best) == 1.5
    assert food("sr:2").content.mcg.best == 0
    assert food("sr:3").content.mcg is None


def test_portions_keep_what_they_weigh_in_the_order_of_the_table(fooddata):
    load(sr_legacy(fooddata))
    assert portions("sr:1") == [("3 oz", 85), ("cup, crumbled", 135)]
    # Crumbled, a cup holds less than it: it is no measure of volume.
    assert food("sr:1").grams_per_millilitre is None
    assert portions("sr:3") == [("small", 5)]


def test_survey_portions_show_neither_codes_nor_guidelines(fooddata):
    load(survey(fooddata))
    drink = food("fndds:19350000")
    assert {one.name for one in drink.portions} == {"cup", "fl oz"}
    assert drink.usual_portion.name == "fl oz", "USDA's amount where none was said"
    assert float(drink.grams_per_millilitre) == pytest.approx(246 / 236.588, rel=1e-3)
    assert (float(drink.content.mcg.best), float(drink.content.added_part_mcg)) == (0.5, 0.2)


def test_the_usual_weight_is_a_portion_of_its_own_where_no_other_has_it(fooddata):
    load(survey(fooddata, usual="120"))
    usual = food("fndds:19350000").usual_portion
    assert (usual.name, usual.grams) == ("portion", 120)


def test_of_portions_of_the_usual_weight_a_measure_is_meant(fooddata):
    rows = [("1 individual school container", 1), ("1 cup", 2), ("Quantity not specified", 3)]
    path = fooddata.folder(
        "milk",
        food=described("survey_fndds_food", f1="Milk, strange"),
        food_portion=[
            {"fdc_id": 1, "seq_num": place, "portion_description": words, "gram_weight": 244}
            for words, place in rows
        ],
    )
    load(path)
    assert food("fdc:1").usual_portion.name == "cup"


def test_a_newer_release_takes_the_place_of_the_older(fooddata):
    load(survey(fooddata))
    load(survey(fooddata, "newer", fdc_id=99, b12="3"))
    assert (
        food("fndds:19350000").content.source_id,
        float(food("fndds:19350000").content.mcg.best),
    ) == (
        "99",
        3.0,
    )
    assert [path.stem for path in table_paths(folder())] == ["usda-survey"]


def test_of_two_releases_given_together_the_newer_counts_whatever_their_order(fooddata):
    newer, older = survey(fooddata, "newer", fdc_id=100, b12="3"), survey(fooddata, fdc_id=99)
    for paths in ((newer, older), (older, newer)):
        counts = load(*paths)
        assert (counts.foods, counts.skipped) == (1, {"listed twice": 1})
        assert food("fndds:19350000").content.source_id == "100"


def test_what_ships_goes_before_the_same_food_of_an_imported_table(fooddata):
    path = fooddata.folder(
        "survey",
        food=described("survey_fndds_food", f7="Milk as it was"),
        survey_fndds_food=[{"fdc_id": 7, "food_code": "11111000"}],
    )
    load(path)
    assert food("fndds:11111000").name == "Milk, whole"
    with open_library(Settings()) as library:
        assert [one.name for one in library.foods_named(search_key("Milk as it was"))] == [
            "Milk, whole"
        ]


def test_a_folder_is_as_good_as_a_zip(fooddata):
    sr_legacy(fooddata)
    assert load(fooddata.root / "sr").foods == 3


def test_a_folder_of_downloads_stands_for_each_of_them(fooddata, tmp_path):
    downloads = tmp_path / "all"
    downloads.mkdir()
    foundation_json(downloads / "f.json", HUMMUS)
    for path in (sr_legacy(fooddata), survey(fooddata)):
        path.rename(downloads / path.name)
    assert load(downloads).foods == 5
    assert {path.stem for path in table_paths(folder())} == {
        "usda-foundation", "usda-sr-legacy", "usda-survey"
    }  # fmt: skip


def foundation(fooddata):
    return fooddata.folder(
        "foundation",
        food=[
            *described("foundation_food", f1="Hummus", f4="Hummus"),
            *described("sub_sample_food", f2="Hummus, sample"),
            *described("market_acquistion", f3="Hummus, bought"),
        ],
        foundation_food=[{"fdc_id": 4, "NDB_number": "16158"}],
        food_nutrient=[{"fdc_id": 4, "nutrient_id": 1178, "amount": "0.1"}],
        food_portion=[
            {"fdc_id": 4, "seq_num": 1, "amount": 1, "measure_unit_id": 1118, "gram_weight": 30},
            {"fdc_id": 4, "seq_num": 2, "amount": 2, "measure_unit_id": 1001,
             "modifier": "heaped", "gram_weight": 34},
            {"fdc_id": 4, "seq_num": 3, "amount": 1, "measure_unit_id": 1000,
             "portion_description": "shredded", "gram_weight": 60},
            {"fdc_id": 4, "seq_num": 4, "amount": 1, "measure_unit_id": 9999,
             "modifier": "tub", "gram_weight": 200},
        ],
        measure_unit=[{"id": 1000, "name": "cup"}, {"id": 1001, "name": "tablespoon"},
                      {"id": 1118, "name": "RACC"}, {"id": 9999, "name": "undetermined"}],
    )  # fmt: skip


def test_samples_and_older_versions_in_foundations_tables_are_no_foods(fooddata):
    counts = load(foundation(fooddata))
    assert counts.foods == 1
    assert counts.skipped == {
        "an older version of a food": 1,
        "sub_sample_food: a sample, not a food": 1,
        "market_acquistion: a sample, not a food": 1,
    }
    assert food("fdc:4").name == "Hummus"
    assert food("fdc:1") is None


def test_a_reference_amount_is_no_portion_and_a_qualifier_stays_with_its_cup(fooddata):
    load(foundation(fooddata))
    cups = [("tablespoon, heaped", 17), ("cup, shredded", 60)]
    assert portions("fdc:4") == [*cups, ("tub", 200)]
    assert food("fdc:4").usual_portion.name == "tablespoon, heaped"


def foundation_json(path, *entries):
    path.write_text(json.dumps({"FoundationFoods": entries}, indent=1), encoding="utf-8")
    return path


HUMMUS = {
    "description": "Hummus, commercial", "fdcId": 321358, "ndbNumber": 16158,
    "foodCategory": {"description": "Legumes"},
    "foodNutrients": [
        {"nutrient": {"id": 1178}, "amount": 0.25}, {"nutrient": {"id": 1003}, "amount": 7.3}, None,
    ],
    "foodPortions": [
        {"value": 1, "measureUnit": {"name": "RACC"}, "gramWeight": 30, "sequenceNumber": 3},
        {"value": 1, "measureUnit": {"name": "cup"}, "portionDescription": "shredded",
         "gramWeight": 113, "sequenceNumber": 2},
        {"amount": 2, "measureUnit": {"name": "tablespoon"}, "modifier": "",
         "gramWeight": 33.9, "sequenceNumber": 1},
    ],
}  # fmt: skip


def test_foundation_foods_come_as_json_too(tmp_path):
    many = [{**HUMMUS, "fdcId": number} for number in range(1, 400)]
    counts = load(foundation_json(tmp_path / "f.json", HUMMUS, *many))
    assert (counts.foods, counts.portions, counts.without_b12) == (400, 800, 0)
    hummus = food("fdc:321358")
    assert (float(hummus.content.mcg.best), hummus.group) == (0.25, "Legumes")
    assert portions("fdc:321358") == [("tablespoon", 16.95), ("cup, shredded", 113)]


def test_a_portion_in_json_counts_by_either_name_of_its_number_and_needs_no_unit(tmp_path):
    listed = [
        {"value": 2, "measureUnit": {"name": "tablespoon"}, "gramWeight": 34},
        {"amount": 1, "measureUnit": {"name": "undetermined"}, "modifier": "tub", "gramWeight": 9},
    ]
    load(foundation_json(tmp_path / "f.json", {**HUMMUS, "foodPortions": listed}))
    assert portions("fdc:321358") == [("tablespoon", 17), ("tub", 9)]


def test_no_more_is_added_to_a_food_than_it_holds(tmp_path):
    nutrients = [
        {"nutrient": {"id": 1178}, "amount": 0.25},
        {"nutrient": {"id": 1246}, "amount": 0.26},
    ]
    load(foundation_json(tmp_path / "f.json", {**HUMMUS, "foodNutrients": nutrients}))
    content = food("fdc:321358").content
    assert (content.fortified, float(content.added_mcg)) == (True, 0.25)


def test_empty_entries_in_json_are_no_damage(tmp_path):
    counts = load(foundation_json(tmp_path / "f.json", None, HUMMUS, None))
    assert (counts.foods, counts.skipped) == (1, {"an empty entry": 2})


@pytest.mark.parametrize(
    "change",
    [
        {"foodNutrients": {}},
        {"foodNutrients": [1]},
        {"foodNutrients": [{"nutrient": 1178}]},
        {"foodPortions": [{"measureUnit": "cup"}]},
        {"foodPortions": "cup"},
        {"description": ["Hummus"]},
        {"fdcId": "x"},
        {"foodNutrients": [{"nutrient": {"id": 1178}, "amount": "much"}]},
    ],
)
def test_json_of_another_layout_is_named_with_its_food(tmp_path, change):
    path = foundation_json(tmp_path / "f.json", HUMMUS, {**HUMMUS, **change})
    with pytest.raises(TrackerError, match=r"f\.json, food 2: "):
        load(path)
    assert contents() == {}


def test_a_fault_of_the_program_is_not_taken_for_one_of_the_file(tmp_path, monkeypatch):
    def broken(*_args, **_named):
        raise TypeError("ours")

    monkeypatch.setattr("tracker.library.importing.usda.foundation_json.usda_entry", broken)
    with pytest.raises(TypeError, match="ours"):
        load(foundation_json(tmp_path / "f.json", HUMMUS))


def test_a_label_in_millilitres_is_per_100_ml_and_gives_its_serving(fooddata):
    label = {"gtin_upc": "737628064502", "ingredients": "WATER, OATS, VITAMIN B12"}
    load(branded(fooddata, (5, "OAT MILK", "0.5", label)))
    milk = food("gtin:00737628064502")
    assert (milk.name, milk.content.per_unit, milk.content.fortified) == (
        "OAT MILK (Oatco)",
        Basis.MILLILITRE,
        True,
    )
    assert (milk.usual_portion.name, milk.usual_portion.millilitres) == ("serving", 240)
    with open_library(Settings()) as library:
        assert library.food(spoken_key("gtin:0737628064502")) == milk
        assert library.food("fdc:5") == milk
        (found,) = library.find_names(["oat", "oatco"])
        assert (found.food_key, found.tier) == (milk.key, 3)
        assert library.names().count(milk.name) == 0
        assert library.find_names_of_any(["oatco"]) == []


def test_a_label_in_grams_is_per_100_g_and_a_serving_in_another_unit_is_not_known(fooddata):
    grams = [{"serving_size": "30", "serving_size_unit": unit} for unit in ("g", "GRM")]
    other = {"serving_size": "30", "serving_size_unit": "IU"}
    load(branded(fooddata, *((n, "BAR", "1", row) for n, row in enumerate([*grams, other], 1))))
    for key in ("fdc:1", "fdc:2"):
        assert (food(key).content.per_unit, portions(key)) == (Basis.GRAM, [("serving", 30)])
    assert portions("fdc:3") == []


def test_a_product_is_named_with_its_brand_and_only_else_with_who_owns_it(fooddata):
    load(branded(fooddata, (1, "BAR", "1", {"brand_name": "Zorb"}), (2, "BAR", "1", {})))
    assert (food("fdc:1").name, food("fdc:2").name) == ("BAR (Zorb)", "BAR (Oatco)")


@pytest.mark.parametrize(
    ("derivation", "is_percent"), [("75", True), ("75.0", True), ("70", False)]
)
def test_a_percentage_that_fits_only_the_old_daily_value_is_doubted_on_a_new_label(
    fooddata, derivation, is_percent
):
    """3 µg are 50 % of 6 µg; of 2.4 µg they would be 125 %, which no label says."""
    days = {"available_date": "2015-03-01", "modified_date": "2021-04-01"}
    label = {"serving_size": "100", "serving_size_unit": "g"}
    products = ((1, "BAR", "3", label | days), (2, "BAR", "3", label | dict.fromkeys(days, "2015")))
    assert load(branded(fooddata, *products, derivation=derivation)).flagged == is_percent
    assert ("old Daily Value" in food("fdc:1").content.flag) == is_percent
    assert ("% of the Daily Value" in (food("fdc:2").note or "")) == is_percent


def test_of_products_with_one_barcode_the_newest_is_kept(fooddata):
    path = branded(
        fooddata,
        (5, "OAT MILK", "0.5", {"gtin_upc": "0737628064502"}),
        (7, "OAT MILK NEW", "0.7", {"gtin_upc": "737628064502"}),
        (6, "OAT MILK OLD", "0.6", {"gtin_upc": "00737628064502"}),
        (8, "OAT MILK", "0.8", {"gtin_upc": ""}),
    )
    counts = load(path)
    assert (counts.foods, counts.skipped) == (2, {"listed twice": 2})
    assert food("gtin:00737628064502").name == "OAT MILK NEW (Oatco)"
    assert food("fdc:8").name == "OAT MILK (Oatco)"


def test_of_a_word_in_thousands_of_products_some_hundreds_are_looked_at(fooddata):
    load(branded(fooddata, *((number, "OAT MILK", "1", {}) for number in range(1, 450))))
    with open_library(Settings()) as library:
        assert len(library.find_names(["oatco"])) == MOST_BRANDED


def test_a_value_that_cannot_be_believed_is_kept_and_flagged(fooddata):
    assert load(branded(fooddata, (5, "OAT MILK", "37.5", {}))).flagged == 1
    assert "times" in food("fdc:5").content.flag
    assert float(food("fdc:5").content.mcg.best) == 37.5


def test_foods_of_other_tables_and_samples_in_a_branded_download_are_left_out(fooddata):
    path = branded(fooddata, (5, "OAT MILK", "0.5", {}))
    with (path / "food.csv").open("a", encoding="utf-8") as file:
        file.write('"6","sr_legacy_food","Milk","",""\n"7","sub_sample_food","Milk","",""\n')
    counts = load(path)
    assert (counts.foods, sum(counts.skipped.values())) == (1, 2)
    assert [path.stem for path in table_paths(folder())] == ["usda-branded"]


def test_an_import_leaves_other_tables_as_they_are(fooddata):
    load(survey(fooddata))
    before = contents()
    load(sr_legacy(fooddata))
    assert before.items() <= contents().items()


@pytest.mark.parametrize(
    ("table", "old", "new", "said"),
    [
        ("food_nutrient.csv", b'"1.5"', b'"a lot"', "line 3"),
        ("food_nutrient.csv", b'"1.5"', b'"-1"', "line 3"),
        ("food_nutrient.csv", b'"1.5"', b'"NaN"', "line 3"),
        ("food_nutrient.csv", b'"1.5"', b'"1e30"', "line 3"),
        ("food_nutrient.csv", b'"amount"', b'"quantity"', "'amount': is it from FoodData Central"),
        ("food_nutrient.csv", b'"2","1","1178"', b'"2","one","1178"', "line 3"),
        ("food_nutrient.csv", b'"3","2","1178"', b'"1178"\n"3","2","1178"', "line 4"),
        ("food_portion.csv", b'"135"', b'"heavy"', "gram_weight"),
        ("food.csv", b'"description"', b'"name"', "'description'"),
        ("food.csv", b"Cheese, blue", b"Fromage \xe9", "UTF-8"),
        ("food.csv", b'"1","sr_legacy_food"', b'"x","sr_legacy_food"', "line 2"),
        ("food.csv", b'"3","sr_legacy_food","Squid, dried","",""', b'"3"', "line 4"),
    ],
)
def test_a_bad_file_is_named_with_its_row_and_changes_nothing(fooddata, table, old, new, said):
    load(sr_legacy(fooddata))
    before = contents()
    path = fooddata.root / "sr" / table
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new))
    with pytest.raises(TrackerError) as refused:
        load(fooddata.root / "sr")
    assert table in str(refused.value)
    assert said in str(refused.value)
    assert contents() == before


def test_a_footnote_of_several_lines_hides_no_value(fooddata):
    nutrients = [
        {"fdc_id": 1, "nutrient_id": 1003, "amount": 3, "footnote": "one\n1178,two\nthree"},
        {"fdc_id": 1, "nutrient_id": 1178, "amount": "1.5", "footnote": "four\nfive"},
        {"fdc_id": 2, "nutrient_id": 1178, "amount": "2.5", "footnote": 'a "quote"'},
    ]
    foods = described("sr_legacy_food", f1="Zorb 1", f2="Zorb 2")
    load(fooddata.folder("notes", food=foods, food_nutrient=nutrients))
    assert [float(food(f"sr:{number}").content.mcg.best) for number in (1, 2)] == [1.5, 2.5]


def test_damage_of_a_zip_changes_nothing(fooddata):
    path = sr_legacy(fooddata)
    load(path)
    before, whole = contents(), path.read_bytes()
    at = whole.index(b"food_nutrient.csv") + 60
    for damaged in (
        whole[:10],
        whole[: len(whole) // 2],
        whole[:-30],
        whole[:at] + bytes(20) + whole[at + 20 :],
    ):
        path.write_bytes(damaged)
        with pytest.raises(TrackerError, match=r"zip|damaged"):
            load(path)
    assert contents() == before


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("x/food.csv", "w", force_zip64=True) as file:
            for _ in range(40):
                file.write(bytes(1_000_000))
        archive.writestr("x/food_nutrient.csv", "fdc_id,nutrient_id,amount\n")
    with pytest.raises(TrackerError, match="bomb"):
        load(path)


def test_a_line_that_never_ends_is_refused(fooddata):
    sr_legacy(fooddata)
    path = fooddata.root / "sr" / "food.csv"
    path.write_bytes(path.read_bytes() + b'"' + b"x" * 9_000_000)
    with pytest.raises(TrackerError, match=r"food\.csv"):
        load(fooddata.root / "sr")


@pytest.mark.parametrize("name", ["missing.zip", "a.txt", "a.json", "a.csv", "empty"])
def test_what_is_no_download_is_refused(tmp_path, name):
    if name == "empty":
        (tmp_path / name).mkdir()
    elif name != "missing.zip":
        (tmp_path / name).write_text('{"x": 1}', encoding="utf-8")
    with pytest.raises(TrackerError):
        load(tmp_path / name)


def test_a_download_without_foods_is_refused(fooddata):
    with pytest.raises(TrackerError, match="no foods"):
        load(fooddata.folder("nothing"))


def test_one_bad_download_of_two_keeps_both_out(fooddata):
    bad = fooddata.folder("bad", food=[{"fdc_id": "x", "data_type": "branded_food"}])
    with pytest.raises(TrackerError):
        load(sr_legacy(fooddata), bad)
    assert contents() == {}


def test_a_folder_that_cannot_be_made_is_said_in_one_line(fooddata, tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(TrackerError, match="cannot be written") as refused:
        load(sr_legacy(fooddata))
    assert "\n" not in str(refused.value)


def test_a_full_disk_is_said_in_one_line_and_changes_nothing(fooddata, monkeypatch):
    load(sr_legacy(fooddata))
    before = contents()

    def full(*_args, **_named):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(writing.Writer, "finish", full)
    with pytest.raises(TrackerError, match="full"):
        load(sr_legacy(fooddata, "again", cheese="2"))
    assert contents() == before


def test_a_table_is_removed_by_its_name(fooddata):
    load(sr_legacy(fooddata), survey(fooddata))
    remove_table(folder(), "usda-sr-legacy")
    assert [path.stem for path in table_paths(folder())] == ["usda-survey"]
    with pytest.raises(NotFoundError, match="usda-survey"):
        remove_table(folder(), "usda-sr-legacy")


@pytest.mark.parametrize("start", [0, 4096])
def test_a_damaged_table_is_left_out_with_one_note_and_the_others_answer(fooddata, start):
    load(sr_legacy(fooddata), survey(fooddata))
    path = folder() / "usda-sr-legacy.sqlite"
    whole = path.read_bytes()
    path.write_bytes(whole[:start] + b"\xa5" * (len(whole) - start))
    with open_library(Settings()) as library:
        assert library.food("sr:1") is None
        assert library.food("fndds:19350000").name == "Oat drink"
        assert library.food("b12:egg").name == "egg"
        (note,) = library.notes
    assert "usda-sr-legacy" in note
    assert "import it again" in note


_IMPORT = """
import sys
from contextlib import contextmanager
from pathlib import Path
from tracker.library.importing.tables import import_table, remove_table
@contextmanager
def unseen(_size):
    yield lambda _count: None
import_table([Path(sys.argv[1])], Path(sys.argv[2]), unseen)
"""


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_stopped_or_killed_the_table_is_as_before(fooddata, stop):
    load(branded(fooddata, (5, "OAT MILK", "0.5", {})))
    before = contents()
    foods = described("branded_food", **{f"f{number}": "FOOD" for number in range(60_000)})
    path = fooddata.folder("big", food=foods)
    process = subprocess.Popen(
        [sys.executable, "-c", _IMPORT, str(path), str(folder())],
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    while process.poll() is None and len(list(folder().iterdir())) == 1:
        time.sleep(0.01)
    # Between the file and who knows of it there is a moment in which it would stay for a week.
    time.sleep(0.2)
    process.send_signal(stop)
    process.wait()
    assert process.returncode != 0, "it was stopped while it wrote"
    left = {name: data for name, data in contents().items() if not name.endswith(".part")}
    assert left == before
    if stop == signal.SIGINT:
        assert contents() == before, "nothing half-written stays"


def test_an_imported_file_holds_nothing_that_no_table_refers_to(fooddata):
    load(sr_legacy(fooddata))
    with closing(sqlite3.connect(folder() / "usda-sr-legacy.sqlite")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        database.execute("INSERT INTO food_search (food_search) VALUES ('integrity-check')")


@pytest.mark.parametrize("has_links", [True, False])
@pytest.mark.parametrize("failing", [0, 1])
@pytest.mark.parametrize("is_imported", [("sr", "survey"), ("sr",), ()])
def test_several_tables_take_their_places_all_or_none(
    fooddata, monkeypatch, is_imported, failing, has_links
):
    before = {"sr": sr_legacy(fooddata), "survey": survey(fooddata)}
    folder().mkdir(parents=True)
    for name in is_imported:
        load(before[name])
    kept = contents()
    newer = (sr_legacy(fooddata, "sr-2", cheese="9"), survey(fooddata, "survey-2", b12="9"))
    published = []
    replace = Path.replace

    def refused(part, target):
        if target.suffix == ".sqlite" and ".before" not in part.name:
            published.append(target)
            if len(published) == failing + 1:
                raise PermissionError(13, "Permission denied")
        return replace(part, target)

    def no_links(_self, _target):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "replace", refused)
    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", no_links)
    with pytest.raises(TrackerError, match="nothing was imported"):
        load(*newer)
    assert contents() == kept
    load(*newer)
    assert len(contents()) == 2
    assert float(food("sr:1").content.mcg.best) == 9


def test_a_changed_figure_in_a_table_is_noticed_and_named(fooddata):
    load(sr_legacy(fooddata))
    (path,) = table_paths(folder())
    row = b"Cheese, blue"
    path.write_bytes(path.read_bytes().replace(row, b"Cheese, blux"))
    with open_library(Settings()) as library:
        assert library.food("sr:1") is None
        (note,) = library.notes
    assert "usda-sr-legacy is left out" in note
