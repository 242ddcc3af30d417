"""What is due, what was missed, and logging what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from tracker.errors import TrackerError
from tracker.nutrition.diary.adherence import (
    Adherence,
    DoseState,
    DueDose,
    adherence_of,
    match_doses,
)
from tracker.nutrition.people.person import Person
from tracker.nutrition.supplements.schedule import Schedule
from tracker.services.diary.logging import Details, Logged, dose_intake, entry_of, log
from tracker.services.opening import Diary
from tracker.store.records.intakes import INTAKES
from tracker.store.records.schedules import schedules_of

_MARGIN = timedelta(days=62)
"""Beyond a period, so that a dose taken late or early finds its own due day, monthly ones too."""

RECENT = timedelta(days=7)


@dataclass(frozen=True)
class DueReport:
    """The doses of a day, those before it that can still be taken, and those lately missed."""

    day: date
    doses: tuple[DueDose, ...]
    overdue: tuple[DueDose, ...]
    missed: tuple[DueDose, ...]
    has_schedules: bool

    @property
    def waiting(self) -> list[DueDose]:
        """What is to be taken: overdue doses first."""
        return [*self.overdue, *(one for one in self.doses if not _is_taken(one))]


def read_due(diary: Diary, day: date) -> DueReport:
    """What a day asks for, and what was missed in the week before."""
    with diary.database.read() as connection:
        has_schedules = bool(schedules_of(connection, diary.person.id))
        doses = due_doses(connection, diary.person, day - _MARGIN, day, diary.today)
    before = [one for one in doses if one.day < day and one.state is DoseState.MISSED]
    overdue = [one for one in before if one.may_still_be_taken and day >= diary.today]
    missed = [one for one in before if one not in overdue and one.day >= day - RECENT]
    return DueReport(
        day=day,
        doses=tuple(one for one in doses if one.day == day),
        overdue=tuple(overdue),
        missed=tuple(missed),
        has_schedules=has_schedules,
    )


def take_due(diary: Diary, details: Details) -> Logged:
    """Logs what is due on a day and what is overdue.

    Raises:
        TrackerError: nothing is due, or the day is refused.
    """
    report = read_due(diary, details.day or diary.today)
    if not report.waiting:
        what = "nothing is due" if report.has_schedules else "there is no schedule"
        raise TrackerError(f"{what} on {report.day}, so nothing was logged")
    entry = entry_of(diary, details)
    return log(diary, [dose_intake(one.schedule.dose, entry) for one in report.waiting])


def not_taken(
    connection: Connection, person: Person, first_day: date, last_day: date, today: date
) -> list[DueDose]:
    """What was due in a range of days, up to today, and is not taken."""
    doses = due_doses(connection, person, first_day, min(last_day, today), today)
    return [one for one in doses if not _is_taken(one)]


def read_adherence(
    connection: Connection, person: Person, first_day: date, last_day: date, today: date
) -> list[Adherence]:
    """How far the log of a range of days follows each schedule."""
    doses = due_doses(connection, person, first_day, last_day, today)
    return adherence_of(schedules_of(connection, person.id), doses, first_day, last_day)


def adherence_to(
    diary: Diary, schedule: Schedule, first_day: date, last_day: date
) -> Adherence | None:
    """How far a range of days follows one schedule; `None` where nothing was due."""
    with diary.database.read() as connection:
        found = read_adherence(connection, diary.person, first_day, last_day, diary.today)
    return next((one for one in found if one.schedule.id == schedule.id), None)


def due_doses(
    connection: Connection, person: Person, first_day: date, last_day: date, today: date
) -> list[DueDose]:
    """The doses that are due in a range of days, and what became of each."""
    schedules = schedules_of(connection, person.id)
    if not schedules or last_day < first_day:
        return []
    from tracker.services.supplements.recurring import due_days_around

    first, last = first_day - _MARGIN, max(last_day, today) + _MARGIN
    days = [(schedule, due_days_around(schedule, first, last)) for schedule in schedules]
    intakes = INTAKES.between(connection, person.id, first - _MARGIN, last + _MARGIN)
    matched = match_doses(days, intakes, today)
    return [one for one in matched if first_day <= one.day <= last_day]


def _is_taken(dose: DueDose) -> bool:
    return dose.state in (DoseState.TAKEN, DoseState.LATE)
