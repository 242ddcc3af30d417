"""What is taken back takes nothing along that somebody else rests on."""

import pytest

from tracker.services.opening import open_diary
from tracker.settings import Settings
from tracker.store.records.wordings import remember


@pytest.fixture
def idas(b12):
    """Runs commands for Ida, who keeps her days in the same diary as `me`."""
    b12("profile", "set", "--diet", "omnivore")
    b12("profile", "set", "Ida", "--diet", "omnivore")
    return lambda *args: b12(*args, "--person", "Ida")


def remembers(b12):
    """The answer of `me` to what “zorb” is: it leaves no intake behind."""
    diary = open_diary(Settings())
    with diary.database.change(diary.person.id, "said what “zorb” is") as change:
        remember(change, diary.person.id, "zorb", food_key="own:1", food_name="brew")


FOOD = ("food", "add", "brew", "--mcg", "2", "--serving", "1 bar")
PRODUCT = ("supplement", "add", "mine", "--strength", "10")


@pytest.mark.parametrize(
    ("added", "relies"),
    [
        (FOOD, lambda b12: b12("eat", "2 brew")),
        (FOOD, lambda b12: b12("recipe", "add", "dish", "2 brew", "--makes", "4")),
        (FOOD, remembers),
        (PRODUCT, lambda b12: b12("take", "mine")),
        (PRODUCT, lambda b12: b12("schedule", "add", "mine", "--every", "day")),
    ],
    ids=["eaten", "in a recipe", "an answer", "taken", "in a schedule"],
)
def test_what_another_person_relies_on_is_not_taken_away(b12, idas, added, relies):
    idas(*added)
    relies(b12)
    assert "depends on it" in b12.refused("undo", "--person", "Ida")
    b12("undo")
    assert idas("undo").startswith("undone for Ida: added the ")


def test_a_food_whose_portions_another_person_changed_is_not_taken_away(b12, idas):
    idas(*FOOD)
    b12("food", "edit", "brew", "--mcg", "2", "--serving", "1 piece")
    assert "changed again since" in b12.refused("undo", "--person", "Ida")
    b12("undo")
    idas("undo")
    assert b12.json("food", "list")["foods"] == []
