"""What recorded intakes, or planned ones, come to against the need over a run of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from tracker.nutrition.absorption.conditions import is_child
from tracker.nutrition.absorption.estimate import (
    Estimates,
    Evidence,
    estimate_days,
    estimate_without_food_bound,
)
from tracker.nutrition.absorption.judging import (
    Judgement,
    judge_planned,
    judge_recorded,
    longest_run,
)
from tracker.nutrition.absorption.model.oral import AbsorbedRange
from tracker.nutrition.absorption.parts import Origin, origin_amounts
from tracker.nutrition.absorption.verdict import Obstacle, Verdict
from tracker.nutrition.diary.adherence import Adherence
from tracker.nutrition.diary.intake import DaySummary, Period
from tracker.nutrition.people.person import LifeStage, Person, life_stage_on
from tracker.nutrition.supplements.schedule import Schedule
from tracker.nutrition.supplements.supplement import Route


@dataclass(frozen=True)
class CrystallineShare:
    """µg a day of crystalline B12 against half of the target, asked for from 51 (IOM p. 342).

    What one day brings counts up to a week's target: one large tablet is not enough for a month.
    """

    mcg: Decimal
    half_of_target_mcg: Decimal

    @property
    def is_enough(self) -> bool:
        """Whether at least half of the target came as crystalline B12."""
        return self.mcg >= self.half_of_target_mcg


@dataclass(frozen=True)
class Recorded:
    """The diary was judged: since when it is kept, and how far it follows the schedules."""

    diary_begins: date | None = None
    adherence: tuple[Adherence, ...] = ()


@dataclass(frozen=True)
class Planned:
    """Schedules were judged in place of the diary; `left_out` are too rare for a mean."""

    schedules: tuple[Schedule, ...]
    left_out: tuple[Schedule, ...] = ()


@dataclass(frozen=True)
class Coverage:
    """What a run of days brought against what was needed, and the judgement on it.

    `basis` says whether the days are recorded or planned. `judged` is what the judgement rests
    on: `estimates`, or `without_food_bound`. Means are in µg a day; days without a record count
    as nothing taken.
    """

    evidence: Evidence
    basis: Recorded | Planned
    estimates: Estimates
    without_food_bound: Estimates
    judged: Estimates
    judgement: Judgement

    @property
    def period(self) -> Period:
        """The days."""
        return self.evidence.period

    @property
    def person(self) -> Person:
        """Whose days they are."""
        return self.period.person

    @property
    def planned(self) -> bool:
        """Whether schedules were judged; nothing is recorded of those days."""
        return isinstance(self.basis, Planned)

    @property
    def verdict(self) -> Verdict:
        """The verdict of the judgement."""
        return self.judgement.verdict

    @property
    def obstacles(self) -> tuple[Obstacle, ...]:
        """What stands in the way of a verdict."""
        return self.judgement.obstacles

    @property
    def absorbed(self) -> AbsorbedRange:
        """The mean that every page shows of these days."""
        return self.estimates.absorbed

    @property
    def need_mcg(self) -> float | None:
        """The mean need."""
        return self.estimates.need_mcg

    @property
    def leaves_out_food_bound(self) -> bool:
        """Whether the B12 bound in food is counted on none of the days that were judged."""
        return len(self.judged.days_without_food_bound) == len(self.judged.days)

    @cached_property
    def intake_by_origin(self) -> dict[Origin, Decimal]:
        """The mean intake by where it came from, best values."""
        totals = dict.fromkeys(Origin, Decimal(0))
        for intake in self.evidence.intakes:
            for origin, mcg in origin_amounts(intake).items():
                totals[origin] += mcg
        return {origin: mcg / len(self.period.days) for origin, mcg in totals.items()}

    @property
    def intake_mcg(self) -> Decimal:
        """The mean intake, best value."""
        return sum(self.intake_by_origin.values(), Decimal(0))

    @property
    def recorded_days(self) -> int:
        """How many days have a record."""
        return len(self.period.recorded)

    @property
    def longest_gap_days(self) -> int:
        """The longest run of days on which no B12 is recorded."""
        return longest_run(
            all(one.best_mcg <= 0 for one in day.intakes) for day in self.period.days
        )

    @property
    def nasal_doses(self) -> int:
        """How many doses are not estimated for their route."""
        return _nasal_doses(self.evidence)

    @property
    def has_injections(self) -> bool:
        """Whether an injection bears on these days."""
        return any(
            one.route is Route.INJECTION and one.day <= self.period.last_day
            for one in [*self.evidence.around, *self.evidence.intakes]
        )

    @property
    def crystalline(self) -> CrystallineShare | None:
        """The rule on half of the target, where the person is old enough for it."""
        return crystalline_share(self.period)

    @property
    def is_childs(self) -> bool:
        """Whether a model of adults was used on a child."""
        return is_child(self.person, self.period.first_day)


def assess_recorded(evidence: Evidence, basis: Recorded) -> Coverage:
    """Judge the recorded days of a period."""
    estimates, without, judged = _estimated(evidence)
    judgement = judge_recorded(judged, _nasal_doses(evidence))
    return Coverage(evidence, basis, estimates, without, judged, judgement)


def assess_planned(evidence: Evidence, basis: Planned) -> Coverage:
    """Judge a period filled with what schedules plan, over a whole cycle of theirs."""
    estimates, without, judged = _estimated(evidence)
    judgement = judge_planned(
        judged,
        _nasal_doses(evidence),
        schedules=len(basis.schedules),
        left_out=len(basis.left_out),
    )
    return Coverage(evidence, basis, estimates, without, judged, judgement)


def crystalline_share(period: Period) -> CrystallineShare | None:
    """The half-crystalline rule, for a person of 51 or more at the end of the period."""
    if life_stage_on(period.person, period.last_day) is not LifeStage.OLDER:
        return None
    days = [(day, day.target.mcg) for day in period.days if day.target]
    if not days:
        return None
    # A week's target as the cap is a choice of this program, no figure of the IOM's: a weekly
    # tablet is to count in full, a yearly one is not.
    mcg = sum((min(_crystalline_mcg(day), 7 * target) for day, target in days), Decimal(0))
    half = sum((target for _, target in days), Decimal(0)) / 2
    return CrystallineShare(mcg / len(days), half / len(days))


def _estimated(evidence: Evidence) -> tuple[Estimates, Estimates, Estimates]:
    """The estimates, those without the B12 bound in food, and which of the two are judged."""
    estimates, without = estimate_days(evidence), estimate_without_food_bound(evidence)
    share = crystalline_share(evidence.period)
    return estimates, without, without if share and not share.is_enough else estimates


def _nasal_doses(evidence: Evidence) -> int:
    return sum(intake.route is Route.NASAL for intake in evidence.intakes)


def _crystalline_mcg(day: DaySummary) -> Decimal:
    """The µg of a day that are not bound in food; nasal doses are left out, as everywhere."""
    found = Decimal(0)
    for intake in day.intakes:
        amounts = origin_amounts(intake) if intake.route is not Route.NASAL else {}
        found += sum(
            (mcg for origin, mcg in amounts.items() if origin is not Origin.FOOD), Decimal(0)
        )
    return found
