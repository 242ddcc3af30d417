"""Every kind of record is kept in one way: what is set can be cleared, and undo puts it back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest


@dataclass(frozen=True)
class Kind:
    """A record: the words that make one, edit it and show it, and what can be cleared."""

    make: tuple[str, ...]
    edit: tuple[str, ...]
    show: tuple[str, ...]
    fields: dict[str, tuple[str, str]]
    """By option: a value for it, and the key of its field in the JSON."""
    found: Callable[[dict[str, Any]], dict[str, Any]] = lambda document: document


OAT = ("food", "add", "my oat drink", "--serving", "100 ml", "--mcg", "0.38")
KINDS = {
    "intake": Kind(
        ("eat", "2 eggs", "--on", "2026-11-20"),
        ("edit", "1"),
        ("log",),
        {
            "--note": ("soft", "note"),
            "--at": ("08:00", "time"),
            "--occasion": ("breakfast", "occasion"),
        },
        lambda document: document["intakes"][0],
    ),
    "lab": Kind(
        ("lab", "add", "b12", "300", "pg/mL"),
        ("lab", "edit", "1"),
        ("lab", "show", "1"),
        {
            "--note": ("fasting", "note"),
            "--lab": ("City lab", "lab"),
            "--range": ("200-900", "range"),
        },
    ),
    "symptom": Kind(
        ("symptom", "add", "fatigue", "3"),
        ("symptom", "edit", "1"),
        ("symptom", "list"),
        {"--note": ("after work", "note")},
        lambda document: document["symptoms"][0],
    ),
    "supplement": Kind(
        ("supplement", "add", "my drops", "--strength", "25"),
        ("supplement", "edit", "my drops"),
        ("supplement", "show", "my drops"),
        {"--note": ("with food", "note")},
    ),
    "schedule": Kind(
        ("schedule", "add", "veg1", "--every", "day"),
        ("schedule", "edit", "veg1"),
        ("schedule", "show", "veg1"),
        {"--at": ("08:00", "time"), "--until": ("2026-12-24", "last_day")},
    ),
    "food": Kind(
        OAT,
        ("food", "edit", "my oat drink"),
        ("food", "show", "my oat drink"),
        {"--note": ("shake it", "note"), "--market": ("UK", "market")},
    ),
    "recipe": Kind(
        ("recipe", "add", "my dal", "200 g tofu", "--makes", "2"),
        ("recipe", "edit", "my dal"),
        ("food", "show", "my dal"),
        {"--note": ("for two", "note")},
    ),
    "profile": Kind(
        ("profile", "set", "Ida"),
        ("profile", "set", "Ida"),
        ("profile", "show", "Ida"),
        {
            "--born": ("1990-05-17", "born"),
            "--sex": ("female", "sex"),
            "--diet": ("vegan", "diet"),
        },
    ),
    "factor": Kind(
        ("profile", "factor", "add", "ppi"),
        ("profile", "factor", "edit", "ppi"),
        ("profile", "factor", "list"),
        {
            "--since": ("2024-05-01", "since"),
            "--until": ("2026-05-01", "until"),
            "--note": ("20 mg", "note"),
        },
        lambda document: document["factors"][0],
    ),
}
FIELDS = [
    pytest.param(kind, option, id=f"{name} {option}")
    for name, kind in KINDS.items()
    for option in kind.fields
]
by_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@pytest.mark.parametrize(("kind", "option"), FIELDS)
def test_what_can_be_set_can_be_cleared_and_brought_back(b12, kind, option):
    value, key = kind.fields[option]
    b12(*kind.make)
    before = kind.found(b12.json(*kind.show))
    assert before[key] is None

    b12(*kind.edit, option, value)
    changed = kind.found(b12.json(*kind.show))
    assert changed[key] is not None

    b12(*kind.edit, option, "")
    assert kind.found(b12.json(*kind.show)) == before
    b12("undo")
    assert kind.found(b12.json(*kind.show)) == changed


@pytest.mark.parametrize(("kind", "option"), FIELDS)
def test_a_blank_when_something_is_added_is_nothing_said(b12, kind, option):
    b12(*kind.make, option, " ")
    assert kind.found(b12.json(*kind.show))[kind.fields[option][1]] is None


@by_kind
def test_clearing_one_field_leaves_the_others(b12, kind):
    b12(*kind.make)
    for option, (value, _) in kind.fields.items():
        b12(*kind.edit, option, value)
    full = kind.found(b12.json(*kind.show))
    b12(*kind.edit, next(iter(kind.fields)), "")
    cleared, *others = [key for _, key in kind.fields.values()]
    after = kind.found(b12.json(*kind.show))
    assert after[cleared] is None
    assert [after[key] for key in others] == [full[key] for key in others]


@by_kind
def test_an_edit_that_changes_nothing_is_refused_in_one_sentence(b12, kind):
    b12(*kind.make)
    alone = ("profile", "set") if kind is KINDS["profile"] else kind.edit
    assert "say what to change, such as " in b12.misused(*alone)


@pytest.mark.parametrize(
    ("name", "insisting"),
    [
        ("intake", "--anyway"),
        ("lab", "--anyway"),
        ("symptom", "--anyway"),
        ("supplement", "--anyway"),
        ("food", "--anyway"),
        ("recipe", "--accept-flag"),
    ],
)
def test_to_insist_is_no_change(b12, name, insisting):
    b12(*KINDS[name].make)
    said = b12.misused(*KINDS[name].edit, insisting)
    assert "say what to change, such as " in said


@by_kind
def test_what_was_edited_is_called_so_by_undo(b12, kind):
    b12(*kind.make)
    option, (value, _) = next(iter(kind.fields.items()))
    b12(*kind.edit, option, value)
    assert b12("undo").partition(": ")[2].startswith(("edited", "set"))


def test_what_a_record_cannot_be_without_cannot_be_cleared(b12):
    b12("schedule", "add", "veg1", "--every", "day")
    b12("lab", "add", "b12", "300", "pg/mL")
    for words in (
        ("schedule", "edit", "veg1", "--every", ""),
        ("schedule", "edit", "veg1", "--from", ""),
        ("lab", "edit", "1", "--value", ""),
        ("lab", "edit", "1", "--on", ""),
        ("profile", "set", "--rename", ""),
    ):
        b12.refused(*words)


DEFAULTED = {
    "food --weight": (KINDS["food"], "--weight", "103", lambda one: one["portions"][0]["grams"]),
    "food --diet": (KINDS["food"], "--diet", "vegan", lambda one: one["diet"]),
    "profile --day-starts": (KINDS["profile"], "--day-starts", "4", lambda one: one["day_starts"]),
    "profile --standard": (
        KINDS["profile"],
        "--standard",
        "efsa-2015",
        lambda one: one["standard"],
    ),
    "supplement --unit": (KINDS["supplement"], "--unit", "drop", lambda one: one["unit"]),
    "supplement --form": (KINDS["supplement"], "--form", "methyl", lambda one: one["form"]),
    "supplement --route": (KINDS["supplement"], "--route", "nasal", lambda one: one["route"]),
    "schedule --units": (KINDS["schedule"], "--units", "2", lambda one: one["dose_mcg"]),
}
"""What a record is never without: a value for it, and where it is in the JSON."""

by_default = pytest.mark.parametrize(
    ("kind", "option", "value", "of"), DEFAULTED.values(), ids=DEFAULTED
)


@by_default
def test_what_has_a_default_is_cleared_to_it_and_brought_back(b12, kind, option, value, of):
    b12(*kind.make)
    before = b12.json(*kind.show)
    b12(*kind.edit, option, value)
    changed = b12.json(*kind.show)
    assert of(changed) != of(before)

    b12(*kind.edit, option, "")
    assert b12.json(*kind.show) == before
    b12("undo")
    assert b12.json(*kind.show) == changed


@by_default
def test_a_blank_in_place_of_a_default_is_nothing_said(b12, kind, option, value, of):
    b12(*kind.make)
    plain = of(b12.json(*kind.show))
    if kind is not KINDS["profile"]:
        b12("undo")
    b12(*kind.make, option, " ")
    assert of(b12.json(*kind.show)) == plain


def test_an_injection_whose_unit_is_cleared_is_counted_in_injections(b12):
    b12(*KINDS["supplement"].make, "--route", "injection", "--unit", "drop")
    b12("supplement", "edit", "my drops", "--unit", "")
    assert b12.json("supplement", "show", "my drops")["unit"] == "injection"


def test_a_blank_leaves_the_units_that_a_new_schedule_says_in_words(b12):
    b12("schedule", "add", "2 veg1", "--every", "day", "--units", "")
    two = b12.json("schedule", "show", "veg1")["dose_mcg"]
    b12("schedule", "edit", "veg1", "--units", "")
    assert b12.json("schedule", "show", "veg1")["dose_mcg"] * 2 == two


def test_the_units_of_a_plain_amount_cannot_be_told_from_it(b12):
    b12("schedule", "add", "1000 mcg cyanocobalamin", "--every", "day", "--units", "2")
    assert "add one of the amount" in b12.refused("schedule", "edit", "1", "--units", "")


def test_a_serving_that_is_cleared_is_a_serving(b12):
    b12(*OAT)
    assert "--mcg" in b12.refused("food", "edit", "my oat drink", "--serving", "")
    b12("food", "edit", "my oat drink", "--serving", "", "--mcg", "0.5")
    shown = b12.json("food", "show", "my oat drink")
    [portion] = shown["portions"]
    assert (portion["name"], portion["millilitres"]) == ("serving", None)
    assert portion["b12_mcg"] == 0.5


@pytest.mark.parametrize("option", ["--mcg", "--dv"])
@pytest.mark.parametrize("edit", [("food", "edit", "my oat drink"), ("edit", "1")])
def test_how_a_content_is_cleared_is_told(b12, edit, option):
    b12(*OAT)
    b12("eat", "100 ml my oat drink")
    assert "--mcg unknown" in b12.refused(*edit, option, "")


def test_what_a_dish_makes_is_said_anew_and_never_nothing(b12):
    b12(*KINDS["recipe"].make)
    b12(*KINDS["recipe"].edit, "--makes", "500g")
    dish = b12.json("recipe", "show", "my dal")
    assert (dish["portions"], dish["cooked_grams"]) == (None, 500)
    said = b12.refused(*KINDS["recipe"].edit, "--makes", "")
    assert "--makes 4 (portions), --makes 1200g (cooked), or both" in said


def test_a_standard_that_is_cleared_is_the_usual_one(b12):
    b12("profile", "set", "--standard", "efsa-2015")
    b12("profile", "set", "--standard", "")
    assert b12.json("profile", "show")["target"]["standard"] == "iom-1998"


def test_a_range_that_is_cleared_may_change_the_unit(b12):
    b12("lab", "add", "b12", "180", "pg/mL", "--range", "200-900")
    b12("lab", "edit", "1", "--unit", "pmol/L", "--range", "")
    assert b12.json("lab", "show", "1")["range"] is None


@pytest.mark.parametrize(
    ("words", "key", "said"),
    [
        (("food", "list"), "foods", "`b12 food add` adds one"),
        (("food", "alias"), "aliases", "nothing is remembered yet"),
        (("recipe", "list"), "recipes", "you have no recipes"),
        (("schedule", "list"), "schedules", "there is no schedule"),
        (("symptom", "list"), "symptoms", "no symptom is kept here"),
        (("lab", "list"), "results", "no blood test is kept here"),
    ],
)
def test_an_empty_list_says_so_in_words_and_is_empty_in_json(b12, words, key, said):
    assert said in b12(*words)
    assert b12.json(*words)[key] == []
