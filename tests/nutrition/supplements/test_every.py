import pytest

from tracker.errors import TrackerError
from tracker.nutrition.supplements.every import parse_every


@pytest.mark.parametrize(
    ("said", "text", "words"),
    [
        ("day", "day", "every day"),
        ("daily", "day", "every day"),
        ("2d", "2d", "every 2 days"),
        ("2 days", "2d", "every 2 days"),
        ("1d", "day", "every day"),
        ("week", "week", "every week"),
        ("every 2 weeks", "2w", "every 2 weeks"),
        ("thu,mon", "mon,thu", "every Monday and Thursday"),
        ("Sunday", "sun", "every Sunday"),
        ("mon wed fri", "mon,wed,fri", "every Monday, Wednesday and Friday"),
        ("month", "month", "every month"),
        ("3 months", "3m", "every 3 months"),
    ],
)
def test_a_recurrence_is_read_and_said(said, text, words):
    found = parse_every(said)
    assert (found.text, found.words) == (text, words)
    assert parse_every(found.text) == found


@pytest.mark.parametrize("said", ["366d", "52w", "24m"])
def test_a_dose_may_be_as_rare_as_once_in_a_year_or_in_two(said):
    assert parse_every(said).text == said


@pytest.mark.parametrize(
    "said", ["", "often", "0d", "-1d", "367d", "53w", "25m", "monkey", "mon,x", "1e9d", ","]
)
def test_what_is_no_recurrence_is_refused(said):
    with pytest.raises(TrackerError):
        parse_every(said)
