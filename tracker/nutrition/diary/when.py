"""When something was eaten or taken, and the meals of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

MINUTES_AN_HOUR = 60
MINUTES_A_DAY = 24 * MINUTES_AN_HOUR


class Occasion(StrEnum):
    """The meal to which an intake belongs."""

    BREAKFAST = "breakfast"
    LUNCH = "lunch"
    DINNER = "dinner"
    SNACK = "snack"

    @property
    def usual_minute(self) -> int:
        """The minute of the day at which it is taken to have been, where no time was noted."""
        return _USUAL_HOURS[self] * MINUTES_AN_HOUR


_USUAL_HOURS = {
    Occasion.BREAKFAST: 8,
    Occasion.LUNCH: 13,
    Occasion.SNACK: 16,
    Occasion.DINNER: 19,
}


@dataclass(frozen=True)
class When:
    """The person's day on which an intake was, its time and meal where noted, and a remark."""

    day: date
    time: time | None = None
    occasion: Occasion | None = None
    note: str | None = None

    @property
    def minute(self) -> int | None:
        """The minute of the clock at which it was, or usually is; `None` where nothing says it."""
        if self.time is not None:
            return self.time.hour * MINUTES_AN_HOUR + self.time.minute
        return None if self.occasion is None else self.occasion.usual_minute
