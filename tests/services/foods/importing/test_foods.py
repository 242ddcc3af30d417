"""Imports of FoodData Central's downloads, written small in their real layout."""

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
from sqlalchemy import text

from tracker.errors import TrackerError
from tracker.services.diary.logging import Details, eat
from tracker.services.diary.reading import read_day
from tracker.services.foods.foods import show_food
from tracker.services.foods.importing.foods import import_foods

ROOT = Path(__file__).parents[4]


@contextmanager
def unseen(_size):
    yield lambda _count: None


def load(diary, *paths):
    return import_foods(diary, list(paths), unseen)


def rows(diary, sql="SELECT * FROM food ORDER BY id"):
    with diary.database.read() as connection:
        return connection.execute(text(sql)).all()


def fingerprint(diary):
    tables = ("food", "food_name", "portion", "food_search", "food_search_branded")
    return [rows(diary, f"SELECT * FROM {table} ORDER BY 1") for table in tables]


def sr_legacy(fooddata, name="sr", cheese="1.5"):
    return fooddata.zip(
        name,
        food=[
            {"fdc_id": 1, "data_type": "sr_legacy_food", "description": "Cheese, blue"},
            {"fdc_id": 2, "data_type": "sr_legacy_food", "description": "Salt, table"},
            {"fdc_id": 3, "data_type": "sr_legacy_food", "description": "Squid, dried"},
        ],
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


def survey(fooddata, name="survey", fdc_id=10, b12="0.5", added="0.2"):
    portions = [
        ("1 cup", "10205", "246.0"), ("Quantity not specified", "90000", "30.75"),
        ("1 fl oz", "30000", "30.75"), ("Guideline amount per cup of hot cereal", "6", "90"),
        ("1 slice", "62", "0.0"),
    ]  # fmt: skip
    return fooddata.zip(
        name,
        food=[{"fdc_id": fdc_id, "data_type": "survey_fndds_food", "description": "Oat drink"}],
        survey_fndds_food=[{"fdc_id": fdc_id, "food_code": "11350000"}],
        food_nutrient=[
            {"fdc_id": fdc_id, "nutrient_id": 418, "amount": b12},
            {"fdc_id": fdc_id, "nutrient_id": 578, "amount": added},
        ],
        food_portion=[
            {"fdc_id": fdc_id, "seq_num": 9 - place, "measure_unit_id": 9999,
             "portion_description": words, "modifier": code, "gram_weight": grams}
            for place, (words, code, grams) in enumerate(portions)
        ],
    )  # fmt: skip


def test_a_missing_value_is_not_known_and_a_zero_is_a_zero(diary, fooddata):
    counts = load(diary, sr_legacy(fooddata))
    assert (counts.foods, counts.portions, counts.without_b12) == (3, 3, 1)
    assert show_food(diary, "fdc:1").food.content.best.normalize() == 1.5
    assert show_food(diary, "fdc:2").food.content.best == 0
    assert show_food(diary, "fdc:3").food.content is None


def test_portions_keep_what_they_weigh_in_the_order_of_the_table(diary, fooddata):
    load(diary, sr_legacy(fooddata))
    cheese = show_food(diary, "fdc:1").food
    assert [(one.name, one.grams) for one in cheese.portions] == [
        ("3 oz", 85),
        ("cup, crumbled", 135),
    ]
    # Crumbled, a cup holds less than it: it is no measure of volume.
    assert cheese.grams_per_millilitre is None
    assert [(one.name, one.grams) for one in show_food(diary, "fdc:3").food.portions] == [
        ("small", 5)
    ]


def test_survey_portions_show_neither_codes_nor_guidelines(diary, fooddata):
    load(diary, survey(fooddata))
    drink = show_food(diary, "fndds:11350000").food
    assert {one.name for one in drink.portions} == {"cup", "fl oz"}
    assert drink.usual_portion.name == "fl oz", "USDA's amount where none was said"
    assert float(drink.grams_per_millilitre) == pytest.approx(246 / 236.588, rel=1e-3)


def test_the_added_part_is_part_of_the_content(diary, fooddata):
    load(diary, survey(fooddata))
    drink = show_food(diary, "fndds:11350000").food
    assert (float(drink.content.best), float(drink.added_part_mcg)) == (0.5, 0.2)
    eat(diary, ["200 g fndds:11350000"], Details())
    day = read_day(diary, diary.today)
    assert (float(day.total.best), float(day.fortified_mcg)) == (1.0, 0.4)


def test_a_newer_release_updates_and_never_duplicates(diary, fooddata):
    load(diary, survey(fooddata))
    eat(diary, ["200 g fndds:11350000"], Details())
    before = show_food(diary, "fndds:11350000")
    load(diary, survey(fooddata, "newer", fdc_id=99, b12="3"))
    after = show_food(diary, "fndds:11350000")
    assert (after.food.id, after.last_logged) == (before.food.id, diary.today)
    assert (after.food.source_id, float(after.food.content.best)) == ("99", 3.0)
    assert float(read_day(diary, diary.today).total.best) == 1.0, "the past stays"


def test_importing_twice_changes_nothing(diary, fooddata):
    path = sr_legacy(fooddata)
    load(diary, path)
    before = rows(diary)
    load(diary, path)
    assert rows(diary) == before


def test_a_folder_is_as_good_as_a_zip(diary, fooddata):
    sr_legacy(fooddata)
    assert load(diary, fooddata.root / "sr").foods == 3


def test_samples_in_foundations_tables_are_no_foods(diary, fooddata):
    folder = fooddata.folder(
        "foundation",
        food=[
            {"fdc_id": 1, "data_type": "foundation_food", "description": "Hummus"},
            {"fdc_id": 2, "data_type": "sub_sample_food", "description": "Hummus, sample"},
            {"fdc_id": 3, "data_type": "market_acquisition", "description": "Hummus, bought"},
        ],
        foundation_food=[{"fdc_id": 1, "NDB_number": "16158"}],
        food_nutrient=[{"fdc_id": 1, "nutrient_id": 1178, "amount": "0.1"}],
        food_portion=[{"fdc_id": 1, "seq_num": 1, "amount": 2, "measure_unit_id": 1001,
                       "modifier": "heaped", "gram_weight": 34}],
        measure_unit=[{"id": 1001, "name": "tablespoon"}],
    )  # fmt: skip
    counts = load(diary, folder)
    assert (counts.foods, sum(counts.skipped.values())) == (1, 2)
    (portion,) = show_food(diary, "fdc:1").food.portions
    assert (portion.name, portion.grams) == ("tablespoon, heaped", 17)


def test_foundation_foods_come_as_json_too_and_are_the_same_foods(diary, fooddata, tmp_path):
    food = {
        "description": "Hummus, commercial", "fdcId": 321358, "ndbNumber": 16158,
        "foodNutrients": [
            {"nutrient": {"id": 1178}, "amount": 0.25}, {"nutrient": {"id": 1003}, "amount": 7.3},
        ],
        "foodPortions": [{"amount": 1, "measureUnit": {"name": "tablespoon"}, "modifier": "",
                          "gramWeight": 33.9, "sequenceNumber": 1}],
    }  # fmt: skip
    many = [{**food, "fdcId": number, "ndbNumber": number} for number in range(1, 400)]
    path = tmp_path / "foundation.json"
    path.write_text(json.dumps({"FoundationFoods": [food, *many]}, indent=1), encoding="utf-8")
    counts = load(diary, path)
    assert (counts.foods, counts.portions, counts.without_b12) == (400, 400, 0)
    folder = fooddata.folder(
        "csv",
        food=[{"fdc_id": 321358, "data_type": "foundation_food", "description": "Hummus"}],
        foundation_food=[{"fdc_id": 321358, "NDB_number": "16158"}],
    )
    load(diary, folder)
    assert len(rows(diary, "SELECT * FROM food WHERE collection = 'usda-foundation'")) == 400


def branded(fooddata, amount, name="OAT MILK", derivation="70", ingredients="WATER, OATS", **label):
    label = {"serving_size": "240.0", "serving_size_unit": "ml", **label}
    return fooddata.folder(
        "branded",
        food=[{"fdc_id": 5, "data_type": "branded_food", "description": name}],
        branded_food=[{"fdc_id": 5, "brand_owner": "Oatco", "ingredients": ingredients, **label}],
        food_nutrient=[
            {"fdc_id": 5, "nutrient_id": 1178, "amount": amount, "derivation_id": derivation}
        ],
    )


def test_a_label_in_millilitres_is_per_100_ml_and_gives_its_serving(diary, fooddata):
    load(diary, branded(fooddata, "0.5", ingredients="WATER, OATS, VITAMIN B12"))
    eat(diary, ["1 serving oat milk oatco"], Details(), choose=lambda _wanted, _names: 0)
    (intake,) = read_day(diary, diary.today).intakes
    assert (float(intake.content.best), float(intake.fortified_mcg)) == (1.2, 1.2)


def test_a_flagged_value_enters_no_total_without_the_persons_word(diary, fooddata):
    assert load(diary, branded(fooddata, "37.5")).flagged == 1
    food = show_food(diary, "fdc:5").food
    assert food.flag
    assert float(food.content.best) == 37.5
    logged = eat(diary, ["240 ml fdc:5"], Details())
    assert logged.day.total.best is None
    assert logged.day.total.not_known == 1
    assert "times" in logged.valued[0].flag
    accepted = eat(diary, ["240 ml fdc:5"], Details(accept_flag=True))
    assert float(accepted.day.total.best) == 90.0


def text_file(folder, name, change):
    path = folder / name
    path.write_bytes(change(path.read_bytes()))
    return folder


@pytest.mark.parametrize(
    ("table", "old", "new", "said"),
    [
        ("food_nutrient.csv", b'"1.5"', b'"a lot"', "line 3"),
        ("food_nutrient.csv", b'"1.5"', b'"-1"', "line 3"),
        ("food_nutrient.csv", b'"1.5"', b'"NaN"', "line 3"),
        ("food_nutrient.csv", b'"1.5"', b'"1e30"', "line 3"),
        ("food_nutrient.csv", b'"amount"', b'"quantity"', "'amount'"),
        ("food_nutrient.csv", b'"2","1","1178"', b'"2","one","1178"', "line 3"),
        ("food_portion.csv", b'"135"', b'"heavy"', "gram_weight"),
        ("food.csv", b'"description"', b'"name"', "'description'"),
        ("food.csv", b"Cheese, blue", b"Fromage \xe9", "UTF-8"),
        ("food.csv", b'"1","sr_legacy_food"', b'"x","sr_legacy_food"', "line 2"),
        ("food.csv", b'"3","sr_legacy_food","Squid, dried","",""', b'"3"', "line 4"),
    ],
)
def test_a_bad_file_is_named_with_its_row_and_changes_nothing(
    diary, fooddata, table, old, new, said
):
    sr_legacy(fooddata)
    folder = fooddata.root / "sr"
    assert old in (folder / table).read_bytes()
    text_file(folder, table, lambda data: data.replace(old, new))
    before = fingerprint(diary)
    with pytest.raises(TrackerError) as refused:
        load(diary, folder)
    assert table in str(refused.value)
    assert said in str(refused.value)
    assert fingerprint(diary) == before


def test_a_footnote_of_several_lines_hides_no_value(diary, fooddata):
    nutrients = [
        {"fdc_id": 1, "nutrient_id": 1003, "amount": 3, "footnote": "one\n1178,two\nthree"},
        {"fdc_id": 1, "nutrient_id": 1178, "amount": "1.5", "footnote": "four\nfive"},
        {"fdc_id": 2, "nutrient_id": 1178, "amount": "2.5", "footnote": 'a "quote"'},
    ]
    foods = [
        {"fdc_id": number, "data_type": "sr_legacy_food", "description": f"Zorb {number}"}
        for number in (1, 2)
    ]
    load(diary, fooddata.folder("notes", food=foods, food_nutrient=nutrients))
    worth = [float(show_food(diary, f"fdc:{number}").food.content.best) for number in (1, 2)]
    assert worth == [1.5, 2.5]


def test_a_truncated_zip_changes_nothing(diary, fooddata):
    path = sr_legacy(fooddata)
    whole = path.read_bytes()
    before = fingerprint(diary)
    for length in (10, len(whole) // 2, len(whole) - 30):
        path.write_bytes(whole[:length])
        with pytest.raises(TrackerError, match="zip"):
            load(diary, path)
    assert fingerprint(diary) == before


def test_damage_within_a_zip_changes_nothing(diary, fooddata):
    path = sr_legacy(fooddata)
    data = bytearray(path.read_bytes())
    at = data.index(b"food_nutrient.csv") + 60
    data[at : at + 20] = bytes(20)
    path.write_bytes(bytes(data))
    before = fingerprint(diary)
    with pytest.raises(TrackerError, match=r"food_nutrient\.csv.*damaged"):
        load(diary, path)
    assert fingerprint(diary) == before


def test_a_zip_bomb_is_refused_before_it_is_unpacked(diary, tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("x/food.csv", "w", force_zip64=True) as file:
            for _ in range(40):
                file.write(bytes(1_000_000))
        archive.writestr("x/food_nutrient.csv", "fdc_id,nutrient_id,amount\n")
    with pytest.raises(TrackerError, match="bomb"):
        load(diary, path)


def test_a_line_that_never_ends_is_refused(diary, fooddata):
    sr_legacy(fooddata)
    folder = text_file(
        fooddata.root / "sr", "food.csv", lambda data: data + b'"' + b"x" * 9_000_000
    )
    with pytest.raises(TrackerError, match=r"food\.csv"):
        load(diary, folder)


@pytest.mark.parametrize("name", ["missing.zip", "a.txt", "a.json", "a.csv", "empty"])
def test_what_is_no_download_is_refused(diary, tmp_path, name):
    if name == "empty":
        (tmp_path / name).mkdir()
    elif name != "missing.zip":
        (tmp_path / name).write_text('{"x": 1}', encoding="utf-8")
    with pytest.raises(TrackerError):
        load(diary, tmp_path / name)


def test_one_bad_download_of_two_keeps_both_out(diary, fooddata):
    good = sr_legacy(fooddata)
    bad = fooddata.folder("bad", food=[{"fdc_id": "x", "data_type": "branded_food"}])
    before = fingerprint(diary)
    with pytest.raises(TrackerError):
        load(diary, good, bad)
    assert fingerprint(diary) == before


def is_being_written(path):
    with closing(sqlite3.connect(path, timeout=0)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
        return False


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_stopped_or_killed_the_table_is_as_before(diary, database_path, fooddata, stop, tmp_path):
    foods = [
        {"fdc_id": number, "data_type": "branded_food", "description": f"FOOD {number}"}
        for number in range(60_000)
    ]
    folder = fooddata.folder("big", food=foods)
    before = fingerprint(diary)
    command = [sys.executable, "-m", "tracker", "--db", str(database_path), "food", "import"]
    process = subprocess.Popen(
        [*command, str(folder)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        # In the background of some shells it is ignored, which a child would inherit.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while process.poll() is None and not is_being_written(database_path):
        time.sleep(0.01)
    time.sleep(0.3)
    process.send_signal(stop)
    said = process.communicate()[1].decode()
    assert process.returncode != 0, "it was stopped while it wrote"
    if stop == signal.SIGINT:
        assert "stopped" in said
        assert "Traceback" not in said
    assert fingerprint(diary) == before
