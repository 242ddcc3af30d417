"""What a person said that a wording means, when they were asked."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from tracker.language.names import search_key
from tracker.store import tables
from tracker.store.journal import Change

_TABLE = tables.food_wording


@dataclass(frozen=True)
class Wording:
    """A wording, and the key and name of the food that it stands for."""

    id: int
    wording: str
    food_key: str
    food_name: str


def remembered_key(connection: Connection, person_id: int, key: str) -> str | None:
    """The key of the food that a wording with this search key stands for."""
    query = select(_TABLE.c.food_key).where(
        _TABLE.c.person_id == person_id, _TABLE.c.search_key == key
    )
    return connection.scalar(query)


def remember(
    change: Change, person_id: int, wording: str, *, food_key: str, food_name: str
) -> None:
    """Keeps an answer; a later one for the same wording replaces it."""
    key = search_key(wording)
    query = select(_TABLE.c.id).where(_TABLE.c.person_id == person_id, _TABLE.c.search_key == key)
    known = change.connection.scalar(query)
    values = {"wording": wording, "food_key": food_key, "food_name": food_name}
    if known is None:
        change.insert(_TABLE, {"person_id": person_id, "search_key": key, **values})
    else:
        change.update(_TABLE, known, values)


def list_wordings(connection: Connection, person_id: int) -> list[Wording]:
    """Everything that a person has answered, by wording."""
    query = (
        select(_TABLE.c.id, _TABLE.c.wording, _TABLE.c.food_key, _TABLE.c.food_name)
        .where(_TABLE.c.person_id == person_id)
        .order_by(_TABLE.c.search_key)
    )
    return [Wording(*row) for row in connection.execute(query)]


def forget(change: Change, wording_id: int) -> None:
    """Forgets an answer."""
    change.delete(_TABLE, wording_id)
