"""Keeps when supplements are meant to be taken."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from fractions import Fraction
from uuid import uuid4

from sqlalchemy import Connection

from tracker.errors import NotFoundError, TrackerError
from tracker.language.names import search_key
from tracker.language.nearest import nearest_names
from tracker.language.quantities import parse_phrase
from tracker.nutrition.amounts import micrograms, nanograms
from tracker.nutrition.people.person import check_lived
from tracker.nutrition.supplements.every import parse_every
from tracker.nutrition.supplements.schedule import Schedule
from tracker.nutrition.supplements.supplement import Dose
from tracker.services.choosing import Choose
from tracker.services.keeping import CLEARED, Cleared, Kind, cleaned, set_fields
from tracker.services.opening import Diary
from tracker.services.supplements.doses import find_doses
from tracker.services.supplements.products import schedules_of
from tracker.services.supplements.recurring import first_due_day
from tracker.store.journal import Change
from tracker.store.records import schedules as store


@dataclass(frozen=True)
class ScheduleChanges:
    """What is to be set: `None` leaves a value as it is, `CLEARED` takes it out."""

    every: str | None = None
    units: str | Cleared | None = None
    at: time | Cleared | None = None
    first_day: date | None = None
    last_day: date | Cleared | None = None


def add_schedule(
    diary: Diary, item: str, changes: ScheduleChanges, choose: Choose | None = None
) -> Schedule:
    """Adds a schedule of a supplement, or of a dose such as `1000 mcg cyanocobalamin`.

    Raises:
        TrackerError: the item, the recurrence or the days make no sense.
    """
    if changes.every is None:
        raise TrackerError("say how often: --every day, 2d, week, mon,thu or month")
    [dose] = find_doses(diary, [item], choose)
    plain = Schedule(
        id=0,
        uid=str(uuid4()),
        dose=dose,
        recurrence=parse_every(changes.every),
        first_day=changes.first_day or diary.today,
    )
    if changes.units is CLEARED:
        changes = replace(changes, units=None)
    schedule = _changed(diary, plain, changes)
    with diary.database.change(diary.person.id, f"added {_SCHEDULES.called(schedule)}") as change:
        schedule_id = store.add_schedule(change, diary.person.id, schedule)
    return replace(schedule, id=schedule_id)


def edit_schedule(diary: Diary, which: str, changes: ScheduleChanges) -> Schedule:
    """Changes a schedule, for its past days too.

    Raises:
        TrackerError: no such schedule, or values that make no sense.
    """
    return _SCHEDULES.edit(diary, which, lambda _, before: _changed(diary, before, changes))


def stop_schedule(diary: Diary, which: str, last_day: date | None) -> Schedule:
    """Ends a schedule on a day, yesterday if none is given; its past stays.

    Raises:
        TrackerError: no such schedule, or it does not begin before that day.
    """
    last = last_day or diary.today - timedelta(days=1)

    def stopped(_change: Change, before: Schedule) -> Schedule:
        if before.first_day > last:
            raise TrackerError(
                f"{before.name} begins on {before.first_day}, after {last}: "
                "take it out with `b12 schedule remove`"
            )
        return _changed(diary, before, ScheduleChanges(last_day=last))

    return _SCHEDULES.edit(diary, which, stopped)


def remove_schedule(diary: Diary, which: str) -> Schedule:
    """Takes a schedule out, with its past; what was logged stays.

    Raises:
        TrackerError: there is no such schedule.
    """
    return _SCHEDULES.remove(diary, which)


def list_schedules(diary: Diary) -> list[Schedule]:
    """Every schedule of the person, past ones too."""
    with diary.database.read() as connection:
        return schedules_of(connection, diary)


def find_schedule(diary: Diary, which: str) -> Schedule:
    """A schedule by its number, or by the name of what is taken.

    Raises:
        NotFoundError: there is no such schedule.
        TrackerError: several are of that name.
    """
    return _SCHEDULES.read(diary, which)


def _called(connection: Connection, diary: Diary, which: str) -> Schedule:
    schedules = schedules_of(connection, diary)
    number = which.strip().removeprefix("#")
    if number.isdecimal():
        found = [one for one in schedules if one.id == int(number[:18])]
    else:
        found = [one for one in schedules if _is_called(one, which)]
    if len(found) > 1:
        numbers = "; ".join(f"{one.id} is {one.words}" for one in found)
        raise TrackerError(f"“{which[:60]}” has several schedules; give a number: {numbers}")
    if not found:
        nearest = nearest_names(which, (one.name for one in schedules))
        raise NotFoundError(
            f"there is no schedule “{which[:60]}”: `b12 schedule list` shows them", nearest
        )
    return found[0]


def _is_called(schedule: Schedule, which: str) -> bool:
    product = schedule.dose.supplement
    names = (schedule.name, schedule.dose.name, *(product.aliases if product else ()))
    return search_key(which) in {search_key(name) for name in names}


def _changed(diary: Diary, schedule: Schedule, changes: ScheduleChanges) -> Schedule:
    after = set_fields(
        schedule,
        dose=None if changes.units is None else _units(schedule.dose, changes.units),
        recurrence=cleaned(changes.every, parse_every),
        at=changes.at,
        first_day=changes.first_day,
        last_day=changes.last_day,
    )
    check_lived(diary.person, after.first_day)
    if after.last_day is not None and after.last_day < after.first_day:
        raise TrackerError(f"a schedule cannot end on {after.last_day}, before {after.first_day}")
    if first_due_day(after) is None:
        raise TrackerError(f"nothing would ever be due: {after.words}")
    return after


def _units(dose: Dose, units: str | Cleared) -> Dose:
    """So many units in place of those of the dose; a plain amount of µg counts as one unit.

    Raises:
        TrackerError: no number, or one unit of a plain amount that may be several by now.
    """
    is_plain_amount = dose.unit == "µg"
    if units is CLEARED and is_plain_amount:
        raise TrackerError(
            f"{dose.dose_mcg.normalize():f} µg of {dose.name} are a plain amount, and nothing says "
            "what one unit was: remove this schedule, and add one of the amount that you mean"
        )
    said = "1" if units is CLEARED else units
    count = parse_phrase(f"{said} units").quantity
    if count is None:
        raise TrackerError(f"{said[:40]!r} is no number of units: write 2 or 1/2")
    quantity = dose.quantity * count if is_plain_amount else count
    mcg = micrograms(nanograms(Fraction(dose.dose_mcg) / dose.quantity * quantity))
    return replace(dose, quantity=quantity, dose_mcg=mcg)


_SCHEDULES = Kind(
    _called,
    lambda schedule: f"the schedule {schedule.words}",
    store.edit_schedule,
    store.remove_schedule,
)
