"""Blood tests: results as they were printed, and where they lie beside the cut-offs.

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

from tracker.errors import TrackerError
from tracker.language.numbers import parse_number
from tracker.nutrition.health.markers import (
    FACTS,
    OWN_RANGE,
    CutOffs,
    Marker,
    MarkerFacts,
    Position,
    convert,
)

LARGEST_VALUE = 1_000_000
FINEST = Decimal("0.000001")


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
    # In this order: Decimal refuses the rest of a division whose result has over 28 digits.
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


@dataclass(frozen=True)
class Finding:
    """A result beside the cut-offs of one rule set."""

    cut_offs: CutOffs
    position: Position
    value: Fraction
    concerning: bool


def findings(result: LabResult) -> list[Finding]:
    """A result beside every rule set for its marker, and the laboratory's own range if given."""
    rules = [*result.facts.cut_offs]
    if result.lab_range is not None:
        low, high = result.lab_range.low, result.lab_range.high
        rules.append(
            CutOffs(OWN_RANGE, "the lab's own range", result.unit, low, high, result.lab or "lab")
        )
    return [_finding(result, rule) for rule in rules]


def _finding(result: LabResult, rule: CutOffs) -> Finding:
    value = result.value_in(rule.unit)
    position = _position(value, result.bound, rule)
    return Finding(rule, position, value, position is result.facts.concerning)


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
