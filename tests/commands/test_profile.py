"""`b12 profile`, as a person types it."""

import sqlite3
from contextlib import closing

import pytest

from tracker.settings import default_path


def target(b12, day, *options):
    return b12.json("day", day, *options)["target"]


def view(sql="SELECT * FROM daily_intake ORDER BY person, day"):
    with closing(sqlite3.connect(default_path())) as connection:
        return connection.execute(sql).fetchall()


def test_an_old_day_keeps_the_target_of_its_date(b12):
    b12("profile", "set", "--born", "1996-05-05", "--sex", "female", "--diet", "vegan")
    b12("profile", "pregnancy", "2026-01-10", "2026-10-01")
    b12("profile", "lactation", "2026-10-01")
    assert target(b12, "2026-01-09")["mcg"] == 2.4
    assert target(b12, "2026-01-10")["mcg"] == 2.6
    assert target(b12, "2026-09-30")["mcg"] == 2.6
    assert target(b12, "2026-10-01")["mcg"] == 2.8
    assert target(b12, "today")["life_stage"] == "lactation"
    assert target(b12, "2012-05-04")["life_stage"] == "14-18 years"
    assert target(b12, "1996-05-04") is None


def test_a_profile_is_shown_as_it_was_set(b12):
    b12("profile", "set", "--born", "1996-05-05", "--sex", "female", "--diet", "vegan")
    b12("profile", "set", "--standard", "dach-2018", "--day-starts", "4")
    b12("profile", "pregnancy", "2025-01-10", "2025-10-01")
    b12("profile", "lactation", "2025-10-01")
    shown = b12.json("profile", "show")
    said = {"person": "me", "current": True, "born": "1996-05-05", "sex": "female"}
    said |= {"diet": "vegan", "standard": "dach-2018", "day_starts": 4}
    assert said.items() <= shown.items()
    assert shown["life_phases"] == [
        {"phase": "pregnancy", "first_day": "2025-01-10", "last_day": "2025-10-01"},
        {"phase": "lactation", "first_day": "2025-10-01", "last_day": None},
    ]
    b12("profile", "set", "Ida", "--born", "2026-06-01")
    marked = [line.split()[:2] for line in b12("profile", "list").splitlines() if "*" in line]
    assert marked == [["*", "me"]]


def test_an_infant_has_an_adequate_intake(b12):
    b12("profile", "set", "--born", "2026-06-01")
    assert (target(b12, "2026-11-30")["mcg"], target(b12, "2026-11-30")["kind"]) == (0.4, "AI")
    assert target(b12, "2026-12-01")["note"] is None
    assert target(b12, "2026-12-01")["mcg"] == 0.5
    assert "adequate intake (AI)" in b12("profile", "show")
    assert "inadequate" not in b12("today")


@pytest.mark.parametrize(
    ("standard", "mcg"),
    [("iom-1998", 2.4), ("dach-2018", 4.0), ("efsa-2015", 4.0), ("uk-1991", 1.5)],
)
def test_each_standard_has_its_own_target(b12, standard, mcg):
    b12("profile", "set", "--born", "1990-01-01", "--standard", standard)
    assert target(b12, "today")["mcg"] == mcg


def test_unverified_figures_say_so(b12):
    b12("profile", "set", "--born", "2020-01-01", "--standard", "efsa-2015")
    assert "unverified" in b12("today")
    assert target(b12, "today")["unverified"] is True


def test_an_age_that_a_standard_leaves_out_has_no_target(b12):
    b12("profile", "set", "--born", "2026-09-01", "--standard", "efsa-2015")
    b12("eat", "egg")
    assert target(b12, "today") is None
    assert b12.json("today")["percent_of_target"]["best"] is None
    assert "no value for this age" in b12.run("today").output
    b12("week")


def test_the_first_name_takes_over_from_the_untouched_me(b12):
    b12("profile", "set", "Anna", "--born", "1990-01-01")
    b12("profile", "set", "Tom", "--born", "2024-01-01")
    people = {one["person"]: one["current"] for one in b12.json("profile", "list")["people"]}
    assert people == {"me": False, "Anna": True, "Tom": False}
    b12("profile", "use", "tom")
    assert b12.json("profile", "show")["person"] == "Tom"


def test_a_used_me_stays_current(b12):
    b12("eat", "egg")
    assert "--person" in b12("profile", "set", "Anna", "--born", "1990-01-01")
    assert b12.json("today")["person"] == "me"


def test_people_keep_their_diaries_apart(b12, monkeypatch):
    b12("profile", "set", "Anna", "--born", "1990-01-01")
    b12("profile", "set", "Tom", "--born", "2024-01-01")
    b12("eat", "egg")
    b12("--person", "Tom", "eat", "milk")
    monkeypatch.setenv("B12_PERSON", "Tom")
    day = b12.json("today")
    assert (day["person"], day["intakes"][0]["name"]) == ("Tom", "milk")
    assert day["target"]["mcg"] == 0.9


def test_a_new_day_can_start_after_midnight(b12, clock):
    b12("profile", "set", "--day-starts", "4")
    clock.move_to("2026-11-23 01:30")
    b12("eat", "egg")
    assert b12.json("day", "2026-11-22")["intakes"][0]["time"] == "01:30"
    clock.move_to("2026-11-23 04:00")
    b12("eat", "milk")
    assert b12.json("day", "2026-11-23")["intakes"][0]["name"] == "milk"


def test_a_forgotten_end_of_a_pregnancy_is_pointed_out(b12):
    b12("profile", "pregnancy", "2025-06-01")
    assert "has no end" in b12.run("today").stderr


def test_a_pregnancy_without_an_end_is_pointed_out_after_300_days(b12, clock):
    b12("profile", "pregnancy", "2026-01-26")
    assert "has no end" not in b12.run("today").stderr
    clock.move_to("2026-11-23 12:00")
    assert "has no end" in b12.run("today").stderr


def test_the_view_has_the_day_and_its_target_for_any_sql_tool(b12):
    b12("eat", "2 eggs")
    b12("eat", "stew", "--mcg", "unknown", "--on", "yesterday")
    b12("take", "10 mcg", "--on", "yesterday")
    assert view() == [
        ("me", "2026-11-21", 10.0, 10.0, None, 2.4, 416.7, 1, 2),
        ("me", "2026-11-22", 0.72, 1.12, 1.2, 2.4, 46.7, 0, 1),
    ]


def test_the_view_is_right_after_every_change_of_the_profile(b12):
    b12("eat", "2 eggs")

    def kept():
        return view("SELECT target_mcg FROM daily_intake")[0][0]

    for command, mcg in (
        (["profile", "set", "--born", "2022-01-01"], 1.2),
        (["profile", "set", "--standard", "dach-2018"], 2.0),
        (["undo", "2"], 2.4),
        (["profile", "pregnancy", "2026-03-01"], 2.6),
        (["profile", "pregnancy", "2026-03-01", "2026-04-01"], 2.4),
        (["undo"], 2.6),
        (["profile", "pregnancy", "2026-03-01", "--remove"], 2.4),
    ):
        b12(*command)
        assert kept() == target(b12, "today")["mcg"] == mcg


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["set", "--born", "yesterdax"], "is not a day"),
        (["set", "--born", "1990-02-30"], "in the calendar"),
        (["set", "--born", "1850-01-01"], "years 1900 to 2199"),
        (["set", "--born", "2027-01-01"], "in the future"),
        (["set", "--born", "2026-11-22"], "before 2026-11-22: correct"),
        (["set", "--standard", "who-1900"], "is no standard"),
        (["set", "", "--born", "1990-01-01"], "is empty"),
        (["set", "a\x1b[31m", "--born", "1990-01-01"], "control characters"),
        (["set", "x" * 201], "is longer than"),
        (["set", "--rename", "me"], "already is a person"),
        (["use", "nobody"], "no person"),
        (["remove", "nobody"], "no person"),
        (["remove", "me"], "the only person of this diary"),
        (["show", "nobody"], "no person"),
        (["pregnancy", "2026-05-01", "2026-04-01"], "cannot end on"),
        (["pregnancy", "someday"], "is not a day"),
        (["pregnancy", "2026-01-01", "--remove"], "starts on"),
        (["lactation", "2027-05-05", "2027-05-04"], "cannot end on"),
    ],
)
def test_bad_input_gets_one_clear_line_and_changes_nothing(b12, args, said):
    b12("eat", "egg", "--on", "2026-11-01")
    before = b12("profile", "list", "--json")
    assert said in b12.refused("profile", *args)
    assert b12("profile", "list", "--json") == before


@pytest.mark.parametrize(
    "args",
    [
        ["set"],
        ["set", "--sex", "x"],
        ["set", "--day-starts", "25"],
    ],
)
def test_what_is_written_wrongly_says_how_it_is_used(b12, args):
    b12.misused("profile", *args)


def test_no_pregnancy_is_kept_for_a_man_and_none_overlaps_another(b12):
    b12("profile", "set", "--sex", "male")
    assert "male" in b12.refused("profile", "pregnancy", "2026-01-01")
    b12("profile", "set", "--sex", "female")
    b12("profile", "pregnancy", "2026-01-01", "2026-09-01")
    assert "overlaps" in b12.refused("profile", "pregnancy", "2026-08-01")
    b12("profile", "pregnancy", "2024-01-01", "2024-09-01")
    b12("profile", "set", "--sex", "female")


def test_a_person_is_removed_with_all_that_is_kept_of_them_and_brought_back(b12):
    b12("eat", "egg")
    b12("profile", "set", "Ida", "--born", "2026-05-22")
    b12("eat", "egg", "--person", "Ida")
    b12("profile", "factor", "add", "ppi", "--person", "Ida")
    assert "Ida has 1 intake: add --anyway" in b12.refused("profile", "remove", "ida")
    assert b12("profile", "remove", "ida", "--anyway") == (
        "removed Ida and all that was kept of them: `b12 undo` brings it back\n"
    )
    assert [one["person"] for one in b12.json("profile", "list")["people"]] == ["me"]
    assert b12("undo") == "undone: removed Ida with 1 intake\n"
    shown = b12.json("profile", "show", "Ida")
    assert shown["target"]["mcg"] == 0.5
    assert [one["factor"] for one in shown["factors"]] == ["ppi"]
    assert len(b12.json("today", "--person", "Ida")["intakes"]) == 1


def test_nobody_is_born_in_the_future(b12):
    assert "in the future" in b12.refused("profile", "set", "--born", "2026-11-23")


def test_a_profile_with_a_pregnancy_cannot_become_male(b12):
    b12("profile", "pregnancy", "2026-01-01", "2026-09-01")
    assert "male" in b12.refused("profile", "set", "--sex", "male")


def test_somebody_may_be_born_before_the_person_whose_diary_is_open(b12):
    b12("profile", "set", "Ana", "--born", "1990-05-17")
    assert "born 1960-03-01" in b12("profile", "set", "Eva", "--born", "1960-03-01")


def test_a_day_of_birth_can_be_corrected_in_either_direction(b12):
    for born in ("1990-05-17", "1980-05-17", "1995-05-17"):
        assert f"born {born}" in b12("profile", "set", "--born", born)


def test_a_birth_in_the_future_is_answered_with_how_to_write_one(b12):
    said = b12.refused("profile", "set", "--born", "2099-01-01")
    assert said == (
        "b12: 2099-01-01 is in the future, and nobody was born on it: "
        "write the day of birth, as 1990-05-17"
    )
