"""Who eats a food of USDA's tables: derived from its name, its category and what it holds.

USDA does not say whether a food is vegan, so rules do. They err on one side: `vegan` only where
that is clear, `vegetarian` where at most milk, egg or honey can be in it, `other` for what holds
a part of an animal and for everything that is not sure. In this order:

1. Plants that sound like animals (peanut butter, kidney beans, oyster mushroom) and what the food
   is without ("no cheese") are taken out of the name.
2. A word for an animal, a part of one or what is made with it (broth, gelatin), or a category of
   meat or fish: `other`; foods that only are named after meat ("meatless") are `vegetarian`.
3. `vegan` is what has no word for milk, egg, honey or unsaid fat, holds no cholesterol and no B12
   that nobody added, and is in a category of plants or on the list of vegan names of its category.
   Fungi and ferments make a trace of B12 themselves, and makers add it to drinks and cereals.
4. The rest is `vegetarian` in categories without meat, and in dishes whose name tells that they
   are made without; else `other`, as are soups that may hold broth and beans that may hold lard.

Bone char, isinglass, vitamin D3 and other traces of processing are not considered: the tables do
not hold them.
"""

from __future__ import annotations

import re
from decimal import Decimal

import usda_words as words

VEGAN = "vegan"
VEGETARIAN = "vegetarian"
OTHER = "other"


def diet_of(
    name: str, category: str, natural_ng: int | None, cholesterol_mg: Decimal | None = None
) -> str:
    """`vegan`, `vegetarian` or `other`.

    `natural_ng` is the B12 in 100 g that was not added, nanograms; None is not known.
    """
    text = name.lower()
    rest = words.ONLY_OF_MILK.sub(" ", words.PLANT.sub(" ", text))
    is_mock = words.MOCK.search(text) is not None and not words.STILL_BROTH_OR_LARD.search(text)
    if not is_mock and (words.ANIMAL.search(rest) or words.ANIMAL_CATEGORIES.match(category)):
        return OTHER
    is_plant = words.MEATLESS_PLANTS.search(text) is not None
    is_plant = is_plant or (not is_mock and _is_plant(text, rest, category))
    has_milk_or_egg = words.MILK_OR_EGG.search(rest) is not None
    if is_plant and not has_milk_or_egg and not _holds_animal(text, natural_ng, cholesterol_mg):
        return VEGAN
    return VEGETARIAN if is_mock or _is_without_meat(rest, category) else OTHER


def _is_plant(text: str, rest: str, category: str) -> bool:
    if words.NOT_VEGAN_BRANDS.search(text) or words.DAIRY_AND_EGGS.match(category):
        return False
    is_listed = any(
        re.match(categories, category) and names.search(text)
        for categories, names in words.VEGAN_ON_LISTS
    )
    return is_listed or (
        words.PLANTS.match(category) is not None and not words.NEVER_SURE.search(rest)
    )


def _is_without_meat(rest: str, category: str) -> bool:
    if words.BEANS.match(category) and words.WITH_FAT.search(rest):
        return False
    if words.SOUP.search(rest) or words.SOUP.match(category):
        return words.MEATLESS_SOUP.search(rest) is not None
    if words.NEVER_SURE.search(rest) or not words.PLAIN.match(category):
        return words.MEATLESS_DISH.search(rest) is not None
    return True


def _holds_animal(text: str, natural_ng: int | None, cholesterol_mg: Decimal | None) -> bool:
    if (cholesterol_mg or 0) > 0:
        return True
    explained = words.SELF_MADE.search(text) or words.OFTEN_FORTIFIED.search(text)
    return (natural_ng or 0) > 0 and explained is None


def is_fortified(
    name: str, category: str, diet: str, best_ng: int | None, added_ng: int | None
) -> bool:
    """Whether B12 was added: USDA says so, or a food of plants holds more than it can make.

    Amounts are nanograms in 100 g.
    """
    text = name.lower()
    if added_ng:
        return True
    if best_ng is None or best_ng < 100 or diet == OTHER or "unfortified" in text:
        return False
    if category == "Breakfast Cereals" and diet != VEGAN:
        return best_ng >= 1000
    is_of_plants = diet == VEGAN or category.startswith(("Legumes", "Soy and meat-alternative"))
    return is_of_plants and not words.SELF_MADE.search(text)
