"""The kept targets: for each person the runs of days on which one target applies.

They are written anew where a person or a life phase is, from the standards that ship, so that the
view `daily_intake` is right in any SQL tool. Other figures in a later version's standards reach a
person with the next such write.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from tracker.nutrition.amounts import micrograms, nanograms
from tracker.nutrition.people.person import Person
from tracker.nutrition.people.targets import ReferenceIntake, Target, TargetSpan, target_spans
from tracker.store import tables

References = Callable[[str], Sequence[ReferenceIntake]]
"""The reference intakes of a standard; none where there is no such standard."""


def write_target_spans(connection: Connection, person: Person, references: References) -> None:
    """Writes the targets of a person anew, and of nobody else."""
    of_person = tables.target_span.c.person_id == person.id
    connection.execute(delete(tables.target_span).where(of_person))
    spans = target_spans(person, references(person.standard))
    if rows := [_span_row(person, span) for span in spans]:
        connection.execute(insert(tables.target_span), rows)


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
