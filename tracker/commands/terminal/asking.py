"""Asks on a terminal which of several things is meant."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tracker.services.choosing import Choose


def chooser() -> Choose | None:
    """Asks which of several things is meant, on a terminal; `None` where nobody can answer."""
    return _ask if sys.stdin.isatty() and sys.stdout.isatty() else None


def _ask(wanted: str, names: Sequence[str]) -> int:
    from tracker.commands.terminal.output import say

    say(f"“{wanted}” could be:")
    say(*(f"  {place}  {name}" for place, name in enumerate(names, start=1)))
    place: int = click.prompt("Which one", type=click.IntRange(1, len(names)))
    return place - 1
