"""Blood tests in words, as table rows and as JSON documents.

A result is placed beside the cut-offs of named rule sets; nothing here says what it means for a
person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from tracker.nutrition.health.blood_tests import Finding, LabRange, LabResult, findings
from tracker.nutrition.health.markers import FACTS, OWN_RANGE, CutOffs, Position
from tracker.nutrition.people.person import Person
from tracker.reports.documents import Document, document
from tracker.reports.listing import Listed

TO_A_CLINICIAN = (
    "a result beyond a cut-off is one to discuss with a clinician; it is no diagnosis by itself"
)
_SIGNIFICANT = 4


def figure_text(number: Decimal | Fraction) -> str:
    """A figure with four significant digits at most: `0.271`, `132.8`, `1200`."""
    rounded = Decimal(f"{float(number):.{_SIGNIFICANT}g}")
    # `g` writes 12000 as 1.2e+04 and `normalize` 200 as 2E+2: `f` writes both out.
    return f"{rounded.normalize():f}"


def exact_text(number: Decimal) -> str:
    """A figure as it was printed."""
    return f"{number.normalize():f}"


def result_text(result: LabResult) -> str:
    """`180 pg/mL`, `>2000 ng/L`."""
    return f"{result.bound}{exact_text(result.value)} {result.unit}"


def converted_text(result: LabResult) -> str:
    """The figure in the standard unit, empty where that is the unit it was printed in."""
    if result.unit == result.facts.standard_unit:
        return ""
    return f"{result.bound}{figure_text(result.standard_value)} {result.facts.standard_unit}"


def result_line(result: LabResult) -> str:
    """`total B12 180 pg/mL (132.8 pmol/L) of 2026-11-22`."""
    converted = converted_text(result)
    inside = f" ({converted})" if converted else ""
    return f"{result.facts.name} {result_text(result)}{inside} of {result.day}"


def lab_range_text(lab_range: LabRange) -> str:
    """`200-900`, `below 15`, `above 35`."""
    low, high = lab_range.low, lab_range.high
    if low is None:
        return f"up to {exact_text(high)}" if high is not None else ""
    return f"from {exact_text(low)}" if high is None else f"{exact_text(low)}-{exact_text(high)}"


def finding_text(finding: Finding) -> str:
    """`article: below its cut-off of 200 pg/mL`."""
    rule = finding.cut_offs
    if rule.rule_set == OWN_RANGE:
        return f"{rule.name}: {_beside_own_range(finding)}"
    return f"{rule.name}: {_beside_cut_offs(finding)}"


def _beside_own_range(finding: Finding) -> str:
    rule = finding.cut_offs
    if rule.low is None or rule.high is None:
        within = "not above" if rule.low is None else "not below"
        ends = _ends_text(rule, "")
    else:
        within = "within"
        ends = f"{lab_range_text(LabRange(rule.low, rule.high))} {rule.unit}"
    where = {
        Position.BELOW: "below",
        Position.WITHIN: within,
        Position.ABOVE: "above",
        Position.CANNOT_BE_TOLD: "cannot be told beside",
    }[finding.position]
    return f"{where} {ends}"


def _beside_cut_offs(finding: Finding) -> str:
    rule = finding.cut_offs
    if finding.position is Position.CANNOT_BE_TOLD:
        return f"cannot be told beside its cut-offs of {_ends_text(rule, ' and ')}"
    if finding.position is Position.BELOW:
        return f"below its cut-off of {exact_text(rule.low or Decimal(0))} {rule.unit}"
    if finding.position is Position.ABOVE:
        return f"above its cut-off of {exact_text(rule.high or Decimal(0))} {rule.unit}"
    if rule.low is not None and rule.high is not None:
        ends = _ends_text(rule, " and ")
        return f"between its cut-offs of {ends}, which it calls {rule.between}"
    which = "below" if rule.high is None else "above"
    return f"not {which} its cut-off of {_ends_text(rule, '')}"


def _ends_text(rule: CutOffs, joint: str) -> str:
    ends = [exact_text(end) for end in (rule.low, rule.high) if end is not None]
    return f"{joint.join(ends)} {rule.unit}"


def result_lines(result: LabResult) -> list[str]:
    """A result beside every rule set, a line each."""
    return [finding_text(finding) for finding in findings(result)]


def remarks_on(results: Iterable[LabResult]) -> list[str]:
    """What a reader of results must know: what else moves them, and whom to ask."""
    listed = list(results)
    cautions = dict.fromkeys(
        f"{result.facts.short_name}: {result.facts.caution}"
        for result in listed
        if result.facts.caution
    )
    beyond = any(finding.concerning for result in listed for finding in findings(result))
    return [*cautions, *([TO_A_CLINICIAN] if beyond else [])]


def result_list(person: Person, results: Sequence[LabResult]) -> Listed:
    """The blood tests of a person with their findings."""
    return Listed(
        ("#", "day", "test", "result", "converted", "beside the cut-offs"),
        [_row(result) for result in results],
        lambda: _results_document(person, results),
    )


def marker_list() -> Listed:
    """Every blood test that can be kept."""
    return Listed(
        ("code", "test", "measured in", "also understood"),
        [
            [marker.value, facts.name, ", ".join(facts.units), ", ".join(facts.other_names)]
            for marker, facts in FACTS.items()
        ],
        _markers_document,
    )


def _row(result: LabResult) -> list[str]:
    return [
        str(result.id),
        result.day.isoformat(),
        result.facts.short_name,
        result_text(result),
        converted_text(result),
        "; ".join(result_lines(result)),
    ]


def _markers_document() -> Document:
    listed = [
        {
            "code": marker.value,
            "name": facts.name,
            "units": list(facts.units),
            "other_names": list(facts.other_names),
        }
        for marker, facts in FACTS.items()
    ]
    return document(markers=listed)


def _results_document(person: Person, results: Sequence[LabResult]) -> Document:
    return document(
        person.name,
        results=[result_document(result) for result in results],
        notes=remarks_on(results),
    )


def shown_result_document(person: Person, result: LabResult) -> Document:
    """One result, and what must be said with it."""
    return document(person.name, **result_document(result), notes=remarks_on([result]))


def result_document(result: LabResult) -> Document:
    """A blood test with its findings."""
    lab_range = result.lab_range
    return {
        "id": result.id,
        "marker": result.marker.value,
        "name": result.facts.name,
        "day": result.day.isoformat(),
        "bound": result.bound.value or None,
        "value": float(result.value),
        "unit": result.unit,
        "standard_value": round(float(result.standard_value), 6),
        "standard_unit": result.facts.standard_unit,
        "lab": result.lab or None,
        "range": {"low": _float(lab_range.low), "high": _float(lab_range.high)}
        if lab_range
        else None,
        "note": result.note or None,
        "findings": [_finding_document(finding) for finding in findings(result)],
    }


def _finding_document(finding: Finding) -> Document:
    rule = finding.cut_offs
    return {
        "rule_set": rule.rule_set,
        "unit": rule.unit,
        "value": round(float(finding.value), 6),
        "low": _float(rule.low),
        "high": _float(rule.high),
        "position": finding.position.value,
        "beyond_cut_off": finding.concerning,
        "text": finding_text(finding),
        "source": rule.source,
    }


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
