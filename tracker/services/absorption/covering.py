"""Estimates what the diary, or a plan, brings against what is needed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil, lcm

from sqlalchemy import Connection

from tracker.errors import TrackerError
from tracker.nutrition.absorption.coverage import (
    FEWEST_DAYS,
    Coverage,
    Estimates,
    assess,
    assess_plan,
)
from tracker.nutrition.absorption.estimate import LOOK_BACK, Obstacle, estimate_days, is_infant
from tracker.nutrition.absorption.oral import Uptake
from tracker.nutrition.absorption.regimens import COMMON, Outcome, Regimen, outcome
from tracker.nutrition.absorption.verdict import NEED_IN_PERNICIOUS_ANAEMIA_MCG, need_mcg
from tracker.nutrition.diary.intake import DaySummary, Intake, IntakeKind, Period
from tracker.nutrition.people.factors import Effect, Factor
from tracker.nutrition.people.targets import Target
from tracker.nutrition.supplements.schedule import Schedule, Step
from tracker.nutrition.supplements.supplement import Route
from tracker.services.diary.due import not_taken, read_adherence
from tracker.services.diary.logging import dose_intake
from tracker.services.diary.reading import summarize_day, summarize_period
from tracker.services.opening import Diary
from tracker.store.records.factors import factors_of
from tracker.store.records.intakes import INTAKES
from tracker.store.records.schedules import schedules_of

LONGEST_PERIOD_DAYS = 3660
_LONGEST_CYCLE_DAYS = 366


@dataclass(frozen=True)
class Plan:
    """Regimens side by side for one person today; the need is in µg a day."""

    person_name: str
    target: Target | None
    need_mcg: float | None
    obstacle: Obstacle | None
    factors: tuple[Factor, ...]
    outcomes: tuple[Outcome, ...]


def estimate(diary: Diary, first_day: date, last_day: date) -> Estimates:
    """What was absorbed on each day of a range, and what was due and not taken."""
    with diary.database.read() as connection:
        period = summarize_period(connection, diary.person, first_day, last_day)
        earlier = _earlier(connection, diary, first_day)
        factors = factors_of(connection, diary.person.id)
        due = not_taken(connection, diary.person, first_day, last_day, diary.today)
    impaired = any(factor.impairs_food_bound_on(last_day) for factor in factors)
    uptake = Uptake(food_bound_counts=not impaired)
    days = estimate_days(diary.person, period.days, earlier, factors, uptake)
    return Estimates(tuple(days), tuple(due))


def cover(diary: Diary, first_day: date, last_day: date) -> Coverage:
    """Whether the recorded days of a range cover the need.

    Raises:
        TrackerError: the days are out of order, too many, or not over yet.
    """
    if last_day < first_day:
        raise TrackerError(f"{last_day} comes before {first_day}: give the earlier day first")
    if last_day > diary.today:
        raise TrackerError(f"{last_day} is in the future: `--planned` judges what is planned")
    if (last_day - first_day).days >= LONGEST_PERIOD_DAYS:
        raise TrackerError("that is more than ten years: give fewer days")
    person = diary.person
    with diary.database.read() as connection:
        return assess(
            summarize_period(connection, person, first_day, last_day),
            _earlier(connection, diary, first_day),
            factors_of(connection, person.id),
            read_adherence(connection, person, first_day, last_day, diary.today),
            INTAKES.first_day(connection, person.id),
        )


def cover_plan(diary: Diary, day: date) -> Coverage:
    """Whether the schedules in force on a day cover the need, over a whole cycle of theirs.

    Each counts as if it went on. Where none is in force yet, those that begin next are judged.
    """
    with diary.database.read() as connection:
        schedules = _in_force(schedules_of(connection, diary.person.id), day)
        start = max([day, *(one.first_day for one in schedules)])
        judged = [one for one in schedules if not one.recurrence.is_too_rare]
        days = _cycle_days(judged)
        period = summarize_period(connection, diary.person, start, start + timedelta(days=days - 1))
        factors = factors_of(connection, diary.person.id)
    intakes = [one for schedule in judged for one in _planned_intakes(schedule, period)]
    planned = replace(period, days=tuple(_filled(one, intakes) for one in period.days))
    # In a regimen that goes on, the cycle before was like this one.
    earlier = [replace(one, day=one.day - timedelta(days=days)) for one in intakes]
    names = [_planned_words(schedule) for schedule in schedules]
    return assess_plan(planned, earlier, factors, names, len(judged) < len(schedules))


def plan(diary: Diary, given: Regimen | None = None) -> Plan:
    """Common regimens, and a given one, for the person's life stage today.

    Raises:
        TrackerError: the given regimen goes a way that is not estimated.
    """
    if given is not None and given.route is Route.NASAL:
        raise TrackerError("nasal B12 is not estimated: no measured uptake is known to the program")
    person, today = diary.person, diary.today
    with diary.database.read() as connection:
        target = summarize_day(connection, person, today).target
        factors = [one for one in factors_of(connection, person.id) if one.is_there_on(today)]
    need = None if target is None else need_mcg(float(target.mcg))
    obstacle = _obstacle(diary, target, factors)
    lacking = any(one.kind.effect is Effect.NO_INTRINSIC_FACTOR for one in factors)
    if lacking and need is not None:
        need = max(need, NEED_IN_PERNICIOUS_ANAEMIA_MCG)
    uptake = Uptake(intrinsic_factor=not lacking)
    regimens = [*([given] if given else []), *COMMON]
    outcomes = [outcome(one, need, obstacle is None, uptake) for one in regimens]
    return Plan(person.name, target, need, obstacle, tuple(factors), tuple(outcomes))


def _obstacle(diary: Diary, target: Target | None, factors: list[Factor]) -> Obstacle | None:
    if is_infant(diary.person, diary.today):
        return Obstacle.INFANT
    if any(factor.kind.prevents_assessment for factor in factors):
        return Obstacle.IMPAIRED
    return Obstacle.NO_TARGET if target is None else None


def _earlier(connection: Connection, diary: Diary, first_day: date) -> list[Intake]:
    last = first_day - timedelta(days=1)
    return INTAKES.between(connection, diary.person.id, first_day - LOOK_BACK, last)


def _in_force(schedules: list[Schedule], day: date) -> list[Schedule]:
    running = [one for one in schedules if one.runs_on(day)]
    if running:
        return running
    to_come = [one for one in schedules if one.first_day > day]
    first = min((one.first_day for one in to_come), default=None)
    return [one for one in to_come if one.first_day == first]


def _cycle_days(schedules: list[Schedule]) -> int:
    """Days after which the schedules repeat, or a year; enough for an injection to be spread."""
    if any(one.recurrence.step is Step.MONTH for one in schedules):
        return _LONGEST_CYCLE_DAYS
    cycle = lcm(*(_repeats_after(one) for one in schedules)) if schedules else 1
    least = FEWEST_DAYS
    if any(one.dose.route is Route.INJECTION for one in schedules):
        least = LOOK_BACK.days
    cycle = min(cycle, _LONGEST_CYCLE_DAYS)
    return cycle * ceil(least / cycle)


def _repeats_after(schedule: Schedule) -> int:
    recurrence = schedule.recurrence
    return recurrence.interval * (7 if recurrence.step is Step.WEEK else 1)


def _planned_intakes(schedule: Schedule, period: Period) -> list[Intake]:
    from tracker.services.supplements.recurring import due_days

    going_on = replace(schedule, last_day=None)
    plain = Intake(
        kind=IntakeKind.SUPPLEMENT,
        name="",
        quantity=Fraction(1),
        portion=None,
        content=None,
        day=period.first_day,
        time=schedule.at,
        fortified_mcg=Decimal(0),
    )
    due = due_days(going_on, period.first_day, period.last_day)
    # Days that are no whole number of intervals may hold a dose more than their share.
    share = int(len(period.days) / schedule.recurrence.mean_days)
    return [dose_intake(schedule.dose, replace(plain, day=day)) for day in due[:share]]


def _filled(day: DaySummary, intakes: list[Intake]) -> DaySummary:
    return replace(day, intakes=tuple(one for one in intakes if one.day == day.day))


def _planned_words(schedule: Schedule) -> str:
    until = f" (it ends on {schedule.last_day})" if schedule.last_day else ""
    return f"{schedule.name} {schedule.recurrence.words}{until}"
