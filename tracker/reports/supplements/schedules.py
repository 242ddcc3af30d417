"""How schedules, due doses and adherence look."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.nutrition.diary.adherence import Adherence
from tracker.nutrition.people.person import Person
from tracker.nutrition.supplements.schedule import Schedule
from tracker.reports.documents import Document, document, number
from tracker.reports.listing import Listed
from tracker.reports.supplements.due import adherence_document


def schedule_list(person: Person, schedules: Sequence[Schedule]) -> Listed:
    """The schedules of a person, with their numbers."""
    return Listed(
        ("#", "what", "how often", "at", "from", "until"),
        [_row(one) for one in schedules],
        lambda: document(person.name, schedules=[_schedule(one) for one in schedules]),
    )


def one_schedule_document(
    person: Person, schedule: Schedule, adherence: Adherence | None
) -> Document:
    """A schedule and how far the last four weeks follow it."""
    return document(
        person.name,
        **_schedule(schedule),
        adherence=adherence_document(adherence) if adherence else None,
    )


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


def _row(one: Schedule) -> list[str]:
    return [
        str(one.id),
        one.name,
        one.recurrence.words,
        f"{one.at:%H:%M}" if one.at else "",
        one.first_day.isoformat(),
        one.last_day.isoformat() if one.last_day else "",
    ]
