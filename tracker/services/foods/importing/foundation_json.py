"""The JSON layout of Foundation Foods, one food at a time."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import IO, Any

from tracker.errors import TrackerError
from tracker.language.names import printable
from tracker.nutrition.amounts import nanograms
from tracker.services.foods.importing.fooddata_csv import ADDED_B12, B12, decimal_number
from tracker.services.foods.importing.portions import Weighed, portions_of
from tracker.services.foods.importing.sources import Member, Progress, text_of
from tracker.store.food_import import FOUNDATION, ImportedFood

_LIST = '"FoundationFoods"'
_CHUNK = 1 << 16
LARGEST_FOOD = 8_000_000
"""Characters; the largest so far has 80,000."""


def read_foundation(
    member: Member, skipped: Counter[str], progress: Progress
) -> Iterator[ImportedFood]:
    """The foods of a Foundation download in JSON.

    Raises:
        TrackerError: another kind of JSON, a bad number, damage.
    """
    with text_of(member, progress) as text:
        for place, entry in enumerate(_entries(text, member), start=1):
            name = printable(" ".join(str(entry.get("description") or "").split()))
            if not name or "fdcId" not in entry:
                skipped["without a name or id"] += 1
                continue
            try:
                yield _food(entry, name, member, place)
            except (TypeError, KeyError, AttributeError):
                raise TrackerError(
                    f"{member.shown}, food {place} ({name[:40]}): not the layout of a food"
                ) from None


def _entries(text: IO[str], member: Member) -> Iterator[dict[str, Any]]:
    """The objects of the list, each decoded as soon as it is complete."""
    buffer = text.read(_CHUNK)
    if _LIST not in buffer or "[" not in buffer.partition(_LIST)[2]:
        raise TrackerError(
            f"{member.shown} is no list of Foundation foods: import other kinds from their CSV"
        )
    buffer = buffer.partition(_LIST)[2].partition("[")[2]
    decoder = json.JSONDecoder(parse_float=Decimal)
    while True:
        buffer = buffer.lstrip(" \t\r\n,")
        if buffer.startswith("]"):
            return
        try:
            entry, end = decoder.raw_decode(buffer)
        except ValueError:
            more = text.read(max(_CHUNK, len(buffer)))
            if not more or len(buffer) > LARGEST_FOOD:
                raise TrackerError(f"{member.shown}: the file is damaged or cut short") from None
            buffer += more
            continue
        if not isinstance(entry, dict):
            raise TrackerError(f"{member.shown} is no list of Foundation foods")
        yield entry
        buffer = buffer[end:]


def _food(entry: dict[str, Any], name: str, member: Member, place: int) -> ImportedFood:
    amounts = {
        str(one["nutrient"]["id"]): one.get("amount") for one in entry.get("foodNutrients") or ()
    }
    best_ng = _nanograms(amounts, B12[0], member, place)
    added_ng = _nanograms(amounts, ADDED_B12[0], member, place)
    added_ng = None if added_ng is None or best_ng is None else min(added_ng, best_ng)
    number = entry.get("ndbNumber")
    return ImportedFood(
        collection=FOUNDATION,
        key=str(number or entry["fdcId"]),
        name=name,
        source="USDA Foundation Foods",
        source_id=str(entry["fdcId"]),
        best_ng=best_ng,
        added_ng=added_ng,
        group=str((entry.get("foodCategory") or {}).get("description") or ""),
        fortified=bool(added_ng),
        portions=portions_of(_weighed(entry, member, place)),
    )


def _nanograms(amounts: dict[str, Any], nutrient: str, member: Member, place: int) -> int | None:
    amount = amounts.get(nutrient)
    if amount is None:
        return None
    return nanograms(decimal_number(str(amount), member, place, "the amount of B12"))


def _weighed(entry: dict[str, Any], member: Member, place: int) -> Iterator[Weighed]:
    rows = entry.get("foodPortions") or ()
    for row in sorted(rows, key=lambda one: one.get("sequenceNumber") or 0):
        unit = (row.get("measureUnit") or {}).get("name") or ""
        words = ["" if unit == "undetermined" else unit, row.get("modifier") or ""]
        described = row.get("portionDescription") or ", ".join(word for word in words if word)
        yield Weighed(
            decimal_number(str(row.get("amount") or 1), member, place, "amount"),
            printable(" ".join(str(described).split())),
            decimal_number(str(row.get("gramWeight") or 0), member, place, "gramWeight"),
        )
