"""Contents and totals in words: their range, and how much of them is not known."""

from decimal import Decimal

import pytest

from tracker.nutrition.amounts import ContentRange, total
from tracker.reports.wording import content_text, total_text


def content(low, best, high):
    return ContentRange(Decimal(low), Decimal(best), None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("low", "best", "high", "shown"),
    [
        ("2", "2", "2", "2 µg"),
        ("0", "0", "1.4", "0 µg (0 to 1.4)"),
        ("0", "1.4", "1.4", "1.4 µg (0 to 1.4)"),
        ("20", "23.6", None, "23.6 µg (at least 20)"),
    ],
)
def test_a_content_has_its_range_beside_it_unless_it_is_exact(low, best, high, shown):
    assert content_text(content(low, best, high)) == shown


@pytest.mark.parametrize(
    ("contents", "shown"),
    [
        ([content("1", "1.12", "1.2")], "1.12 µg"),
        ([content("1", "1.12", "1.2"), None], "at least 1.12 µg, 1 not known"),
        ([content("1", "1.12", "1.2"), None, None], "at least 1.12 µg, 2 not known"),
        ([None, None], "not known"),
    ],
)
def test_a_total_says_of_how_many_the_content_is_not_known(contents, shown):
    assert total_text(total(contents)) == shown
