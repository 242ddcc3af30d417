from datetime import date

import pytest


@pytest.fixture
def recorded(b12):
    b12("eat", "soup", "--mcg", "1.5", "--on", "2026-10-01", "--note", "from the canteen")
    b12("take", "1000 mcg cyanocobalamin", "--on", "2026-10-02")
    b12("lab", "add", "b12", "180", "pg/mL", "--on", "2026-09-20")
    b12("symptom", "add", "fatigue", "3", "--on", "2026-09-01")


def test_the_timeline_begins_with_the_oldest_entry_of_any_kind(b12, recorded):
    found = b12.json("timeline")
    assert (found["first_day"], found["last_day"]) == ("2026-09-01", "2026-11-22")
    assert found["supplements"] == [{"name": "cyanocobalamin", "days": ["2026-10-02"]}]
    assert [one["marker"] for one in found["results"]] == ["b12"]
    assert [one["code"] for one in found["symptoms"]] == ["fatigue"]
    assert [one["text"] for one in found["notes"]] == ["from the canteen"]


def test_days_hold_intake_target_estimate_and_need(b12, recorded):
    days = {one["day"]: one for one in b12.json("timeline")["days"]}
    assert days["2026-10-01"]["intake_mcg"] == 1.5
    assert days["2026-10-02"]["need_mcg"] == 1.2
    assert days["2026-10-02"]["absorbed_mcg"]["likely"] == pytest.approx(6.5, abs=0.01)
    unrecorded = days["2026-10-03"]
    assert (unrecorded["recorded"], unrecorded["intake_mcg"]) == (False, None)
    assert unrecorded["absorbed_mcg"] == {"low": None, "likely": None, "high": None}


def test_what_was_absorbed_is_not_said_of_whom_the_model_does_not_hold_for(b12, recorded):
    b12("profile", "factor", "add", "coeliac")
    days = {one["day"]: one for one in b12.json("timeline")["days"]}
    assert days["2026-10-02"]["intake_mcg"] == 1000
    assert days["2026-10-02"]["absorbed_mcg"] == {"low": None, "likely": None, "high": None}
    assert days["2026-10-02"]["need_mcg"] is None


@pytest.mark.parametrize("kept", ["eat", "lab", "symptom"])
def test_whatever_was_kept_first_begins_the_timeline(b12, kept):
    command = {
        "eat": ["eat", "egg"],
        "lab": ["lab", "add", "b12", "180", "pg/mL"],
        "symptom": ["symptom", "add", "fatigue", "1"],
    }
    for kind, words in command.items():
        b12(*words, "--on", "2026-10-01" if kind == kept else "2026-11-01")
    assert b12.json("timeline")["first_day"] == "2026-10-01"


def test_what_lies_in_the_future_begins_no_timeline(b12):
    b12("eat", "egg", "--on", "2026-11-30", "--anyway")
    found = b12.json("timeline")
    assert (found["first_day"], found["last_day"]) == ("2026-11-22", "2026-11-22")


def test_a_timeline_ends_with_the_day_that_is_asked_for(b12, recorded):
    found = b12.json("timeline", "--to", "2026-10-01")
    assert (found["last_day"], found["days"][-1]["day"]) == ("2026-10-01", "2026-10-01")
    assert found["supplements"] == []


def test_the_picture_marks_recovery_where_it_is_asked_for(b12, recorded, monkeypatch):
    from tracker.reports.charts.timeline import page

    drawn = []
    draw = page.draw_timeline
    monkeypatch.setattr(page, "draw_timeline", lambda figure: drawn.append(figure) or draw(figure))
    b12("timeline", "-o", "one.png", "--recovery-from", "2026-10-02")
    b12("timeline", "-o", "two.png")
    assert [one.recovery_from for one in drawn] == [date(2026, 10, 2), None]


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_picture_is_written(b12, recorded, ending, tmp_path):
    said = b12("timeline", "-o", f"timeline.{ending}", "--recovery-from", "2026-10-02")
    assert "2 of 83 days recorded, 1 blood test, 1 entry of symptoms" in said
    assert (tmp_path / "work" / f"timeline.{ending}").stat().st_size > 10_000


def test_the_description_of_the_picture_says_what_is_in_it(b12, recorded, tmp_path):
    from PIL import Image

    b12("timeline", "-o", "timeline.png")
    with Image.open(tmp_path / "work" / "timeline.png") as image:
        words = image.info["Description"]
    assert "below its cut-off of 200 pg/mL" in words
    assert "fatigue 3 (severe) on 2026-09-01" in words


def test_an_empty_diary_draws_today(b12, tmp_path):
    assert "0 of 1 day recorded" in b12("timeline", "-o", "timeline.png")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--from", "2026-11-22", "--to", "2026-11-01"], "comes before"),
        (["-o", "x.gif"], "can be drawn"),
        (["--from", "never"], "is not a day"),
    ],
)
def test_what_cannot_be_is_refused_in_a_line(b12, args, said):
    assert said in b12.refused("timeline", *args)
