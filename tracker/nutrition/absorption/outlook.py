"""How the body's store may change over years under the present regimen, and under none."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.nutrition.absorption.coverage import Coverage
from tracker.nutrition.absorption.model.body_stores import Course, course
from tracker.nutrition.absorption.model.oral import NOTHING_ABSORBED
from tracker.nutrition.absorption.verdict import Obstacle, Verdict


@dataclass(frozen=True)
class Outlook:
    """The present regimen beside none; the present one rests on what the verdict rests on."""

    coverage: Coverage
    years: int
    present: Course
    none: Course


def look_ahead(coverage: Coverage, years: int) -> Outlook | Obstacle:
    """The outlook from what a run of days brought, or why there is none."""
    if coverage.verdict is Verdict.NOT_ASSESSED:
        return coverage.obstacles[0]
    if coverage.is_childs:
        return Obstacle.CHILD
    return Outlook(
        coverage=coverage,
        years=years,
        present=course(coverage.judged.absorbed, years),
        none=course(NOTHING_ABSORBED, years),
    )
