"""Logs meals and supplements: all items of a command, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from tracker.errors import TrackerError
from tracker.language.names import clean_note
from tracker.nutrition.diary.changes import Logged, Revised
from tracker.nutrition.diary.intake import Intake, IntakeKind
from tracker.nutrition.diary.valuing import (
    Valued,
    dose_intake,
    food_intake,
    refuse_implausible,
    stated_intake,
    valued_anew,
)
from tracker.nutrition.diary.when import Occasion, When
from tracker.nutrition.foods.collection import Collection
from tracker.nutrition.foods.label import StatedAmount
from tracker.nutrition.keys import every_key
from tracker.nutrition.supplements.supplement import CobalaminForm, Route
from tracker.services.choosing import Choose
from tracker.services.diary.reading import summarize_day
from tracker.services.foods.known import KnownFoods
from tracker.services.foods.meaning import find_meant, refuse_forgotten_quotes, remember_answers
from tracker.services.keeping import Cleared, cleaned, set_fields
from tracker.services.opening import Diary, check_day
from tracker.services.supplements.doses import find_doses
from tracker.store.journal import Change
from tracker.store.records.intakes import INTAKES, last_logged


@dataclass(frozen=True)
class Details:
    """What the person says of when an intake was; `anyway` insists on what is unusual.

    `None` leaves what is known already, `CLEARED` takes it out.
    `accept_flag` is the person's word for a content that is flagged as hard to believe.

    Raises:
        TrackerError: a note that cannot be kept.
    """

    day: date | None = None
    time: time | Cleared | None = None
    occasion: Occasion | Cleared | None = None
    note: str | Cleared | None = None
    anyway: bool = False
    accept_flag: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "note", cleaned(self.note, clean_note))


@dataclass(frozen=True)
class Way:
    """What the person says of how a supplement is taken; `None` is what its wording says."""

    form: CobalaminForm | None = None
    route: Route | None = None

    def of(self, intake: Intake) -> Intake:
        """An intake taken in this way."""
        return replace(intake, form=self.form or intake.form, route=self.route or intake.route)


AS_WORDED = Way()


def eat(
    diary: Diary, items: Sequence[str], details: Details, choose: Choose | None = None
) -> Logged:
    """Logs foods.

    Raises:
        TrackerError: an item is not understood, not found or implausible; nothing is logged.
    """
    when = when_of(diary, details)
    # Apart from the write, which locks the diary: meanwhile a person may be asked.
    with diary.database.read() as connection:
        known = KnownFoods(connection, diary, choose)
        refuse_forgotten_quotes(known, items)
        valued = [eaten(known, item, when, details) for item in items]
    return _log(diary, valued, details)


def take(
    diary: Diary,
    items: Sequence[str],
    details: Details,
    way: Way = AS_WORDED,
    choose: Choose | None = None,
) -> Logged:
    """Logs supplements; `way` says what the wording does not.

    Raises:
        TrackerError: an item is not understood, not found or implausible; nothing is logged.
    """
    when = when_of(diary, details)
    taken = [dose_intake(dose, when) for dose in find_doses(diary, items, choose)]
    return _log(diary, [Valued(way.of(one)) for one in taken], details)


def log_stated(
    diary: Diary,
    kind: IntakeKind,
    items: Sequence[str],
    stated: StatedAmount,
    details: Details,
    way: Way = AS_WORDED,
) -> Logged:
    """Logs one thing that no table holds, worth what is stated.

    Raises:
        TrackerError: several items, one without a name, or an implausible amount.
    """
    if len(items) != 1:
        raise TrackerError("--mcg and --dv are for one item at a time")
    intake = stated_intake(kind, items[0], stated, when_of(diary, details))
    return _log(diary, [Valued(way.of(intake))], details)


def eaten(known: KnownFoods, item: str, when: When, details: Details) -> Valued:
    """The intake that an item such as `2 eggs` means.

    Raises:
        TrackerError: the item is not understood, or not found.
    """
    meant = find_meant(known, item)
    food = meant.food.accepted() if details.accept_flag else meant.food
    return replace(food_intake(food, meant.amount, when), meant=meant)


def when_of(diary: Diary, details: Details) -> When:
    """When something that is being logged was.

    With neither day, time nor occasion it is being eaten now, and gets this time.

    Raises:
        TrackerError: the day lies before birth, or in the future without `anyway`.
    """
    day = details.day or diary.today
    check_day(diary, day, anyway=details.anyway)
    is_now = details.day is None and details.time is None and details.occasion is None
    return moved(When(day, diary.now.time() if is_now else None), details, day)


def moved(when: When, details: Details, day: date) -> When:
    """The same moment on a day, with what is said of time, occasion and note."""
    said = {"time": details.time, "occasion": details.occasion, "note": details.note}
    return set_fields(replace(when, day=day), **said)


def write(change: Change, diary: Diary, valued: Sequence[Valued]) -> Logged:
    """Writes intakes of one day, at least one, within the caller's change."""
    day = valued[0].intake.day
    listed = "; ".join(one.intake.wording for one in valued)
    change.summarize(f"logged {listed} on {day}")
    revised = _revised(change, diary, valued)
    kept = [_kept(change, diary, one) for one in valued]
    return Logged(tuple(kept), summarize_day(change.connection, diary.person, day), revised)


def _log(diary: Diary, valued: Sequence[Valued], details: Details) -> Logged:
    if not details.anyway:
        for one in valued:
            refuse_implausible(one.intake)
    with diary.database.change(diary.person.id) as change:
        logged = write(change, diary, valued)
        # In the same change: who undoes the log is asked again.
        remember_answers(change, diary.person.id, [one.meant for one in valued if one.meant])
    return logged


def _revised(change: Change, diary: Diary, valued: Sequence[Valued]) -> tuple[Revised, ...]:
    """Foods that counted otherwise when they were logged last.

    A person's own food aside, which nobody but they themselves change.
    """
    foods = dict.fromkeys(one.food for one in valued if one.food is not None)
    found = []
    for food in foods:
        if food.collection is Collection.OWN:
            continue
        keys = every_key(food.key, food.content.source_id)
        before = last_logged(change.connection, diary.person.id, keys)
        if before is None or before.content is None:
            continue
        now = valued_anew(before, food.accepted())
        if now and now.intake.content and now.intake.best_mcg != before.best_mcg:
            found.append(Revised(food, before, now.intake))
    return tuple(found)


def _kept(change: Change, diary: Diary, valued: Valued) -> Valued:
    intake: Intake = valued.intake
    number = INTAKES.add(change, diary.person.id, intake)
    return replace(valued, intake=replace(intake, id=number))
