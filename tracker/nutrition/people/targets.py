"""Which reference intake applies to a person on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from tracker.language.days import FIRST_DAY, LAST_DAY
from tracker.nutrition.people.factors import Factor
from tracker.nutrition.people.person import Person, Phase, completed_months, date_after_months

WITHOUT_BIRTHDAY_MONTHS = 30 * 12
"""Who gives no day of birth counts as 30: in the middle of the adults of every standard, and
before 51, from which some have another row."""
LONGEST_LIFE_MONTHS = 130 * 12
FERTILE_YEARS = (14, 51)
"""The ages, half-open, for which tables have rows for pregnancy and lactation (IOM 1998)."""


@dataclass(frozen=True)
class ReferenceIntake:
    """A row of a standard: µg a day for ages from `from_months` to before `to_months`.

    `kind` is RDA, AI or RNI; an AI stands where no RDA could be set. `confidence` is P, S, C or
    U, the last meaning unverified. Source: named in each row.
    """

    standard: str
    life_stage: str
    phase: Phase
    from_months: int | None
    to_months: int | None
    kind: str
    amount_mcg: Decimal
    confidence: str
    source: str
    note: str = ""

    def covers_age(self, months: int) -> bool:
        """Whether an age in completed months lies in its band."""
        if self.phase is not Phase.NONE or self.from_months is None:
            return False
        return self.from_months <= months and (self.to_months is None or months < self.to_months)


@dataclass(frozen=True)
class Target:
    """The reference intake of one person on one day."""

    mcg: Decimal
    kind: str
    life_stage: str
    standard: str
    unverified: bool = False
    note: str = ""

    @classmethod
    def from_row(cls, row: ReferenceIntake) -> Target:
        """The target that a row of a standard sets."""
        unverified = row.confidence == "U"
        return cls(row.amount_mcg, row.kind, row.life_stage, row.standard, unverified)


@dataclass(frozen=True)
class Profile:
    """A person, whether they are the current one, their target today and their factors."""

    person: Person
    is_current: bool
    target: Target | None
    factors: tuple[Factor, ...] = ()


@dataclass(frozen=True)
class TargetSpan:
    """A run of days on which the same target applies, both included."""

    first_day: date
    last_day: date
    target: Target


def target_on(person: Person, day: date, table: Sequence[ReferenceIntake]) -> Target | None:
    """The target of a person on a day, or `None` where their standard has no row.

    Pregnancy and lactation count beside the age, and the largest applies: no standard has a row
    for both at once. Without a day of birth the person counts as an adult.
    """
    # A pregnancy that is kept for a day before birth is a slip, and sets no target.
    if not person.lived_on(day):
        return None
    rows = [row for row in table if row.standard == person.standard]
    by_age = _by_age(person, day, rows)
    running = {phase.phase for phase in person.phases if phase.covers(day)}
    by_phase = [Target.from_row(row) for row in rows if row.phase in running]
    # The phase first: `max` takes the first of equals, and in the UK both set 1.5 µg (COMA 1991).
    candidates = by_phase + ([by_age] if by_age else [])
    if not candidates:
        return None
    largest = max(candidates, key=lambda target: target.mcg)
    return replace(largest, note=_phase_note(person, day)) if largest in by_phase else largest


def _by_age(person: Person, day: date, rows: Sequence[ReferenceIntake]) -> Target | None:
    months = WITHOUT_BIRTHDAY_MONTHS if person.born is None else completed_months(person.born, day)
    row = next((row for row in rows if row.covers_age(months)), None)
    if row is None:
        return None
    target = Target.from_row(row)
    return replace(target, life_stage="adult") if person.born is None else target


def _phase_note(person: Person, day: date) -> str:
    if person.born is None:
        return ""
    years = completed_months(person.born, day) // 12
    if FERTILE_YEARS[0] <= years < FERTILE_YEARS[1]:
        return ""
    # Without the age: a note that changes at every birthday would end a run of days.
    return "the reference has a row for this at 14 to 50 years only; that row is used"


def target_spans(person: Person, table: Sequence[ReferenceIntake]) -> list[TargetSpan]:
    """A person's whole life as runs of days with one target each, in order.

    Days without a target (before birth, or ages that the standard leaves out) are in no span.
    """
    turns = _turning_days(person, table)
    spans: list[TargetSpan] = []
    for first_day, next_turn in pairwise(turns):
        target = target_on(person, first_day, table)
        if target is not None:
            spans.append(TargetSpan(first_day, next_turn - timedelta(days=1), target))
    return spans


def _turning_days(person: Person, table: Sequence[ReferenceIntake]) -> list[date]:
    """Every day on which the target may change, the first and the end of all included."""
    if person.born is None:
        first, end = FIRST_DAY, LAST_DAY + timedelta(days=1)
        turns = {first, end}
    else:
        first = person.born
        end = date_after_months(first, LONGEST_LIFE_MONTHS)
        bands = {row.from_months for row in table} | {row.to_months for row in table}
        ages = {months for months in bands if months is not None}
        # The note on pregnancy changes with the fertile years, so these days turn it as well.
        ages |= {years * 12 for years in FERTILE_YEARS} if person.phases else set()
        turns = {first, end} | {date_after_months(first, months) for months in ages}
    for phase in person.phases:
        turns.add(phase.first_day)
        if phase.last_day is not None:
            turns.add(phase.last_day + timedelta(days=1))
    return sorted(day for day in turns if first <= day <= end)
