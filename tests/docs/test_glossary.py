"""The glossary is looked up by its words."""

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "glossary.md"


def test_the_words_stand_in_order():
    words = re.findall(r"^\| \*\*(.+?)\*\*", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    plain = [re.sub(r"[^a-z ]", "", word.split(",")[0].lower()) for word in words]
    assert len(plain) > 50
    assert plain == sorted(plain)
