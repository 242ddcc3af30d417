"""Estimates what schedules, or regimens to choose from, would bring."""

from __future__ import annotations

from datetime import date

from tracker.nutrition.absorption.coverage import Coverage, assess_planned
from tracker.nutrition.absorption.planned import Cycle, cycle_on, planned_evidence
from tracker.nutrition.absorption.regimens import Plan, Regimen, plan_for
from tracker.nutrition.diary.intake import Intake
from tracker.nutrition.diary.valuing import dose_intake
from tracker.nutrition.diary.when import When
from tracker.nutrition.supplements.schedule import Schedule
from tracker.services.diary.reading import summarize_day, summarize_period
from tracker.services.opening import Diary
from tracker.services.supplements.products import schedules_of
from tracker.store.records.factors import factors_of


def cover_plan(diary: Diary, day: date) -> Coverage:
    """Whether the schedules in force on a day cover the need, over a whole cycle of theirs.

    Each counts as if it went on. Where none is in force yet, those that begin next are judged.
    """
    person = diary.person
    with diary.database.read() as connection:
        cycle = cycle_on(schedules_of(connection, diary), day)
        period = summarize_period(connection, person, cycle.first_day, cycle.last_day)
        factors = factors_of(connection, person.id)
    doses = [_doses_of(schedule, cycle) for schedule in cycle.judged]
    return assess_planned(planned_evidence(cycle, period, doses, factors), cycle.basis)


def plan(diary: Diary, given: Regimen | None = None) -> Plan:
    """Common regimens, and a given one, for the person's life stage today.

    Raises:
        TrackerError: an infant, or the given regimen goes a way that is not estimated.
    """
    with diary.database.read() as connection:
        today = summarize_day(connection, diary.person, diary.today)
        factors = factors_of(connection, diary.person.id)
    return plan_for(diary.person, today, factors, given)


def _doses_of(schedule: Schedule, cycle: Cycle) -> list[Intake]:
    from tracker.services.supplements.recurring import due_days

    days = due_days(schedule, cycle.first_day, cycle.last_day)
    return [dose_intake(schedule.dose, When(day, schedule.at)) for day in days]
