"""`b12 coverage`, `plan`, `outlook` and `profile factor`."""

import json
import struct
from pathlib import Path

import pytest

SUNDAYS = ("2026-11-01", "2026-11-08", "2026-11-15", "2026-11-22")


@pytest.fixture
def weekly(b12):
    """Only Sundays have a record, each with 2000 µg."""
    b12("profile", "set", "Ana", "--born", "1990-05-17", "--sex", "female", "--diet", "vegan")
    for day in SUNDAYS:
        b12("take", "2000 mcg cyanocobalamin", "--on", day)
    return b12


@pytest.fixture
def daily(b12):
    """10 µg on each of the last 28 days."""
    b12("profile", "set", "Ana", "--born", "1990-05-17")
    for back in range(28):
        b12("take", "10 mcg cyanocobalamin", "--on", f"-{back}d")
    return b12


def test_sundays_with_2000_are_covered_and_missing_days_are_named(weekly):
    found = weekly.json("coverage")
    assert found["verdict"] == "covered"
    assert (found["days"], found["recorded_days"], found["longest_gap_days"]) == (28, 4, 6)
    assert found["absorbed_mcg_per_day"]["likely"] == pytest.approx(11.5 / 7)
    assert found["absorbed_mcg_per_day"]["low"] == pytest.approx(11.1 / 7)
    assert found["need_mcg_per_day"] == 1.2
    assert found["intake_mcg_per_day"] == pytest.approx(2000 / 7)
    assert any("24 of 28 days have no record" in reason for reason in found["reasons"])


def test_the_document_has_the_keys_that_are_promised(weekly):
    assert list(weekly.json("coverage")) == [
        "schema", "person", "first_day", "last_day", "days", "recorded_days",
        "intake_mcg_per_day", "need_mcg_per_day", "absorbed_mcg_per_day", "by_source", "verdict",
        "reasons", "longest_gap_days", "adherence", "not_known",
    ]  # fmt: skip


@pytest.mark.parametrize("phase", ["pregnancy", "lactation"])
def test_2000_a_week_is_covered_in_pregnancy_and_lactation(weekly, phase):
    weekly("profile", phase, "2026-03-01")
    found = weekly.json("coverage")
    assert found["verdict"] == "covered"
    assert found["need_mcg_per_day"] == {"pregnancy": 1.3, "lactation": 1.4}[phase]


def test_10_a_day_is_likely_covered_and_says_why(daily):
    assert daily.json("coverage")["verdict"] == "likely covered"
    text = daily("coverage")
    assert "the likely estimate, 1.5 µg a day, meets the need of 1.2 µg" in text
    assert "the cautious one, 1.1 µg, does not" in text.replace("\n    ", " ")


def test_short_says_when_missing_records_could_be_the_cause(weekly):
    weekly("remove", "1")
    found = weekly.json("coverage")
    assert found["verdict"] != "covered"
    weekly("remove", "2")
    found = weekly.json("coverage")
    assert found["verdict"] == "short"
    assert any("missing records may be the cause" in reason for reason in found["reasons"])


def test_nothing_is_called_deficient_safe_or_to_be_taken(daily):
    for text in (
        daily("coverage"),
        daily("plan"),
        daily("outlook"),
        daily("coverage", "--planned"),
    ):
        for word in ("deficien", "safe", "cured", "you should", "smallest"):
            assert word not in text.lower()


def test_pernicious_anaemia_is_not_assessed(weekly):
    said = weekly("profile", "factor", "add", "pernicious-anaemia", "--since", "2020-01-01")
    assert "about 2 µg" in said
    found = weekly.json("coverage")
    assert found["verdict"] == "not assessed"
    assert found["absorbed_mcg_per_day"]["likely"] == pytest.approx(10 / 7)
    assert found["need_mcg_per_day"] == 2.0
    plan = weekly.json("plan")
    assert {one["verdict"] for one in plan["regimens"]} == {"not assessed"}
    assert plan["need_mcg_per_day"] == 2.0
    assert "no outlook" in weekly.refused("outlook")
    weekly("profile", "factor", "remove", "pernicious anaemia")
    assert weekly.json("coverage")["verdict"] == "covered"
    weekly("undo")
    assert weekly.json("coverage")["verdict"] == "not assessed"


def test_factors_are_listed_and_set_again(b12):
    b12("profile", "factor", "add", "metformin", "--since", "2024-05-01")
    b12("profile", "factor", "add", "metformin", "--note", "500 mg")
    (factor,) = b12.json("profile", "factor", "list")["factors"]
    assert (factor["factor"], factor["since"], factor["note"]) == (
        "metformin", "2024-05-01", "500 mg",
    )  # fmt: skip
    assert "ask a clinician about monitoring" in b12("profile", "factor", "list")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["profile", "factor", "add", "bad-luck"], "is no factor"),
        (["profile", "factor", "add", "ppi", "--since", "tomorrow"], "in the future"),
        (["profile", "factor", "remove", "ppi"], "has no proton pump"),
        (["coverage", "--from", "tomorrow", "--to", "tomorrow"], "in the future"),
        (["coverage", "--from", "today", "--to", "yesterday"], "comes before"),
        (["coverage", "--from", "1900-01-01"], "more than ten years"),
        (["coverage", "--curve", "curve.jpg"], "can be drawn"),
        (["plan", "--strength", "x"], "must be a number"),
        (["plan", "--strength", "0"], "more than zero"),
        (["plan", "--strength", "500", "--route", "nasal"], "not estimated"),
        (["plan", "--strength", "500", "--form", "gold"], "no form of B12"),
        (["outlook"], "nothing is recorded"),
    ],
)
def test_what_makes_no_sense_is_refused(b12, args, said):
    assert said in b12.refused(*args)


@pytest.mark.parametrize(
    "args",
    [
        ["coverage", "--days", "0"],
        ["coverage", "--days", "7", "--from", "mon"],
        ["coverage", "--planned", "--days", "7"],
        ["plan", "--every", "2d"],
        ["outlook", "--years", "0"],
    ],
)
def test_what_is_written_wrongly_says_how_it_is_used(b12, args):
    b12.misused(*args)


def test_an_infant_is_not_assessed_and_has_no_outlook(b12):
    b12("profile", "set", "Ida", "--born", "2026-05-01")
    for back in range(28):
        b12("eat", "formula", "--mcg", "0.5", "--fortified", "--on", f"-{back}d")
    found = b12.json("coverage")
    assert found["verdict"] == "not assessed"
    assert any("infants" in reason for reason in found["reasons"])
    assert "infant" in b12.refused("outlook")
    assert "not assessed" in b12("today")


def test_a_child_is_told_that_the_model_is_of_adults(b12):
    b12("profile", "set", "Tom", "--born", "2020-05-01")
    for back in range(28):
        b12("take", "10 mcg cyanocobalamin", "--on", f"-{back}d")
    found = b12.json("coverage")
    assert found["verdict"] == "covered"
    assert any("model is one of adults" in reason for reason in found["reasons"])
    assert "those of adults" in b12.refused("outlook")


def test_another_standard_has_its_own_need(weekly):
    weekly("profile", "set", "--standard", "efsa-2015")
    found = weekly.json("coverage")
    assert found["need_mcg_per_day"] == 2.0
    assert found["verdict"] == "short"


def test_planned_judges_the_schedules_over_their_cycle(b12):
    b12("schedule", "add", "2000 mcg cyanocobalamin", "--every", "week", "--from", "2026-11-25")
    found = b12.json("coverage", "--planned")
    assert found["verdict"] == "covered"
    assert found["absorbed_mcg_per_day"]["likely"] == pytest.approx(11.5 / 7)
    assert (found["first_day"], found["days"]) == ("2026-11-25", 7)
    assert found["recorded_days"] is None
    b12("schedule", "edit", "1", "--every", "month")
    found = b12.json("coverage", "--planned")
    assert found["verdict"] == "short"
    assert found["absorbed_mcg_per_day"]["likely"] == pytest.approx(11.5 * 12 / 365, rel=0.01)


def test_planned_injections_are_spread_over_the_whole_cycle(b12):
    item = "1000 mcg cyanocobalamin injection"
    b12("schedule", "add", item, "--every", "month", "--from", "2026-11-01")
    found = b12.json("coverage", "--planned")
    assert found["absorbed_mcg_per_day"]["likely"] == pytest.approx(150 * 12 / 365, rel=0.02)
    b12("schedule", "edit", "1", "--every", "week")
    found = b12.json("coverage", "--planned")
    assert found["absorbed_mcg_per_day"]["likely"] == pytest.approx(150 / 7)


def test_planned_without_a_schedule_says_so(b12):
    found = b12.json("coverage", "--planned")
    assert found["verdict"] == "not assessed"
    assert "no schedule" in found["reasons"][0]


def test_adherence_is_part_of_coverage(daily):
    daily("schedule", "add", "10 mcg cyanocobalamin", "--every", "day", "--from", "2026-11-01")
    daily("remove", "5")
    found = daily.json("coverage")
    assert found["adherence"] == [
        {"schedule": "10 µg cyanocobalamin", "due": 22, "taken": 21, "late": 0, "missed": 1}
    ]


def test_plan_compares_the_regimens_of_the_vegan_society_and_the_article(b12):
    b12("profile", "set", "--born", "1990-05-17")
    regimens = b12.json("plan")["regimens"]
    likely = {
        (one["strength_mcg"], one["every"]): round(one["absorbed_mcg_per_day"]["likely"], 4)
        for one in regimens
    }
    assert likely[1.5, "twice a day"] == 1.5252
    assert likely[10, "every day"] == 1.5359
    assert likely[2000, "every week"] == 1.6429
    assert likely[1000, "every day"] == 6.5
    assert list(regimens[0]) == [
        "name", "strength_mcg", "every", "absorbed_mcg_per_day", "verdict", "units_a_month",
    ]  # fmt: skip


def test_plan_takes_a_regimen_of_ones_own(b12):
    first = b12.json("plan", "--strength", "500", "--every", "2d")["regimens"][0]
    assert (first["name"], first["strength_mcg"], first["every"]) == ("yours", 500, "every 2 days")
    assert first["absorbed_mcg_per_day"]["likely"] == pytest.approx(2.0)
    assert first["units_a_month"] == pytest.approx(15.21875)
    injected = b12.json(
        "plan",
        "--strength",
        "1000",
        "--every",
        "month",
        "--form",
        "hydroxo",
        "--route",
        "injection",
    )["regimens"][0]
    assert injected["absorbed_mcg_per_day"]["likely"] == pytest.approx(730 / 30.4375)


def test_texts_keep_within_80_columns(weekly):
    weekly("profile", "factor", "add", "ppi")
    weekly("schedule", "add", "veg1", "--every", "mon,thu")
    for args in (["coverage"], ["coverage", "--planned"], ["plan"], ["outlook"], ["day"], ["week"]):
        for line in weekly(*args).splitlines():
            assert len(line) <= 80 or "note:" in line, (args, line)


def test_the_outlook_is_an_order_of_years_with_its_caveats(weekly):
    text = " ".join(weekly("outlook").split())
    assert "within about 1 to 7 years" in text
    assert "never a date" in text
    assert "2027" not in text
    found = weekly.json("outlook", "--years", "5")
    assert found["none"]["years_until_low"]["likely"] == pytest.approx(4.5, abs=0.05)
    assert found["present"]["years_until_low"]["low"] is None
    assert [point["year"] for point in found["present"]["pool_mcg"]] == [0, 1, 2, 3, 4, 5]


def test_the_outlook_rests_on_the_days_that_are_named(b12):
    b12("take", "2000 mcg cyanocobalamin", "--on", "-20d")
    assert b12.json("outlook", "--days", "21")["present"]["absorbed_mcg_per_day"]["likely"] > 0
    assert "nothing is recorded in these days" in b12.refused("outlook", "--days", "20")


def test_a_document_stays_alone_on_standard_output_beside_a_picture(weekly):
    result = weekly.run("outlook", "--json", "-o", "outlook.png")
    assert json.loads(result.stdout)["years"] == 10
    assert "wrote" in result.stderr


def test_pictures_are_a4_pages(weekly):
    weekly("outlook", "-o", "outlook.png")
    weekly("coverage", "--curve", "curve.png")
    for name in ("outlook.png", "curve.png"):
        content = Path(name).read_bytes()
        assert content.startswith(b"\x89PNG")
        width, height = struct.unpack(">II", content[16:24])
        assert height / width == pytest.approx(842 / 595, abs=0.01)


def test_day_and_week_show_the_estimate_and_what_was_not_taken(b12):
    b12("schedule", "add", "veg1", "--every", "day", "--at", "08:00", "--from", "yesterday")
    b12("take", "10 mcg cyanocobalamin")
    text = b12("day")
    assert "absorbed     about 1.5 µg (1.1 to 1.6), an estimate · need 1.2 µg" in text
    assert "not taken    veg1, due at 08:00" in text
    day = b12.json("day")
    assert day["absorbed_mcg"]["likely"] == pytest.approx(1.5359, abs=0.0001)
    assert day["need_mcg"] == 1.2
    assert [one["schedule"] for one in day["not_taken"]] == ["veg1"]
    week = b12.json("week")
    assert [one["day"] for one in week["not_taken"]] == ["2026-11-21", "2026-11-22"]
    assert week["absorbed_mcg"]["likely"] == pytest.approx(1.5359 / 7, abs=0.0001)
    assert week["days"][-1]["absorbed_mcg"]["likely"] == pytest.approx(1.5359, abs=0.0001)
    assert "2026-11-21 to 2026-11-22" in b12("week")


def test_an_injection_shows_on_the_days_after_it(b12):
    b12("take", "1000 mcg hydroxocobalamin injection", "--on", "2026-11-10")
    assert b12.json("day")["absorbed_mcg"]["likely"] == pytest.approx(730 / 31)
    assert "absorbed     about 24 µg" in b12("day")


@pytest.fixture
def infant(b12):
    """Ten months old, with a record on the last 9 days."""
    b12("profile", "set", "me", "--born", "2026-01-10")
    for back in range(9):
        b12("eat", "100 ml breast milk", "--on", f"-{back}d")
    return b12


@pytest.mark.parametrize("command", ["day", "week", "coverage", "coverage --planned"])
def test_of_an_infant_no_page_shows_absorbed_figures_and_one_line_says_why(infant, command):
    shown = infant(*command.split())
    assert "absorbed" not in shown
    assert "need " not in shown
    assert shown.count("the model does not hold for infants: nothing is estimated") == 1
    document = infant.json(*command.split())
    found = [document.get("absorbed_mcg", document.get("absorbed_mcg_per_day"))]
    found += [day["absorbed_mcg"] for day in document.get("days", [])] if command == "week" else []
    assert all(one == {"low": None, "likely": None, "high": None} for one in found)
    assert not any(document.get("by_source", {}).values())


def test_the_day_before_a_first_birthday_has_no_figure_and_the_birthday_has_one(b12):
    b12("profile", "set", "me", "--born", "2025-11-22")
    for day in ("2026-11-21", "2026-11-22"):
        b12("eat", "100 ml breast milk", "--on", day)
    days = {day["day"]: day["absorbed_mcg"]["likely"] for day in b12.json("week")["days"]}
    assert days["2026-11-21"] is None
    assert days["2026-11-22"] > 0
    week = b12("week")
    assert "absorbed " not in week, "a mean would mix both"
    assert "0.030" in week


def test_an_infant_is_offered_no_regimen_of_adults(infant):
    for options in ((), ("--strength", "10"), ("--json",)):
        assert "for an infant no regimens are compared" in infant.refused("plan", *options)
