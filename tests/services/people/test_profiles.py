"""People: what a profile may say beside what is logged, and whose diary it is by default."""

from datetime import timedelta

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.people.person import Sex
from tracker.services.diary.logging import Details, eat
from tracker.services.opening import open_diary
from tracker.services.people.profiles import (
    ProfileChanges,
    read_profile,
    set_profile,
    use_profile,
)
from tracker.settings import Settings

DAY = timedelta(days=1)


@pytest.fixture
def again(database_path):
    """Opens the diary anew, as the next command does."""
    return lambda: open_diary(Settings(database=str(database_path)))


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
