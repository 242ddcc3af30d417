"""Means of the days before each day: the only importer of pandas. It hands plain figures on.

Means are over recorded days: a real zero counts, and a day without a record is left out of the
mean instead of pulling it down. What is recorded but of unknown content adds nothing, as in
`Period.mean`; where nothing at all is known there is no mean.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import pandas as pd

from tracker.nutrition.diary.intake import Period


def intake_means(period: Period, window: int, first_day: date) -> list[float | None]:
    """For each day from `first_day` on, the mean intake of the `window` days that end with it.

    In µg a recorded day; `None` where nothing of these days is known. The period should begin
    `window - 1` days before `first_day`, or the first means are over fewer days.
    """
    frame = _frame(period)
    rolling = frame["counted"].rolling(f"{window}D", min_periods=1).mean()
    known = frame["mcg"].rolling(f"{window}D", min_periods=0).count()
    return _plain(rolling.where(known > 0)[pd.Timestamp(first_day) :])


def rolling_means(
    days: Sequence[date], amounts: Sequence[float | None], window: int, first_day: date
) -> list[float | None]:
    """For each day from `first_day` on, the mean of the amounts of the `window` days before it.

    The day itself is one of them. An amount of `None` is left out.
    """
    index = pd.DatetimeIndex(pd.to_datetime(list(days)))
    series = pd.Series([math.nan if one is None else one for one in amounts], index=index)
    means = series.rolling(f"{window}D", min_periods=1).mean()
    return _plain(means[pd.Timestamp(first_day) :])


def _frame(period: Period) -> pd.DataFrame:
    """A row for each day.

    `mcg` is what is known, `counted` the same with 0 for recorded days of which nothing is.
    """
    rows = [
        {
            "mcg": None if day.total.best is None or not day.recorded else float(day.total.best),
            "counted": float(day.total.best or 0) if day.recorded else None,
        }
        for day in period.days
    ]
    index = pd.DatetimeIndex([pd.Timestamp(day.day) for day in period.days])
    return pd.DataFrame(rows, index=index, dtype="float64")


def _plain(series: pd.Series[float]) -> list[float | None]:
    return [None if pd.isna(value) else float(value) for value in series]
