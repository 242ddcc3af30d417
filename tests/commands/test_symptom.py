import pytest


def test_a_symptom_is_kept_with_its_severity(b12):
    assert b12("symptom", "add", "tired", "3", "--on", "yesterday") == (
        "added #1 fatigue 3 (severe) on 2026-11-21\n"
    )
    (one,) = b12.json("symptom", "list")["symptoms"]
    assert (one["code"], one["severity"], one["day"]) == ("fatigue", 3, "2026-11-21")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["headache", "2"], "is no symptom"),
        (["fatigue", "7"], "0 to 4"),
        (["fatigue", "2", "--on", "2027-01-01"], "future"),
        (["fatigue", "2", "--on", "2026-13-01"], "calendar"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(b12, args, said):
    assert said in b12.refused("symptom", "add", *args)
    assert b12.json("symptom", "list")["symptoms"] == []


def test_a_red_flag_is_said_once_and_again_when_it_grows_worse(b12):
    first = b12.run("symptom", "add", "numbness", "2", "--on", "2026-11-01")
    same = b12.run("symptom", "add", "numbness", "2", "--on", "2026-11-10")
    worse = b12.run("symptom", "add", "numbness", "3", "--on", "2026-11-12")
    later = b12.run("symptom", "add", "balance", "1", "--on", "2026-11-12")
    assert [run.stderr.count("clinician") for run in (first, same, worse, later)] == [1, 0, 1, 1]
    assert "clinician" not in b12.run("symptom", "list").output


def test_a_list_can_be_narrowed_to_days_and_says_how_severe_each_was(b12):
    for day, severity in (("2026-10-01", "1"), ("2026-11-01", "4")):
        b12("symptom", "add", "fatigue", severity, "--on", day)
    assert [one["severity"] for one in b12.json("symptom", "list")["symptoms"]] == [1, 4]
    (early,) = b12.json("symptom", "list", "--to", "2026-10-31")["symptoms"]
    (late,) = b12.json("symptom", "list", "--from", "2026-10-02")["symptoms"]
    assert (early["severity"], late["severity"]) == (1, 4)
    shown = b12("symptom", "list")
    assert "1 mild" in shown
    assert "4 very severe" in shown


def test_an_old_red_flag_is_said_again(b12):
    b12("symptom", "add", "confusion", "2", "--on", "2026-01-01")
    assert "clinician" in b12.run("symptom", "add", "confusion", "1", "--on", "2026-11-01").stderr


def test_an_entry_can_be_edited_removed_and_brought_back(b12):
    b12("symptom", "add", "fatigue", "3", "--note", "all day")
    assert "2 (moderate)" in b12("symptom", "edit", "1", "--severity", "2")
    assert "removed" in b12("symptom", "remove", "1")
    assert "start" not in b12("symptom", "list")
    assert "undone: removed fatigue" in b12("undo")
    (one,) = b12.json("symptom", "list")["symptoms"]
    assert (one["severity"], one["note"]) == (2, "all day")
    assert b12.run("symptom", "edit", "1").exit_code == 2
    assert "no symptom 9" in b12.refused("symptom", "remove", "9")


def test_the_vocabulary_can_be_read(b12):
    codes = [one["code"] for one in b12.json("symptom", "codes")["symptoms"]]
    assert "glossitis" in codes
    table = b12("symptom", "codes")
    assert all(code in table for code in codes)
