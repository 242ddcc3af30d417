"""Blood tests: markers, their units, and the cut-offs of named rule sets.

A result keeps the figure and the unit that the laboratory printed; everything else is worked out
from them, exactly. A cut-off is compared in its own unit and strictly: 200 is not below 200.
What a result means is for a clinician to say: here it is only placed beside cut-offs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tracker.errors import NotFoundError, TrackerError
from tracker.language.names import search_key
from tracker.language.numbers import parse_number

# Cyanocobalamin, 1355.39 g/mol: 1 pg/mL is 0.7378 pmol/L.
PMOL_PER_PG = Fraction(1000) / Fraction("1355.39")
# Methylmalonic acid, 118.09 g/mol.
UMOL_PER_UG = 1 / Fraction("118.09")
# Homocysteine, 135.19 g/mol: 1 mg/L is 7.397 µmol/L.
UMOL_PER_MG = Fraction("7.397")

LARGEST_VALUE = 1_000_000
FINEST = Decimal("0.000001")


class Marker(StrEnum):
    """What is measured in blood."""

    TOTAL_B12 = "b12"
    ACTIVE_B12 = "holotc"
    MMA = "mma"
    HOMOCYSTEINE = "homocysteine"


@dataclass(frozen=True)
class MarkerFacts:
    """A marker's name, its units and what is plausible.

    `units` holds, for each unit, how much of the first unit one of it is; `plausible` is a range
    in the first unit, outside of which another unit was probably meant.
    """

    name: str
    short_name: str
    units: dict[str, Fraction]
    plausible: tuple[Decimal, Decimal]
    caution: str
    other_names: tuple[str, ...] = ()

    @property
    def standard_unit(self) -> str:
        """The unit in which results of different laboratories are put side by side."""
        return next(iter(self.units))


_KIDNEY = "it also rises in kidney disease"
FACTS = {
    Marker.TOTAL_B12: MarkerFacts(
        "total B12",
        "total B12",
        {"pmol/L": Fraction(1), "pg/mL": PMOL_PER_PG, "ng/L": PMOL_PER_PG},
        (Decimal(20), Decimal(5000)),
        "it is high while supplements are taken, and says little then",
        ("vitamin b12", "serum b12", "cobalamin", "serum cobalamin", "total-b12"),
    ),
    Marker.ACTIVE_B12: MarkerFacts(
        "active B12 (holoTC)",
        "active B12",
        {"pmol/L": Fraction(1)},
        (Decimal(1), Decimal(1000)),
        "",
        ("active b12", "active-b12", "holotranscobalamin", "holo tc"),
    ),
    Marker.MMA: MarkerFacts(
        "methylmalonic acid (MMA)",
        "MMA",
        {
            "µmol/L": Fraction(1),
            "nmol/L": Fraction(1, 1000),
            "µg/L": UMOL_PER_UG,
            "ng/mL": UMOL_PER_UG,
        },
        (Decimal("0.02"), Decimal(100)),
        _KIDNEY,
        ("methylmalonic acid", "methylmalonate"),
    ),
    Marker.HOMOCYSTEINE: MarkerFacts(
        "homocysteine",
        "homocysteine",
        {"µmol/L": Fraction(1), "mg/L": UMOL_PER_MG, "nmol/L": Fraction(1, 1000)},
        (Decimal(1), Decimal(500)),
        f"{_KIDNEY}, and where folate is short",
        ("hcy", "total homocysteine"),
    ),
}


class Bound(StrEnum):
    """What a laboratory prints before a figure beyond the reach of its method."""

    NONE = ""
    LESS = "<"
    MORE = ">"


@dataclass(frozen=True)
class LabRange:
    """A laboratory's own range, in the unit of the result; an open end is `None`."""

    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True)
class LabResult:
    """A blood test as it was printed."""

    marker: Marker
    value: Decimal
    unit: str
    day: date
    bound: Bound = Bound.NONE
    lab: str = ""
    lab_range: LabRange | None = None
    note: str = ""
    id: int = 0

    @property
    def facts(self) -> MarkerFacts:
        """What is known of its marker."""
        return FACTS[self.marker]

    def value_in(self, unit: str) -> Fraction:
        """The figure in another unit of the same marker."""
        return convert(self.marker, self.value, self.unit, unit)

    @property
    def standard_value(self) -> Fraction:
        """The figure in the marker's standard unit."""
        return self.value_in(self.facts.standard_unit)


def convert(marker: Marker, value: Decimal, unit: str, wanted: str) -> Fraction:
    """A value in another unit of its marker, exactly."""
    units = FACTS[marker].units
    return Fraction(value) * units[unit] / units[wanted]


def parse_marker(text: str) -> Marker:
    """A marker from its code or one of its names.

    Raises:
        NotFoundError: no marker has that name.
    """
    wanted = search_key(text)
    for marker, facts in FACTS.items():
        names = (marker.value, facts.name, facts.short_name, *facts.other_names)
        if wanted and wanted in {search_key(name) for name in names}:
            return marker
    known = ", ".join(f"{marker.value} ({facts.name})" for marker, facts in FACTS.items())
    raise NotFoundError(f"“{text[:40]}” is no blood test that is kept here: write one of {known}")


def parse_unit(marker: Marker, text: str) -> str:
    """A unit of a marker as laboratories and people write it.

    Raises:
        TrackerError: the marker is not measured in it.
    """
    wanted = _plain_unit(text)
    for unit in FACTS[marker].units:
        if _plain_unit(unit) == wanted:
            return unit
    units = ", ".join(FACTS[marker].units)
    raise TrackerError(f"{text[:20]!r} is no unit of {FACTS[marker].name}: write one of {units}")


def _plain_unit(text: str) -> str:
    plain = "".join(text.split()).lower().replace("μ", "u").replace("µ", "u").replace("mc", "u")
    return plain.removesuffix("itre").removesuffix("iter")


def parse_value(text: str) -> tuple[Bound, Decimal]:
    """A figure as a laboratory prints it: `180`, `0,35`, `<50`, `>2000`.

    Raises:
        TrackerError: no number above zero, or one that is finer or larger than anybody prints.
    """
    plain = text.strip()
    bound = Bound(plain[0]) if plain[:1] in {"<", ">"} else Bound.NONE
    value = parse_number(plain.removeprefix(bound.value), "the result")
    if value == 0:
        raise TrackerError("a result of 0 is below what any method can see: write it as <LIMIT")
    if value > LARGEST_VALUE or value % FINEST:
        raise TrackerError(f"{text[:40]!r} has more digits than a laboratory prints")
    return bound, value


_RANGE = re.compile(r"\s*([\d.,]+)\s*(?:-|–|to)\s*([\d.,]+)\s*", re.ASCII)


def parse_lab_range(text: str) -> LabRange:
    """A laboratory's own range: `200-900`, `<15`, `>35`.

    Raises:
        TrackerError: no range, or its ends are out of order.
    """
    plain = text.strip()
    if plain[:1] in {"<", "≤"}:
        return LabRange(None, parse_number(plain[1:].lstrip("="), "--range"))
    if plain[:1] in {">", "≥"}:
        return LabRange(parse_number(plain[1:].lstrip("="), "--range"), None)
    match = _RANGE.fullmatch(plain)
    if match is None:
        raise TrackerError(f"{text[:40]!r} is no range: write it as 200-900, <15 or >35")
    low, high = parse_number(match[1], "--range"), parse_number(match[2], "--range")
    if low >= high:
        raise TrackerError(f"{text[:40]!r} is no range: the lower end comes first")
    return LabRange(low, high)


def implausibility(result: LabResult) -> str | None:
    """Why a figure is probably a slip of the unit, with the units that would fit; else `None`."""
    facts = result.facts
    if _is_plausible(result, result.unit):
        return None
    low, high = facts.plausible
    said = f"{facts.name} of {result.bound}{result.value:f} {result.unit}"
    expected = f"{low:f} to {high:f} {facts.standard_unit}"
    fitting = [unit for unit in facts.units if _is_plausible(result, unit)]
    question = f": did you mean {' or '.join(fitting)}?" if fitting else ""
    return f"{said} is far outside of what is measured in people ({expected}){question}"


def _is_plausible(result: LabResult, unit: str) -> bool:
    low, high = result.facts.plausible
    value = convert(result.marker, result.value, unit, result.facts.standard_unit)
    return Fraction(low) <= value <= Fraction(high)


class Position(StrEnum):
    """Where a result lies beside cut-offs."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"
    CANNOT_BE_TOLD = "cannot be told"


@dataclass(frozen=True)
class CutOffs:
    """The cut-offs of one rule set for one marker, in `unit`; an end that it lacks is `None`.

    `between` is what the rule set says of a result between two cut-offs.
    """

    rule_set: str
    name: str
    unit: str
    low: Decimal | None
    high: Decimal | None
    source: str
    between: str = ""


ARTICLE, NICE, OWN_RANGE = "article", "nice-ng239", "lab"
_ARTICLE = "the article's table of blood tests"
_NICE = "NICE guideline NG239 (2024)"
_INDETERMINATE = "indeterminate"

RULE_SETS: dict[Marker, tuple[CutOffs, ...]] = {
    Marker.TOTAL_B12: (
        CutOffs(ARTICLE, "article", "pg/mL", Decimal(200), None, _ARTICLE),
        CutOffs(NICE, "NICE NG239", "ng/L", Decimal(180), Decimal(350), _NICE, _INDETERMINATE),
    ),
    Marker.ACTIVE_B12: (
        CutOffs(NICE, "NICE NG239", "pmol/L", Decimal(25), Decimal(70), _NICE, _INDETERMINATE),
    ),
    Marker.MMA: (CutOffs(ARTICLE, "article", "µmol/L", None, Decimal("0.4"), _ARTICLE),),
    Marker.HOMOCYSTEINE: (
        CutOffs(
            ARTICLE,
            "article",
            "µmol/L",
            None,
            Decimal(15),
            f"{_ARTICLE}, which prints nmol/L by an error of 1000",
        ),
    ),
}


@dataclass(frozen=True)
class Finding:
    """A result beside the cut-offs of one rule set."""

    cut_offs: CutOffs
    position: Position
    value: Fraction
    concerning: bool


def findings(result: LabResult) -> list[Finding]:
    """A result beside every rule set for its marker, and the laboratory's own range if given."""
    rules = [*RULE_SETS[result.marker]]
    if result.lab_range is not None:
        low, high = result.lab_range.low, result.lab_range.high
        rules.append(
            CutOffs(OWN_RANGE, "the lab's own range", result.unit, low, high, result.lab or "lab")
        )
    return [_finding(result, rule) for rule in rules]


def _finding(result: LabResult, rule: CutOffs) -> Finding:
    value = result.value_in(rule.unit)
    position = _position(value, result.bound, rule)
    # B12 itself matters where it is low, what piles up without it where it is high.
    falls = result.marker in {Marker.TOTAL_B12, Marker.ACTIVE_B12}
    beyond = Position.BELOW if falls else Position.ABOVE
    return Finding(rule, position, value, position is beyond)


def _position(value: Fraction, bound: Bound, rule: CutOffs) -> Position:
    """The one position that is possible, or CANNOT_BE_TOLD where `<` or `>` leaves several."""
    low = None if rule.low is None else Fraction(rule.low)
    high = None if rule.high is None else Fraction(rule.high)
    possible = {
        Bound.NONE: _positions_at,
        Bound.LESS: _positions_under,
        Bound.MORE: _positions_over,
    }[bound](value, low, high)
    return possible[0] if len(possible) == 1 else Position.CANNOT_BE_TOLD


def _positions_at(value: Fraction, low: Fraction | None, high: Fraction | None) -> list[Position]:
    if low is not None and value < low:
        return [Position.BELOW]
    if high is not None and value > high:
        return [Position.ABOVE]
    return [Position.WITHIN]


def _positions_under(
    value: Fraction, low: Fraction | None, high: Fraction | None
) -> list[Position]:
    found = [] if low is None else [Position.BELOW]
    if low is None or value > low:
        found.append(Position.WITHIN)
    if high is not None and value > high:
        found.append(Position.ABOVE)
    return found


def _positions_over(value: Fraction, low: Fraction | None, high: Fraction | None) -> list[Position]:
    found = [] if high is None else [Position.ABOVE]
    if high is None or value < high:
        found.append(Position.WITHIN)
    if low is not None and value < low:
        found.append(Position.BELOW)
    return found
