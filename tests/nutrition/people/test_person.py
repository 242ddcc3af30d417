from datetime import date

import pytest

from tracker.nutrition.people.person import LifeStage, Person, life_stage_on

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("born", "stage"),
    [
        (date(2025, 11, 23), LifeStage.INFANT),
        (date(2025, 11, 22), LifeStage.CHILD),
        (date(2007, 11, 23), LifeStage.CHILD),
        (date(2007, 11, 22), LifeStage.ADULT),
        (date(1975, 11, 23), LifeStage.ADULT),
        (date(1975, 11, 22), LifeStage.OLDER),
        (None, LifeStage.ADULT),
    ],
)
def test_life_stages_begin_on_a_birthday(born, stage):
    assert life_stage_on(Person(1, "me", born=born), DAY) is stage


def test_nobody_lived_before_their_birth():
    person = Person(1, "me", born=DAY)
    assert person.lived_on(DAY)
    assert not person.lived_on(date(2026, 11, 21))
    assert Person(1, "me").lived_on(date(1900, 1, 1))
