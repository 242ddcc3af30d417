"""Ways of taking B12 that are in common use, and what the model makes of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from tracker.errors import TrackerError
from tracker.nutrition.absorption.conditions import is_infant, need_on, obstacle_on, uptake_on
from tracker.nutrition.absorption.model.injections import retained_from_injection_mcg
from tracker.nutrition.absorption.model.oral import (
    AbsorbedRange,
    OralDose,
    Uptake,
    absorbed_range,
)
from tracker.nutrition.absorption.model.windows import WINDOW_MINUTES
from tracker.nutrition.absorption.verdict import Obstacle, Verdict, compare
from tracker.nutrition.diary.intake import DaySummary
from tracker.nutrition.people.factors import Factor
from tracker.nutrition.people.person import Person
from tracker.nutrition.people.targets import Target
from tracker.nutrition.supplements.every import parse_every
from tracker.nutrition.supplements.schedule import DAYS_A_MONTH, Recurrence
from tracker.nutrition.supplements.supplement import CobalaminForm, Route


class Adviser(Enum):
    """Who advises a regimen, or asks about it."""

    VEGAN_SOCIETY = "the Vegan Society"
    ARTICLE = "the article"
    PERSON = "the person"


@dataclass(frozen=True)
class Regimen:
    """So many units of a strength in µg, some hours apart, on each day of a recurrence."""

    name: str
    strength_mcg: Decimal
    recurrence: Recurrence
    units_a_day: int = 1
    form: CobalaminForm = CobalaminForm.NOT_STATED
    route: Route = Route.ORAL
    advised_by: tuple[Adviser, ...] = ()

    @property
    def units_a_month(self) -> float:
        """Units that a mean month of 30.4 days needs."""
        return float(self.units_a_day * DAYS_A_MONTH / self.recurrence.mean_days)

    def absorbed(self, uptake: Uptake) -> AbsorbedRange:
        """The estimate in µg a day, as a mean over the whole cycle."""
        return self._on_its_day(uptake).per_day(float(self.recurrence.mean_days))

    def _on_its_day(self, uptake: Uptake) -> AbsorbedRange:
        strength = float(self.strength_mcg)
        if self.route is Route.INJECTION:
            return AbsorbedRange.point(retained_from_injection_mcg(strength, self.form))
        # As near as two doses can be that do not share a window.
        doses = [
            OralDose(strength, food_bound=False, minute=number * WINDOW_MINUTES, uptake=uptake)
            for number in range(self.units_a_day)
        ]
        return absorbed_range(doses)


@dataclass(frozen=True)
class Outcome:
    """What the model makes of a regimen for one person, in µg a day."""

    regimen: Regimen
    absorbed: AbsorbedRange
    verdict: Verdict


@dataclass(frozen=True)
class Plan:
    """Regimens side by side for one person on one day; the need is in µg a day."""

    person: Person
    target: Target | None
    need_mcg: float | None
    obstacle: Obstacle | None
    factors: tuple[Factor, ...]
    outcomes: tuple[Outcome, ...]


_EVERY_DAY = parse_every("day")
_SOCIETY, _ARTICLE = (Adviser.VEGAN_SOCIETY,), (Adviser.ARTICLE,)

COMMON = (
    Regimen(
        "fortified food, Vegan Society",
        Decimal("1.5"),
        _EVERY_DAY,
        2,
        advised_by=_SOCIETY,
    ),
    Regimen("a low daily dose", Decimal("2.4"), _EVERY_DAY),
    Regimen("daily, Vegan Society", Decimal(10), _EVERY_DAY, advised_by=_SOCIETY),
    Regimen("a medium daily dose", Decimal(100), _EVERY_DAY),
    Regimen("daily, the article's lower end", Decimal(1000), _EVERY_DAY, advised_by=_ARTICLE),
    Regimen("daily, the article's upper end", Decimal(2000), _EVERY_DAY, advised_by=_ARTICLE),
    Regimen("twice a week", Decimal(1000), parse_every("mon,thu")),
    Regimen(
        "weekly, Vegan Society and the article",
        Decimal(2000),
        parse_every("week"),
        advised_by=_SOCIETY + _ARTICLE,
    ),
)
"""The Vegan Society's three, the article's two (its daily one is a range), and some between."""


def plan_for(
    person: Person, day: DaySummary, factors: Sequence[Factor], given: Regimen | None = None
) -> Plan:
    """Common regimens, and a given one before them, for a person's life stage on a day.

    Raises:
        TrackerError: an infant, or the given regimen goes a way that is not estimated.
    """
    if is_infant(person, day.day):
        raise TrackerError(
            "for an infant no regimens are compared: they are those of adults, and the model does "
            "not hold for infants; ask your clinician"
        )
    if given is not None and given.route is Route.NASAL:
        raise TrackerError("nasal B12 is not estimated: no measured uptake is known to the program")
    need = need_on(day.target, factors, day.day)
    obstacle = obstacle_on(person, day.target, factors, day.day)
    uptake = uptake_on(factors, day.day)
    judged_by = need if obstacle is None else None
    regimens = [*([given] if given else []), *COMMON]
    return Plan(
        person=person,
        target=day.target,
        need_mcg=need,
        obstacle=obstacle,
        factors=tuple(one for one in factors if one.is_there_on(day.day)),
        outcomes=tuple(outcome(one, judged_by, uptake) for one in regimens),
    )


def outcome(regimen: Regimen, need_mcg: float | None, uptake: Uptake) -> Outcome:
    """What a regimen comes to against a need in µg a day; without one it is for information.

    Doses more than a month apart are not assessed.
    """
    absorbed = regimen.absorbed(uptake)
    if need_mcg is None or regimen.recurrence.is_too_rare:
        return Outcome(regimen, absorbed, Verdict.NOT_ASSESSED)
    return Outcome(regimen, absorbed, compare(absorbed, need_mcg))
