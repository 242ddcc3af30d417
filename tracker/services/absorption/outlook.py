"""How the body's store may change over years under the present regimen, and under none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from tracker.errors import TrackerError
from tracker.nutrition.absorption.coverage import Coverage
from tracker.nutrition.absorption.estimate import Obstacle
from tracker.nutrition.absorption.model.body_stores import Course, course
from tracker.nutrition.absorption.model.oral import NOTHING_ABSORBED
from tracker.nutrition.absorption.verdict import Verdict
from tracker.services.absorption.covering import cover, cover_plan
from tracker.services.opening import Diary

_REFUSALS = {
    Obstacle.INFANT: "an infant's store is not that of an adult: there is no outlook",
    Obstacle.IMPAIRED: "the profile holds a factor that impairs absorption: there is no outlook",
    Obstacle.NO_TARGET: "the standard sets no value for this age: there is no outlook",
    Obstacle.NOTHING_RECORDED: "nothing is recorded in these days: log some, or use --planned",
    Obstacle.NO_SCHEDULE: "there is no schedule to judge: add one with `b12 schedule add`",
    Obstacle.TOO_FEW_DAYS: "too few days for an outlook: give 7 or more, 28 for weekly doses",
    Obstacle.FEW_DOSES: "few doses make most of these days: give more, such as --days 84",
    Obstacle.LONG_GAP: "nothing was absorbed for more than a month of these days: give fewer",
    Obstacle.TOO_FAR_APART: "doses more than 31 days apart are not judged: there is no outlook",
    Obstacle.NASAL: "nasal B12 is not estimated: there is no outlook",
}


@dataclass(frozen=True)
class Outlook:
    """The present regimen beside none."""

    coverage: Coverage
    years: int
    present: Course
    none: Course


def look_ahead(diary: Diary, days: int, years: int, planned: bool) -> Outlook:
    """The outlook from the last `days` of the diary, or from the schedules.

    Raises:
        TrackerError: an infant, a child, or whoever is not assessed.
    """
    first_day = diary.today - timedelta(days=days - 1)
    coverage = cover_plan(diary, diary.today) if planned else cover(diary, first_day, diary.today)
    if coverage.verdict is Verdict.NOT_ASSESSED:
        raise TrackerError(_REFUSALS[coverage.obstacles[0]])
    if coverage.is_childs:
        raise TrackerError("the figures of the store are those of adults: there is no outlook")
    return Outlook(
        coverage=coverage,
        years=years,
        present=course(coverage.judged, years),
        none=course(NOTHING_ABSORBED, years),
    )
