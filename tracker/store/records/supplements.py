"""Supplements: reading, finding and keeping them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select

from tracker.language.names import search_key
from tracker.nutrition.amounts import micrograms, nanograms
from tracker.nutrition.keys import own_id, own_key
from tracker.nutrition.supplements.supplement import CobalaminForm, Route, Supplement
from tracker.store import tables
from tracker.store.journal import Change

OWN = "own"
_NAMES = tables.supplement_name


def own_supplements(connection: Connection) -> list[Supplement]:
    """The supplements in a diary that are in use, by form and strength."""
    table = tables.supplement
    query = (
        select(table)
        .where(table.c.retired == 0)
        .order_by(table.c.form, table.c.strength_ng, table.c.id)
    )
    return [_supplement(connection, row) for row in connection.execute(query).all()]


def own_supplement(connection: Connection, key: str) -> Supplement | None:
    """A supplement of the diary by its key, removed or not."""
    table = tables.supplement
    row = connection.execute(select(table).where(table.c.id == own_id(key))).first()
    return None if row is None else _supplement(connection, row)


def own_supplements_named(connection: Connection, key: str) -> list[Supplement]:
    """Supplements of the diary in use, one of whose names has this search key."""
    table = tables.supplement
    so_named = select(_NAMES.c.supplement_id).where(_NAMES.c.search_key == key)
    query = select(table).where(table.c.id.in_(so_named), table.c.retired == 0).order_by(table.c.id)
    return [_supplement(connection, row) for row in connection.execute(query).all()]


def add_supplement(change: Change, supplement: Supplement) -> int:
    """Adds a person's own supplement and returns its id."""
    # The key only has to be unique; the name may come back after a removal.
    taken = select(tables.supplement.c.id).order_by(tables.supplement.c.id.desc()).limit(1)
    key = f"own-{(change.connection.scalar(taken) or 0) + 1}"
    values = {"collection": OWN, "key": key, **_values(supplement)}
    supplement_id = change.insert(tables.supplement, values)
    _add_name(change, supplement_id, supplement.name)
    return supplement_id


def edit_supplement(change: Change, supplement: Supplement) -> None:
    """Writes a supplement's new values; past intakes keep theirs."""
    change.update(tables.supplement, supplement.id, _values(supplement))
    query = select(_NAMES.c.id).where(_NAMES.c.supplement_id == supplement.id)
    for name_id in change.connection.scalars(query).all():
        change.delete(_NAMES, name_id)
    _add_name(change, supplement.id, supplement.name)


def retire_supplement(change: Change, supplement: Supplement) -> None:
    """Takes a supplement out of use; past intakes still refer to it."""
    change.update(tables.supplement, supplement.id, {"retired": 1})


def _add_name(change: Change, supplement_id: int, name: str) -> None:
    values = {"supplement_id": supplement_id, "name": name, "search_key": search_key(name)}
    change.insert(_NAMES, values)


def _values(supplement: Supplement) -> dict[str, Any]:
    return {
        "name": supplement.name,
        "strength_ng": nanograms(supplement.strength_mcg),
        "unit": supplement.unit,
        "form": supplement.form.value,
        "route": supplement.route.value,
        "note": supplement.note,
        "source": supplement.source,
    }


def _supplement(connection: Connection, row: Row[Any]) -> Supplement:
    query = select(_NAMES.c.name).where(_NAMES.c.supplement_id == row.id).order_by(_NAMES.c.id)
    return Supplement(
        id=row.id,
        key=own_key(row.id),
        name=row.name,
        strength_mcg=micrograms(row.strength_ng),
        unit=row.unit,
        form=CobalaminForm(row.form),
        route=Route(row.route),
        own=True,
        aliases=tuple(name for name in connection.scalars(query) if name != row.name),
        source=row.source,
        source_id=row.source_id,
        note=row.note,
    )
