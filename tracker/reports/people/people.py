"""How profiles and targets look."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.nutrition.people.targets import Profile
from tracker.reports.documents import Document, document
from tracker.reports.listing import Listed
from tracker.reports.numbers import (
    amount,
)
from tracker.reports.people.factors import factor_document
from tracker.reports.people.targets import stage_text, target_document


def profile_document(profile: Profile) -> Document:
    """A person and their target today."""
    return document(**_profile(profile))


def people_list(profiles: Sequence[Profile]) -> Listed:
    """Everybody in the diary with the target of today; `*` marks the current person."""
    return Listed(
        ("", "name", "born", "diet", ("µg", "right"), "kind", "life stage"),
        [_row(one) for one in profiles],
        lambda: document(people=[_profile(one) for one in profiles]),
    )


def _profile(profile: Profile) -> Document:
    person = profile.person
    return {
        "person": person.name,
        "current": profile.is_current,
        "born": person.born.isoformat() if person.born else None,
        "sex": person.sex.value if person.sex else None,
        "diet": person.diet.value if person.diet else None,
        "standard": person.standard,
        "day_starts": person.day_starts,
        "life_phases": [
            {
                "phase": phase.phase.value,
                "first_day": phase.first_day.isoformat(),
                "last_day": phase.last_day.isoformat() if phase.last_day else None,
            }
            for phase in person.phases
        ],
        "factors": [factor_document(factor) for factor in profile.factors],
        "target": target_document(profile.target),
    }


def _row(profile: Profile) -> list[str]:
    person, target = profile.person, profile.target
    born = person.born.isoformat() if person.born else ""
    diet = person.diet.value if person.diet else ""
    stage = [amount(target.mcg), target.kind, stage_text(target)] if target else ["–", "", ""]
    return ["*" if profile.is_current else "", person.name, born, diet, *stage]
