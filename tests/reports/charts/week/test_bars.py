"""The scale of the bars: readable for small amounts whatever the large ones are."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.reports.charts.week.bars import MOST_TARGETS, Column, Scale

ZERO = Decimal(0)
AMOUNTS = st.decimals(0, 1_000_000, places=3)


def column(food, supplements=ZERO, target=Decimal("2.4")):
    return Column(0, (Decimal(food), ZERO, Decimal(supplements)), "", target)


def test_the_scale_reaches_two_and_a_half_targets():
    assert Scale.of([column("1")]) == Scale(Decimal("6.0"), cut=False)


def test_where_the_target_turns_the_scale_reaches_two_and_a_half_of_the_highest():
    columns = [column("1", target=Decimal("0.4")), column("1", target=Decimal("2.6"))]
    assert Scale.of(columns) == Scale(Decimal("6.5"), cut=False)


def test_an_ordinary_day_above_that_is_shown_whole():
    assert Scale.of([column("11.1")]) == Scale(Decimal("11.1"), cut=False)


def test_a_large_dose_does_not_stretch_the_scale():
    assert Scale.of([column("2"), column("2", 1000)]) == Scale(Decimal("6.0"), cut=True)


def test_the_food_of_a_day_with_a_large_dose_stays_on_the_scale():
    assert Scale.of([column("9", 1000)]).top_mcg == 9


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), max_size=8))
def test_the_target_is_never_lower_than_a_sixth(amounts):
    scale = Scale.of([column(food, pill) for food, pill in amounts])
    assert scale.top_mcg <= MOST_TARGETS * Decimal("2.4") or not amounts
    assert scale.cut == any(food + pill > scale.top_mcg for food, pill in amounts)


@given(st.lists(AMOUNTS, min_size=1, max_size=8))
def test_without_a_target_there_is_a_scale_too(amounts):
    assert Scale.of([column(amount, target=None) for amount in amounts]).top_mcg > 0


@pytest.mark.parametrize(
    ("top", "marks"),
    [
        ("1.25", ["0", "0.25", "0.50", "0.75", "1.00", "1.25"]),
        ("6", ["0", "2", "4", "6"]),
        ("11.1", ["0", "2.5", "5.0", "7.5", "10.0"]),
    ],
)
def test_marks_have_as_many_decimals_as_their_neighbours(top, marks):
    scale = Scale(Decimal(top), cut=False)
    assert [scale.tick_text(tick) for tick in scale.ticks] == marks
