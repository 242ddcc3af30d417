"""Searches the library and the diary's own foods by words, and says what was perhaps meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tracker.language.names import search_words
from tracker.language.nearest import nearest_names, nearest_word
from tracker.library.limits import MOST_NEAR, NEAR_WORD, SHORTEST_PREFIX
from tracker.library.opening import Library
from tracker.library.ranking import Candidate, is_exact, ranked, significant


@dataclass(frozen=True)
class Shelves:
    """What is searched: the library, and what the diary adds to it.

    `own` are the names of the person's own foods and recipes, which are few; `eaten` says how
    often each food was logged, by its key.
    """

    library: Library
    own: Sequence[Candidate] = ()
    eaten: Mapping[str, int] = field(default_factory=dict)

    def candidates(self, name: str) -> list[Candidate]:
        """Every food one of whose names has all the words, best first."""
        words = search_words(name)
        wanted = significant(words)
        own = [one for one in self.own if wanted and all(_held(one.search_key, wanted))]
        return ranked(self.library.find_names(wanted), words, self.eaten, own)

    def candidates_of_any(self, name: str) -> list[Candidate]:
        """Every food one of whose names has one of the words, best first; products aside."""
        words = search_words(name)
        wanted = significant(words)
        own = [one for one in self.own if any(_held(one.search_key, wanted))]
        return ranked(self.library.find_names_of_any(wanted), words, self.eaten, own)

    def corrected(self, name: str) -> str | None:
        """The words with each unknown one replaced by the nearest that names a food.

        `None` where none is unknown, or one is like no other.
        """
        words = search_words(name)
        corrected = []
        for word in words:
            known = [*self._own_words(word), *self.library.near_words(word)]
            near = word if any(one.startswith(word) for one in known) else None
            near = near or nearest_word(word, known, NEAR_WORD)
            if near is None:
                return None
            corrected.append(near)
        return " ".join(corrected) if corrected != words else None

    def near(self, name: str) -> list[str]:
        """Names of foods that were perhaps meant by words that name none."""
        if corrected := self.corrected(name):
            found = self.candidates(corrected)
            if found and is_exact(found[0], corrected.split()):
                return [found[0].name]
            if names := list(dict.fromkeys(one.name for one in found[:MOST_NEAR])):
                return names
        return nearest_names(name, [*(one.name for one in self.own), *self.library.names()])

    def _own_words(self, word: str) -> list[str]:
        said = {one for candidate in self.own for one in candidate.search_key.split()}
        return [one for one in said if one[:1] == word[:1]]


def _held(search_key: str, wanted: Sequence[str]) -> list[bool]:
    """Of each word, whether a name holds it; the last may be the beginning of one."""
    said = search_key.split()
    return [
        word in said
        or (word == wanted[-1] and len(word) >= SHORTEST_PREFIX and _begins(said, word))
        for word in wanted
    ]


def _begins(words: Sequence[str], beginning: str) -> bool:
    return any(word.startswith(beginning) for word in words)
