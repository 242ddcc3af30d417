"""USDA's foods ship whole, as the script makes them, and nobody is served what they do not eat."""

import csv
import re
import subprocess
import sys
import zipfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from tracker.library.seeds import entries

SEEDS = Path(__file__).parents[2] / "seeds"
COLUMNS = "key,name,category,diet,fortified,state,market,ng_per_100g,added_ng_per_100g,portions"
FILES = {"usda_fndds.csv": ("fndds", 5432, 1), "usda_sr_legacy.csv": ("sr", 7793, 694)}


def rows_of(file_name):
    with (SEEDS / file_name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = {file_name: rows_of(file_name) for file_name in FILES}
EVERY = [row for rows in ROWS.values() for row in rows]
BY_KEY = {row["key"]: row for row in EVERY}
VEGAN = [row for row in EVERY if row["diet"] == "vegan"]


def portions_of(key):
    """Grams by name, the name of the usual one with its star."""
    cell = BY_KEY[key]["portions"]
    return {name: grams for name, _, grams in (one.partition("=") for one in cell.split("|"))}


# The files


@pytest.mark.parametrize("file_name", FILES)
def test_a_file_holds_every_food_of_its_release_once(file_name):
    prefix, foods, _ = FILES[file_name]
    keys = [row["key"] for row in ROWS[file_name]]
    assert len(keys) == len(set(keys)) == foods
    assert all(re.fullmatch(prefix + r":\d+", key) for key in keys)
    assert keys == sorted(keys, key=lambda key: int(key.partition(":")[2]))


@pytest.mark.parametrize("file_name", FILES)
def test_a_file_is_plain_csv_with_its_columns(file_name):
    data = (SEEDS / file_name).read_bytes()
    assert data.decode("utf-8").splitlines()[0] == COLUMNS
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert all(None not in row and None not in row.values() for row in ROWS[file_name])


def test_both_files_together_stay_small():
    assert sum((SEEDS / file_name).stat().st_size for file_name in FILES) < 3_000_000


@pytest.mark.parametrize("file_name", FILES)
def test_what_was_not_analysed_is_empty_and_no_zero(file_name):
    assert sum(row["ng_per_100g"] == "" for row in ROWS[file_name]) == FILES[file_name][2]
    assert sum(row["ng_per_100g"] == "0" for row in ROWS[file_name]) > 2000


def test_amounts_are_whole_nanograms_and_what_was_added_is_part_of_the_whole():
    for row in EVERY:
        assert re.fullmatch(r"\d*", row["ng_per_100g"] + row["added_ng_per_100g"]), row
        if row["added_ng_per_100g"] and row["ng_per_100g"]:
            assert int(row["added_ng_per_100g"]) <= int(row["ng_per_100g"]), row


def test_choices_are_known():
    assert {row["diet"] for row in EVERY} == {"vegan", "vegetarian", "other"}
    assert {row["fortified"] for row in EVERY} == {"", "1"}
    assert {row["state"] for row in EVERY} == {"", "raw", "cooked"}
    assert {row["market"] for row in EVERY} == {"US"}
    assert all(row["name"] and row["category"] for row in EVERY)
    assert all(row["name"] == " ".join(row["name"].split()) for row in EVERY)


@pytest.mark.parametrize(
    ("key", "ng"),
    [
        ("sr:173424", 1110),  # egg, hard-boiled
        ("sr:171287", 890),  # egg, raw
        ("sr:168627", 83130),  # beef liver, pan-fried
        ("sr:168626", 70580),  # beef liver, braised
        ("sr:171975", 98890),  # clams, moist heat
        ("sr:175155", 6300),  # trout, wild
        ("sr:173718", 4110),  # trout, farmed
        ("sr:171998", 3050),  # salmon, wild
        ("sr:173709", 2550),  # tuna, light, in water
        ("sr:171267", 530),  # milk, 2 %
        ("sr:170886", 560),  # yogurt, plain, low fat
        ("sr:174054", 1680),  # top sirloin
        ("sr:172456", 850),  # soymilk, fortified
        ("sr:172446", 0),  # soymilk, unfortified
        ("fndds:11100000", 560),  # milk, kind not said
        ("fndds:11111000", 540),  # milk, whole
    ],
)
def test_a_food_has_usda_s_figure(key, ng):
    assert BY_KEY[key]["ng_per_100g"] == str(ng)


# Portions


def test_a_portion_is_a_name_with_grams_of_one():
    for row in EVERY:
        names = Counter()
        for portion in filter(None, row["portions"].split("|")):
            name, grams = portion.split("=")
            assert name.strip("* "), row
            assert Decimal(grams) > 0, row
            names[name.lstrip("*").casefold()] += 1
        assert not names or max(names.values()) == 1, row


def test_a_food_with_portions_has_one_usual_portion():
    for row in EVERY:
        assert row["portions"].count("*") == (1 if row["portions"] else 0), row


def test_only_a_few_foods_are_without_portions():
    without = {
        file_name: sum(not row["portions"] for row in rows) for file_name, rows in ROWS.items()
    }
    assert without == {"usda_fndds.csv": 37, "usda_sr_legacy.csv": 267}


def test_no_code_and_no_guideline_is_a_portion():
    words = " ".join(row["portions"] for row in EVERY).lower()
    assert "quantity not specified" not in words
    assert "guideline" not in words
    assert not re.search(r"[*|]\d{5}=", words)


@pytest.mark.parametrize(
    ("key", "name", "grams"),
    [
        ("fndds:11100000", "*cup", "244"),
        ("fndds:11100000", "fl oz", "30.5"),
        ("fndds:31103010", "*egg", "50"),
        ("sr:168627", "slice", "81"),
        ("sr:168627", "*3 oz", "85"),
        ("sr:171998", "fillet", "308"),
        ("sr:172456", "*cup", "243"),
    ],
)
def test_a_portion_weighs_what_usda_says(key, name, grams):
    assert portions_of(key)[name] == grams


# Diet

NEVER_VEGAN = re.compile(
    r"\b(?:beef|pork|ham|bacon|lamb|veal|mutton|venison|chicken|turkey|duck|goose|sausage|"
    r"frankfurter|salami|pepperoni|meatballs?|burger|cheeseburger|fish|salmon|tuna|cod|herring|"
    r"sardines?|anchov(?:y|ies)|shrimp|crab|clams?|mussels?|squid|octopus|caviar|liver|"
    r"gelatin|lard|tallow|suet|marshmallows?|gumm(?:y|ies)|bouillon|gravy|worcestershire|"
    r"eggs?|eggnog|omelet|mayonnaise|honey|whey|casein|caseinate|cheese|cheddar|mozzarella|"
    r"parmesan|yogurt|buttermilk|ghee|kefir|custard|ice cream|sour cream|half and half|"
    r"milk chocolate|latte|cappuccino|restaurant|fast food|fat added|ns as to fat|pre-lightened)\b"
)
STILL_VEGAN = re.compile(
    r"(?:soy|almond|coconut|oat|rice|non-dairy) (?:milk|yogurt)|soymilk|tofu yogurt|"
    r"yogurt, (?:soy|almond milk|coconut milk)|vegan mayonnaise|mayonnaise, made with tofu|"
    r"soybean, curd cheese|without egg|no cheese|no added fat|no butter|no milk|"
    r"(?:latte|cappuccino)(?=.*with non-dairy milk)|"
    r"duck sauce|cape cod|custard-apple|pickle relish, hamburger|hamburger bun|without ham"
)
ANIMALS_IN_CATEGORY = re.compile(
    r"^(?:Beef|Pork|Lamb|Poultry|Chicken|Turkey|Finfish|Fish|Shellfish|Sausages|Cold cuts|Bacon|"
    r"Meat|Seafood|Eggs|Cheese|Milk|Yogurt, (?:regular|Greek)|Dairy|Ice cream|Burgers|Pizza|"
    r"Frankfurters|Liver)"
)


def test_no_vegan_food_names_an_animal_its_parts_milk_egg_or_honey():
    found = [
        row["name"]
        for row in VEGAN
        if NEVER_VEGAN.search(STILL_VEGAN.sub(" ", row["name"].lower()))
    ]
    assert found == []


def test_no_vegan_food_is_in_a_category_of_meat_fish_egg_or_milk():
    assert [row for row in VEGAN if ANIMALS_IN_CATEGORY.match(row["category"])] == []


def test_b12_that_nobody_added_to_a_vegan_food_is_from_fungi_ferments_or_seaweed():
    for row in VEGAN:
        if row["ng_per_100g"] not in ("", "0") and not row["fortified"]:
            natural = int(row["ng_per_100g"]) - int(row["added_ng_per_100g"] or 0)
            known = re.search(
                r"mushroom|yeast|beer|miso|tempeh|seaweed|unfortified|kiwifruit",
                row["name"].lower(),
            )
            assert natural <= 30 or known, row


def test_no_vegetarian_food_names_meat_or_fish():
    words = re.compile(
        r"\b(?:beef|pork|ham|bacon|veal|venison|salmon|tuna|shrimp|clam|lobster|anchovies|lard|"
        r"gelatin|marshmallows?|chicken broth|beef broth|with meat|pepperoni|sausage)\b"
    )
    mock = re.compile(r"meatless|meat extender|vegetarian|veggie|no meat|without meat")
    found = [
        row["name"]
        for row in EVERY
        if row["diet"] == "vegetarian"
        and words.search(row["name"].lower())
        and not mock.search(row["name"].lower())
    ]
    assert found == []


@pytest.mark.parametrize(
    ("name", "diet"),
    [
        *[
            (name, "vegan")
            for name in (
                "Apple, raw",
                "Banana, raw",
                "Bananas, raw",
                "Blueberries, raw",
                "Custard-apple, (bullock's-heart), raw",
                "Broccoli, raw",
                "Carrots, raw",
                "Eggplant, raw",
                "Mushrooms, oyster, raw",
                "Squash, winter, butternut, raw",
                "Lambsquarters, raw",
                "Hearts of palm, canned",
                "Potatoes, french fried, steak fries, salt added in processing, frozen, "
                "as purchased",
                "Lentils, raw",
                "Beans, kidney, all types, mature seeds, raw",
                "Kidney beans, from canned, no added fat",
                "Chickpeas, NFS",
                "Beans, black turtle, mature seeds, raw",
                "Beans, baked, canned, plain or vegetarian",
                "Pigeon peas (red gram), mature seeds, raw",
                "Hummus, plain",
                "Falafel",
                "Rice, white, cooked, no added fat",
                "Oats, raw",
                "Quinoa, cooked",
                "Pasta, cooked",
                "Bread, pita, whole wheat",
                "Bread, wheat",
                "Tortilla, corn",
                "Cream of rice",
                "Nuts, almonds",
                "Peanut butter",
                "Nuts, almond butter, plain, without salt added",
                "Nuts, coconut meat, raw",
                "Seeds, chia seeds, dried",
                "Olive oil",
                "Oil, cocoa butter",
                "Soy milk, unsweetened",
                "Soy milk, chocolate",
                "Almond milk, sweetened",
                "Oat milk",
                "Coffee, Latte, with non-dairy milk",
                "Rice milk",
                "Coconut milk",
                "SILK Plus for Bone Health, soymilk",
                "Yogurt, soy",
                "Soybean curd",
                "Tofu, raw, firm, prepared with calcium sulfate",
                "Tempeh",
                "Miso",
                "Yeast extract spread",
                "Vegan mayonnaise",
                "Sugar, white, granulated or lump",
                "Syrups, maple",
                "Jam",
                "Coffee, brewed",
                "Tea, hot, leaf, black",
                "Wine, red",
                "Energy drink (Red Bull)",
                "Cereal, corn flakes, plain",
                "Salt, table",
                "Spices, chili powder",
                "Mustard",
                "Ketchup",
                "Soy sauce",
                "Chili, vegetarian",
            )
        ],
        *[
            (name, "vegetarian")
            for name in (
                "Milk, whole",
                "Milk, goat, fluid, with added vitamin D",
                "Cheese, brie",
                "Cheese, goat, soft type",
                "Butter, salted",
                "Ghee, clarified butter",
                "Egg, whole, cooked, hard-boiled",
                "Egg, duck, whole, fresh, raw",
                "Mayonnaise, regular",
                "Honey",
                "Noodles, cooked",
                "Pasta, homemade, made with egg, cooked",
                "Candies, milk chocolate",
                "Ice creams, vanilla",
                "Whey, sweet, dry",
                "Potato, mashed, from fresh, made with milk",
                "Broccoli, fresh, cooked with butter or margarine",
                "Broccoli, fresh, cooked, fat added, NS as to fat type",
                "Carrots, cooked, from restaurant",
                "Corn, creamed",
                "Almonds, honey roasted",
                "Coffee, Latte",
                "Coffee creamer, liquid",
                "Coffee, pre-lightened",
                "Popcorn, air-popped, with added butter",
                "Potato chips, sour cream and onion flavored",
                "Pizza, cheese, stuffed crust",
                "Taco, cheese only",
                "Chicken, meatless",
                "Veggie burger patty, no bun",
                "Peanuts, honey roasted",
                "Margarine, stick",
            )
        ],
        *[
            (name, "other")
            for name in (
                "Milk, human",
                "Lard",
                "Animal fat or drippings",
                "Fat back, cooked",
                "Fish sauce",
                "Oyster sauce",
                "Worcestershire sauce",
                "Caesar dressing",
                "Kimchi",
                "Gelatin dessert",
                "Candy, marshmallow",
                "Candy, gummy",
                "Topping, marshmallow",
                "Cereal, frosted oats with marshmallows",
                "Soup, broth",
                "Soup, miso or tofu",
                "Soup, pho, no meat",
                "Soup, stock, chicken, home-prepared",
                "Soup, onion, dry, mix",
                "Refried beans",
                "Refried beans, canned, traditional style",
                "Pork and beans",
                "Beans, baked, canned, with pork",
                "Baked beans",
                "Black beans, from dried, fat added",
                "Rice, white, cooked with fat, Puerto Rican style",
                "Bread, lard, Puerto Rican style",
                "Taco, NFS",
                "Burrito, NFS",
                "Pad Thai, meatless",
                "McDONALD'S, QUARTER POUNDER with Cheese",
                "McDONALD'S, Egg McMUFFIN",
                "Salad dressing, caesar dressing, regular",
                "Egg roll, with shrimp",
                "Sushi roll, California",
                "Babyfood, apples with ham, strained",
                "Oil, bearded seal (Oogruk) (Alaska Native)",
                "Fish oil, cod liver",
                "Shrimp chips",
                "Bloody Mary",
                "Tamale, no meat",
            )
        ],
    ],
)
def test_who_eats_a_food_is_told_by_name_category_and_content(name, diet):
    found = {row["diet"] for row in EVERY if row["name"] == name}
    assert found == {diet}, f"{name}: {found}"


def test_fruit_vegetables_nuts_and_grains_are_vegan_in_their_most_part():
    for category, least in (
        ("Fruits and Fruit Juices", 0.96),
        ("Vegetables and Vegetable Products", 0.94),
        ("Nut and Seed Products", 0.97),
        ("Cereal Grains and Pasta", 0.90),
        ("Legumes and Legume Products", 0.85),
        ("Spices and Herbs", 0.95),
        ("Plant-based milk", 0.7),
        ("Beans, peas, legumes", 0.5),
    ):
        diets = [row["diet"] for row in EVERY if row["category"] == category]
        assert diets.count("vegan") >= least * len(diets), (category, Counter(diets))


# Added B12


@pytest.mark.parametrize(
    ("name", "fortified"),
    [
        ("Soy milk, unsweetened", True),
        ("Oat milk", True),
        ("Soymilk, original and vanilla, unfortified", False),
        ("Energy drink (Red Bull)", True),
        ("Cereal, corn flakes, plain", True),
        ("Chicken, meatless", True),
        ("SILK Plain, soymilk", True),
        ("Cereals ready-to-eat, RALSTON Corn Flakes", True),
        ("Milk, whole", False),
        ("Egg, whole, cooked, hard-boiled", False),
        ("Mushrooms, raw", False),
        ("Yeast extract spread", False),
        ("Lasagna, meatless", False),
        ("Tofu, raw, firm, prepared with calcium sulfate", False),
    ],
)
def test_a_food_is_fortified_where_b12_was_added(name, fortified):
    assert {row["fortified"] for row in EVERY if row["name"] == name} == {"1" if fortified else ""}


def test_whatever_usda_says_was_added_is_fortified():
    for row in EVERY:
        if row["added_ng_per_100g"] not in ("", "0"):
            assert row["fortified"] == "1", row


# Raw or cooked


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Egg, whole, raw, fresh", "raw"),
        ("Egg, whole, cooked, hard-boiled", "cooked"),
        ("Apples, raw, without skin, cooked, boiled", "cooked"),
        ("Apple, raw", "raw"),
        ("Amaranth grain, uncooked", ""),
        ("Nuts, walnuts, english", ""),
        ("Peaches, canned, water pack, solids and liquids", "cooked"),
    ],
)
def test_a_name_tells_raw_from_cooked(name, state):
    assert {row["state"] for row in EVERY if row["name"] == name} == {state}


# The script

SR_TABLES = {
    "food.csv": [
        ("fdc_id", "data_type", "description", "food_category_id", "publication_date"),
        ("20", "sr_legacy_food", "Fish,  cod, raw", "15", "2019-04-01"),
        ("3", "sr_legacy_food", "Apples, raw", "9", "2019-04-01"),
        ("4", "sr_legacy_food", "Pancakes, plain", "18", "2019-04-01"),
        ("5", "sr_legacy_food", "Bread, wheat", "18", "2019-04-01"),
        ("6", "sr_legacy_food", "Bread, white", "18", "2019-04-01"),
    ],
    "sr_legacy_food.csv": [
        ("fdc_id", "NDB_number"),
        *((number, "9" + number) for number in ("20", "3", "4", "5", "6")),
    ],
    "food_category.csv": [
        ("id", "code", "description"),
        ("9", "0900", "Fruits and Fruit Juices"),
        ("15", "1500", "Finfish and Shellfish Products"),
        ("18", "1800", "Baked Products"),
    ],
    "food_nutrient.csv": [
        ("id", "fdc_id", "nutrient_id", "amount"),
        ("1", "20", "1178", "0.91"),
        ("2", "20", "1246", "0"),
        ("3", "20", "1003", "17.8"),
        ("4", "3", "1178", "0"),
        ("5", "5", "1178", "0"),
        ("6", "5", "1253", "0"),
        ("7", "6", "1178", "0"),
        ("8", "6", "1253", "2"),
    ],
    "food_portion.csv": [
        ("id", "fdc_id", "seq_num", "amount", "measure_unit_id", "portion_description",
         "modifier", "gram_weight"),
        ("1", "20", "2", "3", "9999", "", "oz", "85"),
        ("2", "20", "1", "0.5", "9999", "", "fillet", "77.25"),
        ("3", "3", "1", "20", "9999", "", "small", "400"),
        ("4", "3", "2", "1", "9999", "", "cup, chopped", "125"),
    ],
}  # fmt: skip
SURVEY_TABLES = {
    "food.csv": [
        ("fdc_id", "data_type", "description", "food_category_id", "publication_date"),
        ("2", "survey_fndds_food", "Soy milk", "1902", "2022-10-28"),
        ("1", "survey_fndds_food", "Milk, human", "9602", "2022-10-28"),
        ("7", "survey_fndds_food", "Dal", "2802", "2022-10-28"),
    ],
    "survey_fndds_food.csv": [
        ("fdc_id", "food_code", "wweia_category_number"),
        ("2", "11320000", "1902"),
        ("1", "11000000", "9602"),
        ("7", "41310000", "2802"),
    ],
    "wweia_food_category.csv": [
        ("wweia_food_category", "wweia_food_category_description"),
        ("1902", "Plant-based milk"),
        ("9602", "Human milk"),
        ("2802", "Beans, peas, legumes"),
    ],
    "food_nutrient.csv": [
        ("id", "fdc_id", "nutrient_id", "amount"),
        ("1", "2", "418", "0.38"),
        ("2", "2", "578", "0.38"),
        ("3", "7", "418", "0.0"),
    ],
    "food_portion.csv": [
        ("id", "fdc_id", "seq_num", "amount", "measure_unit_id", "portion_description",
         "modifier", "gram_weight"),
        ("1", "2", "3", "", "9999", "Quantity not specified", "90000", "244"),
        ("2", "2", "1", "", "9999", "1 fl oz", "30000", "30.5"),
        ("3", "2", "2", "", "9999", "1 cup", "10205", "244"),
        ("4", "2", "4", "", "9999", "Guideline amount per cup of hot cereal", "61000", "61"),
        ("5", "1", "1", "", "9999", "1 cup", "10205", "246"),
        ("6", "1", "2", "", "9999", "Quantity not specified", "90000", "0"),
        ("7", "7", "1", "", "9999", "1 cup", "10205", "246"),
        ("8", "7", "2", "", "9999", "Quantity not specified", "90000", "180"),
    ],
}  # fmt: skip


def zipped(path, tables):
    with zipfile.ZipFile(path, "w") as archive:
        for name, rows in tables.items():
            lines = [",".join(f'"{cell}"' for cell in row) for row in rows]
            archive.writestr(f"{path.stem}/{name}", "\n".join(lines) + "\n")
    return path


def test_the_script_makes_the_compact_files_from_downloads(tmp_path):
    sr = zipped(tmp_path / "sr.zip", SR_TABLES)
    survey = zipped(tmp_path / "survey.zip", SURVEY_TABLES)
    command = [sys.executable, SEEDS / "make_usda.py", "--sr", sr, "--survey", survey]
    done = subprocess.run(
        [*map(str, command), "--into", str(tmp_path)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "usda_sr_legacy.csv: 5 foods\nusda_fndds.csv: 3 foods\n"
    assert (tmp_path / "usda_sr_legacy.csv").read_text(encoding="utf-8").splitlines() == [
        COLUMNS,
        'sr:3,"Apples, raw",Fruits and Fruit Juices,vegan,,raw,US,0,,"*small=20|cup, chopped=125"',
        'sr:4,"Pancakes, plain",Baked Products,vegetarian,,,US,,,',
        'sr:5,"Bread, wheat",Baked Products,vegan,,,US,0,,',
        'sr:6,"Bread, white",Baked Products,vegetarian,,,US,0,,',
        'sr:20,"Fish, cod, raw",Finfish and Shellfish Products,other,,raw,US,910,0,'
        "*fillet=154.5|3 oz=85",
    ]
    assert (tmp_path / "usda_fndds.csv").read_text(encoding="utf-8").splitlines() == [
        COLUMNS,
        'fndds:11000000,"Milk, human",Human milk,other,,,US,,,*cup=246',
        "fndds:11320000,Soy milk,Plant-based milk,vegan,1,,US,380,380,fl oz=30.5|*cup=244",
        'fndds:41310000,Dal,"Beans, peas, legumes",vegan,,,US,0,,*portion=180|cup=246',
    ]


def test_the_script_asks_for_a_download(tools, capsys):
    with pytest.raises(SystemExit) as ended:
        tools[0].main([])
    assert ended.value.code == 2
    assert "name a download" in capsys.readouterr().err


def test_the_files_follow_the_rules_that_the_script_has_now(tools):
    make_usda, usda_diet = tools
    for row in EVERY:
        best, added = (
            int(row[column]) if row[column] else None
            for column in ("ng_per_100g", "added_ng_per_100g")
        )
        natural = None if best is None else best - (added or 0)
        diet = usda_diet.diet_of(row["name"], row["category"], natural)
        # Cholesterol, which the files do not hold, can only speak against vegan.
        assert diet == row["diet"] or (diet == "vegan" and row["key"].startswith("sr:")), row
        fortified = usda_diet.is_fortified(row["name"], row["category"], row["diet"], best, added)
        assert row["fortified"] == ("1" if fortified else ""), row
        assert row["state"] == make_usda.state_of(row["name"]), row


@pytest.mark.parametrize(
    ("natural_ng", "cholesterol_mg", "diet"),
    [(0, None, "vegan"), (None, None, "vegan"), (0, 0, "vegan"), (30, 0, "other"), (0, 4, "other")],
)
def test_content_that_only_animals_have_overrules_a_harmless_name(
    tools, natural_ng, cholesterol_mg, diet
):
    found = tools[1].diet_of("Sambar powder", "Spices and Herbs", natural_ng, cholesterol_mg)
    assert (found == "vegan") == (diet == "vegan")


# What is not credited


@pytest.fixture(scope="module")
def shipped():
    return {entry.key: entry for entry in entries(SEEDS)}


def test_much_b12_that_nobody_added_to_a_vegan_food_is_flagged(shipped):
    for row in VEGAN:
        if not row["fortified"] and int(row["ng_per_100g"] or 0) > 500:
            assert "doubtful" in shipped[row["key"]].flag, row


def test_b12_of_seaweed_is_flagged(shipped):
    named = [row for row in EVERY if row["name"].startswith("Seaweed")]
    credited = [row for row in named if int(row["ng_per_100g"] or 0) > 0]
    assert {row["key"] for row in credited} == {"sr:167602", "sr:167603"}
    assert all("not credited" in shipped[row["key"]].flag for row in credited)


@pytest.mark.parametrize("key", ["sr:168458", "fndds:75232000"])
def test_the_zero_of_laver_and_of_dried_seaweed_is_flagged(shipped, key):
    assert BY_KEY[key]["ng_per_100g"] == "0"
    assert "neither 0 nor an amount is sure" in shipped[key].flag


@pytest.mark.parametrize("name", ["kelp", "wakame", "irishmoss", "agar", "spirulina"])
def test_the_zero_of_another_alga_stands(shipped, name):
    named = [row for row in EVERY if row["name"].startswith(f"Seaweed, {name}")]
    assert named
    assert {shipped[row["key"]].flag for row in named} == {""}


def test_few_foods_are_flagged_and_none_that_has_its_b12_from_animals(shipped):
    flagged = {key for key, entry in shipped.items() if entry.flag}
    laver = {"sr:168458", "fndds:75232000"}
    assert flagged == {"sr:174293", "sr:167602", "sr:167603"} | laver


def test_a_flagged_food_keeps_usda_s_figure(shipped):
    assert shipped["sr:174293"].best_ng == 700
