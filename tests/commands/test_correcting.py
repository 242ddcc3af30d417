"""`b12 again`, `edit`, `remove` and `undo`."""

import pytest


def names(b12, day="today"):
    return [one["name"] for one in b12.json("day", day)["intakes"]]


def test_again_repeats_a_day_or_a_meal(b12):
    b12("eat", "2 eggs", "--on", "yesterday", "--occasion", "breakfast")
    b12("eat", "1 cup milk", "--on", "yesterday", "--occasion", "dinner")
    b12("take", "veg1", "--on", "yesterday", "--at", "8:00")
    b12("again")
    assert sorted(names(b12)) == ["egg", "milk", "veg1"]
    b12("again", "yesterday", "--occasion", "breakfast", "--on", "mon")
    assert names(b12, "mon") == ["egg"]
    assert "nothing to repeat" in b12.refused("again", "2026-01-01")
    assert "nothing to repeat" in b12.refused("again", "yesterday", "--occasion", "snack")


def test_again_may_give_all_of_it_another_time(b12):
    b12("eat", "2 eggs", "--on", "yesterday", "--at", "8:00", "--note", "soft")
    b12("take", "veg1", "--on", "yesterday")
    b12("again", "--at", "9:30")
    intakes = b12.json("today")["intakes"]
    assert [(one["time"], one["note"]) for one in intakes] == [("09:30", "soft"), ("09:30", None)]


def test_again_keeps_amounts_that_came_from_no_table(b12):
    b12("eat", "stew", "--mcg", "1.5", "--on", "yesterday")
    b12("eat", "soup", "--mcg", "unknown", "--on", "yesterday")
    b12("again")
    day = b12.json("today")
    assert (day["intake_mcg"]["best"], day["not_known"]) == (1.5, 1)


def test_again_keeps_an_amount_that_was_corrected_by_hand(b12):
    b12("eat", "2 eggs", "--on", "yesterday")
    b12("edit", "1", "--mcg", "1")
    b12("again")
    assert b12.json("today")["intake_mcg"]["best"] == 1


def test_again_values_a_supplement_as_it_is_now_and_leaves_the_past(b12):
    b12("supplement", "add", "mine", "--strength", "10")
    b12("take", "2 mine", "--on", "yesterday")
    b12("supplement", "edit", "mine", "--strength", "50")
    b12("again")
    assert b12.json("today")["intake_mcg"]["best"] == 100
    assert b12.json("day", "yesterday")["intake_mcg"]["best"] == 20


def test_edit_changes_what_how_much_when_and_the_note(b12):
    b12("eat", "2 eggs")
    b12("edit", "1", "3 eggs")
    assert b12.json("today")["intake_mcg"]["best"] == 1.68
    b12("edit", "1", "--on", "yesterday", "--at", "9:15", "--occasion", "snack", "--note", "late")
    [intake] = b12.json("day", "yesterday")["intakes"]
    assert (intake["time"], intake["occasion"], intake["note"]) == ("09:15", "snack", "late")
    b12("edit", "1", "--mcg", "0.7")
    assert b12.json("day", "yesterday")["intake_mcg"]["best"] == 0.7
    b12("edit", "1", "fancy egg", "--mcg", "unknown")
    assert names(b12, "yesterday") == ["fancy egg"]


def test_edit_changes_a_supplement_into_another(b12):
    b12("take", "veg1")
    b12("edit", "1", "1000 mcg methylcobalamin")
    [intake] = b12.json("today")["intakes"]
    assert (intake["kind"], intake["form"]) == ("supplement", "methylcobalamin")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["edit", "99", "egg"], "no intake"),
        (["edit", "1", "--on", "2027-01-01"], "in the future"),
        (["edit", "1", "nectar of the gods"], "no food is called"),
        (["edit", "1", "--mcg", "-1"], "cannot be negative"),
        (["edit", "1", "--note", "\x1b[2J"], "control characters"),
        (["edit", "1", "--person", "Ida", "2 eggs"], "no intake"),
        (["remove", "99"], "no intake"),
        (["remove", "1", "--person", "Ida"], "no intake"),
        (["undo", "99"], "can be undone"),
    ],
)
def test_what_cannot_be_corrected_is_refused(b12, args, said):
    b12("profile", "set", "--born", "1990-01-01")
    b12("profile", "set", "Ida", "--born", "2020-01-01")
    b12("eat", "egg")
    assert said in b12.refused(*args)


@pytest.mark.parametrize(
    "args",
    [
        ["edit", "1"],
        ["edit", "0", "egg"],
        ["edit", "x", "egg"],
        ["remove", "-1"],
        ["undo", "0"],
        ["undo", "x"],
    ],
)
def test_what_is_written_wrongly_says_how_it_is_used(b12, args):
    b12.misused(*args)


def test_remove_takes_an_intake_out_and_undo_brings_it_back(b12):
    b12("eat", "egg", "milk")
    before = b12.json("today")
    assert "removed 1 × egg, large" in b12("remove", "1")
    assert names(b12) == ["milk"]
    assert "removed 1 × egg, large" in b12("undo")
    assert b12.json("today") == before


def test_undo_says_what_it_undid_several_steps_back(b12):
    b12("eat", "egg")
    b12("take", "veg1")
    b12("edit", "1", "3 eggs")
    said = b12("undo", "2").splitlines()
    assert said[0].startswith("undone: edited")
    assert said[1] == "undone: logged 1 × veg1, tablet on 2026-11-22"
    assert names(b12) == ["egg"]
    b12("undo")
    assert names(b12) == []
    assert "nothing to undo" in b12.refused("undo")


def test_undo_covers_profiles_life_phases_and_supplements(b12):
    states = []
    for command in (
        ["profile", "set", "--born", "1990-01-01", "--sex", "female"],
        ["profile", "pregnancy", "2026-03-01"],
        ["profile", "pregnancy", "2026-03-01", "2026-12-01"],
        ["profile", "lactation", "2026-12-01"],
        ["profile", "lactation", "2026-12-01", "--remove"],
        ["profile", "set", "Ida", "--born", "2025-01-01"],
        ["profile", "use", "Ida"],
        ["profile", "set", "--rename", "Ada"],
        ["supplement", "add", "mine", "--strength", "10"],
        ["supplement", "edit", "mine", "--strength", "20", "--rename", "ours"],
        ["supplement", "remove", "ours"],
    ):
        states.append((b12("profile", "list", "--json"), b12("supplement", "list", "--json")))
        b12(*command)
    while states:
        b12("undo")
        assert (b12("profile", "list", "--json"), b12("supplement", "list", "--json")) == (
            states.pop()
        )
    assert "nothing to undo" in b12.refused("undo")


def test_undo_of_one_person_leaves_the_others(b12):
    b12("profile", "set", "--born", "1990-01-01")
    b12("profile", "set", "Ida", "--born", "2020-01-01")
    b12("eat", "egg", "--person", "Ida")
    b12("eat", "milk")
    assert "undone for Ida: logged 1 × egg" in b12("undo", "--person", "Ida")
    assert names(b12) == ["milk"]
    assert b12.json("today", "--person", "Ida")["intakes"] == []


def test_undo_of_one_person_takes_back_that_they_were_added(b12):
    b12("eat", "egg")
    b12("profile", "set", "Ida", "--diet", "vegan")
    b12("profile", "set", "--diet", "vegetarian")
    assert "undone for Ida: added Ida" in b12("undo", "--person", "Ida")
    assert b12.json("profile", "show")["diet"] == "vegetarian"
    assert "Ida" not in b12("profile", "list")


def test_undo_of_one_person_takes_back_what_was_set_used_and_renamed(b12):
    b12("eat", "egg")
    b12("profile", "set", "Ida", "--diet", "vegan")
    b12("profile", "use", "Ida")
    b12("profile", "set", "Ida", "--rename", "Ada")
    b12("profile", "set", "me", "--diet", "vegetarian")
    assert "edited the profile of Ida" in b12("undo", "--person", "Ada")
    assert "made Ida the current person" in b12("undo", "--person", "Ida")
    assert b12.json("profile", "show")["person"] == "me"
    assert "added Ida" in b12("undo", "--person", "Ida")
    assert b12.json("profile", "show")["diet"] == "vegetarian"


def test_undo_refuses_where_something_later_depends_on_it(b12):
    b12("profile", "set", "--born", "1990-01-01")
    b12("profile", "set", "Ida", "--born", "2020-01-01")
    b12("supplement", "add", "mine", "--strength", "10", "--person", "Ida")
    b12("take", "mine")
    assert "depends on it" in b12.refused("undo", "--person", "Ida")
    assert b12.json("supplement", "show", "mine")["strength_mcg"] == 10


def test_a_command_that_changes_nothing_takes_no_step_of_undo(b12):
    b12("eat", "egg")
    b12("profile", "use", "me")
    assert "logged 1 × egg" in b12("undo")


def test_a_day_whose_last_entry_is_removed_has_no_record(b12):
    b12("eat", "egg")
    assert "today no record" in b12("remove", "1")


def test_ids_are_never_used_again(b12):
    b12("eat", "egg")
    b12("undo")
    b12("eat", "milk")
    assert b12.json("today")["intakes"][0]["id"] == 2
