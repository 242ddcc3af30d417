"""What a day asks for: the doses of schedules that are due, overdue, or lately missed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.nutrition.diary.adherence import DoseState, DueDose

RECENT = timedelta(days=7)
"""How long a missed dose is told of."""


@dataclass(frozen=True)
class DueReport:
    """The doses of a day, those before it that can still be taken, and those lately missed."""

    day: date
    doses: tuple[DueDose, ...]
    overdue: tuple[DueDose, ...]
    missed: tuple[DueDose, ...]
    has_schedules: bool

    @property
    def waiting(self) -> list[DueDose]:
        """What is to be taken: overdue doses first."""
        return [*self.overdue, *(one for one in self.doses if not one.is_taken)]


def due_report(
    day: date, today: date, doses: Iterable[DueDose], *, has_schedules: bool
) -> DueReport:
    """What a day asks for, by the doses up to it; of a day that is over nothing is overdue."""
    listed = list(doses)
    before = [one for one in listed if one.day < day and one.state is DoseState.MISSED]
    overdue = [one for one in before if one.may_still_be_taken and day >= today]
    missed = [one for one in before if one not in overdue and one.day >= day - RECENT]
    return DueReport(
        day=day,
        doses=tuple(one for one in listed if one.day == day),
        overdue=tuple(overdue),
        missed=tuple(missed),
        has_schedules=has_schedules,
    )
