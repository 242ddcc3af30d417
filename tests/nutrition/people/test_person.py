"""People and the phases of their lives."""

from datetime import date, timedelta

import pytest

from tracker.nutrition.people.person import LifePhase, LifeStage, Person, Phase, life_stage_on

DAY = date(2026, 11, 22)
BEGUN = date(2026, 1, 1)


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


@pytest.mark.parametrize(
    ("days", "last_day", "forgotten"),
    [(300, None, False), (301, None, True), (301, date(2026, 9, 30), False)],
)
def test_a_phase_without_an_end_seems_forgotten_after_300_days(days, last_day, forgotten):
    phase = LifePhase(1, Phase.PREGNANCY, BEGUN, last_day)
    assert phase.seems_forgotten(BEGUN + timedelta(days=days)) is forgotten
