"""Pregnancies and lactations: none of a kind overlaps another, and none is before birth."""

from datetime import date, timedelta

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.people.person import Phase
from tracker.services.opening import open_diary
from tracker.services.people.life_phases import add_life_phase, remove_life_phase
from tracker.services.people.profiles import ProfileChanges, read_profile, set_profile
from tracker.settings import Settings

PREGNANCY, LACTATION = Phase.PREGNANCY, Phase.LACTATION
DAY = timedelta(days=1)
FIRST, LAST = date(2026, 1, 1), date(2026, 9, 1)


@pytest.fixture
def again(database_path):
    """Opens the diary anew, as the next command does."""
    return lambda: open_diary(Settings(database=str(database_path)))


def phases(diary):
    return [(one.phase, one.first_day, one.last_day) for one in read_profile(diary).person.phases]


@pytest.mark.parametrize(
    ("first", "last"),
    [(LAST, LAST + DAY), (FIRST - 9 * DAY, FIRST), (FIRST + DAY, FIRST + DAY), (LAST, None)],
)
def test_pregnancies_share_no_day(diary, again, first, last):
    add_life_phase(diary, PREGNANCY, FIRST, LAST)
    with pytest.raises(TrackerError, match="overlaps"):
        add_life_phase(again(), PREGNANCY, first, last)
    assert phases(again()) == [(PREGNANCY, FIRST, LAST)]


def test_one_may_begin_the_day_after_and_a_lactation_at_any_time(diary, again):
    add_life_phase(diary, PREGNANCY, FIRST, LAST)
    add_life_phase(again(), PREGNANCY, LAST + DAY, None)
    add_life_phase(again(), PREGNANCY, FIRST - 9 * DAY, FIRST - DAY)
    add_life_phase(again(), LACTATION, LAST, None)
    assert len(phases(again())) == 4


def test_the_same_first_day_sets_the_end_of_the_one_that_is_there(diary, again):
    add_life_phase(diary, PREGNANCY, FIRST, None)
    add_life_phase(again(), PREGNANCY, FIRST, LAST)
    assert phases(again()) == [(PREGNANCY, FIRST, LAST)]


def test_only_the_phase_of_that_kind_and_day_is_removed(diary, again):
    add_life_phase(diary, PREGNANCY, FIRST, LAST)
    add_life_phase(again(), LACTATION, FIRST, LAST)
    with pytest.raises(TrackerError, match="no lactation of me starts on 2026-01-02"):
        remove_life_phase(again(), LACTATION, FIRST + DAY)
    remove_life_phase(again(), LACTATION, FIRST)
    assert phases(again()) == [(PREGNANCY, FIRST, LAST)]


def test_a_life_phase_may_begin_on_the_day_of_birth_and_not_before(diary, again):
    set_profile(diary, None, ProfileChanges(born=FIRST))
    add_life_phase(again(), PREGNANCY, FIRST, None)
    with pytest.raises(TrackerError, match="before me was born"):
        add_life_phase(again(), LACTATION, FIRST - DAY, None)


def test_a_life_phase_may_last_one_day(diary, again):
    add_life_phase(diary, PREGNANCY, FIRST, FIRST)
    assert phases(again()) == [(PREGNANCY, FIRST, FIRST)]
