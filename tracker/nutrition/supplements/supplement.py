"""Supplements: forms, routes, strengths and doses."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tracker.errors import TrackerError
from tracker.language.names import search_words
from tracker.language.vocabulary import Vocabulary
from tracker.nutrition.amounts import micrograms, nanograms


class CobalaminForm(StrEnum):
    """The compound on the label; all are counted alike: none is proven better."""

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


def usual_unit(route: Route) -> str:
    """In what a supplement is counted where nobody says it."""
    return "injection" if route is Route.INJECTION else "tablet"


@dataclass(frozen=True)
class Supplement:
    """A product; `strength_mcg` is the µg of B12 in one unit (a tablet, a drop, a spray).

    `key` is what a product of the library is known by in every diary.
    """

    id: int
    name: str
    strength_mcg: Decimal
    unit: str
    form: CobalaminForm = CobalaminForm.NOT_STATED
    route: Route = Route.ORAL
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


# B-12 falls into the words b and 12.
_FILLER_WORDS = {"b12", "b", "12", "vitamin", "of", "a", "as", "by"}


def _without_fillers(text: str) -> str:
    return " ".join(word for word in search_words(text) if word not in _FILLER_WORDS)


FORMS = Vocabulary(
    "form of B12",
    {
        CobalaminForm.CYANOCOBALAMIN: ("cyanocobalamin", "cyano"),
        CobalaminForm.METHYLCOBALAMIN: ("methylcobalamin", "methyl"),
        CobalaminForm.HYDROXOCOBALAMIN: (
            "hydroxocobalamin",
            "hydroxo",
            "hydroxy",
            "hydroxycobalamin",
        ),
        CobalaminForm.ADENOSYLCOBALAMIN: ("adenosylcobalamin", "adenosyl"),
        CobalaminForm.NOT_STATED: ("not stated",),
    },
    key=_without_fillers,
)
ROUTES = Vocabulary(
    "route",
    {
        Route.ORAL: ("oral",),
        Route.SUBLINGUAL: ("sublingual",),
        Route.NASAL: ("nasal",),
        Route.INJECTION: ("injection", "injected", "intramuscular", "im", "shot", "ampoule"),
    },
)
UNITS: Vocabulary[str] = Vocabulary(
    "unit",
    {
        "tablet": ("tablet", "pill", "tab"),
        "capsule": ("capsule", "cap"),
        "lozenge": ("lozenge", "pastille"),
        "drop": ("drop",),
        "spray": ("spray", "puff"),
        "injection": ("injection", "ampoule", "shot"),
        "gummy": ("gummy", "gummi"),
        "sachet": ("sachet",),
        "ml": ("ml",),
    },
)
"""What one of a supplement is called."""

_LOOSE_UNITS = {"tablet", "capsule", "lozenge", "gummy"}
"""What people call one another's names; a drop or an injection is not among them."""

# Two of them only look alike: the sign of micro (U+00B5) and the Greek letter (U+03BC).
_MASS_MCG = {"mcg": 1, "µg": 1, "μg": 1, "ug": 1, "microgram": 1, "mg": 1000, "milligram": 1000}


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
        meant = (FORMS.get(word), ROUTES.get(word), UNITS.get(word))
        if not any(meant) and word not in _FILLER_WORDS:
            return None
        # The first word of a kind wins: “cyano methyl” is cyanocobalamin with a slip after it.
        form, route, unit = form or meant[0], route or meant[1], unit or meant[2]
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
