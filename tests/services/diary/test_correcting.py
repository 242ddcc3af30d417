"""Repeating, editing and undoing: what is kept, what is valued again, and how far back."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.intake import Occasion
from tracker.services.diary.correcting import edit, remove, repeat, undo_changes
from tracker.services.diary.logging import Details, StatedAmount, eat, take
from tracker.services.diary.reading import read_day


def stated(mcg):
    return StatedAmount(ContentRange.exactly(Decimal(mcg)), "as stated")


def test_an_amount_of_ones_own_cuts_an_intake_loose_from_its_food(diary):
    (egg,) = eat(diary, ["2 eggs"], Details()).intakes
    assert egg.food_id is not None
    after = edit(diary, egg.id, Details(), stated=stated("3")).after
    assert (after.food_id, after.name, after.best_mcg) == (None, "egg", 3)


def test_an_edit_leaves_what_it_does_not_name(diary):
    when = Details(occasion=Occasion.DINNER, note="at home")
    (egg,) = eat(diary, ["2 eggs"], when).intakes
    after = edit(diary, egg.id, Details(), item="1 cup milk").after
    assert (after.occasion, after.note, after.day) == (Occasion.DINNER, "at home", diary.today)
    assert after.name == "milk"


def test_an_edit_of_the_day_is_summed_up_on_the_new_day(diary):
    (egg,) = eat(diary, ["egg"], Details()).intakes
    yesterday = diary.today - timedelta(days=1)
    corrected = edit(diary, egg.id, Details(day=yesterday))
    assert (corrected.before.day, corrected.day.day) == (diary.today, yesterday)
    assert read_day(diary, diary.today).intakes == ()


def test_an_intake_that_lies_in_the_future_can_be_edited_where_it_is(diary):
    tomorrow = diary.today + timedelta(days=1)
    (egg,) = eat(diary, ["egg"], Details(day=tomorrow, anyway=True)).intakes
    assert edit(diary, egg.id, Details(note="planned")).after.note == "planned"
    with pytest.raises(TrackerError, match="in the future"):
        edit(diary, egg.id, Details(day=tomorrow + timedelta(days=1)))


def test_one_occasion_is_repeated_with_its_time_on_another_day(diary):
    yesterday = diary.today - timedelta(days=1)
    eat(diary, ["egg"], Details(day=yesterday, occasion=Occasion.BREAKFAST))
    eat(diary, ["1 cup milk"], Details(day=yesterday, occasion=Occasion.DINNER))
    logged = repeat(diary, yesterday, Occasion.BREAKFAST, Details())
    assert [(one.name, one.day, one.occasion) for one in logged.intakes] == [
        ("egg", diary.today, Occasion.BREAKFAST)
    ]


def test_undo_takes_back_all_that_was_asked_for_or_nothing(diary):
    eat(diary, ["egg"], Details())
    (veg1,) = take(diary, ["veg1"], Details()).intakes
    remove(diary, veg1.id)
    with pytest.raises(TrackerError, match="only 3 changes can be undone, not 4"):
        undo_changes(diary, 4, only_this_person=False)
    assert [one.name for one in read_day(diary, diary.today).intakes] == ["egg"]
    undone = undo_changes(diary, 2, only_this_person=False)
    assert [one.summary.split()[0] for one in undone] == ["removed", "logged"]
    assert [one.name for one in read_day(diary, diary.today).intakes] == ["egg"]
