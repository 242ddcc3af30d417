"""Reads the diary: a day, a run of days, the log."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from tracker.language.days import Days, IsoWeek, days_between
from tracker.nutrition.diary.intake import DaySummary, Intake, Period, in_order_of_the_day
from tracker.nutrition.people.person import Person
from tracker.nutrition.people.targets import Target, TargetSpan
from tracker.services.opening import Diary
from tracker.store.records.intakes import INTAKES
from tracker.store.records.target_spans import targets_between


def read_day(diary: Diary, day: date) -> DaySummary:
    """A day of the diary against its target."""
    with diary.database.read() as connection:
        return summarize_day(connection, diary.person, day)


def read_week(diary: Diary, week: IsoWeek) -> Period:
    """The seven days of an ISO week."""
    return read_period(diary, Days(week.first_day, week.last_day))


def read_period(diary: Diary, days: Days) -> Period:
    """A run of days against its targets."""
    with diary.database.read() as connection:
        return summarize_period(connection, diary.person, days.first_day, days.last_day)


def read_log(diary: Diary, days: Days, limit: int) -> list[Intake]:
    """The newest intakes of a range of days, at most `limit`, oldest of them first."""
    with diary.database.read() as connection:
        newest = INTAKES.latest(connection, diary.person.id, days.first_day, days.last_day, limit)
    return newest[::-1]


def summarize_day(connection: Connection, person: Person, day: date) -> DaySummary:
    """A day of a person within the caller's transaction."""
    return summarize_period(connection, person, day, day).days[0]


def summarize_period(
    connection: Connection, person: Person, first_day: date, last_day: date
) -> Period:
    """A run of days of a person within the caller's transaction."""
    spans = targets_between(connection, person, first_day, last_day)
    by_day: dict[date, list[Intake]] = {}
    for intake in INTAKES.between(connection, person.id, first_day, last_day):
        by_day.setdefault(intake.day, []).append(intake)
    days = [
        DaySummary(
            day,
            _target_of(spans, day),
            tuple(in_order_of_the_day(by_day.get(day, ()), person.day_starts)),
        )
        for day in days_between(first_day, last_day)
    ]
    return Period(person, tuple(days))


def _target_of(spans: list[TargetSpan], day: date) -> Target | None:
    return next(
        (span.target for span in spans if span.first_day <= day <= span.last_day),
        None,
    )
