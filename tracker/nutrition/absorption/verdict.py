"""Whether an estimate of what is absorbed meets the need."""

from __future__ import annotations

import math
from enum import StrEnum

from tracker.nutrition.absorption.model.oral import SHARE_OF_FOOD_ABSORBED, AbsorbedRange

NEED_IN_PERNICIOUS_ANAEMIA_MCG = 2.0
"""About 2 µg a day (Carmel 2008, Blood 112:2214)."""


class Verdict(StrEnum):
    """Whether the estimate meets the need."""

    COVERED = "covered"
    LIKELY_COVERED = "likely covered"
    SHORT = "short"
    NOT_ASSESSED = "not assessed"


class Obstacle(StrEnum):
    """Why no verdict, or no outlook, is given."""

    INFANT = "infant"
    NO_TARGET = "no target"
    IMPAIRED = "impaired absorption"
    NOTHING_RECORDED = "nothing recorded"
    NO_SCHEDULE = "no schedule"
    TOO_FEW_DAYS = "too few days"
    HANGS_ON_FEW_DAYS = "few doses"
    LONG_GAP = "long gap"
    TOO_FAR_APART = "too far apart"
    NASAL = "nasal"
    CHILD = "child"


def need_mcg(target_mcg: float) -> float:
    """Return the µg to absorb a day: half the target, as the RDA assumes (IOM 1998, p. 309)."""
    return SHARE_OF_FOOD_ABSORBED * target_mcg


def compare(absorbed: AbsorbedRange, need: float) -> Verdict:
    """Compare what is absorbed a day with the need, both in µg a day; the high end decides nothing.

    Raises ValueError for a need that is not a positive number. Infants, and people with a
    condition that impairs absorption, are NOT_ASSESSED, which this function never returns.
    """
    if not 0 < need < math.inf:
        raise ValueError(f"a need must be a positive number of µg: {need}")
    if absorbed.low >= need:
        return Verdict.COVERED
    if absorbed.likely >= need:
        return Verdict.LIKELY_COVERED
    return Verdict.SHORT
