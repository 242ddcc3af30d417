"""Estimates what was absorbed over a stretch of the diary."""

from __future__ import annotations

from tracker.nutrition.absorbed_days import DayEstimate, estimate_day
from tracker.nutrition.intake import Period
from tracker.services.diary import Diary


def estimate_period(diary: Diary, period: Period) -> list[DayEstimate]:
    """What may have been absorbed on each day of a period."""
    return [estimate_day(diary.person, day) for day in period.days]
