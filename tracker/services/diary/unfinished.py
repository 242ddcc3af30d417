"""What an unfinished item of `eat` or `take` may become; as light as a log."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tracker.language.names import printable, search_key
from tracker.library.opening import Library, open_built
from tracker.settings import Settings
from tracker.store.diary_names import Names, open_names

_QUANTITY = re.compile(r"\s*[\d.,/¼-¾⅐-⅞ ]*")
_LONGEST_MEASURE = 3
"""Words before the name, as in `2 large slices of bread`."""


MOST = 20


def food_items(settings: Settings, typed: str) -> list[str]:
    """Foods whose names begin as the item does, after its quantity and measure."""
    with open_names(settings.location) as names, _library(settings) as library:
        return _items(typed, lambda key: _foods(names, library, key))


def supplement_items(settings: Settings, typed: str) -> list[str]:
    """Supplements whose names begin as the item does, after its quantity and unit."""
    with open_names(settings.location) as names, _library(settings) as library:
        return _items(typed, lambda key: _supplements(names, library, key))


@contextmanager
def _library(settings: Settings) -> Iterator[Library | None]:
    """The library where it is built already: a TAB builds none."""
    library = open_built(settings)
    try:
        yield library
    finally:
        if library is not None:
            library.close()


def _foods(names: Names | None, library: Library | None, key: str) -> list[str]:
    """The person's own first, then what was eaten, then the others: the latest, without a key."""
    eaten = [name for name in names.eaten() if search_key(name).startswith(key)] if names else []
    if not key:
        return eaten
    own = names.own_foods(key) if names else []
    return own + eaten + (library.complete_foods(key) if library else [])


def _supplements(names: Names | None, library: Library | None, key: str) -> list[str]:
    own = names.own_supplements(key) if names else []
    return own + (library.complete_supplements(key) if library else [])


def _items(typed: str, find: Callable[[str], list[str]]) -> list[str]:
    for before, beginning in _beginnings(typed):
        key = search_key(beginning)
        if not key and typed.strip():
            continue
        if found := list(dict.fromkeys(find(key)))[:MOST]:
            return [printable(before + name) for name in found]
    return []


def _beginnings(typed: str) -> Iterator[tuple[str, str]]:
    """Where a name may begin: after the quantity, or after a measure that follows it."""
    quantity = _QUANTITY.match(typed)
    start = quantity.end() if quantity else 0
    words = typed[start:].split(" ")
    for count in range(min(_LONGEST_MEASURE, len(words) - 1) + 1):
        before = " ".join(words[:count])
        before += " " if before else ""
        yield typed[:start] + before, " ".join(words[count:])
