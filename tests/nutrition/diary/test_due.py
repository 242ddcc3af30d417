"""What a day asks for, from the doses up to it."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.nutrition.diary.adherence import DoseState, DueDose
from tracker.nutrition.diary.due import RECENT, due_report
from tracker.nutrition.supplements.every import parse_every
from tracker.nutrition.supplements.schedule import Schedule
from tracker.nutrition.supplements.supplement import CobalaminForm, Dose, Route

TODAY = date(2026, 11, 22)
DOSE = Dose("veg1", Fraction(1), "tablet", Decimal(10), CobalaminForm.CYANOCOBALAMIN, Route.ORAL)
SCHEDULE = Schedule(1, "u1", DOSE, parse_every("day"), TODAY - timedelta(days=99))


def dose(back, state, can_wait=False):
    return DueDose(SCHEDULE, TODAY - timedelta(days=back), state, can_wait)


def report(*doses, day=TODAY):
    return due_report(day, TODAY, doses, has_schedules=True)


def test_what_is_due_and_not_taken_waits_after_what_is_overdue():
    late, now = dose(1, DoseState.MISSED, can_wait=True), dose(0, DoseState.OPEN)
    found = report(late, now, dose(0, DoseState.TAKEN), dose(0, DoseState.LATE))
    assert found.waiting == [late, now]
    assert found.missed == ()


@pytest.mark.parametrize(("back", "is_told"), [(RECENT.days, True), (RECENT.days + 1, False)])
def test_a_missed_dose_is_told_of_for_a_week(back, is_told):
    found = report(dose(back, DoseState.MISSED))
    assert (bool(found.missed), found.waiting) == (is_told, [])


def test_an_overdue_dose_is_told_of_as_long_as_it_can_be_taken():
    assert report(dose(20, DoseState.MISSED, can_wait=True)).overdue


def test_of_a_day_that_is_over_nothing_can_be_taken_any_more():
    yesterday = TODAY - timedelta(days=1)
    found = report(dose(2, DoseState.MISSED, can_wait=True), day=yesterday)
    assert (found.overdue, len(found.missed)) == ((), 1)


def test_what_was_taken_before_is_neither_overdue_nor_missed():
    found = report(dose(1, DoseState.TAKEN), dose(2, DoseState.LATE))
    assert (found.overdue, found.missed, found.doses) == ((), (), ())
