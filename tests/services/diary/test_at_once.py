"""Two windows on one diary: what one of them reads, the other may have changed by now."""

from dataclasses import replace
from datetime import date, time

import pytest

from tracker.errors import TrackerError
from tracker.language.days import EVER
from tracker.nutrition.diary.when import Occasion
from tracker.services.diary.correcting import edit, remove, repeat
from tracker.services.diary.due import take_due
from tracker.services.diary.logging import Details, eat
from tracker.services.diary.reading import read_day, read_log
from tracker.services.diary.revaluing import revalue
from tracker.services.foods.recipes import (
    RecipeChanges,
    add_recipe,
    edit_recipe,
    remove_recipe,
    show_recipe,
)
from tracker.services.opening import open_diary
from tracker.services.supplements.schedules import ScheduleChanges, add_schedule
from tracker.settings import Settings

TODAY = date(2026, 11, 22)


@pytest.fixture
def other(diary, database_path):
    """The same diary, opened a second time."""
    return open_diary(Settings(database=str(database_path)))


def just_before_the_change(monkeypatch, diary, happens):
    """Lets something happen when the diary is about to write, after all it read before."""
    change = diary.database.change

    def late(*args, **named):
        happens()
        return change(*args, **named)

    monkeypatch.setattr(diary.database, "change", late, raising=True)


def test_two_edits_of_different_fields_are_both_kept(diary, other, monkeypatch):
    eat(diary, ["2 eggs"], Details(day=TODAY))
    just_before_the_change(
        monkeypatch, diary, lambda: edit(other, 1, Details(note="late", time=time(9)))
    )
    edit(diary, 1, Details(occasion=Occasion.SNACK), "3 eggs")
    (kept,) = read_day(other, TODAY).intakes
    assert (kept.quantity, kept.note, kept.time) == (3, "late", time(9))
    assert kept.occasion is Occasion.SNACK


def test_an_edit_while_a_person_is_asked_is_kept_and_not_locked_out(diary, other):
    eat(diary, ["2 eggs"], Details(day=TODAY))

    def answer(_wanted, _names):
        edit(other, 1, Details(note="meanwhile"))
        return 0

    edit(diary, 1, Details(), "100 g fish", choose=answer)
    (kept,) = read_day(other, TODAY).intakes
    assert (kept.portion, kept.note) == ("g", "meanwhile")


@pytest.fixture
def logs_meanwhile(other):
    """Answers a question with the first that could be meant, after another window has logged."""

    def answer(_wanted, _names):
        eat(other, ["2 eggs"], Details(day=TODAY))
        return 0

    return answer


def test_the_diary_is_open_to_others_while_a_new_recipe_asks(diary, other, logs_meanwhile):
    changes = RecipeChanges(add=["100 g fish"], makes=["2"])
    add_recipe(diary, "my soup", changes, logs_meanwhile)
    assert [one.name for one in read_log(other, EVER, 9)] == ["egg"]
    assert len(show_recipe(other, "my soup").recipe.ingredients) == 1


def test_the_diary_is_open_to_others_while_an_edited_recipe_asks(diary, other, logs_meanwhile):
    add_recipe(diary, "my soup", RecipeChanges(add=["200 g tofu"], makes=["2"]))
    edit_recipe(diary, "my soup", RecipeChanges(add=["100 g fish"]), logs_meanwhile)
    assert [one.name for one in read_log(other, EVER, 9)] == ["egg"]
    assert len(show_recipe(other, "my soup").recipe.ingredients) == 2


def test_what_another_adds_to_a_recipe_while_a_person_is_asked_is_kept(diary, other):
    add_recipe(diary, "my soup", RecipeChanges(add=["200 g tofu"], makes=["2"]))

    def answer(_wanted, _names):
        edit_recipe(other, "my soup", RecipeChanges(add=["2 eggs"]))
        return 0

    edit_recipe(diary, "my soup", RecipeChanges(add=["100 g fish"]), answer)
    assert len(show_recipe(other, "my soup").recipe.ingredients) == 3


def test_a_recipe_that_was_removed_while_a_person_is_asked_is_not_edited(diary, other):
    add_recipe(diary, "my soup", RecipeChanges(add=["200 g tofu"], makes=["2"]))

    def answer(_wanted, _names):
        remove_recipe(other, "my soup")
        return 0

    with pytest.raises(TrackerError, match="no recipe is called"):
        edit_recipe(diary, "my soup", RecipeChanges(add=["100 g fish"]), answer)


def test_a_name_that_was_taken_while_a_person_is_asked_is_refused(diary, other):
    def answer(_wanted, _names):
        add_recipe(other, "my soup", RecipeChanges(add=["2 eggs"], makes=["2"]))
        return 0

    with pytest.raises(TrackerError, match="already is a recipe of yours called my soup"):
        add_recipe(diary, "my soup", RecipeChanges(add=["100 g fish"], makes=["2"]), answer)


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("my soup", RecipeChanges(add=["100 g fish"], makes=["2"])),
        ("other soup", RecipeChanges(add=["100 g fish"], makes=["nonsense"])),
    ],
)
def test_nobody_is_asked_for_a_recipe_that_is_refused_whatever_they_say(diary, name, changes):
    add_recipe(diary, "my soup", RecipeChanges(add=["200 g tofu"], makes=["2"]))

    def answer(_wanted, _names):
        raise AssertionError("asked")

    with pytest.raises(TrackerError):
        add_recipe(diary, name, changes, answer)
    with pytest.raises(TrackerError):
        edit_recipe(diary, "your soup", RecipeChanges(add=["100 g fish"]), answer)


def test_what_was_removed_meanwhile_is_not_edited(diary, other, monkeypatch):
    eat(diary, ["2 eggs"], Details(day=TODAY))
    just_before_the_change(monkeypatch, diary, lambda: remove(other, 1))
    with pytest.raises(TrackerError, match="has no intake 1"):
        edit(diary, 1, Details(note="late"))


def test_two_take_due_at_once_log_once(diary, other, monkeypatch):
    add_schedule(diary, "veg1", ScheduleChanges(every="day", first_day=TODAY))
    just_before_the_change(monkeypatch, diary, lambda: take_due(other, Details()))
    with pytest.raises(TrackerError, match="nothing is due"):
        take_due(diary, Details())
    assert [one.name for one in read_log(other, EVER, 9)] == ["veg1"]


def test_again_repeats_what_stands_when_it_writes(diary, other, monkeypatch):
    eat(diary, ["2 eggs"], Details(day=TODAY))
    just_before_the_change(monkeypatch, diary, lambda: edit(other, 1, Details(), "3 eggs"))
    (again,) = repeat(diary, TODAY, None, Details(day=TODAY)).intakes
    assert again.quantity == 3


def test_revaluing_leaves_an_intake_that_became_another_food(diary, other, monkeypatch):
    eat(diary, ["2 eggs"], Details(day=TODAY))
    just_before_the_change(monkeypatch, diary, lambda: edit(other, 1, Details(), "1 cup milk"))
    done = revalue(diary, "egg", TODAY, None, accept_flag=False)
    assert (done.changes, done.unchanged) == ((), 0)
    assert [one.name for one in read_log(other, EVER, 9)] == ["milk"]


def test_a_diary_that_is_open_over_midnight_stays_on_its_day(database_path, clock):
    clock.move_to("2026-11-22 23:59")
    late = open_diary(Settings(database=str(database_path)))
    clock.move_to("2026-11-23 00:01")
    (intake,) = eat(late, ["2 eggs"], Details()).intakes
    assert (intake.day, intake.time) == (TODAY, time(23, 59))
    assert late.today == TODAY


def test_before_the_hour_at_which_a_day_starts_it_is_still_yesterday(diary):
    night = replace(
        diary, now=diary.now.replace(hour=3), person=replace(diary.person, day_starts=4)
    )
    assert night.today == TODAY.replace(day=21)
    assert replace(night, now=night.now.replace(hour=4)).today == TODAY
