import sqlite3
from datetime import date, timedelta
from statistics import mean, median

import pytest


@pytest.fixture
def three_weeks(b12):
    """Amounts of some days until today; the days between have no record."""
    amounts = {0: "2.4", 1: "0", 2: "5", 8: "1.2", 9: "1000", 20: "3"}
    for back, mcg in amounts.items():
        b12("eat", "soup", "--mcg", mcg, "--on", f"-{back}d")
    return amounts


def test_statistics_agree_with_sql(b12, three_weeks, tmp_path):
    found = b12.json("trend", "--days", "28")
    with sqlite3.connect(tmp_path / "home/.local/share/b12/b12.db") as connection:
        rows = connection.execute("SELECT best_mcg, target_mcg FROM daily_intake").fetchall()
    amounts = [mcg for mcg, _ in rows]
    assert found["recorded_days"] == len(rows) == 6
    assert found["days"] == 28
    assert found["mean_intake_mcg"] == pytest.approx(mean(amounts), abs=0.001)
    assert found["median_intake_mcg"] == pytest.approx(median(amounts))
    reached = sum(mcg >= target for mcg, target in rows)
    assert found["days_at_target"] == {"count": reached, "of": 6, "percent": pytest.approx(66.7)}


def test_the_series_holds_every_day_and_null_where_there_is_no_record(b12, three_weeks):
    series = b12.json("trend", "--days", "28")["series"]
    assert len(series) == 28
    by_day = {one["first_day"]: one["mean_intake_mcg"] for one in series}
    for back in range(28):
        day = (date(2026, 11, 22) - timedelta(days=back)).isoformat()
        expected = float(three_weeks[back]) if back in three_weeks else None
        assert by_day[day] == expected
    assert all(one["mean_target_mcg"] == 2.4 for one in series)


@pytest.mark.parametrize(("by", "parts"), [("week", 4), ("month", 2)])
def test_days_are_taken_together_by_week_or_month(b12, three_weeks, by, parts):
    found = b12.json("trend", "--days", "28", "--by", by)
    assert len(found["series"]) == parts
    assert sum(one["recorded_days"] for one in found["series"]) == 6


def test_the_terminal_shows_a_plot_and_the_statistics(b12, three_weeks):
    said = b12("trend", "--days", "28")
    assert "6 of 28 days" in said
    assert "┼" in said
    assert "█" in said
    assert "·" in said
    assert all(len(line) <= 80 for line in said.splitlines())
    assert "\x1b" not in said


def test_an_empty_diary_has_no_means(b12):
    assert "no record on any of these 90 days" in b12("trend")
    found = b12.json("trend")
    assert (found["recorded_days"], found["mean_intake_mcg"]) == (0, None)


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_picture_is_written_in_the_kind_that_its_name_says(b12, three_weeks, ending, tmp_path):
    path = tmp_path / "work" / f"trend.{ending}"
    b12("trend", "--days", "28", "-o", str(path))
    start = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[ending]
    assert path.read_bytes().startswith(start)
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_picture_shows_what_is_asked_for_with_whole_means(b12, three_weeks, monkeypatch):
    from tracker.reports.charts.trend import page

    drawn = []
    draw = page.draw_trend
    monkeypatch.setattr(page, "draw_trend", lambda trend: drawn.append(trend) or draw(trend))
    for by in ([], ["--by", "week"], ["--by", "month"]):
        b12("trend", "--from", "2026-11-21", "-o", "trend.png", *by)
    assert [str(one.by) for one in drawn] == ["day", "week", "month"]
    four_weeks = mean(float(mcg) for mcg in three_weeks.values())
    assert drawn[0].four_week_means[-1] == pytest.approx(four_weeks)
    assert drawn[0].seven_day_means[-1] == pytest.approx((2.4 + 0 + 5) / 3)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--from", "2026-11-22", "--to", "2026-11-01"], "comes before"),
        (["-o", "trend.bmp"], "can be drawn"),
        (["-o", "nowhere/trend.png"], "is no folder"),
        (["--from", "1900-01-01", "--to", "2199-12-31"], "is more than a century"),
    ],
)
def test_what_cannot_be_is_refused_in_a_line(b12, args, said):
    assert said in b12.refused("trend", *args)


@pytest.mark.parametrize(
    "args",
    [
        ["--days", "0"],
        ["--days", "9", "--from", "mon"],
        ["--by", "year"],
    ],
)
def test_what_is_written_wrongly_says_how_it_is_used(b12, args):
    b12.misused("trend", *args)


def test_the_first_days_of_a_range_have_their_whole_mean(b12, three_weeks, tmp_path):
    """The days before the range are read as well; they are not part of the statistics."""
    assert b12.json("trend", "--from", "2026-11-22")["recorded_days"] == 1
