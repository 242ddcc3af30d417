"""Values past intakes of a food anew: the only way in which a food reaches into the past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from tracker.errors import TrackerError
from tracker.language.days import LAST_DAY
from tracker.nutrition.diary.intake import Intake
from tracker.nutrition.foods.food import Food, helping
from tracker.services.diary.logging import food_intake
from tracker.services.foods.foods import find_food
from tracker.services.opening import Diary
from tracker.store.records.intakes import INTAKES


@dataclass(frozen=True)
class Revaluation:
    """What would change or has changed, before and after, and what cannot be valued anew."""

    food: Food
    changes: tuple[tuple[Intake, Intake], ...]
    unchanged: int
    lost: tuple[Intake, ...]


def preview_revaluation(
    diary: Diary, name: str, first_day: date, last_day: date | None, accept_flag: bool
) -> Revaluation:
    """What `revalue` would do.

    Raises:
        TrackerError: no such food.
    """
    with diary.database.read() as connection:
        food = find_food(connection, diary, name)
        return _revaluation(connection, diary, food, first_day, last_day, accept_flag)


def revalue(
    diary: Diary, food: Food, first_day: date, last_day: date | None, accept_flag: bool
) -> Revaluation:
    """Gives the intakes of a food since a day what the food is worth now."""
    with diary.database.change(diary.person.id) as change:
        done = _revaluation(change.connection, diary, food, first_day, last_day, accept_flag)
        change.summarize(f"valued {len(done.changes)} intakes of {food.name} anew")
        for _before, after in done.changes:
            INTAKES.edit(change, after)
    return done


def _revaluation(
    connection: Connection,
    diary: Diary,
    food: Food,
    first_day: date,
    last_day: date | None,
    accept_flag: bool,
) -> Revaluation:
    changes, unchanged, lost = [], 0, []
    for before in INTAKES.between(connection, diary.person.id, first_day, last_day or LAST_DAY):
        if before.food_id != food.id:
            continue
        try:
            helped = helping(food, before.quantity, before.portion)
        except TrackerError:
            lost.append(before)
            continue
        after = food_intake(food, helped, before, accept_flag)
        if after == before:
            unchanged += 1
        else:
            changes.append((before, after))
    return Revaluation(food, tuple(changes), unchanged, tuple(lost))
