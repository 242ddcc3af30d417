"""How profiles and targets look."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table

from tracker.nutrition.people.person import Person
from tracker.nutrition.people.targets import Target
from tracker.reports.documents import Document, document
from tracker.reports.numbers import (
    amount,
)
from tracker.reports.people.targets import target_document
from tracker.reports.tables import add_row, styled_table


def profile_document(person: Person, is_current: bool, target: Target | None) -> Document:
    """A person and their target today."""
    return document(**_profile(person, is_current, target))


def profiles_document(profiles: Iterable[tuple[Person, bool, Target | None]]) -> Document:
    """Everybody in the diary."""
    return document(people=[_profile(*profile) for profile in profiles])


def _profile(person: Person, is_current: bool, target: Target | None) -> Document:
    return {
        "person": person.name,
        "current": is_current,
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
        "target": target_document(target),
    }


def people_table(people: Iterable[tuple[Person, bool, Target | None]]) -> Table:
    """Everybody in the diary with the target of today; `*` marks the current person."""
    table = styled_table("", "name", "born", "diet", ("µg", "right"), "kind", "life stage")
    for person, is_current, target in people:
        born = person.born.isoformat() if person.born else ""
        diet = person.diet.value if person.diet else ""
        stage = [amount(target.mcg), target.kind, target.label] if target else ["–", "", ""]
        add_row(table, ["*" if is_current else "", person.name, born, diet, *stage])
    return table
