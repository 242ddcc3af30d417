"""How often a supplement is to be taken, as a person writes it: `day`, `2d`, `mon,thu`."""

from __future__ import annotations

import re

from tracker.errors import TrackerError
from tracker.language.days import WEEKDAY_NAMES, WEEKDAYS
from tracker.nutrition.supplements.schedule import Recurrence, Step

_SINGLE = {
    "day": Step.DAY,
    "daily": Step.DAY,
    "week": Step.WEEK,
    "weekly": Step.WEEK,
    "month": Step.MONTH,
    "monthly": Step.MONTH,
}
_STEPS = re.compile(r"(\d{1,3})\s*(d|day|days|w|week|weeks|m|month|months)", re.ASCII)
_LONGEST = {Step.DAY: 366, Step.WEEK: 52, Step.MONTH: 24}
_WEEKDAYS = {
    name: number
    for names in (WEEKDAYS, WEEKDAY_NAMES)
    for number, name in enumerate(word.lower() for word in names)
}


def parse_every(text: str) -> Recurrence:
    """A recurrence from `day`, `2d`, `week`, `2w`, `mon,thu`, `month` or `3 months`.

    Raises:
        TrackerError: the text says no recurrence.
    """
    plain = " ".join(text.lower().removeprefix("every ").split())
    if plain in _SINGLE:
        return Recurrence(_SINGLE[plain])
    if match := _STEPS.fullmatch(plain):
        return _stepped(text, int(match[1]), Step(match[2][0]))
    words = [word for word in re.split(r"[,\s]+", plain) if word]
    if words and all(word in _WEEKDAYS for word in words):
        return Recurrence(Step.WEEK, 1, tuple(sorted({_WEEKDAYS[word] for word in words})))
    raise TrackerError(f"{text[:40]!r} is no recurrence: write day, 2d, week, mon,thu or month")


def _stepped(text: str, interval: int, step: Step) -> Recurrence:
    if not 1 <= interval <= _LONGEST[step]:
        raise TrackerError(f"{text[:40]!r}: write 1 to {_LONGEST[step]} for that")
    return Recurrence(step, interval)
