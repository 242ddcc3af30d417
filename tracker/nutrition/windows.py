"""Which doses share an absorption window.

A dose 240 minutes or more after a window's start opens the next. Without a time, breakfast, lunch
and dinner are windows of their own, and snacks share one.

Where some of a day's doses have a time and others have none, the record does not say whether they
were taken together. Counting them as two sittings could turn a short day into a covered one, so
an untimed meal counts into a timed window in which it may have been taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WINDOW_MINUTES = 240
MINUTES_A_DAY = 1440
OCCASIONS = ("breakfast", "lunch", "dinner", "snack")

_USUAL_MINUTE = {"breakfast": 8 * 60, "lunch": 13 * 60, "dinner": 19 * 60}


@dataclass(frozen=True)
class Moment:
    """When a dose was taken, and its load: the µg that reach intrinsic factor.

    `minute` is that of the clock, past 1440 for the hours after midnight that still belong to
    the person's day; `None` where no time was noted. `day` counts from any day.
    """

    load_mcg: float
    minute: int | None
    occasion: str | None
    day: int = 0


Window = tuple[int, ...]


class _Sitting:
    """Doses taken together, by their places, and what is known of when."""

    def __init__(self, day: int, start: int | None = None) -> None:
        self.day = day
        self.start = start
        self.places: list[int] = []
        self.load_mcg = 0.0
        self.meals: set[tuple[int, str | None]] = set()
        self.has_untimed_meal = False

    def add(self, place: int, moment: Moment) -> None:
        self.places.append(place)
        self.load_mcg += moment.load_mcg
        self.meals.add((moment.day, moment.occasion))

    def join(self, other: _Sitting) -> None:
        self.places += other.places
        self.load_mcg += other.load_mcg
        self.has_untimed_meal = True


def windows(moments: Sequence[Moment]) -> list[Window]:
    """Group doses by the window that they share: timed ones in order, then the untimed ones."""
    sittings = _timed(moments)
    for day in sorted({moment.day for moment in moments if moment.minute is None}):
        sittings += _untimed_of(day, moments, [one for one in sittings if one.start is not None])
    return [tuple(sorted(sitting.places)) for sitting in sittings]


def _timed(moments: Sequence[Moment]) -> list[_Sitting]:
    timed = [
        (moment.day * MINUTES_A_DAY + moment.minute, place)
        for place, moment in enumerate(moments)
        if moment.minute is not None
    ]
    sittings: list[_Sitting] = []
    for minute, place in sorted(timed):
        last = sittings[-1].start if sittings else None
        if last is None or minute - last >= WINDOW_MINUTES:
            sittings.append(_Sitting(moments[place].day, minute))
        sittings[-1].add(place, moments[place])
    return sittings


def _untimed_of(day: int, moments: Sequence[Moment], timed: list[_Sitting]) -> list[_Sitting]:
    """The untimed sittings of a day that are windows of their own; the others join `timed`."""
    groups: dict[str | None, _Sitting] = {}
    for place, moment in enumerate(moments):
        if moment.minute is None and moment.day == day:
            groups.setdefault(moment.occasion, _Sitting(day)).add(place, moment)
    unplaced = groups.pop(None, None)
    alone: list[_Sitting] = []
    # Two loads lose the most by sharing a window when both are large: the fullest goes first.
    for occasion, group in sorted(groups.items(), key=lambda pair: -pair[1].load_mcg):
        host = _fullest(one for one in timed if _may_hold(one, day, occasion))
        if host is None:
            alone.append(group)
        else:
            host.join(group)
    if unplaced is not None:
        host = _fullest([*(one for one in timed if _touches(one, day)), *alone])
        if host is None:
            alone.append(unplaced)
        else:
            host.join(unplaced)
    return sorted(alone, key=lambda sitting: sitting.places)


def _may_hold(sitting: _Sitting, day: int, occasion: str | None) -> bool:
    """Whether an untimed meal of that name may have been that timed sitting."""
    if (day, occasion) in sitting.meals:
        return True
    if sitting.has_untimed_meal or sitting.meals != {(day, None)} or sitting.start is None:
        return False
    usual = _USUAL_MINUTE.get(occasion or "")
    start = sitting.start - day * MINUTES_A_DAY
    return usual is None or abs(start - usual) < WINDOW_MINUTES


def _touches(sitting: _Sitting, day: int) -> bool:
    return any(held == day for held, _ in sitting.meals)


def _fullest(sittings: Iterable[_Sitting]) -> _Sitting | None:
    return max(sittings, key=lambda one: one.load_mcg, default=None)
