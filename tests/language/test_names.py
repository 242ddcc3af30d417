import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError
from tracker.language.names import clean_name, clean_note, printable, search_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Eggs", "egg"),
        ("yoghurt", "yogurt"),
        ("soya milk", "soy milk"),
        ("crème brûlée", "creme brulee"),
        ("potatoes", "potato"),
        ("berries", "berry"),
        ("sandwiches", "sandwich"),
        ("tuna, in water", "tuna in water"),
        ("cow's milk", "cows milk"),
        ("half-fillet", "half fillet"),
        ("cyanocobalamin 1000 µg", "cyanocobalamin 1000 μg"),
    ],
)
def test_wordings_of_one_thing_have_one_key(one, other):
    assert search_key(one) == search_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("2% milk", "1% milk"), ("egg", "egg white"), ("glass", "gla"), ("molasses", "mola")],
)
def test_different_things_have_different_keys(one, other):
    assert search_key(one) != search_key(other)


@pytest.mark.parametrize("name", ["naïve 牛奶 🥛", "حليب", "O'Hara's bar", "a [red] 50 % $x$ name"])
def test_names_of_any_script_are_kept(name):
    assert clean_name(name) == name


@pytest.mark.parametrize(
    "name", ["", "   ", "x" * 201, "a\nb", "a\x1b[31mb", "a\x00b", "a\u202eb", "a\u2028b", "\t"]
)
def test_names_that_could_drive_a_terminal_are_refused(name):
    with pytest.raises(TrackerError):
        clean_name(name)


def test_a_name_keeps_one_blank_between_two_words():
    assert clean_name("  red   lentil  dal ") == "red lentil dal"
    assert clean_name("red lentil dal") == "red lentil dal"


def test_a_name_has_200_characters_at_most_and_a_note_1000():
    assert clean_name("x" * 200) == "x" * 200
    assert clean_note("x" * 1000) == "x" * 1000
    with pytest.raises(TrackerError, match="1000 characters"):
        clean_note("x" * 1001)


@given(st.text())
def test_what_is_shown_holds_no_control_characters(text):
    shown = printable(text)
    assert len(shown) == len(text)
    assert "\x1b" not in shown
    assert "\x9b" not in shown


@given(st.text(st.characters(categories=["L", "N", "Zs"]), max_size=40))
def test_a_key_is_its_own_key(text):
    assert search_key(search_key(text)) == search_key(text)
