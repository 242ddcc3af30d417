"""What a change of the diary did, and how the day stands after it."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.nutrition.diary.intake import DaySummary, Intake
from tracker.nutrition.diary.valuing import Valued
from tracker.nutrition.foods.food import Food


@dataclass(frozen=True)
class Revised:
    """A food whose figures changed since it was logged last: that intake, and its worth now."""

    food: Food
    before: Intake
    now: Intake


@dataclass(frozen=True)
class Logged:
    """What was logged, all of it on one day, and what of it counts otherwise than last time."""

    valued: tuple[Valued, ...]
    day: DaySummary
    revised: tuple[Revised, ...] = ()

    @property
    def intakes(self) -> tuple[Intake, ...]:
        """The intakes, with the numbers under which they are kept."""
        return tuple(one.intake for one in self.valued)


@dataclass(frozen=True)
class Corrected:
    """What an intake was and is now; the day is that on which it is now."""

    before: Intake
    valued: Valued
    day: DaySummary

    @property
    def after(self) -> Intake:
        """The intake as it is now."""
        return self.valued.intake


@dataclass(frozen=True)
class Removed:
    """What was taken out, and the day without it."""

    intake: Intake
    day: DaySummary


@dataclass(frozen=True)
class Revaluation:
    """Past intakes of a food before and after it, and those whose portion the food has lost."""

    food: Food
    changes: tuple[tuple[Intake, Intake], ...]
    unchanged: int
    lost: tuple[Intake, ...]


@dataclass(frozen=True)
class Undone:
    """What was taken back, and whose it was; `person` is gone where their adding was undone."""

    person: str | None
    summary: str
