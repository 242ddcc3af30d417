"""Days filled with what schedules plan, as if each of them went on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil, lcm

from tracker.nutrition.absorption.coverage import Planned
from tracker.nutrition.absorption.estimate import LOOK_BACK, Evidence
from tracker.nutrition.absorption.judging import FEWEST_DAYS
from tracker.nutrition.diary.intake import DaySummary, Intake, Period
from tracker.nutrition.people.factors import Factor
from tracker.nutrition.supplements.schedule import Schedule, Step
from tracker.nutrition.supplements.supplement import Route

LONGEST_CYCLE_DAYS = 366


@dataclass(frozen=True)
class Cycle:
    """Schedules side by side, and days over which they repeat.

    `judged` are those of them whose doses are near enough to each other for a mean, without an
    end: a plan is judged as if it went on.
    """

    basis: Planned
    judged: tuple[Schedule, ...]
    first_day: date
    last_day: date

    @property
    def days(self) -> int:
        """How many days the plan covers, both ends included."""
        return (self.last_day - self.first_day).days + 1


def cycle_on(schedules: Sequence[Schedule], day: date) -> Cycle:
    """The cycle of the schedules that are in force on a day, or that begin next."""
    in_force = _in_force(schedules, day)
    judged = [one for one in in_force if not one.recurrence.is_too_rare]
    # From the latest start on: before it one of them would have no dose, and the mean be too low.
    first_day = max([day, *(one.first_day for one in in_force)])
    return Cycle(
        basis=Planned(
            tuple(in_force), tuple(one for one in in_force if one.recurrence.is_too_rare)
        ),
        judged=tuple(replace(one, last_day=None) for one in judged),
        first_day=first_day,
        last_day=first_day + timedelta(days=_cycle_days(judged) - 1),
    )


def planned_evidence(
    cycle: Cycle,
    period: Period,
    doses: Sequence[Sequence[Intake]],
    factors: Sequence[Factor],
) -> Evidence:
    """The days of a cycle with its doses, those of each judged schedule in order.

    `period` has the targets of these days; what it holds is not looked at.
    """
    intakes = [
        one
        for schedule, due in zip(cycle.judged, doses, strict=True)
        # Days that are no whole number of intervals may hold a dose more than their share.
        for one in due[: int(cycle.days / schedule.recurrence.mean_days)]
    ]
    # In a regimen that goes on, the cycle before was like this one, and so is the next.
    around = [
        one.on(one.day + timedelta(days=shift))
        for shift in (-cycle.days, cycle.days)
        for one in intakes
    ]
    filled = tuple(_filled(day, intakes) for day in period.days)
    return Evidence(replace(period, days=filled), tuple(around), tuple(factors))


def _in_force(schedules: Sequence[Schedule], day: date) -> list[Schedule]:
    running = [one for one in schedules if one.runs_on(day)]
    if running:
        return running
    to_come = [one for one in schedules if one.first_day > day]
    first = min((one.first_day for one in to_come), default=None)
    return [one for one in to_come if one.first_day == first]


def _cycle_days(schedules: Sequence[Schedule]) -> int:
    """Days after which the schedules repeat, or a year; enough for an injection to be spread."""
    if any(one.recurrence.step is Step.MONTH for one in schedules):
        return LONGEST_CYCLE_DAYS
    cycle = lcm(*(_repeats_after(one) for one in schedules)) if schedules else 1
    # Cut at a year it is no cycle any more: the share of each schedule keeps the mean right.
    cycle = min(cycle, LONGEST_CYCLE_DAYS)
    has_injection = any(one.dose.route is Route.INJECTION for one in schedules)
    least = LOOK_BACK.days if has_injection else FEWEST_DAYS
    return cycle * ceil(least / cycle)


def _repeats_after(schedule: Schedule) -> int:
    recurrence = schedule.recurrence
    return recurrence.interval * (7 if recurrence.step is Step.WEEK else 1)


def _filled(day: DaySummary, intakes: Sequence[Intake]) -> DaySummary:
    return replace(day, intakes=tuple(one for one in intakes if one.day == day.day))
