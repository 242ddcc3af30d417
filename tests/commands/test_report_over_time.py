from datetime import datetime

import pytest


def log_weeks(b12, *days):
    for day in days:
        b12("eat", "2 eggs", "--on", day)


def test_a_month_is_a_page(b12, tmp_path):
    log_weeks(b12, "2026-11-03")
    said = b12("report", "--month", "2026-11")
    assert said == "wrote b12-2026-11.png: 2026-11 of me, 1 of 30 days recorded\n"
    assert (tmp_path / "work" / "b12-2026-11.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("ending", ["pdf", "svg"])
@pytest.mark.parametrize("what", [["--week", "2026-W47"], ["--month", "today"], ["--from", "-9d"]])
def test_pdf_and_svg_are_drawn_where_asked(b12, tmp_path, what, ending):
    b12("report", *what, "-o", f"page.{ending}")
    b12("report", *what, "--format", ending)
    first, second = sorted((tmp_path / "work").iterdir())
    assert first.read_bytes() == second.read_bytes()


def test_a_range_of_days_is_a_page(b12, tmp_path):
    log_weeks(b12, "2026-10-03")
    said = b12("report", "--from", "2026-10-01", "--to", "2026-10-31", "-o", str(tmp_path))
    assert "1 of 31 days recorded" in said
    assert (tmp_path / "b12-2026-10-01-to-2026-10-31.png").exists()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--month", "2026-13"], "in the calendar"),
        (["--month", "soon"], "is not a day"),
        (["--from", "2026-11-02", "--to", "2026-11-01"], "comes before"),
        (["--from", "2010-01-01", "--to", "2026-01-01"], "66 months"),
        (["-o", "page.png", "--format", "pdf"], "say one kind of picture"),
        (["-o", "page.txt"], "can be drawn"),
    ],
)
def test_what_cannot_be_is_refused_in_a_line(b12, args, said, tmp_path):
    assert said in b12.refused("report", *args)
    assert list((tmp_path / "work").iterdir()) == []


@pytest.mark.parametrize(
    "args",
    [
        ["--week", "today", "--month", "today"],
        ["--missing", "--week", "today"],
        ["--format", "gif"],
    ],
)
def test_what_is_written_wrongly_says_how_it_is_used(b12, args):
    b12.misused("report", *args)


def test_a_report_of_which_only_the_end_is_said_holds_the_30_days_up_to_it(b12):
    b12("eat", "2 eggs", "--on", "2026-10-20")
    assert "2026-09-22 to 2026-10-21 of me, 1 of 30 days" in b12("report", "--to", "2026-10-21")


def test_missing_draws_every_finished_week_once(b12, tmp_path):
    log_weeks(b12, "2026-10-28", "2026-11-12", "2026-11-17")
    folder = tmp_path / "reports" / "b12"
    said = b12("report", "--missing", "-o", str(folder))
    # 2026-11-22 is the Sunday of W47, which is not over yet; W45 has no record and is drawn too.
    names = [f"b12-2026-W{week}.png" for week in (44, 45, 46)]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert said.splitlines()[-1] == f"3 reports written to {folder}, 0 were there already"
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert "0 reports written" in b12("report", "--missing", "-o", str(folder))
    assert before == {path: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_a_week_that_ends_and_a_report_that_was_removed_are_missing_again(b12, clock, tmp_path):
    log_weeks(b12, "2026-11-12", "2026-11-17")
    b12("report", "--missing")
    (tmp_path / "work" / "b12-2026-W46.png").unlink()
    clock.move_to(datetime(2026, 11, 23, 6, 0))
    said = b12("report", "--missing")
    assert "wrote b12-2026-W46.png" in said
    assert "wrote b12-2026-W47.png" in said


def test_each_format_is_missing_by_itself(b12, tmp_path):
    log_weeks(b12, "2026-11-12")
    b12("report", "--missing")
    assert "wrote b12-2026-W46.pdf" in b12("report", "--missing", "--format", "pdf")


def test_people_of_one_diary_have_reports_of_their_own(b12, tmp_path):
    for name in ("Ida", "王小明", "A/B", "A B"):
        b12("profile", "set", name, "--born", "1990-01-01")
        b12("eat", "2 eggs", "--on", "2026-11-12", "--person", name)
        b12("report", "--missing", "--person", name)
    names = {path.name for path in (tmp_path / "work").iterdir()}
    assert {"b12-Ida-2026-W46.png", "b12-王小明-2026-W46.png"} < names
    assert len(names) == 4


def test_an_empty_diary_misses_nothing(b12):
    assert "0 reports written" in b12("report", "--missing")


def test_a_file_where_the_folder_should_be_is_refused(b12, tmp_path):
    (tmp_path / "taken").write_text("x")
    assert "is no folder" in b12.refused("report", "--missing", "-o", str(tmp_path / "taken"))
