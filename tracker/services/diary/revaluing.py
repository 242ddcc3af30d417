"""Values past intakes of a food anew: the only way in which a food reaches into the past."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from tracker.language.days import LAST_DAY
from tracker.nutrition.diary.changes import Revaluation
from tracker.nutrition.diary.valuing import valued_anew
from tracker.nutrition.foods.food import Food
from tracker.nutrition.keys import every_key
from tracker.services.foods.foods import find_food
from tracker.services.opening import Diary
from tracker.store.records.intakes import INTAKES, intakes_of_food


def preview_revaluation(
    diary: Diary, name: str, first_day: date, last_day: date | None, *, accept_flag: bool
) -> Revaluation:
    """What `revalue` would do.

    Raises:
        NotFoundError: no such food.
    """
    with diary.database.read() as connection:
        food = _worth(find_food(connection, diary, name), accept_flag=accept_flag)
        return _revaluation(connection, diary, food, first_day, last_day)


def revalue(
    diary: Diary, name: str, first_day: date, last_day: date | None, *, accept_flag: bool
) -> Revaluation:
    """Gives the intakes of a food since a day what the food is worth now.

    Raises:
        NotFoundError: no such food.
    """
    with diary.database.change(diary.person.id) as change:
        food = _worth(find_food(change.connection, diary, name), accept_flag=accept_flag)
        done = _revaluation(change.connection, diary, food, first_day, last_day)
        change.summarize(f"valued {len(done.changes)} intakes of {done.food.name} anew")
        for _before, after in done.changes:
            INTAKES.edit(change, after)
    return done


def _worth(food: Food, *, accept_flag: bool) -> Food:
    return food.accepted() if accept_flag else food


def _revaluation(
    connection: Connection, diary: Diary, food: Food, first_day: date, last_day: date | None
) -> Revaluation:
    changes, unchanged, lost = [], 0, []
    until = last_day or LAST_DAY
    keys = every_key(food.key, food.content.source_id)
    for before in intakes_of_food(connection, diary.person.id, keys, first_day, until):
        valued = valued_anew(before, food)
        if valued is None:
            lost.append(before)
        elif valued.intake == before:
            unchanged += 1
        else:
            changes.append((before, valued.intake))
    return Revaluation(food, tuple(changes), unchanged, tuple(lost))
