"""Which contents on labels, and of plants, cannot be believed without a second look.

About one in a hundred branded values is a slip of the unit. A flagged value is kept and shown,
and enters no total unless the person says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.nutrition.foods.daily_value import NEW_FROM_YEAR, US_MCG, US_UNTIL_2020_MCG
from tracker.nutrition.foods.food import FoodDiet

RICHEST_MEASURED = Decimal("98.89")
"""µg in 100 g of steamed clams, the most that USDA has measured (SR Legacy, fdc 171975)."""

LARGEST_SERVING = Decimal(12)
"""µg: five times the Daily Value of 2.4, twice the older one of 6."""

LARGEST_DRINK = Decimal(5)
"""µg in 100 ml: a cup of it would be the 12 of `LARGEST_SERVING`."""

LARGEST_UNKNOWN = Decimal(25)
"""µg in 100 g: a serving of 30 g of cereal with the whole old Daily Value has 20."""

_RICH_BY_NATURE = re.compile(
    r"\b(liver|kidneys?|clams?|oysters?|mussels?|octopus|caviar|roe|sardines?|mackerel|herrings?)\b",
    re.IGNORECASE,
)
_CONCENTRATED = re.compile(
    r"\b(yeast|powders?|mix|sticks?|concentrate|enhancers?|drops|shots?|tablets?|packets?)\b",
    re.IGNORECASE,
)
_DRINK = re.compile(
    r"\b(milks?|soymilk|almondmilk|oatmilk|beverages?|drinks?|shakes?|waters?|juices?|teas?|"
    r"sodas?|coffee|cappuccino|latte|smoothies?|lemonade|seltzer)\b",
    re.IGNORECASE,
)

MOST_IN_PLANTS = Decimal("0.5")
"""µg in 100 g without added B12: yeast extract has as much, mushrooms and ferments have less."""

_ALGAE = re.compile(
    r"\b(seaweeds?|algae?|spirulina|chlorella|laver|nori|kelp|wakame|dulse|irishmoss)\b",
    re.IGNORECASE,
)

_LAVER = re.compile(r"\b(laver|nori)\b|^seaweed, dried$", re.IGNORECASE)
"""Dried seaweed of which no kind is said is mostly laver, which is nori."""


@dataclass(frozen=True)
class PrintedLabel:
    """What a label says beside its B12: the serving in g or ml, and how the value was made."""

    name: str
    serving: Decimal | None = None
    from_percent: bool = False
    year: str = ""


def flag_of(per_100_mcg: Decimal, label: PrintedLabel) -> str:
    """Why a content in µg per 100 g or ml is hard to believe; empty where it is not."""
    # Before the serving is looked at: one of clams holds more than `LARGEST_SERVING` by nature.
    if _RICH_BY_NATURE.search(label.name) and per_100_mcg <= RICHEST_MEASURED:
        return ""
    if label.serving:
        return _flag_of_serving(per_100_mcg * label.serving / 100, label)
    if per_100_mcg > RICHEST_MEASURED:
        return f"{_shown(per_100_mcg)} µg in 100 g is more than in any food that was measured"
    if _CONCENTRATED.search(label.name):
        return ""
    if _DRINK.search(label.name) and per_100_mcg > LARGEST_DRINK:
        return f"{_shown(per_100_mcg)} µg in 100 g is too much for a drink"
    if per_100_mcg > LARGEST_UNKNOWN:
        return f"{_shown(per_100_mcg)} µg in 100 g is more than a label of food should say"
    return ""


def flag_of_unfortified(name: str, diet: FoodDiet, per_100_mcg: Decimal) -> str:
    """Why the µg in 100 g of a food without added B12 are not credited; empty where they are.

    Spirulina holds mostly pseudovitamin B12, which people cannot use (USDA SR28); whether the
    B12 of other algae helps is open. Dried purple laver was measured at 32 to 134 µg in 100 g
    (Watanabe 1999), so that a table's 0 is believed of it no more than an amount.
    """
    if diet is not FoodDiet.OTHER and per_100_mcg == 0 and _LAVER.search(name):
        return (
            "neither 0 nor an amount is sure: dried laver (nori) was measured at 32 to 134 µg in "
            "100 g, which is not credited"
        )
    if diet is not FoodDiet.OTHER and per_100_mcg > 0 and _ALGAE.search(name):
        return "measured in algae: mostly not active in people, not credited"
    if diet is FoodDiet.VEGAN and per_100_mcg > MOST_IN_PLANTS:
        return "a plant food without added B12 holds none: the figure is doubtful"
    return ""


def _flag_of_serving(mcg: Decimal, label: PrintedLabel) -> str:
    if mcg > LARGEST_SERVING:
        return (
            f"{_shown(mcg)} µg in a serving is {round(mcg / US_MCG, 1):f} times "
            f"the Daily Value of {US_MCG}"
        )
    # No year comes before every year, so that a label without one counts as old.
    is_new = label.year >= str(NEW_FROM_YEAR)
    if label.from_percent and is_new and _fits_only_the_old_daily_value(mcg):
        return (
            f"{_shown(mcg)} µg in a serving seems to be a percentage of the old Daily Value of "
            "6 µg: it may be 2.5 times too much"
        )
    return ""


def _fits_only_the_old_daily_value(mcg: Decimal) -> bool:
    """Labels round to 5 % up to 50 and to 10 % above: 3.0 µg is 50 % of 6, but 125 % of 2.4."""
    return _is_rounded(mcg, US_UNTIL_2020_MCG) and not _is_rounded(mcg, US_MCG)


def _is_rounded(mcg: Decimal, daily_value: Decimal) -> bool:
    percent = Fraction(mcg) / Fraction(daily_value) * 100
    # 2 % steps up to 10, 5 % up to 50, then 10 % (21 CFR 101.9(c)(8)(iii)).
    step = 2 if percent <= 10 else 5 if percent <= 50 else 10
    nearest = round(percent / step) * step
    # Values per 100 g are rounded to 0.01 µg, so a serving comes out some thousandths off.
    return nearest > 0 and abs(percent - nearest) * Fraction(daily_value) / 100 < Fraction("0.006")


def _shown(mcg: Decimal) -> str:
    return f"{round(mcg, 2).normalize():,f}"
