"""Text from data: safe, measured and shortened, in any script."""

import warnings

from hypothesis import given
from hypothesis import strategies as st

from tracker.reports.charts import fonts, text
from tracker.reports.charts.page import Page
from tracker.reports.charts.style import BODY, NAME, house_style


@given(st.text(max_size=30))
def test_any_text_is_drawn_without_a_warning(words):
    with house_style(), warnings.catch_warnings():
        warnings.simplefilter("error")
        page = Page()
        page.write(60, 100, words, NAME, width=300)
        page.figure.canvas.draw()


@given(st.text(max_size=60), st.floats(20, 400))
def test_shortened_text_fits(words, width):
    with house_style():
        line = text.one_line(words)
        assert text.width_of(text.shorten(line, BODY, width), BODY) <= width


def test_text_that_fits_is_left_alone():
    assert text.shorten("soy milk", BODY, 200) == "soy milk"


def test_a_cut_leaves_whole_characters():
    assert fonts.clusters("👩‍⚕️é🇫🇷🇩🇪") == ["👩‍⚕️", "é", "🇫🇷", "🇩🇪"]
    assert fonts.clusters("हि") == ["हि"]


def test_escape_sequences_and_line_breaks_are_taken_out():
    assert text.one_line("a\x1b[31m\n b\u202e") == "a?[31m? b?"


def test_towers_of_marks_are_cut_down():
    assert text.one_line("z" + "\u0336\u0327\u0322\u031b") == "z\u0336\u0327"


def test_as_many_items_as_fit():
    items = [f"item {number}" for number in range(50)]
    line = text.join_fitting(items, BODY, 200)
    assert line.startswith("item 0 · item 1 ·")
    assert line.endswith(" more")
    assert text.join_fitting(items[:2], BODY, 200) == "item 0 · item 1"
