"""FoodData Central's CSV tables, as they are served: one folder of them for each download."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from tracker.errors import TrackerError
from tracker.language.names import printable
from tracker.nutrition.amounts import nanograms
from tracker.services.foods.importing.labels import BrandedLabel, branded_food
from tracker.services.foods.importing.portions import Weighed, portions_of
from tracker.services.foods.importing.sources import Download, Member, Progress, records
from tracker.store.food_import import (
    BRANDED,
    FOUNDATION,
    SR_LEGACY,
    SURVEY,
    FoodImport,
    ImportedFood,
    Waiting,
    batches,
)

B12 = ("1178", "418")
"""Nutrient id and number: the stand-alone survey download puts the number where the id goes."""

ADDED_B12 = ("1246", "578")
"""The added part of it, which is contained in `B12`."""

FROM_PERCENT = "75"
"""The derivation of a value that was computed from a label's % Daily Value."""

LARGEST_MCG = Decimal(10) ** 12
_COLLECTIONS = {
    "sr_legacy_food": (SR_LEGACY, "USDA SR Legacy"),
    "survey_fndds_food": (SURVEY, "USDA FNDDS"),
    "foundation_food": (FOUNDATION, "USDA Foundation Foods"),
    "branded_food": (BRANDED, "USDA branded foods, label"),
}
_NUMBERS_OF_FOODS = (
    ("survey_fndds_food.csv", "food_code"),
    ("foundation_food.csv", "ndb_number"),
)
"""By these a food is the same in every release; its fdc_id changes."""

_READ = (
    "food.csv", "food_nutrient.csv", "food_portion.csv", "branded_food.csv", "food_category.csv",
    "wweia_food_category.csv", "measure_unit.csv", *(name for name, _ in _NUMBERS_OF_FOODS),
)  # fmt: skip
_NO_UNIT = "9999"


def tables_size(download: Download) -> int:
    """The bytes that `read_tables` will read."""
    return sum(download.members[name].size for name in _READ if name in download.members)


def read_tables(
    target: FoodImport, download: Download, skipped: Counter[str], progress: Progress
) -> Iterator[ImportedFood]:
    """The foods of a download; why a row is none is counted in `skipped`.

    Raises:
        TrackerError: a missing table or column, a bad number, a wrong encoding, damage.
    """
    members = download.members
    for name in ("food.csv", "food_nutrient.csv"):
        if name not in members:
            raise TrackerError(f"{download.shown} has no {name}: is the download complete?")
    target.wait(_contents(members["food_nutrient.csv"], progress))
    if "food_portion.csv" in members:
        target.wait(_portions(members, progress))
    if "branded_food.csv" in members:
        target.wait(_labels(members["branded_food.csv"], progress))
    for name, column in _NUMBERS_OF_FOODS:
        if name in members:
            target.wait(_numbers(members[name], column, progress))
    target.ready()
    yield from _foods(target, members, skipped, progress)


def whole_number(text: str, member: Member, line: int, what: str) -> int:
    """An id; `line` is for the message.

    Raises:
        TrackerError: no whole number of at most 18 digits.
    """
    if text.isascii() and text.isdigit() and len(text) <= 18:
        return int(text)
    raise TrackerError(f"{member.shown}, line {line}: {what} is {text[:30]!r}, not a number")


def decimal_number(text: str, member: Member, line: int, what: str) -> Decimal:
    """A number, zero or more.

    Raises:
        TrackerError: not finite, negative, or beyond all reason.
    """
    try:
        number = Decimal(text.strip()) if len(text) <= 40 else Decimal("NaN")
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or not 0 <= number <= LARGEST_MCG:
        raise TrackerError(
            f"{member.shown}, line {line}: {what} is {text[:30]!r}, which is no amount"
        )
    return number


def _contents(member: Member, progress: Progress) -> Iterator[tuple[int, str, list[Any]]]:
    columns = ("fdc_id", "nutrient_id", "amount")
    wanted = ("nutrient_id", frozenset((*B12, *ADDED_B12)))
    for line, row in records(member, columns, progress, wanted, ("derivation_id",)):
        fdc_id, nutrient, amount, derivation = row
        if amount.strip():
            kind = "b12" if nutrient in B12 else "added"
            ng = nanograms(decimal_number(amount, member, line, "the amount of B12"))
            from_percent = derivation.partition(".")[0] == FROM_PERCENT
            yield whole_number(fdc_id, member, line, "fdc_id"), kind, [ng, from_percent]


def _portions(
    members: dict[str, Member], progress: Progress
) -> Iterator[tuple[int, str, list[Any]]]:
    member = members["food_portion.csv"]
    units = _names(members, "measure_unit.csv", "id", "name", progress)
    columns = ("fdc_id", "seq_num", "amount", "measure_unit_id", "portion_description",
               "modifier", "gram_weight")  # fmt: skip
    for line, (fdc_id, place, amount, unit, description, modifier, grams) in records(
        member, columns, progress
    ):
        measure = "" if unit in ("", _NO_UNIT) else units.get(unit, "")
        # In FNDDS the modifier is a code; the words stand in the description.
        remark = "" if modifier.isdigit() else modifier
        text = description or ", ".join(part for part in (measure, remark) if part)
        weight = decimal_number(grams, member, line, "gram_weight") if grams else Decimal(0)
        count = decimal_number(amount, member, line, "amount") if amount else Decimal(1)
        order = int(place) if place.isdigit() else 0
        row = [order, str(count), _one_line(text), str(weight)]
        yield whole_number(fdc_id, member, line, "fdc_id"), "portion", row


def _labels(member: Member, progress: Progress) -> Iterator[tuple[int, str, list[Any]]]:
    columns = ("fdc_id", "brand_owner", "ingredients", "serving_size", "serving_size_unit")
    others = ("brand_name", "household_serving_fulltext", "branded_food_category",
              "market_country", "available_date", "modified_date")  # fmt: skip
    for line, row in records(member, columns, progress, optional=others):
        fdc_id, owner, ingredients, size, unit, brand, household, group, market, *dates = row
        serving = decimal_number(size, member, line, "serving_size") if size else Decimal(0)
        label = BrandedLabel(
            brand=_one_line(brand or owner),
            fortified=BrandedLabel.names_b12(ingredients),
            serving=str(serving),
            unit=unit,
            household=_one_line(household),
            group=_one_line(group),
            market=_one_line(market),
            year=max(dates)[:4],
        )
        yield whole_number(fdc_id, member, line, "fdc_id"), "label", label.as_row()


def _numbers(
    member: Member, column: str, progress: Progress
) -> Iterator[tuple[int, str, list[Any]]]:
    for line, (fdc_id, number) in records(member, ("fdc_id", column), progress):
        if number.strip():
            yield whole_number(fdc_id, member, line, "fdc_id"), "number", [number.strip()]


def _foods(
    target: FoodImport, members: dict[str, Member], skipped: Counter[str], progress: Progress
) -> Iterator[ImportedFood]:
    member = members["food.csv"]
    groups = _names(members, "food_category.csv", "id", "description", progress)
    groups |= _names(
        members,
        "wweia_food_category.csv",
        "wweia_food_category",
        "wweia_food_category_description",
        progress,
        other_key="wweia_food_category_code",
    )
    is_of_foundation = "foundation_food.csv" in members
    columns = ("fdc_id", "data_type", "description")
    rows = records(member, columns, progress, optional=("food_category_id",))
    for batch in batches(rows):
        ids = [whole_number(row[0], member, line, "fdc_id") for line, row in batch]
        waiting = target.waiting(ids)
        for fdc_id, (_line, (_id, kind, description, group)) in zip(ids, batch, strict=True):
            name = _one_line(description)
            if kind not in _COLLECTIONS and is_of_foundation:
                skipped[f"{kind or 'no kind'}: a sample, not a food"] += 1
            elif not name:
                skipped["without a name"] += 1
            else:
                known = waiting.get(fdc_id, {})
                yield _food(fdc_id, kind, name, groups.get(group, ""), known)


def _food(fdc_id: int, kind: str, name: str, group: str, known: Waiting) -> ImportedFood:
    collection, source = _COLLECTIONS.get(kind, _COLLECTIONS["branded_food"])
    b12, added = known.get("b12", [[None, False]])[-1], known.get("added", [[None, False]])[-1]
    best_ng = b12[0]
    if collection == BRANDED:
        label = BrandedLabel.of_row(known["label"][-1]) if "label" in known else BrandedLabel()
        return branded_food(fdc_id, name, source, best_ng, bool(b12[1]), label)
    added_ng = None if added[0] is None or best_ng is None else min(added[0], best_ng)
    weighed = sorted(known.get("portion", []), key=lambda row: row[0])
    return ImportedFood(
        collection=collection,
        key=known["number"][-1][0] if "number" in known else str(fdc_id),
        name=name,
        source=source,
        source_id=str(fdc_id),
        best_ng=best_ng,
        added_ng=added_ng,
        group=group,
        fortified=bool(added_ng),
        portions=portions_of(
            Weighed(Decimal(amount), text, Decimal(grams)) for _, amount, text, grams in weighed
        ),
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
    columns = (value,)
    rows = records(members[name], columns, progress, optional=(key, other_key))
    return {first or second: _one_line(text) for _line, (text, first, second) in rows}


def _one_line(text: str) -> str:
    plain = " ".join(text.split())
    # The first question is fast, and nearly every text passes it.
    return plain if plain.isprintable() else printable(plain)
