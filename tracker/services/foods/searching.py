"""Searches the foods for words, best first, and says what was perhaps meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from tracker.language.measures import measure_named
from tracker.language.names import clean_name, search_key, search_words
from tracker.language.nearest import nearest_names
from tracker.language.quantities import parse_phrase
from tracker.nutrition.foods.food import Food
from tracker.nutrition.foods.food_ranking import (
    BRANDED_TIER,
    Candidate,
    is_exact,
    ranked,
    significant,
)
from tracker.services.opening import Diary
from tracker.store.food_search import find_names, near_words
from tracker.store.records.foods import all_food_names, foods_by_id
from tracker.store.records.wordings import remembered_food

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


@dataclass(frozen=True)
class SearchResult:
    """Foods, best first.

    Where no food has all the words, `not_found` holds them and `meant` the corrected ones, if
    there are any: else the foods have some of the words.
    """

    foods: tuple[Food, ...]
    not_found: str | None = None
    meant: str | None = None


def find_foods(diary: Diary, text: str, limit: int) -> SearchResult:
    """The foods that a text such as `glass of milk` or `yoghurt` means, best first.

    Raises:
        TrackerError: nothing to look for.
    """
    phrase = parse_phrase(clean_name(text, "the text"))
    with diary.database.read() as connection:
        person_id = diary.person.id
        for words in _wordings(phrase.words):
            if found := candidates_for(connection, words, person_id):
                return _result(connection, found, words, person_id, limit)
        corrected = " ".join(corrected_words(connection, search_words(phrase.words)))
        if found := candidates_for(connection, corrected, person_id):
            return SearchResult(_foods(connection, found, limit), phrase.words, corrected)
        return _any_of(connection, phrase.words, person_id, limit)


def _any_of(connection: Connection, text: str, person_id: int, limit: int) -> SearchResult:
    """Foods that have some of the words, where none has all."""
    words = search_words(text)
    some = ranked(find_names(connection, significant(words), person_id, any_word=True), words)
    return SearchResult(_foods(connection, some, limit), text)


def candidates_for(connection: Connection, name: str, person_id: int | None) -> list[Candidate]:
    """Every food one of whose names has all the words, best first."""
    words = search_words(name)
    return ranked(find_names(connection, significant(words), person_id), words)


def near_foods(connection: Connection, words: str) -> list[str]:
    """Names of foods that were perhaps meant by words that name none."""
    words = _wordings(words)[-1]
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


def _wordings(words: str) -> list[str]:
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


def _result(
    connection: Connection,
    found: Sequence[Candidate],
    words: str,
    person_id: int,
    limit: int,
) -> SearchResult:
    """What the person said that the words mean comes first, then as ranked.

    “tin of tuna” is tuna, though there may be a product with these words in its name.
    """
    for shorter in _wordings(words)[1:]:
        if is_exact(found[0], search_words(words)) and found[0].tier < BRANDED_TIER:
            break
        better = candidates_for(connection, shorter, person_id)
        is_plainer = better and better[0].tier < BRANDED_TIER <= found[0].tier
        if is_plainer or (better and is_exact(better[0], search_words(shorter))):
            found = better
            words = shorter
    remembered = remembered_food(connection, person_id, search_key(words))
    ids = [one.food_id for one in found]
    if remembered is not None:
        ids = [remembered, *(one for one in ids if one != remembered)]
    return SearchResult(tuple(foods_by_id(connection, ids[:limit])))


def _foods(connection: Connection, found: Sequence[Candidate], limit: int) -> tuple[Food, ...]:
    return tuple(foods_by_id(connection, [one.food_id for one in found[:limit]]))
