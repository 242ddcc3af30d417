"""Finds which supplement and what dose a wording means."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from tracker.errors import NotFoundError, TrackerError
from tracker.language.names import clean_name, search_words
from tracker.language.nearest import nearest_names
from tracker.language.numbers import refuse_thousands
from tracker.language.quantities import parse_named_freely, quantity_text
from tracker.nutrition.amounts import micrograms, nanograms
from tracker.nutrition.supplements.supplement import (
    UNITS,
    Dose,
    Supplement,
    describe_plain_b12,
    dose_of,
    is_mass,
    mass_mcg,
    route_of,
    unit_fits,
)
from tracker.services.choosing import pick
from tracker.services.supplements.products import Products

_STRENGTH = re.compile(r"(?<!\S)(?P<number>\d+(?:[.,]\d+)?)\s*(?P<mass>[a-zA-Zµμ]+)(?!\S)")

MOST_UNITS = 10
"""Above it an amount of a product, as in “1000 mcg veg1”, is rather a slip of the strength."""


def find_dose(products: Products, item: str) -> Dose:
    """The dose that an item such as `2 tablets veg1` or `1000 mcg cyanocobalamin` means.

    Raises:
        NotFoundError: no supplement has such a name; the nearest are in the message.
        AmbiguousError: several supplements fit and nobody can be asked.
        TrackerError: a quantity or unit that makes no sense.
    """
    item = clean_name(item, "the item")
    # As a name first: a number in it (“B12 1000”) must not be read as how many.
    named = products.named(item)
    if len(named) == 1:
        return dose_of(named[0], Fraction(1))
    # “cyano 1000” says a strength without its unit, not a thousand tablets.
    phrase = parse_named_freely(item)
    first, _, rest = phrase.words.partition(" ")
    if phrase.quantity is not None and is_mass(first):
        return _dose_by_amount(products, mass_mcg(phrase.quantity, first), rest, item)
    quantity = phrase.quantity or Fraction(1)
    return (
        _dose_of_product(products, quantity, phrase.words)
        or _dose_by_strength(quantity, phrase.words)
        or _dose_of_similar(products, quantity, phrase.words)
    )


def _dose_by_amount(products: Products, mcg: Fraction, rest: str, item: str) -> Dose:
    """`1000 mcg cyanocobalamin`, `25 mcg veg1`, `1000 mcg`."""
    rest = rest.removeprefix("of ")
    named = products.named(rest) if rest else []
    if named:
        return _so_much_of(named[0], mcg)
    plain = describe_plain_b12(rest)
    if plain is None:
        raise _not_found(products, rest)
    dose_mcg = micrograms(nanograms(mcg))
    # The amount reads back as a quantity of micrograms: “1000 µg cyanocobalamin”.
    checked = _checked(dose_mcg, item)
    return Dose(plain.name, mcg, "µg", checked, plain.kept_form, route_of(plain, item))


def _so_much_of(supplement: Supplement, mcg: Fraction) -> Dose:
    quantity = mcg / Fraction(supplement.strength_mcg)
    if quantity > MOST_UNITS:
        raise TrackerError(
            f"{float(mcg):g} µg would be {quantity_text(quantity)} × {supplement.name}, "
            f"{supplement.unit}: write the number of them if that is right"
        )
    return dose_of(supplement, quantity)


def _dose_by_strength(quantity: Fraction, words: str) -> Dose | None:
    """`2 tablets 1000 mcg cyanocobalamin`: so many units of a strength that is said."""
    match = next((one for one in _STRENGTH.finditer(words) if is_mass(one["mass"])), None)
    if match is None:
        return None
    refuse_thousands(words[match.start() :])
    plain = describe_plain_b12(words[: match.start()] + " " + words[match.end() :])
    if plain is None:
        return None
    strength = mass_mcg(Fraction(match["number"].replace(",", ".")), match["mass"])
    dose_mcg = micrograms(nanograms(quantity * strength))
    shown = f"{plain.name} {micrograms(nanograms(strength)).normalize():f} µg"
    unit = plain.unit or "tablet"
    checked = _checked(dose_mcg, words)
    return Dose(shown, quantity, unit, checked, plain.kept_form, route_of(plain, words))


def _dose_of_product(products: Products, quantity: Fraction, words: str) -> Dose | None:
    for unit, name in _readings(words):
        named = products.named(name)
        if named:
            supplement = named[0] if len(named) == 1 else pick(name, named, products.choose)
            return dose_of(_with_unit(supplement, unit), quantity)
    return None


def _dose_of_similar(products: Products, quantity: Fraction, words: str) -> Dose:
    supplements = products.every()
    for unit, name in _readings(words):
        wanted = set(search_words(name))
        found = [one for one in supplements if wanted and wanted <= _words_of(one)]
        if found:
            supplement = pick(name, found, products.choose)
            return dose_of(_with_unit(supplement, unit), quantity)
    raise _not_found(products, words)


def _words_of(supplement: Supplement) -> set[str]:
    """The words by which a supplement may be meant: names, form, route, unit and B12 itself."""
    said = (
        supplement.name,
        *supplement.aliases,
        supplement.form.value,
        supplement.route.value,
        supplement.unit,
        "vitamin b12",
    )
    return {word for text in said for word in search_words(text)}


def _readings(words: str) -> list[tuple[str | None, str]]:
    """The whole as a name, then with a unit before or after it."""
    readings: list[tuple[str | None, str]] = [(None, words)]
    first, _, rest = words.partition(" ")
    if rest and UNITS.get(first):
        readings.append((UNITS.get(first), rest.removeprefix("of ")))
    before, _, last = words.rpartition(" ")
    if before and UNITS.get(last):
        readings.append((UNITS.get(last), before))
    return readings


def _with_unit(supplement: Supplement, unit: str | None) -> Supplement:
    if unit is None or unit_fits(supplement, unit):
        return supplement
    raise TrackerError(f"{supplement.name} comes as {supplement.unit}, not as {unit}")


def _checked(dose_mcg: Decimal, item: str) -> Decimal:
    if dose_mcg <= 0:
        raise TrackerError(f"“{item}” is less than a nanogram")
    return dose_mcg


def _not_found(products: Products, words: str) -> NotFoundError:
    nearest = nearest_names(words, products.names())
    return NotFoundError(
        f"no supplement is called “{words}”: add it with `b12 supplement add NAME --strength MCG`, "
        "or say a dose such as “1000 mcg cyanocobalamin”",
        nearest,
    )


def says_a_dose(name: str) -> bool:
    """Whether a name would be read as an amount, such as “25 mcg” or “1 mg cyano”."""
    match = _STRENGTH.match(name)
    return match is not None and is_mass(match["mass"])
