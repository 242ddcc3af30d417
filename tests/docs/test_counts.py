"""How many rows the pages say that the reference data has is how many it has."""

import csv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def rows_of(file_name):
    with (ROOT / "seeds" / file_name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


OWN = rows_of("foods.csv")
USDA = len(rows_of("usda_fndds.csv")) + len(rows_of("usda_sr_legacy.csv"))


@pytest.mark.parametrize(
    "file_name", [path.name for path in sorted((ROOT / "seeds").glob("*.csv"))]
)
def test_the_page_of_the_data_counts_the_rows_of_each_file(file_name):
    page = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    assert f"| `{file_name}` | {len(rows_of(file_name)):,} |" in page


def test_the_true_zeros_are_counted():
    zeros = [row for row in OWN if row["best_mcg"] == row["high_mcg"] == "0"]
    page = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    assert f"{len(zeros)} of them are true zeros" in page


@pytest.mark.parametrize("page", ["foods.md", "library.md", "performance.md"])
def test_a_page_says_how_many_foods_ship(page):
    assert f"{len(OWN) + USDA:,} foods" in (ROOT / "docs" / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["foods.md", "changelog.md"])
def test_a_page_says_how_many_foods_have_ranges(page):
    assert f"{len(OWN)} foods" in (ROOT / "docs" / page).read_text(encoding="utf-8")


def test_the_changelog_says_how_many_foods_are_raw_or_cooked():
    said = sum(row["state"] != "" for row in OWN)
    text = (ROOT / "docs" / "changelog.md").read_text(encoding="utf-8")
    assert f"{said} of the foods with ranges" in text
