"""`b12 eat`, as a person types it."""

import pytest


def test_two_eggs_in_an_empty_home_as_the_first_command_ever(b12):
    result = b12.run("eat", "2 eggs")
    assert result.exit_code == 0
    line = "logged 2 × egg, large: 1.12 µg (0.72 to 1.2) · today 1.12 of 2.4 µg (47 %)"
    assert result.stdout.strip() == line
    assert "b12 profile set" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_day_document_of_two_eggs_is_as_promised(b12):
    b12("eat", "2 eggs", "--at", "08:00", "--occasion", "breakfast")
    day = b12.json("day", "2026-11-22")
    assert day["schema"] == 1
    assert (day["person"], day["day"]) == ("me", "2026-11-22")
    target = day["target"]
    assert (target["mcg"], target["kind"], target["standard"]) == (2.4, "RDA", "iom-1998")
    assert day["intake_mcg"] == {"low": 0.72, "best": 1.12, "high": 1.2}
    assert day["percent_of_target"] == {"low": 30.0, "best": 46.7, "high": 50.0}
    assert day["food_mcg"] == day["intake_mcg"]
    assert day["supplement_mcg"] == {"low": 0, "best": 0, "high": 0}
    assert day["not_known"] == 0
    [intake] = day["intakes"]
    promised = {"id": 1, "kind": "food", "name": "egg", "portion": "large", "quantity": 2}
    promised |= {"occasion": "breakfast", "time": "08:00", "note": None}
    promised |= {"intake_mcg": {"low": 0.72, "best": 1.12, "high": 1.2}}
    assert promised.items() <= intake.items()


@pytest.mark.parametrize(
    ("item", "name", "grams", "best"),
    [
        ("2 eggs", "egg", 100, 1.12),
        ("egg", "egg", 50, 0.56),
        ("two large eggs", "egg", 100, 1.12),
        ("1 cup milk", "milk", 244, 1.29),
        ("a glass of milk", "milk", 247.5, 1.309),
        ("85 g tuna", "tuna", 85, 2.17),
        ("3 oz tuna", "tuna", 85.049, 2.171),
        ("half fillet salmon", "salmon", 154, 4.7),
        ("1/2 cup fortified soy milk", "fortified soy milk", 121.5, 0.46),
        ("100 ml milk", "milk", 103.133, 0.545),
        ("0,1 kg beef", "beef", 100, 1.682),
        ("1 lb beef", "beef", 453.592, 7.631),
        ("2 tbsp hummus", "hummus", 30, 0),
        ("yoghurt", "yogurt", 170, 0.95),
        ("2% milk", "milk", 244, 1.29),
    ],
)
def test_items_are_read_as_people_say_them(b12, item, name, grams, best):
    b12("eat", item)
    [intake] = b12.json("today")["intakes"]
    assert intake["name"] == name
    assert intake["grams"] == pytest.approx(grams, rel=0.01)
    assert intake["intake_mcg"]["best"] == pytest.approx(best, abs=0.002)


def test_all_items_of_a_command_are_logged_or_none(b12):
    assert "nectar of the gods" in b12.refused("eat", "2 eggs", "1 cup nectar of the gods")
    assert b12.json("today")["intakes"] == []


def test_what_is_not_found_is_answered_with_the_nearest_names(b12):
    assert "salmon" in b12.refused("eat", "slamon")
    assert "--mcg" in b12.refused("eat", "xyzzyqq")


def test_what_fits_several_foods_lists_them_where_nobody_can_be_asked(b12):
    line = b12.refused("eat", "1 cup soy milk")
    assert "fortified soy milk" in line
    assert "unfortified soy milk" in line
    assert "nothing was logged" in line


def test_a_part_of_a_name_is_not_clear_enough(b12):
    assert "Fish, NFS" in b12.refused("eat", "fish")


@pytest.mark.parametrize(
    "item",
    ["12 mussels", "10 shrimp", "8 prawns", "a pizza", "2 pizzas", "half a chicken", "3 tuna"],
)
def test_a_number_of_what_is_not_counted_is_asked_for_its_portion(b12, item):
    assert "say how much of" in b12.refused("eat", item)


@pytest.mark.parametrize(
    ("item", "grams"),
    [("2 coffees", 480), ("an apple", 182), ("3 yogurts", 510), ("a banana", 118), ("tuna", 85)],
)
def test_a_number_of_pieces_or_of_drinks_says_how_much(b12, item, grams):
    b12("eat", item)
    assert b12.json("today")["intakes"][0]["grams"] == pytest.approx(grams, rel=0.03)


def test_the_words_of_a_salmon_fillet_may_stand_in_any_order(b12):
    b12("eat", "half a salmon fillet", "half fillet salmon", "half a fillet of salmon")
    assert {one["intake_mcg"]["best"] for one in b12.json("today")["intakes"]} == {4.7}


@pytest.mark.parametrize("items", [["oat", "milk"], ["soy", "milk"], ["peanut", "butter"]])
def test_forgotten_quotes_do_not_turn_one_food_into_two(b12, items):
    assert "put it into quotes" in b12.refused("eat", *items)
    b12("eat", "egg", "milk")


def test_a_portion_that_a_food_lacks_is_answered_with_those_it_has(b12):
    line = b12.refused("eat", "1 slice egg")
    assert "large (50 g)" in line


def test_a_weight_of_a_food_counted_in_servings_is_refused(b12):
    assert "serving" in b12.refused("eat", "30 g fortified cereal")
    assert "0.6 µg" in b12("eat", "1 serving fortified cereal")


def test_an_amount_from_a_label_is_logged_with_its_basis(b12):
    b12("eat", "oat bar", "--dv", "25", "--fortified")
    b12("eat", "old oat bar", "--dv", "25%", "--dv-basis", "6")
    b12("eat", "2 stews", "--mcg", "1.5")
    bar, old, stew = b12.json("today")["intakes"]
    assert bar["intake_mcg"]["best"] == bar["fortified_mcg"] == 0.6
    assert old["intake_mcg"]["best"] == 1.5
    assert "Daily Value of 6 µg" in old["source"]
    assert (stew["quantity"], stew["intake_mcg"]["best"], stew["fortified_mcg"]) == (2, 1.5, 0)
    b12("eat", "oat drink", "--mcg", "0.95", "--fortified", "--on", "yesterday")
    [drink] = b12.json("day", "yesterday")["intakes"]
    assert (drink["intake_mcg"]["best"], drink["fortified_mcg"]) == (0.95, 0.95)


def test_a_number_that_ends_a_free_name_is_no_quantity(b12):
    b12("eat", "protein bar from 2018", "--mcg", "1")
    [bar] = b12.json("today")["intakes"]
    assert (bar["name"], bar["quantity"]) == ("protein bar from 2018", 1)


def test_a_percentage_names_the_daily_value_that_it_used(b12):
    assert "25 % of a Daily Value of 2.4 µg" in b12("eat", "oat bar", "--dv", "25")


def test_a_burger_may_be_of_beef_or_of_beans_so_it_is_not_logged(b12):
    assert "veggie burger" in b12.refused("eat", "burger")


def test_a_supplement_named_as_food_is_pointed_to_take(b12):
    assert "b12 take" in b12.refused("eat", "2 tablets veg1")


def test_unknown_content_is_not_zero(b12):
    line = b12("eat", "aunt's stew", "--mcg", "unknown")
    assert "not known" in line
    day = b12.json("today")
    assert day["intake_mcg"]["best"] is None
    b12("eat", "egg")
    day = b12.json("today")
    assert day["not_known"] == 1
    assert day["intake_mcg"] == {"low": 0.36, "best": 0.56, "high": None}
    assert "at least 0.56 µg" in b12("today")


def test_now_is_kept_only_where_nothing_else_is_said(b12):
    b12("eat", "egg")
    b12("eat", "egg", "--occasion", "lunch")
    b12("eat", "egg", "--on", "yesterday", "--at", "7:30")
    assert [one["time"] for one in b12.json("today")["intakes"]] == ["12:00", None]
    assert [one["time"] for one in b12.json("day", "yesterday")["intakes"]] == ["07:30"]


def test_a_future_day_is_refused_unless_the_person_insists(b12):
    assert "--anyway" in b12.refused("eat", "egg", "--on", "2026-11-23")
    b12("eat", "egg", "--on", "2026-11-23", "--anyway")
    assert b12.json("day", "2026-11-23")["recorded"]


def test_a_day_before_birth_is_refused_even_with_insistence(b12):
    b12("profile", "set", "--born", "2020-05-05")
    line = b12.refused("eat", "egg", "--on", "2020-05-04", "--anyway")
    assert "born" in line
    b12("eat", "egg", "--on", "2020-05-05")


def test_an_impossible_weight_is_refused_unless_the_person_insists(b12):
    b12("eat", "5 kg tuna")
    assert "more than anybody has at once" in b12.refused("eat", "5001 g tuna")
    b12("eat", "85 kg tuna", "--anyway")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["0 eggs"], "more than zero"),
        (["nan eggs"], "has no portion"),
        (["inf eggs"], "has no portion"),
        (["1e400 eggs"], "does not start with a plain number"),
        ([""], "is empty"),
        ([" "], "is empty"),
        (["x" * 10_000], "is longer than"),
        (["egg\x00"], "control characters"),
        (["\x1b[31megg"], "control characters"),
        (["egg\nmilk"], "control characters"),
        (["'; DROP TABLE intake; --"], "no food is called"),
        (['" OR 1=1 quux'], "no food is called"),
        (["%"], "no food is called"),
        (["_"], "no food is called"),
        (["1/0 egg"], "divides by zero"),
        (["2"], "how much, but not of what"),
        (["egg", "--on", "2026-02-30"], "in the calendar"),
        (["egg", "--on", ""], "is not a day"),
        (["egg", "--at", "25:00"], "is not a time"),
        (["egg", "--mcg", "-1"], "cannot be negative"),
        (["egg", "--mcg", "NaN"], "must be a number"),
        (["egg", "--mcg", "1e400"], "must be a number"),
        (["egg", "--mcg", "1000001"], "one gram"),
        (["egg", "--mcg", "1,000"], "is ambiguous"),
        (["egg", "--mcg", ""], "--mcg unknown says"),
        (["egg", "milk", "--mcg", "1"], "for one item at a time"),
        (["egg", "--mcg", "1", "--dv", "2"], "say the same twice"),
        (["egg", "--dv-basis", "6"], "needs --dv"),
        (["egg", "--fortified"], "goes with an amount"),
        (["egg", "--dv", "x"], "must be a number"),
        (["egg", "--dv", "1" + "0" * 39], "more than a gram"),
        (["egg", "--person", "nobody"], "no person"),
        (["egg", "--note", "a\x1b]0;title\x07"], "control characters"),
        (["egg", "--note", "x" * 2000], "is longer than"),
        (["\x1b[31m", "--mcg", "1"], "control characters"),
    ],
)
def test_bad_input_gets_one_clear_line_and_changes_nothing(b12, args, said):
    b12("eat", "egg")
    line = b12.refused("eat", *args)
    assert said in line
    assert len(line) < 700
    assert "\x1b" not in line


@pytest.mark.parametrize(
    "args",
    [
        ["-2 eggs"],
        ["egg", "--occasion", "midnight"],
    ],
)
def test_what_is_written_wrongly_says_how_it_is_used(b12, args):
    b12.misused("eat", *args)


def test_a_question_on_a_terminal_is_asked_until_it_is_clear(tmp_path):
    import os
    import pty
    import subprocess
    import sys
    from pathlib import Path

    root = Path(__file__).parents[2]
    parent, child = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(root), "TERM": "dumb"}
    process = subprocess.Popen(
        [sys.executable, "-m", "tracker", "eat", "1 cup soy milk"],
        stdin=child,
        stdout=child,
        stderr=child,
        env=environment,
    )
    os.close(child)
    shown = b""
    while b"Which one" not in shown:
        shown += os.read(parent, 4096)
    os.write(parent, b"2\n")
    while process.poll() is None or b"logged" not in shown:
        try:
            shown += os.read(parent, 4096)
        except OSError:
            break
    os.close(parent)
    assert process.wait() == 0
    assert "logged 1 cup fortified soy milk" in shown.decode()


@pytest.mark.parametrize(
    ("item", "why"),
    [
        ("1 cup Soymilk, chocolate, unfortified", "the figure is doubtful"),
        ("5 g Seaweed, Canadian Cultivated EMI-TSUNOMATA, dry", "measured in algae"),
        ("10 g Seaweed, laver, raw", "neither 0 nor an amount is sure"),
        ("5 g fndds:75232000", "neither 0 nor an amount is sure"),
    ],
)
def test_a_plant_food_to_which_nothing_was_added_is_not_credited(b12, item, why):
    result = b12.run("eat", item)
    assert ": not known" in result.stdout
    assert why in result.stderr
    b12("edit", "1", "--accept-flag")
    assert b12.json("day", "2026-11-22")["not_known"] == 0


@pytest.mark.parametrize("item", ["10 g laver", "5 g nori", "1 serving chlorella"])
def test_an_alga_that_is_neither_zero_nor_an_amount_says_why_when_logged(b12, item):
    result = b12.run("eat", item)
    assert ": not known" in result.stdout
    assert "is logged as not known: measured, not credited" in result.stderr


def test_nori_is_logged_as_not_known_and_its_page_says_why(b12):
    assert "nori, sheet: not known" in b12("eat", "nori")
    assert "measured, not credited" in b12("food", "show", "nori")
