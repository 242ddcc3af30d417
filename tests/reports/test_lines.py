"""Lines are wrapped by the cells that they take up in a terminal."""

import itertools

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tracker.reports.lines import WIDTH, labelled, wrapped

WORDS = st.lists(st.text(st.sampled_from("abµ王明東京ก-"), min_size=1, max_size=60), max_size=40)


INDENTS = st.sampled_from(["", "  - ", "not taken    "])


@given(WORDS, INDENTS, INDENTS)
@example(["王" * 60, "a"], "not taken    ", "  - ")
def test_no_line_is_wider_than_the_terminal_and_nothing_is_lost(words, first, following):
    lines = wrapped(" ".join(words), first, following)
    assert all(cell_len(line) <= WIDTH for line in lines)
    shown = lines[:1] + [line.removeprefix(following) for line in lines[1:]]
    assert "".join(shown).removeprefix(first).replace(" ", "") == "".join(words)


@given(WORDS, INDENTS, INDENTS)
@example(["a" * 40, "b" * 39], "", "")
def test_a_line_is_broken_only_where_the_next_word_has_no_room(words, first, following):
    lines = wrapped(" ".join(words), first, following)
    for line, after in itertools.pairwise(lines):
        word = after.removeprefix(following).split(" ")[0]
        assert cell_len(f"{line} {word}") > WIDTH


def test_chinese_names_do_not_break_the_columns():
    lines = labelled("most from", ", ".join(["強化豆漿強化豆漿 1.2 µg"] * 8))
    assert len(lines) > 1
    assert all(cell_len(line) <= WIDTH for line in lines)
    assert all(line.startswith(" " * 13) for line in lines[1:])


def test_an_age_band_is_not_broken_at_its_hyphen():
    text = "x " * 32 + "19-30 years"
    assert any("19-30" in line for line in labelled("target", text))


def test_a_figure_stays_with_the_unit_that_a_hard_space_ties_to_it():
    lines = wrapped("word " * 15 + "2.4\u00a0µg")
    assert lines[-1] == "2.4\u00a0µg"


def test_a_label_without_a_text_stands_alone():
    assert labelled("total", "") == ["total"]
