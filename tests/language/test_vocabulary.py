import pytest

from tracker.errors import NotFoundError
from tracker.language.vocabulary import Vocabulary

COLOURS = Vocabulary("colour", {1: ("red", "scarlet"), 2: ("sky blue",), 3: ("green", "")})


@pytest.mark.parametrize(
    ("text", "thing"),
    [("red", 1), (" Scarlet ", 1), ("reds", 1), ("Sky-Blue", 2), ("pink", None), ("", None)],
)
def test_a_thing_is_found_by_each_of_its_names(text, thing):
    assert COLOURS.get(text) == thing


def test_what_is_none_of_them_lists_the_first_names():
    with pytest.raises(NotFoundError) as refused:
        COLOURS.named("p" * 99)
    assert str(refused.value) == f"“{'p' * 40}” is no colour: write one of red, sky blue, green"


def test_spellings_fold_as_the_vocabulary_says():
    exact = Vocabulary("code", {1: ("reds",)}, key=str.strip)
    assert exact.get(" reds ") == 1
    assert exact.get("red") is None


def test_a_sentence_lists_what_there_is():
    assert COLOURS.listed == "red, sky blue or green"
    assert Vocabulary("size", {1: ("one",)}).listed == "one"
