"""What is left of words without what food is measured or served in."""

import pytest

from tracker.services.foods.wordings import shorter_wordings


@pytest.mark.parametrize(
    ("words", "shorter"),
    [
        ("milk", []),
        ("cup", []),
        ("glass of milk", ["milk"]),
        ("milk glass", ["milk"]),
        ("large tin of tuna", ["tin of tuna", "tuna"]),
        ("slice of bread large", ["bread large", "bread"]),
        ("chocolate milk", []),
    ],
)
def test_a_container_before_or_behind_a_food_is_no_part_of_its_name(words, shorter):
    assert shorter_wordings(words) == [words, *shorter]
