"""Keeps a person's own supplements beside the shipped ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy import Connection

from tracker.errors import NotFoundError, TrackerError
from tracker.language.names import clean_name, clean_note
from tracker.language.nearest import nearest_names
from tracker.nutrition.amounts import IMPLAUSIBLE_MCG
from tracker.nutrition.keys import own_key
from tracker.nutrition.supplements.supplement import (
    UNITS,
    CobalaminForm,
    Route,
    Supplement,
    usual_unit,
)
from tracker.services.keeping import CLEARED, Cleared, Kind, cleaned, is_new_name, set_fields
from tracker.services.opening import Diary
from tracker.services.supplements.doses import says_a_dose
from tracker.services.supplements.products import Products
from tracker.store.journal import Change
from tracker.store.records import supplements as store


@dataclass(frozen=True)
class SupplementChanges:
    """What is to be set: `None` leaves a value as it is, `CLEARED` takes it out."""

    strength_mcg: Decimal | None = None
    form: CobalaminForm | Cleared | None = None
    route: Route | Cleared | None = None
    unit: str | Cleared | None = None
    note: str | Cleared | None = None
    rename: str | None = None
    anyway: bool = False


def add_supplement(diary: Diary, name: str, changes: SupplementChanges) -> Supplement:
    """Adds a supplement of one's own; it hides a shipped one of the same name.

    Raises:
        TrackerError: no strength, an impossible value, or a name that is taken.
    """
    if changes.strength_mcg is None:
        raise TrackerError("say how much B12 one unit holds: --strength 25 (µg)")
    plain = Supplement(
        id=0,
        name=clean_name(name),
        strength_mcg=changes.strength_mcg,
        unit=usual_unit(changes.route if isinstance(changes.route, Route) else Route.ORAL),
        own=True,
        source="label",
    )
    added = _changed(plain, changes)
    with diary.database.change(diary.person.id) as change:
        _refuse_taken_name(Products(change.connection, diary), added.name)
        change.summarize(f"added {_SUPPLEMENTS.called(added)}")
        supplement_id = store.add_supplement(change, added)
    return replace(added, id=supplement_id, key=own_key(supplement_id))


def edit_supplement(diary: Diary, name: str, changes: SupplementChanges) -> Supplement:
    """Changes a supplement of one's own; past intakes keep what they were worth.

    Raises:
        TrackerError: no such supplement, a shipped one, or an impossible value.
    """

    def changed(change: Change, before: Supplement) -> Supplement:
        after = _changed(before, changes)
        _refuse_taken_name(Products(change.connection, diary), after.name, before.name)
        return after

    return _SUPPLEMENTS.edit(diary, name, changed)


def remove_supplement(diary: Diary, name: str) -> Supplement:
    """Takes a supplement of one's own out; past intakes keep name and amount.

    Raises:
        TrackerError: no such supplement, or a shipped one.
    """
    return _SUPPLEMENTS.remove(diary, name)


def find_supplement(diary: Diary, name: str) -> Supplement:
    """A supplement by its name.

    Raises:
        NotFoundError: there is none of that name.
    """
    with diary.database.read() as connection:
        return _named(Products(connection, diary), name)


def list_supplements(diary: Diary) -> list[Supplement]:
    """Every supplement that can be taken, own ones first."""
    with diary.database.read() as connection:
        return Products(connection, diary).every()


def _named(products: Products, name: str) -> Supplement:
    found = products.named(name)
    if not found:
        nearest = nearest_names(name, products.names())
        raise NotFoundError(f"no supplement is called “{name[:60]}”", nearest)
    return found[0]


def _own(connection: Connection, diary: Diary, name: str) -> Supplement:
    supplement = _named(Products(connection, diary), name)
    if not supplement.own:
        raise TrackerError(
            f"{supplement.name} ships with the program and stays as it is: "
            "add your own with `b12 supplement add`"
        )
    return supplement


def _changed(supplement: Supplement, changes: SupplementChanges) -> Supplement:
    strength = changes.strength_mcg or supplement.strength_mcg
    if changes.strength_mcg == 0:
        raise TrackerError("the strength must be more than zero")
    if strength > IMPLAUSIBLE_MCG and not changes.anyway:
        raise TrackerError(
            f"a strength of {strength.normalize():f} µg is unusual: add --anyway if it is right"
        )
    after = set_fields(
        supplement,
        name=cleaned(changes.rename, clean_name),
        strength_mcg=strength,
        form=changes.form,
        route=changes.route,
        note=cleaned(changes.note, clean_note),
    )
    if changes.unit is CLEARED:
        return replace(after, unit=usual_unit(after.route))
    return set_fields(after, unit=cleaned(changes.unit, UNITS.named))


def _refuse_taken_name(products: Products, name: str, before: str | None = None) -> None:
    if not is_new_name(name, before):
        return
    if says_a_dose(name):
        raise TrackerError(f"“{name}” reads as a dose: give a name that is none")
    if any(one.own for one in products.named(name)):
        raise TrackerError(
            f"there already is a supplement called {name}: change it with `b12 supplement edit`"
        )


_SUPPLEMENTS = Kind(
    _own,
    lambda supplement: f"the supplement {supplement.name}",
    store.edit_supplement,
    store.retire_supplement,
)
