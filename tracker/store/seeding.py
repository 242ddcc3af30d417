"""Loads the reference data of `seeds/` into a diary.

Loading twice changes nothing. A row that left the seeds is retired, not deleted, since intakes
may refer to it; a person's own rows (another `collection`) are never touched.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from tracker import resources
from tracker.language.names import search_key
from tracker.nutrition.amounts import nanograms
from tracker.store import tables
from tracker.store.records.people import add_default_person, list_people
from tracker.store.records.target_spans import write_target_spans

SHIPPED = "shipped"
SEEDS_SETTING = "seeds"
FILES = ("reference_intakes.csv", "foods.csv", "portions.csv", "supplements.csv")


def seeds_are_current(connection: Connection) -> bool:
    """Whether the diary holds the seeds that ship with this program."""
    query = select(tables.setting.c.value).where(tables.setting.c.name == SEEDS_SETTING)
    return connection.scalar(query) == _fingerprint()


def seed(connection: Connection) -> None:
    """Loads the seeds within the caller's transaction, and the first person if there is none."""
    _seed_reference_intakes(connection)
    food_ids = _seed_foods(connection)
    _seed_portions(connection, food_ids)
    _seed_supplements(connection)
    if not list_people(connection):
        add_default_person(connection)
    write_target_spans(connection, list_people(connection))
    _remember(connection)


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for name in FILES:
        digest.update((resources.folder("seeds") / name).read_bytes())
    return digest.hexdigest()


def _remember(connection: Connection) -> None:
    setting = tables.setting
    connection.execute(delete(setting).where(setting.c.name == SEEDS_SETTING))
    connection.execute(insert(setting).values(name=SEEDS_SETTING, value=_fingerprint()))


def _seed_reference_intakes(connection: Connection) -> None:
    connection.execute(delete(tables.reference_intake))
    values = [_reference_values(row) for row in resources.seed_rows("reference_intakes.csv")]
    connection.execute(insert(tables.reference_intake), values)


def _reference_values(row: dict[str, str]) -> dict[str, Any]:
    return {
        "standard": row["standard"],
        "life_stage": row["life_stage"],
        "phase": row["phase"],
        "from_months": int(row["from_months"]) if row["from_months"] else None,
        "to_months": int(row["to_months"]) if row["to_months"] else None,
        "kind": row["kind"],
        "ear_ng": _nanograms(row["ear_mcg"]),
        "amount_ng": _nanograms(row["amount_mcg"]),
        "confidence": row["confidence"],
        "source": row["source"],
        "note": row["note"],
    }


def _seed_foods(connection: Connection) -> dict[str, int]:
    rows = resources.seed_rows("foods.csv")
    ids = _merge(connection, tables.food, {row["key"]: _food_values(row) for row in rows})
    names = ((ids[row["key"]], name) for row in rows for name in _names(row))
    _replace_names(connection, tables.food_name, "food_id", ids.values(), names)
    return ids


def _food_values(row: dict[str, str]) -> dict[str, Any]:
    return {
        "name": row["name"],
        "food_group": row["group"],
        "diet": row["diet"],
        "fortified": int(row["origin"] == "fortified"),
        "per_amount_thousandths": _thousandths(row["per_amount"]),
        "per_unit": row["per_unit"],
        "low_ng": _nanograms(row["low_mcg"]),
        "best_ng": _nanograms(row["best_mcg"]),
        "high_ng": None if row["high_mcg"] == "open" else _nanograms(row["high_mcg"]),
        **{name: row[name] for name in ("printed", "source", "source_id")},
        **{name: row[name] for name in ("confidence", "market", "note")},
    }


def _seed_portions(connection: Connection, food_ids: dict[str, int]) -> None:
    portion = tables.portion
    connection.execute(delete(portion).where(portion.c.food_id.in_(food_ids.values())))
    values = [
        {
            "food_id": food_ids[row["food_key"]],
            "name": row["name"],
            "weight_mg": _thousandths(row["grams"]),
            "volume_ul": _thousandths(row["millilitres"]),
            "usual": int(row["usual"] == "1"),
        }
        for row in resources.seed_rows("portions.csv")
    ]
    connection.execute(insert(portion), values)


def _seed_supplements(connection: Connection) -> None:
    rows = resources.seed_rows("supplements.csv")
    values = {row["key"]: _supplement_values(row) for row in rows}
    ids = _merge(connection, tables.supplement, values)
    names = ((ids[row["key"]], name) for row in rows for name in _names(row))
    _replace_names(connection, tables.supplement_name, "supplement_id", ids.values(), names)


def _supplement_values(row: dict[str, str]) -> dict[str, Any]:
    copied = ("name", "unit", "form", "route", "source", "source_id", "confidence", "note")
    return {name: row[name] for name in copied} | {"strength_ng": _nanograms(row["strength_mcg"])}


def _merge(connection: Connection, table: Table, rows: dict[str, dict[str, Any]]) -> dict[str, int]:
    """Updates, adds and retires shipped rows by their key; returns the ids of the present ones."""
    query = select(table.c.key, table.c.id).where(table.c.collection == SHIPPED)
    known = {row.key: row.id for row in connection.execute(query)}
    for key, values in rows.items():
        if key in known:
            change = update(table).where(table.c.id == known[key]).values(**values, retired=0)
            connection.execute(change)
        else:
            added = insert(table).values(**values, collection=SHIPPED, key=key)
            result = connection.execute(added)
            assert result.inserted_primary_key is not None
            known[key] = int(result.inserted_primary_key[0])
    gone = [row_id for key, row_id in known.items() if key not in rows]
    connection.execute(update(table).where(table.c.id.in_(gone)).values(retired=1))
    return {key: known[key] for key in rows}


def _replace_names(
    connection: Connection,
    table: Table,
    column: str,
    ids: Iterable[int],
    names: Iterable[tuple[int, str]],
) -> None:
    connection.execute(delete(table).where(table.c[column].in_(list(ids))))
    values = [
        {column: row_id, "name": name, "search_key": search_key(name)} for row_id, name in names
    ]
    connection.execute(insert(table), values)


def _names(row: dict[str, str]) -> list[str]:
    """Name and aliases, once for each search key."""
    wordings = [row["name"], *(alias for alias in row["aliases"].split("|") if alias)]
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for wording in wordings:
        by_key[search_key(wording)].append(wording)
    return [first for first, *_ in by_key.values()]


def _nanograms(mcg: str) -> int | None:
    return nanograms(Decimal(mcg)) if mcg else None


def _thousandths(amount: str) -> int | None:
    return round(Decimal(amount) * 1000) if amount else None
