from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TrackerError
from tracker.nutrition.health.blood_tests import (
    Bound,
    LabRange,
    LabResult,
    findings,
    implausibility,
    parse_lab_range,
    parse_value,
)
from tracker.nutrition.health.markers import (
    FACTS,
    CutOffs,
    Marker,
    Position,
    convert,
    parse_marker,
    parse_unit,
)

DAY = date(2026, 11, 20)


def result(marker, value, unit, bound=Bound.NONE, lab_range=None):
    return LabResult(Marker(marker), Decimal(value), unit, DAY, bound, lab_range=lab_range)


def positions(one):
    return {finding.cut_offs.rule_set: finding.position for finding in findings(one)}


@pytest.mark.parametrize(
    ("marker", "value", "unit", "wanted", "expected"),
    [
        ("b12", "200", "pg/mL", "pmol/L", 147.6),
        ("b12", "1", "pg/mL", "pmol/L", 0.7378),
        ("b12", "350", "ng/L", "pg/mL", 350),
        ("mma", "1", "µmol/L", "nmol/L", 1000),
        ("mma", "1", "µmol/L", "µg/L", 118.09),
        ("mma", "118.09", "ng/mL", "µmol/L", 1),
        ("homocysteine", "1", "mg/L", "µmol/L", 7.397),
        ("homocysteine", "15000", "nmol/L", "µmol/L", 15),
    ],
)
def test_units_convert_as_published(marker, value, unit, wanted, expected):
    found = convert(Marker(marker), Decimal(value), unit, wanted)
    assert float(found) == pytest.approx(expected, rel=5e-4)


@given(
    st.sampled_from(list(Marker)),
    st.decimals(Decimal("0.001"), 100_000, places=3),
    st.data(),
)
def test_converting_back_gives_exactly_the_same(marker, value, data):
    units = st.sampled_from(list(FACTS[marker].units))
    one, other = data.draw(units), data.draw(units)
    there = convert(marker, value, one, other)
    factors = FACTS[marker].units
    assert there * factors[other] / factors[one] == Fraction(value)


@pytest.mark.parametrize(
    ("marker", "value", "unit", "expected"),
    [
        ("b12", "200", "pg/mL", {"article": "within", "nice-ng239": "within"}),
        ("b12", "199.999", "pg/mL", {"article": "below", "nice-ng239": "within"}),
        ("b12", "180", "ng/L", {"article": "below", "nice-ng239": "within"}),
        ("b12", "179.9", "ng/L", {"article": "below", "nice-ng239": "below"}),
        ("b12", "350", "ng/L", {"article": "within", "nice-ng239": "within"}),
        ("b12", "350.1", "ng/L", {"article": "within", "nice-ng239": "above"}),
        ("b12", "147", "pmol/L", {"article": "below", "nice-ng239": "within"}),
        ("b12", "148", "pmol/L", {"article": "within", "nice-ng239": "within"}),
        ("holotc", "25", "pmol/L", {"nice-ng239": "within"}),
        ("holotc", "24.9", "pmol/L", {"nice-ng239": "below"}),
        ("holotc", "70", "pmol/L", {"nice-ng239": "within"}),
        ("holotc", "70.5", "pmol/L", {"nice-ng239": "above"}),
        ("mma", "0.4", "µmol/L", {"article": "within"}),
        ("mma", "401", "nmol/L", {"article": "above"}),
        ("homocysteine", "15", "µmol/L", {"article": "within"}),
        ("homocysteine", "15.1", "µmol/L", {"article": "above"}),
    ],
)
def test_cut_offs_are_strict(marker, value, unit, expected):
    found = {
        name: position.value for name, position in positions(result(marker, value, unit)).items()
    }
    assert found == expected


@pytest.mark.parametrize(
    ("marker", "bound", "value", "position"),
    [
        ("b12", "<", "200", "below"),
        ("b12", "<", "150", "below"),
        ("b12", "<", "250", "cannot be told"),
        ("b12", ">", "200", "within"),
        ("b12", ">", "2000", "within"),
        ("b12", ">", "150", "cannot be told"),
        ("mma", "<", "0.4", "within"),
        ("mma", "<", "0.5", "cannot be told"),
        ("mma", ">", "0.4", "above"),
        ("mma", ">", "0.1", "cannot be told"),
    ],
)
def test_a_result_beyond_the_reach_of_a_method_is_placed_only_where_it_is_certain(
    marker, bound, value, position
):
    unit = {"b12": "pg/mL", "mma": "µmol/L"}[marker]
    one = result(marker, value, unit, Bound(bound))
    assert positions(one)["article"].value == position


ends = st.none() | st.decimals(1, 1000, places=1)


@given(st.decimals(1, 1000, places=2), st.decimals(1, 1000, places=2), ends, ends)
def test_what_is_said_of_a_bound_holds_for_every_value_behind_it(limit, value, low, high):
    """`<limit` is never placed where a value below the limit is not."""
    if low is not None and high is not None and low > high:
        low, high = high, low
    lab_range = LabRange(low, high)
    for bound, inside in ((Bound.LESS, value < limit), (Bound.MORE, value > limit)):
        said = findings(result("b12", limit, "pg/mL", bound, lab_range))[-1].position
        if inside and said is not Position.CANNOT_BE_TOLD:
            assert findings(result("b12", value, "pg/mL", lab_range=lab_range))[-1].position is said


def test_low_b12_and_high_metabolites_are_of_concern_and_nothing_else():
    concerning = {
        (marker, value): any(one.concerning for one in findings(result(marker, value, unit)))
        for marker, value, unit in (
            ("b12", "150", "pg/mL"),
            ("b12", "900", "pg/mL"),
            ("holotc", "20", "pmol/L"),
            ("mma", "0.9", "µmol/L"),
            ("mma", "0.1", "µmol/L"),
            ("homocysteine", "30", "µmol/L"),
        )
    }
    assert [key for key, value in concerning.items() if not value] == [
        ("b12", "900"),
        ("mma", "0.1"),
    ]


def test_the_labs_own_range_is_one_more_rule_set():
    one = result("b12", "180", "pg/mL", lab_range=LabRange(Decimal(200), Decimal(900)))
    assert positions(one)["lab"] is Position.BELOW


def test_every_cut_off_is_in_a_unit_of_its_marker_and_has_a_source():
    for marker, facts in FACTS.items():
        for rule in facts.cut_offs:
            assert isinstance(rule, CutOffs)
            assert rule.unit in FACTS[marker].units
            assert rule.source
            assert rule.low is None or rule.high is None or (rule.low < rule.high and rule.between)


@pytest.mark.parametrize(
    ("marker", "value", "unit", "meant"),
    [
        ("homocysteine", "12.4", "nmol/L", "µmol/L"),
        ("mma", "271", "µmol/L", "nmol/L"),
        ("mma", "0.27", "nmol/L", "µmol/L"),
        ("b12", "12", "pg/mL", None),
    ],
)
def test_an_implausible_figure_asks_for_the_unit_that_fits(marker, value, unit, meant):
    said = implausibility(result(marker, value, unit))
    assert said is not None
    assert ("did you mean" in said) == (meant is not None)
    assert meant is None or meant in said.partition("did you mean")[2]


@pytest.mark.parametrize(
    ("marker", "value", "unit"),
    [("b12", "180", "pg/mL"), ("holotc", "35", "pmol/L"), ("mma", "0.271", "µmol/L")],
)
def test_ordinary_figures_are_plausible(marker, value, unit):
    assert implausibility(result(marker, value, unit)) is None


@pytest.mark.parametrize(
    ("marker", "least", "most", "unit"),
    [
        ("b12", "20", "5000", "pmol/L"),
        ("holotc", "1", "1000", "pmol/L"),
        ("mma", "0.02", "100", "µmol/L"),
        ("homocysteine", "1", "500", "µmol/L"),
    ],
)
def test_what_is_measured_in_people_is_plausible_with_both_of_its_ends(marker, least, most, unit):
    least, most, bit = Decimal(least), Decimal(most), Decimal("0.0001")
    for value in (least, most):
        assert implausibility(result(marker, value, unit)) is None
    for value in (least - bit, most + bit):
        assert implausibility(result(marker, value, unit)) is not None


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("b12", "b12"),
        ("B12", "b12"),
        ("serum B12", "b12"),
        ("active b12", "holotc"),
        ("HoloTC", "holotc"),
        ("methylmalonic acid", "mma"),
        ("hcy", "homocysteine"),
    ],
)
def test_markers_go_by_several_names(text, marker):
    assert parse_marker(text).value == marker


@pytest.mark.parametrize(
    "text", ["umol/L", "µmol/l", "μmol/L", "mcmol/L", " µmol / L ", "µmol/litre"]
)
def test_units_are_read_as_people_write_them(text):
    assert parse_unit(Marker.MMA, text) == "µmol/L"


@pytest.mark.parametrize(
    ("text", "bound", "value"),
    [
        ("180", "", "180"),
        ("0,35", "", "0.35"),
        ("<50", "<", "50"),
        ("> 2000", ">", "2000"),
        ("0.000001", "", "0.000001"),
        ("1000000", "", "1000000"),
    ],
)
def test_figures_are_read_as_laboratories_print_them(text, bound, value):
    assert parse_value(text) == (Bound(bound), Decimal(value))


@pytest.mark.parametrize(
    "text",
    ["", "abc", "-5", "0", "<0", "1e400", "nan", "1,000", "0.0000001", "1000000.1", "9" * 40],
)
def test_other_figures_are_refused(text):
    with pytest.raises(TrackerError):
        parse_value(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("200-900", 200, 900), ("200 – 900", 200, 900), ("<15", None, 15), ("> 35", 35, None)],
)
def test_ranges_are_read_as_laboratories_print_them(text, low, high):
    assert parse_lab_range(text) == LabRange(low, high)


@pytest.mark.parametrize("text", ["900-200", "200", "-", "a-b", "200-200", "1-2-3"])
def test_other_ranges_are_refused(text):
    with pytest.raises(TrackerError):
        parse_lab_range(text)
