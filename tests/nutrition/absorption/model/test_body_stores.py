import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.nutrition.absorption.model.body_stores import (
    ALL_ADULTS,
    DAYS_A_YEAR,
    LOWEST_POOL_IN_HEALTH_MCG,
    course,
    days_until,
    days_until_low,
    pool_after,
    pool_band,
    years_until_low,
)
from tracker.nutrition.absorption.model.oral import NOTHING_ABSORBED, AbsorbedRange

pools = st.floats(0, 10_000)
rates = st.floats(0, 200)
losses = st.just(0.0) | st.floats(1e-5, 0.01)
times = st.floats(0, 40_000)

TEN_A_DAY = AbsorbedRange(1.1470, 1.5359, 1.6059)


@pytest.mark.parametrize(
    ("daily_loss", "years"),
    [(0.001, 5.8), (0.0013, 4.5), (0.0015, 3.9), (0.002, 2.9)],
)
def test_a_store_of_2_5_mg_with_nothing_absorbed_lasts_for_years(
    daily_loss: float, years: float
) -> None:
    days = days_until_low(2500, 0, daily_loss)
    assert days is not None
    assert days / DAYS_A_YEAR == pytest.approx(years, abs=0.05)


def test_a_pool_that_gains_what_it_loses_stays() -> None:
    assert pool_after(2500, 2500 * 0.0013, 0.0013, 10_000) == pytest.approx(2500)


def test_a_pool_approaches_what_absorption_can_hold() -> None:
    assert pool_after(2500, 1.3, 0.0013, 1_000_000) == pytest.approx(1000)


def test_after_no_time_the_pool_is_as_it_was() -> None:
    assert pool_after(2500, 3, 0.0013, 0) == 2500


def test_without_a_loss_the_pool_adds_up() -> None:
    assert pool_after(100, 2, 0, 50) == 200


def test_the_pool_follows_its_equation_step_by_step() -> None:
    pool, steps_a_day = 2500.0, 20
    for _ in range(365 * steps_a_day):
        pool += (1.2 - 0.0013 * pool) / steps_a_day
    assert pool_after(2500, 1.2, 0.0013, 365) == pytest.approx(pool, rel=1e-4)


@given(pools, rates, losses, times, times)
def test_two_spans_in_a_row_are_one_span(
    initial: float, absorbed: float, daily_loss: float, first: float, second: float
) -> None:
    halfway = pool_after(initial, absorbed, daily_loss, first)
    at_once = pool_after(initial, absorbed, daily_loss, first + second)
    assert pool_after(halfway, absorbed, daily_loss, second) == pytest.approx(at_once, abs=1e-6)


@given(st.floats(0, 1e12), st.floats(0, 1e12), st.floats(0, 1), st.floats(0, 1e12))
def test_a_pool_is_never_negative_and_always_a_number(
    initial: float, absorbed: float, daily_loss: float, days: float
) -> None:
    assert 0 <= pool_after(initial, absorbed, daily_loss, days) < math.inf


@given(st.floats(0, 1e12), st.floats(0, 1e12), st.floats(0, 1e12), st.floats(0, 1))
def test_a_time_is_never_negative_and_always_a_number_or_none(
    threshold: float, initial: float, absorbed: float, daily_loss: float
) -> None:
    days = days_until(threshold, initial, absorbed, daily_loss)
    assert days is None or 0 <= days < math.inf


@given(pools, rates, losses, st.floats(1, 4000))
def test_the_pool_is_at_the_threshold_when_it_was_said_to_be(
    initial: float, absorbed: float, daily_loss: float, days: float
) -> None:
    threshold = pool_after(initial, absorbed, daily_loss, days)
    found = days_until(threshold, initial, absorbed, daily_loss)
    # Where a pool hardly moves, rounding alone can put the threshold out of its reach.
    if found is not None:
        again = pool_after(initial, absorbed, daily_loss, found)
        assert again == pytest.approx(threshold, rel=1e-6, abs=1e-6)
    else:
        assert threshold == pytest.approx(initial, rel=1e-6) or (
            threshold == pytest.approx(absorbed / daily_loss, rel=1e-6)
        )


@pytest.mark.parametrize(
    ("threshold", "initial", "absorbed", "daily_loss", "days"),
    [
        pytest.param(300, 300, 1, 0.001, 0, id="there already"),
        pytest.param(200, 100, 2, 0, 50, id="rising without a loss"),
        pytest.param(500, 0, 1, 0.001, math.log(2) / 0.001, id="half of what it can hold"),
        pytest.param(1250, 2500, 0, 0.001, math.log(2) / 0.001, id="half of it lost"),
        pytest.param(300, 2500, 0.3, 0.001, None, id="approached for ever"),
        pytest.param(300, 2500, 1, 0.001, None, id="settling above"),
        pytest.param(2000, 500, 1, 0.001, None, id="settling below"),
        pytest.param(300, 250, 0, 0.001, None, id="below and falling"),
        pytest.param(300, 2500, 2.5, 0.001, None, id="staying"),
        pytest.param(300, 2500, 0, 0, None, id="neither gained nor lost"),
        pytest.param(0, 2500, 0, 0.001, None, id="never quite empty"),
    ],
)
def test_days_until_a_threshold(
    threshold: float, initial: float, absorbed: float, daily_loss: float, days: float | None
) -> None:
    found = days_until(threshold, initial, absorbed, daily_loss)
    assert found == (None if days is None else pytest.approx(days))


def test_a_pool_that_is_low_is_low_now_and_not_never() -> None:
    assert days_until_low(250, 0, 0.0013) == 0
    assert days_until_low(LOWEST_POOL_IN_HEALTH_MCG, 5, 0.0013) == 0


@pytest.mark.parametrize("figures", [(-1, 0, 0), (0, math.nan, 0), (0, 0, math.inf)])
def test_figures_that_cannot_be_are_refused(figures: tuple[float, float, float]) -> None:
    initial, absorbed, days = figures
    with pytest.raises(ValueError, match="finite and not negative"):
        pool_after(initial, absorbed, 0.001, days)


@pytest.mark.parametrize("daily_loss", [-0.001, 1.3, math.nan])
def test_a_loss_that_is_not_a_share_is_refused(daily_loss: float) -> None:
    with pytest.raises(ValueError, match="share from 0 to 1"):
        pool_after(2500, 0, daily_loss, 1)
    with pytest.raises(ValueError, match="share from 0 to 1"):
        days_until(300, 2500, 0, daily_loss)


def test_a_band_starts_from_the_stores_and_ends_with_its_last_year() -> None:
    band = pool_band(NOTHING_ABSORBED, years=5)
    first, last = band[0], band[-1]
    assert (first.years, first.low_mcg, first.likely_mcg, first.high_mcg) == (0, 600, 2500, 3900)
    assert (len(band), last.years) == (61, 5)
    assert last.likely_mcg == pool_after(2500, 0, 0.0013, 5 * DAYS_A_YEAR)


@given(st.tuples(rates, rates, rates))
def test_a_band_never_crosses_itself(absorbed: tuple[float, float, float]) -> None:
    low, likely, high = sorted(absorbed)
    for point in pool_band(AbsorbedRange(low, likely, high), 30):
        assert point.low_mcg <= point.likely_mcg <= point.high_mcg


def test_an_empty_band_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a year"):
        pool_band(NOTHING_ABSORBED, 0)


def test_with_nothing_absorbed_a_store_is_low_after_one_to_seven_years() -> None:
    found = years_until_low(NOTHING_ABSORBED)
    assert (found.low, found.likely, found.high) == pytest.approx((1.2, 4.5, 7.0), abs=0.05)


def test_an_open_upper_end_credits_no_more_than_what_is_likely() -> None:
    is_open, closed = AbsorbedRange(0, 0.2, None), AbsorbedRange(0, 0.2, 0.2)
    assert course(is_open, 5).pool == course(closed, 5).pool


def test_10_mcg_a_day_holds_the_store_above_the_lowest_in_health() -> None:
    found = years_until_low(TEN_A_DAY)
    assert (found.low, found.likely, found.high) == (None, None, None)


def test_every_store_names_its_source() -> None:
    assert all(store.source for store in (ALL_ADULTS.low, ALL_ADULTS.likely, ALL_ADULTS.high))
