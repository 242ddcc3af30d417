"""Estimates what was absorbed on the days of a period that has been read."""

from __future__ import annotations

from datetime import timedelta

from tracker.nutrition.absorption.estimate import LOOK_BACK, DayEstimate, estimate_days
from tracker.nutrition.diary.intake import Period
from tracker.services.opening import Diary
from tracker.store.records.factors import factors_of
from tracker.store.records.intakes import INTAKES


def estimate_period(diary: Diary, period: Period) -> list[DayEstimate]:
    """What may have been absorbed on each day of a period, given the days before it."""
    first_day = period.first_day
    with diary.database.read() as connection:
        before = first_day - timedelta(days=1)
        earlier = INTAKES.between(connection, diary.person.id, first_day - LOOK_BACK, before)
        factors = factors_of(connection, diary.person.id)
    return estimate_days(diary.person, period.days, earlier, factors)
