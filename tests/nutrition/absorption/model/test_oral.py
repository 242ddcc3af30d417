import math
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.nutrition.absorption.model.oral import (
    HIGH,
    LIKELY,
    LOW,
    MEASURED_POINTS,
    NOTHING_ABSORBED,
    AbsorbedRange,
    OralDose,
    ParameterSet,
    Uptake,
    absorbed_by_dose,
    absorbed_from_single_dose,
    absorbed_range,
    dose_windows,
)
from tracker.nutrition.absorption.model.windows import OCCASIONS

ROUNDING = 1e-9


def tablet(amount: float, minute: int | None = None, occasion: str | None = None) -> OralDose:
    return OralDose(amount, food_bound=False, minute=minute, occasion=occasion)


def food(amount: float, minute: int | None = None, occasion: str | None = None) -> OralDose:
    return OralDose(amount, food_bound=True, minute=minute, occasion=occasion)


def absorbed_mcg(doses: list[OralDose], parameters: ParameterSet) -> float:
    """The reading of one parameter set, of the likeliest amounts."""
    exact = [replace(dose, low_mcg=None, high_mcg=None) for dose in doses]
    return getattr(absorbed_range(exact), parameters.name)


def under(doses: list[OralDose], uptake: Uptake) -> list[OralDose]:
    """The same doses in another gut."""
    return [replace(dose, uptake=uptake) for dose in doses]


def at_most(smaller: float, larger: float) -> bool:
    return smaller <= larger * (1 + ROUNDING) + ROUNDING


# The table of checks: doses of one day, the days that they have to last, µg a day.
THREE_MEALS = (480, 780, 1140)
CHECKS = {
    "2.4 in food, three meals of 0.8": (
        [food(0.8, minute) for minute in THREE_MEALS],
        1,
        (1.2152, 1.2320, 1.0865),
    ),
    "2.4 fortified, three meals of 0.8": (
        [tablet(0.8, minute) for minute in THREE_MEALS],
        1,
        (1.4140, 1.4308, 1.2551),
    ),
    "one 2.4 tablet": ([tablet(2.4)], 1, (1.0226, 1.0394, 0.8456)),
    "2 x 1.5 fortified": ([tablet(1.5, 480), tablet(1.5, 1140)], 1, (1.5252, 1.5462, 1.3083)),
    "10 once a day": ([tablet(10)], 1, (1.5359, 1.6059, 1.1470)),
    "2000 once a week": ([tablet(2000)], 7, (1.6429, 3.6429, 1.5857)),
    "1000 a day": ([tablet(1000)], 1, (6.5, 13.5, 6.1)),
}


@pytest.mark.parametrize(("doses", "days", "expected"), CHECKS.values(), ids=CHECKS.keys())
def test_a_regimen_gives_the_published_check(
    doses: list[OralDose], days: int, expected: tuple[float, float, float]
) -> None:
    a_day = absorbed_range(doses).per_day(days)
    assert (a_day.likely, a_day.high, a_day.low) == pytest.approx(expected, abs=0.0001)


def test_the_likely_set_absorbs_half_of_the_rda_from_three_meals_as_the_rda_assumes() -> None:
    meals = [food(0.8, minute) for minute in THREE_MEALS]
    assert absorbed_mcg(meals, LIKELY) / 2.4 == pytest.approx(0.506, abs=0.0005)


def test_3_mcg_in_one_sitting_gives_less_than_two_halves() -> None:
    assert absorbed_mcg([tablet(3)], LIKELY) == pytest.approx(1.15, abs=0.005)


@pytest.mark.parametrize(
    ("parameters", "first", "percent_off"),
    [
        (LIKELY, 0, [1, -4, 17, -59, -50]),
        (LIKELY, 5, [13, 38, 30]),
        (HIGH, 0, [2, 0, 40, -23, 4]),
    ],
    ids=["likely against Carmel", "likely against Adams", "high against Carmel"],
)
def test_the_model_misses_the_measured_points_by_no_more_than_is_stated(
    parameters: ParameterSet, first: int, percent_off: list[int]
) -> None:
    points = MEASURED_POINTS[first : first + len(percent_off)]
    off = [
        100 * (absorbed_mcg([tablet(point.dose_mcg)], parameters) / point.absorbed_mcg - 1)
        for point in points
    ]
    assert off == pytest.approx(percent_off, abs=0.51)


def test_every_parameter_and_measured_point_names_its_source() -> None:
    assert all(item.source for item in (LIKELY, HIGH, LOW, *MEASURED_POINTS))


def test_a_food_without_b12_does_not_move_the_windows() -> None:
    doses = [tablet(10, 600), tablet(1, 700)]
    assert dose_windows([*doses, food(0, 440)]) == dose_windows(doses)


amounts = st.floats(min_value=1e-6, max_value=1e6)
minutes = st.none() | st.integers(min_value=0, max_value=1800)
dose_lists = st.lists(
    st.builds(
        OralDose,
        amount_mcg=amounts,
        food_bound=st.booleans(),
        minute=minutes,
        occasion=st.none() | st.sampled_from(OCCASIONS),
    ),
    max_size=8,
)
parameter_sets = st.sampled_from([LOW, LIKELY, HIGH])
uptakes = st.builds(Uptake, st.booleans(), st.booleans())


@given(dose_lists)
def test_every_dose_is_in_exactly_one_window(doses: list[OralDose]) -> None:
    grouped = [place for window in dose_windows(doses) for place in window]
    assert sorted(grouped) == list(range(len(doses)))


@given(dose_lists.filter(bool), parameter_sets, st.data(), st.floats(1, 1000))
def test_absorption_never_falls_when_a_dose_rises(
    doses: list[OralDose], parameters: ParameterSet, data: st.DataObject, factor: float
) -> None:
    place = data.draw(st.integers(0, len(doses) - 1))
    raised = list(doses)
    raised[place] = replace(doses[place], amount_mcg=doses[place].amount_mcg * factor)
    assert at_most(absorbed_mcg(doses, parameters), absorbed_mcg(raised, parameters))


@given(dose_lists, parameter_sets)
def test_a_window_never_gives_more_than_its_ceiling_and_the_passive_share(
    doses: list[OralDose], parameters: ParameterSet
) -> None:
    sitting = [replace(dose, minute=480) for dose in doses]
    passive = parameters.passive_share * sum(dose.amount_mcg for dose in doses)
    assert at_most(absorbed_mcg(sitting, parameters), parameters.capacity_mcg + passive)


@given(dose_lists, parameter_sets)
def test_no_more_is_absorbed_than_was_swallowed(
    doses: list[OralDose], parameters: ParameterSet
) -> None:
    swallowed = sum(dose.amount_mcg for dose in doses)
    assert at_most(absorbed_mcg(doses, parameters), swallowed)


@given(dose_lists, parameter_sets)
def test_one_window_gives_at_most_what_the_same_doses_give_apart(
    doses: list[OralDose], parameters: ParameterSet
) -> None:
    together = [replace(dose, minute=480) for dose in doses]
    apart = [replace(dose, minute=480 + 240 * place) for place, dose in enumerate(doses)]
    assert at_most(absorbed_mcg(together, parameters), absorbed_mcg(apart, parameters))


@given(amounts, st.floats(0, 1), st.booleans(), parameter_sets)
def test_splitting_a_dose_4_hours_apart_never_lowers_absorption(
    amount: float, share: float, food_bound: bool, parameters: ParameterSet
) -> None:
    whole = [OralDose(amount, food_bound, minute=480)]
    split = [
        OralDose(amount * share, food_bound, minute=480),
        OralDose(amount * (1 - share), food_bound, minute=720),
    ]
    assert at_most(absorbed_mcg(whole, parameters), absorbed_mcg(split, parameters))


@given(dose_lists, st.randoms(use_true_random=False), parameter_sets)
def test_the_order_of_logging_does_not_matter(
    doses: list[OralDose], random: Random, parameters: ParameterSet
) -> None:
    shuffled = list(doses)
    random.shuffle(shuffled)
    assert absorbed_mcg(shuffled, parameters) == absorbed_mcg(doses, parameters)


@given(dose_lists, parameter_sets)
def test_crystalline_b12_is_absorbed_at_least_as_well_as_food_bound(
    doses: list[OralDose], parameters: ParameterSet
) -> None:
    crystalline = [replace(dose, food_bound=False) for dose in doses]
    assert at_most(absorbed_mcg(doses, parameters), absorbed_mcg(crystalline, parameters))


@given(dose_lists)
def test_the_view_without_food_bound_b12_never_exceeds_the_ordinary_one(
    doses: list[OralDose],
) -> None:
    without, ordinary = (
        absorbed_range(under(doses, Uptake(food_bound_counts=False))),
        absorbed_range(doses),
    )
    assert at_most(without.low, ordinary.low)
    assert at_most(without.likely, ordinary.likely)


def test_the_view_without_food_bound_b12_leaves_the_passive_share_of_it() -> None:
    doses = [food(2.0, 480), tablet(1.0, 480)]
    expected = absorbed_mcg([tablet(1.0)], LIKELY) + 0.005 * 2.0
    found = absorbed_range(under(doses, Uptake(food_bound_counts=False))).likely
    assert found == pytest.approx(expected)


def test_the_curve_is_the_range_of_one_crystalline_dose() -> None:
    assert absorbed_from_single_dose(10) == absorbed_range([tablet(10)])


@given(dose_lists, st.lists(uptakes, min_size=8, max_size=8))
def test_a_dose_never_brings_more_in_a_gut_that_does_less(
    doses: list[OralDose], guts: list[Uptake]
) -> None:
    mixed = [replace(dose, uptake=gut) for dose, gut in zip(doses, guts, strict=False)]
    for less, normal in zip(absorbed_range_ends(mixed), absorbed_range_ends(doses), strict=True):
        assert at_most(less, normal)


def absorbed_range_ends(doses: list[OralDose]) -> tuple[float, float]:
    found = absorbed_range(doses)
    return found.low, found.likely


def test_doses_of_two_days_in_one_window_are_each_taken_up_as_on_their_own_day() -> None:
    before = OralDose(1000, food_bound=False, minute=1430)
    after = OralDose(1000, False, minute=10, day=1, uptake=Uptake(intrinsic_factor=False))
    first, second = absorbed_by_dose([before, after])
    assert first == absorbed_range([before])
    assert second.likely == pytest.approx(5)


def test_of_foods_that_hold_none_likely_the_one_that_may_hold_more_has_the_larger_share() -> None:
    less, more = absorbed_by_dose(
        [OralDose(0, True, minute=480, high_mcg=1), OralDose(0, True, minute=490, high_mcg=3)]
    )
    assert more.high == pytest.approx(3 * less.high)
    assert less.high > 0


ranged_doses = st.builds(
    lambda ends, **more: OralDose(ends[1], low_mcg=ends[0], high_mcg=ends[2], **more),
    st.tuples(*[st.just(0.0) | amounts] * 3).map(sorted),
    food_bound=st.booleans(),
    minute=minutes,
    occasion=st.none() | st.sampled_from(OCCASIONS),
    uptake=uptakes,
)


@given(st.lists(ranged_doses, max_size=8))
def test_the_parts_of_the_doses_add_up_to_what_the_equation_says_of_their_windows(
    doses: list[OralDose],
) -> None:
    parts = absorbed_by_dose(doses)
    for parameters in (LOW, LIKELY, HIGH):
        summed = math.fsum(getattr(part, parameters.name) for part in parts)
        expected = math.fsum(
            by_the_equation([doses[place] for place in window], parameters)
            for window in dose_windows(doses)
        )
        assert summed == pytest.approx(expected)


def by_the_equation(window: list[OralDose], parameters: ParameterSet) -> float:
    """V * (1 - exp(-f0 * sum(b * d) / V)) + p * sum(d), of the end that the parameters are of."""
    carried = swallowed = 0.0
    for dose in window:
        amount = {"low": dose.low, "likely": dose.amount_mcg, "high": dose.high}[parameters.name]
        bound = (5 / 6 if dose.uptake.food_bound_counts else 0) if dose.food_bound else 1
        carried += amount * bound * dose.uptake.intrinsic_factor
        swallowed += amount
    ceiling = parameters.capacity_mcg
    by_intrinsic_factor = -ceiling * math.expm1(-parameters.slope * carried / ceiling)
    return by_intrinsic_factor + parameters.passive_share * swallowed


def test_a_window_is_shared_as_each_dose_reaches_intrinsic_factor() -> None:
    stew = OralDose(1.2, food_bound=True, minute=490, low_mcg=0.1, high_mcg=9)
    supplement, meal = absorbed_by_dose([tablet(3, 480), stew])
    carried = 1.5 * (1 - math.exp(-0.7 * 4 / 1.5))
    assert supplement.likely == pytest.approx(carried * 3 / 4 + 0.005 * 3)
    assert meal.likely == pytest.approx(carried * 1 / 4 + 0.005 * 1.2)


def test_a_range_of_content_goes_to_the_ends_of_the_estimate() -> None:
    salmon = OralDose(4.7, food_bound=True, low_mcg=1.2, high_mcg=4.98)
    found = absorbed_range([salmon])
    assert found.low == pytest.approx(absorbed_mcg([food(1.2)], LOW))
    assert found.likely == pytest.approx(absorbed_mcg([food(4.7)], LIKELY))
    assert found.high == pytest.approx(absorbed_mcg([food(4.98)], HIGH))


def test_a_dose_whose_range_is_out_of_order_is_refused() -> None:
    with pytest.raises(ValueError, match="rise from low to high"):
        OralDose(1, food_bound=True, low_mcg=2)


@given(
    st.lists(
        st.builds(
            OralDose,
            amount_mcg=st.floats(0, 1e9, allow_subnormal=True),
            food_bound=st.booleans(),
            minute=minutes,
        )
    ),
    st.booleans(),
    st.booleans(),
)
def test_low_likely_and_high_are_always_in_order(
    doses: list[OralDose], food_bound_counts: bool, intrinsic_factor: bool
) -> None:
    found = absorbed_range(under(doses, Uptake(food_bound_counts, intrinsic_factor)))
    assert found.low <= found.likely <= found.high


@pytest.mark.parametrize("parameters", [LOW, LIKELY, HIGH], ids=lambda found: found.name)
def test_nothing_taken_is_nothing_absorbed(parameters: ParameterSet) -> None:
    assert absorbed_mcg([], parameters) == 0
    assert absorbed_mcg([tablet(0), food(0, 480)], parameters) == 0
    assert absorbed_range([]) == NOTHING_ABSORBED


@pytest.mark.parametrize("parameters", [LOW, LIKELY, HIGH], ids=lambda found: found.name)
def test_a_gram_is_absorbed_at_the_passive_share(parameters: ParameterSet) -> None:
    expected = parameters.capacity_mcg + parameters.passive_share * 1e6
    assert absorbed_mcg([tablet(1e6)], parameters) == pytest.approx(expected)


def test_the_smallest_dose_keeps_its_digits() -> None:
    assert absorbed_mcg([tablet(1e-12)], LIKELY) == pytest.approx(0.705e-12, rel=1e-9, abs=0)


def test_without_intrinsic_factor_only_the_passive_share_is_left() -> None:
    found = absorbed_range(
        under([tablet(1000, 480), food(10, 780)], Uptake(intrinsic_factor=False))
    )
    assert (found.low, found.likely, found.high) == pytest.approx((5.05, 5.05, 12.12))


@pytest.mark.parametrize("amount", [-0.1, math.nan, math.inf])
def test_an_amount_that_cannot_be_is_refused(amount: float) -> None:
    with pytest.raises(ValueError, match="finite number of µg"):
        tablet(amount)


def test_an_unknown_occasion_is_refused() -> None:
    with pytest.raises(ValueError, match="breakfast, lunch, dinner, snack"):
        tablet(1, occasion="elevenses")


def test_ranges_add_up() -> None:
    assert AbsorbedRange(1, 2, 3) + AbsorbedRange.point(0.5) == AbsorbedRange(1.5, 2.5, 3.5)


def test_ranges_of_several_days_are_summed_from_nothing() -> None:
    days = [AbsorbedRange(1, 2, 3), AbsorbedRange(3, 4, 5)]
    assert sum(days, NOTHING_ABSORBED).per_day(2) == AbsorbedRange(2, 3, 4)


@pytest.mark.parametrize("ends", [(2, 1, 3), (1, 3, 2), (-1, 0, 1), (math.nan, 1, 2)])
def test_a_range_out_of_order_is_refused(ends: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="rise from low to high"):
        AbsorbedRange(*ends)


def test_a_mean_over_no_days_is_refused() -> None:
    with pytest.raises(ValueError, match="number of days"):
        NOTHING_ABSORBED.per_day(0)
