"""`b12 take`, as a person types it."""

import pytest


@pytest.mark.parametrize(
    ("item", "mcg", "form", "route"),
    [
        ("1000 mcg cyanocobalamin", 1000, "cyanocobalamin", "oral"),
        ("1000 µg methylcobalamin sublingual", 1000, "methylcobalamin", "sublingual"),
        ("1 mg hydroxocobalamin injection", 1000, "hydroxocobalamin", "injection"),
        ("cyanocobalamin 250 mcg", 250, "cyanocobalamin", "oral"),
        ("2 tablets cyano 500 mcg", 1000, "cyanocobalamin", "oral"),
        ("2 x 1000 mcg cyanocobalamin", 2000, "cyanocobalamin", "oral"),
        ("25 mcg", 25, "not stated", "oral"),
        ("25 mcg vitamin b12", 25, "not stated", "oral"),
        ("veg1", 25, "cyanocobalamin", "oral"),
        ("2 tablets veg1", 50, "cyanocobalamin", "oral"),
        ("half a tablet veg1", 12.5, "cyanocobalamin", "oral"),
        ("50 mcg veg1", 50, "cyanocobalamin", "oral"),
        ("b12 1000", 1000, "not stated", "oral"),
        ("veg1 x2", 50, "cyanocobalamin", "oral"),
        ("one b12 injection 1mg", 1000, "not stated", "injection"),
    ],
)
def test_doses_are_read_as_people_say_them(b12, item, mcg, form, route):
    b12("take", item)
    [intake] = b12.json("today")["intakes"]
    assert intake["kind"] == "supplement"
    assert intake["intake_mcg"] == {"low": mcg, "best": mcg, "high": mcg}
    assert (intake["form"], intake["route"]) == (form, route)


def test_when_and_why_a_dose_was_taken_is_kept(b12):
    said = ["--on", "yesterday", "--at", "7:05", "--occasion", "breakfast", "--note", "with tea"]
    b12("take", "veg1", *said)
    [intake] = b12.json("day", "yesterday")["intakes"]
    kept = (intake["time"], intake["occasion"], intake["note"])
    assert kept == ("07:05", "breakfast", "with tea")


def test_food_and_supplements_are_apart(b12):
    b12("eat", "egg")
    b12("take", "veg1")
    day = b12.json("today")
    assert day["food_mcg"]["best"] == 0.56
    assert day["supplement_mcg"]["best"] == 25
    assert day["intake_mcg"]["best"] == 25.56


def test_a_supplement_of_ones_own_can_be_added_taken_edited_and_removed(b12):
    b12("supplement", "add", "Drops 牛", "--strength", "12.5", "--unit", "drop", "--form", "methyl")
    b12("take", "3 drops drops 牛")
    b12("supplement", "edit", "drops 牛", "--strength", "20", "--rename", "Better drops")
    b12("take", "better drops")
    b12("supplement", "remove", "better drops")
    assert [one["intake_mcg"]["best"] for one in b12.json("today")["intakes"]] == [37.5, 20]
    assert "no supplement" in b12.refused("take", "better drops")
    b12("supplement", "add", "better drops", "--strength", "1")


def test_ones_own_supplement_hides_a_shipped_one_of_its_name(b12):
    b12("supplement", "add", "veg1", "--strength", "10.25")
    b12("take", "veg1")
    assert b12.json("today")["intake_mcg"]["best"] == 10.25
    shown = b12.json("supplement", "show", "veg1")
    assert (shown["own"], shown["strength_mcg"]) == (True, 10.25)


def test_shipped_supplements_stay_as_they_are(b12):
    assert "ships with the program" in b12.refused("supplement", "edit", "veg1", "--strength", "1")
    assert "ships with the program" in b12.refused("supplement", "remove", "veg1")


def test_an_amount_can_be_stated_with_form_and_route(b12):
    b12("take", "gym vitamins", "--mcg", "6", "--form", "methyl", "--route", "sublingual")
    [intake] = b12.json("today")["intakes"]
    assert intake["intake_mcg"]["best"] == 6
    assert (intake["form"], intake["route"]) == ("methylcobalamin", "sublingual")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["take", "my pills"], "no supplement is called"),
        (["take", "1000 mg cyanocobalamin"], "more than anybody has at once"),
        (["take", "1,000 mcg cyanocobalamin"], "is ambiguous"),
        (["take", "10 000 mcg cyanocobalamin"], "is ambiguous"),
        (["take", "2 500 mcg b12"], "is ambiguous"),
        (["take", "10-20 mcg b12"], "gives two numbers"),
        (["take", "b12 10-20 mcg"], "no supplement is called"),
        (["take", "10+20 mcg b12"], "gives two numbers"),
        (["take", "1000 mcg veg1"], "would be 40 ×"),
        (["take", "500 mcg b12 spray"], "say the route"),
        (["supplement", "add", "25 mcg", "--strength", "5"], "reads as a dose"),
        (["take", "0 mcg cyanocobalamin"], "more than zero"),
        (["take", "2 sprays veg1"], "comes as tablet"),
        (["take", "1000 mcg hydroxocobalamin"], "say the route"),
        (["take", "b12"], "could be"),
        (["take", "veg1", "--form", "cobalt"], "no form of B12"),
        (["take", "veg1", "--route", "ear"], "no route"),
        (["take", ""], "is empty"),
        (["supplement", "add", "x", "--strength", "0"], "more than zero"),
        (["supplement", "add", "x", "--strength", "-5"], "cannot be negative"),
        (["supplement", "add", "x", "--strength", "NaN"], "must be a number"),
        (["supplement", "add", "x"], "say how much B12"),
        (["supplement", "add", "", "--strength", "5"], "is empty"),
        (["supplement", "add", "…", "--strength", "5"], "could be"),
        (["supplement", "add", "x\x1b[0m", "--strength", "5"], "control characters"),
        (["supplement", "add", "x", "--strength", "5", "--unit", "bucket"], "no unit"),
        (["supplement", "add", "x", "--strength", "20000"], "is unusual"),
        (["supplement", "show", "nothing"], "no supplement is called"),
    ],
)
def test_bad_input_gets_one_clear_line_and_changes_nothing(b12, args, said):
    before = b12("supplement", "list", "--json")
    assert said in b12.refused(*args)
    assert b12("supplement", "list", "--json") == before


@pytest.mark.parametrize(
    "args",
    [
        ["take", "-1 veg1"],
        ["supplement", "edit", "veg1"],
    ],
)
def test_what_is_written_wrongly_says_how_it_is_used(b12, args):
    b12.misused(*args)


def test_the_strength_of_a_bare_number_is_not_a_count(b12):
    b12("take", "cyano 1000")
    assert b12.json("today")["intake_mcg"]["best"] == 1000
