"""Finds foods by words: SQLite's full-text index where there is one, plain SQL elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, and_, func, or_, select, text

from tracker.nutrition.foods.food_ranking import (
    BRANDED_TIER,
    GENERIC_TIER,
    OWN_TIER,
    SHIPPED_TIER,
    Candidate,
)
from tracker.store import tables
from tracker.store.food_import import BRANDED
from tracker.store.records.foods import OWN, RECIPE, SHIPPED

MOST_CANDIDATES = 3000
MOST_BRANDED = 400
"""Of the branded foods as many as can be ranked while a person waits; more words find the rest."""

_SHORTEST_PREFIX = {"food_search": 2, "food_search_branded": 3}
_TIERS = {OWN: OWN_TIER, RECIPE: OWN_TIER, SHIPPED: SHIPPED_TIER, BRANDED: BRANDED_TIER}


def find_names(
    connection: Connection, words: Sequence[str], person_id: int | None, any_word: bool = False
) -> list[Candidate]:
    """The names that hold all the words, or any of them; the last may be a beginning.

    `person_id` is whose logged foods are told apart from others.
    """
    if not words:
        return []
    if connection.dialect.name != "sqlite":
        return _with_eaten(connection, _by_pattern(connection, words, any_word), person_id)
    found = _by_index(connection, "food_search", words, any_word, MOST_CANDIDATES)
    # Branded foods come last: any word of several would be thousands of them.
    if not any_word:
        found += _by_index(connection, "food_search_branded", words, False, MOST_BRANDED)
    return _with_eaten(connection, found, person_id)


def near_words(connection: Connection, word: str) -> list[str]:
    """Words of foods that start as a word does and are about as long, for “did you mean”."""
    if connection.dialect.name != "sqlite":
        return []
    query = text(
        "SELECT term FROM food_search_words WHERE term BETWEEN :low AND :high "
        "AND length(term) BETWEEN :shortest AND :longest"
    )
    limits = {"shortest": len(word) - 2, "longest": len(word) + 2}
    same_start = {"low": word[:1], "high": word[:1] + "\U0010ffff"}
    return list(connection.scalars(query, {**limits, **same_start}))


def tier_of(collection: str) -> int:
    """How far a table is from the person."""
    return _TIERS.get(collection, GENERIC_TIER)


def _by_index(
    connection: Connection, index: str, words: Sequence[str], any_word: bool, limit: int
) -> list[Candidate]:
    query = text(
        f"SELECT s.food_id, f.name, s.search_key, f.collection FROM {index} AS s "
        f"JOIN food AS f ON f.id = s.food_id WHERE {index} MATCH :words AND f.retired = 0 "
        "LIMIT :limit"
    )
    match = _match(words, any_word, _SHORTEST_PREFIX[index])
    return [
        Candidate(row.food_id, row.name, row.search_key, tier_of(row.collection))
        for row in connection.execute(query, {"words": match, "limit": limit})
    ]


def _match(words: Sequence[str], any_word: bool, shortest_prefix: int) -> str:
    quoted = ['"' + word.replace('"', '""') + '"' for word in words]
    if len(words[-1]) >= shortest_prefix:
        quoted[-1] += "*"
    return (" OR " if any_word else " AND ").join(quoted)


def _by_pattern(connection: Connection, words: Sequence[str], any_word: bool) -> list[Candidate]:
    names, food = tables.food_name, tables.food
    spaced = " " + names.c.search_key
    fits = [spaced.contains(f" {word}", autoescape=True) for word in words]
    query = (
        select(food.c.id, food.c.name, names.c.search_key, food.c.collection)
        .join(names, names.c.food_id == food.c.id)
        .where(or_(*fits) if any_word else and_(*fits), food.c.retired == 0)
        .order_by(func.length(names.c.search_key))
        .limit(MOST_CANDIDATES)
    )
    return [
        Candidate(row.id, row.name, row.search_key, tier_of(row.collection))
        for row in connection.execute(query)
    ]


def _with_eaten(
    connection: Connection, found: Sequence[Candidate], person_id: int | None
) -> list[Candidate]:
    if person_id is None or not found:
        return list(found)
    intake = tables.intake
    query = (
        select(intake.c.food_id, func.count())
        .where(intake.c.person_id == person_id, intake.c.food_id.is_not(None))
        .group_by(intake.c.food_id)
    )
    eaten = {row[0]: row[1] for row in connection.execute(query)}
    return [
        Candidate(one.food_id, one.name, one.key, one.tier, eaten.get(one.food_id, 0))
        for one in found
    ]
