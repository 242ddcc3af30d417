"""Intakes come back as they were kept, and count for their own person."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.intake import Intake, IntakeKind
from tracker.nutrition.diary.when import Occasion, When
from tracker.nutrition.people.person import Person
from tracker.nutrition.supplements.supplement import CobalaminForm, Route
from tracker.store.records.intakes import INTAKES, eaten_foods, intakes_of_food, last_day_of_food
from tracker.store.records.people import add_person

DAY = date(2026, 11, 20)
NEXT = DAY + timedelta(days=1)
EATEN = Intake(
    IntakeKind.FOOD,
    "soy milk",
    Fraction(2, 3),
    "cup",
    ContentRange(Decimal("0.1"), Decimal("0.4"), Decimal("1.125")),
    When(DAY, time(8, 5), Occasion.BREAKFAST, "on the train"),
    grams=Decimal("160.5"),
    fortified_mcg=Decimal("0.3"),
    source="label",
    food_key="own:7",
)
TAKEN = Intake(
    IntakeKind.SUPPLEMENT,
    "veg1",
    Fraction(1),
    "tablet",
    ContentRange.exactly(Decimal(25)),
    When(DAY),
    form=CobalaminForm.METHYLCOBALAMIN,
    route=Route.SUBLINGUAL,
    source="label",
    supplement_key="b12:veg1",
)
OPEN = replace(EATEN, content=ContentRange(Decimal(20), Decimal("23.6"), None))
UNKNOWN = replace(EATEN, content=None, fortified_mcg=Decimal(0), grams=None, portion=None)


@pytest.mark.parametrize("intake", [EATEN, TAKEN, OPEN, UNKNOWN])
def test_an_intake_comes_back_as_it_was_kept(diary, intake):
    with diary.database.change(1, "logged it") as change:
        number = INTAKES.add(change, 1, intake)
        found = INTAKES.by_id(change.connection, 1, number)
    assert found == replace(intake, id=number)


def test_how_often_and_when_last_a_food_was_eaten_is_told_of_each_person(diary):
    with diary.database.change(1, "logged some") as change:
        ida = add_person(change, Person(0, "Ida"), diary.references)
        for person, day, key in (
            (1, NEXT, "own:7"),
            (1, DAY, "own:7"),
            (1, DAY, "b12:egg"),
            (ida, NEXT + timedelta(days=1), "own:7"),
        ):
            INTAKES.add(change, person, replace(EATEN, when=When(day), food_key=key))
        INTAKES.add(change, 1, TAKEN)
        read = change.connection
        assert eaten_foods(read, 1) == {"own:7": 2, "b12:egg": 1}
        assert eaten_foods(read, 1, NEXT) == {"own:7": 1}
        assert eaten_foods(read, ida) == {"own:7": 1}
        assert last_day_of_food(read, 1, ["own:7"]) == NEXT
        assert last_day_of_food(read, 1, ["own:7", "b12:egg"]) == NEXT
        assert last_day_of_food(read, ida, ["b12:egg"]) is None
        both = intakes_of_food(read, 1, ["own:7"], DAY, NEXT)
        assert [one.day for one in both] == [DAY, NEXT]
        assert [one.day for one in intakes_of_food(read, 1, ["own:7"], NEXT, NEXT)] == [NEXT]
        assert [one.day for one in intakes_of_food(read, 1, ["own:7"], DAY, DAY)] == [DAY]
