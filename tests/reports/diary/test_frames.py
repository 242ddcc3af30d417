from datetime import date, timedelta
from statistics import mean

import pytest

from tracker.language.days import Days
from tracker.nutrition.diary.trends import By
from tracker.reports.diary.buckets import buckets
from tracker.reports.diary.frames import intake_means, rolling_means
from tracker.services.diary.timelines import read_long_period

LAST_DAY = date(2026, 11, 22)


@pytest.mark.parametrize("window", [7, 28])
def test_rolling_means_are_over_the_recorded_days_of_the_window(scene, window):
    scene.fill(120, supplements=True)
    first_day = LAST_DAY - timedelta(days=59)
    period = read_long_period(scene.diary, Days(first_day, LAST_DAY), lead_in=window - 1)
    amounts = scene.amounts()
    expected = []
    for number in range(60):
        day = first_day + timedelta(days=number)
        inside = [amounts[one] for one in amounts if timedelta(0) <= day - one < timedelta(window)]
        known = any(one is not None for one in inside)
        expected.append(mean(one or 0.0 for one in inside) if known else None)
    assert intake_means(period, window, first_day) == pytest.approx(expected)


def test_a_gap_longer_than_the_window_leaves_no_mean(scene):
    scene.log(LAST_DAY - timedelta(days=20), 3)
    scene.log(LAST_DAY, 0)
    period = read_long_period(scene.diary, Days(LAST_DAY - timedelta(days=20), LAST_DAY))
    means = intake_means(period, 7, period.first_day)
    assert means == [3.0] * 7 + [None] * 13 + [0.0]


def test_days_that_are_recorded_but_not_known_alone_have_no_mean(scene):
    scene.log(LAST_DAY, None)
    period = read_long_period(scene.diary, Days(LAST_DAY, LAST_DAY))
    assert intake_means(period, 7, LAST_DAY) == [None]
    (one,) = buckets(period, By.DAY)
    assert (one.mean_mcg, one.recorded_days, one.not_known) == (None, 1, 1)


@pytest.mark.parametrize(("by", "key"), [(By.WEEK, "%G-%V"), (By.MONTH, "%Y-%m"), (By.DAY, "%F")])
def test_buckets_agree_with_sql(scene, by, key):
    scene.fill(200, supplements=True)
    first_day = LAST_DAY - timedelta(days=180)
    period = read_long_period(scene.diary, Days(first_day, LAST_DAY))
    found = buckets(period, by)
    assert found[0].first_day == first_day
    assert found[-1].last_day == LAST_DAY
    assert sum(one.days for one in found) == 181
    grouped = {}
    for day, mcg in scene.amounts().items():
        if day >= first_day:
            grouped.setdefault(day.strftime(key), []).append(mcg)
    for one in found:
        inside = grouped.get(one.first_day.strftime(key), [])
        assert one.recorded_days == len(inside)
        if any(mcg is not None for mcg in inside):
            assert one.mean_mcg == pytest.approx(mean(mcg or 0.0 for mcg in inside))
        else:
            assert one.mean_mcg is None


def test_a_mean_of_exactly_the_target_reaches_it(scene):
    for back, mcg in enumerate((2.3, 2.4, 2.5)):
        scene.log(LAST_DAY - timedelta(days=back), mcg)
    period = read_long_period(scene.diary, Days(LAST_DAY - timedelta(days=2), LAST_DAY))
    (week,) = buckets(period, By.WEEK)
    assert week.reaches_target


def test_amounts_that_are_missing_are_left_out():
    days = [LAST_DAY + timedelta(days=number) for number in range(4)]
    assert rolling_means(days, [1.0, None, 3.0, None], 2, days[1]) == [1.0, 3.0, 3.0]
