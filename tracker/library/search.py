"""Searches the library and the diary's own foods by words, and says what was perhaps meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tracker.language.names import search_words
from tracker.language.nearest import nearest_names, nearest_word
from tracker.library.limits import MOST_NEAR, NEAR_WORD
from tracker.library.opening import Library
from tracker.library.ranking import Candidate, is_exact, ranked, significant

FindNames = Callable[[Sequence[str], bool], Sequence[Candidate]]
"""The names that hold all of some words, or, if asked so, any of them."""


@dataclass(frozen=True)
class Shelves:
    """What is searched: the library, and what the diary adds to it.

    `own` finds the person's own foods and recipes; `eaten` says how often each food was logged,
    by its key.
    """

    library: Library
    own: FindNames = field(default=lambda _words, _any_word: ())
    eaten: Mapping[str, int] = field(default_factory=dict)

    def candidates(self, name: str) -> list[Candidate]:
        """Every food one of whose names has all the words, best first."""
        return self._ranked(name, any_word=False)

    def candidates_of_any(self, name: str) -> list[Candidate]:
        """Every food one of whose names has one of the words, best first; products aside."""
        return self._ranked(name, any_word=True)

    def corrected(self, name: str) -> str | None:
        """The words with each unknown one replaced by the nearest that names a food.

        `None` where none is unknown, or one is like no other.
        """
        words = search_words(name)
        corrected = []
        for word in words:
            known = self.library.near_words(word)
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
        return nearest_names(name, self.library.names())

    def _ranked(self, name: str, any_word: bool) -> list[Candidate]:
        words = search_words(name)
        wanted = significant(words)
        found = self.library.find_names(wanted, any_word)
        return ranked(found, words, self.eaten, self.own(wanted, any_word))
