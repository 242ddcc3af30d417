"""Keeps people: who they are, and whose diary it is where nobody is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from tracker.errors import NotFoundError, TrackerError
from tracker.language.names import clean_name
from tracker.nutrition.people.life_phases import check_phase
from tracker.nutrition.people.person import Diet, Person, Sex
from tracker.nutrition.people.targets import Profile
from tracker.services.keeping import Cleared, Kind, cleaned, set_fields
from tracker.services.opening import Diary, person_named
from tracker.store.journal import Change
from tracker.store.records.factors import factors_of
from tracker.store.records.intakes import INTAKES
from tracker.store.records.people import (
    DEFAULT_NAME,
    add_person,
    count_entries,
    current_person_id,
    edit_person,
    list_people,
    make_current,
    person_by_id,
    remove_person,
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
            _people(diary).rewrite(change, existing, after)
        # Ida's profile may be set while another diary is open: `b12 undo --person Ida` must find
        # it, and the undo of the other one must not take Ida away.
        change.belongs_to(after.id)
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


def remove_profile(diary: Diary, name: str, *, anyway: bool) -> Person:
    """Takes a person out, and with them all that is kept of them; `undo` brings it all back.

    Raises:
        NotFoundError: there is nobody of that name.
        TrackerError: it is the current person, or, without `anyway`, something is kept of them.
    """
    with diary.database.change(diary.person.id) as change:
        connection = change.connection
        people = _people(diary)
        person = people.find(connection, diary, name)
        current = current_person_id(connection)
        if person.id == current:
            raise _is_current(connection, person)
        kept = _counted(count_entries(connection, person.id))
        if kept and not anyway:
            raise TrackerError(
                f"{person.name} has {kept}: add --anyway to take all of it out with the person"
            )
        change.summarize(f"removed {person.name}" + (f" with {kept}" if kept else ""))
        # Of somebody who stays, so that `b12 undo --person` can name them; of the current person,
        # so that an undo of how they became so takes this back first, and whoever is current then
        # is there again.
        change.belongs_to(current)
        people.take_out(change, person)
    return person


def person_now(connection: Connection, diary: Diary) -> Person:
    """The diary's person as they are now: the open diary's may be older than another's edit.

    Raises:
        NotFoundError: they were taken out meanwhile.
    """
    person = person_by_id(connection, diary.person.id)
    if person is None:
        raise NotFoundError(f"{diary.person.name} is no longer in this diary")
    return person


def _is_current(connection: Connection, person: Person) -> TrackerError:
    if len(list_people(connection)) == 1:
        return TrackerError(
            f"{person.name} is the only person of this diary, and every diary is somebody's: "
            "`b12 profile set --rename NAME` gives another name, `--db FILE` begins another diary"
        )
    return TrackerError(
        f"{person.name} is the current person: make it somebody else first, with "
        "`b12 profile use NAME`"
    )


def _counted(entries: Mapping[str, int]) -> str:
    """`12 intakes, 1 blood test`, empty where there is nothing."""
    held = ((count, word) for word, count in entries.items() if count)
    return ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in held)


def _find(connection: Connection, diary: Diary, name: str | None) -> Person | None:
    if name is None:
        return person_now(connection, diary)
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
        check_phase(replace(after, phases=()), phase)
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
    change.summarize(f"added {person.name}")
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


def _profile(connection: Connection, diary: Diary, person: Person, current_id: int) -> Profile:
    spans = targets_between(connection, person, diary.today, diary.today)
    target = spans[0].target if spans else None
    return Profile(
        person, person.id == current_id, target, tuple(factors_of(connection, person.id))
    )


def _people(diary: Diary) -> Kind[str, Person]:
    return Kind(
        lambda connection, _diary, name: person_named(list_people(connection), name),
        lambda person: f"the profile of {person.name}",
        lambda change, person: edit_person(change, person, diary.references),
        lambda change, person: remove_person(change, person.id),
    )
