"""What an unfinished item of `eat` or `take` may become; as light as a log."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.language.names import printable, search_key
from tracker.settings import Settings
from tracker.store.completing import open_names

_QUANTITY = re.compile(r"\s*[\d.,/¼-¾⅐-⅞ ]*")
_LONGEST_MEASURE = 3
"""Words before the name, as in `2 large slices of bread`."""


def food_items(settings: Settings, typed: str) -> list[str]:
    """Foods whose names begin as the item does, after its quantity and measure."""
    return _items(settings, typed, "foods")


def supplement_items(settings: Settings, typed: str) -> list[str]:
    """Supplements whose names begin as the item does, after its quantity and unit."""
    return _items(settings, typed, "supplements")


def _items(settings: Settings, typed: str, kind: str) -> list[str]:
    with open_names(settings.location) as names:
        if names is None:
            return []
        find = names.foods if kind == "foods" else names.supplements
        for before, beginning in _beginnings(typed):
            key = search_key(beginning)
            if not key and typed.strip():
                continue
            if found := find(key):
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
