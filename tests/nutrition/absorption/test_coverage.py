"""The estimate of days, and the verdict on a run of them."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.nutrition.absorption.coverage import Recorded, assess_recorded
from tracker.nutrition.absorption.estimate import Evidence
from tracker.nutrition.absorption.parts import Origin
from tracker.nutrition.absorption.verdict import Obstacle, Verdict
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.intake import DaySummary, Intake, IntakeKind, Period
from tracker.nutrition.diary.when import Occasion, When
from tracker.nutrition.people.factors import FACTORS, Factor
from tracker.nutrition.people.person import Person
from tracker.nutrition.people.targets import Target
from tracker.nutrition.supplements.supplement import CobalaminForm, Route

FIRST = date(2026, 10, 26)
ADULT = Person(1, "Ana", born=date(1990, 5, 17))
TARGETS = {
    "adult": Target(Decimal("2.4"), "RDA", "31-50 years", "iom-1998"),
    "pregnant": Target(Decimal("2.6"), "RDA", "pregnancy", "iom-1998"),
    "lactating": Target(Decimal("2.8"), "RDA", "lactation", "iom-1998"),
}
COVERED, LIKELY, SHORT, NOT_ASSESSED = Verdict


def take(mcg, at=None, route=Route.ORAL, form=CobalaminForm.CYANOCOBALAMIN, name="tablet"):
    return Intake(
        kind=IntakeKind.SUPPLEMENT,
        name=name,
        quantity=Fraction(1),
        portion="tablet",
        content=None if mcg is None else ContentRange.exactly(Decimal(str(mcg))),
        when=When(FIRST, at),
        form=form,
        route=route,
    )


def eat(best, fortified="0", at=None, occasion=None, low=None, high="same"):
    content = None
    if best is not None:
        best = Decimal(str(best))
        top = best if high == "same" else high and Decimal(str(high))
        content = ContentRange(Decimal(str(low)) if low is not None else best, best, top)
    return Intake(
        kind=IntakeKind.FOOD,
        name="food",
        quantity=Fraction(1),
        portion=None,
        content=content,
        when=When(FIRST, at, occasion),
        fortified_mcg=Decimal(str(fortified)),
    )


def fortified(mcg, at=None, occasion=None):
    return eat(mcg, mcg, at, occasion)


def period(by_day, days=28, person=ADULT, target="adult"):
    """A period; `by_day` says what is logged on the day of a number, or gives a list of days."""
    summaries = []
    for number in range(days):
        day = FIRST + timedelta(number)
        intakes = by_day(number) if callable(by_day) else by_day.get(number, [])
        named = target(number) if callable(target) else target
        summaries.append(DaySummary(day, TARGETS.get(named), tuple(one.on(day) for one in intakes)))
    return Period(person, tuple(summaries))


def judge(by_day, days=28, person=ADULT, target="adult", factors=(), earlier=()):
    evidence = Evidence(period(by_day, days, person, target), tuple(earlier), tuple(factors))
    return assess_recorded(evidence, Recorded())


def weekly(mcg):
    return lambda number: [take(mcg)] if number % 7 == 6 else []


def test_sundays_alone_with_2000_are_covered_and_not_seven_times_over():
    found = judge(weekly(2000))
    assert found.verdict is COVERED
    assert found.recorded_days == 4
    assert found.absorbed.likely == pytest.approx(1.6429, abs=0.0001)
    assert found.longest_gap_days == 6


@pytest.mark.parametrize("stage", TARGETS)
def test_2000_a_week_is_covered_for_every_adult_stage(stage):
    assert judge(weekly(2000), target=stage).verdict is COVERED


@pytest.mark.parametrize(
    ("intakes", "likely", "verdict"),
    [
        ([fortified(1.5, time(8)), fortified(1.5, time(19))], 1.5252, COVERED),
        ([fortified(1.5, occasion=Occasion.BREAKFAST), fortified(1.5, occasion=Occasion.DINNER)],
         1.5252, COVERED),
        ([take(10)], 1.5359, LIKELY),
        ([take(2.4)], 1.0226, SHORT),
        ([fortified(3, time(8))], 1.1451, SHORT),
        ([fortified(1.5, time(8)), fortified(1.5, time(8, 30))], 1.1451, SHORT),
        ([eat(0.8, at=time(8)), eat(0.8, at=time(13)), eat(0.8, at=time(19))], 1.2152, LIKELY),
    ],
)  # fmt: skip
def test_a_regimen_every_day(intakes, likely, verdict):
    found = judge(lambda _: intakes)
    assert found.absorbed.likely == pytest.approx(likely, abs=0.0001)
    assert found.verdict is verdict


def test_a_timed_dose_and_an_untimed_breakfast_are_not_two_windows():
    """Two windows would call this covered; in one sitting it is not."""
    day = [take(2, time(8)), fortified(1.2, occasion=Occasion.BREAKFAST)]
    together = judge(lambda _: [take(2, time(8)), fortified(1.2, time(8))])
    found = judge(lambda _: day)
    assert found.absorbed.likely == pytest.approx(together.absorbed.likely)
    assert found.verdict is SHORT


def test_two_brands_at_once_share_a_window_and_a_second_tablet_later_does_not():
    both = judge(lambda _: [take(10, time(8)), take(25, time(8), name="other")])
    assert both.absorbed.likely == pytest.approx(1.5 + 0.005 * 35, abs=0.0001)
    apart = judge(lambda _: [take(10, time(8)), take(10, time(20))])
    assert apart.absorbed.likely == pytest.approx(2 * 1.5359, abs=0.0001)


def test_a_dose_late_at_night_and_one_early_the_next_day_share_a_window():
    found = judge({6: [take(10, time(23, 30))], 7: [take(10, time(0, 30))]}, days=14)
    assert found.absorbed.likely * 14 == pytest.approx(1.5 + 0.005 * 20, abs=0.005)


def test_hours_before_the_day_starts_belong_to_its_end():
    owl = replace(ADULT, day_starts=4)
    found = judge({6: [take(10, time(23, 30)), take(10, time(1))]}, days=14, person=owl)
    assert found.absorbed.likely * 14 == pytest.approx(1.5 + 0.005 * 20, abs=0.005)


def test_the_parts_by_source_add_up():
    meal = [eat(2, "0.5", time(8)), take(10, time(8)), fortified(1, time(13))]
    found = judge(lambda _: meal)
    assert sum(found.estimates.by_origin.values()) == pytest.approx(found.absorbed.likely)
    assert all(found.estimates.by_origin[origin] > 0 for origin in Origin)
    assert found.intake_by_origin[Origin.FOOD] == Decimal("1.5")
    assert found.intake_mcg == Decimal(13)


def test_the_cautious_end_counts_the_low_end_of_a_food():
    found = judge(lambda _: [eat(4.7, low=1.2, high=4.98, at=time(8))])
    point = judge(lambda _: [eat(1.2, at=time(8))])
    assert found.absorbed.low == pytest.approx(point.absorbed.low)
    assert found.absorbed.low < found.absorbed.likely < found.absorbed.high


def test_an_open_upper_end_stays_open():
    assert judge(lambda _: [eat(23.6, low=20, high=None)]).absorbed.high is None


def test_unknown_contents_count_as_nothing_and_open_the_upper_end():
    found = judge(lambda _: [take(2.4, time(8)), eat(None)])
    assert found.period.not_known == 28
    assert found.absorbed.high is None
    assert found.verdict is SHORT


def test_a_food_that_may_hold_some_has_an_upper_end():
    found = judge(lambda _: [eat(0, low=0, high=1)])
    assert found.absorbed.likely == 0
    assert found.absorbed.high > 0


def test_days_without_a_record_count_as_nothing_taken():
    found = judge(lambda number: [take(10)] if number % 2 else [])
    assert found.absorbed.likely == pytest.approx(1.5359 / 2, abs=0.0001)
    assert found.verdict is SHORT


def test_nothing_recorded_is_not_assessed():
    found = judge({})
    assert found.verdict is NOT_ASSESSED
    assert found.obstacles == (Obstacle.NOTHING_RECORDED,)


def test_less_than_a_week_is_not_assessed():
    found = judge(lambda _: [take(1000)], days=6)
    assert (found.verdict, found.obstacles) == (NOT_ASSESSED, (Obstacle.TOO_FEW_DAYS,))


@pytest.mark.parametrize("days", [7, 14, 21])
def test_weekly_doses_are_not_called_covered_in_less_than_four_weeks(days):
    found = judge(weekly(2000), days=days)
    assert (found.verdict, found.obstacles) == (NOT_ASSESSED, (Obstacle.HANGS_ON_FEW_DAYS,))


def test_one_huge_dose_does_not_cover_four_weeks():
    assert judge({3: [take(10000)]}).verdict is NOT_ASSESSED


def test_one_huge_dose_beside_enough_on_the_other_days_does_not_hinder_a_verdict():
    found = judge(lambda number: [take(2000)] if number == 3 else [take(100)], days=7)
    assert found.verdict is COVERED
    found = judge(lambda number: [take(2000)] if number == 3 else [take(10)], days=7)
    assert (found.verdict, found.obstacles) == (NOT_ASSESSED, (Obstacle.HANGS_ON_FEW_DAYS,))


@pytest.mark.parametrize(
    ("pause", "obstacles"), [(31, ()), (32, (Obstacle.LONG_GAP,))], ids=["31 days", "32 days"]
)
def test_a_pause_of_more_than_a_month_of_31_days_is_not_hidden_in_a_mean(pause, obstacles):
    found = judge(lambda number: [] if 40 <= number < 40 + pause else [take(1000)], days=112)
    assert found.longest_gap_days == pause
    assert found.obstacles == obstacles


def test_a_month_of_foods_that_may_hold_nothing_is_no_pause():
    doubtful = [eat(2, low=0, high=3)]
    found = judge(lambda number: doubtful if 40 <= number < 72 else [take(1000)], days=112)
    assert (found.verdict, found.obstacles) == (COVERED, ())


def test_a_week_of_daily_doses_is_assessed():
    assert judge(lambda _: [take(10)], days=7).verdict is LIKELY


def test_the_need_is_that_of_the_stage_on_each_day():
    found = judge(
        lambda _: [take(10)], target=lambda number: "adult" if number < 14 else "pregnant"
    )
    assert found.need_mcg == pytest.approx(1.25)
    assert found.estimates.needs == [1.2, 1.3]


def test_without_a_target_there_is_no_verdict():
    found = judge(weekly(2000), target="none")
    assert (found.verdict, found.obstacles) == (NOT_ASSESSED, (Obstacle.NO_TARGET,))
    assert found.need_mcg is None


@pytest.mark.parametrize(
    ("born", "obstacles"),
    [(date(2026, 1, 1), (Obstacle.INFANT,)), (date(2025, 10, 27), (Obstacle.INFANT,)),
     (date(2025, 10, 26), ())],
)  # fmt: skip
def test_an_infant_is_not_assessed_and_a_child_is(born, obstacles):
    found = judge(lambda _: [take(10)], person=replace(ADULT, born=born))
    assert found.obstacles == obstacles
    assert found.is_childs


def test_pernicious_anaemia_leaves_the_passive_share_and_no_verdict():
    factor = Factor(1, FACTORS["pernicious-anaemia"], since=date(2020, 1, 1))
    found = judge(weekly(2000), factors=[factor])
    assert (found.verdict, found.obstacles) == (NOT_ASSESSED, (Obstacle.IMPAIRED,))
    assert found.absorbed.likely == pytest.approx(10 / 7)
    assert found.need_mcg == 2.0


def test_days_before_a_factor_began_are_assessed():
    later = Factor(1, FACTORS["coeliac"], since=FIRST + timedelta(28))
    assert judge(weekly(2000), factors=[later]).verdict is COVERED
    within = replace(later, since=FIRST + timedelta(27))
    assert judge(weekly(2000), factors=[within]).verdict is NOT_ASSESSED


def meat(_):
    return [eat(3, at=time(8)), eat(3, at=time(13)), eat(3, at=time(19))]


def test_with_a_long_used_acid_blocker_food_bound_b12_does_not_carry_a_verdict():
    assert judge(meat).verdict is COVERED
    found = judge(meat, factors=[Factor(1, FACTORS["ppi"])])
    assert found.verdict is SHORT
    assert found.judged.absorbed == found.without_food_bound.absorbed
    short_use = Factor(1, FACTORS["ppi"], since=FIRST)
    assert judge(meat, factors=[short_use]).verdict is COVERED


def test_metformin_is_a_reminder_only():
    found = judge(weekly(2000), factors=[Factor(1, FACTORS["metformin"])])
    assert found.verdict is COVERED
    assert [factor.kind.code for factor in found.evidence.factors_there] == ["metformin"]


def test_from_51_half_of_the_target_has_to_be_crystalline():
    at_51 = replace(ADULT, born=date(1975, 11, 22))
    younger = replace(ADULT, born=date(1975, 11, 23))
    assert judge(meat, person=younger).crystalline is None
    found = judge(meat, person=at_51)
    assert not found.crystalline.is_enough
    assert found.verdict is SHORT
    with_half = judge(lambda _: [*meat(_), fortified(1.2, time(16))], person=at_51)
    assert with_half.crystalline.is_enough
    assert with_half.verdict is COVERED


@pytest.mark.parametrize(
    ("dose", "verdict"),
    [
        (take(2000, time(20)), SHORT),
        (take(500, time(20), route=Route.NASAL), NOT_ASSESSED),
    ],
    ids=["tablet", "nasal"],
)
def test_from_51_one_large_dose_or_nasal_ones_are_not_half_of_a_months_target(dose, verdict):
    at_51 = replace(ADULT, born=date(1970, 1, 1))
    found = judge(lambda number: [*meat(number), *([dose] if number == 3 else [])], person=at_51)
    assert not found.crystalline.is_enough
    assert found.verdict is verdict


def test_from_51_a_weekly_tablet_is_half_of_the_target():
    found = judge(weekly(2000), person=replace(ADULT, born=date(1970, 1, 1)))
    assert found.crystalline.is_enough
    assert found.verdict is COVERED


def test_an_injection_is_retained_in_equal_parts_and_not_swallowed():
    found = judge({0: [take(1000, route=Route.INJECTION)]})
    assert found.absorbed.likely == pytest.approx(150 / 31)
    assert found.absorbed.low == found.absorbed.high
    assert found.verdict is COVERED
    assert found.estimates.by_origin[Origin.SUPPLEMENT] == pytest.approx(150 / 31)


def test_an_injection_before_the_period_counts_for_its_31_days():
    before = take(1000, route=Route.INJECTION).on(FIRST - timedelta(10))
    found = judge({0: [eat(0)]}, earlier=[before])
    assert found.absorbed.likely == pytest.approx(150 / 31 * 21 / 28)


def test_hydroxocobalamin_is_retained_better():
    injected = take(1000, route=Route.INJECTION, form=CobalaminForm.HYDROXOCOBALAMIN)
    assert judge({0: [injected]}).absorbed.likely == pytest.approx(730 / 31)


def test_nasal_doses_are_named_and_not_counted():
    found = judge(lambda _: [take(500, route=Route.NASAL)])
    assert found.nasal_doses == 28
    assert found.absorbed.likely == 0


def test_sublingual_counts_as_swallowed():
    under = judge(lambda _: [take(10, route=Route.SUBLINGUAL)])
    assert under.absorbed == judge(lambda _: [take(10)]).absorbed


amounts = st.decimals("0", "3000", places=2)


@given(st.lists(st.tuples(amounts, st.integers(0, 27), st.booleans()), min_size=1, max_size=12))
def test_figures_are_ordered_and_the_sources_add_up(doses):
    by_day = {}
    for mcg, number, is_food in doses:
        by_day.setdefault(number, []).append(eat(mcg) if is_food else take(mcg))
    found = judge(by_day)
    assert found.absorbed.low <= found.absorbed.likely <= found.absorbed.high
    assert sum(found.estimates.by_origin.values()) == pytest.approx(found.absorbed.likely, abs=1e-9)
    assert found.absorbed.likely <= float(found.intake_mcg) + 1e-9


@given(st.dictionaries(st.integers(0, 27), amounts, min_size=1))
def test_one_more_dose_never_makes_the_verdict_worse(doses):
    order = [SHORT, LIKELY, COVERED]
    before = judge({number: [take(mcg)] for number, mcg in doses.items()})
    more = judge(
        {number: [take(mcg)] for number, mcg in doses.items()}
        | {number: [take(10)] for number in range(28) if number not in doses}
    )
    if NOT_ASSESSED not in (before.verdict, more.verdict):
        assert order.index(more.verdict) >= order.index(before.verdict)
