"""What an intake is worth: by a food, by a dose, or as a person states it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from tracker.errors import TrackerError
from tracker.language.names import clean_name
from tracker.language.quantities import parse_named_freely
from tracker.nutrition.amounts import (
    IMPLAUSIBLE_GRAMS,
    IMPLAUSIBLE_MCG,
    ContentRange,
    micrograms,
    milli,
    nanograms,
    of_milli,
)
from tracker.nutrition.diary.intake import Intake, IntakeKind
from tracker.nutrition.diary.when import When
from tracker.nutrition.foods.food import EatenAmount, Food, amount_if_known
from tracker.nutrition.foods.label import StatedAmount
from tracker.nutrition.foods.meant import Meant
from tracker.nutrition.supplements.supplement import CobalaminForm, Dose, Route


@dataclass(frozen=True)
class Valued:
    """An intake; `flag` says why the content of its food is not counted, empty where it is.

    `food` is the one by which it was valued, `None` where a person or a dose says the amount.
    `meant` is what was said for it and why it was taken for that food, where words said it.
    """

    intake: Intake
    flag: str = ""
    food: Food | None = None
    meant: Meant | None = None


def food_intake(food: Food, amount: EatenAmount, when: When) -> Valued:
    """So much of a food, eaten then; a flagged content counts as not known."""
    held = food.content
    content = held.counted.times(amount.factor) if held.counted else None
    added = micrograms(nanograms(Fraction(held.added_part_mcg) * amount.factor))
    intake = Intake(
        kind=IntakeKind.FOOD,
        name=food.name,
        quantity=amount.quantity,
        portion=amount.portion,
        content=content,
        when=when,
        grams=of_milli(milli(amount.grams)),
        fortified_mcg=added if content else Decimal(0),
        source=f"{held.provenance}, flagged: not counted" if held.flag else held.provenance,
        food_key=food.key,
    )
    return Valued(intake, held.flag if held.mcg else "", food)


def dose_intake(dose: Dose, when: When) -> Intake:
    """A dose of a supplement, or of plain B12, taken then."""
    supplement = dose.supplement
    return Intake(
        kind=IntakeKind.SUPPLEMENT,
        name=dose.name,
        quantity=dose.quantity,
        portion=dose.unit,
        content=ContentRange.exactly(dose.dose_mcg),
        when=when,
        form=dose.form,
        route=dose.route,
        source=(supplement.source or "label") if supplement else "as stated",
        supplement_key=supplement.key if supplement else None,
    )


def stated_intake(kind: IntakeKind, item: str, stated: StatedAmount, when: When) -> Intake:
    """What is in no table, such as `4 bars`, worth in all what the person says.

    Of a supplement neither form nor route is known; it counts as swallowed.

    Raises:
        TrackerError: a name that cannot be kept, or a quantity that makes no sense.
    """
    # What is named freely may end in a number: “protein bar 2018” is one bar.
    phrase = parse_named_freely(clean_name(item, "the item"))
    is_supplement = kind is IntakeKind.SUPPLEMENT
    return Intake(
        kind=kind,
        name=phrase.words,
        quantity=phrase.quantity or Fraction(1),
        portion=None,
        content=stated.content,
        when=when,
        fortified_mcg=stated.fortified_mcg,
        form=CobalaminForm.NOT_STATED if is_supplement else None,
        route=Route.ORAL if is_supplement else None,
        source=stated.source,
    )


def restated(intake: Intake, stated: StatedAmount) -> Intake:
    """The same intake, worth what the person says."""
    return replace(
        intake,
        content=stated.content,
        source=stated.source,
        fortified_mcg=stated.fortified_mcg,
        # `again` would value it by the table anew, and the person knows better.
        food_key=None,
        supplement_key=None,
    )


def valued_anew(intake: Intake, food: Food) -> Valued | None:
    """An intake worth what its food is worth now; `None` where the food has lost the portion."""
    amount = amount_if_known(food, intake.quantity, intake.portion)
    if amount is None:
        return None
    valued = food_intake(food, amount, intake.when)
    return replace(valued, intake=replace(valued.intake, id=intake.id))


def refuse_implausible(intake: Intake) -> None:
    """Refuses what is a likely slip of the unit or of the finger.

    Raises:
        TrackerError: more than anybody has at once.
    """
    if intake.best_mcg > IMPLAUSIBLE_MCG:
        raise TrackerError(
            f"{intake.best_mcg.normalize():f} µg of B12 is more than anybody has at once; "
            "if that is no slip of the unit (mcg, mg), add --anyway"
        )
    if intake.grams is not None and intake.grams > IMPLAUSIBLE_GRAMS:
        raise TrackerError(
            f"{intake.grams / 1000:.1f} kg of {intake.name} is more than anybody has at once; "
            "if that is no slip, add --anyway"
        )
