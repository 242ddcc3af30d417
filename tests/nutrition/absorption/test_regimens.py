from decimal import Decimal

import pytest

from tracker.nutrition.absorption.model.oral import NORMAL, Uptake
from tracker.nutrition.absorption.regimens import COMMON, Regimen, outcome
from tracker.nutrition.absorption.verdict import Verdict
from tracker.nutrition.supplements.every import parse_every
from tracker.nutrition.supplements.supplement import CobalaminForm, Route

BY_DOSE = {f"{one.units_a_day} × {one.strength_mcg} {one.recurrence.words}": one for one in COMMON}


@pytest.mark.parametrize(
    ("dose", "likely", "verdict"),
    [
        ("2 × 1.5 every day", 1.5252, Verdict.COVERED),
        ("1 × 10 every day", 1.5359, Verdict.LIKELY_COVERED),
        ("1 × 2000 every week", 1.6429, Verdict.COVERED),
        ("1 × 2.4 every day", 1.0226, Verdict.SHORT),
        ("1 × 1000 every day", 6.5, Verdict.COVERED),
        ("1 × 2000 every day", 11.5, Verdict.COVERED),
    ],
)
def test_the_common_regimens_come_out_as_published(dose, likely, verdict):
    found = outcome(BY_DOSE[dose], 1.2, NORMAL)
    assert found.absorbed.likely == pytest.approx(likely, abs=0.0001)
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("dose", "units"),
    [("1 × 10 every day", 30.4375), ("2 × 1.5 every day", 60.875), ("1 × 2000 every week", 4.348)],
)
def test_a_mean_month_needs_so_many_units(dose, units):
    assert BY_DOSE[dose].units_a_month == pytest.approx(units, abs=0.001)


def test_an_injection_is_retained_over_its_interval():
    monthly = Regimen(
        "x", Decimal(1000), parse_every("month"), form=CobalaminForm.CYANOCOBALAMIN,
        route=Route.INJECTION,
    )  # fmt: skip
    assert monthly.absorbed(NORMAL).likely == pytest.approx(150 / 30.4375)


def test_without_an_assessment_there_are_figures_and_no_verdict():
    found = outcome(BY_DOSE["1 × 2000 every week"], None, Uptake(intrinsic_factor=False))
    assert found.verdict is Verdict.NOT_ASSESSED
    assert found.absorbed.likely == pytest.approx(10 / 7)
