"""Where figures carry no verdict, and which reason comes first."""

from datetime import date, timedelta
from functools import partial

import pytest

from tracker.nutrition.absorption.estimate import DayEstimate, Estimates
from tracker.nutrition.absorption.judging import LONGEST_GAP_DAYS, judge_planned, judge_recorded
from tracker.nutrition.absorption.model.oral import NORMAL, AbsorbedRange
from tracker.nutrition.absorption.verdict import Obstacle, Verdict

FIRST = date(2026, 1, 1)


def days(*likely, obstacle=None, recorded=True):
    return Estimates(
        tuple(
            DayEstimate(
                FIRST + timedelta(number),
                recorded,
                1.2,
                AbsorbedRange.point(mcg),
                {},
                NORMAL,
                obstacle,
            )
            for number, mcg in enumerate(likely)
        )
    )


@pytest.mark.parametrize(
    ("gap", "obstacles"),
    [(LONGEST_GAP_DAYS, ()), (LONGEST_GAP_DAYS + 1, (Obstacle.LONG_GAP,))],
)
def test_a_gap_of_more_than_31_days_carries_no_favourable_verdict(gap, obstacles):
    found = judge_recorded(days(*[4] * 30, *[0] * gap, *[4] * 30), nasal_doses=0)
    assert found.obstacles == obstacles


def test_what_is_short_stays_short_whatever_the_gap():
    found = judge_recorded(days(1, *[0] * 40, 1), nasal_doses=0)
    assert (found.verdict, found.obstacles) == (Verdict.SHORT, ())


def test_a_long_gap_is_told_before_the_few_doses_that_it_leaves():
    found = judge_recorded(days(200, *[0] * 40), nasal_doses=0)
    assert found.obstacles == (Obstacle.LONG_GAP,)


def test_all_that_stands_in_the_way_is_told_the_person_first():
    found = judge_recorded(days(0, obstacle=Obstacle.INFANT, recorded=False), nasal_doses=0)
    assert found.obstacles == (
        Obstacle.INFANT,
        Obstacle.NOTHING_RECORDED,
        Obstacle.TOO_FEW_DAYS,
    )


@pytest.mark.parametrize("judge", [judge_recorded, partial(judge_planned, schedules=2, left_out=0)])
def test_nasal_doses_withhold_only_what_is_short(judge):
    assert judge(days(*[1] * 7), nasal_doses=1).obstacles == (Obstacle.NASAL,)
    assert judge(days(*[2] * 7), nasal_doses=1).verdict is Verdict.COVERED


def test_schedules_left_out_withhold_only_what_is_short():
    short, enough = days(*[1] * 7), days(*[2] * 7)
    too_far = judge_planned(short, 0, schedules=2, left_out=1)
    assert too_far.obstacles == (Obstacle.TOO_FAR_APART,)
    assert judge_planned(enough, 0, schedules=2, left_out=1).verdict is Verdict.COVERED
    assert judge_planned(enough, 0, schedules=0, left_out=0).obstacles == (Obstacle.NO_SCHEDULE,)
