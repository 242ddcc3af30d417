"""What an intake is worth, by its food or as it is stated."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.amounts import IMPLAUSIBLE_GRAMS, IMPLAUSIBLE_MCG, ContentRange
from tracker.nutrition.diary.intake import IntakeKind
from tracker.nutrition.diary.valuing import (
    food_intake,
    refuse_implausible,
    restated,
    stated_intake,
    valued_anew,
)
from tracker.nutrition.diary.when import Occasion, When
from tracker.nutrition.foods.content import Basis, FoodContent
from tracker.nutrition.foods.food import Food, Portion, amount_of
from tracker.nutrition.foods.label import StatedAmount
from tracker.nutrition.supplements.supplement import CobalaminForm, Route

WHEN = When(date(2026, 11, 22), time(8), Occasion.BREAKFAST, "on the train")
SOY = Food(
    "own:7",
    "soy milk",
    FoodContent(
        ContentRange(Decimal(0), Decimal("0.4"), Decimal(1)),
        Decimal(100),
        Basis.GRAM,
        fortified=True,
    ),
    (Portion("cup", Decimal(240), usual=True),),
)
STATED = StatedAmount(ContentRange.exactly(Decimal(2)), "as stated", fortified=True)


def with_content(**values):
    return replace(SOY, content=replace(SOY.content, **values))


def drunk(food=SOY, quantity=2):
    return food_intake(food, amount_of(food, Fraction(quantity), "cup"), WHEN)


def test_a_food_gives_its_name_its_worth_and_its_weight_and_the_moment_is_kept():
    intake = drunk().intake
    assert (intake.name, intake.quantity, intake.portion) == ("soy milk", 2, "cup")
    assert intake.content == ContentRange(Decimal(0), Decimal("1.92"), Decimal("4.8"))
    assert (intake.grams, intake.fortified_mcg, intake.food_key) == (480, Decimal("1.92"), "own:7")
    assert intake.when == WHEN


def test_a_flagged_content_counts_only_where_it_is_accepted():
    flagged = with_content(flag="too much for a drink")
    held, accepted = drunk(flagged), drunk(flagged.accepted())
    assert (held.intake.content, held.intake.fortified_mcg) == (None, 0)
    assert held.flag == "too much for a drink"
    assert "not counted" in held.intake.source
    assert (accepted.intake, accepted.flag) == (drunk().intake, "")


def test_of_a_flagged_food_of_unknown_content_nothing_is_held_back():
    assert drunk(with_content(flag="odd", mcg=None)).flag == ""


def test_what_is_stated_is_a_quantity_of_a_name_worth_so_much_in_all():
    intake = stated_intake(IntakeKind.FOOD, "4 bars", STATED, WHEN)
    assert (intake.name, intake.quantity, intake.portion) == ("bars", 4, None)
    assert (intake.best_mcg, intake.fortified_mcg, intake.when) == (2, 2, WHEN)
    assert (intake.form, intake.route) == (None, None)
    taken = stated_intake(IntakeKind.SUPPLEMENT, "gym multi", STATED, WHEN)
    assert (taken.form, taken.route) == (CobalaminForm.NOT_STATED, Route.ORAL)


def test_what_a_person_states_is_cut_loose_from_its_food():
    changed = restated(drunk().intake, STATED)
    assert (changed.name, changed.portion, changed.best_mcg) == ("soy milk", "cup", 2)
    assert (changed.food_key, changed.source) == (None, "as stated")


def test_an_intake_is_valued_anew_under_its_number_or_not_at_all():
    before = replace(drunk().intake, id=12)
    richer = with_content(mcg=ContentRange.exactly(Decimal(1)))
    anew = valued_anew(before, richer)
    assert (anew.intake.id, anew.intake.when, anew.intake.best_mcg) == (12, WHEN, Decimal("4.8"))
    assert valued_anew(before, SOY).intake == before
    lost = replace(with_content(per_unit=Basis.SERVING), portions=())
    assert valued_anew(before, lost) is None


def test_only_more_than_anybody_has_at_once_is_refused():
    intake = drunk().intake
    most = replace(intake, content=ContentRange.exactly(IMPLAUSIBLE_MCG))
    heaviest = replace(intake, grams=Decimal(IMPLAUSIBLE_GRAMS))
    refuse_implausible(most)
    refuse_implausible(heaviest)
    with pytest.raises(TrackerError, match="--anyway"):
        refuse_implausible(
            replace(most, content=ContentRange.exactly(IMPLAUSIBLE_MCG + Decimal("0.001")))
        )
    with pytest.raises(TrackerError, match="--anyway"):
        refuse_implausible(replace(heaviest, grams=heaviest.grams + 1))
