"""Keeps people: who they are, and their pregnancies and lactations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from tracker.errors import TrackerError
from tracker.language.names import clean_name
from tracker.nutrition.people.person import DEFAULT_STANDARD, Diet, LifePhase, Person, Phase, Sex
from tracker.nutrition.people.targets import Target
from tracker.services.opening import Diary, person_named
from tracker.store.journal import Change
from tracker.store.records.intakes import INTAKES
from tracker.store.records.people import (
    DEFAULT_NAME,
    add_person,
    add_phase,
    current_person_id,
    edit_person,
    edit_phase,
    list_people,
    make_current,
    remove_phase,
)
from tracker.store.records.target_spans import standards, targets_between


@dataclass(frozen=True)
class ProfileChanges:
    """What is to be set; `None` leaves a value as it is."""

    born: date | None = None
    sex: Sex | None = None
    diet: Diet | None = None
    standard: str | None = None
    day_starts: int | None = None
    rename: str | None = None


@dataclass(frozen=True)
class Profile:
    """A person, whether they are the current one, and their target today."""

    person: Person
    is_current: bool
    target: Target | None


def set_profile(diary: Diary, name: str | None, changes: ProfileChanges) -> Profile:
    """Sets values of a person, and adds them if the name is new.

    The first name that is given takes over from the untouched `me`.

    Raises:
        TrackerError: a value that cannot be, or that contradicts what is logged.
    """
    with diary.database.change(diary.person.id) as change:
        connection = change.connection
        existing = _find(connection, diary, name)
        if changes.born is not None and changes.born > diary.today:
            raise TrackerError(f"{changes.born} is in the future: give the day of birth")
        before = existing or Person(0, clean_name(name or "", "the name"))
        after = _changed(connection, before, changes)
        if existing is None:
            after = _add(change, after)
        else:
            _check_against_diary(connection, after)
            edit_person(change, after)
        # A new person's first step is theirs, so that `undo --person` finds it.
        change.belongs_to(after.id)
        done = "added" if existing is None else "set the profile of"
        change.summarize(f"{done} {after.name}")
    return read_profile(diary, after.name)


def read_profile(diary: Diary, name: str | None = None) -> Profile:
    """A person's profile, the current person's without a name.

    Raises:
        NotFoundError: there is nobody of that name.
    """
    with diary.database.read() as connection:
        wanted = diary.person.name if name is None else name
        person = person_named(list_people(connection), wanted)
        return _profile(connection, diary, person, current_person_id(connection))


def list_profiles(diary: Diary) -> list[Profile]:
    """Everybody in the diary."""
    with diary.database.read() as connection:
        current = current_person_id(connection)
        return [_profile(connection, diary, person, current) for person in list_people(connection)]


def use_profile(diary: Diary, name: str) -> Profile:
    """Makes a person the one whose diary it is where nobody is named.

    Raises:
        NotFoundError: there is nobody of that name.
    """
    with diary.database.change(diary.person.id) as change:
        person = person_named(list_people(change.connection), name)
        make_current(change, person.id)
        change.belongs_to(person.id)
        change.summarize(f"made {person.name} the current person")
    return read_profile(diary, name)


def add_life_phase(diary: Diary, phase: Phase, first_day: date, last_day: date | None) -> Profile:
    """Adds a pregnancy or a lactation, or sets the end of the one that starts on that day.

    Raises:
        TrackerError: the days are out of order, before birth, or overlap another of its kind.
    """
    person = diary.person
    _check_phase(person, phase, first_day, last_day)
    summary = f"set the {phase.value} of {person.name} from {first_day}"
    with diary.database.change(person.id, summary) as change:
        same = [one for one in person.phases if _same(one, phase, first_day)]
        if same:
            edit_phase(change, person.id, replace(same[0], last_day=last_day))
        else:
            add_phase(change, person.id, LifePhase(0, phase, first_day, last_day))
    return read_profile(diary, person.name)


def remove_life_phase(diary: Diary, phase: Phase, first_day: date) -> Profile:
    """Takes a pregnancy or a lactation out.

    Raises:
        TrackerError: none of that kind starts on that day.
    """
    same = [one for one in diary.person.phases if _same(one, phase, first_day)]
    if not same:
        raise TrackerError(f"no {phase.value} of {diary.person.name} starts on {first_day}")
    summary = f"removed the {phase.value} of {diary.person.name} from {first_day}"
    with diary.database.change(diary.person.id, summary) as change:
        remove_phase(change, diary.person.id, same[0].id)
    return read_profile(diary, diary.person.name)


def _find(connection: Connection, diary: Diary, name: str | None) -> Person | None:
    if name is None:
        return diary.person
    wanted = name.strip().casefold()
    everybody = list_people(connection)
    return next((person for person in everybody if person.name.casefold() == wanted), None)


def _changed(connection: Connection, person: Person, changes: ProfileChanges) -> Person:
    known = standards(connection)
    if changes.standard is not None and changes.standard not in known:
        raise TrackerError(f"{changes.standard!r} is no standard: write one of {', '.join(known)}")
    after = replace(
        person,
        name=person.name if changes.rename is None else _free_name(connection, changes.rename),
        born=changes.born or person.born,
        sex=changes.sex or person.sex,
        diet=changes.diet or person.diet,
        standard=changes.standard or person.standard or DEFAULT_STANDARD,
        day_starts=person.day_starts if changes.day_starts is None else changes.day_starts,
    )
    for phase in after.phases:
        _check_phase(replace(after, phases=()), phase.phase, phase.first_day, phase.last_day)
    return after


def _free_name(connection: Connection, name: str) -> str:
    clean = clean_name(name, "the name")
    if any(person.name.casefold() == clean.casefold() for person in list_people(connection)):
        raise TrackerError(f"there already is a person called {clean}")
    return clean


def _add(change: Change, person: Person) -> Person:
    added = replace(person, id=add_person(change, person))
    current_id = current_person_id(change.connection)
    current = next(one for one in list_people(change.connection) if one.id == current_id)
    untouched = current == Person(current.id, DEFAULT_NAME)
    if untouched and INTAKES.first_day(change.connection, current_id) is None:
        make_current(change, added.id)
    return added


def _check_against_diary(connection: Connection, person: Person) -> None:
    first_day = INTAKES.first_day(connection, person.id)
    if person.born and first_day and first_day < person.born:
        raise TrackerError(
            f"{person.name} has intakes from {first_day}, before {person.born}: "
            "correct the day of birth, or those intakes first"
        )


def _check_phase(person: Person, phase: Phase, first_day: date, last_day: date | None) -> None:
    if person.sex is Sex.MALE:
        raise TrackerError(f"the profile of {person.name} says male: no {phase.value} is kept")
    if last_day is not None and last_day < first_day:
        raise TrackerError(f"the {phase.value} cannot end on {last_day}, before {first_day}")
    if person.born is not None and first_day < person.born:
        raise TrackerError(f"{first_day} is before {person.name} was born ({person.born})")
    for other in person.phases:
        if other.phase is phase and not _same(other, phase, first_day):
            _refuse_overlap(other, first_day, last_day)


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


def _same(one: LifePhase, phase: Phase, first_day: date) -> bool:
    return one.phase is phase and one.first_day == first_day


def _profile(connection: Connection, diary: Diary, person: Person, current_id: int) -> Profile:
    spans = targets_between(connection, person, diary.today, diary.today)
    return Profile(person, person.id == current_id, spans[0].target if spans else None)
