from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError
from tracker.language.numbers import parse_number
from tracker.nutrition.amounts import (
    ContentRange,
    micrograms,
    milli,
    nanograms,
    of_milli,
    parse_mcg,
    percent,
    total,
)

ng = st.integers(0, 10**9)


@st.composite
def contents(draw):
    low, best, high = sorted(draw(st.tuples(ng, ng, ng)))
    is_open = draw(st.booleans())
    return ContentRange(micrograms(low), micrograms(best), None if is_open else micrograms(high))


@given(st.integers(-(10**12), 10**12))
def test_thousandths_survive_the_way_to_an_amount_and_back(thousandths):
    assert milli(of_milli(thousandths)) == thousandths


def test_thousandths_are_rounded_half_to_even_and_nothing_stays_nothing():
    assert milli(Fraction(2, 3)) == 667
    assert (milli(Decimal("0.0005")), milli(Decimal("0.0015"))) == (0, 2)
    assert of_milli(1250) == Decimal("1.25")
    assert (milli(None), of_milli(None)) == (None, None)


@given(ng)
def test_nanograms_survive_the_way_to_micrograms_and_back(amount):
    assert nanograms(micrograms(amount)) == amount


@given(st.lists(contents()), st.randoms())
def test_a_sum_does_not_depend_on_the_order(listed, random):
    shuffled = list(listed)
    random.shuffle(shuffled)
    assert total(listed) == total(shuffled)


@given(contents(), st.fractions(min_value=0, max_value=1000))
def test_a_scaled_range_stays_in_order(content, factor):
    scaled = content.times(factor)
    assert scaled.low <= scaled.best
    assert scaled.high is None or scaled.best <= scaled.high
    assert (scaled.high is None) == (content.high is None)


def test_two_eggs_are_worth_twice_an_egg():
    egg = ContentRange(Decimal("0.24"), Decimal("0.56"), Decimal("0.6"))
    assert egg.times(Fraction(2)) == ContentRange(Decimal("0.48"), Decimal("1.12"), Decimal("1.2"))


def test_unknown_content_makes_a_total_at_least():
    known = ContentRange.exactly(Decimal("1.5"))
    summed = total([known, None])
    assert (summed.low, summed.best, summed.high) == (Decimal("1.5"), Decimal("1.5"), None)
    assert summed.not_known == 1


def test_only_unknown_contents_have_no_best_and_nothing_at_all_is_zero():
    assert total([None]).best is None
    assert total([]).best == 0
    assert total([]).high == 0


def test_one_open_range_opens_the_sum():
    liver = ContentRange(Decimal(20), Decimal("23.6"), None)
    assert total([liver, ContentRange.exactly(Decimal(1))]).high is None


def test_percent_needs_an_amount_and_a_target():
    assert percent(Decimal("1.12"), Decimal("2.4")).quantize(Decimal("0.1")) == Decimal("46.7")
    assert percent(None, Decimal("2.4")) is None
    assert percent(Decimal(1), None) is None


@pytest.mark.parametrize("text", ["2.4", "2,4", " 2.4 ", "0", "1000", "0.001"])
def test_plain_numbers_are_read(text):
    assert parse_mcg(text) == Decimal(text.strip().replace(",", "."))


@pytest.mark.parametrize(
    "text",
    ["", "x", "-1", "NaN", "inf", "-inf", "1e400", "1e7", "2 4", "٣", "0.0001", "1" * 10_000],
)
def test_anything_else_is_refused_in_one_line(text):
    with pytest.raises(TrackerError) as refused:
        parse_mcg(text, "--mcg")
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    "text", ["1,000", "2,500,000", "12,345", "1.000", "2.500", "10 000", "2 500", "2\u202f500"]
)
def test_a_mark_of_thousands_is_refused_since_others_read_it_as_a_decimal_one(text):
    with pytest.raises(TrackerError, match="ambiguous"):
        parse_number(text, "--strength")


@pytest.mark.parametrize(("low", "best", "high"), [(2, 1, 3), (1, 3, 2), (-1, 0, 0)])
def test_a_range_out_of_order_cannot_be_made(low, best, high):
    with pytest.raises(ValueError, match="not a range"):
        ContentRange(Decimal(low), Decimal(best), Decimal(high))
