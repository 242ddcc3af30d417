"""Corrects the diary: repeat, edit, remove, undo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from sqlalchemy import Connection

from tracker.errors import TrackerError
from tracker.nutrition.diary.intake import DaySummary, Intake, IntakeKind, Occasion
from tracker.nutrition.foods.food import helping
from tracker.nutrition.foods.label import StatedAmount
from tracker.nutrition.supplements.supplement import dose_of
from tracker.services.choosing import Choose
from tracker.services.diary.logging import Details, Logged, dose_intake, food_intake, log, plausible
from tracker.services.diary.reading import summarize_day, summarize_period
from tracker.services.foods.meaning import find_helping
from tracker.services.opening import Diary, check_day
from tracker.services.supplements.doses import find_dose
from tracker.store.records.foods import food_by_id
from tracker.store.records.intakes import INTAKES
from tracker.store.records.people import list_people
from tracker.store.records.supplements import supplement_by_id
from tracker.store.undoing import recent_changes, undo


@dataclass(frozen=True)
class Corrected:
    """What was corrected, and the day as it stands after it."""

    before: Intake
    after: Intake | None
    day: DaySummary


def repeat(diary: Diary, source: date, occasion: Occasion | None, details: Details) -> Logged:
    """Logs again what was eaten and taken on a day, or on one of its occasions.

    Each is valued by the food table as it is now; what came from no table keeps its amount.

    Raises:
        TrackerError: there is nothing to repeat, or the new day is refused.
    """
    day = details.day or diary.today
    check_day(diary, day, details.anyway)
    with diary.database.read() as connection:
        summary = summarize_period(connection, diary.person, source, source).days[0]
        chosen = [one for one in summary.intakes if occasion in (None, one.occasion)]
        if not chosen:
            when = f"{source}" if occasion is None else f"{occasion.value} on {source}"
            raise TrackerError(f"nothing is logged for {when}, so there is nothing to repeat")
        fresh = [_valued_now(connection, one) for one in chosen]
    return log(diary, [_moved(one, day, details) for one in fresh])


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
    with diary.database.read() as connection:
        before = _existing(connection, diary, intake_id)
        after = _moved(before, details.day or before.day, details)
        if item is not None:
            after = _renamed(
                connection, diary, after, item, stated is not None, choose, details.accept_flag
            )
    if stated is not None:
        after = _revalued(after, stated)
    if after.day != before.day:
        check_day(diary, after.day, details.anyway)
    plausible(after, details)
    summary = f"edited {before.wording} of {before.day}"
    with diary.database.change(diary.person.id, summary) as change:
        INTAKES.edit(change, after)
        day = summarize_day(change.connection, diary.person, after.day)
    return Corrected(before, after, day)


def remove(diary: Diary, intake_id: int) -> Corrected:
    """Takes an intake out of the diary.

    Raises:
        TrackerError: there is no such intake.
    """
    with diary.database.change(diary.person.id) as change:
        before = _existing(change.connection, diary, intake_id)
        change.summarize(f"removed {before.wording} of {before.day}")
        INTAKES.remove(change, intake_id)
        day = summarize_day(change.connection, diary.person, before.day)
    return Corrected(before, None, day)


@dataclass(frozen=True)
class Undone:
    """What was taken back, and whose it was; `person` is gone where their adding was undone."""

    person: str | None
    summary: str


def undo_changes(diary: Diary, count: int, only_this_person: bool) -> list[Undone]:
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
        names = {person.id: person.name for person in list_people(connection)}
        for past in changes:
            undo(connection, past)
    return [Undone(names.get(past.person_id), past.summary) for past in changes]


def _existing(connection: Connection, diary: Diary, intake_id: int) -> Intake:
    intake = INTAKES.by_id(connection, diary.person.id, intake_id)
    if intake is None:
        raise TrackerError(
            f"{diary.person.name} has no intake {intake_id}: `b12 log` lists them by number"
        )
    return intake


def _moved(intake: Intake, day: date, details: Details) -> Intake:
    """An intake on another day, with what is said of time, occasion and note."""
    return replace(
        intake,
        day=day,
        time=details.time or intake.time,
        occasion=details.occasion or intake.occasion,
        note=details.kept_note or intake.note,
    )


def _revalued(intake: Intake, stated: StatedAmount) -> Intake:
    """An intake worth what the person says; `again` must not take it from a table then."""
    return replace(
        intake,
        content=stated.content,
        source=stated.source,
        fortified_mcg=stated.fortified_mcg,
        food_id=None,
        supplement_id=None,
    )


def _renamed(
    connection: Connection,
    diary: Diary,
    intake: Intake,
    item: str,
    is_stated: bool,
    choose: Choose | None,
    accept_flag: bool,
) -> Intake:
    plain = replace(intake, food_id=None, supplement_id=None, grams=None)
    if is_stated:
        return replace(plain, name=item, quantity=Fraction(1), portion=None)
    if intake.kind is IntakeKind.SUPPLEMENT:
        return dose_intake(find_dose(connection, item, choose), plain)
    food, helped = find_helping(connection, item, choose, diary.person.id)
    return food_intake(food, helped, plain, accept_flag)


def _valued_now(connection: Connection, intake: Intake) -> Intake:
    if intake.supplement_id is not None:
        supplement = supplement_by_id(connection, intake.supplement_id)
        return dose_intake(dose_of(supplement, intake.quantity), intake)
    if intake.food_id is None:
        return intake
    food = food_by_id(connection, intake.food_id)
    try:
        helped = helping(food, intake.quantity, intake.portion)
        # Who counted a flagged content then gave their word for it.
        return food_intake(food, helped, intake, accept_flag=intake.content is not None)
    except TrackerError:
        # The food has lost that portion since: the amount of then is the best there is.
        return intake
