"""Rows of a library file as the types of nutrition.

A word or a figure that no build writes raises ValueError or ArithmeticError.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tracker.library.files import layout
from tracker.library.ranking import Candidate
from tracker.nutrition.amounts import content_of_nanograms, micrograms, of_milli
from tracker.nutrition.foods.collection import Collection
from tracker.nutrition.foods.content import Basis, FoodContent
from tracker.nutrition.foods.food import Food, FoodDiet, Portion
from tracker.nutrition.people.person import Phase
from tracker.nutrition.people.targets import ReferenceIntake
from tracker.nutrition.supplements.supplement import CobalaminForm, Route, Supplement

Row = tuple[Any, ...]


def candidate_of(row: Row, collections: Mapping[str, Collection]) -> Candidate:
    """A name that was found."""
    key, name, search_key, collection = row
    return Candidate(key, name, search_key, _named(collections, collection).tier)


def food_of(
    row: Row,
    names: Sequence[Row],
    portions: Sequence[Row],
    collections: Mapping[str, Collection],
) -> Food:
    """A food with its names and portions."""
    stated = dict(zip(("id", *layout.FOOD_COLUMNS), row, strict=True))
    added_ng = stated["added_ng"]
    return Food(
        key=stated["key"],
        collection=_named(collections, stated["collection"]),
        name=stated["name"],
        content=FoodContent(
            mcg=content_of_nanograms(stated["low_ng"], stated["best_ng"], stated["high_ng"]),
            per_amount=of_milli(stated["per_amount_thousandths"]),
            per_unit=Basis(stated["per_unit"]),
            added_mcg=None if added_ng is None else micrograms(added_ng),
            fortified=bool(stated["fortified"]),
            **{name: stated[name] for name in ("flag", "printed", "source", "source_id")},
        ),
        portions=tuple(
            Portion(name, of_milli(weight), of_milli(volume), bool(usual))
            for name, weight, volume, usual in portions
        ),
        aliases=tuple(name for (name,) in names if name != stated["name"]),
        group=stated["category"],
        diet=FoodDiet(stated["diet"]),
        state=stated["state"],
        market=stated["market"],
        note=stated["note"],
    )


def supplement_of(row: Row, names: Sequence[str]) -> Supplement:
    """A product with its names."""
    stated = dict(zip(("id", *layout.SUPPLEMENT_COLUMNS), row, strict=True))
    return Supplement(
        id=0,
        key=stated["key"],
        name=stated["name"],
        strength_mcg=micrograms(stated["strength_ng"]),
        unit=stated["unit"],
        form=CobalaminForm(stated["form"]),
        route=Route(stated["route"]),
        aliases=tuple(name for name in names if name != stated["name"]),
        **{name: stated[name] for name in ("source", "source_id", "note")},
    )


def reference_of(row: Row) -> ReferenceIntake:
    """A row of a standard."""
    stated = dict(zip(layout.REFERENCE_COLUMNS, row, strict=True))
    return ReferenceIntake(
        phase=Phase(stated["phase"]),
        amount_mcg=micrograms(stated["amount_ng"]),
        **{
            name: stated[name]
            for name in layout.REFERENCE_COLUMNS
            if name not in ("phase", "amount_ng")
        },
    )


def _named(collections: Mapping[str, Collection], name: str) -> Collection:
    if name not in collections:
        raise ValueError(f"of a table {name!r} that its file does not hold")
    return collections[name]
