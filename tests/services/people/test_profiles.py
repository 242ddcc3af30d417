"""People: what a profile may say beside what is logged, and whose diary it is by default."""

from datetime import date, timedelta

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.people.person import Phase, Sex
from tracker.services.diary.logging import Details, eat
from tracker.services.opening import open_diary
from tracker.services.people.profiles import (
    ProfileChanges,
    add_life_phase,
    read_profile,
    remove_life_phase,
    set_profile,
    use_profile,
)
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


def test_the_day_of_birth_may_be_today_and_that_of_the_first_intake(diary):
    eat(diary, ["egg"], Details())
    assert set_profile(diary, None, ProfileChanges(born=diary.today)).person.born == diary.today
    eat(diary, ["egg"], Details(day=diary.today))
    with pytest.raises(TrackerError, match="in the future"):
        set_profile(diary, None, ProfileChanges(born=diary.today + DAY))


def test_nobody_was_born_after_what_they_ate(diary):
    eat(diary, ["egg"], Details(day=diary.today - DAY))
    with pytest.raises(TrackerError, match=r"has intakes from 2026-11-21, before 2026-11-22"):
        set_profile(diary, None, ProfileChanges(born=diary.today))
    assert read_profile(diary).person.born is None


def test_a_life_phase_may_begin_on_the_day_of_birth_and_not_before(diary, again):
    set_profile(diary, None, ProfileChanges(born=FIRST))
    add_life_phase(again(), PREGNANCY, FIRST, None)
    with pytest.raises(TrackerError, match="before me was born"):
        add_life_phase(again(), LACTATION, FIRST - DAY, None)


def test_a_life_phase_may_last_one_day(diary, again):
    add_life_phase(diary, PREGNANCY, FIRST, FIRST)
    assert phases(again()) == [(PREGNANCY, FIRST, FIRST)]


def test_the_first_name_takes_over_only_from_a_me_that_holds_nothing(diary, again):
    assert set_profile(diary, "Ana", ProfileChanges()).is_current
    assert not set_profile(again(), "Bo", ProfileChanges()).is_current
    assert again().person.name == "Ana"


@pytest.mark.parametrize("touch", ["profile", "diary"])
def test_a_me_that_holds_something_stays_the_current_person(diary, again, touch):
    if touch == "profile":
        set_profile(diary, None, ProfileChanges(sex=Sex.FEMALE))
    else:
        eat(diary, ["egg"], Details())
    assert not set_profile(again(), "Ana", ProfileChanges()).is_current


def test_names_differ_in_more_than_their_capitals(diary, again):
    set_profile(diary, "Ana", ProfileChanges())
    set_profile(again(), "Bo", ProfileChanges())
    with pytest.raises(TrackerError, match="already is a person called aNA"):
        set_profile(again(), "Bo", ProfileChanges(rename="aNA"))
    assert use_profile(again(), "bO").is_current
    assert set_profile(again(), "BO", ProfileChanges(day_starts=4)).person.name == "Bo"
