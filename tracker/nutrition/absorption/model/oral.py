"""How much vitamin B12 a person who absorbs normally may take up: a model's estimate.

Two ways lead through the gut. Intrinsic factor carries B12 up to a ceiling that is reached with
one or two micrograms and is free again some hours later; a small share of any amount, however
large, passes without it. In each absorption window

    absorbed = V * (1 - exp(-f0 * sum(b * d) / V)) + p * sum(d)

where d is a dose in µg, V the ceiling (`capacity_mcg`), f0 the share of a very small dose that is
carried (`slope`), p the share that passes unaided (`passive_share`), and b what the way to
intrinsic factor leaves of a dose: 1 for crystalline B12 (supplements, fortified food), 5/6 for
B12 bound in food. The measurements disagree with each other, so the answer is a range from three
parameter sets, worth two significant figures at most.

Injections are not absorbed but retained, and never belong in a list of doses: see `injections`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.nutrition.absorption.model.windows import OCCASIONS, Moment, windows
from tracker.nutrition.diary.when import Occasion

# With 5/6 the likely set absorbs 50.6 % of 2.4 µg eaten in three meals, which is the assumption
# of half behind the RDA (IOM 1998, p. 309).
FOOD_BOUND_FACTOR = 5 / 6
SHARE_OF_FOOD_ABSORBED = 0.5


@dataclass(frozen=True)
class ParameterSet:
    """One reading of the measurements; `source` says whose."""

    name: str
    capacity_mcg: float
    slope: float
    passive_share: float
    source: str


_CARMEL = "Carmel 2008, Blood 112:2214, table 1"
_ADAMS = "Adams 1971, in IOM 1998, p. 308"
_WITH_FOOD = "passive share: the IOM's “≤ 0.5 %” with food"

LIKELY = ParameterSet(
    name="likely",
    capacity_mcg=1.5,
    slope=0.70,
    passive_share=0.005,
    source=f"{_CARMEL}; {_WITH_FOOD}",
)
HIGH = replace(
    LIKELY,
    name="high",
    passive_share=0.012,
    source=f"{_CARMEL}; passive share: the same, fasting",
)
LOW = replace(
    LIKELY,
    name="low",
    capacity_mcg=1.1,
    slope=0.65,
    source=f"{_ADAMS}; {_WITH_FOOD}",
)


@dataclass(frozen=True)
class MeasuredPoint:
    """What was absorbed of one single dose in a published measurement, both in µg."""

    dose_mcg: float
    absorbed_mcg: float
    source: str


MEASURED_POINTS = (
    MeasuredPoint(1, 0.56, _CARMEL),
    MeasuredPoint(10, 1.6, _CARMEL),
    MeasuredPoint(50, 1.5, _CARMEL),
    MeasuredPoint(500, 9.7, _CARMEL),
    MeasuredPoint(1000, 13.0, _CARMEL),
    MeasuredPoint(1, 0.5, _ADAMS),
    MeasuredPoint(5, 1.0, _ADAMS),
    MeasuredPoint(25, 1.25, _ADAMS),
)


@dataclass(frozen=True)
class Uptake:
    """What the gut of a person does, as far as it is known.

    `food_bound_counts`: whether B12 bound in food reaches intrinsic factor; little does over 50,
    with atrophic gastritis or on acid blockers, while crystalline B12 is absorbed as ever (IOM
    1998, p. 342). `intrinsic_factor`: whether there is any; in pernicious anaemia only the passive
    share is left (Carmel 2008, Blood 112:2214), a figure for information, never for a verdict.
    `conditions.uptake_on` says what holds of a person on a day.
    """

    food_bound_counts: bool = True
    intrinsic_factor: bool = True


NORMAL = Uptake()


@dataclass(frozen=True)
class OralDose:
    """B12 swallowed, or dissolved under the tongue, at one moment.

    `amount_mcg` is its likeliest amount; `low_mcg` and `high_mcg` are the ends of the range that
    a food may hold, the amount itself where they are not given. `uptake` is that of its day.
    Raises ValueError for amounts that are negative, not finite or out of order, or for an unknown
    occasion.
    """

    amount_mcg: float
    food_bound: bool
    minute: int | None = None
    occasion: str | None = None
    day: int = 0
    low_mcg: float | None = None
    high_mcg: float | None = None
    uptake: Uptake = NORMAL

    def __post_init__(self) -> None:
        for amount in (self.amount_mcg, self.low, self.high):
            require_amount(amount)
        if not self.low <= self.amount_mcg <= self.high:
            raise ValueError(f"a dose must rise from low to high: {self}")
        if self.occasion is not None and self.occasion not in OCCASIONS:
            raise ValueError(f"occasion must be one of {', '.join(OCCASIONS)}: {self.occasion!r}")

    @property
    def low(self) -> float:
        """The least that it may hold, in µg."""
        return self.amount_mcg if self.low_mcg is None else self.low_mcg

    @property
    def high(self) -> float:
        """The most that it may hold, in µg."""
        return self.amount_mcg if self.high_mcg is None else self.high_mcg

    def reaching(self, amount_mcg: float) -> float:
        """What the way to intrinsic factor leaves of an amount of it, both in µg."""
        if not self.uptake.intrinsic_factor:
            return 0.0
        if not self.food_bound:
            return amount_mcg
        return FOOD_BOUND_FACTOR * amount_mcg if self.uptake.food_bound_counts else 0.0


@dataclass(frozen=True)
class AbsorbedRange:
    """An estimate in µg with its cautious and its generous end; raises ValueError out of order.

    `high` is `None` where the upper end is open, as for a food of “more than” so much.
    """

    low: float
    likely: float
    high: float | None

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.likely or not (self.high is None or self.likely <= self.high):
            raise ValueError(f"a range must rise from low to high: {self}")

    @classmethod
    def point(cls, amount_mcg: float) -> AbsorbedRange:
        """One figure in µg for all three, as for what an injection leaves."""
        return cls(amount_mcg, amount_mcg, amount_mcg)

    def __add__(self, other: AbsorbedRange) -> AbsorbedRange:
        is_open = self.high is None or other.high is None
        high = None if is_open else (self.high or 0.0) + (other.high or 0.0)
        return AbsorbedRange(self.low + other.low, self.likely + other.likely, high)

    @property
    def highest_known(self) -> float:
        """The upper end in µg; of an open one no more than what is likely can be said."""
        return self.likely if self.high is None else self.high

    def times(self, share: float) -> AbsorbedRange:
        """A share of it, 0 to 1."""
        high = None if self.high is None else self.high * share
        return AbsorbedRange(self.low * share, self.likely * share, high)

    def per_day(self, days: float) -> AbsorbedRange:
        """This total in µg as a mean over `days`; raises ValueError without a length of time."""
        if not days > 0:
            raise ValueError(f"a mean needs a number of days: {days}")
        high = None if self.high is None else self.high / days
        return AbsorbedRange(self.low / days, self.likely / days, high)

    def open_above(self) -> AbsorbedRange:
        """The same, with an open upper end."""
        return replace(self, high=None)


NOTHING_ABSORBED = AbsorbedRange(0.0, 0.0, 0.0)


def absorbed_by_dose(doses: Sequence[OralDose]) -> list[AbsorbedRange]:
    """Estimate the µg absorbed of each dose, oral and sublingual alike, in the order given.

    Sublingual B12 does no better than swallowed (Sharabi 2003). What a window takes up is shared
    among its doses: the carried part as each one's B12 reaches intrinsic factor, the passive part
    as each one's amount. All three readings share the same windows and the same shares, so the
    parts add up and each of them is in order.
    """
    found = [NOTHING_ABSORBED] * len(doses)
    for window in dose_windows(doses):
        for place, part in zip(window, _shared([doses[place] for place in window]), strict=True):
            found[place] = part
    return found


def absorbed_range(doses: Sequence[OralDose]) -> AbsorbedRange:
    """Estimate the µg absorbed of all doses with each of the three parameter sets."""
    parts = absorbed_by_dose(doses)
    return AbsorbedRange(
        low=math.fsum(part.low for part in parts),
        likely=math.fsum(part.likely for part in parts),
        high=math.fsum(part.highest_known for part in parts),
    )


def dose_windows(doses: Sequence[OralDose]) -> list[tuple[int, ...]]:
    """The places of the doses that share an absorption window, window by window.

    A dose of 0 µg occupies nothing, so that noting an apple does not move the windows.
    """
    occupying = [place for place, dose in enumerate(doses) if dose.high > 0]
    moments = [_moment(doses[place]) for place in occupying]
    return [tuple(occupying[place] for place in window) for window in windows(moments)]


def absorbed_from_single_dose(dose_mcg: float) -> AbsorbedRange:
    """Estimate the µg absorbed of one crystalline dose: the curve of the model."""
    return absorbed_range([OralDose(dose_mcg, food_bound=False)])


def require_amount(amount_mcg: float) -> None:
    """Raises ValueError for an amount in µg that is negative or not finite."""
    if not 0 <= amount_mcg < math.inf:
        raise ValueError(f"an amount must be a finite number of µg, 0 or more: {amount_mcg}")


def _moment(dose: OralDose) -> Moment:
    # Which doses share a window is a matter of when they were taken, not of whose gut it is.
    load = replace(dose, uptake=NORMAL).reaching(dose.amount_mcg)
    occasion = None if dose.occasion is None else Occasion(dose.occasion)
    return Moment(load, dose.minute, occasion, dose.day)


def _shared(window: Sequence[OralDose]) -> list[AbsorbedRange]:
    carried, passive = _carried(window), _passive(window)
    carried_shares = _shares(
        [dose.reaching(dose.amount_mcg) for dose in window],
        [dose.reaching(dose.high) for dose in window],
    )
    passive_shares = _shares([dose.amount_mcg for dose in window], [dose.high for dose in window])
    return [
        carried.times(reached) + passive.times(swallowed)
        for reached, swallowed in zip(carried_shares, passive_shares, strict=True)
    ]


def _shares(likely: Sequence[float], high: Sequence[float]) -> list[float]:
    """Each dose's share of a window; by the upper ends where likely none of them holds any."""
    weights = likely if math.fsum(likely) > 0 else high
    total = math.fsum(weights)
    return [weight / total if total > 0 else 0.0 for weight in weights]


def _carried(window: Sequence[OralDose]) -> AbsorbedRange:
    return AbsorbedRange(
        low=_carried_mcg((dose.reaching(dose.low) for dose in window), LOW),
        likely=_carried_mcg((dose.reaching(dose.amount_mcg) for dose in window), LIKELY),
        high=_carried_mcg((dose.reaching(dose.high) for dose in window), HIGH),
    )


def _carried_mcg(reaching: Iterable[float], parameters: ParameterSet) -> float:
    capacity = parameters.capacity_mcg
    # 1 - exp(-x) would lose the digits of a small dose.
    return capacity * -math.expm1(-parameters.slope * math.fsum(reaching) / capacity)


def _passive(window: Sequence[OralDose]) -> AbsorbedRange:
    return AbsorbedRange(
        low=LOW.passive_share * math.fsum(dose.low for dose in window),
        likely=LIKELY.passive_share * math.fsum(dose.amount_mcg for dose in window),
        high=HIGH.passive_share * math.fsum(dose.high for dose in window),
    )
