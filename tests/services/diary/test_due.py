"""What is due, what can still be taken, and how late a dose may be."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.diary.adherence import DoseState
from tracker.services.diary.due import adherence_to, not_taken, read_due, take_due
from tracker.services.diary.logging import Details, take
from tracker.services.supplements.schedules import ScheduleChanges, add_schedule

TODAY = date(2026, 11, 22)
DOSE = "1000 mcg cyanocobalamin"


def ago(days):
    return TODAY - timedelta(days=days)


def planned(diary, every, since, **more):
    return add_schedule(diary, DOSE, ScheduleChanges(every=every, first_day=ago(since), **more))


def counts(diary, schedule, first, last):
    found = adherence_to(diary, schedule, ago(first), ago(last))
    return (found.taken, found.late, found.missed)


@pytest.mark.parametrize(("every", "since"), [("90d", 62), ("90d", 45), ("week", 6), ("week", 2)])
def test_however_late_a_dose_is_taken_it_is_waiting_before_and_not_after(diary, every, since):
    planned(diary, every, since)
    assert [one.day for one in read_due(diary, TODAY).waiting] == [ago(since)]
    take_due(diary, Details())
    assert read_due(diary, TODAY).waiting == []
    with pytest.raises(TrackerError, match="nothing is due"):
        take_due(diary, Details())


def test_a_dose_that_was_taken_more_than_a_month_late_is_late_and_not_missed(diary):
    schedule = planned(diary, "90d", since=60)
    take(diary, [DOSE], Details(day=ago(20)))
    assert counts(diary, schedule, 60, 55) == (0, 1, 0)


def test_a_late_dose_of_before_a_period_is_not_that_of_a_day_in_it(diary):
    schedule = planned(diary, "40d", since=80)
    take(diary, [DOSE], Details(day=ago(61)))
    assert counts(diary, schedule, 80, 0) == (0, 1, 1)
    assert counts(diary, schedule, 40, 0) == (0, 0, 1)


def test_what_is_due_in_days_to_come_is_not_yet_not_taken(diary):
    planned(diary, "day", since=2)
    with diary.database.read() as connection:
        found = not_taken(connection, diary, ago(1), TODAY + timedelta(days=3))
    assert [one.day for one in found] == [ago(1), TODAY]


def test_only_what_was_missed_in_the_week_before_is_told(diary):
    planned(diary, "day", since=20)
    found = read_due(diary, TODAY)
    assert [one.day for one in found.missed] == [ago(back) for back in range(7, 0, -1)]
    assert [(one.day, one.state) for one in found.doses] == [(TODAY, DoseState.OPEN)]


def test_of_a_past_day_nothing_is_overdue(diary):
    planned(diary, "week", since=9)
    assert [one.day for one in read_due(diary, TODAY).overdue] == [ago(2)]
    assert read_due(diary, ago(1)).overdue == ()


def test_nothing_is_logged_where_nothing_is_due_and_it_is_said_why(diary):
    with pytest.raises(TrackerError, match="there is no schedule"):
        take_due(diary, Details())
    planned(diary, "week", since=0)
    take_due(diary, Details())
    with pytest.raises(TrackerError, match="nothing is due on 2026-11-22"):
        take_due(diary, Details())


def test_nothing_was_due_before_a_schedule_began(diary):
    schedule = planned(diary, "day", since=3)
    assert adherence_to(diary, schedule, ago(9), ago(4)) is None
    assert counts(diary, schedule, 9, 1) == (0, 0, 3)
    assert adherence_to(diary, replace(schedule, id=99), ago(3), TODAY) is None
