"""A progress bar with an estimate, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def show_progress(size: int) -> Iterator[Callable[[int], None]]:
    """Gives what is to be told of each number of bytes that was read, of `size` in all."""
    if not sys.stderr.isatty():
        yield _unseen
        return
    with click.progressbar(
        length=size, label="reading", show_eta=True, file=sys.stderr, update_min_steps=1 << 20
    ) as bar:
        yield bar.update


def _unseen(_count: int) -> None:
    """Nobody watches."""
