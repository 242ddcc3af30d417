"""A person, their life phases, and their age in completed months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.errors import TrackerError


class Sex(StrEnum):
    """As reference tables distinguish it."""

    FEMALE = "female"
    MALE = "male"


class Diet(StrEnum):
    """What a person eats, as far as it matters for B12."""

    OMNIVORE = "omnivore"
    VEGETARIAN = "vegetarian"
    VEGAN = "vegan"


class Phase(StrEnum):
    """What moves a target away from that of the age."""

    NONE = "none"
    PREGNANCY = "pregnancy"
    LACTATION = "lactation"


DEFAULT_STANDARD = "iom-1998"


LONGEST_PREGNANCY_DAYS = 300
"""40 weeks are 280 days, and birth is induced before 42 weeks (294 days) are over."""


@dataclass(frozen=True)
class LifePhase:
    """A pregnancy or a lactation, both days included; without a last day it goes on."""

    id: int
    phase: Phase
    first_day: date
    last_day: date | None = None

    def covers(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def seems_forgotten(self, today: date) -> bool:
        """Whether it goes on for longer than a pregnancy lasts, so that its end may be missing."""
        return self.last_day is None and (today - self.first_day).days > LONGEST_PREGNANCY_DAYS


@dataclass(frozen=True)
class Person:
    """Whose diary it is; without a day of birth the adult target applies."""

    id: int
    name: str
    born: date | None = None
    sex: Sex | None = None
    diet: Diet | None = None
    standard: str = DEFAULT_STANDARD
    day_starts: int = 0
    phases: tuple[LifePhase, ...] = ()

    def lived_on(self, day: date) -> bool:
        """Whether a day does not lie before birth; every day, where that is not known."""
        return self.born is None or self.born <= day


def check_lived(person: Person, day: date) -> None:
    """Refuses days before a person's birth.

    Raises:
        TrackerError: the day is one.
    """
    if not person.lived_on(day):
        raise TrackerError(f"{day} is before {person.name} was born ({person.born})")


def date_after_months(born: date, months: int) -> date:
    """The day on which a person completes so many months.

    Where the month lacks the day of birth it is the first of the next one: a person born on
    29 February turns on 1 March in common years.
    """
    years, month = divmod(born.month - 1 + months, 12)
    year = born.year + years
    try:
        return date(year, month + 1, born.day)
    except ValueError:
        # December has every day, so there is a next month in the same year.
        return date(year, month + 2, 1)


def completed_months(born: date, day: date) -> int:
    """Age in completed months; negative before birth."""
    months = (day.year - born.year) * 12 + day.month - born.month
    return months if day >= date_after_months(born, months) else months - 1


class LifeStage(StrEnum):
    """As far as the estimate and its wording tell people apart by age."""

    INFANT = "infant"
    CHILD = "child"
    ADULT = "adult"
    OLDER = "older adult"


INFANT_BEFORE_MONTHS = 12
ADULT_FROM_MONTHS = 19 * 12
OLDER_FROM_MONTHS = 51 * 12
"""Where the bands of the reference end and begin (IOM 1998): 1, 19 and 51 years."""


def life_stage_on(person: Person, day: date) -> LifeStage:
    """The life stage of a person on a day; an adult, where the day of birth is not known."""
    if person.born is None:
        return LifeStage.ADULT
    months = completed_months(person.born, day)
    if months < INFANT_BEFORE_MONTHS:
        return LifeStage.INFANT
    if months < ADULT_FROM_MONTHS:
        return LifeStage.CHILD
    return LifeStage.ADULT if months < OLDER_FROM_MONTHS else LifeStage.OLDER
