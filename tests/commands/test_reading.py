"""`b12 today`, `day`, `week` and `log`."""

import io
import json

import pytest

from tracker.commands.terminal.output import say


@pytest.fixture
def full_week(b12):
    """Monday to Sunday, with a day of zero, one of unknown content and two without a record."""
    b12("eat", "2 eggs", "--on", "2026-11-16", "--at", "08:00")
    b12("take", "1000 mcg cyanocobalamin", "--on", "2026-11-17")
    b12("eat", "apple", "--on", "2026-11-18")
    b12("eat", "stew", "--mcg", "unknown", "--on", "2026-11-19")
    b12("eat", "beef liver", "--on", "2026-11-22", "--at", "19:00")
    return b12


def test_the_week_tells_no_record_not_known_and_zero_apart(full_week):
    days = full_week.json("week", "2026-W47")["days"]
    assert [day["recorded"] for day in days] == [True, True, True, True, False, False, True]
    assert [day["intake_mcg"]["best"] for day in days] == [1.12, 1000, 0, None, None, None, 23.6]
    lines = full_week("week").splitlines()
    friday = next(line for line in lines if "2026-11-20" in line)
    assert "no record" in friday
    thursday = next(line for line in lines if "2026-11-19" in line)
    assert "1 not known" in thursday
    assert "no record" not in thursday


def test_the_mean_is_over_all_recorded_days_and_then_at_least(full_week):
    week = full_week.json("week")
    assert week["recorded_days"] == 5
    assert week["mean_intake_mcg"] == pytest.approx((1.12 + 1000 + 0 + 0 + 23.6) / 5, abs=0.001)
    assert "at least" in next(one for one in full_week("week").splitlines() if "mean" in one)
    assert week["week"] == "2026-W47"


def test_an_open_range_says_at_least(full_week):
    day = full_week.json("today")
    assert day["intake_mcg"] == {"low": 20, "best": 23.6, "high": None}
    assert "at least 20" in full_week("today")


def test_tables_line_up_in_80_columns(full_week):
    full_week("eat", "1/2 cup fortified nutritional yeast", "--note", "牛奶 " * 30)
    for command in (["today"], ["week"], ["log"], ["supplement", "list"], ["profile", "list"]):
        for line in full_week(*command).splitlines():
            assert len(line) <= 80, (command, line)


def test_a_day_without_a_record_says_that_this_is_not_zero(b12):
    assert "no record" in b12("today")
    day = b12.json("today")
    assert day["recorded"] is False
    assert day["intake_mcg"] == {"low": None, "best": None, "high": None}


def test_an_empty_week_says_so(b12):
    assert "no record on any of these 7 days" in b12("week", "2026-W01")


def test_the_log_ends_with_the_day_that_is_asked_for(full_week):
    listed = full_week.json("log", "--to", "2026-11-17")["intakes"]
    assert [one["day"] for one in listed] == ["2026-11-16", "2026-11-17"]


def test_the_log_lists_the_newest_by_number(full_week):
    listed = full_week.json("log", "--limit", "2")["intakes"]
    assert [one["name"] for one in listed] == ["stew", "beef liver"]
    between = full_week.json("log", "--from", "2026-11-16", "--to", "2026-11-17")["intakes"]
    assert [one["day"] for one in between] == ["2026-11-16", "2026-11-17"]
    assert 'b12 eat "2 eggs"' in full_week("log", "--from", "2026-11-01", "--to", "2026-11-02")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["day", "someday"], "is not a day"),
        (["day", "2026-13-01"], "in the calendar"),
        (["week", "2026-W60"], "ISO calendar"),
        (["week", "x"], "is not a day"),
        (["log", "--from", "x"], "is not a day"),
        (["log", "--from", "2026-11-02", "--to", "2026-11-01"], "comes before"),
        (["today", "--db", "/dev/null"], "cannot be read or written"),
        (["today", "--person", "nobody"], "no person"),
        (["today", "--db", "/"], "is a folder"),
    ],
)
def test_bad_input_gets_one_clear_line(b12, args, said):
    assert said in b12.refused(*args)


@pytest.mark.parametrize(
    "args",
    [
        ["log", "--limit", "0"],
        ["nonsense"],
    ],
)
def test_what_is_written_wrongly_says_how_it_is_used(b12, args):
    b12.misused(*args)


def test_the_newest_day_comes_first_whenever_it_was_logged(b12):
    b12("eat", "egg")
    b12("eat", "milk", "--on", "yesterday")
    assert [one["name"] for one in b12.json("log", "--limit", "1")["intakes"]] == ["egg"]


@pytest.mark.parametrize("day", ["-2d", "mon", "yesterday", "2026-11-20"])
def test_days_can_be_named_in_short(b12, day):
    assert b12.json("day", day)["day"] <= "2026-11-22"


def test_names_are_shown_without_executing_what_is_in_them(b12, tmp_path):
    import sqlite3
    from contextlib import closing

    from tracker.settings import default_path

    b12("eat", "egg")
    with closing(sqlite3.connect(default_path())) as connection:
        connection.execute(
            "UPDATE intake SET name = ?, note = '[red]x[/red]'", ("\x1b[31mred\x07",)
        )
        connection.commit()
    for command in (["today"], ["log"], ["week"]):
        shown = b12(*command)
        assert "\x1b" not in shown
        assert "\x07" not in shown
    assert "[red]x[/red]" in b12("log")


def test_json_is_one_object_even_for_names_of_any_script(b12):
    b12("eat", "牛奶 🥛 حليب", "--mcg", "1")
    assert json.loads(b12("today", "--json"))["intakes"][0]["name"] == "牛奶 🥛 حليب"


def test_a_terminal_without_utf_8_gets_plain_signs(tmp_path):
    import os
    import subprocess
    import sys
    from pathlib import Path

    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "ascii"}
    shown = b""
    for args in (
        ["eat", "half cup milk"],
        ["eat", "stew", "--mcg", "unknown"],
        ["week"],
        ["supplement", "list"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "tracker", *args], capture_output=True, env=environment
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.decode("ascii")
        shown += done.stdout
    assert b"1/2 cup milk: 0.65 mcg" in shown
    assert b">= 0.65" in shown
    assert b"1000 mcg" in shown


@pytest.mark.parametrize("err", [False, True])
def test_a_stream_is_asked_for_its_own_encoding(monkeypatch, err):
    plain = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="strict")
    full = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr("sys.stderr" if err else "sys.stdout", plain)
    monkeypatch.setattr("sys.stdout" if err else "sys.stderr", full)
    say("2.4 µg of 牛奶", err=err)
    say("2.4 µg of 牛奶", err=not err)
    plain.flush()
    full.flush()
    assert plain.buffer.getvalue() == b"2.4 mcg of ??\n"
    assert full.buffer.getvalue().decode() == "2.4 µg of 牛奶\n"


def test_output_on_a_full_disk_ends_in_one_line(b12):
    import os
    import subprocess
    import sys
    from pathlib import Path

    b12("eat", "egg")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tracker", "today"],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment,
            text=True,
        )
    assert done.returncode == 1, done.stderr
    said = [line for line in done.stderr.splitlines() if line.startswith("b12: ")]
    assert said == ["b12: the output cannot be written: the disk is full"]
    assert "Traceback" not in done.stderr


def test_no_colour_reaches_a_pipe(full_week):
    assert "\x1b" not in full_week("today")


@pytest.mark.parametrize(
    "args",
    [
        ["edit", "9" * 20, "egg"],
        ["remove", "9" * 20],
        ["lab", "edit", "9" * 20, "--value", "3"],
        ["undo", "9" * 20],
        ["log", "--limit", "9" * 20],
    ],
)
def test_a_number_that_no_row_can_have_is_wrong_usage(b12, args):
    b12("eat", "egg")
    assert "range" in b12.misused(*args)


@pytest.mark.parametrize("week", ["0001-W01", "1899-W10", "2200-W02"])
def test_a_week_outside_the_calendar_of_the_diary_is_refused(b12, week):
    assert "outside the years 1900 to 2199" in b12.refused("week", week)
