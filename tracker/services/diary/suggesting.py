"""Suggests foods that bring a day to its target, from what a person eats and from the table."""

from __future__ import annotations

from datetime import date

from tracker.errors import TrackerError
from tracker.nutrition.diary.suggestion import (
    EATEN_OF_LATE,
    Suggestions,
    is_too_young,
    suggestions_for,
)
from tracker.nutrition.people.person import Diet
from tracker.services.diary.reading import summarize_day
from tracker.services.opening import Diary
from tracker.store.records.foods import OWN, RECIPE, SHIPPED, foods_by_id
from tracker.store.records.own_foods import eaten_foods, list_foods


def suggest(diary: Diary, day: date, diet: Diet | None, limit: int) -> Suggestions:
    """Foods that close the gap of a day; flagged and unknown contents are left out.

    Raises:
        TrackerError: an infant, or a day without a target.
    """
    if is_too_young(diary.person, day):
        raise TrackerError("for an infant no food is suggested: ask your clinician")
    with diary.database.read() as connection:
        summary = summarize_day(connection, diary.person, day)
        if summary.target is None:
            raise TrackerError("the standard sets no target for this age: nothing to compare with")
        eaten = eaten_foods(connection, diary.person.id, day - EATEN_OF_LATE)
        listed = list_foods(connection, (OWN, RECIPE, SHIPPED))
        known = {food.id for food in listed}
        foods = listed + foods_by_id(connection, [one for one in eaten if one not in known])
    return suggestions_for(diary.person, summary, foods, times_eaten=eaten, diet=diet, limit=limit)
