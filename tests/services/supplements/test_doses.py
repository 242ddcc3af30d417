"""Which dose a wording means: a product, an amount of one, or plain B12 by its strength."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.errors import AmbiguousError, NotFoundError, TrackerError
from tracker.services.supplements.doses import find_dose, says_a_dose
from tracker.services.supplements.products import Products
from tracker.services.supplements.supplements import SupplementChanges, add_supplement


@pytest.fixture
def read(diary):
    """Reads a wording in a diary with 25 µg tablets of its own."""
    add_supplement(diary, "zorb", SupplementChanges(strength_mcg=Decimal(25)))

    def dose(wording):
        with diary.database.read() as connection:
            return find_dose(Products(connection, diary), wording)

    return dose


def test_an_amount_of_a_product_is_so_many_of_its_units(read):
    dose = read("50 mcg zorb")
    assert (dose.quantity, dose.unit, dose.dose_mcg) == (2, "tablet", 50)
    assert read("10 mcg zorb").quantity == Fraction(2, 5)


def test_who_can_be_asked_says_which_of_several_is_meant(diary, read):
    with pytest.raises(AmbiguousError):
        read("cyano")
    with diary.database.read() as connection:
        last = Products(connection, diary, lambda _wanted, names: len(names) - 1)
        assert find_dose(last, "cyano").name == find_dose(last, "cyanocobalamin").name
        assert find_dose(last, "cyano").name.startswith("cyanocobalamin")


def test_an_amount_of_more_than_ten_units_is_a_slip_of_the_strength(read):
    assert read("250 mcg zorb").quantity == 10
    with pytest.raises(TrackerError, match="would be 11 × zorb, tablet"):
        read("275 mcg zorb")
    assert read("11 zorb").dose_mcg == 275


def test_a_product_whose_name_ends_in_a_number_is_not_so_many_of_it(diary, read):
    add_supplement(diary, "blick 1000", SupplementChanges(strength_mcg=Decimal(1000)))
    assert read("blick 1000").dose_mcg == 1000
    assert read("2 blick 1000").dose_mcg == 2000


def test_a_unit_that_a_product_lacks_is_refused_and_a_pill_may_be_a_capsule(diary, read):
    add_supplement(diary, "blick", SupplementChanges(strength_mcg=Decimal(5), unit="capsule"))
    assert read("2 pills blick").dose_mcg == 10
    with pytest.raises(TrackerError, match="blick comes as capsule, not as drop"):
        read("2 drops blick")


def test_less_than_a_nanogram_is_no_dose(read):
    with pytest.raises(TrackerError, match="less than a nanogram"):
        read("1 tablet 0.0004 mcg cyanocobalamin")


def test_what_fits_several_products_and_what_fits_none_are_told_apart(diary, read):
    add_supplement(diary, "zorb forte", SupplementChanges(strength_mcg=Decimal(500)))
    add_supplement(diary, "zorb mild", SupplementChanges(strength_mcg=Decimal(5)))
    assert read("zorb").dose_mcg == 25
    with pytest.raises(AmbiguousError, match="could be: zorb forte"):
        read("forte")
    with pytest.raises(NotFoundError, match="did you mean zorb"):
        read("zorp")


@pytest.mark.parametrize(
    ("name", "is_dose"),
    [("25 mcg", True), ("1 mg cyano", True), ("b12 25 mcg", False), ("25 drops", False)],
)
def test_a_name_that_begins_with_an_amount_would_be_read_as_one(name, is_dose):
    assert says_a_dose(name) is is_dose
