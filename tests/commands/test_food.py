"""The commands for foods, as a person types them."""

import json

import pytest


def test_find_says_what_was_meant_and_lists_the_keys_of_the_issue(b12):
    (first, *_) = b12.json("food", "find", "glass of milk")["foods"]
    assert first["name"] == "milk"
    assert set(first) >= {
        "id", "name", "source", "source_id", "diet", "fortified", "b12_mcg_per_100g", "flag",
        "portions",
    }  # fmt: skip
    assert set(first["b12_mcg_per_100g"]) == {"low", "best", "high"}
    assert {"name", "grams", "b12_mcg"} <= set(first["portions"][0])
    assert first["flag"] is None
    assert "did you mean banana" in b12("food", "find", "bananna")
    assert "could" not in b12.refused("food", "find", "xyzzyplugh")


def test_show_a_food_by_name_and_number(b12):
    shown = b12("food", "show", "egg")
    assert "0.72 to 1.2" in shown
    assert "last logged  never" in shown
    assert "~10" in shown
    egg = b12.json("food", "show", "egg")
    assert egg["name"] == "egg"
    assert egg["b12_mcg_per_100g"]["best"] == 1.12
    assert b12.json("food", "show", egg["key"]) == egg
    assert "could be" in b12.refused("food", "show", "soya milk")


def test_add_eat_edit_revalue_remove(b12):
    added = b12(
        "food", "add", "oat drink", "--serving", "100 ml", "--mcg", "0.38", "--diet", "vegan"
    )
    assert "0.38 µg per 100 ml" in added
    assert "0.95 µg" in b12("eat", "250 ml oat drink")
    assert "past intakes stay" in b12("food", "edit", "oat drink", "--mcg", "0.76")
    planned = b12("food", "revalue", "oat drink", "--from", "today")
    assert "0.95 µg → 1.9 µg" in planned
    assert "--yes" in planned
    assert b12.json("today")["intake_mcg"]["best"] == 0.95
    assert "valued 1" in b12("food", "revalue", "oat drink", "--from", "today", "--yes")
    assert b12.json("today")["intake_mcg"]["best"] == 1.9
    assert [one["name"] for one in b12.json("food", "list")["foods"]] == ["oat drink"]
    assert "past intakes stay" in b12("food", "remove", "oat drink")
    assert b12.json("today")["intakes"][0]["name"] == "oat drink"
    assert b12.json("food", "list")["foods"] == []


def test_a_percentage_keeps_what_the_label_says(b12):
    b12("food", "add", "bar", "--serving", "1 bar", "--dv", "25", "--label-year", "2025")
    shown = b12.json("food", "show", "bar")
    assert shown["printed"] == "25 % of a Daily Value of 2.4 µg, label of 2025"
    assert shown["portions"][0]["b12_mcg"] == 0.6
    b12("food", "edit", "bar", "--mcg", "0.38")
    shown = b12.json("food", "show", "bar")
    assert (shown["printed"], shown["portions"][0]["b12_mcg"]) == (None, 0.38)
    b12("food", "add", "old bar", "--serving", "1 bar", "--dv", "25", "--dv-basis", "6")
    assert b12.json("food", "show", "old bar")["portions"][0]["b12_mcg"] == 1.5


def test_an_own_food_is_shown_as_its_label_says(b12):
    label = ["--serving", "250 ml", "--weight", "258", "--mcg", "0.955", "--diet", "vegan"]
    b12("food", "add", "oat drink", *label, "--fortified", "--market", "UK", "--note", "chilled")
    shown = b12.json("food", "show", "oat drink")
    said = {"diet": "vegan", "fortified": True, "market": "UK", "note": "chilled"}
    assert said.items() <= shown.items()
    (serving, *_) = shown["portions"]
    assert (serving["grams"], serving["millilitres"], serving["b12_mcg"]) == (258, 250, 0.955)
    assert "oat drink: 0.96 µg per 250 ml" in b12("food", "edit", "oat drink", "--note", "cold")
    b12("food", "add", "bar", "--mcg", "0.6", "--serving", "1 bar", "--weight", "60")
    assert "0.3 µg" in b12("eat", "30 g bar")
    b12("food", "add", "pill bar", "--mcg", "0.6", "--serving", "1 bar")
    assert "content      0.6 µg in 1 bar" in b12("food", "show", "pill bar")


@pytest.mark.parametrize(
    ("name", "state"), [("raw oyster", "raw"), ("lentils", "cooked"), ("sr:171287", "raw")]
)
def test_a_food_says_whether_it_is_raw_or_cooked(b12, name, state):
    assert f"state        {state}" in b12("food", "show", name).splitlines()
    assert b12.json("food", "show", name)["state"] == state


def test_nothing_is_said_of_a_food_that_is_neither_raw_nor_cooked(b12):
    assert "state  " not in b12("food", "show", "cheddar")
    assert b12.json("food", "show", "cheddar")["state"] is None
    assert {one["state"] for one in b12.json("food", "find", "oyster")["foods"]} >= {
        "raw",
        "cooked",
    }


def test_the_added_part_of_a_food_is_shown_in_percent_and_to_a_thousandth(b12, fooddata):
    path = fooddata.folder(
        "oats",
        food=[{"fdc_id": 1, "data_type": "sr_legacy_food", "description": "Zorb"}],
        food_nutrient=[
            {"fdc_id": 1, "nutrient_id": 1178, "amount": 2},
            {"fdc_id": 1, "nutrient_id": 1246, "amount": 0.525},
        ],
    )
    b12("food", "import", str(path))
    assert "26 % of it added" in b12("food", "show", "zorb")
    assert b12.json("food", "show", "zorb")["added_mcg_per_100g"] == 0.525


def test_no_more_foods_are_listed_than_were_asked_for(b12):
    assert len(b12.json("food", "find", "milk", "--limit", "3")["foods"]) == 3
    assert len(b12.json("suggest", "--limit", "3")["suggestions"]) == 3


def test_foods_are_suggested_for_the_day_that_is_asked_for(b12):
    b12("eat", "1 oz beef liver")
    assert b12.json("suggest")["gap_mcg"] == 0
    assert b12.json("suggest", "--on", "yesterday")["gap_mcg"] == 2.4


def test_only_the_days_that_are_named_are_valued_anew_and_a_flag_counts_where_it_is_accepted(
    b12, fooddata
):
    b12("food", "import", str(fooddata.foods("branded_food", {"ZORB MACARONI": 205.36})))
    for day in ("2026-11-01", "2026-11-10"):
        b12("eat", "100 g zorb macaroni", "--on", day)
    days = ["--from", "2026-11-01", "--to", "2026-11-05"]
    said = b12("food", "revalue", "zorb macaroni", *days, "--accept-flag", "--yes")
    assert "valued 1 intakes" in said
    best = [b12.json("day", f"2026-11-{day}")["intake_mcg"]["best"] for day in ("01", "10")]
    assert best == [205.36, None]


def test_an_odd_label_is_added_with_a_warning(b12):
    result = b12.run("food", "add", "oat drink", "--serving", "100 ml", "--mcg", "38")
    assert result.exit_code == 0
    assert "check the unit" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "x"), "say what a serving holds"),
        (("add", "x", "--mcg", "-1"), "cannot be negative"),
        (("add", "x", "--mcg", "nan"), "must be a number"),
        (("add", "x", "--mcg", "1", "--dv", "5"), "say the same twice"),
        (("add", "x", "--mcg", "1", "--weight", "heavy"), "must be a number"),
        (("add", "x", "--mcg", "1", "--serving", "30 g", "--weight", "40"), "leave --weight out"),
        (("add", "x", "--mcg", "1", "--serving", "0 g"), "more than zero"),
        (("edit", "egg", "--mcg", "1"), "is not yours"),
        (("edit", "nothing", "--mcg", "1"), "no food is called"),
        (("remove", "milk"), "is not yours"),
        (("show", "x\x1b[2J"), "control characters"),
        (("find", ""), "is empty"),
        (("revalue", "egg", "--from", "someday"), "is not a day"),
        (("import", "/no/such/file.zip"), "there is no file"),
        (("alias", "--forget", "milk"), "nothing is remembered"),
    ],
)
def test_wrong_input_is_one_line_and_changes_nothing(b12, arguments, said):
    assert said in b12.refused("food", *arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ("edit", "x"),
        ("find", "egg", "--limit", "0"),
    ],
)
def test_what_is_written_wrongly_says_how_it_is_used(b12, arguments):
    b12.misused("food", *arguments)


def test_import_shows_its_counts(b12, fooddata):
    path = fooddata.foods("sr_legacy_food", {"Squid, dried": None, "Zorb, raw": 1.5})
    document = b12.json("food", "import", str(path))
    counts = ("foods", "portions", "without_b12", "flagged", "skipped")
    assert {name: document[name] for name in counts} == {
        "foods": 2, "portions": 0, "without_b12": 1, "flagged": 0, "skipped": 0,
    }  # fmt: skip
    assert "imported 2 foods" in b12("food", "import", str(path))
    assert "1.5 µg" in b12("eat", "100 g zorb raw")
    assert "not known" in b12("eat", "100 g squid dried")


def test_a_flagged_food_is_marked_and_held_back(b12, fooddata):
    b12("food", "import", str(fooddata.foods("branded_food", {"ZORB MACARONI": 205.36})))
    assert "! ZORB MACARONI" in b12("food", "find", "zorb")
    assert "flagged" in b12("food", "show", "zorb macaroni")
    held = b12.run("eat", "100 g zorb macaroni")
    assert "not known" in held.stdout
    assert "--accept-flag" in held.stderr
    assert b12.json("today")["intake_mcg"]["best"] is None
    b12("undo")
    assert "205 µg" in b12("eat", "100 g zorb macaroni", "--accept-flag")
    assert "205 µg" in b12("again", "today"), "the person's word was given for it"


def test_recipes_from_adding_to_removing(b12):
    made = b12("recipe", "add", "red lentil dal", "400 g tofu", "2 tbsp marmite", "--makes", "4")
    assert "makes 4 portions" in made
    dish = b12.json("recipe", "show", "red lentil dal")
    assert dish["portions"] == 4
    assert len(dish["ingredients"]) == 2
    assert "red lentil dal, portion" in b12("eat", "1 dal")
    weighed = ("recipe", "edit", "red lentil dal", "--makes", "1200g")
    assert "makes 1200 g cooked" in b12(*weighed)
    assert "300 g red lentil dal" in b12("eat", "300 g dal")
    assert len(b12.json("recipe", "list")["recipes"]) == 1
    assert "contain itself" in b12.refused("recipe", "edit", "red lentil dal", "--add", "1 dal")
    assert "not a recipe" in b12.refused("recipe", "show", "egg")
    b12("recipe", "remove", "red lentil dal")
    assert b12.json("recipe", "list")["recipes"] == []


def test_suggest_brings_the_day_to_its_target(b12):
    b12("eat", "1 egg")
    found = b12.json("suggest", "--diet", "vegan")
    assert found["gap_mcg"] == pytest.approx(1.84)
    for one in found["suggestions"]:
        assert set(one) == {"food", "portion", "quantity", "b12_mcg", "percent_after"}
        assert one["percent_after"] >= 100
    assert "closes the gap" in b12("suggest")
    b12("eat", "1 oz beef liver")
    assert b12.json("suggest")["suggestions"] == []
    assert "nothing is missing" in b12("suggest")


def test_answers_are_listed_and_forgotten(b12):
    assert "nothing is remembered" in b12("food", "alias")
    assert b12.json("food", "alias") == {"schema": 1, "aliases": []}


def test_json_is_one_object(b12):
    for arguments in (("food", "find", "egg"), ("food", "list", "--shipped"), ("recipe", "list"),
                      ("food", "show", "egg"), ("suggest",), ("food", "alias")):  # fmt: skip
        assert isinstance(json.loads(b12(*arguments, "--json")), dict)


def test_a_food_without_a_portion_is_never_taken_for_a_hundred_grams(b12, fooddata):
    b12("food", "import", str(fooddata.foods("branded_food", {"QUARTERBACK BAR": 4.75})))
    assert "any weight" in b12.refused("eat", "quarterback bar")
    b12("eat", "1 g quarterback bar")
    [intake] = b12.json("today")["intakes"]
    assert (intake["grams"], intake["intake_mcg"]["best"]) == (1, 0.048)


def test_a_folder_of_downloads_stands_for_what_it_holds(b12, fooddata, tmp_path):
    folder = tmp_path / "held"
    folder.mkdir()
    food = {"fdc_id": 1, "data_type": "sr_legacy_food", "description": "Gar, raw"}
    fooddata.zip("one", food=[food]).rename(folder / "one.zip")
    fooddata.zip("two", food=[{**food, "fdc_id": 2}]).rename(folder / "two.zip")
    assert b12.json("food", "import", str(folder))["foods"] == 2


def test_a_daily_value_that_does_not_fit_the_year_of_the_label_is_pointed_out(b12):
    add = ("food", "add")
    label = ("--serving", "1 bar", "--dv", "25")
    new = b12.run(*add, "one", *label, "--dv-basis", "6", "--label-year", "2025")
    assert "2.5 times" in new.stderr
    small_firm = b12.run(*add, "four", *label, "--dv-basis", "6", "--label-year", "2021")
    assert "2.5 times" not in small_firm.stderr
    old = b12.run(*add, "two", *label, "--label-year", "2015")
    assert "--dv-basis 6" in old.stderr
    fitting = b12.run(*add, "three", *label, "--dv-basis", "2.4", "--label-year", "2025")
    assert "Daily Value" not in fitting.stderr
    assert "label" not in fitting.stderr


def test_words_of_one_name_need_no_quotes(b12):
    assert b12("food", "find", "beef", "liver") == b12("food", "find", "beef liver")
    assert b12("food", "show", "beef", "liver").startswith("beef liver (b12:beef-liver)")


def test_what_a_dish_lost_with_its_table_is_named_with_what_to_do(b12, fooddata):
    b12("food", "import", str(fooddata.foods("branded_food", {"ZORB BAR": 2})))
    b12("recipe", "add", "mix", "100 g zorb bar", "1 egg", "--makes", "2")
    assert "mix (ZORB BAR)" in b12.refused("food", "tables", "--remove", "usda-branded")
    removed = b12.run("food", "tables", "--remove", "usda-branded", "--anyway")
    cure = (
        "in no table any more: import usda-foundation or usda-branded again with "
        '`b12 food import`, or `b12 recipe edit "mix" --remove "ZORB BAR" --add ITEM`'
    )
    assert cure in removed.stderr
    for logged in (b12.run("eat", "1 mix"), b12.run("again", "today"), b12.run("edit", "1", "mix")):
        assert "note: mix is logged as not known: ZORB BAR (fdc:" in logged.stderr
        assert cure in logged.stderr
    for show in ("food", "recipe"):
        assert cure in b12(show, "show", "mix")


def test_a_food_whose_table_says_why_it_is_not_known_says_so_when_logged(b12):
    said = b12.run("eat", "nori")
    assert "not known" in said.stdout
    assert "note: nori is logged as not known: measured, not credited" in said.stderr
    assert "not credited" not in b12.run("eat", "egg").stderr


def test_a_remark_about_a_food_of_ones_own_is_no_reason(b12):
    b12("food", "add", "bread", "--mcg", "unknown", "--note", "from the market")
    assert "market" not in b12.run("eat", "bread").stderr


@pytest.fixture
def figures(b12, fooddata):
    """Imports a table in which zorb has so many µg in 100 g, in place of the one before."""

    def imported(mcg):
        food = {"fdc_id": 5, "data_type": "branded_food", "description": "ZORB"}
        nutrient = {"fdc_id": 5, "nutrient_id": 1178, "amount": mcg}
        download = fooddata.folder(f"zorb {mcg}", food=[food], food_nutrient=[nutrient])
        b12("food", "import", str(download))

    return imported


def test_a_dish_or_food_whose_figures_changed_since_the_last_time_says_so_once(b12, figures):
    figures(2.0)
    b12("recipe", "add", "mix", "100 g zorb", "--makes", "2")
    assert "was worth" not in b12.run("eat", "2 mix", "50 g zorb").stderr
    assert "was worth" not in b12.run("eat", "1 mix", "100 g zorb").stderr
    figures(1.0)
    said = b12.run("eat", "3 mix", "200 g zorb")
    mix, zorb = [line for line in said.stderr.splitlines() if "was worth" in line]
    assert "1 × mix, portion was worth 1 µg" in mix
    assert "2026-11-22 and is worth 0.5 µg now" in mix
    assert 'b12 recipe show "mix"' in mix
    assert "100 g ZORB was worth 2 µg" in zorb
    assert "is worth 1 µg now" in zorb
    assert "b12 food show fdc:5" in zorb
    assert b12.json("log")["intakes"][-1]["intake_mcg"]["best"] == 2, "the past keeps its worth"
    assert "was worth" not in b12.run("eat", "3 mix", "200 g zorb").stderr


def test_a_food_of_ones_own_changes_by_ones_own_hand_and_without_a_note(b12):
    b12("food", "add", "bread", "--mcg", "1")
    b12("eat", "bread")
    b12("food", "edit", "bread", "--mcg", "2")
    assert "was worth" not in b12.run("eat", "bread").stderr


def test_a_recipe_shows_todays_worth_of_each_ingredient_and_where_it_is_from(b12, figures):
    figures(2.0)
    b12("recipe", "add", "mix", "100 g zorb", "1 cup fortified soy milk", "--makes", "2")
    assert "100 g ZORB: 2 µg · USDA branded foods, label 5" in b12("recipe", "show", "mix")
    figures(1.0)
    shown = b12("recipe", "show", "mix")
    assert "100 g ZORB: 1 µg · USDA branded foods, label 5" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())
    zorb, milk = b12.json("recipe", "show", "mix")["ingredients"]
    assert zorb["source"] == "USDA branded foods, label 5"
    assert milk["source"].startswith("USDA")


@pytest.mark.parametrize(
    ("key", "cure"),
    [
        ("fndds:99999999", "import usda-survey with `b12 food import`"),
        ("gtin:00000000000017", "import usda-branded with `b12 food import`"),
        ("fdc:99999999", "import usda-foundation or usda-branded with `b12 food import`"),
        ("b12:nothing", "`b12 food find`"),
        ("own:1", "`b12 food find`"),
        ("nevo:1", "`b12 food find`"),
    ],
)
def test_a_key_that_no_food_has_is_named_without_the_amount_before_it(b12, key, cure):
    for words in (
        ("eat", f"100 g {key}"), ("eat", key), ("food", "show", key), ("food", "find", key)
    ):  # fmt: skip
        said = b12.refused(*words)
        assert "did you mean" not in said
        assert f"no food has the key {key}: " in said
        assert cure in said


def test_words_with_a_colon_are_words_where_they_name_a_food(b12):
    assert "Soup, tomato" in b12("eat", "soup:tomato")
    assert "egg" in b12("food", "find", "b12:egg")


def test_a_recipe_that_there_is_not_is_no_food_but_a_recipe(b12):
    assert b12.refused("recipe", "show", "none") == (
        "b12: no recipe is called “none”: `b12 recipe list` shows yours"
    )
    b12("recipe", "add", "red lentil dal", "400 g tofu", "--makes", "4")
    for command in ("show", "remove"):
        said = b12.refused("recipe", command, "red lentl dahl")
        assert said == "b12: no recipe is called “red lentl dahl”; did you mean red lentil dal?"
