"""Searches the foods for words, best first, and says what was perhaps meant."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from tracker.language.measures import measure_named
from tracker.language.names import search_key, search_words
from tracker.language.nearest import nearest_names
from tracker.nutrition.foods.food_ranking import (
    Candidate,
    is_exact,
    ranked,
    significant,
)
from tracker.store.food_search import find_names, near_words
from tracker.store.records.foods import all_food_names

_CONTAINERS = frozenset(
    [
        "glass",
        "mug",
        "bowl",
        "plate",
        "tin",
        "can",
        "jar",
        "bottle",
        "carton",
        "pot",
        "tub",
        "packet",
        "pack",
        "bag",
        "box",
        "block",
        "slice",
        "piece",
        "portion",
        "serving",
        "helping",
        "handful",
        "scoop",
        "fillet",
        "bite",
        "spoon",
        "spoonful",
        "cupful",
        "bit",
        "pat",
        "rasher",
        "stick",
        "wedge",
        "cube",
        "small",
        "medium",
        "large",
        "big",
    ]
)
_MOST_NEAR = 4
_NEAR = 75
"""Of 100: how alike a mistyped word and a known one must be."""


def candidates_for(connection: Connection, name: str, person_id: int | None) -> list[Candidate]:
    """Every food one of whose names has all the words, best first."""
    words = search_words(name)
    return ranked(find_names(connection, significant(words), person_id), words)


def near_foods(connection: Connection, words: str) -> list[str]:
    """Names of foods that were perhaps meant by words that name none."""
    words = shorter_wordings(words)[-1]
    if corrected := corrected_words(connection, search_words(words)):
        found = candidates_for(connection, " ".join(corrected), None)
        if found and is_exact(found[0], corrected):
            return [found[0].name]
        if names := list(dict.fromkeys(one.name for one in found[:_MOST_NEAR])):
            return names
    return nearest_names(words, all_food_names(connection))


def corrected_words(connection: Connection, words: Sequence[str]) -> list[str]:
    """The words with each unknown one replaced by the nearest that names a food.

    Empty where none is unknown, or one is like no other.
    """
    from rapidfuzz import fuzz, process

    corrected = []
    for word in words:
        known = near_words(connection, word)
        if any(one.startswith(word) for one in known):
            corrected.append(word)
            continue
        near = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_NEAR)
        if near is None:
            return []
        corrected.append(near[0])
    return corrected if corrected != list(words) else []


def shorter_wordings(words: str) -> list[str]:
    """The words, and what is left of them without what they are measured or served in."""
    tokens = words.split(" ")
    wordings = [words]
    while len(tokens) > 1 and _is_container(tokens[0]):
        tokens = tokens[1:]
        tokens = tokens[1:] if tokens[0].lower() == "of" and len(tokens) > 1 else tokens
        wordings.append(" ".join(tokens))
    while len(tokens) > 1 and _is_container(tokens[-1]):
        tokens = tokens[:-1]
        wordings.append(" ".join(tokens))
    return wordings


def _is_container(word: str) -> bool:
    return search_key(word) in _CONTAINERS or measure_named(word) is not None
