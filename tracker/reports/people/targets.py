"""How targets look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tracker.nutrition.people.person import Person
from tracker.nutrition.people.targets import Target
from tracker.reports.documents import Document, number
from tracker.reports.numbers import (
    kind_text,
    mcg_text,
    standard_name,
)


def target_document(target: Target | None) -> Document | None:
    """A target, `null` where the standard sets none."""
    if target is None:
        return None
    return {
        "mcg": number(target.mcg),
        "kind": target.kind,
        "life_stage": target.life_stage,
        "standard": target.standard,
        "unverified": target.unverified,
        "note": target.note or None,
    }


def target_text(target: Target | None) -> str:
    """A target as a line of the terminal: `2.4 µg RDA, 19-30 years, iom-1998`."""
    if target is None:
        return "none: the standard has no value for this age"
    kind = kind_text(target.kind)
    return f"{mcg_text(target.mcg)} {kind}, {stage_text(target)}, {target.standard}"


def full_target_text(target: Target | None) -> str:
    """A target as a page spells it out: `2.4 µg a day, RDA for adults (IOM 1998, …)`."""
    if target is None:
        return "none: the standard has no reference intake for this age"
    kind = kind_text(target.kind)
    standard = standard_name(target.standard)
    return f"{mcg_text(target.mcg)} a day, {kind} for {stage_text(target)} ({standard})"


def stage_text(target: Target) -> str:
    """The life stage, marked where its figure is unverified."""
    return f"{target.life_stage} (unverified)" if target.unverified else target.life_stage


def notes_on(person: Person, targets: Sequence[Target | None], today: date) -> list[str]:
    """What a reader of the figures must know about the target, a line each."""
    notes = []
    if person.born is None:
        notes.append(
            "no day of birth in the profile, so the adult target applies: "
            "`b12 profile set --born 1990-05-17` sets yours"
        )
    notes += dict.fromkeys(target.note for target in targets if target and target.note)
    if any(target is None for target in targets):
        notes.append(f"{person.standard} sets no value for this age; other standards may")
    for phase in person.phases:
        if phase.seems_forgotten(today):
            notes.append(
                f"the {phase.phase.value} since {phase.first_day} has no end: "
                f"`b12 profile {phase.phase.value} {phase.first_day} END` sets it"
            )
    return notes
