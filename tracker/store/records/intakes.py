"""The diary's intakes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Row, func, select

from tracker.nutrition.amounts import content_of_nanograms, micrograms, milli, nanograms, of_milli
from tracker.nutrition.diary.intake import Intake, IntakeKind
from tracker.nutrition.diary.when import Occasion, When
from tracker.nutrition.supplements.supplement import CobalaminForm, Route
from tracker.store import tables
from tracker.store.dated import Records


def _values(intake: Intake) -> dict[str, Any]:
    content = intake.content
    return {
        "kind": intake.kind.value,
        "name": intake.name,
        "quantity": str(intake.quantity),
        "portion": intake.portion,
        "weight_mg": milli(intake.grams),
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
        "food_key": intake.food_key,
        "supplement_key": intake.supplement_key,
    }


def _intake(row: Row[Any]) -> Intake:
    return Intake(
        id=row.id,
        kind=IntakeKind(row.kind),
        name=row.name,
        quantity=Fraction(row.quantity),
        portion=row.portion,
        content=content_of_nanograms(row.low_ng, row.best_ng, row.high_ng),
        when=When(
            day=date.fromisoformat(row.day),
            time=time.fromisoformat(row.time) if row.time else None,
            occasion=Occasion(row.occasion) if row.occasion else None,
            note=row.note,
        ),
        grams=of_milli(row.weight_mg),
        fortified_mcg=micrograms(row.fortified_ng),
        form=CobalaminForm(row.form) if row.form else None,
        route=Route(row.route) if row.route else None,
        source=row.source,
        food_key=row.food_key,
        supplement_key=row.supplement_key,
    )


INTAKES = Records(tables.intake, _values, _intake)


def intakes_of_food(
    connection: Connection,
    person_id: int,
    food_keys: Sequence[str],
    first_day: date,
    last_day: date,
) -> list[Intake]:
    """A person's intakes of a food in a range of days, both included, in the order of days.

    `food_keys` are all by which it may have been logged.
    """
    table = tables.intake
    query = (
        select(table)
        .where(
            table.c.person_id == person_id,
            table.c.food_key.in_(food_keys),
            table.c.day.between(first_day.isoformat(), last_day.isoformat()),
        )
        .order_by(table.c.day, table.c.id)
    )
    return [_intake(row) for row in connection.execute(query)]


def last_logged(connection: Connection, person_id: int, food_keys: Sequence[str]) -> Intake | None:
    """The intake of a food, by whichever of its keys, that a person logged last."""
    table = tables.intake
    query = (
        select(table)
        .where(table.c.person_id == person_id, table.c.food_key.in_(food_keys))
        .order_by(table.c.id.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    return None if row is None else _intake(row)


def eaten_foods(
    connection: Connection, person_id: int, first_day: date | None = None
) -> dict[str, int]:
    """How often a person logged each food, by its key; since a day, if one is given."""
    table = tables.intake
    query = select(table.c.food_key, func.count()).where(
        table.c.person_id == person_id, table.c.food_key.is_not(None)
    )
    if first_day is not None:
        query = query.where(table.c.day >= first_day.isoformat())
    return {row[0]: row[1] for row in connection.execute(query.group_by(table.c.food_key))}


def last_day_of_food(
    connection: Connection, person_id: int, food_keys: Sequence[str]
) -> date | None:
    """When a person logged a food last, by whichever of its keys."""
    table = tables.intake
    query = select(func.max(table.c.day)).where(
        table.c.person_id == person_id, table.c.food_key.in_(food_keys)
    )
    day = connection.scalar(query)
    return date.fromisoformat(day) if day else None
