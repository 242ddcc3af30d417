from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.intake import (
    DaySummary,
    Intake,
    IntakeKind,
    Period,
    in_order_of_the_day,
)
from tracker.nutrition.diary.when import Occasion, When
from tracker.nutrition.people.person import Person
from tracker.nutrition.people.targets import Target

MONDAY = date(2026, 11, 16)
TARGET = Target(Decimal("2.4"), "RDA", "adult", "iom-1998")


def intake(mcg, kind=IntakeKind.FOOD, name="egg", **values):
    content = None if mcg is None else ContentRange.exactly(Decimal(mcg))
    plain = {"quantity": Fraction(1), "portion": None, "when": When(MONDAY)} | values
    return Intake(kind=kind, name=name, content=content, **plain)


def day(number, *intakes, target=TARGET):
    return DaySummary(MONDAY + timedelta(days=number), target, intakes)


@pytest.mark.parametrize(
    ("quantity", "portion", "wording"),
    [
        ("2", "large", "2 × egg, large"),
        ("85", "g", "85 g egg"),
        ("1/2", "cup", "½ cup egg"),
        ("1", None, "egg"),
        ("3", None, "3 × egg"),
        ("1000", "µg", "1000 µg egg"),
    ],
)
def test_an_intake_reads_as_people_say_it(quantity, portion, wording):
    assert intake("1", quantity=Fraction(quantity), portion=portion).wording == wording


def test_food_supplements_and_fortified_food_are_told_apart():
    summary = day(
        0,
        intake("1.5", fortified_mcg=Decimal("1.2")),
        intake("25", IntakeKind.SUPPLEMENT),
    )
    assert summary.total.best == Decimal("26.5")
    assert summary.food.best == Decimal("1.5")
    assert summary.supplements.best == 25
    assert summary.fortified_mcg == Decimal("1.2")
    assert summary.food_bound_mcg == Decimal("0.3")


def test_the_mean_is_over_recorded_days_and_counts_a_real_zero():
    period = Period(
        Person(1, "me"), (day(0, intake("3")), day(1), day(2, intake("0")), day(3, intake(None)))
    )
    assert period.mean.best == Decimal(1), "of three recorded days one is known to be at least 0"
    assert len(period.recorded) == 3
    assert (period.mean.low, period.mean.high, period.mean.not_known) == (1, None, 1)


def test_each_end_of_the_mean_is_over_recorded_days():
    ranged = replace(intake("1"), content=ContentRange(Decimal(0), Decimal(1), Decimal(4)))
    period = Period(Person(1, "me"), (day(0, ranged), day(1), day(2, intake("2"))))
    mean = period.mean
    assert (mean.low, mean.best, mean.high) == (1, Decimal("1.5"), 3)


def test_without_a_known_amount_there_is_no_mean():
    for days in ((day(0),), (day(0, intake(None)),)):
        assert Period(Person(1, "me"), days).mean.best is None


def test_contributions_are_summed_by_name_and_kind_largest_first():
    period = Period(
        Person(1, "me"),
        (
            day(0, intake("1"), intake("2", name="milk")),
            day(1, intake("0.5"), intake("0", name="tea")),
            day(2, intake("9", IntakeKind.SUPPLEMENT, name="milk")),
        ),
    )
    found = [(one.name, one.kind.value, one.mcg, one.times) for one in period.contributions]
    assert found == [
        ("milk", "supplement", 9, 1),
        ("milk", "food", 2, 1),
        ("egg", "food", Decimal("1.5"), 2),
    ]


def test_a_day_without_a_target_has_no_percent():
    assert day(0, intake("1"), target=None).percent.best is None


def test_a_day_runs_from_its_own_start_and_untimed_intakes_come_last():
    late = intake("1", name="late", when=When(MONDAY, time(1, 30)), id=1)
    breakfast = intake("1", name="breakfast", when=When(MONDAY, occasion=Occasion.BREAKFAST), id=2)
    noon = intake("1", name="noon", when=When(MONDAY, time(12)), id=3)
    untimed = intake("1", name="untimed", id=4)
    ordered = in_order_of_the_day([late, untimed, noon, breakfast], day_starts=4)
    assert [one.name for one in ordered] == ["breakfast", "noon", "late", "untimed"]
