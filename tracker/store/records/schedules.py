"""The schedules of a person."""

from __future__ import annotations

from datetime import date, time
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Row, select

from tracker.nutrition.amounts import micrograms, nanograms
from tracker.nutrition.supplements.schedule import Schedule, parse_every
from tracker.nutrition.supplements.supplement import CobalaminForm, Dose, Route, dose_of
from tracker.store import tables
from tracker.store.journal import Change
from tracker.store.records.supplements import supplement_by_id

_TABLE = tables.schedule


def schedules_of(connection: Connection, person_id: int) -> list[Schedule]:
    """A person's schedules, past ones too, in the order in which they were added."""
    query = select(_TABLE).where(_TABLE.c.person_id == person_id).order_by(_TABLE.c.id)
    return [_schedule(connection, row) for row in connection.execute(query).all()]


def add_schedule(change: Change, person_id: int, schedule: Schedule) -> int:
    """Adds a schedule and returns its id."""
    values = {"person_id": person_id, "uid": schedule.uid, **_values(schedule)}
    return change.insert(_TABLE, values)


def edit_schedule(change: Change, schedule: Schedule) -> None:
    """Writes a schedule's new values."""
    change.update(_TABLE, schedule.id, _values(schedule))


def remove_schedule(change: Change, schedule_id: int) -> None:
    """Takes a schedule out; what was logged stays."""
    change.delete(_TABLE, schedule_id)


def _values(schedule: Schedule) -> dict[str, Any]:
    dose = schedule.dose
    return {
        "supplement_id": dose.supplement.id if dose.supplement else None,
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


def _schedule(connection: Connection, row: Row[Any]) -> Schedule:
    return Schedule(
        id=row.id,
        uid=row.uid,
        dose=_dose(connection, row),
        recurrence=parse_every(row.every),
        first_day=date.fromisoformat(row.first_day),
        last_day=date.fromisoformat(row.last_day) if row.last_day else None,
        at=time.fromisoformat(row.time) if row.time else None,
    )


def _dose(connection: Connection, row: Row[Any]) -> Dose:
    """The dose as the product is today: a corrected strength holds for what is still to come."""
    quantity = Fraction(row.quantity)
    if row.supplement_id is not None:
        return dose_of(supplement_by_id(connection, row.supplement_id), quantity)
    form, route = CobalaminForm(row.form), Route(row.route)
    return Dose(row.name, quantity, row.unit, micrograms(row.dose_ng), form, route)
