"""`b12 edit`: what it takes for a name, a flagged content, an answer on a terminal."""

import pytest


def only(b12):
    [intake] = b12.json("today")["intakes"]
    return intake


@pytest.mark.parametrize("item", ["", "  ", "\x1b[31mred", "x" * 400, "0 bars", "4"])
def test_edit_refuses_a_stated_name_that_eat_refuses(b12, item):
    b12("eat", "2 eggs")
    assert b12.run("eat", item, "--mcg", "1").exit_code == 1
    assert b12.refused("edit", "1", item, "--mcg", "1")


@pytest.mark.parametrize(
    ("item", "name", "quantity"),
    [("4 bars", "bars", 4), ("protein bar 2018", "protein bar 2018", 1), ("½ pie", "pie", 0.5)],
)
def test_edit_reads_a_stated_item_as_eat_and_take_do(b12, item, name, quantity):
    for command, first in (("eat", 1), ("take", 3)):
        b12(command, "1 thing", "--mcg", "1")
        b12("edit", str(first), item, "--mcg", "2")
        b12(command, item, "--mcg", "2")
        edited, plain = b12.json("today")["intakes"][first - 1 :]
        assert edited | {"id": plain["id"]} == plain
        assert (edited["name"], edited["quantity"], edited["portion"]) == (name, quantity, None)


def test_a_stated_supplement_keeps_nothing_of_the_form_and_route_before(b12):
    b12("take", "1000 mcg hydroxocobalamin injection")
    b12("edit", "1", "gym multi", "--mcg", "6")
    assert (only(b12)["form"], only(b12)["route"]) == ("not stated", "oral")


@pytest.fixture
def flagged(b12, fooddata):
    """A diary with a table in which the B12 of macaroni is hard to believe."""
    path = fooddata.foods("branded_food", {"ZORB MACARONI": 205})
    b12("food", "import", str(path))
    return b12


def test_edit_says_that_a_flagged_food_is_not_counted_and_how_to_count_it(flagged):
    flagged("eat", "2 eggs")
    edited = flagged.run("edit", "1", "100 g zorb macaroni")
    assert "logged as not known" in edited.stderr
    assert "b12 edit 1 --accept-flag" in edited.stderr
    assert only(flagged)["intake_mcg"] is None
    assert "205 µg" in flagged("edit", "1", "--accept-flag")
    assert "flagged" not in only(flagged)["source"]


def test_eat_and_again_name_the_number_of_what_is_not_counted(flagged):
    assert "b12 edit 1 --accept-flag" in flagged.run("eat", "100 g zorb macaroni").stderr
    assert "b12 edit 2 --accept-flag" in flagged.run("again", "today").stderr


def test_edit_counts_a_flagged_food_at_once_where_it_is_accepted(flagged):
    flagged("eat", "2 eggs")
    edited = flagged.run("edit", "1", "100 g zorb macaroni", "--accept-flag")
    assert (edited.exit_code, edited.stderr) == (0, "")
    assert only(flagged)["intake_mcg"]["best"] == 205


def test_there_is_nothing_to_accept_where_nothing_is_flagged(b12):
    b12("eat", "2 eggs")
    b12("take", "veg1")
    assert "not flagged" in b12.refused("edit", "1", "--accept-flag")
    assert "not flagged" in b12.refused("edit", "2", "--accept-flag")


def test_what_a_person_answers_is_remembered_by_edit_as_by_eat(b12, monkeypatch):
    b12("eat", "2 eggs")
    monkeypatch.setattr("tracker.commands.edit.chooser", lambda: lambda _wanted, _names: 0)
    b12("edit", "1", "100 g fish")
    assert [one["wording"] for one in b12.json("food", "alias")["aliases"]] == ["fish"]
    b12("undo")
    assert b12.json("food", "alias")["aliases"] == []


def test_a_huge_amount_needs_the_persons_word_in_edit_too(b12):
    b12("eat", "2 eggs")
    assert "--anyway" in b12.refused("edit", "1", "--mcg", "20000")
    assert "--anyway" in b12.refused("edit", "1", "6 kg tuna")
    b12("edit", "1", "--mcg", "20000", "--anyway")
    assert only(b12)["intake_mcg"]["best"] == 20000


def test_an_empty_text_takes_the_time_the_meal_or_the_note_out(b12):
    b12("eat", "2 eggs", "--at", "8:00", "--occasion", "breakfast", "--note", "late")
    for option, field in (("--at", "time"), ("--occasion", "occasion"), ("--note", "note")):
        before = only(b12)
        b12("edit", "1", option, "")
        assert only(b12) == before | {field: None}
    assert "such as" in b12.misused("edit", "1", "--anyway")


def test_a_food_in_place_of_a_supplement_is_answered_with_what_to_do(b12):
    b12("take", "veg1")
    for item in ("2 eggs", "100 g cheese"):
        said = b12.refused("edit", "1", item)
        assert f"#1 is a supplement, veg1, and “{item}” is food" in said
        assert "`b12 remove 1`" in said
    assert "no supplement is called" in b12.refused("edit", "1", "vgxx")
