"""Keeps the pregnancies and lactations of a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from tracker.errors import NotFoundError
from tracker.nutrition.people.life_phases import check_phase
from tracker.nutrition.people.person import LifePhase, Person, Phase
from tracker.nutrition.people.targets import Profile
from tracker.services.keeping import Kind
from tracker.services.opening import Diary
from tracker.services.people.profiles import person_now, read_profile
from tracker.store.records.people import add_phase, edit_phase, remove_phase

_Which = tuple[Phase, date]
"""A phase is named by what it is and its first day."""


def add_life_phase(diary: Diary, phase: Phase, first_day: date, last_day: date | None) -> Profile:
    """Adds a pregnancy or a lactation, or sets the end of the one that starts on that day.

    Raises:
        TrackerError: the days are out of order, before birth, or overlap another of its kind.
    """
    with diary.database.change(diary.person.id) as change:
        person = person_now(change.connection, diary)
        added = LifePhase(0, phase, first_day, last_day)
        check_phase(person, added)
        same = _starting_on(person, phase, first_day)
        if same is not None:
            _phases(diary).rewrite(change, same, replace(same, last_day=last_day))
        else:
            change.summarize(f"added {_called(added)}")
            add_phase(change, person.id, added, diary.references)
    return read_profile(diary, person.name)


def remove_life_phase(diary: Diary, phase: Phase, first_day: date) -> Profile:
    """Takes a pregnancy or a lactation out.

    Raises:
        NotFoundError: none of that kind starts on that day.
    """
    _phases(diary).remove(diary, (phase, first_day))
    return read_profile(diary)


def _existing(connection: Connection, diary: Diary, which: _Which) -> LifePhase:
    person, (phase, first_day) = person_now(connection, diary), which
    same = _starting_on(person, phase, first_day)
    if same is None:
        raise NotFoundError(
            f"no {phase.value} of {person.name} starts on {first_day}: `b12 profile show` shows "
            "the days"
        )
    return same


def _starting_on(person: Person, phase: Phase, first_day: date) -> LifePhase | None:
    starting = (one for one in person.phases if one.first_day == first_day)
    return next((one for one in starting if one.phase is phase), None)


def _called(phase: LifePhase) -> str:
    return f"the {phase.phase.value} from {phase.first_day}"


def _phases(diary: Diary) -> Kind[_Which, LifePhase]:
    person_id = diary.person.id
    return Kind(
        _existing,
        _called,
        lambda change, phase: edit_phase(change, person_id, phase, diary.references),
        lambda change, phase: remove_phase(change, person_id, phase.id, diary.references),
    )
