from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.foods.content import Basis, FoodContent
from tracker.nutrition.foods.food import Food, Portion, amount_of, portions_text

ONE = ContentRange.exactly(Decimal(1))
MILK = Food(
    "own:1",
    "milk",
    FoodContent(ONE, Decimal(100), Basis.GRAM),
    (
        Portion("cup", Decimal(244), Decimal("236.588"), usual=True),
        Portion("glass", Decimal("247.5"), Decimal(240)),
    ),
)
EGG = Food(
    "own:2",
    "egg",
    FoodContent(ONE, Decimal(50), Basis.GRAM),
    (Portion("large", Decimal(50), usual=True),),
)
CEREAL = Food(
    "own:3",
    "cereal",
    FoodContent(ONE, Decimal(1), Basis.SERVING),
    (Portion("serving", usual=True),),
)
DRINK = Food("own:4", "drink", FoodContent(ONE, Decimal(100), Basis.MILLILITRE))


@pytest.mark.parametrize(
    ("food", "quantity", "portion", "factor"),
    [
        (EGG, "2", None, "2"),
        (EGG, "2", "large", "2"),
        (EGG, "100", "g", "2"),
        (MILK, "1", "cup", "2.44"),
        (MILK, "2", "Cups", "4.88"),
        (MILK, "50", "g", "0.5"),
        (CEREAL, "1/2", None, "1/2"),
        (CEREAL, "2", "servings", "2"),
        (DRINK, "250", "ml", "2.5"),
    ],
)
def test_a_helping_is_so_many_times_the_basis(food, quantity, portion, factor):
    assert amount_of(food, Fraction(quantity), portion).factor == Fraction(factor)


def test_volume_becomes_weight_by_the_density_of_a_portion():
    grams = amount_of(MILK, Fraction(200), "ml").grams
    assert grams == 200 * Fraction(244) / Fraction("236.588")


def test_weight_becomes_volume_where_the_density_is_known():
    syrup = Food(
        5,
        "syrup",
        FoodContent(ONE, Decimal(100), Basis.MILLILITRE),
        (Portion("tbsp", Decimal(20), Decimal(15)),),
    )
    assert amount_of(syrup, Fraction(20), "g").factor == Fraction(15, 100)


@pytest.mark.parametrize(
    ("food", "portion"),
    [
        (DRINK, None),
        (EGG, "ml"),
        (EGG, "slice"),
        (CEREAL, "g"),
        (CEREAL, "cup"),
        (DRINK, "g"),
        (DRINK, "glass"),
    ],
)
def test_what_the_data_do_not_allow_is_refused_with_what_they_do(food, portion):
    with pytest.raises(TrackerError) as refused:
        amount_of(food, Fraction(1), portion)
    assert food.name in str(refused.value)


def test_where_only_the_food_is_named_its_usual_portion_is_meant():
    portions = (Portion("slice", Decimal(25)), Portion("loaf", Decimal(500), usual=True))
    bread = Food("own:6", "bread", FoodContent(ONE, Decimal(100), Basis.GRAM), portions)
    assert amount_of(bread, Fraction(1), None).portion == "loaf"
    plain = Food("own:6", "bread", FoodContent(ONE, Decimal(100), Basis.GRAM), portions[:1])
    assert amount_of(plain, Fraction(1), None).portion == "slice"


def test_portions_are_listed_with_their_weight():
    assert portions_text(EGG) == "large (50 g), any weight"
