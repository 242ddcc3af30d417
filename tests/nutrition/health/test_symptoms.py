from datetime import date

import pytest

from tracker.errors import TrackerError
from tracker.language.names import search_key
from tracker.nutrition.health.symptoms import (
    VOCABULARY,
    SymptomEntry,
    parse_severity,
    parse_symptom,
    red_flag,
)
from tracker.nutrition.people.person import Person

DAY = date(2026, 11, 20)
ADULT = Person(1, "me")
INFANT = Person(2, "Ida", born=date(2026, 3, 1))


def test_no_two_symptoms_share_a_name():
    owners = {}
    for symptom in VOCABULARY:
        for name in (symptom.code, symptom.name, *symptom.other_names):
            assert owners.setdefault(search_key(name), symptom) is symptom, name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("fatigue", "fatigue"),
        ("Tired", "fatigue"),
        ("pins and needles", "numbness"),
        ("tingling", "numbness"),
        ("sore tongue", "glossitis"),
        ("brain fog", "memory"),
        ("unsteady gait", "balance"),
        ("loss of vision", "vision"),
    ],
)
def test_plain_names_lead_to_a_code(text, code):
    assert parse_symptom(text).code == code


@pytest.mark.parametrize("text", ["", "!!", "headache"])
def test_what_is_not_kept_is_refused_with_the_codes(text):
    with pytest.raises(TrackerError, match="fatigue, weakness"):
        parse_symptom(text)


@pytest.mark.parametrize(
    ("text", "severity"), [("0", 0), ("4", 4), ("mild", 1), ("Very Severe", 4)]
)
def test_a_severity_is_a_number_or_its_word(text, severity):
    assert parse_severity(text) == severity


@pytest.mark.parametrize("text", ["5", "-1", "2.5", "bad", ""])
def test_other_severities_are_refused(text):
    with pytest.raises(TrackerError):
        parse_severity(text)


def entry(name, severity=2):
    return SymptomEntry(parse_symptom(name), severity, DAY)


def test_red_flags_are_said_and_ordinary_symptoms_are_not():
    flagged = [one.code for one in VOCABULARY if red_flag(entry(one.code), ADULT)]
    assert flagged == ["numbness", "balance", "vision", "confusion"]


def test_an_absent_symptom_is_no_red_flag():
    assert red_flag(entry("confusion", 0), ADULT) == ""


def test_a_listless_infant_is_a_red_flag():
    flagged = [one.code for one in VOCABULARY if "infant" in red_flag(entry(one.code), INFANT)]
    assert flagged == ["fatigue", "weakness"]


def test_an_infant_is_one_until_the_second_birthday():
    day_before = Person(3, "Bo", born=date(2024, 11, 21))
    two_years_old = Person(4, "Jo", born=date(2024, 11, 20))
    assert "infant" in red_flag(entry("fatigue"), day_before)
    assert red_flag(entry("fatigue"), two_years_old) == ""


def test_no_sentence_names_a_diagnosis():
    for one in VOCABULARY:
        for word in ("deficien", "you have", "diagnos"):
            assert word not in red_flag(entry(one.code), ADULT)
