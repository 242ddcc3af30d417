"""The days on which a schedule asks for a dose, by the recurrence rules of RFC 5545.

The only module that imports dateutil, and only where there is a schedule.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from tracker.nutrition.supplements.schedule import Schedule


def due_days(schedule: Schedule, first_day: date, last_day: date) -> list[date]:
    """Every due day in a range, both ends included."""
    last = min(last_day, schedule.last_day or last_day)
    found = _rule(schedule).between(_midnight(first_day), _midnight(last), inc=True)
    return [moment.date() for moment in found]


def due_days_around(schedule: Schedule, first_day: date, last_day: date) -> list[date]:
    """The due days of a range, and the nearest on either side of it."""
    rule = _rule(schedule)
    before = rule.before(_midnight(first_day))
    after = rule.after(_midnight(last_day))
    days = due_days(schedule, first_day, last_day)
    # By `due_days` once more, as the rule itself knows no last day.
    if before is not None:
        days = due_days(schedule, before.date(), before.date()) + days
    if after is not None:
        days += due_days(schedule, after.date(), after.date())
    return days


def first_due_day(schedule: Schedule) -> date | None:
    """The first due day, `None` where the schedule ends before it."""
    first = _rule(schedule).after(_midnight(schedule.first_day) - timedelta(days=1))
    if first is None or (schedule.last_day is not None and first.date() > schedule.last_day):
        return None
    day: date = first.date()
    return day


def _rule(schedule: Schedule) -> Any:
    from dateutil.rrule import rrulestr

    rule = schedule.recurrence.rule(schedule.first_day)
    return rrulestr(rule, dtstart=_midnight(schedule.first_day))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
