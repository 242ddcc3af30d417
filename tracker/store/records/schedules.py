"""The schedules of a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Row, select

from tracker.nutrition.amounts import micrograms, nanograms
from tracker.nutrition.supplements.every import parse_every
from tracker.nutrition.supplements.schedule import Schedule
from tracker.nutrition.supplements.supplement import (
    CobalaminForm,
    Dose,
    Route,
    Supplement,
    dose_of,
)
from tracker.store import tables
from tracker.store.journal import Change

_TABLE = tables.schedule


FindSupplement = Callable[[str], Supplement | None]
"""The supplement of a key; `None` where there is none any more."""


def schedules_of(connection: Connection, person_id: int, find: FindSupplement) -> list[Schedule]:
    """A person's schedules, past ones too, in the order in which they were added."""
    query = select(_TABLE).where(_TABLE.c.person_id == person_id).order_by(_TABLE.c.id)
    return [_schedule(row, find) for row in connection.execute(query).all()]


def add_schedule(change: Change, person_id: int, schedule: Schedule) -> int:
    """Adds a schedule and returns its id."""
    values = {"person_id": person_id, "uid": schedule.uid, **_values(schedule)}
    return change.insert(_TABLE, values)


def edit_schedule(change: Change, schedule: Schedule) -> None:
    """Writes a schedule's new values."""
    change.update(_TABLE, schedule.id, _values(schedule))


def remove_schedule(change: Change, schedule: Schedule) -> None:
    """Takes a schedule out; what was logged stays."""
    change.delete(_TABLE, schedule.id)


def _values(schedule: Schedule) -> dict[str, Any]:
    dose = schedule.dose
    return {
        "supplement_key": dose.supplement.key if dose.supplement else None,
        "name": dose.name,
        "quantity": str(dose.quantity),
        "unit": dose.unit,
        "dose_ng": nanograms(dose.dose_mcg),
        "form": dose.form.value,
        "route": dose.route.value,
        "every": schedule.recurrence.text,
        "time": schedule.at.strftime("%H:%M") if schedule.at else None,
        "first_day": schedule.first_day.isoformat(),
        "last_day": schedule.last_day.isoformat() if schedule.last_day else None,
    }


def _schedule(row: Row[Any], find: FindSupplement) -> Schedule:
    return Schedule(
        id=row.id,
        uid=row.uid,
        dose=_dose(row, find),
        recurrence=parse_every(row.every),
        first_day=date.fromisoformat(row.first_day),
        last_day=date.fromisoformat(row.last_day) if row.last_day else None,
        at=time.fromisoformat(row.time) if row.time else None,
    )


def _dose(row: Row[Any], find: FindSupplement) -> Dose:
    """The dose as the product is today: a corrected strength holds for what is still to come.

    Where the product is not there any more, the dose is what it was.
    """
    quantity = Fraction(row.quantity)
    product = find(row.supplement_key) if row.supplement_key else None
    if product is not None:
        return dose_of(product, quantity)
    form, route = CobalaminForm(row.form), Route(row.route)
    return Dose(row.name, quantity, row.unit, micrograms(row.dose_ng), form, route)
