"""Estimates in words: two significant figures, for the measurements bear no more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import floor, log10

from tracker.language.days import runs_of
from tracker.nutrition.absorption.model.oral import AbsorbedRange

MOST_RUNS = 5


def estimate_text(mcg: float) -> str:
    """µg with two significant figures: `0.85`, `1.5`, `12`, `150`."""
    if mcg == 0:
        return "0"
    if mcg < 0.005:
        return "<0.01"
    rounded = round(mcg, _decimals(mcg))
    # By the decimals of what was rounded: 9.96 is 10, not 10.0.
    return f"{rounded:,.{max(0, _decimals(rounded))}f}"


def need_text(mcg: float) -> str:
    """A need, which is exact where it is that of one life stage: `1.2`, `1.25`."""
    return f"{round(mcg, 2):.2f}".removesuffix("0")


def range_of(absorbed: AbsorbedRange) -> str:
    """The range beside the likely value: `1.1 to 1.6`, `1.1 or more`."""
    if absorbed.high is None:
        return f"{estimate_text(absorbed.low)} or more"
    low, high = estimate_text(absorbed.low), estimate_text(absorbed.high)
    return "" if low == high else f"{low} to {high}"


def absorbed_text(absorbed: AbsorbedRange) -> str:
    """An estimate with its range: `about 1.5 µg (1.1 to 1.6)`."""
    span = range_of(absorbed)
    return f"about {estimate_text(absorbed.likely)} µg" + (f" ({span})" if span else "")


def listed_days(days: Sequence[date]) -> str:
    """Days in order, neighbours joined: `2026-11-02 to 2026-11-07, 2026-11-09`."""
    runs = runs_of(days)
    shown = [_run_text(run) for run in runs[:MOST_RUNS]]
    left = sum(len(run) for run in runs[MOST_RUNS:])
    return ", ".join(shown) + (f" and {left} more" if left else "")


def _run_text(run: Sequence[date]) -> str:
    return f"{run[0]}" if len(run) == 1 else f"{run[0]} to {run[-1]}"


def _decimals(mcg: float) -> int:
    return 1 - floor(log10(mcg))
