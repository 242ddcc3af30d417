from datetime import date

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.people.factors import FACTORS, Factor, factor_kind

DAY = date(2026, 11, 22)


def test_factors_are_found_by_code_and_by_the_other_names_people_use():
    assert factor_kind(" Pernicious Anaemia ").code == "pernicious-anaemia"
    assert factor_kind("celiac").code == "coeliac"
    with pytest.raises(TrackerError, match="write one of"):
        factor_kind("bad luck")


@pytest.mark.parametrize(
    "code", ["pernicious-anaemia", "coeliac", "crohns", "gastric-surgery", "ileal-surgery"]
)
def test_what_impairs_absorption_prevents_a_verdict(code):
    assert FACTORS[code].prevents_assessment


@pytest.mark.parametrize("code", ["metformin", "ppi", "alcohol", "smoking", "kidney-disease"])
def test_what_is_a_reminder_does_not(code):
    assert not FACTORS[code].prevents_assessment


def test_a_factor_is_there_from_its_day_on_and_always_without_one():
    assert Factor(1, FACTORS["coeliac"]).is_there_on(date(1990, 1, 1))
    began = Factor(1, FACTORS["coeliac"], since=DAY)
    assert began.is_there_on(DAY)
    assert not began.is_there_on(date(2026, 11, 21))


def test_a_factor_that_ended_is_there_up_to_its_last_day():
    ended = Factor(1, FACTORS["coeliac"], last_day=DAY)
    assert ended.is_there_on(date(1990, 1, 1))
    assert ended.is_there_on(DAY)
    assert not ended.is_there_on(date(2026, 11, 23))


@pytest.mark.parametrize("code", ["ppi", "atrophic-gastritis"])
def test_what_ended_impairs_food_bound_b12_no_longer(code):
    ended = Factor(1, FACTORS[code], date(2020, 1, 1), last_day=DAY)
    assert ended.impairs_food_bound_on(DAY)
    assert not ended.impairs_food_bound_on(date(2026, 11, 23))


@pytest.mark.parametrize("code", ["ppi", "h2-blocker"])
@pytest.mark.parametrize(
    ("since", "impairs"),
    [(None, True), (date(2024, 11, 22), True), (date(2024, 11, 23), False), (DAY, False)],
)
def test_an_acid_blocker_impairs_food_bound_b12_after_two_years(code, since, impairs):
    assert Factor(1, FACTORS[code], since).impairs_food_bound_on(DAY) is impairs


def test_atrophic_gastritis_impairs_it_at_once_and_metformin_never():
    assert Factor(1, FACTORS["atrophic-gastritis"], DAY).impairs_food_bound_on(DAY)
    assert not Factor(1, FACTORS["metformin"]).impairs_food_bound_on(DAY)


def test_no_sentence_diagnoses_or_tells_anybody_what_to_take():
    for kind in FACTORS.values():
        assert "deficient" not in kind.sentence
        assert "take " not in kind.sentence
