"""Days as tables over time: the only importer of pandas. It hands plain figures on.

Means are over recorded days: a real zero counts, and a day without a record is left out of the
mean instead of pulling it down. What is recorded but of unknown content adds nothing, as in
`Period.mean`; where nothing at all is known there is no mean.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from tracker.nutrition.diary.intake import Period
from tracker.nutrition.diary.trends import By

_RULES = {By.DAY: "D", By.WEEK: "W-SUN", By.MONTH: "ME"}


@dataclass(frozen=True)
class Bucket:
    """A day, a week or a month; amounts in µg a day, `None` where nothing is known.

    The target is the mean over the recorded days, or over all where none is recorded.
    A part of a week or month at the end of the range ends with the range. `not_known` counts
    intakes of unknown content.
    """

    first_day: date
    last_day: date
    mean_mcg: float | None
    mean_target_mcg: float | None
    days: int
    recorded_days: int
    not_known: int

    @property
    def reaches_target(self) -> bool | None:
        """Whether its mean is at or above the mean target; `None` where one is not known."""
        if self.mean_mcg is None or self.mean_target_mcg is None:
            return None
        # Binary fractions: a mean of 2.4 three times over may come out a hair below 2.4.
        return self.mean_mcg >= self.mean_target_mcg * (1 - 1e-12)


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


def buckets(period: Period, by: By) -> list[Bucket]:
    """The days, or the means of ISO weeks or calendar months, in order."""
    groups = _frame(period).resample(_RULES[by])
    table = pd.DataFrame(
        {
            "mean": groups["counted"].mean().where(groups["mcg"].count() > 0),
            "target": groups["target"].mean().fillna(groups["any_target"].mean()),
            "days": groups["recorded"].size(),
            "recorded": groups["recorded"].sum(),
            "not_known": groups["not_known"].sum(),
        }
    )
    last_days = (stamp.date() for stamp in table.index)
    lengths = [int(days) for days in table["days"]]
    ends = [min(last_day, period.last_day) for last_day in last_days]
    starts = [end - timedelta(days=length - 1) for end, length in zip(ends, lengths, strict=True)]
    columns = (_plain(table["mean"]), _plain(table["target"]))
    counts = ([int(one) for one in table[name]] for name in ("recorded", "not_known"))
    rows = zip(starts, ends, *columns, lengths, *counts, strict=True)
    return [Bucket(*row) for row in rows]


def _frame(period: Period) -> pd.DataFrame:
    """A row for each day.

    `mcg` is what is known, `counted` the same with 0 for recorded days of which nothing is.
    `target` is that of recorded days, with which means are compared; `any_target` that of all.
    """
    rows = [
        {
            "mcg": None if total.best is None or not day.recorded else float(total.best),
            "counted": float(total.best or 0) if day.recorded else None,
            "target": float(day.target.mcg) if day.target and day.recorded else None,
            "any_target": float(day.target.mcg) if day.target else None,
            "recorded": day.recorded,
            "not_known": total.not_known,
        }
        for day in period.days
        for total in [day.total]
    ]
    index = pd.DatetimeIndex([pd.Timestamp(day.day) for day in period.days])
    frame = pd.DataFrame(rows, index=index)
    counted = ("recorded", "not_known")
    return frame.astype({name: "int64" if name in counted else "float64" for name in frame})


def _plain(series: pd.Series[float]) -> list[float | None]:
    return [None if pd.isna(value) else float(value) for value in series]
