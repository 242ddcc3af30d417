"""How the body's store of vitamin B12 may change over years: a model's estimate.

The store is one pool M that gains what is absorbed, A, and loses a constant share k a day:

    dM/dt = A - k * M,   so   M(t) = M(0) * exp(-k * t) + A * (1 - exp(-k * t)) / k

People differ more than sixfold in the pool and nearly twofold in the loss, and neither is known
for any one person: the answer is an order of years, never a date, and never one for infants.
"""

import math
from dataclasses import dataclass

from tracker.nutrition.absorption.model.oral import AbsorbedRange

DAYS_A_YEAR = 365.25
POINTS_A_YEAR = 12

LOWEST_POOL_IN_HEALTH_MCG = 300.0
"""About the lowest pool seen in health (Bozian, in IOM 1998)."""


@dataclass(frozen=True)
class StoreParameters:
    """A pool in µg to start from and the share of it lost a day; `source` says whose figures."""

    name: str
    initial_mcg: float
    daily_loss: float
    source: str


@dataclass(frozen=True)
class StoreBand:
    """Three readings of the store; low is the one that runs out first."""

    low: StoreParameters
    likely: StoreParameters
    high: StoreParameters


_LOSS_SOURCE = "loss 0.13 ± 0.03 % a day, Doets 2013"
_USUAL_POOL = f"pool 2 to 3 mg in most adults, IOM 1998, p. 308; {_LOSS_SOURCE}"
_WIDEST_POOL = f"pool 0.6 to 3.9 mg over all adults, IOM 1998, p. 308; {_LOSS_SOURCE}"

ALL_ADULTS = StoreBand(
    low=StoreParameters("low", 600.0, 0.0016, _WIDEST_POOL),
    likely=StoreParameters("likely", 2500.0, 0.0013, _USUAL_POOL),
    high=StoreParameters("high", 3900.0, 0.0010, _WIDEST_POOL),
)


@dataclass(frozen=True)
class PoolRange:
    """The pool in µg after `years`, from the cautious to the generous reading."""

    years: float
    low_mcg: float
    likely_mcg: float
    high_mcg: float


@dataclass(frozen=True)
class YearsUntilLow:
    """Years until the pool is low, by each reading; None where it never gets there."""

    low: float | None
    likely: float | None
    high: float | None


def pool_after(
    initial_mcg: float, absorbed_mcg_per_day: float, daily_loss: float, days: float
) -> float:
    """Estimate the pool in µg after `days`, at a steady rate of absorption in µg a day.

    `daily_loss` is a share from 0 to 1: 0.0013 for 0.13 % a day.
    Raises ValueError for a loss outside of that, or a figure that is negative or not finite.
    """
    _require_figures(initial_mcg, absorbed_mcg_per_day, days)
    _require_loss(daily_loss)
    lost = daily_loss * days
    # Without a loss the formula below would divide 0 by 0; with one too small for a float it would
    # forget what is absorbed.
    if lost == 0:
        return initial_mcg + absorbed_mcg_per_day * days
    return initial_mcg * math.exp(-lost) + absorbed_mcg_per_day * (-math.expm1(-lost) / daily_loss)


def days_until(
    threshold_mcg: float, initial_mcg: float, absorbed_mcg_per_day: float, daily_loss: float
) -> float | None:
    """Estimate the days until the pool reaches a threshold in µg, falling or rising.

    None if it never does. A pool that starts below the threshold and goes on falling never
    reaches it either: to ask when a pool is low, use `days_until_low`.
    Raises ValueError as `pool_after` does.
    """
    _require_figures(threshold_mcg, initial_mcg, absorbed_mcg_per_day)
    _require_loss(daily_loss)
    distance = threshold_mcg - initial_mcg
    if distance == 0:
        return 0.0
    gain = absorbed_mcg_per_day - daily_loss * initial_mcg
    # The pool nears its level from one side: where it starts the wrong way it never turns.
    if gain == 0 or (gain > 0) != (distance > 0):
        return None
    return _days_to_cover(distance, gain, daily_loss)


def days_until_low(
    initial_mcg: float, absorbed_mcg_per_day: float, daily_loss: float
) -> float | None:
    """Estimate the days until the pool is the lowest in health: 0 if it is, None if never."""
    if initial_mcg <= LOWEST_POOL_IN_HEALTH_MCG:
        return 0.0
    return days_until(LOWEST_POOL_IN_HEALTH_MCG, initial_mcg, absorbed_mcg_per_day, daily_loss)


def pool_band(absorbed_a_day: AbsorbedRange, years: int) -> list[PoolRange]:
    """Estimate the pool of adults month by month, at a steady absorption in µg a day.

    The first point is the start of `years`. The low end takes the smallest pool, the fastest loss
    and the lowest absorption together, and the high end the opposite. Raises ValueError if there
    is no year.
    """
    if years < 1:
        raise ValueError(f"a band needs a year: {years}")
    months = range(years * POINTS_A_YEAR + 1)
    return [_pool_range(absorbed_a_day, month / POINTS_A_YEAR) for month in months]


def years_until_low(absorbed_a_day: AbsorbedRange) -> YearsUntilLow:
    """Estimate in how many years the pool of adults is low, at a steady absorption in µg a day."""

    def years(store: StoreParameters, absorbed: float) -> float | None:
        days = days_until_low(store.initial_mcg, absorbed, store.daily_loss)
        return None if days is None else days / DAYS_A_YEAR

    return YearsUntilLow(
        low=years(ALL_ADULTS.low, absorbed_a_day.low),
        likely=years(ALL_ADULTS.likely, absorbed_a_day.likely),
        high=years(ALL_ADULTS.high, absorbed_a_day.highest_known),
    )


@dataclass(frozen=True)
class Course:
    """The store in µg over years at a steady absorption in µg a day, and the years until low."""

    absorbed: AbsorbedRange
    pool: tuple[PoolRange, ...]
    years_until_low: YearsUntilLow


def course(absorbed: AbsorbedRange, years: int) -> Course:
    """How the store of adults may change at a steady absorption."""
    return Course(absorbed, tuple(pool_band(absorbed, years)), years_until_low(absorbed))


def _days_to_cover(distance: float, gain: float, daily_loss: float) -> float | None:
    """Solve M(t) = M(0) + distance for t, where `gain` is dM/dt in µg a day at the start."""
    share = daily_loss * distance / gain
    # At 1 the threshold is the level that the pool approaches for ever.
    if share >= 1:
        return None
    days = distance / gain if share == 0 else -math.log1p(-share) / daily_loss
    return days if math.isfinite(days) else None


def _pool_range(absorbed_a_day: AbsorbedRange, years: float) -> PoolRange:
    def pool(store: StoreParameters, absorbed: float) -> float:
        return pool_after(store.initial_mcg, absorbed, store.daily_loss, years * DAYS_A_YEAR)

    return PoolRange(
        years=years,
        low_mcg=pool(ALL_ADULTS.low, absorbed_a_day.low),
        likely_mcg=pool(ALL_ADULTS.likely, absorbed_a_day.likely),
        high_mcg=pool(ALL_ADULTS.high, absorbed_a_day.highest_known),
    )


def _require_figures(*figures: float) -> None:
    for figure in figures:
        if not 0 <= figure < math.inf:
            raise ValueError(f"a pool, a rate and a time must be finite and not negative: {figure}")


def _require_loss(daily_loss: float) -> None:
    if not 0 <= daily_loss <= 1:
        raise ValueError(f"a daily loss is a share from 0 to 1: {daily_loss}")
