"""The kept targets: for each person the runs of days on which one target applies.

They follow from the person, the life phases and the standards, and are written anew where one of
these is written, so that the view `daily_intake` is right in any SQL tool.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from tracker.nutrition.amounts import micrograms, nanograms
from tracker.nutrition.people.person import Person, Phase
from tracker.nutrition.people.targets import ReferenceIntake, Target, TargetSpan, target_spans
from tracker.store import tables


def write_target_spans(connection: Connection, people: Sequence[Person]) -> None:
    """Writes the targets of these people anew, and of nobody else."""
    by_standard = {
        standard: reference_intakes(connection, standard)
        for standard in {person.standard for person in people}
    }
    for person in people:
        of_person = tables.target_span.c.person_id == person.id
        connection.execute(delete(tables.target_span).where(of_person))
    rows = [
        _span_row(person, span)
        for person in people
        for span in target_spans(person, by_standard[person.standard])
    ]
    if rows:
        connection.execute(insert(tables.target_span), rows)


def reference_intakes(connection: Connection, standard: str) -> list[ReferenceIntake]:
    """The rows of a standard; none where there is no such standard."""
    table = tables.reference_intake
    query = select(table).where(table.c.standard == standard).order_by(table.c.id)
    return [_reference_intake(row) for row in connection.execute(query)]


def standards(connection: Connection) -> list[str]:
    """The names of the standards that can be chosen."""
    column = tables.reference_intake.c.standard
    return list(connection.scalars(select(column).distinct().order_by(column)))


def targets_between(
    connection: Connection, person: Person, first_day: date, last_day: date
) -> list[TargetSpan]:
    """A person's targets in a range of days, in order."""
    table = tables.target_span
    query = (
        select(table)
        .where(
            table.c.person_id == person.id,
            table.c.first_day <= last_day.isoformat(),
            table.c.last_day >= first_day.isoformat(),
        )
        .order_by(table.c.first_day)
    )
    return [_target_span(row) for row in connection.execute(query)]


def _span_row(person: Person, span: TargetSpan) -> dict[str, Any]:
    target = span.target
    return {
        "person_id": person.id,
        "first_day": span.first_day.isoformat(),
        "last_day": span.last_day.isoformat(),
        "amount_ng": nanograms(target.mcg),
        "kind": target.kind,
        "life_stage": target.life_stage,
        "standard": target.standard,
        "unverified": int(target.unverified),
        "note": target.note,
    }


def _target_span(row: Row[Any]) -> TargetSpan:
    target = Target(
        mcg=micrograms(row.amount_ng),
        kind=row.kind,
        life_stage=row.life_stage,
        standard=row.standard,
        unverified=bool(row.unverified),
        note=row.note,
    )
    return TargetSpan(date.fromisoformat(row.first_day), date.fromisoformat(row.last_day), target)


def _reference_intake(row: Row[Any]) -> ReferenceIntake:
    return ReferenceIntake(
        standard=row.standard,
        life_stage=row.life_stage,
        phase=Phase(row.phase),
        from_months=row.from_months,
        to_months=row.to_months,
        kind=row.kind,
        ear_mcg=None if row.ear_ng is None else micrograms(row.ear_ng),
        amount_mcg=micrograms(row.amount_ng),
        confidence=row.confidence,
        source=row.source,
        note=row.note,
    )
