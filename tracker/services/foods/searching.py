"""Searches the foods for words, best first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.language.names import clean_name, search_words
from tracker.language.quantities import parse_phrase
from tracker.library.ranking import Candidate, is_exact
from tracker.nutrition.foods.collection import Tier
from tracker.nutrition.foods.food import Food
from tracker.services.foods.known import KnownFoods
from tracker.services.foods.meaning import unknown_key
from tracker.services.foods.wordings import shorter_wordings
from tracker.services.opening import Diary


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
        NotFoundError: a key that no food has.
        TrackerError: nothing to look for.
    """
    phrase = parse_phrase(clean_name(text, "the text"))
    with diary.database.read() as connection:
        known = KnownFoods(connection, diary)
        if food := known.of_key(phrase.words):
            return SearchResult((food,))
        for words in shorter_wordings(phrase.words):
            if found := known.candidates(words):
                return SearchResult(_meant_first(known, found, words, limit))
        if said := unknown_key(phrase.words):
            raise said
        corrected = known.shelves.corrected(phrase.words)
        if corrected and (found := known.candidates(corrected)):
            return SearchResult(_foods(known, found, limit), phrase.words, corrected)
        some = known.shelves.candidates_of_any(phrase.words)
        return SearchResult(_foods(known, some, limit), phrase.words)


def _meant_first(
    known: KnownFoods, found: Sequence[Candidate], words: str, limit: int
) -> tuple[Food, ...]:
    """What the person said that the words mean comes first, then as ranked.

    “tin of tuna” is tuna, though there may be a product with these words in its name.
    """
    # Among millions of products some name holds nearly any words (“tin of tuna”): it gives way
    # where fewer words find a plain food, or are the whole name of one. A plain food that is
    # called just what was said stays: fish sticks are not fish.
    for shorter in shorter_wordings(words)[1:]:
        if is_exact(found[0], search_words(words)) and found[0].tier < Tier.BRANDED:
            break
        better = known.candidates(shorter)
        is_plainer = better and better[0].tier < Tier.BRANDED <= found[0].tier
        if is_plainer or (better and is_exact(better[0], search_words(shorter))):
            found = better
            words = shorter
    remembered = known.remembered(words)
    if remembered is None:
        return _foods(known, found, limit)
    rest = [one for one in found if one.food_key != remembered.key]
    return (remembered, *_foods(known, rest, limit - 1))


def _foods(known: KnownFoods, found: Sequence[Candidate], limit: int) -> tuple[Food, ...]:
    return tuple(known.of(found[:limit]))
