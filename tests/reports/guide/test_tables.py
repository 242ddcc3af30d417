import csv
import re
from decimal import Decimal
from itertools import chain

import pytest

from tracker import resources
from tracker.nutrition.absorption.model.oral import MEASURED_POINTS
from tracker.reports.guide.tables import with_tables
from tracker.services import guide
from tracker.services.guide import TOPICS, read_seeds

NEVER = ["deficient", "cured?", "safe", "take"]
"""Verdicts and orders: those are for a clinician."""


def read_topic(name):
    """A topic as a reader sees it."""
    return with_tables(guide.read_topic(name), read_seeds())


def seeds(name):
    with (resources.folder("seeds") / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def section(topic, heading):
    return next(one for one in read_topic(topic).sections if one.heading.startswith(heading))


def words_of(topic):
    """Everything that a reader of a topic sees."""
    parts = [topic.title, topic.summary]
    for one in topic.sections:
        parts += [one.heading, *one.text, *one.items, one.source]
        if one.table:
            parts += [*one.table.columns, *map(str, chain(*one.table.rows))]
    return "\n".join(parts)


@pytest.mark.parametrize("name", TOPICS)
def test_every_topic_has_sections_and_every_section_a_source(name):
    topic = read_topic(name)
    assert topic.sections
    for one in topic.sections:
        assert one.source.strip()
        assert one.text or one.items or one.table, f"{one.heading} says nothing"


@pytest.mark.parametrize("name", TOPICS)
@pytest.mark.parametrize("word", NEVER)
def test_the_guide_never_gives_a_verdict_or_an_order(name, word):
    assert not re.search(rf"\b{word}\b", words_of(read_topic(name)), re.IGNORECASE)


@pytest.mark.parametrize("name", TOPICS)
def test_every_row_fills_its_columns(name):
    for one in read_topic(name).sections:
        for row in one.table.rows if one.table else ():
            assert len(row) == len(one.table.columns)


def test_a_named_source_in_each_row_is_there():
    for name in TOPICS:
        for one in read_topic(name).sections:
            if "named in each row" in one.source:
                place = one.table.columns.index("source")
                assert all(row[place] for row in one.table.rows)


def test_the_nine_life_stages_are_those_of_the_seeds():
    rows = section("rda", "The nine").table.rows
    assert [(stage, kind, mcg) for stage, kind, mcg, _ear in rows] == [
        ("0-6 months", "AI", Decimal("0.4")),
        ("7-12 months", "AI", Decimal("0.5")),
        ("1-3 years", "RDA", Decimal("0.9")),
        ("4-8 years", "RDA", Decimal("1.2")),
        ("9-13 years", "RDA", Decimal("1.8")),
        ("14-18 years", "RDA", Decimal("2.4")),
        ("adults", "RDA", Decimal("2.4")),
        ("pregnancy", "RDA", Decimal("2.6")),
        ("lactation", "RDA", Decimal("2.8")),
    ]
    kept = {
        (row["kind"], Decimal(row["amount_mcg"]), row["ear_mcg"])
        for row in seeds("reference_intakes.csv")
        if row["standard"] == "iom-1998"
    }
    assert {(kind, mcg, "" if ear is None else str(ear)) for _stage, kind, mcg, ear in rows} == kept


def test_every_standard_of_the_seeds_is_shown_with_its_adult_figures():
    rows = section("rda", "Other standards").table.rows
    assert {row[0] for row in rows} == {row["standard"] for row in seeds("reference_intakes.csv")}
    shown = {row[0]: row[2:5] for row in rows}
    assert shown["efsa-2015"] == (Decimal("4.0"), Decimal("4.5"), Decimal("5.0"))
    assert shown["uk-1991"] == (Decimal("1.5"), Decimal("1.5"), Decimal("2.0"))


def test_the_ten_foods_keep_the_printed_text_and_the_range_of_the_seeds():
    rows = section("foods", "The article's ten").table.rows
    printed = [row for row in seeds("foods.csv") if row["printed"]]
    assert len(rows) == len(printed) == 10
    for shown, kept in zip(rows, printed, strict=True):
        assert (shown[0], shown[2]) == (kept["name"], kept["printed"])
        ends = ["open" if mcg is None else str(mcg) for mcg in shown[3:6]]
        assert ends == [kept["low_mcg"], kept["best_mcg"], kept["high_mcg"]]


def test_the_same_egg_is_23_percent_on_one_daily_value_and_9_on_the_other():
    rows = {row[0]: row for row in section("foods", "Why the printed").table.rows}
    assert rows["egg"][1:4] == ("~10", Decimal(23), Decimal(9))
    assert "fortified cereal" not in rows, "a range read from the percentage cannot test it"


def test_the_fortified_foods_are_all_found_in_the_seeds():
    assert len(section("foods", "Without animal").table.rows) == 6


def test_absorbed_shares_are_those_that_the_estimate_is_checked_against():
    rows = section("supplements", "How much of one").table.rows
    assert {row[:2] for row in rows} == {
        (Decimal(str(point.dose_mcg)), Decimal(str(point.absorbed_mcg)))
        for point in MEASURED_POINTS
    }
    assert (Decimal(1000), Decimal("13.0"), "1.3 %") in {row[:3] for row in rows}


def test_sublingual_and_time_release_are_not_said_to_help():
    said = "\n".join(section("supplements", "Kinds").text + section("supplements", "Kinds").items)
    assert "That is not supported" in said
    assert "sublingual: the same effect as a swallowed tablet" in said


def test_the_homocysteine_erratum_is_told():
    (erratum,) = section("tests", "Erratum").text
    assert "15 nmol/L" in erratum
    assert "The unit is µmol/L" in erratum
    rows = {row[0]: row for row in section("tests", "Cut-offs").table.rows}
    assert rows["homocysteine"][1] == "high: above 15 µmol/L"


def test_examples_of_unit_conversion_follow_from_the_factors():
    for _marker, _unit, _to, factor, example in section("tests", "Units").table.rows:
        before, after = map(Decimal, example.split(" is "))
        places = -after.as_tuple().exponent
        assert round(before * factor, places) == after


def test_no_upper_limit_and_red_flags_are_told():
    assert "No tolerable upper intake level" in section("safety", "No upper").text[0]
    for topic, heading in [("safety", "Discuss with a clin"), ("symptoms", "Red flags")]:
        flags = " ".join(section(topic, heading).items)
        for flag in ("numbness that spreads", "loss of vision", "nitrous oxide", "infant"):
            assert flag in flags
