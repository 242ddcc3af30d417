"""Things that people call by several names, and the one sentence where a name is none of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from tracker.errors import NotFoundError
from tracker.language.names import search_key

T = TypeVar("T")


class Vocabulary(Generic[T]):
    """Things by their names, of which the first is the one to write.

    `what` is what they are in the error: “x” is no `what`. `key` folds two spellings of one name
    into one; names that fold into nothing are never found.
    """

    def __init__(
        self,
        what: str,
        names: Mapping[T, Sequence[str]],
        key: Callable[[str], str] = search_key,
    ) -> None:
        self._what = what
        self._key = key
        self._first_names = [listed[0] for listed in names.values()]
        self._by_key = {key(name): thing for thing, listed in names.items() for name in listed}

    @property
    def listed(self) -> str:
        """What there is, as a sentence lists it: `red, blue or green`."""
        *others, last = self._first_names
        return f"{', '.join(others)} or {last}" if others else last

    def get(self, text: str) -> T | None:
        """What is called so, or `None`."""
        key = self._key(text)
        return self._by_key.get(key) if key else None

    def named(self, text: str) -> T:
        """What is called so.

        Raises:
            NotFoundError: nothing is; the error lists what there is.
        """
        found = self.get(text)
        if found is None:
            listed = ", ".join(self._first_names)
            raise NotFoundError(f"“{text[:40]}” is no {self._what}: write one of {listed}")
        return found
