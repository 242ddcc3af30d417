"""How the body's store may change over years under the present regimen, and under none."""

from __future__ import annotations

from tracker.nutrition.absorption import outlook
from tracker.nutrition.absorption.outlook import Outlook
from tracker.nutrition.absorption.verdict import Obstacle
from tracker.services.absorption.coverage import cover_last
from tracker.services.absorption.plan import cover_plan
from tracker.services.opening import Diary


def look_ahead(diary: Diary, days: int, years: int) -> Outlook | Obstacle:
    """The outlook from the last `days` of the diary, or why there is none."""
    return outlook.look_ahead(cover_last(diary, days), years)


def look_ahead_as_planned(diary: Diary, years: int) -> Outlook | Obstacle:
    """The outlook from the schedules, or why there is none."""
    return outlook.look_ahead(cover_plan(diary, diary.today), years)
