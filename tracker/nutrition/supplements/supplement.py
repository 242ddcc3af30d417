"""Supplements: forms, routes, strengths and doses."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tracker.errors import TrackerError
from tracker.language.names import search_words
from tracker.nutrition.amounts import micrograms, nanograms


class CobalaminForm(StrEnum):
    """The compound on the label; all are counted alike (facts: none is proven better)."""

    CYANOCOBALAMIN = "cyanocobalamin"
    METHYLCOBALAMIN = "methylcobalamin"
    HYDROXOCOBALAMIN = "hydroxocobalamin"
    ADENOSYLCOBALAMIN = "adenosylcobalamin"
    NOT_STATED = "not stated"


class Route(StrEnum):
    """The way into the body."""

    ORAL = "oral"
    SUBLINGUAL = "sublingual"
    NASAL = "nasal"
    INJECTION = "injection"


@dataclass(frozen=True)
class Supplement:
    """A product; `strength_mcg` is the µg of B12 in one unit (a tablet, a drop, a spray).

    `key` is what a product of the library is known by in every diary.
    """

    id: int
    name: str
    strength_mcg: Decimal
    unit: str
    form: CobalaminForm
    route: Route
    own: bool = False
    aliases: tuple[str, ...] = ()
    source: str = ""
    source_id: str = ""
    note: str = ""
    key: str = ""


@dataclass(frozen=True)
class Dose:
    """So much of a supplement, or of plain B12 where `supplement` is `None`."""

    name: str
    quantity: Fraction
    unit: str
    dose_mcg: Decimal
    form: CobalaminForm
    route: Route
    supplement: Supplement | None = None


def dose_of(supplement: Supplement, quantity: Fraction) -> Dose:
    """So many units of a supplement."""
    return Dose(
        supplement.name,
        quantity,
        supplement.unit,
        micrograms(nanograms(Fraction(supplement.strength_mcg) * quantity)),
        supplement.form,
        supplement.route,
        supplement,
    )


UNITS = ("tablet", "capsule", "lozenge", "drop", "spray", "injection", "gummy", "sachet", "ml")
_UNIT_WORDS = {unit: unit for unit in UNITS} | {
    "pill": "tablet", "tab": "tablet", "cap": "capsule", "ampoule": "injection",
    "shot": "injection", "pastille": "lozenge", "gummi": "gummy", "puff": "spray",
}  # fmt: skip
_LOOSE_UNITS = {"tablet", "capsule", "lozenge", "gummy"}
"""What people call one another's names; a drop or an injection is not among them."""

_MASS_MCG = {"mcg": 1, "µg": 1, "μg": 1, "ug": 1, "microgram": 1, "mg": 1000, "milligram": 1000}
_FORM_WORDS = {form.value: form for form in CobalaminForm if form is not CobalaminForm.NOT_STATED}
_FORM_WORDS |= {
    "cyano": CobalaminForm.CYANOCOBALAMIN,
    "methyl": CobalaminForm.METHYLCOBALAMIN,
    "hydroxo": CobalaminForm.HYDROXOCOBALAMIN,
    "hydroxy": CobalaminForm.HYDROXOCOBALAMIN,
    "hydroxycobalamin": CobalaminForm.HYDROXOCOBALAMIN,
    "adenosyl": CobalaminForm.ADENOSYLCOBALAMIN,
}
_ROUTE_WORDS = {route.value: route for route in Route} | {
    "injected": Route.INJECTION,
    "intramuscular": Route.INJECTION,
    "im": Route.INJECTION,
    "shot": Route.INJECTION,
    "ampoule": Route.INJECTION,
}
_FILLER_WORDS = {"b12", "b", "12", "vitamin", "of", "a", "as", "by"}


def is_mass(word: str) -> bool:
    """Whether a word is a unit of mass in which doses are given."""
    return _mass(word) is not None


def mass_mcg(quantity: Fraction, word: str) -> Fraction:
    """`quantity` of a mass unit in µg."""
    factor = _mass(word)
    if factor is None:
        raise TrackerError(f"{word!r} is not a unit of mass for a dose: write mcg, µg or mg")
    return quantity * factor


def _mass(word: str) -> int | None:
    plain = word.lower()
    return _MASS_MCG.get(plain) or _MASS_MCG.get(plain.removesuffix("s"))


def unit_named(word: str) -> str | None:
    """The unit of a supplement that a word names, singular or plural."""
    words = search_words(word)
    return _UNIT_WORDS.get(words[0]) if len(words) == 1 else None


def unit_fits(supplement: Supplement, unit: str) -> bool:
    """Whether a unit can mean one unit of a supplement (people call capsules pills)."""
    return unit == supplement.unit or {unit, supplement.unit} <= _LOOSE_UNITS


@dataclass(frozen=True)
class PlainB12:
    """What words such as `methylcobalamin sublingual tablet` say; `None` where they do not."""

    form: CobalaminForm | None
    route: Route | None
    unit: str | None

    @property
    def kept_form(self) -> CobalaminForm:
        """The form as a dose keeps it."""
        return self.form or CobalaminForm.NOT_STATED

    @property
    def name(self) -> str:
        """What it is called where no product is named."""
        return "vitamin B12" if self.form is None else self.form.value


def describe_plain_b12(words: str) -> PlainB12 | None:
    """Form, route and unit from words that name no product, or `None` if a word is none."""
    form: CobalaminForm | None = None
    route: Route | None = None
    unit: str | None = None
    for word in search_words(words):
        form = form or _FORM_WORDS.get(word)
        route = route or _ROUTE_WORDS.get(word)
        unit = unit or _UNIT_WORDS.get(word)
        known = (_FORM_WORDS, _ROUTE_WORDS, _UNIT_WORDS, _FILLER_WORDS)
        if not any(word in vocabulary for vocabulary in known):
            return None
    return PlainB12(form, route, unit)


def route_of(plain: PlainB12, words: str) -> Route:
    """The route that is said, else oral.

    Raises:
        TrackerError: a form or a unit that is used in two ways, without the route.
    """
    if plain.route is not None:
        return plain.route
    if plain.form is CobalaminForm.HYDROXOCOBALAMIN:
        raise TrackerError(f"“{words}”: say the route as well, oral or injection")
    if plain.unit == "spray":
        raise TrackerError(f"“{words}”: say the route as well, oral or nasal")
    return Route.ORAL


def parse_form(text: str) -> CobalaminForm:
    """A form from its name or the short name that people use.

    Raises:
        TrackerError: no form of cobalamin has that name.
    """
    plain = describe_plain_b12(text)
    if text.strip().lower() == CobalaminForm.NOT_STATED.value:
        return CobalaminForm.NOT_STATED
    if plain is None or plain.form is None:
        forms = ", ".join(form.value for form in CobalaminForm)
        raise TrackerError(f"{text[:40]!r} is no form of B12: write one of {forms}")
    return plain.form


def parse_route(text: str) -> Route:
    """A route from its name.

    Raises:
        TrackerError: there is no such route.
    """
    try:
        return Route(text.strip().lower())
    except ValueError:
        routes = ", ".join(route.value for route in Route)
        raise TrackerError(f"{text[:40]!r} is no route: write one of {routes}") from None
