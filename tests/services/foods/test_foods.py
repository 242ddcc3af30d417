"""Own foods from labels, and what they are worth in the past."""

from datetime import date
from decimal import Decimal

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.foods.food import FoodDiet
from tracker.nutrition.foods.label import StatedAmount
from tracker.services.diary.correcting import undo_changes
from tracker.services.diary.logging import Details, eat
from tracker.services.diary.reading import read_day
from tracker.services.diary.revaluing import preview_revaluation, revalue
from tracker.services.foods.foods import (
    FoodChanges,
    add_food,
    edit_food,
    list_foods,
    remove_food,
    show_food,
)
from tracker.services.foods.searching import find_foods
from tracker.services.supplements.supplements import SupplementChanges, add_supplement


def label(mcg: str | None, **values) -> FoodChanges:
    content = None if mcg is None else ContentRange.exactly(Decimal(mcg))
    return FoodChanges(stated=StatedAmount(content, "label"), **values)


def eaten(diary, item: str) -> Decimal:
    (intake,) = eat(diary, [item], Details()).intakes
    return intake.content.best


@pytest.mark.parametrize(
    ("changes", "item", "mcg"),
    [
        (label("0.38", serving="100 ml"), "250 ml brew", "0.95"),
        (label("0.38", serving="100 ml"), "1 brew", "0.38"),
        (label("0.38", serving="100 ml", weight_grams=Decimal(103)), "206 g brew", "0.76"),
        (label("0.6", serving="1 bar"), "2 brew", "1.2"),
        (label("0.6", serving="2 slices"), "1 slice brew", "0.3"),
        (label("0.6", serving="1 bar", weight_grams=Decimal(60)), "30 g brew", "0.3"),
        (label("0.6", serving="30 g"), "45 g brew", "0.9"),
        (label("0.6"), "3 brew", "1.8"),
        (label("0.6", weight_grams=Decimal(60)), "30 g brew", "0.3"),
        (label("10000"), "1 brew", "10000"),
    ],
)
def test_a_label_is_eaten_as_it_is_stated(diary, changes, item, mcg):
    add_food(diary, "brew", changes)
    assert eaten(diary, item) == Decimal(mcg)


def test_what_cannot_be_converted_is_refused(diary):
    add_food(diary, "brew", label("0.6", serving="1 bar"))
    with pytest.raises(TrackerError, match="cannot be converted"):
        eat(diary, ["30 g brew"], Details())


def test_an_unknown_content_stays_unknown(diary):
    add_food(diary, "brew", label(None, serving="100 ml"))
    logged = eat(diary, ["100 ml brew"], Details())
    assert logged.day.total.not_known == 1
    assert logged.day.total.best is None


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("brew", FoodChanges()),
        ("", label("1")),
        ("!!!", label("1")),
        ("two\nlines", label("1")),
        ("brew", label("10001")),
        ("brew", label("1", serving="0 ml")),
        ("brew", label("1", serving="ml")),
    ],
)
def test_an_impossible_food_is_refused(diary, name, changes):
    if changes.serving == "ml":
        add_food(diary, name, changes)  # one millilitre is odd, but possible
        return
    with pytest.raises(TrackerError):
        add_food(diary, name, changes)
    assert not list_foods(diary)


def test_a_name_is_taken_once(diary):
    add_food(diary, "my brew", label("1"))
    with pytest.raises(TrackerError, match="already"):
        add_food(diary, "My  Brews", label("2"))


def test_editing_asks_nothing_of_the_past(diary):
    add_food(diary, "brew", label("1", serving="100 ml"))
    eaten(diary, "100 ml brew")
    edit_food(diary, "brew", label("2"))
    assert read_day(diary, diary.today).total.best == 1
    assert eaten(diary, "100 ml brew") == 2


def test_editing_one_value_leaves_the_others(diary):
    add_food(diary, "brew", label("1", serving="100 ml", market="UK", diet=FoodDiet.VEGAN))
    edit_food(diary, "brew", FoodChanges(note="new recipe", fortified=True))
    food = show_food(diary, "brew").food
    assert (food.market, food.note, food.diet, food.content.fortified) == (
        "UK", "new recipe", FoodDiet.VEGAN, True,
    )  # fmt: skip
    assert food.content.mcg.best == 1
    assert food.portions[0].millilitres == 100


def test_the_last_word_of_an_own_food_is_not_clear_enough_to_log_it(diary):
    """A dish of one's own is meant by its last word, a food from a label is not."""
    add_food(diary, "zorb brew", label("1"))
    with pytest.raises(TrackerError, match="could be: zorb brew"):
        eat(diary, ["1 brew"], Details())


def test_a_portion_that_is_lacking_is_answered_with_those_of_ones_own_food(diary):
    add_food(diary, "egg", label("1", serving="1 nest"))
    with pytest.raises(TrackerError, match="it has nest"):
        eat(diary, ["1 slice egg"], Details())


def test_what_an_older_label_said_is_not_said_of_the_new_content(diary):
    add_food(diary, "brew", label("1", printed="25 % of a Daily Value of 4 µg"))
    edit_food(diary, "brew", FoodChanges(note="cold"))
    assert show_food(diary, "brew").food.content.printed == "25 % of a Daily Value of 4 µg"
    edit_food(diary, "brew", label("2"))
    assert show_food(diary, "brew").food.content.printed == ""


def test_a_renamed_food_is_found_by_its_new_name_only(diary):
    add_food(diary, "zorb brew", label("1"))
    edit_food(diary, "zorb brew", FoodChanges(rename="quux brew"))
    assert find_foods(diary, "quux", 3).foods[0].name == "quux brew"
    assert not [one for one in find_foods(diary, "zorb", 3).foods if one.name == "zorb brew"]


def test_a_removed_food_leaves_its_intakes_and_comes_back_with_undo(diary):
    add_food(diary, "zorb", label("1"))
    eaten(diary, "zorb")
    remove_food(diary, "zorb")
    assert [one.name for one in read_day(diary, diary.today).intakes] == ["zorb"]
    with pytest.raises(TrackerError):
        eat(diary, ["zorb"], Details())
    add_food(diary, "zorb", label("3"))
    assert eaten(diary, "zorb") == 3
    undo_changes(diary, 3, only_this_person=True)
    assert eaten(diary, "zorb") == 1


def test_undo_brings_the_search_back_too(diary):
    add_food(diary, "zorb brew", label("1"))
    edit_food(diary, "zorb brew", FoodChanges(rename="quux brew"))
    undo_changes(diary, 1, only_this_person=True)
    assert find_foods(diary, "zorb", 3).foods[0].name == "zorb brew"
    undo_changes(diary, 1, only_this_person=True)
    assert not [one for one in find_foods(diary, "zorb", 3).foods if one.name == "zorb brew"]


def test_shipped_foods_stay_as_they_are(diary):
    for change in (lambda: edit_food(diary, "egg", label("9")), lambda: remove_food(diary, "egg")):
        with pytest.raises(TrackerError, match="not yours"):
            change()


def test_show_says_when_a_food_was_logged_last(diary):
    assert show_food(diary, "egg").last_logged is None
    eat(diary, ["2 eggs"], Details(day=date(2026, 11, 3)))
    shown = show_food(diary, "egg")
    assert shown.last_logged == date(2026, 11, 3)
    assert show_food(diary, shown.food.key) == shown


@pytest.mark.parametrize("name", ["#999999", "#0", "fdc:1", "fndds:1", "no such thing", "\x1b"])
def test_what_does_not_exist_cannot_be_shown(diary, name):
    with pytest.raises(TrackerError):
        show_food(diary, name)


def test_revaluing_is_shown_first_limited_to_its_days_and_undone_in_one_step(diary):
    add_food(diary, "brew", label("1", serving="100 ml"))
    for day in (1, 10, 20):
        eat(diary, ["100 ml brew"], Details(day=date(2026, 11, day)))
    edit_food(diary, "brew", label("2"))
    planned = preview_revaluation(
        diary, "brew", date(2026, 11, 5), date(2026, 11, 15), accept_flag=False
    )
    assert [(str(old.content.best), str(new.content.best)) for old, new in planned.changes] == [
        ("1", "2")
    ]
    assert read_day(diary, date(2026, 11, 10)).total.best == 1, "only planned"
    revalue(diary, "brew", date(2026, 11, 5), None, accept_flag=False)
    worth = [read_day(diary, date(2026, 11, day)).total.best for day in (1, 10, 20)]
    assert worth == [1, 2, 2]
    undo_changes(diary, 1, only_this_person=True)
    assert read_day(diary, date(2026, 11, 10)).total.best == 1


def test_without_a_last_day_what_is_planned_for_later_is_valued_anew_too(diary):
    add_food(diary, "brew", label("1", serving="100 ml"))
    eat(diary, ["100 ml brew"], Details(day=date(2026, 11, 30), anyway=True))
    edit_food(diary, "brew", label("2"))
    [(_before, after)] = revalue(diary, "brew", diary.today, None, accept_flag=False).changes
    assert after.content.best == 2


def test_an_intake_whose_portion_is_gone_stays(diary):
    add_food(diary, "loaf", label("1", serving="1 slice"))
    eat(diary, ["2 slices loaf"], Details())
    edit_food(diary, "loaf", label("2", serving="100 g"))
    planned = preview_revaluation(diary, "loaf", diary.today, None, accept_flag=False)
    assert not planned.changes
    assert len(planned.lost) == 1


def test_a_supplement_of_ones_own_is_told_to_be_one(diary):
    add_supplement(diary, "zorb tablet", SupplementChanges(strength_mcg=Decimal(25)))
    for name in ("zorb tablet", "veg1"):
        with pytest.raises(TrackerError, match="is a supplement"):
            eat(diary, [name], Details())
