"""Judges whether the recorded intakes, or planned ones, cover the need over a run of days."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from tracker.nutrition.absorption.estimate import (
    DayEstimate,
    Obstacle,
    Source,
    estimate_days,
    is_child,
    source_amounts,
)
from tracker.nutrition.absorption.model.oral import NOTHING_ABSORBED, AbsorbedRange, Uptake
from tracker.nutrition.absorption.verdict import Verdict, compare
from tracker.nutrition.diary.adherence import Adherence, DueDose
from tracker.nutrition.diary.intake import DaySummary, Intake, Period
from tracker.nutrition.people.factors import Factor, factors_between
from tracker.nutrition.people.person import Person, completed_months
from tracker.nutrition.supplements.supplement import Route

FEWEST_DAYS = 7
"""The reference intake is a mean over time: fewer days than these are not judged."""

DAYS_FOR_A_WEEK_TO_COUNT = 28
"""From so many days on, no seven in a row may carry the verdict alone."""

LARGEST_SHARE_OF_A_DAY = 1 / 3
"""Of all that was absorbed: from here on the mean hangs on which days were looked at.

Four weeks hold four weekly doses, a quarter each; one week holds one, which tells nothing."""

LONGEST_GAP_DAYS = 31
"""Days in a row on which nothing was absorbed: beyond them a mean hides the gap."""

OLDER_MONTHS = 51 * 12


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
class Coverage:
    """What a run of days brought against what was needed; amounts are means in µg a day.

    Days without a record count as nothing taken. `planned` says that schedules are judged in
    place of the diary; nothing is recorded of those days.
    """

    person: Person
    days: tuple[DayEstimate, ...]
    planned: bool
    verdict: Verdict
    obstacles: tuple[Obstacle, ...]
    intake_by_source: dict[Source, Decimal]
    absorbed: AbsorbedRange
    without_food_bound: AbsorbedRange
    by_source: dict[Source, float]
    need_mcg: float | None
    factors: tuple[Factor, ...]
    crystalline: CrystallineShare | None
    longest_gap_days: int
    not_known: int
    nasal_doses: int
    adherence: tuple[Adherence, ...] = ()
    diary_begins: date | None = None
    schedules: tuple[str, ...] = ()
    has_injections: bool = False

    @property
    def first_day(self) -> date:
        """Its first day."""
        return self.days[0].day

    @property
    def last_day(self) -> date:
        """Its last day."""
        return self.days[-1].day

    @property
    def recorded_days(self) -> int:
        """How many days have a record."""
        return sum(day.recorded for day in self.days)

    @property
    def intake_mcg(self) -> Decimal:
        """The mean intake, best value."""
        return sum(self.intake_by_source.values(), Decimal(0))

    @property
    def needs(self) -> list[float]:
        """The needs of the life stages in it, in order."""
        return list(dict.fromkeys(day.need_mcg for day in self.days if day.need_mcg is not None))

    @property
    def food_bound_is_impaired(self) -> bool:
        """Whether the verdict leaves the B12 bound in food aside."""
        return any(factor.impairs_food_bound_on(self.last_day) for factor in self.factors)

    @property
    def judged(self) -> AbsorbedRange:
        """What the verdict rests on: it leaves out food-bound B12 that may not be absorbed."""
        lacks_crystalline = self.crystalline is not None and not self.crystalline.is_enough
        if self.food_bound_is_impaired or lacks_crystalline:
            return self.without_food_bound
        return self.absorbed

    @property
    def is_childs(self) -> bool:
        """Whether a model of adults was used on a child."""
        return is_child(self.person, self.first_day)


@dataclass(frozen=True)
class Estimates:
    """What is estimated of a run of days, and what was due on them and not taken."""

    days: tuple[DayEstimate, ...]
    not_taken: tuple[DueDose, ...] = ()

    def on(self, day: date) -> DayEstimate:
        """The estimate of one of the days."""
        return self.days[(day - self.days[0].day).days]

    @property
    def absorbed(self) -> AbsorbedRange:
        """The mean in µg a day; a day without a record counts as nothing taken."""
        return _mean(self.days)

    @property
    def need_mcg(self) -> float | None:
        """The mean need in µg a day, `None` where a day has none."""
        return _mean_need(self.days)


def assess(
    period: Period,
    earlier: Sequence[Intake],
    factors: Sequence[Factor],
    adherence: Sequence[Adherence] = (),
    diary_begins: date | None = None,
) -> Coverage:
    """Judge the recorded days of a period; `earlier` holds the intakes of the days before it."""
    return _assess(period, earlier, factors, False, tuple(adherence), diary_begins)


def assess_plan(
    period: Period,
    earlier: Sequence[Intake],
    factors: Sequence[Factor],
    schedules: Sequence[str],
    leaves_some_out: bool = False,
) -> Coverage:
    """Judge a period filled with what schedules plan, over a whole cycle of theirs.

    `leaves_some_out` says that doses too far apart are not in it: what is short without them is
    not assessed.
    """
    found = _assess(period, earlier, factors, True, (), None, tuple(schedules))
    if leaves_some_out and found.verdict is Verdict.SHORT:
        return replace(found, verdict=Verdict.NOT_ASSESSED, obstacles=(Obstacle.TOO_FAR_APART,))
    return found


def _assess(
    period: Period,
    earlier: Sequence[Intake],
    factors: Sequence[Factor],
    planned: bool,
    adherence: tuple[Adherence, ...],
    diary_begins: date | None,
    schedules: tuple[str, ...] = (),
) -> Coverage:
    there = factors_between(factors, period.last_day)
    days = estimate_days(period.person, period.days, earlier, there)
    without = estimate_days(
        period.person, period.days, earlier, there, Uptake(food_bound_counts=False)
    )
    intakes = [intake for day in period.days for intake in day.intakes]
    found = Coverage(
        person=period.person,
        days=tuple(days),
        planned=planned,
        verdict=Verdict.NOT_ASSESSED,
        obstacles=_obstacles(days, planned, schedules),
        intake_by_source=_mean_intake(period.days),
        absorbed=_mean(days),
        without_food_bound=_mean(without),
        by_source=_mean_by_source(days),
        need_mcg=_mean_need(days),
        factors=tuple(there),
        crystalline=_crystalline(period),
        longest_gap_days=longest_gap(period.days),
        not_known=period.not_known,
        nasal_doses=sum(intake.route is Route.NASAL for intake in intakes),
        adherence=adherence,
        diary_begins=diary_begins,
        schedules=schedules,
        has_injections=any(one.route is Route.INJECTION for one in [*earlier, *intakes]),
    )
    return _with_verdict(found, without)


def _with_verdict(found: Coverage, without: Sequence[DayEstimate]) -> Coverage:
    """Judges what was found; `without` are its days without the B12 bound in food."""
    if found.obstacles or found.need_mcg is None:
        return found
    judged = found.days if found.judged is found.absorbed else without
    verdict = compare(found.judged, found.need_mcg)
    withheld = _withheld(found, judged, verdict, found.need_mcg)
    if withheld is not None:
        return replace(found, obstacles=(withheld,))
    return replace(found, verdict=verdict)


def _withheld(
    found: Coverage, judged: Sequence[DayEstimate], verdict: Verdict, need: float
) -> Obstacle | None:
    """Why the figures carry no verdict although there is a need to compare them with."""
    if verdict is Verdict.SHORT:
        return Obstacle.NASAL if found.nasal_doses else None
    if found.planned:
        return None
    if _longest_pause(judged) > LONGEST_GAP_DAYS:
        return Obstacle.LONG_GAP
    return Obstacle.FEW_DOSES if _hangs_on_few_days(judged, need, verdict) else None


def _longest_pause(days: Sequence[DayEstimate]) -> int:
    """The longest run of days on which nothing at all was absorbed."""
    return _longest_run(day.absorbed.likely <= 0 for day in days)


def longest_gap(days: Sequence[DaySummary]) -> int:
    """The longest run of days on which no B12 is recorded."""
    return _longest_run(all(one.best_mcg <= 0 for one in day.intakes) for day in days)


def _longest_run(empty_days: Iterable[bool]) -> int:
    """How many empty days follow one another at the most."""
    longest = current = 0
    for is_empty in empty_days:
        current = current + 1 if is_empty else 0
        longest = max(longest, current)
    return longest


def _obstacles(
    days: Sequence[DayEstimate], planned: bool, schedules: Sequence[str]
) -> tuple[Obstacle, ...]:
    found = list(dict.fromkeys(day.obstacle for day in days if day.obstacle is not None))
    if planned and not schedules:
        found.append(Obstacle.NO_SCHEDULE)
    if not planned and not any(day.recorded for day in days):
        found.append(Obstacle.NOTHING_RECORDED)
    if not planned and len(days) < FEWEST_DAYS:
        found.append(Obstacle.TOO_FEW_DAYS)
    return tuple(found)


def _hangs_on_few_days(days: Sequence[DayEstimate], need: float, verdict: Verdict) -> bool:
    """Whether the verdict would be another one without its fullest day, or its fullest week."""
    return any(
        _hangs_on(days, length, need, verdict)
        for length in ((1,) if len(days) < DAYS_FOR_A_WEEK_TO_COUNT else (1, 7))
    )


def _hangs_on(days: Sequence[DayEstimate], length: int, need: float, verdict: Verdict) -> bool:
    sums = [
        sum(day.absorbed.likely for day in days[start : start + length])
        for start in range(len(days) - length + 1)
    ]
    start = max(range(len(sums)), key=sums.__getitem__)
    total = sum(day.absorbed.likely for day in days)
    if sums[start] < LARGEST_SHARE_OF_A_DAY * total * (1 - 1e-9):
        return False
    fullest = range(start, start + length)
    others = [
        replace(day, absorbed=NOTHING_ABSORBED) if place in fullest else day
        for place, day in enumerate(days)
    ]
    return compare(_mean(others), need) is not verdict


def _mean(days: Sequence[DayEstimate]) -> AbsorbedRange:
    total = NOTHING_ABSORBED
    for day in days:
        total += day.absorbed
    return total.per_day(len(days))


def _mean_need(days: Sequence[DayEstimate]) -> float | None:
    needs = [day.need_mcg for day in days if day.need_mcg is not None]
    if len(needs) < len(days):
        return None
    # A sum of equal needs divided by their number may miss it by a rounding error.
    return needs[0] if len(set(needs)) == 1 else math.fsum(needs) / len(needs)


def _mean_by_source(days: Sequence[DayEstimate]) -> dict[Source, float]:
    return {source: sum(day.by_source[source] for day in days) / len(days) for source in Source}


def _mean_intake(days: Sequence[DaySummary]) -> dict[Source, Decimal]:
    totals = dict.fromkeys(Source, Decimal(0))
    for day in days:
        for intake in day.intakes:
            for source, amount in source_amounts(intake).items():
                totals[source] += amount
    return {source: amount / len(days) for source, amount in totals.items()}


def _crystalline(period: Period) -> CrystallineShare | None:
    """The half-crystalline rule, for a person of 51 or more at the end of the period."""
    born = period.person.born
    if born is None or completed_months(born, period.last_day) < OLDER_MONTHS:
        return None
    days = [(day, day.target.mcg) for day in period.days if day.target]
    if not days:
        return None
    mcg = sum((min(_crystalline_mcg(day), 7 * target) for day, target in days), Decimal(0))
    half = sum((target for _, target in days), Decimal(0)) / 2
    return CrystallineShare(mcg / len(days), half / len(days))


def _crystalline_mcg(day: DaySummary) -> Decimal:
    """The µg of a day that are not bound in food; nasal doses are left out, as everywhere."""
    found = Decimal(0)
    for intake in day.intakes:
        amounts = source_amounts(intake) if intake.route is not Route.NASAL else {}
        found += sum(
            (mcg for source, mcg in amounts.items() if source is not Source.FOOD), Decimal(0)
        )
    return found
