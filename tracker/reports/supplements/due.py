"""How due doses and adherence look."""

from __future__ import annotations

from datetime import date

from tracker.nutrition.diary.adherence import Adherence, DoseState, DueDose
from tracker.nutrition.diary.due import DueReport
from tracker.nutrition.people.person import Person
from tracker.reports.diary.wording import spoken_day
from tracker.reports.documents import SCHEMA, Document, number
from tracker.reports.figures import days_text
from tracker.reports.numbers import day_name


def due_document(person: Person, report: DueReport) -> Document:
    """What is due on a day, what still is from before, and what was missed in the week before."""
    return {
        "schema": SCHEMA,
        "person": person.name,
        "day": report.day.isoformat(),
        "due": [due_dose_document(one) for one in report.doses],
        "overdue": [due_dose_document(one) for one in report.overdue],
        "missed": [due_dose_document(one) for one in report.missed],
    }


def adherence_document(adherence: Adherence) -> Document:
    """How far a schedule was followed, as data."""
    return {
        "schedule": adherence.schedule.name,
        "due": adherence.due,
        "taken": adherence.taken,
        "late": adherence.late,
        "missed": adherence.missed,
    }


def due_dose_document(dose: DueDose) -> Document:
    """A dose that is due or was missed, as data."""
    schedule = dose.schedule
    return {
        "schedule": schedule.name,
        "id": schedule.id,
        "day": dose.day.isoformat(),
        "time": f"{schedule.at:%H:%M}" if schedule.at else None,
        "dose_mcg": number(schedule.dose.dose_mcg),
        "state": dose.state.value,
    }


def adherence_text(adherence: Adherence) -> str:
    """`27 due: 20 taken, 2 late, 5 missed`."""
    counts = f"{adherence.taken} taken, {adherence.late} late, {adherence.missed} missed"
    return f"{adherence.due} due: {counts}"


def due_lines(report: DueReport, today: date) -> list[str]:
    """What is due on a day, a line each, and what was missed before it."""
    lines = [
        f"{_dose_text(one)}, due since {day_name(one.day)} {one.day}: not taken"
        for one in report.overdue
    ]
    for one in report.doses:
        state = {DoseState.OPEN: "due", DoseState.MISSED: "missed"}.get(one.state, one.state.value)
        lines.append(f"{_dose_text(one)}: {state}")
    if not lines:
        lines = [f"nothing is due {_on(report.day, today)}"]
    for schedule in dict.fromkeys(one.schedule for one in report.missed):
        days = [one.day for one in report.missed if one.schedule == schedule]
        lines.append(f"missed in the week before: {schedule.name}, {days_text(days)}")
    return lines


def _dose_text(dose: DueDose) -> str:
    at = f" at {dose.schedule.at:%H:%M}" if dose.schedule.at else ""
    return f"{dose.schedule.name}{at}"


def _on(day: date, today: date) -> str:
    name = spoken_day(day, today)
    return name if name in ("today", "yesterday") else f"on {name}"
