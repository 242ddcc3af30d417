"""Intakes, and what a day or a week of them adds up to."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from tracker.language.days import IsoWeek
from tracker.language.measures import measure_named
from tracker.language.quantities import quantity_text
from tracker.nutrition.amounts import (
    ContentRange,
    IntakeTotal,
    PercentRange,
    total,
)
from tracker.nutrition.diary.when import MINUTES_A_DAY, MINUTES_AN_HOUR, Occasion, When
from tracker.nutrition.people.person import Person
from tracker.nutrition.people.targets import Target
from tracker.nutrition.supplements.supplement import CobalaminForm, Route


class IntakeKind(StrEnum):
    """Eaten, or taken."""

    FOOD = "food"
    SUPPLEMENT = "supplement"


@dataclass(frozen=True)
class Intake:
    """Something eaten or taken: what it was, what it was worth when it was logged, and when.

    `content` in µg is `None` where not known; `fortified_mcg` is the part of its best value
    that was added to the food (crystalline), zero for a supplement.
    """

    kind: IntakeKind
    name: str
    quantity: Fraction
    portion: str | None
    content: ContentRange | None
    when: When
    grams: Decimal | None = None
    fortified_mcg: Decimal = Decimal(0)
    form: CobalaminForm | None = None
    route: Route | None = None
    source: str = ""
    food_key: str | None = None
    supplement_key: str | None = None
    id: int = 0

    def on(self, day: date) -> Intake:
        """The same on another day."""
        return replace(self, when=replace(self.when, day=day))

    @property
    def day(self) -> date:
        """The person's day on which it was."""
        return self.when.day

    @property
    def time(self) -> datetime.time | None:
        """The time of day, `None` where nobody noted one."""
        return self.when.time

    @property
    def occasion(self) -> Occasion | None:
        """The meal, `None` where nobody noted one."""
        return self.when.occasion

    @property
    def note(self) -> str | None:
        """The person's remark."""
        return self.when.note

    @property
    def wording(self) -> str:
        """How much of what, as a person reads it: `2 × egg, large`, `85 g tuna`.

        A route other than swallowing is told, since it is easily mistaken.
        """
        route = self.route.value if self.route not in (None, Route.ORAL) else ""
        told = not route or route == self.portion or route in self.name
        return self._amount_and_name if told else f"{self._amount_and_name}, {route}"

    @property
    def _amount_and_name(self) -> str:
        amount = quantity_text(self.quantity)
        if self.portion is None:
            return self.name if self.quantity == 1 else f"{amount} × {self.name}"
        if self.portion == "µg" or measure_named(self.portion):
            several = "s" if self.quantity > 1 and self.portion in {"cup", "pint"} else ""
            return f"{amount} {self.portion}{several} {self.name}"
        return f"{amount} × {self.name}, {self.portion}"

    @property
    def best_mcg(self) -> Decimal:
        """What is likely in it, in µg; 0 where it is not known."""
        return self.content.best if self.content else Decimal(0)


@dataclass(frozen=True)
class DaySummary:
    """A person's day against its target."""

    day: date
    target: Target | None
    intakes: tuple[Intake, ...]

    @property
    def recorded(self) -> bool:
        """Whether anything was logged: a day without a record is unknown, not zero."""
        return bool(self.intakes)

    @cached_property
    def total(self) -> IntakeTotal:
        """Everything of the day."""
        return total(intake.content for intake in self.intakes)

    @cached_property
    def food(self) -> IntakeTotal:
        """What was eaten."""
        return self._part(lambda intake: intake.kind is IntakeKind.FOOD)

    @cached_property
    def supplements(self) -> IntakeTotal:
        """What was taken."""
        return self._part(lambda intake: intake.kind is IntakeKind.SUPPLEMENT)

    @property
    def fortified_mcg(self) -> Decimal:
        """The added part of what was eaten, best value."""
        return sum((intake.fortified_mcg for intake in self.intakes), Decimal(0))

    @property
    def food_bound_mcg(self) -> Decimal:
        """The part of what was eaten that is bound in food, best value."""
        return (self.food.best or Decimal(0)) - self.fortified_mcg

    @property
    def percent(self) -> PercentRange:
        """The day's total in percent of its target."""
        return self.total.percent_of(self.target.mcg if self.target else None)

    def _part(self, wanted: Callable[[Intake], bool]) -> IntakeTotal:
        return total(intake.content for intake in self.intakes if wanted(intake))


@dataclass(frozen=True)
class Contribution:
    """What one food or supplement brought over several days, best value."""

    name: str
    kind: IntakeKind
    mcg: Decimal
    times: int


@dataclass(frozen=True)
class Period:
    """A run of days of one person, both ends included, and what they hold."""

    person: Person
    days: tuple[DaySummary, ...]

    @property
    def first_day(self) -> date:
        """The day with which it begins."""
        return self.days[0].day

    @property
    def last_day(self) -> date:
        """The day with which it ends, which belongs to it."""
        return self.days[-1].day

    @property
    def week(self) -> IsoWeek:
        """The ISO week in which it starts."""
        return IsoWeek.of(self.first_day)

    def since(self, first_day: date) -> Period:
        """The period from `first_day` on, which must be one of its days."""
        return Period(self.person, self.days[(first_day - self.first_day).days :])

    @property
    def recorded(self) -> list[DaySummary]:
        """The days with a record."""
        return [day for day in self.days if day.recorded]

    @cached_property
    def mean(self) -> IntakeTotal:
        """The mean over the recorded days, in µg a day; `best` is `None` where nothing is known.

        What is not known adds nothing, so that with `not_known` above zero it is "at least".
        """
        totals = [day.total for day in self.recorded]
        is_known = any(one.best is not None for one in totals)
        highs = [one.high for one in totals if one.high is not None]
        return IntakeTotal(
            low=_mean(one.low for one in totals) or Decimal(0),
            best=_mean(one.best or Decimal(0) for one in totals) if is_known else None,
            high=_mean(highs) if len(highs) == len(totals) else None,
            not_known=self.not_known,
        )

    @property
    def mean_target_mcg(self) -> Decimal | None:
        """The mean target over the recorded days, with which the mean intake is compared."""
        return _mean(day.target.mcg if day.target else None for day in self.recorded)

    @property
    def not_known(self) -> int:
        """How many intakes are of unknown content."""
        return sum(day.total.not_known for day in self.days)

    @property
    def targets(self) -> list[Target]:
        """The targets that applied, in the order of their first day."""
        return list(dict.fromkeys(day.target for day in self.days if day.target))

    @property
    def contributions(self) -> list[Contribution]:
        """What brought how much, largest first; what brought nothing is left out."""
        return _contributions([intake for day in self.days for intake in day.intakes])


def _mean(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) / len(known) if known else None


def _contributions(intakes: Sequence[Intake]) -> list[Contribution]:
    groups: dict[tuple[str, IntakeKind], list[Intake]] = {}
    for intake in intakes:
        groups.setdefault((intake.name, intake.kind), []).append(intake)
    brought = [
        Contribution(name, kind, sum((one.best_mcg for one in group), Decimal(0)), len(group))
        for (name, kind), group in groups.items()
    ]
    return sorted((one for one in brought if one.mcg > 0), key=lambda one: (-one.mcg, one.name))


def in_order_of_the_day(intakes: Iterable[Intake], day_starts: int = 0) -> list[Intake]:
    """Intakes as the day went: untimed ones by occasion, then as they were logged.

    Times before the hour `day_starts` come after midnight, at the end.
    """

    def place(intake: Intake) -> tuple[bool, int, int]:
        minute = intake.when.minute
        if minute is None:
            return (True, 0, intake.id)
        return (False, (minute - day_starts * MINUTES_AN_HOUR) % MINUTES_A_DAY, intake.id)

    return sorted(intakes, key=place)
