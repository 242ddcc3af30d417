"""The JSON layout of Foundation Foods, one food at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import IO, Any

from tracker.errors import TrackerError
from tracker.library.entry import Entry, Skipped
from tracker.library.importing.downloads import Download, Member, Progress, text_of
from tracker.library.importing.portions import Weighed
from tracker.library.importing.rows import Row, one_line
from tracker.library.importing.usda.foods import (
    ADDED_B12,
    B12,
    FOUNDATION,
    portion_text,
    usda_entry,
)
from tracker.library.limits import LARGEST_ENTRY
from tracker.nutrition.amounts import nanograms

_LIST = '"FoundationFoods"'
_CHUNK = 1 << 16
_NO_UNIT = "undetermined"


def recognises(download: Download) -> bool:
    """Whether a download may have this layout: one JSON file and no tables."""
    return len(_json_members(download)) == 1 and "food.csv" not in download.members


def size(download: Download) -> int:
    """The bytes that `read` will read."""
    return _json_members(download)[0].size


def read(download: Download, progress: Progress) -> Iterator[Entry | Skipped]:
    """The foods of a Foundation download in JSON, and why an entry is none.

    Raises:
        TrackerError: another kind of JSON, a bad number, damage.
    """
    member = _json_members(download)[0]
    with text_of(member, progress) as text:
        for place, entry in enumerate(_entries(text, member), start=1):
            if entry is None:
                # The release of April 2026 holds some.
                yield Skipped("an empty entry")
                continue
            row = Row(entry, member.shown, place, "food")
            name = one_line(_text(row, entry, "description"))
            if not name or "fdcId" not in entry:
                yield Skipped("without a name or id")
            else:
                yield _food(row, name)


def _json_members(download: Download) -> list[Member]:
    members = download.members.items()
    return [member for name, member in members if name.lower().endswith(".json")]


def _entries(text: IO[str], member: Member) -> Iterator[dict[str, Any] | None]:
    """The objects of the list, each decoded as soon as it is complete."""
    buffer = _more(text, member, _CHUNK)
    if _LIST not in buffer or "[" not in buffer.partition(_LIST)[2]:
        raise TrackerError(
            f"{member.shown} is no list of Foundation foods: import other kinds from their CSV"
        )
    buffer = buffer.partition(_LIST)[2].partition("[")[2]
    # Never by way of a float, which cannot hold 0.29: amounts are what the file prints.
    decoder = json.JSONDecoder(parse_float=Decimal)
    while True:
        buffer = buffer.lstrip(" \t\r\n,")
        if buffer.startswith("]"):
            return
        try:
            entry, end = decoder.raw_decode(buffer)
        except ValueError:
            # As much again: each try starts over, and many small steps would take far longer.
            more = _more(text, member, max(_CHUNK, len(buffer)))
            if not more or len(buffer) > LARGEST_ENTRY:
                raise TrackerError(f"{member.shown}: the file is damaged or cut short") from None
            buffer += more
            continue
        if not isinstance(entry, dict | None):
            raise TrackerError(f"{member.shown} is no list of Foundation foods")
        yield entry
        buffer = buffer[end:]


def _more(text: IO[str], member: Member, count: int) -> str:
    try:
        return text.read(count)
    except UnicodeDecodeError:
        raise TrackerError(f"{member.shown} is not UTF-8 text") from None


def _food(row: Row, name: str) -> Entry:
    entry = row.values
    amounts = _amounts(row)
    return usda_entry(
        FOUNDATION,
        code=None,
        fdc_id=row.whole_number(str(entry["fdcId"]), "fdcId"),
        name=name,
        category=one_line(_text(row, _object(row, entry, "foodCategory"), "description")),
        best_ng=_nanograms(row, amounts.get(B12[0])),
        added_ng=_nanograms(row, amounts.get(ADDED_B12[0])),
        weighed=[_weighed(row, portion) for portion in _portions(row)],
    )


def _amounts(row: Row) -> dict[str, Any]:
    """Amounts by the id of their nutrient."""
    listed = _list(row, row.values, "foodNutrients")
    return {str(_object(row, one, "nutrient").get("id")): one.get("amount") for one in listed}


def _nanograms(row: Row, amount: Any) -> int | None:
    if amount is None:
        return None
    return nanograms(row.amount(str(amount), "the amount of B12"))


def _portions(row: Row) -> list[dict[str, Any]]:
    listed = _list(row, row.values, "foodPortions")
    return sorted(listed, key=lambda one: row.amount(str(one.get("sequenceNumber") or 0), "place"))


def _weighed(row: Row, portion: dict[str, Any]) -> Weighed:
    unit = _text(row, _object(row, portion, "measureUnit"), "name")
    text = portion_text(
        "" if unit == _NO_UNIT else unit,
        _text(row, portion, "portionDescription"),
        _text(row, portion, "modifier"),
    )
    # `value` stands where older releases have `amount`.
    count = portion.get("amount") or portion.get("value") or 1
    return Weighed(
        row.amount(str(count), "amount"),
        one_line(text),
        row.amount(str(portion.get("gramWeight") or 0), "gramWeight"),
    )


def _text(row: Row, values: dict[str, Any], name: str) -> str:
    value = values.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _strange(row, name)
    return value


def _object(row: Row, values: dict[str, Any], name: str) -> dict[str, Any]:
    value = values.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise _strange(row, name)
    return value


def _list(row: Row, values: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """A list of objects; empty entries in it are left out."""
    value = values.get(name)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(one, dict | None) for one in value):
        raise _strange(row, name)
    return [one for one in value if one is not None]


def _strange(row: Row, name: str) -> TrackerError:
    return row.wrong(f"{name} is not as in the layout of a food")
