"""People and the phases of their lives."""

from datetime import date, timedelta

import pytest

from tracker.nutrition.people.person import LifePhase, Phase

BEGUN = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("days", "last_day", "forgotten"),
    [(300, None, False), (301, None, True), (301, date(2026, 9, 30), False)],
)
def test_a_phase_without_an_end_seems_forgotten_after_300_days(days, last_day, forgotten):
    phase = LifePhase(1, Phase.PREGNANCY, BEGUN, last_day)
    assert phase.seems_forgotten(BEGUN + timedelta(days=days)) is forgotten
