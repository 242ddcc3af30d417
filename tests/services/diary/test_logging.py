"""Logging: what a label says, what is flagged, what is a slip, and all or nothing."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.intake import IntakeKind
from tracker.nutrition.foods.label import StatedAmount, percent_daily_value
from tracker.nutrition.supplements.supplement import CobalaminForm, Route
from tracker.services.diary.logging import Details, Way, eat, log_stated, take
from tracker.services.diary.reading import read_day


def stated(mcg):
    return StatedAmount(ContentRange.exactly(Decimal(mcg)), "as stated")


def test_a_percentage_is_of_its_daily_value_and_names_it():
    found = percent_daily_value(Decimal(25), Decimal(6), fortified=True)
    assert found.content == ContentRange.exactly(Decimal("1.5"))
    assert found.fortified_mcg == Decimal("1.5")
    assert found.source == "label: 25 % of a Daily Value of 6 µg"
    assert percent_daily_value(Decimal(25), Decimal(6), fortified=False).fortified_mcg == 0


def test_a_percentage_may_reach_a_gram_and_no_more():
    gram = percent_daily_value(Decimal(100), Decimal(1_000_000), fortified=False)
    assert gram.content.best == 1_000_000
    with pytest.raises(TrackerError, match="more than a gram"):
        percent_daily_value(Decimal(100), Decimal("1000000.001"), fortified=False)


@pytest.mark.parametrize(
    ("mcg", "is_refused"), [("10000", False), ("10000.001", True), ("1000000", True)]
)
def test_more_b12_than_any_dose_in_use_is_a_slip_unless_the_person_insists(diary, mcg, is_refused):
    if is_refused:
        with pytest.raises(TrackerError, match="more than anybody has at once"):
            log_stated(diary, IntakeKind.FOOD, ["soup"], stated(mcg), Details())
        assert read_day(diary, diary.today).intakes == ()
    insisting = Details(anyway=is_refused)
    (logged,) = log_stated(diary, IntakeKind.FOOD, ["soup"], stated(mcg), insisting).intakes
    assert logged.best_mcg == Decimal(mcg)


def test_a_dose_without_product_keeps_the_form_and_the_route_that_are_said(diary):
    taken = log_stated(diary, IntakeKind.SUPPLEMENT, ["gym vitamins"], stated("6"), Details())
    (plain,) = taken.intakes
    assert (plain.form, plain.route) == (CobalaminForm.NOT_STATED, Route.ORAL)
    methyl, under = CobalaminForm.METHYLCOBALAMIN, Route.SUBLINGUAL
    (said,) = take(diary, ["veg1"], Details(), Way(methyl, under)).intakes
    assert (said.form, said.route) == (methyl, under)


def test_a_time_is_kept_only_for_what_is_being_eaten_now(diary):
    (now,) = eat(diary, ["egg"], Details()).intakes
    (earlier,) = eat(diary, ["egg"], Details(day=diary.today)).intakes
    assert now.time is not None
    assert earlier.time is None


def test_today_is_no_future_and_tomorrow_is(diary):
    eat(diary, ["egg"], Details(day=diary.today))
    tomorrow = diary.today + timedelta(days=1)
    with pytest.raises(TrackerError, match="in the future"):
        eat(diary, ["egg"], Details(day=tomorrow))
    eat(diary, ["egg"], Details(day=tomorrow, anyway=True))


@pytest.mark.parametrize("is_added", [True, False])
def test_the_added_part_of_a_food_follows_the_helping(diary, is_added):
    item = "2 cups fortified soy milk" if is_added else "2 cups milk"
    (logged,) = eat(diary, [item], Details()).intakes
    assert logged.fortified_mcg == (logged.content.best if is_added else 0)


def test_a_weight_is_kept_to_the_milligram(diary):
    eat(diary, ["3 oz tuna"], Details())
    (kept,) = read_day(diary, diary.today).intakes
    assert kept.grams == Decimal("85.049")
