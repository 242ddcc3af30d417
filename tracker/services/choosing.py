"""Asks a person which of several things is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from tracker.errors import AmbiguousError
from tracker.nutrition.foods.food import Food
from tracker.nutrition.supplements.supplement import Supplement

T = TypeVar("T", Food, Supplement)


MOST_CHOICES = 12
"""As many as a person reads through before answering."""

Choose = Callable[[str, Sequence[str]], int]
"""Asks which of several names is meant and returns its place; absent where nobody can be asked."""


def pick(wanted: str, found: Sequence[T], choose: Choose | None) -> T:
    """The food or supplement that the person chooses.

    Raises:
        AmbiguousError: nobody can be asked.
    """
    names = _told_apart(found)
    if choose is None:
        raise AmbiguousError(wanted, names)
    return found[choose(wanted, names)]


def _told_apart(found: Sequence[T]) -> list[str]:
    """Their names, each with its number where several share one."""
    names = [one.name for one in found]
    return [f"{one.name} [{one.key}]" if names.count(one.name) > 1 else one.name for one in found]
