import pytest

from tracker.library.ranking import Candidate
from tracker.library.search import Shelves
from tracker.nutrition.foods.collection import Tier


@pytest.fixture
def shelves(library):
    return Shelves(library)


def test_the_plain_kind_is_found_before_the_dish(shelves):
    assert [one.name for one in shelves.candidates("paneer")] == ["Cheese, paneer", "Palak Paneer"]


def test_joining_words_are_not_looked_for(shelves):
    assert [one.food_key for one in shelves.candidates("a liver of the beef")] == ["b12:liver"]


def test_own_foods_are_found_by_the_same_words_and_ranked_with_the_others(library):
    own = [Candidate("own:7", "paneer tikka", "paneer tikka", Tier.OWN)]
    shelves = Shelves(library, own, {"fndds:72125310": 3})
    found = shelves.candidates("the paneer")
    assert [one.food_key for one in found] == ["own:7", "fndds:72125310", "fndds:14110050"]
    assert shelves.candidates("paneer tik")[0].food_key == "own:7"
    assert shelves.candidates("paneer ti")[0].food_key == "own:7"
    assert shelves.candidates("aneer tikka") == []
    assert shelves.candidates("…") == shelves.candidates_of_any("…") == []
    assert shelves.candidates("pan tikka") == [], "only the last word may be a beginning"
    assert [one.food_key for one in shelves.candidates_of_any("tikka pie")] == ["own:7"]


def test_a_slip_in_the_name_of_an_own_food_is_seen(library):
    shelves = Shelves(library, [Candidate("own:7", "seitan", "seitan", Tier.OWN)])
    assert shelves.corrected("setian") == "seitan"
    assert shelves.near("setian") == ["seitan"]


def test_signs_alone_find_no_own_food_either(library):
    shelves = Shelves(library, [Candidate("own:7", "paneer tikka", "paneer tikka", Tier.OWN)])
    assert shelves.candidates("()") == shelves.candidates_of_any("()") == []


def test_any_of_the_words_is_enough_where_it_is_asked_so(shelves):
    assert shelves.candidates("liver pie") == []
    assert [one.food_key for one in shelves.candidates_of_any("liver pie")] == ["b12:liver"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("bef livr", "beef liver"), ("beef liver", None), ("biscuti", "biscuit"), ("xyzzy", None)],
)
def test_words_that_no_food_has_become_those_that_one_has(shelves, typed, meant):
    assert shelves.corrected(typed) == meant


def test_near_names_are_those_of_the_corrected_words_or_look_alike(shelves):
    assert shelves.near("bef livr") == ["beef liver"]
    assert shelves.near("panneer") == ["Cheese, paneer", "Palak Paneer"]
    assert "durian puff" in shelves.near("duriann puffff")
    assert shelves.near("xyzzyq") == []
