"""Which pregnancies and lactations a person can have."""

from __future__ import annotations

from datetime import date

from tracker.errors import TrackerError
from tracker.nutrition.people.person import LifePhase, Person, Sex, check_lived


def check_phase(person: Person, phase: LifePhase) -> None:
    """Refuses a pregnancy or a lactation that cannot be, beside the others that the person has.

    Another of its kind with the same first day is the same one.

    Raises:
        TrackerError: of a man, before birth, of days out of order, or in another of its kind.
    """
    what = phase.phase.value
    if person.sex is Sex.MALE:
        raise TrackerError(f"the profile of {person.name} says male: no {what} is kept")
    if phase.last_day is not None and phase.last_day < phase.first_day:
        raise TrackerError(f"the {what} cannot end on {phase.last_day}, before {phase.first_day}")
    check_lived(person, phase.first_day)
    for other in person.phases:
        if other.phase is phase.phase and other.first_day != phase.first_day:
            _refuse_overlap(other, phase.first_day, phase.last_day)


def _refuse_overlap(other: LifePhase, first_day: date, last_day: date | None) -> None:
    starts_before_end = last_day is None or other.first_day <= last_day
    ends_after_start = other.last_day is None or other.last_day >= first_day
    if starts_before_end and ends_after_start:
        until = other.last_day or "open"
        raise TrackerError(
            f"that overlaps the {other.phase.value} from {other.first_day} to {until}: "
            f"give that one an end first, with `b12 profile {other.phase.value} "
            f"{other.first_day} END`"
        )
