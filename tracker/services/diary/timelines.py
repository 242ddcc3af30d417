"""Reads long periods of the diary: for trends, for reports, for the timeline."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Connection

from tracker.errors import TrackerError
from tracker.language.days import CENTURY_DAYS, FIRST_DAY, Days, IsoWeek
from tracker.nutrition.diary.intake import Period
from tracker.nutrition.diary.timeline import Timeline
from tracker.services.diary.reading import read_period, summarize_period
from tracker.services.opening import Diary
from tracker.store.records.blood_tests import BLOOD_TESTS
from tracker.store.records.intakes import INTAKES
from tracker.store.records.symptoms import SYMPTOM_ENTRIES


def read_long_period(diary: Diary, days: Days, lead_in: int = 0) -> Period:
    """A run of days, begun `lead_in` days earlier so that means over the days before are right.

    Raises:
        TrackerError: the days are further apart than a life.
    """
    return read_period(diary, _with_lead_in(days, lead_in))


def read_timeline(
    diary: Diary, first_day: date | None, last_day: date | None, lead_in: int = 0
) -> Timeline:
    """Everything of a range of days; without a first day, from the oldest entry on.

    Raises:
        TrackerError: the days are out of order, or further apart than a life.
    """
    until = last_day or diary.today
    with diary.database.read() as connection:
        since = first_day or min(_first_entry(connection, diary.person.id) or until, until)
        start = _with_lead_in(Days(since, until), lead_in).first_day
        person_id = diary.person.id
        return Timeline(
            summarize_period(connection, diary.person, start, until),
            since,
            tuple(BLOOD_TESTS.between(connection, person_id, since, until)),
            tuple(SYMPTOM_ENTRIES.between(connection, person_id, since, until)),
        )


def finished_weeks(diary: Diary) -> list[IsoWeek]:
    """Every week that is over, from that of the oldest intake on."""
    with diary.database.read() as connection:
        first_day = INTAKES.first_day(connection, diary.person.id)
    weeks = []
    monday = IsoWeek.of(first_day).first_day if first_day else diary.today
    while monday + timedelta(days=6) < diary.today:
        weeks.append(IsoWeek.of(monday))
        monday += timedelta(days=7)
    return weeks


def _with_lead_in(days: Days, lead_in: int) -> Days:
    """The days and those before them, as many as the calendar of the program has."""
    first_day, last_day = days.first_day, days.last_day
    if (last_day - first_day).days >= CENTURY_DAYS:
        raise TrackerError(f"{first_day} to {last_day} is more than a century: check the days")
    room = max(0, (first_day - FIRST_DAY).days)
    return Days(first_day - timedelta(days=min(lead_in, room)), last_day)


def _first_entry(connection: Connection, person_id: int) -> date | None:
    days = (
        INTAKES.first_day(connection, person_id),
        BLOOD_TESTS.first_day(connection, person_id),
        SYMPTOM_ENTRIES.first_day(connection, person_id),
    )
    return min((day for day in days if day is not None), default=None)
