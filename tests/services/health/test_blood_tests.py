"""Blood tests: what is refused, what an edit leaves, and whose they are."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tracker.errors import TrackerError
from tracker.language.days import Days
from tracker.nutrition.health.blood_tests import FINEST, Bound, LabRange
from tracker.nutrition.health.markers import Marker
from tracker.services.health.blood_tests import (
    LabChanges,
    add_lab_result,
    edit_lab_result,
    list_lab_results,
    read_lab_result,
)

B12 = Marker("b12")
DAY = timedelta(days=1)


def added(diary, value="300", unit="pg/mL", **more):
    return add_lab_result(diary, B12, Decimal(value), unit, LabChanges(**more))


def test_an_edit_leaves_what_it_does_not_name(diary):
    plain = added(diary, lab="City", note="fasting", lab_range=LabRange(Decimal(200), Decimal(900)))
    after = edit_lab_result(diary, plain.id, LabChanges(value=Decimal(250)))
    assert after == replace(plain, value=Decimal(250))
    assert read_lab_result(diary, plain.id) == after


@pytest.mark.parametrize("bound", list(Bound))
def test_a_result_can_be_set_to_lie_beyond_the_reach_of_a_method_and_back(diary, bound):
    for before in Bound:
        plain = added(diary, bound=before)
        after = edit_lab_result(diary, plain.id, LabChanges(value=Decimal(150), bound=bound))
        assert after == replace(plain, value=Decimal(150), bound=bound)
        assert read_lab_result(diary, plain.id) == after


def test_a_range_stays_where_the_unit_is_only_said_again(diary):
    plain = added(diary, lab_range=LabRange(Decimal(200), Decimal(900)))
    assert edit_lab_result(diary, plain.id, LabChanges(unit="pg/mL")) == plain
    with pytest.raises(TrackerError, match="old unit"):
        edit_lab_result(diary, plain.id, LabChanges(unit="pmol/L"))
    assert read_lab_result(diary, plain.id) == plain


def test_a_range_has_no_more_digits_than_are_kept(diary):
    finest = LabRange(Decimal(200) + FINEST, None)
    assert added(diary, lab_range=finest).lab_range == finest
    with pytest.raises(TrackerError, match="more digits"):
        added(diary, lab_range=LabRange(Decimal(200) + FINEST / 2, None))


def test_a_figure_far_outside_of_what_is_measured_is_refused_unless_the_person_insists(diary):
    with pytest.raises(TrackerError, match="--anyway"):
        added(diary, "20000")
    assert list_lab_results(diary) == []
    assert added(diary, "20000", anyway=True).value == 20000


def test_today_is_no_future_and_tomorrow_is(diary):
    assert added(diary, day=diary.today).day == diary.today
    with pytest.raises(TrackerError, match="in the future"):
        added(diary, day=diary.today + DAY)


def test_a_range_of_days_holds_both_ends(diary):
    days = [date(2026, 11, number) for number in (1, 2, 3, 4)]
    for day in days:
        added(diary, day=day)
    assert [one.day for one in list_lab_results(diary, Days(days[1], days[2]))] == days[1:3]
