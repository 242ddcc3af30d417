"""The reference data of `seeds/` as entries of a library file."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from tracker.language.names import search_key
from tracker.library.entry import Entry
from tracker.library.files.writing import Value
from tracker.library.importing.portions import measured_millilitres
from tracker.nutrition.amounts import micrograms, milli, nanograms
from tracker.nutrition.foods.collection import Collection
from tracker.nutrition.foods.content import Basis
from tracker.nutrition.foods.food import FoodDiet, Portion
from tracker.nutrition.foods.plausibility import flag_of_unfortified

USDA_TABLES = (
    ("usda_fndds.csv", Collection.SURVEY, "fndds", "2021-2023"),
    ("usda_sr_legacy.csv", Collection.SR_LEGACY, "sr", "2018-04"),
)
"""File, table, beginning of its keys, release."""

OWN_KEYS = "b12"


def entries(folder: Path) -> Iterator[Entry]:
    """Every food that ships: the rows with ranges first, then USDA's tables."""
    yield from _own_entries(folder)
    for name, collection, prefix, release in USDA_TABLES:
        if (folder / name).exists():
            source = f"USDA {collection.word} {release}"
            yield from _usda_entries(folder / name, collection, prefix, source)


def supplement_rows(folder: Path) -> Iterator[tuple[tuple[Value, ...], list[tuple[str, str]]]]:
    """Each supplement in the order of `SUPPLEMENT_COLUMNS`, with its names and search keys."""
    for row in _rows(folder / "supplements.csv"):
        # Twice reversed: of two wordings with one search key the first stays, and in its place.
        wordings = {search_key(name): name for name in reversed(_wordings(row))}
        values = (
            f"{OWN_KEYS}:{row['key']}", row["name"], _nanograms(row["strength_mcg"]), row["unit"],
            row["form"], row["route"], row["source"], row["source_id"], row["note"],
        )  # fmt: skip
        yield values, [(name, key) for key, name in reversed(wordings.items())]


def reference_rows(folder: Path) -> Iterator[tuple[Value, ...]]:
    """Each reference intake in the order of `REFERENCE_COLUMNS`."""
    for row in _rows(folder / "reference_intakes.csv"):
        yield (
            row["standard"], row["life_stage"], row["phase"], _whole(row["from_months"]),
            _whole(row["to_months"]), row["kind"], _nanograms(row["amount_mcg"]),
            row["confidence"], row["source"], row["note"],
        )  # fmt: skip


def _own_entries(folder: Path) -> Iterator[Entry]:
    portions: defaultdict[str, list[Portion]] = defaultdict(list)
    for row in _rows(folder / "portions.csv"):
        grams, millilitres = _decimal(row["grams"]), _decimal(row["millilitres"])
        portion = Portion(row["name"], grams, millilitres, row["usual"] == "1")
        portions[row["food_key"]].append(portion)
    for row in _rows(folder / "foods.csv"):
        yield _own_entry(row, tuple(portions[row["key"]]))


def _own_entry(row: dict[str, str], portions: tuple[Portion, ...]) -> Entry:
    return Entry(
        key=f"{OWN_KEYS}:{row['key']}",
        collection=Collection.SHIPPED,
        name=row["name"],
        aliases=tuple(_wordings(row)[1:]),
        category=row["group"],
        diet=FoodDiet(row["diet"]),
        fortified=row["origin"] == "fortified",
        state=row["state"],
        market=row["market"],
        per_amount_thousandths=milli(Decimal(row["per_amount"])),
        per_unit=Basis(row["per_unit"]),
        low_ng=_nanograms(row["low_mcg"]),
        best_ng=_nanograms(row["best_mcg"]),
        high_ng=None if row["high_mcg"] == "open" else _nanograms(row["high_mcg"]),
        printed=row["printed"],
        source=row["source"],
        source_id=row["source_id"],
        note=row["note"],
        portions=portions,
    )


def _usda_entries(path: Path, collection: Collection, prefix: str, source: str) -> Iterator[Entry]:
    for row in _rows(path):
        number = row["key"].removeprefix(f"{prefix}:")
        best_ng = _whole(row["ng_per_100g"])
        diet, fortified = FoodDiet(row["diet"]), row["fortified"] == "1"
        yield Entry(
            key=f"{prefix}:{number}",
            collection=collection,
            name=row["name"],
            category=row["category"],
            diet=diet,
            fortified=fortified,
            state=row["state"],
            market=row["market"],
            low_ng=best_ng,
            best_ng=best_ng,
            high_ng=best_ng,
            added_ng=_whole(row["added_ng_per_100g"]),
            flag=_flag(row["name"], diet, best_ng, is_fortified=fortified),
            source=source,
            source_id=number,
            portions=tuple(_compact_portions(row["portions"])),
        )


def _flag(name: str, diet: FoodDiet, best_ng: int | None, *, is_fortified: bool) -> str:
    """What was not analysed is not known already, and needs no flag to say so."""
    if is_fortified or best_ng is None:
        return ""
    return flag_of_unfortified(name, diet, micrograms(best_ng))


def _compact_portions(text: str) -> Iterator[Portion]:
    """`cup=244|*slice=28`: names with their grams, the usual one with a star."""
    for one in filter(None, text.split("|")):
        # A name may hold an equals sign, a weight never does.
        name, _, grams = one.rpartition("=")
        plain = name.removeprefix("*")
        yield Portion(plain, Decimal(grams), measured_millilitres(plain), plain != name)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _wordings(row: dict[str, str]) -> list[str]:
    return [row["name"], *(alias for alias in row["aliases"].split("|") if alias)]


def _nanograms(mcg: str) -> int | None:
    return nanograms(Decimal(mcg)) if mcg else None


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None
