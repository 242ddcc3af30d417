"""How far the log follows the schedules: which due dose was taken, late or missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum

from tracker.language.days import days_between
from tracker.nutrition.diary.intake import Intake, IntakeKind
from tracker.nutrition.supplements.schedule import Schedule
from tracker.nutrition.supplements.supplement import CobalaminForm

_ONE_DAY = timedelta(days=1)
_LONGEST_WAIT = timedelta(days=31)
"""How late the last dose of a schedule may be taken."""


class DoseState(StrEnum):
    """What became of a due dose; `OPEN` is due today or later and not taken yet."""

    TAKEN = "taken"
    LATE = "late"
    MISSED = "missed"
    OPEN = "open"


@dataclass(frozen=True)
class DueDose:
    """A dose that a schedule asks for on a day, and what became of it.

    `may_still_be_taken`: it is missed, but the next one is not due yet.
    """

    schedule: Schedule
    day: date
    state: DoseState
    may_still_be_taken: bool = False

    @property
    def is_taken(self) -> bool:
        """Whether it was taken, on its day or later."""
        return self.state in (DoseState.TAKEN, DoseState.LATE)


@dataclass(frozen=True)
class Adherence:
    """How many doses of a schedule were due in a period, and what became of them."""

    schedule: Schedule
    taken: int
    late: int
    missed: int

    @property
    def due(self) -> int:
        """How many were due; one that can still be taken today is not counted yet."""
        return self.taken + self.late + self.missed


@dataclass
class _Due:
    schedule: Schedule
    day: date
    previous: date | None
    following: date | None
    lacking: Decimal
    is_late: bool = False

    @property
    def is_settled(self) -> bool:
        # Thirds and the like leave a rounding error behind.
        return self.lacking <= Decimal("0.000001")


def match_doses(
    due_days: Sequence[tuple[Schedule, Sequence[date]]], intakes: Iterable[Intake], today: date
) -> list[DueDose]:
    """Match what was taken with what was due, the nearest day first.

    A dose counts for a due day until the next one is due, a day late rather than a day early;
    what is left of a double dose makes up for the day before. Two halves make a whole.
    """
    dues = [due for schedule, days in due_days for due in _dues(schedule, days)]
    takings = [one for one in intakes if one.kind is IntakeKind.SUPPLEMENT and one.content]
    left = {place: _size(taking) for place, taking in enumerate(takings)}
    on_day: dict[date, list[int]] = {}
    for place, taking in enumerate(takings):
        on_day.setdefault(taking.day, []).append(place)
    schedules = [schedule for schedule, _ in due_days]
    pairs = [
        (_distance(due, takings[place]), due_place, place)
        for due_place, due in enumerate(dues)
        for day in _days_in_reach(due)
        for place in on_day.get(day, ())
        if _is_for(takings[place], due.schedule, schedules)
    ]
    # Nearest first, whatever that leaves for the rest: what is taken on a day is meant for that
    # day, even where another order would leave fewer doses open. Among equals the schedule that
    # was added first has it, and of two takings the one logged first: `sorted` is stable.
    for _, due_place, place in sorted(pairs, key=lambda pair: pair[0]):
        due, taking = dues[due_place], takings[place]
        if due.lacking <= 0 or left[place] <= 0:
            continue
        unit = _dose_size(due.schedule, taking)
        used = min(due.lacking * unit, left[place])
        left[place] -= used
        due.lacking -= used / unit
        due.is_late |= taking.day > due.day
    done = {(due.schedule.id, due.day) for due in dues if due.is_settled}
    return [_settled(due, today, done) for due in sorted(dues, key=lambda due: due.day)]


def adherence_of(
    schedules: Iterable[Schedule], doses: Iterable[DueDose], first_day: date, last_day: date
) -> list[Adherence]:
    """Count the due doses of a period by schedule; schedules without any are left out."""
    settled = [dose for dose in doses if first_day <= dose.day <= last_day]
    found = []
    for schedule in schedules:
        states = [dose.state for dose in settled if dose.schedule.id == schedule.id]
        counts = Adherence(
            schedule,
            states.count(DoseState.TAKEN),
            states.count(DoseState.LATE),
            states.count(DoseState.MISSED),
        )
        if counts.due:
            found.append(counts)
    return found


def _dues(schedule: Schedule, days: Sequence[date]) -> list[_Due]:
    around = [None, *days, None]
    return [
        _Due(schedule, day, around[place], around[place + 2], Decimal(1))
        for place, day in enumerate(days)
    ]


def _is_for(taking: Intake, schedule: Schedule, schedules: Sequence[Schedule]) -> bool:
    """Whether a taking is of what a schedule asks for: the product, or B12 of its form and way."""
    product = schedule.dose.supplement
    if product is not None:
        return taking.supplement_key == product.key
    # A product that one of the schedules names is for that one, not for one of B12 as such.
    is_claimed = taking.supplement_key is not None and any(
        other.dose.supplement is not None and other.dose.supplement.key == taking.supplement_key
        for other in schedules
    )
    any_form = CobalaminForm.NOT_STATED in (schedule.dose.form, taking.form)
    same_form = any_form or taking.form is schedule.dose.form
    return not is_claimed and same_form and taking.route is schedule.dose.route


def _days_in_reach(due: _Due) -> Iterable[date]:
    """After the previous due day, up to the following one; the first dose may be a day early."""
    # A dose before any later due day is late for the one before it; only the first has none before.
    first = due.day - _ONE_DAY if due.previous is None else due.previous + _ONE_DAY
    last = due.day + _LONGEST_WAIT if due.following is None else due.following
    return days_between(first, last)


def _distance(due: _Due, taking: Intake) -> tuple[int, bool, int]:
    """Days between, early after late, then minutes between where both are known."""
    days = (taking.day - due.day).days
    minutes = 0
    if taking.time is not None and due.schedule.at is not None:
        minutes = abs(_minutes(taking.time) - _minutes(due.schedule.at))
    return abs(days), days < 0, minutes


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _size(taking: Intake) -> Decimal:
    """How much a taking is: units of a product, or µg where no product is named."""
    if taking.supplement_key is not None:
        return Decimal(taking.quantity.numerator) / taking.quantity.denominator
    return taking.best_mcg


def _dose_size(schedule: Schedule, taking: Intake) -> Decimal:
    """How much a dose of a schedule is, measured as `_size` measures the taking."""
    product = schedule.dose.supplement
    if product is not None:
        quantity = schedule.dose.quantity
        return Decimal(quantity.numerator) / quantity.denominator
    if taking.supplement_key is not None and taking.quantity:
        # µg of the dose in units of the product that was taken in its place.
        per_unit = taking.best_mcg * taking.quantity.denominator / taking.quantity.numerator
        return schedule.dose.dose_mcg / per_unit if per_unit else Decimal(1)
    return schedule.dose.dose_mcg


def _settled(due: _Due, today: date, done: set[tuple[int, date]]) -> DueDose:
    """What became of a due dose; `done` holds the schedules and days of all that were taken."""
    if due.is_settled:
        state = DoseState.LATE if due.is_late else DoseState.TAKEN
        return DueDose(due.schedule, due.day, state)
    if due.day >= today:
        return DueDose(due.schedule, due.day, DoseState.OPEN)
    # A dose taken close to the next due day counts for that one: nobody is to take it twice.
    can_wait = due.following is None or (
        due.following > today and (due.schedule.id, due.following) not in done
    )
    is_over = due.schedule.last_day is not None and due.schedule.last_day < today
    return DueDose(due.schedule, due.day, DoseState.MISSED, can_wait and not is_over)


def by_schedule(doses: Iterable[DueDose]) -> dict[Schedule, list[date]]:
    """The days of doses under the schedule that asks for them, in their order."""
    days: dict[Schedule, list[date]] = {}
    for one in doses:
        days.setdefault(one.schedule, []).append(one.day)
    return days
