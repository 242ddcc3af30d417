from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.adherence import DoseState, adherence_of, match_doses
from tracker.nutrition.diary.intake import Intake, IntakeKind
from tracker.nutrition.diary.when import When
from tracker.nutrition.supplements.every import parse_every
from tracker.nutrition.supplements.schedule import Schedule
from tracker.nutrition.supplements.supplement import CobalaminForm, Dose, Route, Supplement, dose_of

MONDAY = date(2026, 11, 2)
TODAY = date(2026, 11, 22)
CYANO, ORAL = CobalaminForm.CYANOCOBALAMIN, Route.ORAL
VEG1 = Supplement(0, "veg1", Decimal(25), "tablet", CYANO, ORAL, key="b12:veg1")
OTHER = Supplement(8, "other", Decimal(25), "tablet", CYANO, ORAL, key="own:8")


def schedule(every="day", supplement=VEG1, units=1, first_day=MONDAY, at=None, number=1):
    dose = dose_of(supplement, Fraction(units))
    return Schedule(number, f"u{number}", dose, parse_every(every), first_day, None, at)


def plain(mcg, form=CYANO, route=ORAL, number=1):
    dose = Dose(form.value, Fraction(mcg), "µg", Decimal(mcg), form, route)
    return Schedule(number, f"u{number}", dose, parse_every("week"), MONDAY)


def taken(day, supplement=VEG1, units=1, at=None):
    dose = dose_of(supplement, Fraction(units)) if supplement else None
    return Intake(
        kind=IntakeKind.SUPPLEMENT,
        name=supplement.name,
        quantity=Fraction(units),
        portion="tablet",
        content=ContentRange.exactly(dose.dose_mcg),
        when=When(MONDAY + timedelta(day), at),
        form=supplement.form,
        route=supplement.route,
        supplement_key=supplement.key,
    )


def days(*numbers):
    return [MONDAY + timedelta(number) for number in numbers]


def states(due, intakes, one=None, today=TODAY):
    found = match_doses([(one or schedule(), days(*due))], intakes, today)
    return [dose.state.value for dose in found]


def test_what_is_taken_on_its_day_is_taken_and_the_rest_missed():
    assert states([0, 1, 2], [taken(0), taken(2)]) == ["taken", "missed", "taken"]


def test_a_day_late_is_late_and_not_missed():
    weekly = schedule("week")
    assert states([0, 7], [taken(1), taken(7)], weekly) == ["late", "taken"]


def test_a_double_dose_makes_up_for_the_day_before():
    assert states([0, 1, 2], [taken(1, units=2), taken(2)]) == ["late", "taken", "taken"]
    assert states([0, 1], [taken(1), taken(1)]) == ["late", "taken"]


def test_one_dose_counts_once():
    assert states([0, 1, 2], [taken(1)]) == ["missed", "taken", "missed"]


def test_a_day_early_is_taken():
    assert states([7, 14], [taken(6), taken(14)], schedule("week")) == ["taken", "taken"]


def test_between_two_due_days_the_nearer_one_has_it():
    assert states([0, 7], [taken(6)], schedule("week")) == ["missed", "taken"]
    assert states([0, 7], [taken(2)], schedule("week")) == ["late", "missed"]


def test_a_dose_between_two_due_days_is_late_for_the_one_rather_than_early_for_the_other():
    assert states([0, 2], [taken(1)], schedule("2d")) == ["late", "missed"]


@pytest.mark.parametrize(("day", "state"), [(31, "late"), (32, "missed")])
def test_the_last_dose_of_a_schedule_may_be_a_month_late_and_no_more(day, state):
    assert states([0], [taken(day)], today=MONDAY + timedelta(40)) == [state]


def test_between_two_distant_due_days_a_dose_may_be_later_than_a_month():
    rare = schedule("90d")
    far = MONDAY + timedelta(100)
    assert states([0, 90], [taken(45)], rare, far) == ["late", "missed"]
    assert states([0, 90], [taken(46)], rare, far) == ["missed", "taken"]


def test_half_a_dose_is_not_a_dose_and_two_halves_are():
    two = schedule(units=2)
    assert states([0], [taken(0)], two) == ["missed"]
    assert states([0], [taken(0), taken(0)], two) == ["taken"]
    assert states([0], [taken(0), taken(1)], two) == ["late"]


def test_half_a_dose_late_and_half_a_day_early_is_a_late_dose():
    assert states([2], [taken(3), taken(1)], schedule(units=2)) == ["late"]


@pytest.mark.parametrize(("ended", "may_be_taken"), [(0, True), (1, False)])
def test_a_schedule_that_is_over_asks_for_nothing_more(ended, may_be_taken):
    weekly = replace(schedule("week"), last_day=TODAY - timedelta(ended))
    (found,) = match_doses([(weekly, [TODAY - timedelta(2)])], [], TODAY)
    assert found.may_still_be_taken is may_be_taken


def test_today_is_open_and_a_future_day_too():
    found = match_doses([(schedule(), [TODAY, TODAY + timedelta(1)])], [], TODAY)
    assert [one.state for one in found] == [DoseState.OPEN, DoseState.OPEN]


def test_a_missed_dose_may_be_taken_until_the_next_is_due():
    weekly = schedule("week", first_day=TODAY - timedelta(9))
    due = [TODAY - timedelta(9), TODAY - timedelta(2), TODAY + timedelta(5)]
    found = match_doses([(weekly, due)], [], TODAY)
    assert [one.may_still_be_taken for one in found] == [False, True, False]


def test_another_product_does_not_count():
    assert states([0], [taken(0, OTHER)]) == ["missed"]


def test_a_schedule_without_a_product_counts_the_same_form_and_way():
    weekly = plain(25)
    assert states([0], [taken(0)], weekly) == ["taken"]
    assert states([0], [taken(0)], plain(50)) == ["missed"]
    assert states([0], [taken(0, units=2)], plain(50)) == ["taken"]
    assert states([0], [taken(0, units=2)], plain(100)) == ["missed"]
    assert states([0], [taken(0)], plain(25, route=Route.INJECTION)) == ["missed"]
    assert states([0], [taken(0)], plain(25, form=CobalaminForm.METHYLCOBALAMIN)) == ["missed"]


@pytest.mark.parametrize("planned", list(CobalaminForm))
@pytest.mark.parametrize("form", list(CobalaminForm))
def test_a_form_that_is_not_stated_may_be_any(planned, form):
    tablet = replace(taken(0), supplement_key=None, form=form)
    may_be_it = planned is form or CobalaminForm.NOT_STATED in (planned, form)
    assert states([0], [tablet], plain(25, form=planned)) == ["taken" if may_be_it else "missed"]


def test_a_product_with_a_schedule_of_its_own_is_not_counted_twice():
    found = match_doses([(schedule(), days(0)), (plain(25, number=2), days(0))], [taken(0)], TODAY)
    assert {one.schedule.id: one.state.value for one in found} == {1: "taken", 2: "missed"}


def test_more_of_a_product_than_its_own_schedule_asks_for_is_none_of_another_one():
    twice = [taken(0), taken(0)]
    found = match_doses([(schedule(), days(0)), (plain(25, number=2), days(0))], twice, TODAY)
    assert {one.schedule.id: one.state.value for one in found} == {1: "taken", 2: "missed"}
    unclaimed = match_doses([(plain(25, number=2), days(0))], twice, TODAY)
    assert [one.state.value for one in unclaimed] == ["taken"]


def test_of_two_schedules_a_day_the_time_says_which_was_followed():
    morning, evening = schedule(at=time(8)), schedule(at=time(19), number=2)
    found = match_doses(
        [(morning, days(0)), (evening, days(0))], [taken(0, at=time(19, 30))], TODAY
    )
    assert {one.schedule.id: one.state.value for one in found} == {1: "missed", 2: "taken"}


def test_a_period_counts_only_its_own_days():
    daily = schedule()
    found = match_doses([(daily, days(0, 1, 2, 3))], [taken(0), taken(2)], TODAY)
    (counts,) = adherence_of([daily], found, *days(1, 3))
    assert (counts.due, counts.taken, counts.late, counts.missed) == (3, 1, 0, 2)


@given(st.lists(st.integers(0, 20), max_size=20), st.sampled_from(["day", "2d", "week"]))
def test_no_more_doses_are_met_than_were_taken(on, every):
    one = schedule(every)
    step = {"day": 1, "2d": 2, "week": 7}[every]
    due = list(range(0, 20, step))
    found = match_doses([(one, days(*due))], [taken(day) for day in on], TODAY)
    met = [dose for dose in found if dose.state in (DoseState.TAKEN, DoseState.LATE)]
    assert len(met) <= len(on)
    on_time = [dose for dose in found if dose.state is DoseState.TAKEN]
    assert {day for day in days(*due) if (day - MONDAY).days in on} <= {
        dose.day for dose in on_time
    }


@pytest.mark.parametrize("units", [Fraction(1, 3), Fraction(2, 3)])
def test_thirds_add_up(units):
    thirds = schedule(units=units)
    found = states([0], [taken(0, units=units / 2), taken(0, units=units / 2)], thirds)
    assert found == ["taken"]
