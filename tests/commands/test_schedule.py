"""`b12 schedule`, `b12 due` and `b12 take --due`."""

import stat
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

TODAY = date(2026, 11, 22)


@pytest.fixture
def daily(b12):
    """A schedule of veg1 at 08:00 since Monday."""
    b12("schedule", "add", "veg1", "--every", "day", "--at", "08:00", "--from", "mon")
    return b12


def states(b12, *args):
    document = read_due(b12, *args)
    return [(one["schedule"], one["state"]) for one in document["due"]]


def read_due(b12, *args):
    import json

    return json.loads(b12.run("due", *args, "--json").stdout)


def test_a_schedule_is_added_listed_shown_stopped_and_removed(b12):
    said = b12("schedule", "add", "veg1", "--every", "2d", "--at", "8:00", "--from", "2026-11-01")
    assert said == "added schedule 1: veg1 every 2 days at 08:00 from 2026-11-01\n"
    assert "every 2 days" in b12("schedule", "list")
    assert "11 due: 0 taken, 0 late, 11 missed" in b12("schedule", "show", "veg1")
    assert "until 2026-11-21" in b12("schedule", "stop", "veg1")
    assert b12.json("schedule", "show", "1")["last_day"] == "2026-11-21"
    assert b12.json("schedule", "list")["schedules"][0]["first_day"] == "2026-11-01"
    b12("schedule", "remove", "1")
    assert b12.json("schedule", "list")["schedules"] == []


def test_a_schedule_is_edited_and_each_step_undone(b12):
    b12("schedule", "add", "veg1", "--every", "day")
    b12("schedule", "edit", "veg1", "--every", "mon,thu", "--units", "1/2", "--at", "19:00")
    edited = b12.json("schedule", "show", "1")
    assert (edited["every"], edited["dose_mcg"], edited["time"]) == ("mon,thu", 12.5, "19:00")
    b12("schedule", "edit", "1", "--any-time")
    assert b12.json("schedule", "show", "1")["time"] is None
    b12("undo", "2")
    assert b12.json("schedule", "show", "1")["every"] == "day"
    b12("undo")
    assert b12.json("schedule", "list")["schedules"] == []


def test_units_multiply_a_plain_amount_and_replace_a_number_of_units(b12):
    b12("schedule", "add", "1000 mcg cyanocobalamin", "--every", "week", "--units", "2")
    b12("schedule", "add", "2 veg1", "--every", "day", "--units", "3")
    doses = [one["dose_mcg"] for one in b12.json("schedule", "list")["schedules"]]
    assert doses == [2000, 75]


def test_injections_weekly_at_first_then_monthly(b12):
    item = "1000 mcg hydroxocobalamin injection"
    b12("schedule", "add", item, "--every", "week", "--from", "2026-11-01", "--until", "2026-11-22")
    b12("schedule", "add", item, "--every", "month", "--from", "2026-12-22")
    assert states(b12) == [("1000 µg hydroxocobalamin injection", "open")]
    assert states(b12, "2026-11-29") == []
    assert len(states(b12, "2027-02-22")) == 1
    assert "several schedules" in b12.refused("schedule", "show", "hydroxocobalamin")


def test_due_says_what_is_due_with_an_exit_code_for_scripts(daily):
    result = daily.run("due")
    assert result.exit_code == 3
    assert "veg1 at 08:00: due" in result.stdout
    daily("take", "veg1")
    result = daily.run("due")
    assert result.exit_code == 0
    assert "veg1 at 08:00: taken" in result.stdout
    assert "missed in the week before: veg1, 2026-11-16 to 2026-11-21" in result.stdout


def test_nothing_due_is_exit_code_0(b12):
    result = b12.run("due")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "nothing is due today" in result.stdout


def test_take_due_logs_what_is_due_once(daily):
    daily("schedule", "add", "2000 mcg cyanocobalamin", "--every", "week")
    said = daily("take", "--due")
    assert "veg1" in said
    assert "2000 µg cyanocobalamin" in said
    assert daily.run("due").exit_code == 0
    assert "nothing is due" in daily.refused("take", "--due")
    daily("undo")
    assert daily.run("due").exit_code == 3


def test_a_weekly_dose_of_yesterday_can_still_be_taken_and_is_late(b12):
    b12("schedule", "add", "2000 mcg cyanocobalamin", "--every", "sat", "--from", "2026-11-14")
    result = b12.run("due")
    assert result.exit_code == 3
    assert "due since Sat 2026-11-21: not taken" in result.stdout
    (overdue,) = read_due(b12)["overdue"]
    assert (overdue["day"], overdue["dose_mcg"], overdue["state"]) == ("2026-11-21", 2000, "missed")
    b12("take", "--due")
    shown = b12("schedule", "show", "1")
    assert "2 due: 0 taken, 1 late, 1 missed" in shown
    adherence = b12.json("schedule", "show", "1")["adherence"]
    assert (adherence["taken"], adherence["late"], adherence["missed"]) == (0, 1, 1)
    assert b12.run("due").exit_code == 0


def test_a_daily_dose_of_yesterday_is_missed_and_not_taken_twice(daily):
    document = read_due(daily)
    assert document["overdue"] == []
    assert len(document["missed"]) == 6
    assert daily("take", "--due").count("veg1") == 1


def test_due_of_another_day(daily):
    assert states(daily, "yesterday") == [("veg1", "missed")]
    assert "veg1 at 08:00: missed" in daily.run("due", "yesterday").stdout
    assert states(daily, "tomorrow") == [("veg1", "open")]
    assert states(daily, "2026-11-01") == []
    daily("take", "veg1", "--on", "yesterday")
    assert states(daily, "-1d") == [("veg1", "taken")]


def test_take_due_takes_no_items_and_nothing_needs_one_or_the_other(daily):
    assert "--due" in daily.misused("take", "veg1", "--due")
    assert "--due" in daily.misused("take")
    assert "amount" in daily.misused("take", "--due", "--mcg", "3")


def test_a_corrected_strength_holds_for_what_is_still_to_come(b12):
    b12("supplement", "add", "my b12", "--strength", "25")
    b12("schedule", "add", "my b12", "--every", "day", "--from", "yesterday")
    b12("take", "my b12", "--on", "yesterday")
    b12("supplement", "edit", "my b12", "--strength", "50")
    assert b12.json("schedule", "show", "my b12")["dose_mcg"] == 50
    assert states(b12, "yesterday") == [("my b12", "taken")]


def test_the_day_of_a_person_whose_day_starts_at_4(b12, clock):
    b12("profile", "set", "--day-starts", "4")
    b12("schedule", "add", "veg1", "--every", "day")
    b12("take", "veg1")
    clock.move_to(datetime(2026, 11, 23, 1, 30))
    assert b12.run("due").exit_code == 0
    clock.move_to(datetime(2026, 11, 23, 5, 0))
    assert b12.run("due").exit_code == 3


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Auckland", "Europe/Berlin"])
def test_summer_time_and_zones_do_not_move_a_dose(b12, clock, monkeypatch, zone):
    import time

    b12("schedule", "add", "veg1", "--every", "day", "--from", "2026-10-20", "--at", "23:30")
    for day in range(20, 31):
        b12("take", "veg1", "--on", f"2026-10-{day}", "--at", "23:30")
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        adherence = b12.json("coverage", "--from", "2026-10-20", "--to", "2026-10-30")["adherence"]
    finally:
        monkeypatch.setenv("TZ", "UTC")
        time.tzset()
    assert (adherence[0]["due"], adherence[0]["taken"]) == (11, 11)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["schedule", "add", "veg1"], "say how often"),
        (["schedule", "add", "veg1", "--every", "now and then"], "no recurrence"),
        (["schedule", "add", "no such thing", "--every", "day"], "no supplement is called"),
        (["schedule", "add", "veg1", "--every", "day", "--at", "25:00"], "is not a time"),
        (["schedule", "add", "veg1", "--every", "day", "--until", "2026-01-01"], "cannot end on"),
        (["schedule", "add", "veg1", "--every", "day", "--units", "0"], "more than zero"),
        (["schedule", "add", "veg1", "--every", "day", "--units", "x"], "no number of units"),
        (
            ["schedule", "add", "veg1", "--every", "mon", "--until", "2026-11-22"],
            "nothing would ever be due",
        ),
        (["schedule", "stop", "cyanocobalamin"], "no schedule"),
        (["schedule", "show", "99"], "no schedule"),
        (["schedule", "export", "-o", "b12.txt"], "know a calendar"),
        (["schedule", "export", "-o", "no/folder/b12.ics"], "is no folder"),
        (["due", "someday"], "is not a day"),
    ],
)
def test_what_makes_no_sense_is_refused(b12, args, said):
    assert said in b12.refused(*args)
    assert b12.json("schedule", "list")["schedules"] == []


def test_the_exported_calendar_is_its_owners_alone(b12):
    b12("schedule", "export", "-o", "b12.ics")
    assert stat.S_IMODE(Path("b12.ics").stat().st_mode) == 0o600


def test_a_schedule_that_has_not_begun_is_removed_and_not_stopped(b12):
    b12("schedule", "add", "veg1", "--every", "day")
    said = b12.refused("schedule", "stop", "veg1")
    assert "begins on 2026-11-22, after 2026-11-21" in said
    assert "b12 schedule remove" in said


def test_an_edit_without_a_change_is_written_wrongly(daily):
    assert "say what to change" in daily.misused("schedule", "edit", "1")


def exported(b12):
    b12("schedule", "export", "-o", "b12.ics")
    return Calendar.from_ical(Path("b12.ics").read_bytes()).walk("VEVENT")


@pytest.mark.parametrize(
    "options",
    [
        ["--every", "day", "--at", "08:00"],
        ["--every", "3d"],
        ["--every", "week", "--at", "23:30"],
        ["--every", "mon,thu", "--at", "00:15"],
        ["--every", "2w"],
        ["--every", "month", "--from", "2026-08-31"],
        ["--every", "month", "--from", "2026-08-30", "--at", "07:00", "--until", "2027-03-01"],
        ["--every", "day", "--until", "2026-12-24"],
    ],
)
def test_the_exported_calendar_gives_the_same_days(b12, options):
    from tracker.services.opening import open_diary
    from tracker.services.supplements.recurring import due_days
    from tracker.services.supplements.schedules import list_schedules
    from tracker.settings import Settings

    b12("schedule", "add", "veg1", *options)
    (schedule,) = list_schedules(open_diary(Settings()))
    (event,) = exported(b12)
    start = event["DTSTART"].dt
    plain = start if isinstance(start, datetime) else datetime.combine(start, datetime.min.time())
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=plain)
    end = date(2027, 6, 30)
    in_calendar = [
        moment.date() for moment in rule.xafter(datetime(2020, 1, 1), inc=True, count=400)
    ]
    expected = due_days(schedule, date(2020, 1, 1), end)
    assert [day for day in in_calendar if day <= end] == expected
    assert expected


def test_a_reminder_keeps_its_uid_and_rises_in_sequence(b12, clock):
    b12("schedule", "add", "veg1", "--every", "day", "--at", "08:00")
    (before,) = exported(b12)
    clock.move_to(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
    b12("schedule", "edit", "veg1", "--every", "2d")
    (after,) = exported(b12)
    assert before["UID"] == after["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt == datetime(2026, 11, 22, 8, 0)
    assert after["DTSTART"].dt.tzinfo is None
    assert len(after.walk("VALARM")) == 1


@pytest.mark.parametrize(
    ("at", "starts"),
    [("00:30", TODAY), ("03:59", TODAY), ("04:00", datetime(2026, 11, 22, 4, 0))],
)
def test_a_dose_after_midnight_stays_on_the_day_of_the_diary(b12, at, starts):
    b12("profile", "set", "--day-starts", "4")
    b12("schedule", "add", "veg1", "--every", "day", "--at", at)
    (event,) = exported(b12)
    assert event["DTSTART"].dt == starts


def test_a_person_has_their_own_schedules(daily):
    daily("profile", "set", "Ida", "--born", "1990-01-01")
    assert daily.json("schedule", "list", "--person", "Ida")["schedules"] == []
    assert daily.run("due", "--person", "Ida").exit_code == 0


def test_a_removed_product_can_still_be_taken_by_its_schedule(b12):
    b12("supplement", "add", "my b12", "--strength", "25")
    b12("schedule", "add", "my b12", "--every", "day")
    b12("supplement", "remove", "my b12")
    assert "25 µg" in b12("take", "--due")


def test_a_schedule_is_shown_with_how_the_last_four_weeks_followed_it(b12):
    b12("schedule", "add", "veg1", "--every", "day", "--from", "2026-01-01")
    for day in ("2026-10-25", "2026-10-26", "2026-11-22"):
        b12("take", "veg1", "--on", day)
    adherence = b12.json("schedule", "show", "veg1")["adherence"]
    assert (adherence["due"], adherence["taken"]) == (28, 2)
