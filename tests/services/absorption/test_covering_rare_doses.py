"""No verdict in one's favour rests on doses that are rare, or on a few days of many."""

from datetime import date, timedelta

import pytest

from tracker.nutrition.absorption.verdict import Verdict
from tracker.services.absorption.coverage import cover_last
from tracker.services.absorption.outlook import look_ahead
from tracker.services.absorption.plan import cover_plan
from tracker.services.diary.logging import Details, eat, take
from tracker.services.opening import open_diary
from tracker.services.people.factors import FactorChanges, add_factor
from tracker.services.people.profiles import ProfileChanges, set_profile
from tracker.services.supplements.schedules import ScheduleChanges, add_schedule
from tracker.settings import Settings

TODAY = date(2026, 11, 22)
FAVOURABLE = {Verdict.COVERED, Verdict.LIKELY_COVERED}


@pytest.fixture
def grown(diary, database_path):
    set_profile(diary, None, ProfileChanges(born=date(1990, 5, 17)))
    return open_diary(Settings(database=str(database_path)))


def days_ago(back):
    return Details(day=TODAY - timedelta(days=back), anyway=True)


def judged(diary, days):
    return cover_last(diary, days).verdict


@pytest.mark.parametrize("every", ["5m", "4m", "152d", "3 months", "11m", "7w"])
def test_a_plan_of_doses_over_a_month_apart_is_not_assessed(grown, every):
    add_schedule(grown, "1000 mcg cyanocobalamin injection", ScheduleChanges(every=every))
    assert cover_plan(grown, TODAY).verdict is Verdict.NOT_ASSESSED


def test_rare_doses_add_nothing_to_a_plan_that_is_short_without_them(grown):
    add_schedule(grown, "1000 mcg cyanocobalamin injection", ScheduleChanges(every="180d"))
    add_schedule(grown, "25 mcg cyanocobalamin", ScheduleChanges(every="week"))
    assert cover_plan(grown, TODAY).verdict is Verdict.NOT_ASSESSED


def test_rare_doses_take_nothing_from_a_plan_that_is_enough_without_them(grown):
    add_schedule(grown, "1000 mcg cyanocobalamin injection", ScheduleChanges(every="180d"))
    add_schedule(grown, "1000 mcg cyanocobalamin", ScheduleChanges(every="day"))
    assert cover_plan(grown, TODAY).verdict is Verdict.COVERED


@pytest.mark.parametrize("every", ["month", "week", "mon,thu", "11d", "31d", "day"])
def test_a_planned_mean_is_never_above_that_of_the_recurrence(grown, every):
    add_schedule(grown, "500 mcg cyanocobalamin", ScheduleChanges(every=every))
    add_schedule(grown, "100 mcg cyanocobalamin", ScheduleChanges(every="30d"))
    from tracker.nutrition.supplements.every import parse_every

    exact = 500 / float(parse_every(every).mean_days) + 100 / 30
    assert float(cover_plan(grown, TODAY).intake_mcg) <= exact * 1.001


def test_a_monthly_injection_is_judged(grown):
    injection = "1000 mcg hydroxocobalamin injection"
    add_schedule(grown, injection, ScheduleChanges(every="month"))
    assert cover_plan(grown, TODAY).verdict is Verdict.COVERED


@pytest.mark.parametrize("days", [250, 365, 600])
def test_one_old_injection_covers_no_year(grown, days):
    take(grown, ["1000 mcg hydroxocobalamin injection"], days_ago(200))
    assert judged(grown, days) not in FAVOURABLE


def test_a_week_of_large_doses_long_ago_covers_no_quarter(grown):
    for back in range(70, 78):
        take(grown, ["5000 mcg cyanocobalamin"], days_ago(back))
    assert judged(grown, 84) not in FAVOURABLE


def test_four_large_doses_in_a_row_cover_no_four_weeks(grown):
    for back in range(24, 28):
        take(grown, ["2000 mcg cyanocobalamin"], days_ago(back))
    assert judged(grown, 28) not in FAVOURABLE


def test_a_weekly_dose_on_sundays_alone_is_covered(grown):
    for back in (0, 7, 14, 21):
        take(grown, ["2000 mcg cyanocobalamin"], days_ago(back))
    assert judged(grown, 28) is Verdict.COVERED


def test_nasal_doses_alone_are_unknown_and_not_short(grown):
    for back in range(28):
        take(grown, ["500 mcg b12 nasal"], days_ago(back))
    assert judged(grown, 28) is Verdict.NOT_ASSESSED


def store_after_ten_years(diary):
    return look_ahead(diary, days=28, years=10).present.pool[-1].likely_mcg


def test_the_outlook_leaves_out_the_food_that_the_verdict_leaves_out(grown):
    for back in range(28):
        take(grown, ["2 mcg b12"], days_ago(back))
    of_tablets = store_after_ten_years(grown)
    for back in range(28):
        eat(grown, ["steak"], days_ago(back))
    with_steak = store_after_ten_years(grown)
    add_factor(grown, "ppi", FactorChanges(since=date(2020, 1, 1)))
    with_ppi = store_after_ten_years(grown)
    assert with_steak > 1.1 * of_tablets
    # The share that needs no acid passes: half a percent of the steak.
    assert with_ppi == pytest.approx(of_tablets, rel=0.05)
