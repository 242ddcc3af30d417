"""Says why there is no verdict."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.nutrition.absorption.judging import LONGEST_GAP_DAYS
from tracker.nutrition.absorption.verdict import Obstacle
from tracker.nutrition.supplements.schedule import LONGEST_INTERVAL_DAYS


@dataclass(frozen=True)
class Withheld:
    """Why there is no verdict, what the figures are then, and what would help: parts of a line."""

    why: str
    remark: str = ""
    remedy: str = ""


FOR_INFORMATION = "the figures are for information"


WITHHELD = {
    Obstacle.INFANT: Withheld("the model does not hold for infants", "nothing is estimated"),
    Obstacle.IMPAIRED: Withheld(
        "the profile holds a factor that can impair absorption", FOR_INFORMATION
    ),
    Obstacle.NO_TARGET: Withheld("the standard sets no reference intake for this age"),
    Obstacle.NOTHING_RECORDED: Withheld(
        "nothing is recorded in these days, which is not the same as zero",
        remedy="log some, or judge the schedules with --planned",
    ),
    Obstacle.NO_SCHEDULE: Withheld("there is no schedule", remedy="`b12 schedule add` makes one"),
    Obstacle.TOO_FEW_DAYS: Withheld(
        "the reference intake is a mean over time",
        remedy="7 days are judged at least, 28 where doses are weekly",
    ),
    Obstacle.HANGS_ON_FEW_DAYS: Withheld(
        "a third or more of what was absorbed came from one day or one week, and the verdict "
        "would be another one without it",
        remedy="judge other days, such as --days 28 or --days 84",
    ),
    Obstacle.LONG_GAP: Withheld(
        f"nothing was absorbed for more than {LONGEST_GAP_DAYS} days in a row, which a mean "
        "would hide",
        remedy="judge the days since, with --days",
    ),
    Obstacle.TOO_FAR_APART: Withheld(
        f"doses more than {LONGEST_INTERVAL_DAYS} days apart are left out, since a mean over "
        "time says little of them, and the others alone do not meet the need"
    ),
    Obstacle.NASAL: Withheld(
        "nasal doses are not estimated, and what else was taken does not meet the need"
    ),
    Obstacle.CHILD: Withheld("the figures of the store are those of adults"),
}
"""Each obstacle in words, once for all pages and for the refusals of the outlook."""


def not_assessed(obstacle: Obstacle) -> str:
    """Why there is no verdict, as a sentence without a dot."""
    withheld = WITHHELD[obstacle]
    then = withheld.remark or withheld.remedy
    return f"{withheld.why}: {then}" if then else withheld.why
