"""Which foods may be suggested to a person, how much of them, and in what order."""

from datetime import date
from decimal import Decimal

import pytest

from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.intake import DaySummary
from tracker.nutrition.diary.suggestion import MOST_PORTIONS, is_advisable, suggestions_for
from tracker.nutrition.foods.content import Basis, FoodContent
from tracker.nutrition.foods.food import Food, FoodDiet, Portion
from tracker.nutrition.people.person import Diet, LifePhase, Person, Phase
from tracker.nutrition.people.targets import Target

DAY = date(2026, 11, 22)
ANA = Person(1, "Ana")
EMPTY = DaySummary(DAY, Target(Decimal("2.4"), "RDA", "adult", "iom-1998"), ())


def food(name, mcg="2.4", group="meat", diet=FoodDiet.OTHER):
    content = FoodContent(ContentRange.exactly(Decimal(mcg)), Decimal(100), Basis.GRAM)
    portion = Portion("piece", Decimal(100), usual=True)
    return Food(f"own:{name}", name, content, (portion,), group=group, diet=diet)


def suggested(*foods, times_eaten=None, diet=None, person=ANA):
    found = suggestions_for(
        person, EMPTY, foods, times_eaten=times_eaten or {}, diet=diet, limit=20
    )
    return [(one.food.name, one.amount.quantity) for one in found.suggestions]


def test_as_much_as_three_portions_is_suggested_and_no_more():
    assert suggested(food("enough", "0.8"), food("too little", "0.799")) == [
        ("enough", MOST_PORTIONS)
    ]


def test_what_is_asked_for_goes_before_the_diet_of_the_profile():
    vegan = Person(1, "Ana", diet=Diet.VEGAN)
    steak, flakes = food("steak"), food("flakes", diet=FoodDiet.VEGAN)
    assert suggested(steak, flakes, person=vegan) == [("flakes", 1)]
    assert len(suggested(steak, flakes, person=vegan, diet=Diet.OMNIVORE)) == 2


def test_all_habits_are_alike_so_that_a_whole_portion_comes_before_half_of_one():
    rich, plain = food("rich", "4.8"), food("plain")
    found = suggested(rich, plain, times_eaten={rich.key: 30, plain.key: 3})
    assert found == [("plain", 1), ("rich", Decimal("0.5"))]
    found = suggested(rich, plain, times_eaten={rich.key: 3, plain.key: 2})
    assert found == [("rich", Decimal("0.5")), ("plain", 1)]


@pytest.mark.parametrize("group", ["infant", "energy-drink"])
def test_what_is_no_meal_is_not_suggested_to_anybody(group):
    assert not is_advisable(food("it", group=group), ANA, DAY)


@pytest.mark.parametrize(
    ("name", "group"), [("calf liver", "meat"), ("LIVER sausage", "meat"), ("pate", "organ-meat")]
)
def test_liver_by_any_name_is_left_out_on_the_days_of_a_pregnancy_alone(name, group):
    phases = (
        LifePhase(1, Phase.LACTATION, date(2026, 10, 2)),
        LifePhase(2, Phase.PREGNANCY, date(2026, 1, 1), date(2026, 10, 1)),
    )
    mother = Person(1, "Ana", phases=phases)
    of_liver = food(name, group=group)
    advisable = {
        day: is_advisable(of_liver, mother, day)
        for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 10, 1), date(2026, 10, 2))
    }
    assert list(advisable.values()) == [True, False, False, True]
    assert is_advisable(food("steak"), mother, date(2026, 5, 1))
