"""What the options that several commands share mean."""

import sys

import pytest

from tracker.commands.terminal.asking import chooser


@pytest.mark.parametrize(
    ("add", "listing", "key"),
    [
        (["eat", "egg"], ["log"], "intakes"),
        (["lab", "add", "b12", "300", "pg/mL"], ["lab", "list"], "results"),
        (["symptom", "add", "fatigue", "2"], ["symptom", "list"], "symptoms"),
    ],
)
def test_a_list_without_ends_holds_every_day_that_was_kept(b12, add, listing, key):
    for day in ("1950-01-01", "today", "2150-12-31"):
        b12(*add, "--on", day, "--anyway")
    days = [one["day"] for one in b12.json(*listing)[key]]
    assert sorted(days) == ["1950-01-01", "2026-11-22", "2150-12-31"]
    assert len(b12.json(*listing, "--from", "today")[key]) == 2
    assert len(b12.json(*listing, "--to", "today")[key]) == 2


class Stream:
    """A standard stream, on a terminal or not."""

    def __init__(self, is_terminal):
        self.isatty = lambda: is_terminal


@pytest.mark.parametrize("reads", [True, False])
@pytest.mark.parametrize("shows", [True, False])
def test_what_is_meant_is_asked_only_where_the_question_is_seen_and_can_be_answered(
    monkeypatch, reads, shows
):
    monkeypatch.setattr(sys, "stdin", Stream(reads))
    monkeypatch.setattr(sys, "stdout", Stream(shows))
    assert (chooser() is not None) == (reads and shows)
