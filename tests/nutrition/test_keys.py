"""Keys as people type them."""

import pytest

from tracker.nutrition.keys import spoken_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("fndds:11111000", "fndds:11111000"),
        ("FDC:321358", "fdc:321358"),
        ("b12:oat-milk", "b12:oat-milk"),
        ("nevo:1", "nevo:1"),
        ("gtin:737628064502", "gtin:00737628064502"),
        ("gtin:0", "gtin:0"),
    ],
)
def test_the_number_of_a_food_in_any_table_is_a_key(text, key):
    assert spoken_key(text) == key


@pytest.mark.parametrize("text", ["egg", "egg: boiled", "100 g nevo:1", ":1", "nevo:", "a:b:c", ""])
def test_other_texts_are_none(text):
    assert spoken_key(text) is None
