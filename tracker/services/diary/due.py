"""What is due, what was missed, and logging what is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Connection

from tracker.errors import TrackerError
from tracker.nutrition.diary.adherence import Adherence, DueDose, adherence_of, match_doses
from tracker.nutrition.diary.changes import Logged
from tracker.nutrition.diary.due import DueReport, due_report
from tracker.nutrition.diary.valuing import Valued, dose_intake
from tracker.nutrition.people.person import Person
from tracker.nutrition.supplements.schedule import Schedule
from tracker.services.diary.logging import Details, when_of, write
from tracker.services.opening import Diary
from tracker.store.records.intakes import INTAKES
from tracker.store.records.schedules import schedules_of

# Two of the longest months: a dose is matched with the due day nearest to it, so on either side
# of a range the due day before and the one after must be known, of a monthly dose as well.
_MARGIN = timedelta(days=62)


def read_due(diary: Diary, day: date) -> DueReport:
    """What a day asks for, and what was missed in the week before."""
    with diary.database.read() as connection:
        return _report(connection, diary, day)


def take_due(diary: Diary, details: Details) -> Logged:
    """Logs what is due on a day and what is overdue.

    Raises:
        TrackerError: nothing is due, or the day is refused.
    """
    when = when_of(diary, details)
    # Read within the change: of two at once the second finds the doses of the first.
    with diary.database.change(diary.person.id) as change:
        report = _report(change.connection, diary, when.day)
        if not report.waiting:
            what = "nothing is due" if report.has_schedules else "there is no schedule"
            raise TrackerError(f"{what} on {report.day}, so nothing was logged")
        taken = [dose_intake(one.schedule.dose, when) for one in report.waiting]
        return write(change, diary, [Valued(one) for one in taken])


def not_taken(
    connection: Connection, person: Person, first_day: date, last_day: date, today: date
) -> list[DueDose]:
    """What was due in a range of days, up to today, and is not taken: missed, or still open."""
    schedules = schedules_of(connection, person.id)
    doses = _doses(connection, person, schedules, first_day, min(last_day, today), today)
    return [one for one in doses if not one.is_taken]


def read_adherence(
    connection: Connection, person: Person, first_day: date, last_day: date, today: date
) -> list[Adherence]:
    """How far the log of a range of days follows each schedule."""
    schedules = schedules_of(connection, person.id)
    doses = _doses(connection, person, schedules, first_day, last_day, today)
    return adherence_of(schedules, doses, first_day, last_day)


def adherence_to(
    diary: Diary, schedule: Schedule, first_day: date, last_day: date
) -> Adherence | None:
    """How far a range of days follows one schedule; `None` where nothing was due."""
    with diary.database.read() as connection:
        found = read_adherence(connection, diary.person, first_day, last_day, diary.today)
    return next((one for one in found if one.schedule.id == schedule.id), None)


def _report(connection: Connection, diary: Diary, day: date) -> DueReport:
    schedules = schedules_of(connection, diary.person.id)
    doses = _doses(connection, diary.person, schedules, day - _MARGIN, day, diary.today)
    return due_report(day, diary.today, doses, has_schedules=bool(schedules))


def _doses(
    connection: Connection,
    person: Person,
    schedules: Sequence[Schedule],
    first_day: date,
    last_day: date,
    today: date,
) -> list[DueDose]:
    """The doses that are due in a range of days, and what became of each."""
    if not schedules or last_day < first_day:
        return []
    from tracker.services.supplements.recurring import due_days_around

    first, last = first_day - _MARGIN, max(last_day, today) + _MARGIN
    days = [(schedule, due_days_around(schedule, first, last)) for schedule in schedules]
    # Once more for the intakes: a due day at the edge needs all that may be matched with it, or
    # it would claim what belongs to its neighbour inside the range.
    intakes = INTAKES.between(connection, person.id, first - _MARGIN, last + _MARGIN)
    matched = match_doses(days, intakes, today)
    return [one for one in matched if first_day <= one.day <= last_day]
