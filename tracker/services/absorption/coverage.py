"""Estimates what the diary brings against what is needed."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Connection

from tracker.errors import TrackerError
from tracker.language.days import TEN_YEARS_DAYS, Days
from tracker.nutrition.absorption.coverage import Coverage, Recorded, assess_recorded
from tracker.nutrition.absorption.estimate import (
    LOOK_AHEAD,
    LOOK_BACK,
    Estimates,
    Evidence,
    estimate_days,
)
from tracker.nutrition.diary.intake import Period
from tracker.services.diary.due import not_taken, read_adherence
from tracker.services.diary.reading import summarize_period
from tracker.services.opening import Diary, refuse_future
from tracker.store.records.factors import factors_of
from tracker.store.records.intakes import INTAKES


def estimate(diary: Diary, first_day: date, last_day: date) -> Estimates:
    """What was absorbed on each day of a range, and what was due and not taken."""
    person = diary.person
    with diary.database.read() as connection:
        period = summarize_period(connection, person, first_day, last_day)
        evidence = _evidence(connection, period)
        due = not_taken(connection, diary, first_day, last_day)
    return Estimates(estimate_days(evidence).days, tuple(due))


def estimate_period(diary: Diary, period: Period) -> Estimates:
    """What was absorbed on each day of a period that has been read."""
    with diary.database.read() as connection:
        evidence = _evidence(connection, period)
    return estimate_days(evidence)


def cover(diary: Diary, days: Days) -> Coverage:
    """Whether the recorded days of a range cover the need.

    Raises:
        TrackerError: the days are too many, or not over yet.
    """
    first_day, last_day = days.first_day, days.last_day
    refuse_future(diary, last_day, "`--planned` judges what is planned")
    if (last_day - first_day).days >= TEN_YEARS_DAYS:
        raise TrackerError("that is more than ten years: give fewer days")
    person = diary.person
    with diary.database.read() as connection:
        evidence = _evidence(connection, summarize_period(connection, person, first_day, last_day))
        adherence = read_adherence(connection, diary, first_day, last_day)
        begins = INTAKES.first_day(connection, person.id)
    return assess_recorded(evidence, Recorded(begins, tuple(adherence)))


def cover_last(diary: Diary, days: int) -> Coverage:
    """Whether the last so many days cover the need, today included."""
    return cover(diary, Days.until(diary.today, days))


def _evidence(connection: Connection, period: Period) -> Evidence:
    """A period with the intakes on either side that bear on it, and the person's factors."""
    person_id, one_day = period.person.id, timedelta(days=1)
    first, last = period.first_day, period.last_day
    before = INTAKES.between(connection, person_id, first - LOOK_BACK, first - one_day)
    after = INTAKES.between(connection, person_id, last + one_day, last + LOOK_AHEAD)
    return Evidence(period, (*before, *after), tuple(factors_of(connection, person_id)))
