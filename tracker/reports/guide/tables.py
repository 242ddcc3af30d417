"""The tables of the guide whose figures are those that the diary computes with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from tracker.nutrition.absorption.model.oral import MEASURED_POINTS
from tracker.nutrition.amounts import percent
from tracker.nutrition.foods.daily_value import US_MCG, US_UNTIL_2020_MCG
from tracker.nutrition.guide import Cell, GuideTable, GuideTopic
from tracker.nutrition.people.person import ADULT_FROM_MONTHS

SeedRow = Mapping[str, str]
Seeds = Mapping[str, Sequence[SeedRow]]
"""Rows as the seeds write them: `reference_intakes`, `foods` and `portions`."""

STANDARD = "iom-1998"


def with_tables(topic: GuideTopic, seeds: Seeds) -> GuideTopic:
    """A topic with the tables that its sections name, so that they cannot say something else."""
    sections = (
        replace(one, table=_TABLES[one.drawn_from](seeds)) if one.drawn_from else one
        for one in topic.sections
    )
    return replace(topic, sections=tuple(sections))


def _life_stages(seeds: Seeds) -> GuideTable:
    """The article has one row for adults, the standard four with one amount."""
    rows = [
        (_life_stage(row), row["kind"], _mcg(row["amount_mcg"]), _mcg(row["ear_mcg"]))
        for row in seeds["reference_intakes"]
        if row["standard"] == STANDARD
    ]
    return GuideTable(("life stage", "kind", "µg a day", "EAR"), tuple(dict.fromkeys(rows)))


def _life_stage(row: SeedRow) -> str:
    is_adult = row["from_months"] and int(row["from_months"]) >= ADULT_FROM_MONTHS
    return "adults" if is_adult else row["life_stage"]


def _standards(seeds: Seeds) -> GuideTable:
    """What each standard sets for adults, in pregnancy and in lactation."""
    by_standard: dict[str, list[SeedRow]] = {}
    for row in seeds["reference_intakes"]:
        if row["to_months"] == "":
            by_standard.setdefault(row["standard"], []).append(row)
    columns = ("standard", "kind", "adults", "pregnant", "nursing", "source")
    return GuideTable(columns, tuple(map(_standard, by_standard.values())))


def _standard(rows: Sequence[SeedRow]) -> tuple[Cell, ...]:
    adult = rows[0]
    by_phase = {row["phase"]: _mcg(row["amount_mcg"]) for row in rows}
    unverified = "; unverified" if any(row["confidence"] == "U" for row in rows) else ""
    amounts = [by_phase.get(phase) for phase in ("none", "pregnancy", "lactation")]
    return (adult["standard"], adult["kind"], *amounts, adult["source"] + unverified)


def _foods(seeds: Seeds) -> GuideTable:
    rows = (
        (
            row["name"],
            _serving(row, seeds),
            row["printed"],
            *_range(row),
            row["source_id"] or "label",
        )
        for row in _printed_foods(seeds)
    )
    columns = ("food", "serving", "% DV", "low", "best", "high", "USDA id")
    return GuideTable(columns, tuple(rows), missing="open")


def _daily_values(seeds: Seeds) -> GuideTable:
    """What the printed percentage would be on either basis; a label's range cannot tell."""
    rows = (
        (
            row["name"],
            row["printed"],
            *(_whole_percent(row["best_mcg"], basis) for basis in (US_MCG, US_UNTIL_2020_MCG)),
            row["note"],
        )
        for row in _printed_foods(seeds)
        if row["source_id"]
    )
    columns = ("food", "% DV", "% of 2.4", "% of 6", "measured in")
    return GuideTable(columns, tuple(rows))


def _fortified(seeds: Seeds) -> GuideTable:
    """Fortified vegan foods, apart from the article's own row."""
    rows = (
        (f"{row['name']}, {_serving(row, seeds)}", *_range(row), row["source"])
        for row in seeds["foods"]
        if row["key"] in _FORTIFIED
    )
    columns = ("food", "low µg", "best µg", "high µg", "source")
    return GuideTable(columns, tuple(rows), missing="open")


_FORTIFIED = frozenset(
    {
        "fortified-soy-milk",
        "fortified-almond-milk",
        "fortified-oat-milk",
        "uk-plant-milk",
        "fortified-nutritional-yeast",
        "marmite",
    }
)
"""Those that people eat most often for B12; the diary knows more."""


def _absorption(_seeds: Seeds) -> GuideTable:
    rows = (
        (
            # By way of text, as Decimal would write a float out to its last binary digit.
            Decimal(str(point.dose_mcg)),
            Decimal(str(point.absorbed_mcg)),
            f"{point.absorbed_mcg / point.dose_mcg * 100:.2g} %",
            point.source,
        )
        for point in sorted(MEASURED_POINTS, key=lambda point: (point.source, point.dose_mcg))
    )
    return GuideTable(("dose µg", "absorbed µg", "share", "source"), tuple(rows))


_TABLES: Mapping[str, Callable[[Seeds], GuideTable]] = {
    "life-stages": _life_stages,
    "standards": _standards,
    "foods": _foods,
    "daily-values": _daily_values,
    "fortified": _fortified,
    "absorption": _absorption,
}


def _printed_foods(seeds: Seeds) -> list[SeedRow]:
    """The article's own ten foods: those with a percentage as printed."""
    return [row for row in seeds["foods"] if row["printed"]]


def _serving(row: SeedRow, seeds: Seeds) -> str:
    portion = _usual_portions(seeds).get(row["key"])
    amount = f"{row['per_amount']} {row['per_unit']}"
    if portion is None or row["per_unit"] == "serving" or portion["grams"] != row["per_amount"]:
        return amount
    return f"{portion['name']} {amount}"


def _range(row: SeedRow) -> tuple[Cell, ...]:
    return tuple(_mcg(row[column]) for column in ("low_mcg", "best_mcg", "high_mcg"))


def _usual_portions(seeds: Seeds) -> dict[str, SeedRow]:
    return {row["food_key"]: row for row in seeds["portions"] if row["usual"] == "1"}


def _whole_percent(mcg: str, basis_mcg: Decimal) -> Cell:
    share = percent(_mcg(mcg), basis_mcg)
    return None if share is None else Decimal(round(share))


def _mcg(text: str) -> Decimal | None:
    """µg as the seeds write them; empty and `open` hold no figure."""
    return Decimal(text) if text not in {"", "open"} else None
