"""Factors of a profile: the days that they may have."""

from datetime import timedelta

from tracker.services.people.factors import FactorChanges, add_factor, list_factors

DAY = timedelta(days=1)


def test_a_factor_may_have_been_there_on_one_day_alone(diary):
    once = diary.today - DAY
    added = add_factor(diary, "nitrous-oxide", FactorChanges(since=once, last_day=once))
    there = [added.is_there_on(once + shift * DAY) for shift in (-1, 0, 1)]
    assert there == [False, True, False]
    assert list_factors(diary) == [added]
