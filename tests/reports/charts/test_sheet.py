"""A page as a file: its bytes, its metadata, and how it is written."""

import io
import stat
from pathlib import Path

import pytest
from matplotlib import rcParams
from PIL import Image

from tracker.errors import TrackerError
from tracker.reports.charts.sheet import write_sheet
from tracker.reports.charts.week.page import draw_week
from tracker.reports.charts.week.words import week_description


def test_the_same_data_give_the_same_bytes(weeks, tmp_path):
    for name in ("one.png", "two.png"):
        write_sheet(draw_week(weeks.typical()), tmp_path / name)
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()


def test_a_persons_matplotlibrc_changes_nothing(weeks, tmp_path, monkeypatch):
    write_sheet(draw_week(weeks.typical()), tmp_path / "plain.png")
    for key, value in {"font.family": ["serif"], "savefig.dpi": 50, "lines.linewidth": 9}.items():
        monkeypatch.setitem(rcParams, key, value)
    write_sheet(draw_week(weeks.typical()), tmp_path / "other.png")
    assert (tmp_path / "plain.png").read_bytes() == (tmp_path / "other.png").read_bytes()


@pytest.mark.parametrize("format", ["svg", "pdf"])
def test_other_formats_are_the_same_each_time_too(weeks, format):
    files = [io.BytesIO(), io.BytesIO()]
    for file in files:
        draw_week(weeks.typical()).save(file, format)
    assert files[0].getvalue() == files[1].getvalue()


def test_metadata_carry_title_and_description(weeks, tmp_path):
    path = tmp_path / "week.png"
    write_sheet(draw_week(weeks.typical()), path)
    with Image.open(path) as picture:
        assert picture.info["Title"] == "Vitamin B12, week 2026-W47: Ana Lima"
        assert picture.info["Description"] == week_description(weeks.typical())
        assert "Software" not in picture.info
        assert picture.size == (1652, 2338)


def test_any_name_fits_into_the_metadata(any_week, tmp_path):
    path = tmp_path / "week.png"
    write_sheet(draw_week(any_week), path)
    with Image.open(path) as picture:
        assert picture.info["Description"] == week_description(any_week)


def test_the_report_is_the_owners_alone_and_leaves_nothing_beside_it(weeks, tmp_path):
    path = tmp_path / "week.png"
    write_sheet(draw_week(weeks.week()), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.glob("*.png")) == [path]
    assert list(tmp_path.glob(".b12*")) == []


def test_a_failure_keeps_the_older_report(weeks, tmp_path, monkeypatch):
    path = tmp_path / "week.png"
    path.write_text("older")

    def full_disk(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(TrackerError, match="No space left"):
        write_sheet(draw_week(weeks.week()), path)
    assert path.read_text() == "older"
    assert list(tmp_path.glob(".b12*")) == []


def test_the_description_says_the_week_in_words(weeks):
    words = week_description(weeks.typical())
    assert "Vitamin B12 diary of Ana Lima, week 2026-W47, 16 to 22 November 2026." in words
    assert "Target: 2.4 µg a day, RDA for 19-30 years" in words
    assert "Monday 16 November: 2.2 µg, 92 % of the target." in words
    assert "Thursday 19 November: no record." in words
    assert "Friday 20 November: 0 µg, 0 % of the target." in words
    assert "Saturday 21 November: at least 2.1 µg, 88 % of the target." in words
    assert "Mean over 6 recorded days: at least 172 µg a day" in words
    assert "from food alone" in words


def test_the_description_of_an_empty_week(weeks):
    words = week_description(weeks.week())
    assert words.count("no record") == 7
    assert "unknown, not zero" in words
