"""Schedules: from their first day to their last, both included."""

from datetime import timedelta

import pytest

from tracker.errors import TrackerError
from tracker.services.supplements.schedules import ScheduleChanges, add_schedule, stop_schedule

DAY = timedelta(days=1)


@pytest.fixture
def begun(diary):
    """A schedule that began five days ago."""
    return add_schedule(
        diary, "veg1", ScheduleChanges(every="day", first_day=diary.today - 5 * DAY)
    )


def test_a_schedule_may_be_stopped_on_its_first_day_and_not_before(diary, begun):
    with pytest.raises(TrackerError, match="schedule remove"):
        stop_schedule(diary, "veg1", begun.first_day - DAY)
    assert stop_schedule(diary, "veg1", begun.first_day).last_day == begun.first_day


def test_what_is_stopped_without_a_day_ended_yesterday(diary, begun):
    assert stop_schedule(diary, "veg1", None).last_day == diary.today - DAY
