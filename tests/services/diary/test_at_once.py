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
