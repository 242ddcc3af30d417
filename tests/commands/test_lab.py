import sqlite3

import pytest

from tracker.nutrition.health.markers import FACTS


def test_a_result_is_kept_as_printed_and_placed_beside_the_cut_offs(b12):
    said = b12("lab", "add", "b12", "180", "pg/mL", "--on", "2026-11-20", "--range", "200-900")
    assert said.splitlines() == [
        "added #1 total B12 180 pg/mL (132.8 pmol/L) of 2026-11-20",
        "article: below its cut-off of 200 pg/mL",
        "NICE NG239: between its cut-offs of 180 and 350 ng/L, which it calls indeterminate",
        "the lab's own range: below 200-900 pg/mL",
    ]
    (one,) = b12.json("lab", "list")["results"]
    assert (one["value"], one["unit"]) == (180, "pg/mL")
    assert one["standard_value"] == pytest.approx(132.8, abs=0.01)
    assert one["range"] == {"low": 200, "high": 900}
    assert [finding["position"] for finding in one["findings"]] == ["below", "within", "below"]


@pytest.mark.parametrize(
    ("value", "printed", "said"),
    [
        ("0.5", "<0.4", "above 0.4 µmol/L"),
        ("0.3", "<0.4", "not above 0.4 µmol/L"),
        ("0.1", ">0.2", "below 0.2 µmol/L"),
        ("0.3", ">0.2", "not below 0.2 µmol/L"),
        ("0.3", "0.1-0.4", "within 0.1-0.4 µmol/L"),
    ],
)
def test_a_range_with_one_end_is_said_by_that_end(b12, value, printed, said):
    lines = b12("lab", "add", "mma", value, "µmol/L", "--range", printed).splitlines()
    assert lines[-1] == f"the lab's own range: {said}"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["homocysteine", "12.4", "nmol/L"], "did you mean µmol/L"),
        (["mma", "271", "umol/L"], "did you mean nmol/L"),
        (["b12", "180", "mg/dL"], "write one of pmol/L, pg/mL, ng/L"),
        (["iron", "5", "pg/mL"], "is no blood test"),
        (["b12", "180", "pg/mL", "--on", "2027-01-01"], "future"),
        (["b12", "180", "pg/mL", "--range", "9-2"], "is no range"),
        (["b12", "180", "pg/mL", "--range", "<" + "9" * 40], "more digits"),
        (["b12", "0", "pg/mL"], "<LIMIT"),
        (["b12", "180", "pg/mL", "--note", "\x1b[31m"], "control characters"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(b12, args, said):
    assert said in b12.refused("lab", "add", *args)
    assert b12.json("lab", "list")["results"] == []


def test_who_insists_may_keep_an_unusual_figure(b12):
    assert "added" in b12("lab", "add", "b12", "20000", "pg/mL", "--anyway")


def test_a_result_can_be_edited_removed_and_brought_back(b12):
    b12("lab", "add", "mma", "0.52", "umol/L", "--lab", "City lab")
    assert "not above" in b12("lab", "edit", "1", "--value", "0.3")
    assert b12.json("lab", "show", "1")["lab"] == "City lab"
    b12("lab", "remove", "1")
    assert b12.json("lab", "list")["results"] == []
    assert "undone: removed the MMA" in b12("undo")
    b12("undo")
    assert b12.json("lab", "show", "1")["value"] == 0.52


def test_a_result_is_shown_as_it_was_printed_and_converted(b12):
    b12("lab", "add", "b12", ">2000", "pg/mL", "--on", "2026-11-20", "--note", "fasting")
    said = b12("lab", "show", "1").splitlines()
    assert said[0] == "#1 total B12 >2000 pg/mL (>1476 pmol/L) of 2026-11-20"
    assert "article: not below its cut-off of 200 pg/mL" in said
    shown = b12.json("lab", "show", "1")
    assert (shown["bound"], shown["value"], shown["note"]) == (">", 2000, "fasting")
    assert shown["standard_value"] == pytest.approx(1475.590052, abs=1e-6)
    assert [one["beyond_cut_off"] for one in shown["findings"]] == [False, False]
    b12("lab", "add", "mma", "0.52", "umol/L", "--range", "<0.4")
    said = b12("lab", "show", "2").splitlines()
    assert "article: above its cut-off of 0.4 µmol/L" in said
    assert "the lab's own range: above 0.4 µmol/L" in said
    assert b12.json("lab", "show", "2")["findings"][0]["beyond_cut_off"] is True


def test_a_range_does_not_survive_another_unit(b12):
    b12("lab", "add", "b12", "180", "pg/mL", "--range", "200-900")
    assert "give --range" in b12.refused("lab", "edit", "1", "--unit", "pmol/L")
    b12("lab", "edit", "1", "--unit", "pmol/L", "--range", "145-650")
    assert b12.json("lab", "show", "1")["unit"] == "pmol/L"


def test_results_of_another_person_stay_theirs(b12):
    b12("profile", "set", "Ida", "--born", "1990-01-01")
    b12("profile", "set", "Bo", "--born", "1990-01-01")
    b12("lab", "add", "b12", "300", "pg/mL", "--person", "Ida")
    assert b12.json("lab", "list", "--person", "Bo")["results"] == []
    assert "no blood test 1" in b12.refused("lab", "remove", "1", "--person", "Bo")


def test_only_a_result_beyond_a_cut_off_sends_to_a_clinician(b12):
    assert "clinician" not in b12.run("lab", "add", "b12", "500", "pg/mL").stderr
    assert "clinician" in b12.run("lab", "add", "b12", "150", "pg/mL").stderr


def test_nothing_that_is_said_is_a_diagnosis_or_advice(b12):
    for value in ("100", "190", "300", "900"):
        result = b12.run("lab", "add", "b12", value, "pg/mL")
        for word in ("deficien", "you are", "normal", "safe", "take"):
            assert word not in result.stdout
    assert "indeterminate" in b12("lab", "list")


def test_figures_are_exact_in_the_database(b12, tmp_path):
    b12("lab", "add", "mma", "0.271", "umol/L", "--db", str(tmp_path / "x.db"))
    with sqlite3.connect(tmp_path / "x.db") as connection:
        rows = connection.execute("SELECT value_millionths, unit FROM lab_result").fetchall()
    assert rows == [(271_000, "µmol/L")]


def test_a_list_can_be_narrowed_to_a_marker_and_days(b12):
    b12("lab", "add", "mma", "0.2", "umol/L", "--on", "2026-10-01")
    b12("lab", "add", "b12", "300", "pg/mL", "--on", "2026-11-01")
    assert len(b12.json("lab", "list", "--marker", "mma")["results"]) == 1
    assert len(b12.json("lab", "list", "--from", "2026-10-15")["results"]) == 1
    assert "no blood test" in b12("lab", "list", "--to", "2026-01-01")


def test_edit_without_a_change_is_wrong_usage(b12):
    b12("lab", "add", "b12", "300", "pg/mL")
    assert "say what to change" in b12.misused("lab", "edit", "1")
    assert "say what to change" in b12.misused("lab", "edit", "1", "--anyway")


def test_every_blood_test_and_unit_that_is_listed_can_be_kept(b12):
    listed = b12.json("lab", "codes")["markers"]
    table = b12("lab", "codes")
    for marker in listed:
        assert marker["code"] in table
        for unit in marker["units"]:
            b12("lab", "add", marker["code"], "100", unit, "--anyway")
        for name in (marker["name"], *marker["other_names"]):
            b12("lab", "add", name, "100", marker["units"][0], "--anyway")


@pytest.mark.parametrize("words", [("lab", "add"), ("lab",)])
def test_help_lists_the_blood_tests_that_there_are(b12, words):
    said = " ".join(b12(*words, "--help").split()).lower()
    assert all(facts.short_name.lower() in said for facts in FACTS.values())


def test_the_blood_tests_are_listed_in_80_columns_with_no_word_broken(b12):
    table = b12("lab", "codes")
    assert max(len(line) for line in table.splitlines()) <= 80
    assert not any(line.split()[0].startswith(",") for line in table.splitlines())
    shown = set(table.replace(",", " ").split())
    for facts in FACTS.values():
        words = " ".join((facts.name, *facts.units, *facts.other_names)).split()
        assert set(words) <= shown
