from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.nutrition.absorption.model.oral import AbsorbedRange
from tracker.reports.figures import absorbed_text, days_text, estimate_text, need_text, wrapped


@pytest.mark.parametrize(
    ("mcg", "text"),
    [
        (0, "0"),
        (0.0001, "<0.01"),
        (0.011, "0.011"),
        (0.8456, "0.85"),
        (0.999, "1.0"),
        (1.5359, "1.5"),
        (2, "2.0"),
        (9.96, "10"),
        (11.5, "12"),
        (152.3, "150"),
        (12345, "12,000"),
    ],
)
def test_an_estimate_has_two_significant_figures(mcg, text):
    assert estimate_text(mcg) == text


@given(st.floats(0.01, 1e5))
def test_no_estimate_is_off_by_more_than_its_figures(mcg):
    assert float(estimate_text(mcg).replace(",", "")) == pytest.approx(mcg, rel=0.051)


def test_a_need_keeps_its_digits():
    assert [need_text(mcg) for mcg in (1.2, 1.25, 2.0)] == ["1.2", "1.25", "2.0"]


def test_a_range_may_be_open_or_a_point():
    assert absorbed_text(AbsorbedRange(1.1, 1.5, 1.6)) == "about 1.5 µg (1.1 to 1.6)"
    assert absorbed_text(AbsorbedRange(1.1, 1.5, None)) == "about 1.5 µg (1.1 or more)"
    assert absorbed_text(AbsorbedRange.point(1.5)) == "about 1.5 µg"


def test_days_are_joined_to_runs_and_long_lists_cut():
    first = date(2026, 11, 1)
    assert days_text([first, first + timedelta(1), first + timedelta(3)]) == (
        "2026-11-01 to 2026-11-02, 2026-11-04"
    )
    scattered = [first + timedelta(2 * number) for number in range(8)]
    assert days_text(scattered).endswith("2026-11-09 and 3 more")


def test_long_texts_are_wrapped_at_80_columns():
    lines = wrapped("word " * 40, "  - ", "    ")
    assert all(len(line) <= 80 for line in lines)
    assert lines[0].startswith("  - ")
    assert lines[1].startswith("    word")
