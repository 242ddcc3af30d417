"""Another country's table: what docs/library.md says that its importer needs is enough."""

import pytest

from tracker.library.entry import Entry, Skipped
from tracker.library.files.layout import table_paths
from tracker.library.importing import sources
from tracker.library.importing.csv_tables import csv_rows
from tracker.library.importing.sources import Source
from tracker.library.opening import open_library
from tracker.nutrition.amounts import nanograms
from tracker.nutrition.foods.collection import Collection, Tier
from tracker.nutrition.foods.food import Portion
from tracker.settings import Settings

FILE = "zuurland.csv"
TABLE = Collection("zuurland", "Zuurland")
LINES = """\
code,naam,groep,b12_ug,portie_g
1,Quarkzuur mager,Zuivel,0.7,150
2,Quarkzuur vol,Zuivel,,150
3,,Zuivel,0.5,150
"""


def recognises(download):
    return FILE in download.members


def size(download):
    return download.members[FILE].size


def reading(table):
    """What reads the made-up table, as a table of this name, word and tier."""

    def read(download, progress):
        columns = ("code", "naam", "groep", "b12_ug", "portie_g")
        for row in csv_rows(download.members[FILE], "Zuurland", columns, progress):
            code, name, group, amount, grams = row.values
            if not name:
                yield Skipped("zonder naam")
                continue
            ng = nanograms(row.amount(amount, "b12_ug")) if amount else None
            yield Entry(
                key=f"zl:{code}", collection=table, name=name, category=group,
                low_ng=ng, best_ng=ng, high_ng=ng, source="Zuurland 2026", source_id=code,
                portions=(Portion("portie", row.amount(grams, "portie_g"), usual=True),),
            )  # fmt: skip

    return read


@pytest.fixture(params=[Tier.GENERIC, Tier.BRANDED])
def table(request, monkeypatch):
    """A source of one module and one line."""
    known = Collection(TABLE.name, TABLE.word, request.param)
    source = Source("Zuurland (CSV)", recognises, size, reading(known))
    monkeypatch.setattr(sources, "SOURCES", (*sources.SOURCES, source))
    return known


@pytest.fixture
def download(tmp_path):
    path = tmp_path / "zuurland_2026-03" / FILE
    path.parent.mkdir()
    path.write_text(LINES, encoding="utf-8")
    return path


def names():
    return [path.stem for path in table_paths(Settings().foods_folder)]


@pytest.mark.usefixtures("table")
def test_a_table_of_another_country_is_imported_listed_found_eaten_and_removed(b12, download):
    said = b12("food", "import", str(download))
    assert "imported 2 foods with 2 portions; 1 of unknown B12" in said
    assert "skipped 1: zonder naam" in said
    assert "zuurland: 2 foods with 2 portions; Zuurland 2026" in b12("food", "tables")
    found = b12("food", "find", "quarkzuur")
    assert "Quarkzuur mager" in found
    assert "Zuurland" in found
    assert b12.json("food", "show", "zl:1")["collection"] == "zuurland"
    assert "0.7 µg" in b12("eat", "100 g zl:1")
    assert "1.05 µg" in b12("eat", "1 portie Quarkzuur mager")
    assert "no food has the key zl:9: " in b12.refused("eat", "100 g zl:9")
    b12("food", "tables", "--remove", "zuurland")
    assert names() == []
    assert "no food has the key zl:1: " in b12.refused("eat", "100 g zl:1")
    assert "Quarkzuur mager" in b12("log")


@pytest.mark.usefixtures("table")
def test_it_takes_the_place_of_no_other_table(b12, fooddata, download):
    products = fooddata.foods("branded_food", {"QUUX BAR": 1.0})
    b12("food", "import", str(products))
    b12("food", "import", str(download.parent))
    assert names() == ["usda-branded", "zuurland"]
    assert "1 µg" in b12("eat", "100 g quux bar")
    assert "0.7 µg" in b12("eat", "100 g zl:1")


def test_a_file_says_how_far_its_table_is(b12, table, download):
    b12("food", "import", str(download))
    with open_library(Settings()) as library:
        [about] = [one for one in library.tables() if not one.ships]
        [found] = library.find_names(["mager"])
    assert (about.title, about.tier, found.tier) == (table.word, table.tier, table.tier)


def test_what_no_source_knows_is_told_what_they_are(b12, download):
    said = b12.refused("food", "import", str(download))
    assert "FoodData Central (CSV) or Foundation Foods (JSON)" in said
    assert "folder" in said
