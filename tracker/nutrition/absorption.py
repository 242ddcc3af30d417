"""How much vitamin B12 a person who absorbs normally may take up: a model's estimate.

Two ways lead through the gut. Intrinsic factor carries B12 up to a ceiling that is reached with
one or two micrograms and is free again some hours later; a small share of any amount, however
large, passes without it. In each absorption window

    absorbed = V * (1 - exp(-f0 * sum(b * d) / V)) + p * sum(d)

where d is a dose in µg, V the ceiling (`capacity_mcg`), f0 the share of a very small dose that is
carried (`slope`), p the share that passes unaided (`passive_share`), and b what the way to
intrinsic factor leaves of a dose: 1 for crystalline B12 (supplements, fortified food), 5/6 for
B12 bound in food. The measurements disagree with each other by more than a tenth, so the answer
is a range from three parameter sets, worth two significant figures at most.

Injections are not absorbed but retained, and never belong in a list of doses.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

WINDOW_MINUTES = 240
OCCASIONS = ("breakfast", "lunch", "dinner", "snack")

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


LIKELY = ParameterSet(
    name="likely",
    capacity_mcg=1.5,
    slope=0.70,
    passive_share=0.005,
    source="Carmel 2008, Blood 112:2214, table 1; passive share with food, IOM 1998, chapter 9",
)
HIGH = ParameterSet(
    name="high",
    capacity_mcg=1.5,
    slope=0.70,
    passive_share=0.012,
    source="Carmel 2008, Blood 112:2214, table 1; passive share fasting, same article",
)
LOW = ParameterSet(
    name="low",
    capacity_mcg=1.1,
    slope=0.65,
    passive_share=0.005,
    source="Adams 1971, in IOM 1998, p. 308; passive share with food, IOM 1998, chapter 9",
)


@dataclass(frozen=True)
class MeasuredPoint:
    """What was absorbed of one single dose in a published measurement, both in µg."""

    dose_mcg: float
    absorbed_mcg: float
    source: str


_CARMEL = "Carmel 2008, Blood 112:2214, table 1"
_ADAMS = "Adams 1971, in IOM 1998, p. 308"

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
class Dose:
    """B12 swallowed, or dissolved under the tongue, at one moment of a person's day.

    `minute` counts from the start of that day and may pass 1440; None when no time was noted.
    `occasion` is one of OCCASIONS or None, and matters only without a time.
    Raises ValueError for an amount that is negative or not finite, or an unknown occasion.
    """

    amount_mcg: float
    food_bound: bool
    minute: int | None = None
    occasion: str | None = None

    def __post_init__(self) -> None:
        _require_amount(self.amount_mcg)
        if self.occasion is not None and self.occasion not in OCCASIONS:
            raise ValueError(f"occasion must be one of {', '.join(OCCASIONS)}: {self.occasion!r}")


Window = tuple[Dose, ...]


@dataclass(frozen=True)
class AbsorbedRange:
    """An estimate in µg with its cautious and its generous end; raises ValueError out of order."""

    low: float
    likely: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.likely <= self.high:
            raise ValueError(f"a range must rise from low to high: {self}")

    @classmethod
    def point(cls, amount_mcg: float) -> "AbsorbedRange":
        """One figure in µg for all three, as for what an injection leaves."""
        return cls(amount_mcg, amount_mcg, amount_mcg)

    def __add__(self, other: "AbsorbedRange") -> "AbsorbedRange":
        return AbsorbedRange(
            self.low + other.low, self.likely + other.likely, self.high + other.high
        )

    def per_day(self, days: int) -> "AbsorbedRange":
        """This total in µg as a mean over `days`; raises ValueError for fewer than one day."""
        if days < 1:
            raise ValueError(f"a mean needs at least one day: {days}")
        return AbsorbedRange(self.low / days, self.likely / days, self.high / days)


NOTHING_ABSORBED = AbsorbedRange(0.0, 0.0, 0.0)


def windows(doses: Iterable[Dose]) -> list[Window]:
    """Group one day's doses by the absorption window that they share.

    Timed doses come first, in order: the first opens a window, and a dose 240 minutes or more
    after a window's start opens the next. Then the untimed ones: breakfast, lunch and dinner have
    a window each, all snacks share one, and so do all doses with neither a time nor an occasion.

    An untimed dose never joins a timed window, although it may have been taken in the same
    sitting: that can overstate a day by one capacity for each window without a time.
    A dose of 0 µg occupies nothing, so that noting an apple does not move the windows.
    """
    occupying = [dose for dose in doses if dose.amount_mcg > 0]
    return _timed_windows(occupying) + _untimed_windows(occupying)


def absorbed_mcg(
    doses: Iterable[Dose], parameters: ParameterSet, food_bound_counts: bool = True
) -> float:
    """Estimate the µg absorbed of one day's doses, oral and sublingual alike.

    Sublingual B12 does no better than swallowed (Sharabi 2003). With `food_bound_counts` false,
    intrinsic factor gets none of the B12 bound in food, as when little of it is released from
    the food: over 50, with atrophic gastritis or on acid blockers (IOM 1998, p. 342). The windows
    stay the same in both views, so the second never exceeds the first.
    """
    return math.fsum(
        _absorbed_in_window_mcg(window, parameters, food_bound_counts) for window in windows(doses)
    )


def absorbed_from_single_dose_mcg(dose_mcg: float, parameters: ParameterSet) -> float:
    """Estimate the µg absorbed of one crystalline dose: the curve of the model."""
    return absorbed_mcg([Dose(dose_mcg, food_bound=False)], parameters)


def absorbed_range(
    doses: Iterable[Dose], food_bound_counts: bool = True, intrinsic_factor: bool = True
) -> AbsorbedRange:
    """Estimate the µg absorbed of one day's doses with each of the three parameter sets.

    With `intrinsic_factor` false, as in pernicious anaemia, only the passive share is left:
    a figure for information, never for a verdict.
    """
    taken = list(doses)

    def absorbed(parameters: ParameterSet) -> float:
        present = parameters if intrinsic_factor else without_intrinsic_factor(parameters)
        return absorbed_mcg(taken, present, food_bound_counts)

    return AbsorbedRange(low=absorbed(LOW), likely=absorbed(LIKELY), high=absorbed(HIGH))


def without_intrinsic_factor(parameters: ParameterSet) -> ParameterSet:
    """Return the set with capacity 0: passive uptake only (Carmel 2008, Blood 112:2214)."""
    return replace(parameters, capacity_mcg=0.0)


class Pathway(Enum):
    """Which estimate a route of taking B12 belongs to."""

    GUT = "gut"
    INJECTION = "injection"
    NOT_ESTIMATED = "not estimated"


_PATHWAYS = {
    "oral": Pathway.GUT,
    "sublingual": Pathway.GUT,
    "injection": Pathway.INJECTION,
    # No uptake figure for nasal B12 was read in a primary source: counting it as oral or as
    # injected would both be inventions.
    "nasal": Pathway.NOT_ESTIMATED,
}


def pathway_of(route: str) -> Pathway:
    """Say how a dose by this route is estimated, if at all; raises ValueError if unknown.

    A nasal dose is not estimated: leave it out of the sum, and say that it was left out.
    """
    try:
        return _PATHWAYS[route]
    except KeyError:
        raise ValueError(f"route must be one of {', '.join(_PATHWAYS)}: {route!r}") from None


_LARGEST_MEASURED_INJECTION_MCG = 1000.0
_HYDROXOCOBALAMIN_RETAINED = 0.73


def retained_from_injection_mcg(dose_mcg: float, form: str | None) -> float:
    """Estimate how many µg of an injection stay in the body.

    Hydroxocobalamin 1000 µg loses 27 % in 72 hours (Blood 1961;18:511). Smaller doses lose no
    larger a share, so they keep the 73 %; of a larger dose only the first 1000 µg is credited.
    Every other form, and an unknown one, counts as cyanocobalamin, the least well retained.
    Raises ValueError for an amount that is negative or not finite.
    """
    _require_amount(dose_mcg)
    if form == "hydroxocobalamin":
        return _HYDROXOCOBALAMIN_RETAINED * min(dose_mcg, _LARGEST_MEASURED_INJECTION_MCG)
    return _retained_cyanocobalamin_mcg(dose_mcg)


def need_mcg(target_mcg: float) -> float:
    """Return the µg to absorb a day: half the target, as the RDA assumes (IOM 1998, p. 309)."""
    return SHARE_OF_FOOD_ABSORBED * target_mcg


class Verdict(Enum):
    """Whether the estimate meets the need. The caller decides who is not assessed."""

    COVERED = "covered"
    LIKELY_COVERED = "likely covered"
    SHORT = "short"
    NOT_ASSESSED = "not assessed"


def verdict(absorbed: AbsorbedRange, need: float) -> Verdict:
    """Compare what is absorbed a day with the need, both in µg a day.

    Raises ValueError for a need that is not a positive number. Infants, and people with a
    condition that impairs absorption, are NOT_ASSESSED, which this function never returns.
    """
    if not 0 < need < math.inf:
        raise ValueError(f"a need must be a positive number of µg: {need}")
    if absorbed.low >= need:
        return Verdict.COVERED
    if absorbed.likely >= need:
        return Verdict.LIKELY_COVERED
    return Verdict.SHORT


def _timed_windows(doses: list[Dose]) -> list[Window]:
    timed = [(dose.minute, dose) for dose in doses if dose.minute is not None]
    groups: list[list[Dose]] = []
    start = 0
    for minute, dose in sorted(timed, key=lambda pair: pair[0]):
        if not groups or minute - start >= WINDOW_MINUTES:
            groups.append([])
            start = minute
        groups[-1].append(dose)
    return [tuple(group) for group in groups]


def _untimed_windows(doses: list[Dose]) -> list[Window]:
    untimed = [dose for dose in doses if dose.minute is None]
    groups = (
        tuple(dose for dose in untimed if dose.occasion == occasion)
        for occasion in (*OCCASIONS, None)
    )
    return [group for group in groups if group]


def _absorbed_in_window_mcg(
    window: Window, parameters: ParameterSet, food_bound_counts: bool
) -> float:
    reaching = math.fsum(_reaching_intrinsic_factor_mcg(dose, food_bound_counts) for dose in window)
    swallowed = math.fsum(dose.amount_mcg for dose in window)
    return _carried_mcg(reaching, parameters) + parameters.passive_share * swallowed


def _reaching_intrinsic_factor_mcg(dose: Dose, food_bound_counts: bool) -> float:
    if not dose.food_bound:
        return dose.amount_mcg
    return FOOD_BOUND_FACTOR * dose.amount_mcg if food_bound_counts else 0.0


def _carried_mcg(reaching_mcg: float, parameters: ParameterSet) -> float:
    capacity = parameters.capacity_mcg
    if capacity == 0:
        return 0.0
    # 1 - exp(-x) would lose the digits of a small dose.
    return capacity * -math.expm1(-parameters.slope * reaching_mcg / capacity)


def _retained_cyanocobalamin_mcg(dose_mcg: float) -> float:
    if dose_mcg == 0:
        return 0.0
    retained = dose_mcg * _retained_cyanocobalamin_share(dose_mcg)
    if dose_mcg <= _LARGEST_MEASURED_INJECTION_MCG:
        return retained
    # Beyond the data the share falls faster than the dose rises; 1500 µg cannot leave less
    # behind than 1000 µg does.
    return max(retained, _retained_cyanocobalamin_mcg(_LARGEST_MEASURED_INJECTION_MCG))


def _retained_cyanocobalamin_share(dose_mcg: float) -> float:
    """Draw a line in log dose through 10 µg 97 %, 100 µg 55 %, 1000 µg 15 % (Carmel 2008)."""
    decades_above_10_mcg = math.log10(dose_mcg) - 1
    return min(1.0, max(0.05, 0.97 - 0.41 * decades_above_10_mcg))


def _require_amount(amount_mcg: float) -> None:
    if not 0 <= amount_mcg < math.inf:
        raise ValueError(f"an amount must be a finite number of µg, 0 or more: {amount_mcg}")
