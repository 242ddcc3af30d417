from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.nutrition.people.person import (
    LifePhase,
    Person,
    Phase,
    completed_months,
    date_after_months,
)
from tracker.nutrition.people.targets import ReferenceIntake, target_on, target_spans

DAY = timedelta(days=1)


def row(stage, phase, start, end, kind, amount):
    months = (None if start is None else start, None if end is None else end)
    return ReferenceIntake(
        "iom-1998", stage, phase, *months, kind, Decimal(amount), "P", "IOM 1998"
    )


NONE, PREGNANCY, LACTATION = Phase.NONE, Phase.PREGNANCY, Phase.LACTATION
TABLE = [
    row("0-6 months", NONE, 0, 6, "AI", "0.4"),
    row("7-12 months", NONE, 6, 12, "AI", "0.5"),
    row("1-3 years", NONE, 12, 48, "RDA", "0.9"),
    row("4-8 years", NONE, 48, 108, "RDA", "1.2"),
    row("9-13 years", NONE, 108, 168, "RDA", "1.8"),
    row("14-18 years", NONE, 168, 228, "RDA", "2.4"),
    row("19-30 years", NONE, 228, 372, "RDA", "2.4"),
    row("31-50 years", NONE, 372, 612, "RDA", "2.4"),
    row("51-70 years", NONE, 612, 852, "RDA", "2.4"),
    row("over 70 years", NONE, 852, None, "RDA", "2.4"),
    row("pregnancy", PREGNANCY, None, None, "RDA", "2.6"),
    row("lactation", LACTATION, None, None, "RDA", "2.8"),
]
BORN = date(2000, 2, 29)
"""A leap day: it turns on 1 March in common years."""


@pytest.mark.parametrize(
    ("turns", "before", "after", "stage"),
    [
        (date(2000, 8, 29), "0.4", "0.5", "7-12 months"),
        (date(2001, 3, 1), "0.5", "0.9", "1-3 years"),
        (date(2004, 2, 29), "0.9", "1.2", "4-8 years"),
        (date(2009, 3, 1), "1.2", "1.8", "9-13 years"),
        (date(2014, 3, 1), "1.8", "2.4", "14-18 years"),
        (date(2019, 3, 1), "2.4", "2.4", "19-30 years"),
        (date(2031, 3, 1), "2.4", "2.4", "31-50 years"),
        (date(2051, 3, 1), "2.4", "2.4", "51-70 years"),
        (date(2071, 3, 1), "2.4", "2.4", "over 70 years"),
    ],
)
def test_the_target_turns_on_the_birthday_itself(turns, before, after, stage):
    person = Person(1, "me", born=BORN)
    assert target_on(person, turns - DAY, TABLE).mcg == Decimal(before)
    assert target_on(person, turns - DAY, TABLE).life_stage != stage
    assert target_on(person, turns, TABLE).mcg == Decimal(after)
    assert target_on(person, turns, TABLE).life_stage == stage
    assert target_on(person, turns + DAY, TABLE).life_stage == stage


@pytest.mark.parametrize(
    ("phases", "amounts"),
    [
        ([(PREGNANCY, 10, 20)], {9: "2.4", 10: "2.6", 20: "2.6", 21: "2.4"}),
        ([(LACTATION, 10, None)], {9: "2.4", 10: "2.8", 999: "2.8"}),
        ([(PREGNANCY, 10, 20), (LACTATION, 15, 30)], {10: "2.6", 15: "2.8", 20: "2.8", 21: "2.8"}),
    ],
)
def test_pregnancy_and_lactation_have_their_days_and_the_larger_applies(phases, amounts):
    start = date(2026, 1, 1)
    spans = tuple(
        LifePhase(n, phase, start + first * DAY, None if last is None else start + last * DAY)
        for n, (phase, first, last) in enumerate(phases)
    )
    person = Person(1, "me", born=date(1996, 5, 5), phases=spans)
    for number, amount in amounts.items():
        assert target_on(person, start + number * DAY, TABLE).mcg == Decimal(amount)


def test_pregnancy_at_an_age_without_a_row_says_so():
    phase = LifePhase(1, PREGNANCY, date(2026, 1, 1))
    target = target_on(
        Person(1, "x", born=date(2013, 6, 1), phases=(phase,)), date(2026, 2, 1), TABLE
    )
    assert target.mcg == Decimal("2.6")
    assert "at 14 to 50 years only" in target.note
    grown = target_on(
        Person(1, "x", born=date(1996, 6, 1), phases=(phase,)), date(2026, 2, 1), TABLE
    )
    assert grown.note == ""


@pytest.mark.parametrize(
    ("day", "is_beside_the_row"),
    [("2040-02-27", True), ("2040-02-28", False), ("2077-02-27", False), ("2077-02-28", True)],
)
def test_the_row_of_pregnancy_is_for_14_to_50_years_both_included(day, is_beside_the_row):
    born = date(2026, 2, 28)
    phase = LifePhase(1, PREGNANCY, born)
    target = target_on(Person(1, "x", born=born, phases=(phase,)), date.fromisoformat(day), TABLE)
    assert (target.note != "") == is_beside_the_row


def test_without_a_day_of_birth_the_adult_target_applies():
    target = target_on(Person(1, "me"), date(2026, 11, 22), TABLE)
    assert (target.mcg, target.life_stage) == (Decimal("2.4"), "adult")


def test_a_span_ends_with_the_last_day_of_a_pregnancy():
    first, last = date(2026, 1, 10), date(2026, 10, 1)
    person = Person(1, "x", born=date(1996, 5, 5), phases=(LifePhase(1, PREGNANCY, first, last),))
    (span,) = [one for one in target_spans(person, TABLE) if one.target.life_stage == "pregnancy"]
    assert (span.first_day, span.last_day) == (first, last)


def test_before_birth_and_outside_a_standard_there_is_no_target():
    person = Person(1, "me", born=BORN)
    assert target_on(person, BORN - DAY, TABLE) is None
    slip = replace(person, phases=(LifePhase(1, PREGNANCY, BORN - 9 * DAY),))
    assert target_on(slip, BORN - DAY, TABLE) is None
    assert target_on(slip, BORN, TABLE).mcg == Decimal("2.6")
    assert target_on(Person(1, "me", standard="none-such"), BORN, TABLE) is None
    infants_only = [one for one in TABLE if one.from_months == 0]
    assert target_on(person, date(2020, 1, 1), infants_only) is None


births = st.dates(date(1905, 1, 1), date(2026, 12, 31))
ages = st.integers(0, 100 * 366)


@given(births, ages)
def test_every_day_of_a_life_is_in_exactly_one_band(born, age):
    months = completed_months(born, born + age * DAY)
    assert sum(one.covers_age(months) for one in TABLE) == 1


@given(births, st.integers(0, 1500))
def test_a_month_is_complete_on_its_day_and_not_the_day_before(born, months):
    turns = date_after_months(born, months)
    assert completed_months(born, turns) == months
    assert completed_months(born, turns - DAY) == months - 1


@given(births, st.integers(0, 12000), st.integers(0, 400), ages)
@example(date(2000, 1, 1), 331, 400, 731)
def test_the_kept_spans_agree_with_the_rule_on_every_day(born, start, length, age):
    first = born + start * DAY
    phase = LifePhase(1, PREGNANCY, first, first + length * DAY)
    person = Person(1, "me", born=born, phases=(phase,))
    day = born + age * DAY
    spans = target_spans(person, TABLE)
    found = [span.target for span in spans if span.first_day <= day <= span.last_day]
    assert found == [target_on(person, day, TABLE)]


@given(births)
def test_spans_follow_one_another_without_gap_or_overlap(born):
    spans = target_spans(Person(1, "me", born=born), TABLE)
    assert spans[0].first_day == born
    for one, following in pairwise(spans):
        assert following.first_day == one.last_day + DAY
