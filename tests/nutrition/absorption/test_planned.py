"""Schedules are judged over days that repeat, from the day on which all of them have begun."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.nutrition.absorption.planned import LONGEST_CYCLE_DAYS, cycle_on, planned_evidence
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.intake import DaySummary, Intake, IntakeKind, Period
from tracker.nutrition.diary.when import When
from tracker.nutrition.people.person import Person
from tracker.nutrition.supplements.every import parse_every
from tracker.nutrition.supplements.schedule import Schedule
from tracker.nutrition.supplements.supplement import CobalaminForm, Dose, Route

DAY = date(2026, 11, 22)
TABLET = Dose("b12", Fraction(1), "tablet", Decimal(10), CobalaminForm.CYANOCOBALAMIN, Route.ORAL)
SHOT = Dose("b12", Fraction(1), "µg", Decimal(1000), CobalaminForm.NOT_STATED, Route.INJECTION)


def schedule(every, first=DAY - timedelta(100), last=None, dose=TABLET):
    return Schedule(1, "uid", dose, parse_every(every), first, last)


@pytest.mark.parametrize(
    ("schedules", "days"),
    [
        ([], 7),
        ([schedule("day")], 7),
        ([schedule("2d"), schedule("3d")], 12),
        ([schedule("2w")], 14),
        ([schedule("mon,thu"), schedule("2d")], 14),
        ([schedule("13d"), schedule("31d")], 366),
        ([schedule("month")], 366),
        ([schedule("week", dose=SHOT)], 35),
    ],
)
def test_a_cycle_is_as_long_as_it_takes_for_all_to_repeat(schedules, days):
    assert cycle_on(schedules, DAY).days == days


def test_a_cycle_starts_when_the_last_of_its_schedules_has_begun():
    later = schedule("2d", first=DAY)
    assert cycle_on([schedule("day"), later], DAY + timedelta(3)).first_day == DAY + timedelta(3)
    to_come = [schedule("day", first=DAY + timedelta(9)), schedule("2d", first=DAY + timedelta(4))]
    cycle = cycle_on(to_come, DAY)
    assert (cycle.first_day, cycle.basis.schedules) == (DAY + timedelta(4), (to_come[1],))


def test_doses_too_far_apart_are_named_and_left_out_and_ends_are_not_kept():
    rare, ending = schedule("3m"), schedule("day", last=DAY + timedelta(2))
    cycle = cycle_on([rare, ending], DAY)
    assert cycle.basis.left_out == (rare,)
    assert [(one.recurrence.text, one.last_day) for one in cycle.judged] == [("day", None)]


def test_a_cycle_that_was_cut_holds_no_dose_beyond_its_share():
    cycle = cycle_on([schedule("13d"), schedule("31d")], DAY)
    assert cycle.days == LONGEST_CYCLE_DAYS
    days = [cycle.first_day + timedelta(number) for number in range(cycle.days)]
    period = Period(Person(1, "Ana"), tuple(DaySummary(day, None, ()) for day in days))
    due = [[taken(day) for day in days[::step]] for step in (13, 31)]
    found = planned_evidence(cycle, period, due, [])
    assert [len(one) for one in due] == [29, 12]
    assert len(found.intakes) == 28 + 11


def test_the_cycles_before_and_after_are_like_the_one_that_is_judged():
    cycle = cycle_on([schedule("day")], DAY)
    days = [cycle.first_day + timedelta(number) for number in range(cycle.days)]
    period = Period(Person(1, "Ana"), tuple(DaySummary(day, None, ()) for day in days))
    found = planned_evidence(cycle, period, [[taken(day) for day in days]], [])
    around = sorted(one.day for one in found.around)
    assert around == [
        *(day - timedelta(7) for day in days),
        *(day + timedelta(7) for day in days),
    ]


def taken(day):
    content = ContentRange.exactly(Decimal(10))
    return Intake(IntakeKind.SUPPLEMENT, "b12", Fraction(1), None, content, When(day))
