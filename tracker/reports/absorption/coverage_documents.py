"""Coverage, schedules and regimens as JSON documents; absorbed figures are not rounded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tracker.nutrition.absorption.coverage import Coverage, Estimates
from tracker.nutrition.absorption.oral import AbsorbedRange
from tracker.nutrition.absorption.regimens import Outcome
from tracker.nutrition.diary.adherence import Adherence, DueDose
from tracker.nutrition.people.factors import Factor
from tracker.nutrition.people.person import Person
from tracker.nutrition.supplements.schedule import Schedule
from tracker.reports.absorption.coverage_wording import reasons
from tracker.reports.documents import SCHEMA, Document, number


def coverage_document(coverage: Coverage) -> Document:
    """What a run of days brought against what was needed; `by_source` is the likely estimate."""
    return {
        "schema": SCHEMA,
        "person": coverage.person.name,
        "first_day": coverage.first_day.isoformat(),
        "last_day": coverage.last_day.isoformat(),
        "days": len(coverage.days),
        "recorded_days": None if coverage.planned else coverage.recorded_days,
        "intake_mcg_per_day": number(coverage.intake_mcg),
        "need_mcg_per_day": coverage.need_mcg,
        "absorbed_mcg_per_day": absorbed_document(coverage.absorbed),
        "by_source": {source.value: mcg for source, mcg in coverage.by_source.items()},
        "verdict": coverage.verdict.value,
        "reasons": reasons(coverage),
        "longest_gap_days": coverage.longest_gap_days,
        "adherence": [_adherence(one) for one in coverage.adherence],
        "not_known": coverage.not_known,
    }


def estimates_document(estimates: Estimates) -> Document:
    """What `day --json` and `week --json` add: absorbed against needed, and not taken."""
    return {
        "need_mcg": estimates.need_mcg,
        "absorbed_mcg": absorbed_document(estimates.absorbed),
        "not_taken": [_due_dose(one) for one in estimates.not_taken],
    }


def week_estimates_document(document: Document, estimates: Estimates) -> Document:
    """The document of a week with what is estimated of it, and of each of its days."""
    days = [
        day | {"need_mcg": one.need_mcg, "absorbed_mcg": absorbed_document(one.absorbed)}
        for day, one in zip(document["days"], estimates.days, strict=True)
    ]
    return document | {"days": days} | estimates_document(estimates)


def plan_document(
    person_name: str, need_mcg: float | None, outcomes: Iterable[Outcome]
) -> Document:
    """Regimens side by side."""
    return {
        "schema": SCHEMA,
        "person": person_name,
        "need_mcg_per_day": need_mcg,
        "regimens": [
            {
                "name": one.regimen.name,
                "strength_mcg": number(one.regimen.strength_mcg),
                "every": one.regimen.every,
                "absorbed_mcg_per_day": absorbed_document(one.absorbed),
                "verdict": one.verdict.value,
                "units_a_month": one.regimen.units_a_month,
            }
            for one in outcomes
        ],
    }


def due_document(
    person: Person,
    day: date,
    doses: Iterable[DueDose],
    overdue: Iterable[DueDose],
    missed: Iterable[DueDose],
) -> Document:
    """What is due on a day, what still is from before, and what was missed in the week before."""
    return {
        "schema": SCHEMA,
        "person": person.name,
        "day": day.isoformat(),
        "due": [_due_dose(one) for one in doses],
        "overdue": [_due_dose(one) for one in overdue],
        "missed": [_due_dose(one) for one in missed],
    }


def schedules_document(person: Person, schedules: Iterable[Schedule]) -> Document:
    """The schedules of a person."""
    listed = [_schedule(one) for one in schedules]
    return {"schema": SCHEMA, "person": person.name, "schedules": listed}


def one_schedule_document(
    person: Person, schedule: Schedule, adherence: Adherence | None
) -> Document:
    """A schedule and how far the last four weeks follow it."""
    return {
        "schema": SCHEMA,
        "person": person.name,
        **_schedule(schedule),
        "adherence": _adherence(adherence) if adherence else None,
    }


def factors_document(person: Person, factors: Sequence[Factor]) -> Document:
    """The factors of a profile."""
    listed = [
        {
            "factor": one.kind.code,
            "since": one.since.isoformat() if one.since else None,
            "note": one.note or None,
            "sentence": one.kind.sentence,
        }
        for one in factors
    ]
    return {"schema": SCHEMA, "person": person.name, "factors": listed}


def absorbed_document(absorbed: AbsorbedRange) -> Document:
    """An estimate in µg; `high` is `null` where it is open."""
    return {"low": absorbed.low, "likely": absorbed.likely, "high": absorbed.high}


def _adherence(adherence: Adherence) -> Document:
    return {
        "schedule": adherence.schedule.name,
        "due": adherence.due,
        "taken": adherence.taken,
        "late": adherence.late,
        "missed": adherence.missed,
    }


def _due_dose(dose: DueDose) -> Document:
    schedule = dose.schedule
    return {
        "schedule": schedule.name,
        "id": schedule.id,
        "day": dose.day.isoformat(),
        "time": f"{schedule.at:%H:%M}" if schedule.at else None,
        "dose_mcg": number(schedule.dose.dose_mcg),
        "state": dose.state.value,
    }


def _schedule(schedule: Schedule) -> Document:
    dose = schedule.dose
    return {
        "id": schedule.id,
        "schedule": schedule.name,
        "dose_mcg": number(dose.dose_mcg),
        "form": dose.form.value,
        "route": dose.route.value,
        "every": schedule.recurrence.text,
        "time": f"{schedule.at:%H:%M}" if schedule.at else None,
        "first_day": schedule.first_day.isoformat(),
        "last_day": schedule.last_day.isoformat() if schedule.last_day else None,
        "uid": schedule.uid,
    }
