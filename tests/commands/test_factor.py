"""`b12 profile factor`, as a person types it."""

import pytest


def test_a_medicine_that_was_stopped_impairs_no_longer(b12):
    b12("profile", "set", "--born", "1970-01-01")
    b12("schedule", "add", "25 mcg cyanocobalamin", "--every", "day", "--from", "2026-10-01")
    b12("profile", "factor", "add", "ppi", "--since", "2015-01-01")
    assert "proton pump" in b12.run("coverage").output
    said = b12("profile", "factor", "edit", "ppi", "--until", "2026-10-01")
    assert said == "changed to proton pump inhibitor since 2015-01-01 until 2026-10-01\n"
    assert "proton pump" not in b12.run("coverage").output
    [listed] = b12.json("profile", "factor", "list")["factors"]
    assert (listed["since"], listed["until"], listed["note"]) == ("2015-01-01", "2026-10-01", None)


def test_a_factor_that_is_added_again_is_edited(b12):
    b12("profile", "factor", "add", "metformin")
    b12("profile", "factor", "add", "metformin", "--since", "2024-05-01")
    assert b12("undo") == "undone: edited metformin of the profile\n"
    assert b12.json("profile", "factor", "list")["factors"][0]["since"] is None
    assert b12("undo") == "undone: added metformin of the profile\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["edit", "ppi", "--until", "2015-01-01"], "cannot end on 2015-01-01, before 2016-01-01"),
        (["edit", "ppi", "--until", "2027-01-01"], "the day on which it ended"),
        (["edit", "ppi", "--since", "2027-01-01"], "the day on which it began"),
        (["edit", "ppi", "--since", "1960-01-01", "--until", ""], "was born"),
        (["edit", "metformin", "--note", "x"], "has no metformin"),
    ],
)
def test_days_of_a_factor_that_cannot_be_are_refused(b12, words, said):
    b12("profile", "set", "--born", "1970-01-01")
    b12("profile", "factor", "add", "ppi", "--since", "2016-01-01")
    assert said in b12.refused("profile", "factor", *words)
    assert b12.json("profile", "factor", "list")["factors"][0]["since"] == "2016-01-01"


def test_the_profile_shows_its_factors_with_their_days(b12):
    b12("profile", "factor", "add", "metformin", "--since", "2024-05-01", "--note", "500 mg")
    b12("profile", "factor", "add", "ppi", "--since", "2015-01-01")
    b12("profile", "factor", "edit", "ppi", "--until", "2026-10-31")
    shown = b12("profile", "show").splitlines()
    assert "metformin since 2024-05-01 (500 mg)" in shown
    assert "proton pump inhibitor since 2015-01-01 until 2026-10-31" in shown
    listed = b12.json("profile", "factor", "list")["factors"]
    assert b12.json("profile", "show")["factors"] == listed
    assert [one["until"] for one in listed] == [None, "2026-10-31"]


def test_factors_are_shown_of_the_person_whose_they_are(b12):
    b12("profile", "factor", "add", "metformin")
    b12("profile", "set", "Ida", "--born", "2020-01-01")
    assert "metformin" not in b12("profile", "show", "Ida")
    factors = {one["person"]: one["factors"] for one in b12.json("profile", "list")["people"]}
    assert [one["factor"] for one in factors["me"]] == ["metformin"]
    assert factors["Ida"] == []
