"""Keeps people: who they are, and their pregnancies and lactations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from tracker.errors import NotFoundError, TrackerError
from tracker.language.names import clean_name
from tracker.nutrition.people.person import Diet, LifePhase, Person, Phase, Sex
from tracker.nutrition.people.targets import Profile
from tracker.services.keeping import Cleared, cleaned, set_fields
from tracker.services.opening import Diary, check_lived, person_named
from tracker.store.journal import Change
from tracker.store.records.factors import factors_of
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
    person_by_id,
    remove_phase,
)
from tracker.store.records.target_spans import targets_between


@dataclass(frozen=True)
class ProfileChanges:
    """What is to be set: `None` leaves a value as it is, `CLEARED` takes it out."""

    born: date | Cleared | None = None
    sex: Sex | Cleared | None = None
    diet: Diet | Cleared | None = None
    standard: str | Cleared | None = None
    day_starts: int | Cleared | None = None
    rename: str | None = None


def set_profile(diary: Diary, name: str | None, changes: ProfileChanges) -> Profile:
    """Sets values of a person, and adds them if the name is new.

    The first name that is given takes over from the untouched `me`.

    Raises:
        TrackerError: a value that cannot be, or that contradicts what is logged.
    """
    with diary.database.change(diary.person.id) as change:
        connection = change.connection
        existing = _find(connection, diary, name)
        before = existing or Person(0, clean_name(name or "", "the name"))
        after = _changed(diary, connection, before, changes)
        if after.born is not None and after.born > diary.today:
            raise TrackerError(
                f"{after.born} is in the future, and nobody was born on it: write the day of "
                "birth, as 1990-05-17"
            )
        if existing is None:
            after = _add(diary, change, after)
        else:
            _check_against_diary(connection, after)
            edit_person(change, after, diary.references)
        # Ida's profile may be set while another diary is open: `b12 undo --person Ida` must find
        # it, and the undo of the other one must not take Ida away.
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
    with diary.database.change(diary.person.id) as change:
        person = _today(change.connection, diary)
        _check_phase(person, LifePhase(0, phase, first_day, last_day))
        change.summarize(f"set the {phase.value} of {person.name} from {first_day}")
        same = _starting_on(person, phase, first_day)
        if same is not None:
            edit_phase(change, person.id, replace(same, last_day=last_day), diary.references)
        else:
            add_phase(change, person.id, LifePhase(0, phase, first_day, last_day), diary.references)
    return read_profile(diary, person.name)


def remove_life_phase(diary: Diary, phase: Phase, first_day: date) -> Profile:
    """Takes a pregnancy or a lactation out.

    Raises:
        TrackerError: none of that kind starts on that day.
    """
    with diary.database.change(diary.person.id) as change:
        person = _today(change.connection, diary)
        same = _starting_on(person, phase, first_day)
        if same is None:
            raise NotFoundError(f"no {phase.value} of {person.name} starts on {first_day}")
        change.summarize(f"removed the {phase.value} of {person.name} from {first_day}")
        remove_phase(change, person.id, same.id, diary.references)
    return read_profile(diary, person.name)


def _today(connection: Connection, diary: Diary) -> Person:
    """The diary's person as they are now: the open diary's may be older than another's edit.

    Raises:
        NotFoundError: they were taken out meanwhile.
    """
    person = person_by_id(connection, diary.person.id)
    if person is None:
        raise NotFoundError(f"{diary.person.name} is no longer in this diary")
    return person


def _find(connection: Connection, diary: Diary, name: str | None) -> Person | None:
    if name is None:
        return _today(connection, diary)
    wanted = name.strip().casefold()
    everybody = list_people(connection)
    return next((person for person in everybody if person.name.casefold() == wanted), None)


def _changed(
    diary: Diary, connection: Connection, person: Person, changes: ProfileChanges
) -> Person:
    if isinstance(changes.standard, str):
        _refuse_unknown_standard(diary, changes.standard)
    after = set_fields(
        person,
        name=cleaned(changes.rename, lambda name: _free_name(connection, name)),
        born=changes.born,
        sex=changes.sex,
        diet=changes.diet,
        standard=changes.standard,
        day_starts=changes.day_starts,
    )
    # Against who the person is now: that none overlaps another was seen to when each was added.
    for phase in after.phases:
        _check_phase(replace(after, phases=()), phase)
    return after


def _refuse_unknown_standard(diary: Diary, standard: str) -> None:
    known = diary.library.standards()
    if standard not in known:
        raise TrackerError(f"{standard!r} is no standard: write one of {', '.join(known)}")


def _free_name(connection: Connection, name: str) -> str:
    clean = clean_name(name, "the name")
    if any(person.name.casefold() == clean.casefold() for person in list_people(connection)):
        raise TrackerError(f"there already is a person called {clean}")
    return clean


def _add(diary: Diary, change: Change, person: Person) -> Person:
    added = replace(person, id=add_person(change, person, diary.references))
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


def _check_phase(person: Person, phase: LifePhase) -> None:
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


def _starting_on(person: Person, phase: Phase, first_day: date) -> LifePhase | None:
    starting = (one for one in person.phases if one.first_day == first_day)
    return next((one for one in starting if one.phase is phase), None)


def _profile(connection: Connection, diary: Diary, person: Person, current_id: int) -> Profile:
    spans = targets_between(connection, person, diary.today, diary.today)
    target = spans[0].target if spans else None
    return Profile(
        person, person.id == current_id, target, tuple(factors_of(connection, person.id))
    )
