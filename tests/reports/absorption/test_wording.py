"""What is said of a verdict never contradicts it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.nutrition.absorption.coverage import Recorded, assess_recorded
from tracker.nutrition.absorption.estimate import Estimates, Evidence
from tracker.nutrition.absorption.judging import Judgement
from tracker.nutrition.absorption.model.oral import AbsorbedRange
from tracker.nutrition.absorption.regimens import COMMON, Adviser, Regimen
from tracker.nutrition.absorption.verdict import compare
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.intake import DaySummary, Intake, IntakeKind, Period
from tracker.nutrition.diary.when import When
from tracker.nutrition.people.person import Person
from tracker.nutrition.people.targets import Target
from tracker.nutrition.supplements.every import parse_every
from tracker.nutrition.supplements.supplement import Route
from tracker.reports.absorption.wording import coverage_lines, how_often, mark_of, reasons

FIRST = date(2026, 10, 26)
TARGET = Target(Decimal("2.4"), "RDA", "31-50 years", "iom-1998")


def tablet(day):
    return Intake(
        kind=IntakeKind.SUPPLEMENT,
        name="tablet",
        quantity=Fraction(1),
        portion="tablet",
        content=ContentRange.exactly(Decimal(10)),
        when=When(day),
        route=Route.ORAL,
    )


def coverage(recorded=range(28)):
    days = tuple(
        DaySummary(
            FIRST + timedelta(number),
            TARGET,
            (tablet(FIRST + timedelta(number)),) if number in recorded else (),
        )
        for number in range(28)
    )
    period = Period(Person(1, "Ana", born=date(1990, 5, 17)), days)
    return assess_recorded(Evidence(period), Recorded())


EVERY_DAY = coverage()


def judged(low, likely):
    absorbed = AbsorbedRange(low, likely, likely + 1)
    days = tuple(replace(day, absorbed=absorbed) for day in EVERY_DAY.estimates.days[:1])
    judgement = Judgement(compare(absorbed, 1.2))
    return replace(EVERY_DAY, judged=Estimates(days), judgement=judgement)


def test_what_rounds_to_the_need_but_misses_it_is_just_under():
    (reason,) = reasons(judged(1.1, 1.199))
    assert reason == ("the likely estimate, just under 1.2 µg a day, is below the need of 1.2 µg")


@given(st.floats(0.5, 2), st.floats(0, 0.5))
def test_the_figures_of_a_reason_agree_with_its_verdict(low, more):
    (reason,) = reasons(judged(low, low + more))
    words = reason.split(" ")
    shown = words[words.index("µg") - 1] if "just" not in words else None
    if shown is not None and "is below" in reason:
        assert float(shown) < 1.2
    elif shown is not None:
        assert float(shown) >= 1.2


def test_missing_days_are_named_where_they_may_be_the_cause():
    (_, missing) = reasons(coverage(range(0, 28, 2)))
    assert missing.startswith("14 of 28 days have no record and count as nothing taken: ")
    assert missing.endswith("missing records may be the cause")


def test_one_missing_day_is_one_day():
    (_, missing) = reasons(coverage(range(1, 28)))
    assert missing == "1 of 28 days has no record and counts as nothing taken: 2026-10-26"


@pytest.mark.parametrize("line", coverage_lines(coverage(range(0, 28, 2))))
def test_lines_keep_within_80_columns(line):
    assert len(line) <= 80


def test_a_table_of_regimens_says_in_few_letters_how_often_and_whose_they_are():
    shown = [(mark_of(one), how_often(one)) for one in COMMON]
    assert shown[0] == ("V", "twice a day")
    assert shown[-2:] == [("", "on Mon, Thu"), ("VA", "every week")]
    asked = Regimen("x", Decimal(5), parse_every("2d"), advised_by=(Adviser.PERSON,))
    assert (mark_of(asked), how_often(asked)) == ("→", "every 2 days")
