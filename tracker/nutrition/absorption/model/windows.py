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

from tracker.nutrition.diary.when import MINUTES_A_DAY, Occasion

WINDOW_MINUTES = 240
OCCASIONS = tuple(occasion.value for occasion in Occasion)

_MEALS = (Occasion.BREAKFAST, Occasion.LUNCH, Occasion.DINNER)


@dataclass(frozen=True)
class Moment:
    """When a dose was taken, and its load: the µg that reach intrinsic factor.

    `minute` is that of the clock, past 1440 for the hours after midnight that still belong to
    the person's day; `None` where no time was noted. `day` counts from any day.
    """

    load_mcg: float
    minute: int | None
    occasion: Occasion | None
    day: int = 0


Window = tuple[int, ...]


class _Sitting:
    """Doses taken together, by their places, and what is known of when."""

    def __init__(self, day: int, start: int | None = None) -> None:
        self.day = day
        self.start = start
        self.places: list[int] = []
        self.load_mcg = 0.0
        self.meals: set[tuple[int, Occasion | None]] = set()
        self.has_untimed_meal = False

    def add(self, place: int, moment: Moment) -> None:
        self.places.append(place)
        self.load_mcg += moment.load_mcg
        self.meals.add((moment.day, moment.occasion))

    def start_on(self, day: int) -> int:
        """The minute of a day at which a timed sitting began."""
        return (self.start or 0) - day * MINUTES_A_DAY

    def join(self, other: _Sitting) -> None:
        self.places += other.places
        self.load_mcg += other.load_mcg
        self.has_untimed_meal = True


def windows(moments: Sequence[Moment]) -> list[Window]:
    """Group doses by the window that they share: timed ones in order, then the untimed ones."""
    timed = _timed(moments)
    timed_of: dict[int, list[_Sitting]] = {}
    for sitting in timed:
        for day in {day for day, _ in sitting.meals}:
            timed_of.setdefault(day, []).append(sitting)
    untimed_of: dict[int, dict[Occasion | None, _Sitting]] = {}
    for place, moment in enumerate(moments):
        if moment.minute is None:
            groups = untimed_of.setdefault(moment.day, {})
            groups.setdefault(moment.occasion, _Sitting(moment.day)).add(place, moment)
    alone = [
        sitting
        for day, groups in sorted(untimed_of.items())
        for sitting in _alone(day, groups, timed_of.get(day, []))
    ]
    return [tuple(sorted(sitting.places)) for sitting in [*timed, *alone]]


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


def _alone(
    day: int, groups: dict[Occasion | None, _Sitting], timed: list[_Sitting]
) -> list[_Sitting]:
    """The untimed sittings of a day that are windows of their own; the others join `timed`.

    Where a meal goes does not depend on its amount, and what is left goes to the fullest window
    of all that are alike: so that more B12 never makes the estimate fall.
    """
    alone: list[_Sitting] = []
    # Meals first, in the order of the day, then snacks, then what has no meal: each may only join
    # what is surely there before it, and what says least about its time comes last.
    for meal in _MEALS:
        if meal in groups:
            alone += _left_alone(groups[meal], _meal_host(timed, day, meal))
    if snack := groups.get(Occasion.SNACK):
        hosts = _with_meal(timed, day, Occasion.SNACK) or _without_meal(timed, day)
        alone += _left_alone(snack, _fullest(hosts))
    if rest := groups.get(None):
        alone += _left_alone(rest, _fullest([*timed, *alone]))
    return alone


def _left_alone(group: _Sitting, host: _Sitting | None) -> list[_Sitting]:
    """The group where it has no host, nothing where it joined one."""
    if host is None:
        return [group]
    host.join(group)
    return []


def _meal_host(timed: Sequence[_Sitting], day: int, meal: Occasion) -> _Sitting | None:
    """The timed sitting that was this meal, or may have been: the nearest to its usual time."""
    if same := _with_meal(timed, day, meal):
        return same[0]

    def distance(sitting: _Sitting) -> int:
        return abs(sitting.start_on(day) - meal.usual_minute)

    near = [one for one in _without_meal(timed, day) if distance(one) < WINDOW_MINUTES]
    return min(near, key=distance, default=None)


def _with_meal(timed: Sequence[_Sitting], day: int, meal: Occasion) -> list[_Sitting]:
    return [one for one in timed if (day, meal) in one.meals]


def _without_meal(timed: Sequence[_Sitting], day: int) -> list[_Sitting]:
    """Timed sittings of a day of which no meal is known."""
    # A sitting that an untimed meal has joined is taken: breakfast and lunch are not one sitting.
    return [one for one in timed if one.meals == {(day, None)} and not one.has_untimed_meal]


def _fullest(sittings: Iterable[_Sitting]) -> _Sitting | None:
    return max(sittings, key=lambda one: one.load_mcg, default=None)
