"""Symptoms: when the sentence of a red flag is said, and when it is not said again."""

from datetime import timedelta

import pytest

from tracker.nutrition.health.symptoms import parse_symptom
from tracker.services.health.symptoms import SymptomChanges, add_symptom, edit_symptom

CONFUSION = parse_symptom("confusion")


def kept(diary, severity, days_ago):
    day = diary.today - timedelta(days=days_ago)
    return add_symptom(diary, CONFUSION, severity, SymptomChanges(day=day))


@pytest.mark.parametrize(("days_ago", "is_said"), [(0, False), (28, False), (29, True)])
def test_what_was_said_within_four_weeks_is_not_said_again(diary, days_ago, is_said):
    assert kept(diary, 2, days_ago).red_flag
    assert bool(kept(diary, 2, 0).red_flag) is is_said


@pytest.mark.parametrize(("before", "is_said"), [(1, True), (2, False), (3, False)])
def test_only_what_has_grown_worse_is_said_again(diary, before, is_said):
    kept(diary, before, 7)
    assert bool(kept(diary, 2, 0).red_flag) is is_said


def test_an_entry_has_not_said_its_own_sentence_before(diary):
    entry = kept(diary, 2, 7).entry
    assert edit_symptom(diary, entry.id, SymptomChanges(note="since noon")).red_flag
    assert not kept(diary, 2, 0).red_flag
