"""Days, weeks or months as bars: plain figures, for a plot in the terminal or in a picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.nutrition.diary.intake import Period
from tracker.nutrition.diary.trends import By, split


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


def buckets(period: Period, by: By) -> list[Bucket]:
    """The days, or the means of ISO weeks or calendar months, in order."""
    return [_bucket(part) for part in split(period, by)]


def _bucket(part: Period) -> Bucket:
    target_mcg = part.mean_target_mcg
    if target_mcg is None:
        targets = [day.target.mcg for day in part.days if day.target is not None]
        target_mcg = sum(targets, Decimal(0)) / len(targets) if targets else None
    return Bucket(
        first_day=part.first_day,
        last_day=part.last_day,
        mean_mcg=_plain(part.mean.best),
        mean_target_mcg=_plain(target_mcg),
        days=len(part.days),
        recorded_days=len(part.recorded),
        not_known=part.not_known,
    )


def _plain(mcg: Decimal | None) -> float | None:
    return None if mcg is None else float(mcg)
