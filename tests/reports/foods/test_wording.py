"""Foods in words and rows."""

from decimal import Decimal

from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.foods.food import Basis, Food
from tracker.reports.foods.wording import food_rows, table_word

EGG = Food(
    2,
    "egg",
    ContentRange.exactly(Decimal(1)),
    Decimal(50),
    Basis.GRAM,
    (),
    collection="new-table",
)


def test_a_food_of_a_table_without_a_word_of_its_own_is_shown_all_the_same():
    assert table_word(EGG.collection) == "new-table"
    assert food_rows([EGG])[0][-1] == "new-table"
