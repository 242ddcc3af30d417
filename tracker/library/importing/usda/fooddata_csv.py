"""FoodData Central's CSV tables, as they are served: one folder of them for each download."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from tracker.errors import TrackerError
from tracker.library.entry import Entry, Skipped
from tracker.library.files.writing import batches
from tracker.library.importing.csv_tables import csv_rows
from tracker.library.importing.downloads import Download, Member, Progress
from tracker.library.importing.gathering import Piece, Pieces, gathered
from tracker.library.importing.portions import Weighed
from tracker.library.importing.rows import one_line
from tracker.library.importing.usda.foods import (
    ADDED_B12,
    B12,
    KINDS,
    DataType,
    portion_text,
    usda_entry,
)
from tracker.library.importing.usda.labels import BrandedLabel, branded_entry
from tracker.library.limits import MOST_KEYS
from tracker.nutrition.amounts import nanograms
from tracker.nutrition.foods.collection import Collection

PUBLISHER = "FoodData Central"

FROM_PERCENT = "75"
"""The derivation of a value that was computed from a label's % Daily Value."""

# What measure_unit.csv calls “undetermined”.
_NO_UNIT = "9999"


_READ = (
    "food.csv", "food_nutrient.csv", "food_portion.csv", "food_category.csv",
    "wweia_food_category.csv", "measure_unit.csv", *(f"{kind}.csv" for kind in KINDS),
)  # fmt: skip


def recognises(download: Download) -> bool:
    """Whether a download has this layout."""
    return "food.csv" in download.members


def size(download: Download) -> int:
    """The bytes that `read` will read."""
    return sum(download.members[name].size for name in _READ if name in download.members)


def read(download: Download, progress: Progress) -> Iterator[Entry | Skipped]:
    """The foods of a download, and why a row is none.

    Raises:
        TrackerError: a missing table or column, a bad number, a wrong encoding, damage.
    """
    if "food_nutrient.csv" not in download.members:
        raise TrackerError(
            f"{download.shown} has no food_nutrient.csv: is the download complete? "
            "If it is unpacked, name its folder"
        )
    with gathered(_pieces(download.members, progress)) as known:
        for batch in batches(_foods(download.members, progress), MOST_KEYS):
            pieces = known.of([food.fdc_id for food in batch if isinstance(food, _Listed)])
            for food in batch:
                if isinstance(food, Skipped):
                    yield food
                else:
                    yield _entry_or_older(food, pieces.get(food.fdc_id, {}))


def _pieces(members: dict[str, Member], progress: Progress) -> Iterator[Piece]:
    readers = [_contents(members["food_nutrient.csv"], progress)]
    if "food_portion.csv" in members:
        readers.append(_portions(members, progress))
    if "branded_food.csv" in members:
        readers.append(_labels(members["branded_food.csv"], progress))
    for name, kind in KINDS.items():
        if f"{name}.csv" in members and (kind.code or kind.lists_current):
            readers.append(_listed(members[f"{name}.csv"], kind.code or "fdc_id", progress))
    return chain.from_iterable(readers)


def _contents(member: Member, progress: Progress) -> Iterator[Piece]:
    columns = ("fdc_id", "nutrient_id", "amount")
    wanted = ("nutrient_id", frozenset((*B12, *ADDED_B12)))
    for row in csv_rows(member, PUBLISHER, columns, progress, wanted, ("derivation_id",)):
        fdc_id, nutrient, amount, derivation = row.values
        if amount.strip():
            kind = "b12" if nutrient in B12 else "added"
            ng = nanograms(row.amount(amount, "the amount of B12"))
            from_percent = derivation.partition(".")[0] == FROM_PERCENT
            yield row.whole_number(fdc_id, "fdc_id"), kind, [ng, from_percent]


def _portions(members: dict[str, Member], progress: Progress) -> Iterator[Piece]:
    units = _names(members, "measure_unit.csv", "id", "name", progress)
    columns = ("fdc_id", "seq_num", "amount", "measure_unit_id", "portion_description",
               "modifier", "gram_weight")  # fmt: skip
    for row in csv_rows(members["food_portion.csv"], PUBLISHER, columns, progress):
        fdc_id, place, amount, unit, description, modifier, grams = row.values
        measure = "" if unit in ("", _NO_UNIT) else units.get(unit, "")
        # In FNDDS the modifier is a code; the words stand in the description.
        remark = "" if modifier.isdigit() else modifier
        weight = row.amount(grams, "gram_weight") if grams else Decimal(0)
        count = row.amount(amount, "amount") if amount else Decimal(1)
        order = int(place) if place.isdigit() else 0
        text = one_line(portion_text(measure, description, remark))
        yield (
            row.whole_number(fdc_id, "fdc_id"),
            "portion",
            [order, str(count), text, str(weight)],
        )


def _labels(member: Member, progress: Progress) -> Iterator[Piece]:
    columns = ("fdc_id", "brand_owner", "ingredients", "serving_size", "serving_size_unit")
    others = ("brand_name", "household_serving_fulltext", "branded_food_category",
              "market_country", "gtin_upc", "available_date", "modified_date")  # fmt: skip
    for row in csv_rows(member, PUBLISHER, columns, progress, optional=others):
        fdc_id, owner, ingredients, size, unit, brand, household, group, market, barcode = (
            row.values[:10]
        )
        serving = row.amount(size, "serving_size") if size else Decimal(0)
        label = BrandedLabel(
            brand=one_line(brand or owner),
            fortified=BrandedLabel.names_b12(ingredients),
            serving=str(serving),
            unit=unit,
            household=one_line(household),
            group=one_line(group),
            market=one_line(market),
            # Days of FoodData Central are ISO days, whose order is that of their texts.
            year=max(row.values[10:])[:4],
            barcode=barcode,
        )
        yield row.whole_number(fdc_id, "fdc_id"), "label", label.as_row()


def _listed(member: Member, column: str, progress: Progress) -> Iterator[Piece]:
    for row in csv_rows(member, PUBLISHER, ("fdc_id", column), progress):
        fdc_id, number = row.values
        if number.strip():
            # Keys are made of it: `fndds:11111000`.
            code = row.whole_number(number.strip(), column)
            yield row.whole_number(fdc_id, "fdc_id"), "code", [str(code)]


@dataclass(frozen=True, slots=True)
class _Listed:
    """A row of `food.csv`; `has_file` says whether the table of its kind is in the download."""

    fdc_id: int
    kind: DataType
    name: str
    group: str
    has_file: bool


def _foods(members: dict[str, Member], progress: Progress) -> Iterator[_Listed | Skipped]:
    groups = _groups(members, progress)
    # Branded downloads list foods of other kinds, and samples, without what belongs to them.
    with_file = {kind for kind in KINDS if f"{kind}.csv" in members}
    wanted = with_file or KINDS.keys()
    columns = ("fdc_id", "data_type", "description")
    rows = csv_rows(
        members["food.csv"], PUBLISHER, columns, progress, optional=("food_category_id",)
    )
    for row in rows:
        number, kind, description, group = row.values
        fdc_id, name = row.whole_number(number, "fdc_id"), one_line(description)
        if kind not in wanted:
            yield Skipped(_why_not(kind))
        elif not name:
            yield Skipped("without a name")
        else:
            yield _Listed(fdc_id, KINDS[kind], name, groups.get(group, ""), kind in with_file)


def _why_not(kind: str) -> str:
    if kind in KINDS:
        return f"{kind}: of another table, whose own download has it whole"
    return f"{kind or 'no kind'}: a sample, not a food"


def _entry_or_older(food: _Listed, known: Pieces) -> Entry | Skipped:
    if food.kind.lists_current and food.has_file and "code" not in known:
        return Skipped("an older version of a food")
    return _entry(food, known)


def _entry(food: _Listed, known: Pieces) -> Entry:
    b12, added = known.get("b12", [[None, False]])[-1], known.get("added", [[None, False]])[-1]
    best_ng = b12[0]
    if food.kind.collection is Collection.BRANDED:
        label = BrandedLabel.of_row(known["label"][-1]) if "label" in known else BrandedLabel()
        return branded_entry(
            food.fdc_id, food.name, food.kind.source, best_ng, label, from_percent=bool(b12[1])
        )
    weighed = sorted(known.get("portion", []), key=lambda row: row[0])
    return usda_entry(
        food.kind,
        code=known["code"][-1][0] if "code" in known else None,
        fdc_id=food.fdc_id,
        name=food.name,
        category=food.group,
        best_ng=best_ng,
        added_ng=added[0],
        weighed=[
            Weighed(Decimal(amount), text, Decimal(grams)) for _, amount, text, grams in weighed
        ],
    )


def _groups(members: dict[str, Member], progress: Progress) -> dict[str, str]:
    groups = _names(members, "food_category.csv", "id", "description", progress)
    return groups | _names(
        members,
        "wweia_food_category.csv",
        "wweia_food_category",
        "wweia_food_category_description",
        progress,
        other_key="wweia_food_category_code",
    )


def _names(
    members: dict[str, Member],
    name: str,
    key: str,
    value: str,
    progress: Progress,
    other_key: str = "",
) -> dict[str, str]:
    """A small table of names by id; none where the download has no such table."""
    if name not in members:
        return {}
    rows = csv_rows(members[name], PUBLISHER, (value,), progress, optional=(key, other_key))
    return {row.values[1] or row.values[2]: one_line(row.values[0]) for row in rows}
