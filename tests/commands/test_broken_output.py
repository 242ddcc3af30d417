"""A file that a command writes is there, whatever becomes of the lines that it prints."""

import errno
import os

import click
import pytest

from tracker.commands.terminal.output import say

COMMANDS = (
    ("outlook", "-o", "drawn.png"),
    ("outlook", "--json", "-o", "drawn.png"),
    ("demo", "-o", "drawn.png"),
    ("report", "-o", "drawn.png"),
    ("trend", "-o", "drawn.png"),
    ("trend", "--json", "-o", "drawn.png"),
    ("timeline", "-o", "drawn.png"),
    ("timeline", "--json", "-o", "drawn.png"),
    ("coverage", "--curve", "drawn.png"),
    ("schedule", "export", "-o", "drawn.ics"),
)


@pytest.fixture
def kept(b12):
    """10 µg on each of the last 28 days, and a schedule."""
    b12("profile", "set", "Ana", "--born", "1990-05-17")
    for back in range(28):
        b12("take", "10 mcg cyanocobalamin", "--on", f"-{back}d")
    b12("schedule", "add", "veg1", "--every", "day", "--from", "today")
    return b12


@pytest.fixture
def closed(monkeypatch):
    """Nobody reads on: every line that is printed meets a broken pipe."""

    def broken(*_args, **_options):
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))

    monkeypatch.setattr(click, "echo", broken)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_file_is_written_before_the_output_can_break(kept, closed, tmp_path, command):
    with pytest.raises(BrokenPipeError):
        say("a line")
    kept.run(*command)
    assert (tmp_path / "work" / command[-1]).is_file()


@pytest.mark.parametrize("command", ["trend", "timeline", "outlook"])
def test_a_picture_beside_json_leaves_the_document_whole(kept, tmp_path, command):
    assert kept.json(command, "-o", "drawn.png")["schema"] == 1
    assert (tmp_path / "work" / "drawn.png").is_file()
