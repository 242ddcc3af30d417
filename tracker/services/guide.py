"""What is known about vitamin B12, topic by topic, each figure with its source.

The text lives in `seeds/guide.toml`; figures that the diary computes with are read from where
they are kept, so that the guide cannot say something else than the diary does. No database.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from tracker import resources
from tracker.errors import NotFoundError
from tracker.language.names import printable
from tracker.nutrition.guide import Cell, GuideSection, GuideTable, GuideTopic

TOPICS = ("rda", "foods", "supplements", "symptoms", "causes", "tests", "recovery", "safety")

DRAWN_FROM = ("reference_intakes", "foods", "portions")
LONGEST_SHOWN = 40


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


def read_seeds() -> dict[str, list[dict[str, str]]]:
    """The rows of the seeds from which tables of the guide are drawn, by the seeds' names."""
    return {name: resources.seed_rows(f"{name}.csv") for name in DRAWN_FROM}


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
        drawn_from=written.get("table", ""),
    )


def _table(written: Mapping[str, Any]) -> GuideTable | None:
    if "rows" not in written:
        return None
    rows = (tuple(map(_cell, row)) for row in written["rows"])
    return GuideTable(tuple(written["columns"]), tuple(rows))


def _cell(value: str | int | Decimal) -> Cell:
    return Decimal(value) if isinstance(value, int) else value


@cache
def _written() -> dict[str, Any]:
    with (resources.folder("seeds") / "guide.toml").open("rb") as file:
        return tomllib.load(file, parse_float=Decimal)
