from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError
from tracker.language.quantities import parse_named_freely, parse_phrase, quantity_text


@pytest.mark.parametrize(
    "text",
    ["1000000000/500000000 eggs", "1/1000000000 egg", "1000000000 eggs", "1000000000½ eggs",
     "1000000000 1/2 eggs", "0." + "3" * 41 + " eggs", "eggs 1000000000/500000000"],
)  # fmt: skip
def test_a_number_of_too_many_digits_is_refused_and_never_cut(text):
    with pytest.raises(TrackerError, match="too many digits"):
        parse_phrase(text)


def test_nine_digits_and_a_long_decimal_are_read_whole():
    assert parse_phrase("999999999/999999998 eggs").quantity == Fraction(999999999, 999999998)
    assert parse_phrase("0.3333333333333333 eggs").quantity == Fraction("0.3333333333333333")


@pytest.mark.parametrize(
    ("text", "quantity", "words"),
    [
        ("2 eggs", "2", "eggs"),
        ("1 cup milk", "1", "cup milk"),
        ("85 g tuna", "85", "g tuna"),
        ("85g tuna", "85", "g tuna"),
        ("1.5 kg beef", "3/2", "kg beef"),
        ("0,5 l milk", "1/2", "l milk"),
        (".5 cup milk", "1/2", "cup milk"),
        ("1/2 cup milk", "1/2", "cup milk"),
        ("1⁄2 cup milk", "1/2", "cup milk"),
        ("½ cup milk", "1/2", "cup milk"),
        ("1½ cups milk", "3/2", "cups milk"),
        ("1 ½ cups milk", "3/2", "cups milk"),
        ("1 1/2 cups milk", "3/2", "cups milk"),
        ("⅓ cup milk", "1/3", "cup milk"),
        ("half fillet salmon", "1/2", "fillet salmon"),
        ("half a fillet of salmon", "1/2", "fillet of salmon"),
        ("an egg", "1", "egg"),
        ("two eggs", "2", "eggs"),
        ("half dozen eggs", "6", "eggs"),
        ("2 x egg", "2", "egg"),
        ("2x egg", "2", "egg"),
        ("3 × egg", "3", "egg"),
        ("scrambled eggs 2", "2", "scrambled eggs"),
        ("eggs x2", "2", "eggs"),
        ("tuna 85 g", "85", "g tuna"),
        ("milk 1/2 cup", "1/2", "cup milk"),
        ("2   eggs", "2", "eggs"),
        ("two and a half eggs", "5/2", "eggs"),
        ("2 and a half eggs", "5/2", "eggs"),
        ("one and a half cups of milk", "3/2", "cups of milk"),
        ("1 and 1/2 cups milk", "3/2", "cups milk"),
        ("2-1/2 cups milk", "5/2", "cups milk"),
        ("a cup and a half of milk", "3/2", "cup milk"),
        ("three quarters cup milk", "3/4", "cup milk"),
        ("quarter pound beef", "1/4", "pound beef"),
        ("two thirds cup milk", "2/3", "cup milk"),
        ("a third of a cake", "1/3", "cake"),
        ("a couple of eggs", "2", "eggs"),
        ("twenty almonds", "20", "almonds"),
        ("2 x 250 ml milk", "500", "ml milk"),
        ("2x100g tuna", "200", "g tuna"),
        ("1 cup milk x 2", "2", "cup milk"),
        ("egg x 3", "3", "egg"),
        ("2 cups milk x 3", "6", "cups milk"),
        ("0.001 g yeast", "1/1000", "g yeast"),
        ("2 and 3 eggs", "2", "and 3 eggs"),
        ("100000 g tuna", "100000", "g tuna"),
        ("bread and butter", None, "bread and butter"),
        ("2 bread and butter", "2", "bread and butter"),
    ],
)
def test_quantities_are_read_as_people_write_them(text, quantity, words):
    phrase = parse_phrase(text)
    expected = None if quantity is None else Fraction(quantity)
    assert (phrase.quantity, phrase.words) == (expected, words)


@pytest.mark.parametrize("text", ["egg", "2% milk", "2 % milk", "half", "xylitol gum"])
def test_a_name_alone_says_no_quantity(text):
    assert parse_phrase(text).quantity is None


def test_a_percentage_after_a_portion_stays_in_the_name():
    assert parse_phrase("1 cup 2% milk").words == "cup 2% milk"


@pytest.mark.parametrize(
    "text",
    ["", "  ", "2", "-2 eggs", "−1/2 cup milk", "0 eggs", "0 eggs x 2", "0/3 egg", "1/0 egg",
     "1e400 eggs", "1e3 eggs", "1,000 mcg", "999999999999 eggs", "200000 eggs", "100000.5 eggs",
     "10-20 eggs", "10 - 20 g tuna", "10+20 mcg b12", "10 000 mcg b12", "2.500 mcg b12",
     "0.0000000001 egg"],
)  # fmt: skip
def test_impossible_quantities_are_refused_in_one_line(text):
    with pytest.raises(TrackerError) as refused:
        parse_phrase(text)
    assert "\n" not in str(refused.value)


def test_a_bare_number_at_the_end_can_be_left_in_the_name():
    phrase = parse_named_freely("cyano 1000")
    assert (phrase.quantity, phrase.words) == (None, "cyano 1000")
    assert parse_named_freely("cyano 1000 mcg").quantity == 1000
    twice = parse_named_freely("protein bar 2018 x 2")
    assert (twice.quantity, twice.words) == (2, "protein bar 2018")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    try:
        phrase = parse_phrase(text)
    except TrackerError:
        return
    assert phrase.words
    assert phrase.quantity is None or phrase.quantity > 0


@given(st.integers(1, 10_000), st.integers(1, 12), st.sampled_from(["cup milk", "eggs"]))
def test_any_fraction_is_read_exactly(over, under, words):
    assert parse_phrase(f"{over}/{under} {words}").quantity == Fraction(over, under)


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        ("2", "2"),
        ("1/2", "½"),
        ("3/2", "1 ½"),
        ("1/3", "⅓"),
        ("7/20", "0.35"),
        ("85", "85"),
        ("1234/100", "12.34"),
        ("12345/1000", "12.35"),
    ],
)
def test_quantities_are_shown_as_people_write_them(quantity, text):
    assert quantity_text(Fraction(quantity)) == text
