"""The pictures in the documentation are those that the program draws of the demo diary."""

import importlib.util
import re
from pathlib import Path

import pytest
from PIL import Image, ImageChops

DOCS = Path(__file__).parents[2] / "docs"
LARGEST = 300_000


def module():
    spec = importlib.util.spec_from_file_location("make_pictures", DOCS / "make_pictures.py")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def difference(one, other):
    """The mean difference of two pictures in a colour channel, 0 to 255."""
    with Image.open(one) as first, Image.open(other) as second:
        assert first.size == second.size
        changed = ImageChops.difference(first.convert("L"), second.convert("L"))
        histogram = changed.histogram()
    return sum(level * count for level, count in enumerate(histogram)) / sum(histogram)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    return module().make_pictures(tmp_path_factory.mktemp("pictures"))


def test_the_command_draws_every_picture_and_keeps_it_small(drawn):
    assert [path.name for path in drawn] == list(module().PICTURES)
    for path in drawn:
        with Image.open(path) as picture:
            assert picture.width == module().WIDTH
            assert len(picture.convert("L").getcolors()) > 10
        assert path.stat().st_size < LARGEST


def test_the_pictures_in_the_documentation_are_up_to_date(drawn):
    # Not byte by byte: another version of matplotlib draws the edge of a letter differently.
    for path in drawn:
        kept = DOCS / "images" / path.name
        assert difference(path, kept) < 2, "run: python docs/make_pictures.py"


def test_every_picture_is_shown_in_a_page_with_words_for_it():
    shown = {}
    for page in (DOCS.parent / "README.md", *DOCS.glob("*.md")):
        for words, target in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).is_file(), f"{page.name}: {target}"
            shown[Path(target).name] = words
    for name in module().PICTURES:
        assert len(shown.get(name, "")) > 30, name
