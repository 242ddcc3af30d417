"""Keys: what a diary calls foods and supplements by, whatever table they are from."""

from __future__ import annotations

OWN_KEY = "own:"
"""How the keys of foods and supplements begin that a person added; their number follows."""


def own_key(row_id: int) -> str:
    """The key of what a person added, by its number in the diary."""
    return f"{OWN_KEY}{row_id}"


def own_id(key: str) -> int | None:
    """The number in the diary of what a person added; `None` of everything else."""
    number = key.removeprefix(OWN_KEY)
    return int(number) if number != key and number.isdecimal() else None
