"""Corrects the diary: repeat, edit, remove, undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from tracker.errors import NotFoundError, TrackerError
from tracker.nutrition.diary.changes import Corrected, Logged, Removed, Undone
from tracker.nutrition.diary.intake import Intake, IntakeKind
from tracker.nutrition.diary.valuing import (
    Valued,
    dose_intake,
    refuse_implausible,
    restated,
    stated_intake,
    valued_anew,
)
from tracker.nutrition.diary.when import Occasion
from tracker.nutrition.foods.food import Food
from tracker.nutrition.foods.label import StatedAmount
from tracker.nutrition.supplements.supplement import Dose, dose_of
from tracker.services.choosing import Choose
from tracker.services.diary.logging import Details, eaten, moved, write
from tracker.services.diary.reading import summarize_day
from tracker.services.foods.known import KnownFoods
from tracker.services.foods.meaning import names_food, remember_answers
from tracker.services.keeping import numbered
from tracker.services.opening import Diary, check_day
from tracker.services.supplements.doses import find_dose
from tracker.services.supplements.products import Products
from tracker.store.records.intakes import INTAKES
from tracker.store.records.people import list_people
from tracker.store.undoing import recent_changes, undo


def repeat(diary: Diary, source: date, occasion: Occasion | None, details: Details) -> Logged:
    """Logs again what was eaten and taken on a day, or on one of its occasions.

    Each is valued by the food table as it is now; what came from no table keeps its amount.

    Raises:
        TrackerError: there is nothing to repeat, or the new day is refused.
    """
    day = details.day or diary.today
    check_day(diary, day, anyway=details.anyway)
    with diary.database.change(diary.person.id) as change:
        held = summarize_day(change.connection, diary.person, source).intakes
        chosen = [one for one in held if occasion in (None, one.occasion)]
        if not chosen:
            when = f"{source}" if occasion is None else f"{occasion.value} on {source}"
            raise TrackerError(f"nothing is logged for {when}, so there is nothing to repeat")
        again = [replace(one, when=moved(one.when, details, day)) for one in chosen]
        return write(change, diary, [_valued_now(change.connection, diary, one) for one in again])


def edit(
    diary: Diary,
    intake_id: int,
    details: Details,
    item: str | None = None,
    stated: StatedAmount | None = None,
    choose: Choose | None = None,
) -> Corrected:
    """Changes an intake: what it was, how much, when, or its note.

    Raises:
        TrackerError: no such intake, or a new value that is refused; nothing is changed.
    """
    # A person may be asked what an item means: outside of the change, which locks the diary.
    meant = None
    if item is not None:
        meant = _meant(diary, intake_id, item, details, stated, choose)
    with diary.database.change(diary.person.id) as change:
        before = _INTAKES.find(change.connection, diary, intake_id)
        valued = meant or _worth(change.connection, diary, before, details, stated)
        when = moved(before.when, details, details.day or before.day)
        after = replace(valued.intake, id=before.id, when=when)
        if after.day != before.day:
            check_day(diary, after.day, anyway=details.anyway)
        if not details.anyway:
            refuse_implausible(after)
        change.summarize(f"edited {_INTAKES.called(before)}")
        INTAKES.edit(change, after)
        if valued.meant is not None:
            remember_answers(change, diary.person.id, [valued.meant])
        day = summarize_day(change.connection, diary.person, after.day)
    return Corrected(before, replace(valued, intake=after), day)


def remove(diary: Diary, intake_id: int) -> Removed:
    """Takes an intake out of the diary.

    Raises:
        TrackerError: there is no such intake.
    """
    with diary.database.change(diary.person.id) as change:
        intake = _INTAKES.find(change.connection, diary, intake_id)
        change.summarize(f"removed {_INTAKES.called(intake)}")
        INTAKES.remove(change, intake)
        day = summarize_day(change.connection, diary.person, intake.day)
    return Removed(intake, day)


def undo_changes(diary: Diary, count: int, *, only_this_person: bool) -> list[Undone]:
    """Takes back the latest changes, newest first: all of them, or none.

    Raises:
        TrackerError: there are fewer changes, or a later one depends on one of them.
    """
    with diary.database.write() as connection:
        person_id = diary.person.id if only_this_person else None
        changes = recent_changes(connection, person_id, count)
        if not changes:
            raise TrackerError("there is nothing to undo")
        if len(changes) < count:
            raise TrackerError(f"only {len(changes)} changes can be undone, not {count}")
        # Before the undoing, which may take one of them out.
        names = {person.id: person.name for person in list_people(connection)}
        for past in changes:
            undo(connection, past, diary.references)
    return [Undone(names.get(past.person_id), past.summary) for past in changes]


def _meant(
    diary: Diary,
    intake_id: int,
    item: str,
    details: Details,
    stated: StatedAmount | None,
    choose: Choose | None,
) -> Valued:
    """What an item stands for in place of an intake, eaten or taken as that one was."""
    with diary.database.read() as connection:
        before = _INTAKES.find(connection, diary, intake_id)
        if stated is not None:
            return Valued(stated_intake(before.kind, item, stated, before.when))
        if before.kind is IntakeKind.SUPPLEMENT:
            return Valued(dose_intake(_dose(connection, diary, before, item, choose), before.when))
        return eaten(KnownFoods(connection, diary, choose), item, before.when, details)


def _dose(
    connection: Connection, diary: Diary, before: Intake, item: str, choose: Choose | None
) -> Dose:
    try:
        return find_dose(Products(connection, diary, choose), item)
    except NotFoundError:
        if not names_food(KnownFoods(connection, diary), item):
            raise
        raise TrackerError(
            f"#{before.id} is a supplement, {before.name}, and “{item}” is food: take it out with "
            f"`b12 remove {before.id}` and log the food with `b12 eat`"
        ) from None


def _worth(
    connection: Connection,
    diary: Diary,
    before: Intake,
    details: Details,
    stated: StatedAmount | None,
) -> Valued:
    """An intake of the same thing, worth what is stated or, flag and all, what its food is."""
    if stated is not None:
        return Valued(restated(before, stated))
    if not details.accept_flag:
        return Valued(before)
    food = _food_of(connection, diary, before)
    if food is None or not food.content.flag:
        raise TrackerError(f"the content of {before.name} is not flagged: nothing to accept")
    return valued_anew(before, food.accepted()) or Valued(before)


def _valued_now(connection: Connection, diary: Diary, intake: Intake) -> Valued:
    if intake.supplement_key is not None:
        supplement = Products(connection, diary).by_key(intake.supplement_key)
        if supplement is None:
            return Valued(intake)
        return Valued(dose_intake(dose_of(supplement, intake.quantity), intake.when))
    food = _food_of(connection, diary, intake)
    if food is None:
        return Valued(intake)
    # Who counted a flagged content then gave their word for it. Where the food has lost the
    # portion since, the amount of then is the best there is.
    if intake.content is not None:
        food = food.accepted()
    return valued_anew(intake, food) or Valued(intake)


def _food_of(connection: Connection, diary: Diary, intake: Intake) -> Food | None:
    """The food of an intake as it is now; `None` where it has none, or no table has it."""
    key = intake.food_key
    return None if key is None else KnownFoods(connection, diary).food(key)


_INTAKES = numbered(INTAKES, "intake", "b12 log", lambda one: f"{one.wording} of {one.day}")
