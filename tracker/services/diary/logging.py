"""Logs meals and supplements: all items of a command, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from fractions import Fraction

from tracker import clock
from tracker.errors import TrackerError
from tracker.language.names import clean_name, clean_note
from tracker.language.quantities import parse_phrase
from tracker.nutrition.amounts import (
    IMPLAUSIBLE_GRAMS,
    IMPLAUSIBLE_MCG,
    ContentRange,
    micrograms,
    nanograms,
)
from tracker.nutrition.diary.intake import DaySummary, Intake, IntakeKind, Occasion
from tracker.nutrition.foods.food import Food, Helping
from tracker.nutrition.foods.label import StatedAmount
from tracker.nutrition.supplements.supplement import CobalaminForm, Dose, Route
from tracker.services.choosing import Choose
from tracker.services.diary.reading import summarize_day
from tracker.services.foods.meaning import Answers, find_helping, refuse_forgotten_quotes
from tracker.services.opening import Diary, check_day
from tracker.services.supplements.doses import find_dose
from tracker.store.records.intakes import INTAKES
from tracker.store.records.wordings import remember


@dataclass(frozen=True)
class Details:
    """When an intake was, and what the person says of it; `anyway` insists on what is unusual.

    `accept_flag` is the person's word for a content that is flagged as hard to believe.
    """

    day: date | None = None
    time: time | None = None
    occasion: Occasion | None = None
    note: str | None = None
    anyway: bool = False
    accept_flag: bool = False

    @property
    def kept_note(self) -> str | None:
        """The note as it is kept.

        Raises:
            TrackerError: a note that cannot be kept.
        """
        return None if self.note is None else clean_note(self.note)


@dataclass(frozen=True)
class Logged:
    """What was logged, and the day as it stands after it."""

    intakes: tuple[Intake, ...]
    day: DaySummary
    notes: tuple[str, ...] = ()


def eat(
    diary: Diary,
    items: Sequence[str],
    details: Details,
    stated: StatedAmount | None = None,
    choose: Choose | None = None,
) -> Logged:
    """Logs foods.

    Raises:
        TrackerError: an item is not understood, not found or implausible; nothing is logged.
    """
    if stated is not None:
        return log(diary, [_stated_intake(diary, items, details, stated, IntakeKind.FOOD)])
    answers: Answers = {}
    with diary.database.read() as connection:
        refuse_forgotten_quotes(connection, items)
        helpings = [
            find_helping(connection, item, choose, diary.person.id, answers) for item in items
        ]
    accept = details.accept_flag
    found = [food_intake(food, one, entry_of(diary, details), accept) for food, one in helpings]
    logged = log(diary, [plausible(intake, details) for intake in found], answers)
    flagged = [food for food, _ in helpings if food.flag and food.content and not accept]
    return replace(logged, notes=tuple(_flag_note(food) for food in flagged))


def take(
    diary: Diary,
    items: Sequence[str],
    details: Details,
    stated: StatedAmount | None = None,
    form: CobalaminForm | None = None,
    route: Route | None = None,
    choose: Choose | None = None,
) -> Logged:
    """Logs supplements; `form` and `route` say what the wording does not.

    Raises:
        TrackerError: an item is not understood, not found or implausible; nothing is logged.
    """
    entry = entry_of(diary, details)
    if stated is not None:
        plain = _stated_intake(diary, items, details, stated, IntakeKind.SUPPLEMENT)
        found = [replace(plain, form=CobalaminForm.NOT_STATED, route=Route.ORAL)]
    else:
        with diary.database.read() as connection:
            doses = [find_dose(connection, item, choose) for item in items]
        found = [dose_intake(dose, entry) for dose in doses]
    said = [replace(one, form=form or one.form, route=route or one.route) for one in found]
    return log(diary, [plausible(intake, details) for intake in said])


def food_intake(food: Food, helped: Helping, entry: Intake, accept_flag: bool = False) -> Intake:
    """An intake of a helping, with day, time, occasion and note from `entry`.

    A flagged content counts as not known unless the person accepts it.
    """
    is_held_back = bool(food.flag) and not accept_flag
    known = None if is_held_back else food.content
    content = known.times(helped.factor) if known else None
    added = micrograms(nanograms(Fraction(food.added_part_mcg) * helped.factor))
    return replace(
        entry,
        kind=IntakeKind.FOOD,
        name=food.name,
        quantity=helped.quantity,
        portion=helped.portion,
        content=content,
        grams=None if helped.grams is None else Decimal(round(helped.grams * 1000)) / 1000,
        fortified_mcg=min(added, content.best) if content else Decimal(0),
        source=f"{food.provenance}, flagged: not counted" if is_held_back else food.provenance,
        food_id=food.id,
    )


def _flag_note(food: Food) -> str:
    return (
        f"{food.name} is logged as not known: {food.flag}; to count it anyway, undo and add "
        "--accept-flag, or give the label's amount with --mcg"
    )


def dose_intake(dose: Dose, entry: Intake) -> Intake:
    """An intake of a dose, with day, time, occasion and note from `entry`."""
    supplement = dose.supplement
    return replace(
        entry,
        kind=IntakeKind.SUPPLEMENT,
        name=dose.name,
        quantity=dose.quantity,
        portion=dose.unit,
        content=ContentRange.exactly(dose.dose_mcg),
        form=dose.form,
        route=dose.route,
        source=(supplement.source or "label") if supplement else "as stated",
        supplement_id=supplement.id if supplement else None,
    )


def entry_of(diary: Diary, details: Details) -> Intake:
    """The day, time, occasion and note of what is being logged.

    Something logged with neither day, time nor occasion is being eaten now, and gets this time.

    Raises:
        TrackerError: the day lies before birth, or in the future without `anyway`.
    """
    day = details.day or diary.today
    check_day(diary, day, details.anyway)
    is_now = details.day is None and details.time is None and details.occasion is None
    return Intake(
        kind=IntakeKind.FOOD,
        name="",
        quantity=Fraction(1),
        portion=None,
        content=None,
        day=day,
        time=clock.now().time() if is_now else details.time,
        occasion=details.occasion,
        note=details.kept_note,
    )


def _stated_intake(
    diary: Diary,
    items: Sequence[str],
    details: Details,
    stated: StatedAmount,
    kind: IntakeKind,
) -> Intake:
    if len(items) != 1:
        raise TrackerError("--mcg and --dv are for one item at a time")
    # What is named freely may end in a number: “protein bar 2018” is one bar.
    phrase = parse_phrase(clean_name(items[0], "the item"), bare_number_may_come_last=False)
    intake = replace(
        entry_of(diary, details),
        kind=kind,
        name=phrase.words,
        quantity=phrase.quantity or Fraction(1),
        content=stated.content,
        fortified_mcg=stated.fortified_mcg,
        source=stated.source,
    )
    return plausible(intake, details)


def plausible(intake: Intake, details: Details) -> Intake:
    """The intake, if it is not a likely slip of the unit or of the finger.

    Raises:
        TrackerError: more than anybody has, and the person does not insist.
    """
    if details.anyway:
        return intake
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
    return intake


def log(
    diary: Diary, intakes: Sequence[Intake], answers: Mapping[str, int] | None = None
) -> Logged:
    """Writes intakes as one change, and what the person answered when asked: all or none."""
    with diary.database.change(diary.person.id) as change:
        listed = "; ".join(intake.wording for intake in intakes)
        change.summarize(f"logged {listed} on {intakes[0].day}")
        logged = [
            replace(intake, id=INTAKES.add(change, diary.person.id, intake)) for intake in intakes
        ]
        for wording, food_id in (answers or {}).items():
            remember(change, diary.person.id, wording, food_id)
        day = summarize_day(change.connection, diary.person, intakes[0].day)
    return Logged(tuple(logged), day)
