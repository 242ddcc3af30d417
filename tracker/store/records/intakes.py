"""The diary's intakes."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Row, select

from tracker.nutrition.amounts import micrograms, nanograms
from tracker.nutrition.diary.intake import Intake, IntakeKind, Occasion
from tracker.nutrition.supplements.supplement import CobalaminForm, Route
from tracker.store import tables
from tracker.store.journal import Change
from tracker.store.records.foods import content_range

_TABLE = tables.intake


def add_intake(change: Change, person_id: int, intake: Intake) -> int:
    """Logs an intake and returns its id."""
    return change.insert(_TABLE, {"person_id": person_id, **_values(intake)})


def edit_intake(change: Change, intake: Intake) -> None:
    """Writes an intake's new values."""
    change.update(_TABLE, intake.id, _values(intake))


def remove_intake(change: Change, intake_id: int) -> None:
    """Takes an intake out of the diary."""
    change.delete(_TABLE, intake_id)


def intake_by_id(connection: Connection, person_id: int, intake_id: int) -> Intake | None:
    """A person's intake, or `None`."""
    query = select(_TABLE).where(_TABLE.c.id == intake_id, _TABLE.c.person_id == person_id)
    row = connection.execute(query).first()
    return None if row is None else _intake(row)


def intakes_between(
    connection: Connection, person_id: int, first_day: date, last_day: date
) -> list[Intake]:
    """A person's intakes in a range of days, both included, in the order of logging."""
    query = (
        select(_TABLE)
        .where(
            _TABLE.c.person_id == person_id,
            _TABLE.c.day.between(first_day.isoformat(), last_day.isoformat()),
        )
        .order_by(_TABLE.c.day, _TABLE.c.id)
    )
    return [_intake(row) for row in connection.execute(query)]


def latest_intakes(
    connection: Connection, person_id: int, first_day: date, last_day: date, limit: int
) -> list[Intake]:
    """The newest intakes of a range of days, newest day first."""
    query = (
        select(_TABLE)
        .where(
            _TABLE.c.person_id == person_id,
            _TABLE.c.day.between(first_day.isoformat(), last_day.isoformat()),
        )
        .order_by(_TABLE.c.day.desc(), _TABLE.c.id.desc())
        .limit(limit)
    )
    return [_intake(row) for row in connection.execute(query)]


def first_recorded_day(connection: Connection, person_id: int) -> date | None:
    """The day of a person's oldest intake."""
    query = select(_TABLE.c.day).where(_TABLE.c.person_id == person_id).order_by(_TABLE.c.day)
    day = connection.scalar(query.limit(1))
    return None if day is None else date.fromisoformat(day)


def _values(intake: Intake) -> dict[str, Any]:
    content = intake.content
    return {
        "kind": intake.kind.value,
        "name": intake.name,
        "quantity": str(intake.quantity),
        "portion": intake.portion,
        "weight_mg": None if intake.grams is None else round(intake.grams * 1000),
        "low_ng": nanograms(content.low) if content else None,
        "best_ng": nanograms(content.best) if content else None,
        "high_ng": nanograms(content.high) if content and content.high is not None else None,
        "fortified_ng": nanograms(intake.fortified_mcg),
        "day": intake.day.isoformat(),
        "time": intake.time.strftime("%H:%M") if intake.time else None,
        "occasion": intake.occasion.value if intake.occasion else None,
        "note": intake.note,
        "form": intake.form.value if intake.form else None,
        "route": intake.route.value if intake.route else None,
        "source": intake.source,
        "food_id": intake.food_id,
        "supplement_id": intake.supplement_id,
    }


def _intake(row: Row[Any]) -> Intake:
    return Intake(
        id=row.id,
        kind=IntakeKind(row.kind),
        name=row.name,
        quantity=Fraction(row.quantity),
        portion=row.portion,
        content=content_range(row),
        day=date.fromisoformat(row.day),
        time=time.fromisoformat(row.time) if row.time else None,
        occasion=Occasion(row.occasion) if row.occasion else None,
        note=row.note,
        grams=None if row.weight_mg is None else Decimal(row.weight_mg) / 1000,
        fortified_mcg=micrograms(row.fortified_ng),
        form=CobalaminForm(row.form) if row.form else None,
        route=Route(row.route) if row.route else None,
        source=row.source,
        food_id=row.food_id,
        supplement_id=row.supplement_id,
    )
