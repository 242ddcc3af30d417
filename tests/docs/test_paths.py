"""What the pages say of the code names files that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ("architecture.md", "contributing.md", "data.md", "library.md", "performance.md")
NAMED = re.compile(r"`((?:[a-z_]+/)+[a-z_0-9]+(?:\.(?:py|csv|toml|txt)|/))`")
NOT_YET = {"reports/charts/clinician/page.py", "nutrition/supplements/stock.py"}
"""Files that a page tells how to add."""


@pytest.mark.parametrize("page", PAGES)
def test_every_file_and_folder_that_a_page_names_is_there(page):
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    named = set(NAMED.findall(text)) - NOT_YET
    missing = {
        name
        for name in named
        if not any((base / name).exists() for base in (ROOT, ROOT / "tracker"))
    }
    assert named
    assert not missing, sorted(missing)
