from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.supplements.supplement import (
    UNITS,
    CobalaminForm,
    Route,
    Supplement,
    describe_plain_b12,
    is_mass,
    mass_mcg,
    route_of,
    unit_fits,
)


@pytest.mark.parametrize(
    ("quantity", "unit", "mcg"),
    [
        ("1000", "mcg", 1000),
        ("1", "mg", 1000),
        ("25", "µg", 25),
        ("25", "μg", 25),
        ("5", "UG", 5),
        ("2", "milligrams", 2000),
        ("2", "Micrograms", 2),
    ],
)
def test_doses_are_read_in_micrograms(quantity, unit, mcg):
    assert is_mass(unit)
    assert mass_mcg(Fraction(quantity), unit) == mcg


@pytest.mark.parametrize("unit", ["g", "iu", "", "ml"])
def test_other_units_are_no_mass_of_a_dose(unit):
    assert not is_mass(unit)


@pytest.mark.parametrize(
    ("words", "form", "route", "unit"),
    [
        ("cyanocobalamin", CobalaminForm.CYANOCOBALAMIN, None, None),
        ("methyl sublingual tablets", CobalaminForm.METHYLCOBALAMIN, Route.SUBLINGUAL, "tablet"),
        ("hydroxo injection", CobalaminForm.HYDROXOCOBALAMIN, Route.INJECTION, "injection"),
        ("vitamin B12", None, None, None),
        ("b12 nasal spray", None, Route.NASAL, "spray"),
    ],
)
def test_plain_b12_is_described_in_words(words, form, route, unit):
    plain = describe_plain_b12(words)
    assert (plain.form, plain.route, plain.unit) == (form, route, unit)


def test_a_word_that_says_nothing_of_b12_makes_it_a_name():
    assert describe_plain_b12("superb cyanocobalamin") is None


def test_hydroxocobalamin_needs_its_route_since_it_is_swallowed_and_injected():
    with pytest.raises(TrackerError, match="oral or injection"):
        route_of(describe_plain_b12("hydroxocobalamin"), "hydroxocobalamin")
    assert route_of(describe_plain_b12("cyanocobalamin"), "cyanocobalamin") is Route.ORAL


def test_a_spray_is_for_the_mouth_or_the_nose():
    with pytest.raises(TrackerError, match="oral or nasal"):
        route_of(describe_plain_b12("b12 spray"), "b12 spray")
    assert route_of(describe_plain_b12("b12 nasal spray"), "b12 nasal spray") is Route.NASAL


SWALLOWED_OR_CHEWED = ("pills", "capsules", "lozenges", "gummies")


@pytest.mark.parametrize("one", SWALLOWED_OR_CHEWED)
@pytest.mark.parametrize("other", SWALLOWED_OR_CHEWED)
def test_people_call_capsules_pills_but_not_sprays(one, other):
    form, route = CobalaminForm.NOT_STATED, Route.ORAL
    product = Supplement(1, "x", Decimal(1), UNITS.named(one), form, route)
    assert unit_fits(product, UNITS.named(other))
    assert not unit_fits(product, UNITS.named("sprays"))
    assert UNITS.get("bananas") is None
