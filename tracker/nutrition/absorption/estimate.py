"""Estimates what was absorbed on each day of a diary, and what was needed."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tracker.nutrition.absorption.conditions import need_on, obstacle_on, uptake_on
from tracker.nutrition.absorption.model.injections import SPREAD_DAYS
from tracker.nutrition.absorption.model.oral import NOTHING_ABSORBED, AbsorbedRange, Uptake
from tracker.nutrition.absorption.parts import AbsorbedPart, Origin, absorbed_parts
from tracker.nutrition.absorption.verdict import Obstacle
from tracker.nutrition.diary.adherence import DueDose
from tracker.nutrition.diary.intake import DaySummary, Intake, Period
from tracker.nutrition.people.factors import Factor
from tracker.nutrition.people.person import Person

LOOK_BACK = timedelta(days=SPREAD_DAYS)
"""How far back intakes bear on a day: injections by their spread, meals by the day before."""

LOOK_AHEAD = timedelta(days=2)
"""How far ahead: a late dose shares its window with an early one of the next day, and which meals
without a time join that window may hang on the timed ones of the day after."""


@dataclass(frozen=True)
class Evidence:
    """What an estimate of a run of days rests on.

    `around` holds the intakes of the `LOOK_BACK` before the days and of the `LOOK_AHEAD` after
    them: without either, the first and the last day would say something else in a longer run.
    """

    period: Period
    around: tuple[Intake, ...] = ()
    factors: tuple[Factor, ...] = ()

    @property
    def person(self) -> Person:
        """Whose days they are."""
        return self.period.person

    @property
    def intakes(self) -> list[Intake]:
        """What was eaten and taken on the days themselves."""
        return [intake for day in self.period.days for intake in day.intakes]

    @property
    def factors_there(self) -> list[Factor]:
        """The factors that are there on any of the days."""
        days = [day.day for day in self.period.days]
        return [one for one in self.factors if any(one.is_there_on(day) for day in days)]


@dataclass(frozen=True)
class DayEstimate:
    """What is estimated of a day: µg absorbed against the µg needed, `None` without a target.

    `uptake` is what the gut is taken to do on that day.
    """

    day: date
    recorded: bool
    need_mcg: float | None
    absorbed: AbsorbedRange
    by_origin: dict[Origin, float]
    uptake: Uptake
    obstacle: Obstacle | None = None

    @property
    def is_assessed(self) -> bool:
        """Whether the model of absorption holds for the person on that day."""
        return self.holds and self.obstacle is not Obstacle.IMPAIRED

    @property
    def holds(self) -> bool:
        """Whether its figures may be shown: the model holds for no infant, not even as a guide."""
        return self.obstacle is not Obstacle.INFANT


@dataclass(frozen=True)
class Estimates:
    """What is estimated of a run of days, and what was due on them and not taken."""

    days: tuple[DayEstimate, ...]
    not_taken: tuple[DueDose, ...] = ()

    def on(self, day: date) -> DayEstimate:
        """The estimate of one of the days."""
        return self.days[(day - self.days[0].day).days]

    def between(self, first_day: date, last_day: date) -> Estimates:
        """The estimates of some of the days, both ends included."""
        return replace(
            self, days=tuple(one for one in self.days if first_day <= one.day <= last_day)
        )

    @property
    def absorbed(self) -> AbsorbedRange:
        """The mean in µg a day; a day without a record counts as nothing taken."""
        total = sum((day.absorbed for day in self.days), NOTHING_ABSORBED)
        return total.per_day(len(self.days))

    @property
    def by_origin(self) -> dict[Origin, float]:
        """The likely mean in µg a day, by where it came from."""
        count = len(self.days)
        return {one: sum(day.by_origin[one] for day in self.days) / count for one in Origin}

    @property
    def needs(self) -> list[float]:
        """The needs of the days in µg, each once, in order."""
        return list(dict.fromkeys(day.need_mcg for day in self.days if day.need_mcg is not None))

    @property
    def need_mcg(self) -> float | None:
        """The mean need in µg a day, `None` where a day has none."""
        needs = [day.need_mcg for day in self.days if day.need_mcg is not None]
        if len(needs) < len(self.days):
            return None
        # A sum of equal needs divided by their number may miss it by a rounding error.
        return needs[0] if len(set(needs)) == 1 else math.fsum(needs) / len(needs)

    @property
    def obstacles(self) -> list[Obstacle]:
        """Why some of the days are not assessed, each reason once."""
        return list(dict.fromkeys(day.obstacle for day in self.days if day.obstacle is not None))

    @property
    def holds(self) -> bool:
        """Whether its figures may be shown: the model holds for no infant, not even as a guide."""
        return Obstacle.INFANT not in self.obstacles

    @property
    def days_without_food_bound(self) -> list[date]:
        """The days on which the B12 bound in food is not counted."""
        return [day.day for day in self.days if not day.uptake.food_bound_counts]


def estimate_days(evidence: Evidence) -> Estimates:
    """Estimate each of a run of days, with the person's uptake of that day."""
    return _estimated(evidence, lambda day: uptake_on(evidence.factors, day))


def estimate_without_food_bound(evidence: Evidence) -> Estimates:
    """The same, as if the B12 bound in food were not absorbed on any day."""
    return _estimated(
        evidence, lambda day: replace(uptake_on(evidence.factors, day), food_bound_counts=False)
    )


def absorbed_of(day: DaySummary, estimate: DayEstimate) -> AbsorbedRange | None:
    """What may have been absorbed on a day; `None` without a known amount, or not assessed."""
    if not day.recorded or day.total.best is None or not estimate.is_assessed:
        return None
    return estimate.absorbed


def _estimated(evidence: Evidence, uptake: Callable[[date], Uptake]) -> Estimates:
    intakes = [*evidence.around, *evidence.intakes]
    by_day: dict[date, list[AbsorbedPart]] = {day.day: [] for day in evidence.period.days}
    for part in absorbed_parts(intakes, evidence.person.day_starts, uptake):
        if part.day in by_day:
            by_day[part.day].append(part)
    return Estimates(
        tuple(
            _day_estimate(evidence, day, by_day[day.day], uptake(day.day))
            for day in evidence.period.days
        )
    )


def _day_estimate(
    evidence: Evidence, day: DaySummary, parts: Sequence[AbsorbedPart], uptake: Uptake
) -> DayEstimate:
    absorbed = NOTHING_ABSORBED
    by_origin = dict.fromkeys(Origin, 0.0)
    for part in parts:
        absorbed += part.absorbed
        by_origin[part.origin] += part.absorbed.likely
    return DayEstimate(
        day=day.day,
        recorded=day.recorded,
        need_mcg=need_on(day.target, evidence.factors, day.day),
        absorbed=absorbed.open_above() if day.total.not_known else absorbed,
        by_origin=by_origin,
        uptake=uptake,
        obstacle=obstacle_on(evidence.person, day.target, evidence.factors, day.day),
    )
