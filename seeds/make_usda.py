"""Makes `usda_fndds.csv` and `usda_sr_legacy.csv` from USDA's FoodData Central downloads.

Run by hand when USDA publishes a release; the program and its package never run it:

    python seeds/make_usda.py --sr FoodData_Central_sr_legacy_food_csv_2018-04.zip \
        --survey FoodData_Central_survey_food_csv_2024-10-31.zip

The zips are those of https://fdc.nal.usda.gov/download-datasets (CSV); they are streamed, and
one release always makes the same bytes. What the columns hold is told in `seeds/SOURCES.md`.
The diet is derived in `usda_diet.py`; how USDA words its portions is read by the same rules as
when a person imports such a download.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from usda_diet import diet_of, is_fortified

from tracker.library.importing.portions import Weighed, portions_of

COLUMNS = (
    "key", "name", "category", "diet", "fortified", "state", "market",
    "ng_per_100g", "added_ng_per_100g", "portions",
)  # fmt: skip
B12 = ("1178", "418")
"""Nutrient id, and the number that the survey download has in its place; µg in 100 g."""

ADDED_B12 = ("1246", "578")
"""The part of B12 that was added, as id and number; µg in 100 g."""

CHOLESTEROL = ("1253", "601")
"""As id and number; mg in 100 g. The survey download of B12 alone may lack it."""

_COOKED = re.compile(
    r"\b(?:cooked|precooked|boiled|baked|roasted|toasted|fried|broiled|braised|canned|grilled|"
    r"steamed|stewed|simmered|microwaved|poached|scrambled|rotisserie|barbecued|blanched|"
    r"parboiled|heated|reheated)\b"
)
_RAW = re.compile(r"\braw\b")
_NOT_COOKED = re.compile(r"\b(?:not|never|un)[ -]?(?:pre)?(?:cooked|heated)\b")


@dataclass(frozen=True)
class Release:
    """Where a download keeps what, and what its rows become."""

    table: str
    number: str
    prefix: str
    categories: tuple[str, str, str]
    file_name: str


SR_LEGACY = Release(
    "sr_legacy_food.csv", "fdc_id", "sr",
    ("food_category.csv", "id", "description"), "usda_sr_legacy.csv",
)  # fmt: skip
SURVEY = Release(
    "survey_fndds_food.csv", "food_code", "fndds",
    ("wweia_food_category.csv", "wweia_food_category", "wweia_food_category_description"),
    "usda_fndds.csv",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Makes the files of the downloads that are named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sr", type=Path, help="the zip of SR Legacy, CSV")
    parser.add_argument("--survey", type=Path, help="the zip of FNDDS (survey foods), CSV")
    parser.add_argument(
        "--into", type=Path, default=Path(__file__).parent, help="the folder to write into"
    )
    options = parser.parse_args(arguments)
    if not (options.sr or options.survey):
        parser.error("name a download: --sr ZIP, --survey ZIP or both")
    for archive, release in ((options.sr, SR_LEGACY), (options.survey, SURVEY)):
        if archive:
            rows = compact_rows(archive, release)
            write(options.into / release.file_name, rows)
            print(f"{release.file_name}: {len(rows)} foods")
    return 0


def compact_rows(archive: Path, release: Release) -> list[dict[str, str]]:
    """One row for each food of a download, by key.

    Raises:
        KeyError: a table or a column is missing: the zip is of another kind.
    """
    with zipfile.ZipFile(archive) as download:
        numbers = {row["fdc_id"]: row[release.number] for row in table(download, release.table)}
        name, key, text = release.categories
        categories = {row[key]: one_line(row[text]) for row in table(download, name)}
        contents = contents_of(download)
        portions = weighed_of(download)
        rows = [
            compact_row(
                f"{release.prefix}:{numbers[food['fdc_id']]}",
                one_line(food["description"]),
                categories.get(food["food_category_id"], ""),
                contents[food["fdc_id"]],
                portions[food["fdc_id"]],
            )
            for food in table(download, "food.csv")
            if food["fdc_id"] in numbers
        ]
    return sorted(rows, key=lambda row: int(row["key"].partition(":")[2]))


def compact_row(
    key: str, name: str, category: str, contents: dict[str, Decimal], weighed: list[Weighed]
) -> dict[str, str]:
    """A food as the compact files have it; amounts in nanograms, empty where not known."""
    best, added = _nanograms(contents, B12), _nanograms(contents, ADDED_B12)
    if best is not None and added is not None:
        # Four rows of the releases round the added part above the whole.
        added = min(added, best)
    natural = None if best is None else best - (added or 0)
    diet = diet_of(name, category, natural, _amount(contents, CHOLESTEROL))
    fortified = is_fortified(name, category, diet, best, added)
    return dict(zip(COLUMNS, (
        key, name, category, diet, "1" if fortified else "", state_of(name), "US",
        _text(best), _text(added), portions_cell(weighed),
    ), strict=True))  # fmt: skip


def state_of(name: str) -> str:
    """`raw`, `cooked`, or nothing where the name says neither; cooked apples were raw once."""
    words = _NOT_COOKED.sub(" ", name.lower())
    if _COOKED.search(words):
        return "cooked"
    return "raw" if _RAW.search(words) else ""


def portions_cell(weighed: list[Weighed]) -> str:
    """`*cup=244|fl oz=30.5`: grams of one of each portion, the usual one with a star."""
    return "|".join(
        f"{'*' if one.usual else ''}{_plain(one.name)}={_short(one.grams)}"
        for one in portions_of(weighed)
        if one.grams
    )


def contents_of(download: zipfile.ZipFile) -> defaultdict[str, dict[str, Decimal]]:
    """By food the amounts of the nutrients that are looked at, by nutrient."""
    wanted = {*B12, *ADDED_B12, *CHOLESTEROL}
    found: defaultdict[str, dict[str, Decimal]] = defaultdict(dict)
    for row in table(download, "food_nutrient.csv"):
        if row["nutrient_id"] in wanted and row["amount"]:
            found[row["fdc_id"]][row["nutrient_id"]] = Decimal(row["amount"])
    return found


def weighed_of(download: zipfile.ZipFile) -> defaultdict[str, list[Weighed]]:
    """By food its rows of portions, in USDA's order."""
    rows: defaultdict[str, list[tuple[int, Weighed]]] = defaultdict(list)
    for row in table(download, "food_portion.csv"):
        # In FNDDS the modifier is a code; the words stand in the description.
        text = row["portion_description"] or row["modifier"]
        weighed = Weighed(
            Decimal(row["amount"] or 1), one_line(text), Decimal(row["gram_weight"] or 0)
        )
        rows[row["fdc_id"]].append((int(row["seq_num"] or 0), weighed))
    ordered: defaultdict[str, list[Weighed]] = defaultdict(list)
    for food, numbered in rows.items():
        ordered[food] = [weighed for _, weighed in sorted(numbered, key=lambda pair: pair[0])]
    return ordered


def table(download: zipfile.ZipFile, name: str) -> Iterator[dict[str, str]]:
    """The rows of a table, one by one, by the names of their columns."""
    # A table that is not there is left to zipfile, which names it; of two nobody knows which.
    [member] = [one for one in download.namelist() if Path(one).name == name] or [name]
    with _text_of(download, member) as text:
        yield from csv.DictReader(text)


def write(path: Path, rows: list[dict[str, str]]) -> None:
    """Plain CSV with Unix line ends, so that a new release shows as a difference of lines."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def one_line(text: str) -> str:
    """White space tidied."""
    return " ".join(text.split())


@contextmanager
def _text_of(download: zipfile.ZipFile, member: str) -> Iterator[io.TextIOWrapper]:
    with download.open(member) as file, io.TextIOWrapper(file, "utf-8-sig", newline="") as text:
        yield text


def _amount(contents: dict[str, Decimal], nutrients: Sequence[str]) -> Decimal | None:
    return next((contents[one] for one in nutrients if one in contents), None)


def _nanograms(contents: dict[str, Decimal], nutrients: Sequence[str]) -> int | None:
    amount = _amount(contents, nutrients)
    return None if amount is None else int((amount * 1000).to_integral_value())


def _text(nanograms: int | None) -> str:
    return "" if nanograms is None else str(nanograms)


def _short(grams: Decimal) -> str:
    return f"{grams.normalize():f}"


def _plain(name: str) -> str:
    """A name without the three characters that part a cell."""
    return name.replace("|", "/").replace("=", " ").replace("*", "").strip()


if __name__ == "__main__":
    sys.exit(main())
