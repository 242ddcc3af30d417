"""Judges days by what was absorbed on them, and says where figures carry no verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.nutrition.absorption.estimate import DayEstimate, Estimates
from tracker.nutrition.absorption.model.oral import NOTHING_ABSORBED
from tracker.nutrition.absorption.verdict import Obstacle, Verdict, compare

FEWEST_DAYS = 7
"""The reference intake is a mean over time: fewer days than these are not judged."""

DAYS_FOR_A_WEEK_TO_COUNT = 28
"""From so many days on, no seven in a row may carry the verdict alone."""

LARGEST_SHARE_OF_A_DAY = 1 / 3
"""Of all that was absorbed: from here on the mean hangs on which days were looked at.

Four weeks hold four weekly doses, a quarter each; one week holds one, which tells nothing."""

LONGEST_GAP_DAYS = 31
"""Days in a row on which nothing was absorbed: beyond them a mean hides the gap."""


@dataclass(frozen=True)
class Judgement:
    """A verdict, and what stands in its way where there is none."""

    verdict: Verdict
    obstacles: tuple[Obstacle, ...] = ()

    @classmethod
    def withheld(cls, *obstacles: Obstacle) -> Judgement:
        """No verdict, for these reasons."""
        return cls(Verdict.NOT_ASSESSED, obstacles)


def judge_recorded(judged: Estimates, nasal_doses: int) -> Judgement:
    """Judge recorded days; `judged` leaves aside what is not to be counted on."""
    days = judged.days
    obstacles = judged.obstacles
    if not any(day.recorded for day in days):
        obstacles.append(Obstacle.NOTHING_RECORDED)
    if len(days) < FEWEST_DAYS:
        obstacles.append(Obstacle.TOO_FEW_DAYS)
    need = judged.need_mcg
    if obstacles or need is None:
        return Judgement.withheld(*obstacles)
    verdict = compare(judged.absorbed, need)
    # More records can only lift what is short, so a gap or a few large doses withhold nothing
    # from it; what is not estimated at all may.
    if verdict is Verdict.SHORT:
        return Judgement.withheld(Obstacle.NASAL) if nasal_doses else Judgement(verdict)
    # The gap first: it names the days, and where it holds few doses are but its consequence.
    if longest_run(day.absorbed.likely <= 0 for day in days) > LONGEST_GAP_DAYS:
        return Judgement.withheld(Obstacle.LONG_GAP)
    if _hangs_on_few_days(days, need, verdict):
        return Judgement.withheld(Obstacle.HANGS_ON_FEW_DAYS)
    return Judgement(verdict)


def judge_planned(
    judged: Estimates, nasal_doses: int, *, schedules: int, left_out: int
) -> Judgement:
    """Judge what so many schedules plan; `left_out` of them are too rare to be in the figures."""
    obstacles = judged.obstacles
    if not schedules:
        obstacles.append(Obstacle.NO_SCHEDULE)
    need = judged.need_mcg
    if obstacles or need is None:
        return Judgement.withheld(*obstacles)
    verdict = compare(judged.absorbed, need)
    # What is left out could only add: it withholds nothing from a verdict in one's favour.
    if verdict is Verdict.SHORT and nasal_doses:
        return Judgement.withheld(Obstacle.NASAL)
    if verdict is Verdict.SHORT and left_out:
        return Judgement.withheld(Obstacle.TOO_FAR_APART)
    return Judgement(verdict)


def longest_run(empty_days: Iterable[bool]) -> int:
    """How many empty days follow one another at the most."""
    longest = current = 0
    for is_empty in empty_days:
        current = current + 1 if is_empty else 0
        longest = max(longest, current)
    return longest


def _hangs_on_few_days(days: Sequence[DayEstimate], need: float, verdict: Verdict) -> bool:
    """Whether the verdict would be another one without its fullest day, or its fullest week."""
    lengths = (1,) if len(days) < DAYS_FOR_A_WEEK_TO_COUNT else (1, 7)
    return any(_hangs_on(days, length, need, verdict) for length in lengths)


def _hangs_on(days: Sequence[DayEstimate], length: int, need: float, verdict: Verdict) -> bool:
    sums = [
        sum(day.absorbed.likely for day in days[start : start + length])
        for start in range(len(days) - length + 1)
    ]
    start = max(range(len(sums)), key=sums.__getitem__)
    total = sum(day.absorbed.likely for day in days)
    # A third that a sum of floats misses by a hair is one.
    if sums[start] < LARGEST_SHARE_OF_A_DAY * total * (1 - 1e-9):
        return False
    fullest = range(start, start + length)
    others = [
        replace(day, absorbed=NOTHING_ABSORBED) if place in fullest else day
        for place, day in enumerate(days)
    ]
    return compare(Estimates(tuple(others)).absorbed, need) is not verdict
