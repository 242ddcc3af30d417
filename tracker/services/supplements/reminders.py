"""Schedules as a calendar that phones read (RFC 5545): the only module that imports icalendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from tracker import clock
from tracker.nutrition.supplements.schedule import Schedule
from tracker.services.opening import Diary
from tracker.services.supplements.recurring import first_due_day

_LENGTH = timedelta(minutes=15)
_MORNING = timedelta(hours=9)


def calendar_of(diary: Diary, schedules: Sequence[Schedule]) -> bytes:
    """A repeating reminder for each schedule.

    Times have no zone, so a dose at 08:00 stays at 08:00 on the wall wherever the phone is. A
    UID stays the same for ever and the sequence rises, so that exporting again updates.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//b12//vitamin B12 diary//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"B12 of {diary.person.name}")
    stamp = datetime.fromisoformat(clock.stamp()).astimezone(UTC)
    for schedule in schedules:
        calendar.add_component(_event(diary, schedule, stamp))
    content: bytes = calendar.to_ical()
    return content


def _event(diary: Diary, schedule: Schedule, stamp: datetime) -> Any:
    from icalendar import Event, vRecur

    # DTSTART is the first occurrence: off the rule, the others are undefined (RFC 5545, 3.8.5.3).
    first = first_due_day(schedule) or schedule.first_day
    at = _clock_time(diary, schedule)
    event = Event()
    event.add("uid", f"{schedule.uid}@b12")
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    # In minutes: seconds outgrow an INTEGER of 32 bits in 2038 (RFC 5545, 3.3.8).
    event.add("sequence", int(stamp.timestamp()) // 60)
    event.add("summary", f"B12: {schedule.name}")
    event.add("dtstart", datetime.combine(first, at) if at else first)
    if at:
        event.add("duration", _LENGTH)
    rule = vRecur.from_ical(schedule.recurrence.rule(schedule.first_day))
    if schedule.last_day is not None:
        rule["UNTIL"] = [_until(schedule.last_day, at)]
    event.add("rrule", rule)
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(schedule, at))
    return event


def _alarm(schedule: Schedule, at: time | None) -> Any:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"B12: {schedule.name}")
    # A whole day starts at midnight, when nobody wants to be reminded.
    alarm.add("trigger", timedelta() if at else _MORNING)
    return alarm


def _clock_time(diary: Diary, schedule: Schedule) -> time | None:
    """The time of day; none where the person's day reaches past midnight to it.

    A dose at 00:30 of a day that starts at 4:00 lies on the next date of a calendar: an event of
    the whole day keeps it on the day that the diary means.
    """
    if schedule.at is None or schedule.at.hour < diary.person.day_starts:
        return None
    return schedule.at


def _until(last_day: date, at: time | None) -> date | datetime:
    # Of the kind of DTSTART, and like it without a zone (RFC 5545, 3.3.10).
    return datetime.combine(last_day, at) if at else last_day
