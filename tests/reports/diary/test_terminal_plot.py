from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.reports.diary.buckets import Bucket
from tracker.reports.diary.terminal_plot import HEIGHT, Scale, legend, plot_lines

FIRST = date(2026, 1, 1)


def bars(amounts, target=2.4):
    """A bar for each amount: `None` is no record, "?" is not known."""
    found = []
    for number, mcg in enumerate(amounts):
        day = FIRST + timedelta(days=number)
        known = None if mcg in (None, "?") else float(mcg)
        found.append(Bucket(day, day, known, target, 1, int(mcg is not None), 0))
    return found


amount = st.none() | st.just("?") | st.floats(0, 5000)


@given(st.lists(amount, min_size=1, max_size=200), st.integers(24, 200), st.booleans())
def test_every_plot_fits_the_width(amounts, width, unicode):
    for line in plot_lines(bars(amounts), width, unicode=unicode):
        assert len(line) <= width
        assert unicode or line.isascii()


@given(st.floats(0.001, 5000), st.floats(0.001, 5000))
def test_the_larger_amount_is_never_drawn_lower(one, other):
    scale = Scale.of(bars([one, other]))
    assert (scale.rows(one) <= scale.rows(other)) == (one <= other)
    assert max(scale.rows(one), scale.rows(other)) <= HEIGHT + 1e-9


def test_small_and_huge_amounts_are_both_visible():
    lines = plot_lines(bars([0.3, 2000]), 80, unicode=False)
    assert lines[HEIGHT - 1][8] in "#:"
    assert lines[0].rstrip().endswith("#")
    assert "logarithmic" in legend(bars([0.3, 2000]), unicode=True)
    assert "logarithmic" not in legend(bars([0.3, 5]), unicode=True)


def test_no_record_zero_and_not_known_look_different():
    lowest = plot_lines(bars([None, 0, "?"]), 80, unicode=True)[HEIGHT - 1][8:]
    assert lowest[0] == "·"
    assert lowest[6:11].strip() == "0"
    assert lowest[12] == "?"


def target_line(amounts):
    lines = plot_lines(bars(amounts), 80, unicode=True)
    (found,) = [line for line in lines[:HEIGHT] if "─" in line or "┼" in line]
    return found[8:]


@pytest.mark.parametrize(("mcg", "sign"), [(2.39, "─"), (2.4, "┼"), (5, "┼"), (None, "─")])
def test_the_target_line_says_where_it_is_reached(mcg, sign):
    assert set(target_line([mcg])) == {sign}


def test_more_bars_than_columns_go_on_in_the_next_strip():
    lines = plot_lines(bars([1] * 100), 58, unicode=True)
    assert len(lines) == 2 * (HEIGHT + 2)
    assert "2026-01-01" in lines[HEIGHT + 1]
    assert "2026-02-20" in lines[-1]


def test_a_plot_of_nothing_still_has_an_axis_and_a_target():
    lines = plot_lines(bars([None] * 7), 80, unicode=True)
    assert "0 └" in lines[HEIGHT]
    assert "no record" in legend(bars([None]), unicode=True)
