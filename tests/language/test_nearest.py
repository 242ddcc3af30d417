"""Which names look like a mistyped one."""

import pytest

from tracker.language.nearest import nearest_names, nearest_word

KNOWN = ("yeast flakes", "oat milk", "tofu", "salmon", "sardines")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("tofo", "tofu"), ("Salmno", "salmon"), ("oatmilk", "oat milk"), ("yeast flaks", KNOWN[0])],
)
def test_a_slip_of_a_letter_is_near_to_what_was_meant(typed, meant):
    assert nearest_names(typed, KNOWN)[0] == meant
    assert nearest_names(typed, KNOWN, limit=1) == [meant]


@pytest.mark.parametrize("typed", ["bread", "xyz", "quinoa"])
def test_another_name_is_near_to_none(typed):
    assert nearest_names(typed, KNOWN) == []


def test_a_word_is_near_as_far_as_is_asked_for():
    assert nearest_word("salmno", KNOWN, alike=80) == "salmon"
    assert nearest_word("salmno", KNOWN, alike=90) is None
