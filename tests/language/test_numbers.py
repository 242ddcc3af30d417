"""Numbers as people write them, and those that two people read differently."""

from decimal import Decimal

import pytest

from tracker.errors import TrackerError
from tracker.language.numbers import parse_number


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", "0"), ("2,4", "2.4"), (" 2.4 ", "2.4"), ("1.255", "1.255"), ("1,25", "1.25")],
)
def test_a_comma_is_a_point_and_three_decimals_as_tables_give_them_are_no_thousands(text, number):
    assert parse_number(text, "it") == Decimal(number)


@pytest.mark.parametrize("text", ["1,000", "1.000", "1 000", "1,250", "1.250", "12.340.670"])
def test_what_may_be_thousands_is_refused_with_the_digits_to_write(text):
    digits = "".join(filter(str.isdigit, text))
    with pytest.raises(TrackerError, match=f"write {digits} "):
        parse_number(text, "it")


@pytest.mark.parametrize("text", ["", "two", "-1", "nan", "1e9", "1E-9", "inf", "٢", "1" * 41])
def test_what_is_no_number_of_something_is_refused(text):
    with pytest.raises(TrackerError):
        parse_number(text, "it")
