"""An open diary: the database and the person whose days are meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from tracker import clock
from tracker.errors import NotFoundError, TrackerError
from tracker.language.nearest import nearest_names
from tracker.nutrition.people.person import Person, check_lived
from tracker.nutrition.people.targets import ReferenceIntake
from tracker.settings import Settings
from tracker.store.database import Database
from tracker.store.records.people import add_default_person, current_person_id, list_people

if TYPE_CHECKING:
    from tracker.library.opening import Library


@dataclass(frozen=True)
class Diary:
    """What every service works on; `now` is when it was opened, so that midnight parts nothing."""

    database: Database
    person: Person
    now: datetime
    settings: Settings

    @cached_property
    def library(self) -> Library:
        """The foods, supplements and standards beside the diary: opened when first asked for."""
        from tracker.library.opening import open_library

        return open_library(self.settings)

    def references(self, standard: str) -> list[ReferenceIntake]:
        """What a standard sets; it opens the library."""
        return self.library.reference_intakes(standard)

    @property
    def notes(self) -> list[str]:
        """What to tell of the library, where it was opened; more may come with each question."""
        # By `self.library` it would be opened.
        library: Library | None = vars(self).get("library")
        return library.notes if library else []

    @property
    def today(self) -> date:
        """The person's own calendar day."""
        return clock.day_of(self.now, self.person.day_starts)


def open_diary(settings: Settings) -> Diary:
    """Opens the diary that the settings name, for the person whom they name.

    Raises:
        TrackerError: no usable database, or an unknown person.
    """
    database = Database.open(settings.location, may_make_folder=settings.is_default_location)
    now = clock.now()
    with database.read() as connection:
        people = list_people(connection)
    if not people:
        people = _with_default_person(database, settings)
    with database.read() as connection:
        if settings.person_name is None:
            current = current_person_id(connection)
            person = next(person for person in people if person.id == current)
        else:
            person = person_named(people, settings.person_name)
    return Diary(database, person, now, settings)


def _with_default_person(database: Database, settings: Settings) -> list[Person]:
    """Everybody in a diary in which there was nobody yet."""
    from tracker.library.opening import open_library

    with open_library(settings) as library, database.write() as connection:
        # Of two first uses at once, the other may have been quicker.
        if not list_people(connection):
            add_default_person(connection, library.reference_intakes)
        return list_people(connection)


def person_named(people: Sequence[Person], name: str) -> Person:
    """The person of a name, capitals aside.

    Raises:
        NotFoundError: there is nobody of that name.
    """
    for person in people:
        if person.name.casefold() == name.strip().casefold():
            return person
    known = [person.name for person in people]
    raise NotFoundError(
        f"there is no person “{name[:40]}” in this diary (known: {', '.join(known)})",
        nearest_names(name, known),
    )


def check_day(diary: Diary, day: date, *, anyway: bool) -> None:
    """Refuses days on which the person cannot have eaten.

    Raises:
        TrackerError: the day lies before birth, or in the future without `anyway`.
    """
    check_lived(diary.person, day)
    if not anyway:
        refuse_future(diary, day, "add --anyway if you mean it")


def check_past(diary: Diary, day: date, wanted: str) -> None:
    """Refuses days to come and days before birth; `wanted` is what to give instead.

    Raises:
        TrackerError: the day is one.
    """
    refuse_future(diary, day, f"give {wanted}")
    check_lived(diary.person, day)


def refuse_future(diary: Diary, day: date, advice: str) -> None:
    """Refuses days to come; `advice` is what to do instead.

    Raises:
        TrackerError: the day is one.
    """
    if day > diary.today:
        raise TrackerError(f"{day} is in the future: {advice}")
