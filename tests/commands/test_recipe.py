"""`b12 recipe`, as a person types it."""

import pytest

SEAWEED = "5 g Seaweed, Canadian Cultivated EMI-TSUNOMATA, dry"
"""Measured, and flagged: what algae hold is mostly not active in people."""


@pytest.fixture
def dal(b12):
    b12("food", "add", "flakes", "--serving", "10 g", "--mcg", "4")
    b12("food", "add", "powder", "--serving", "10 g", "--mcg", "unknown")
    b12("recipe", "add", "dal", "400 g tofu", "1/2 serving flakes", "2 tbsp hummus", "--makes", "4")
    return b12


def test_a_dish_says_what_each_ingredient_brings_and_what_a_portion_holds(dal):
    shown = dal("recipe", "show", "dal").splitlines()
    assert shown[0].endswith("makes 4 portions")
    assert "  ½ × flakes, serving: 2 µg · as stated" in shown
    assert "whole dish   2 µg" in shown
    assert "a portion    0.5 µg" in shown
    found = dal.json("recipe", "show", "dal")
    assert (found["portions"], found["cooked_grams"], found["not_known"]) == (4, None, 0)
    assert found["b12_mcg"] == {"low": 2, "best": 2, "high": 2}
    listed = [(one["quantity"], one["b12_mcg"]["best"]) for one in found["ingredients"]]
    assert listed == [(400, 0), (0.5, 2), (2, 0)]
    assert dal.json("recipe", "list")["recipes"] == [
        {name: value for name, value in found.items() if name != "schema"}
    ]


def test_an_ingredient_of_unknown_content_is_counted_as_not_known(dal):
    dal("recipe", "edit", "dal", "--add", "5 g powder", "--makes", "1234.5g", "--note", "thick")
    found = dal.json("recipe", "show", "dal")
    assert (found["not_known"], found["cooked_grams"], found["note"]) == (1, 1234.5, "thick")
    assert found["b12_mcg"] == {"low": 2, "best": 2, "high": None}
    assert [one["b12_mcg"] for one in found["ingredients"]][-1] is None
    assert "not known    the content of 1 of the ingredients" in dal("recipe", "show", "dal")


@pytest.mark.parametrize("is_edited", [False, True])
def test_a_flagged_content_counts_in_a_dish_where_the_person_says_so(b12, is_edited):
    dish = ["1 cup rice", *([] if is_edited else [SEAWEED])]
    for name, word in (("plain", []), ("trusted", ["--accept-flag"])):
        b12("recipe", "add", name, *dish, "--makes", "1", *([] if is_edited else word))
        if is_edited:
            b12("recipe", "edit", name, "--add", SEAWEED, *word)
    assert b12.json("recipe", "show", "plain")["not_known"] == 1
    trusted = b12.json("recipe", "show", "trusted")
    assert (trusted["not_known"], trusted["b12_mcg"]["best"] > 0) == (0, True)
