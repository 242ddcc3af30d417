"""What is known about vitamin B12, topic by topic, each figure with its source.

The text lives in `seeds/guide.toml`; figures that the diary computes with are read from where
they are kept, so that the guide cannot say something else than the diary does. No database.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from tracker import resources
from tracker.errors import NotFoundError
from tracker.language.names import printable
from tracker.nutrition.absorption.model.oral import MEASURED_POINTS
from tracker.nutrition.amounts import percent
from tracker.nutrition.foods.daily_value import US_MCG, US_UNTIL_2020_MCG
from tracker.nutrition.people.person import ADULT_FROM_MONTHS

TOPICS = ("rda", "foods", "supplements", "symptoms", "causes", "tests", "recovery", "safety")

STANDARD = "iom-1998"
"""US labels today, and until 2020."""

LONGEST_SHOWN = 40

Cell = str | Decimal | None
Rows = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class GuideTable:
    """Columns and rows; `missing` is the word for a cell that holds nothing."""

    columns: tuple[str, ...]
    rows: Rows
    missing: str = "–"


@dataclass(frozen=True)
class GuideSection:
    """Paragraphs, a table, points, and the source of them all."""

    heading: str
    text: tuple[str, ...]
    items: tuple[str, ...]
    table: GuideTable | None
    source: str


@dataclass(frozen=True)
class GuideTopic:
    """One page of the guide."""

    name: str
    title: str
    summary: str
    sections: tuple[GuideSection, ...]


def list_topics() -> list[GuideTopic]:
    """All topics, in the order of `TOPICS`."""
    return [_topic(name) for name in TOPICS]


def read_topic(name: str) -> GuideTopic:
    """One topic, in upper or lower case.

    Raises:
        NotFoundError: there is no such topic.
    """
    wanted = name.strip().lower()
    if wanted in TOPICS:
        return _topic(wanted)
    from tracker.language.nearest import nearest_names

    shown = printable(name if len(name) <= LONGEST_SHOWN else name[:LONGEST_SHOWN] + "…")
    near = nearest_names(wanted, TOPICS, limit=2)
    known = "" if near else f": the topics are {', '.join(TOPICS)}"
    raise NotFoundError(f"the guide has no topic “{shown}”{known}", near)


def _topic(name: str) -> GuideTopic:
    written = _written()[name]
    sections = tuple(_section(section) for section in written["sections"])
    return GuideTopic(name, written["title"], written["summary"], sections)


def _section(written: Mapping[str, Any]) -> GuideSection:
    return GuideSection(
        heading=written["heading"],
        text=tuple(written.get("text", ())),
        items=tuple(written.get("items", ())),
        table=_table(written),
        source=written["source"],
    )


def _table(written: Mapping[str, Any]) -> GuideTable | None:
    if "table" in written:
        return _TABLES[written["table"]]()
    if "rows" not in written:
        return None
    rows = (tuple(map(_cell, row)) for row in written["rows"])
    return GuideTable(tuple(written["columns"]), tuple(rows))


def _cell(value: str | int | Decimal) -> Cell:
    return Decimal(value) if isinstance(value, int) else value


def _life_stages() -> GuideTable:
    """The article has one row for adults, the standard four with one amount."""
    rows = [
        (_life_stage(row), row["kind"], _mcg(row["amount_mcg"]), _mcg(row["ear_mcg"]))
        for row in _seeds("reference_intakes.csv")
        if row["standard"] == STANDARD
    ]
    return GuideTable(("life stage", "kind", "µg a day", "EAR"), tuple(dict.fromkeys(rows)))


def _life_stage(row: Mapping[str, str]) -> str:
    is_adult = row["from_months"] and int(row["from_months"]) >= ADULT_FROM_MONTHS
    return "adults" if is_adult else row["life_stage"]


def _standards() -> GuideTable:
    """What each standard sets for adults, in pregnancy and in lactation."""
    by_standard: dict[str, list[dict[str, str]]] = {}
    for row in _seeds("reference_intakes.csv"):
        if row["to_months"] == "":
            by_standard.setdefault(row["standard"], []).append(row)
    columns = ("standard", "kind", "adults", "pregnant", "nursing", "source")
    return GuideTable(columns, tuple(map(_standard, by_standard.values())))


def _standard(rows: Sequence[Mapping[str, str]]) -> tuple[Cell, ...]:
    adult = rows[0]
    by_phase = {row["phase"]: _mcg(row["amount_mcg"]) for row in rows}
    unverified = "; unverified" if any(row["confidence"] == "U" for row in rows) else ""
    amounts = [by_phase.get(phase) for phase in ("none", "pregnancy", "lactation")]
    return (adult["standard"], adult["kind"], *amounts, adult["source"] + unverified)


def _foods() -> GuideTable:
    rows = (
        (
            row["name"],
            _serving(row),
            row["printed"],
            *_range(row),
            row["source_id"] or "label",
        )
        for row in _printed_foods()
    )
    columns = ("food", "serving", "% DV", "low", "best", "high", "USDA id")
    return GuideTable(columns, tuple(rows), missing="open")


def _daily_values() -> GuideTable:
    """What the printed percentage would be on either basis; a label's range cannot tell."""
    rows = (
        (
            row["name"],
            row["printed"],
            *(_whole_percent(row["best_mcg"], basis) for basis in (US_MCG, US_UNTIL_2020_MCG)),
            row["note"],
        )
        for row in _printed_foods()
        if row["source_id"]
    )
    columns = ("food", "% DV", "% of 2.4", "% of 6", "measured in")
    return GuideTable(columns, tuple(rows))


def _fortified() -> GuideTable:
    """Fortified vegan foods, apart from the article's own row."""
    rows = (
        (f"{row['name']}, {_serving(row)}", *_range(row), row["source"])
        for row in _seeds("foods.csv")
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


def _absorption() -> GuideTable:
    rows = (
        (
            Decimal(str(point.dose_mcg)),
            Decimal(str(point.absorbed_mcg)),
            f"{point.absorbed_mcg / point.dose_mcg * 100:.2g} %",
            point.source,
        )
        for point in sorted(MEASURED_POINTS, key=lambda point: (point.source, point.dose_mcg))
    )
    return GuideTable(("dose µg", "absorbed µg", "share", "source"), tuple(rows))


_TABLES: Mapping[str, Callable[[], GuideTable]] = {
    "life-stages": _life_stages,
    "standards": _standards,
    "foods": _foods,
    "daily-values": _daily_values,
    "fortified": _fortified,
    "absorption": _absorption,
}


def _printed_foods() -> list[dict[str, str]]:
    """The article's own ten foods: those with a percentage as printed."""
    return [row for row in _seeds("foods.csv") if row["printed"]]


def _serving(row: Mapping[str, str]) -> str:
    portion = _usual_portions().get(row["key"])
    amount = f"{row['per_amount']} {row['per_unit']}"
    if portion is None or row["per_unit"] == "serving" or portion["grams"] != row["per_amount"]:
        return amount
    return f"{portion['name']} {amount}"


def _range(row: Mapping[str, str]) -> tuple[Cell, ...]:
    return tuple(_mcg(row[column]) for column in ("low_mcg", "best_mcg", "high_mcg"))


def _usual_portions() -> dict[str, dict[str, str]]:
    return {row["food_key"]: row for row in _seeds("portions.csv") if row["usual"] == "1"}


def _whole_percent(mcg: str, basis_mcg: Decimal) -> Cell:
    share = percent(_mcg(mcg), basis_mcg)
    return None if share is None else Decimal(round(share))


def _mcg(text: str) -> Decimal | None:
    """µg as the seeds write them; empty and `open` hold no figure."""
    return Decimal(text) if text not in {"", "open"} else None


@cache
def _written() -> dict[str, Any]:
    with (resources.folder("seeds") / "guide.toml").open("rb") as file:
        return tomllib.load(file, parse_float=Decimal)


@cache
def _seeds(name: str) -> list[dict[str, str]]:
    with (resources.folder("seeds") / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
