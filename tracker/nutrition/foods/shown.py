"""What is shown of a food or a dish, beside what it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.nutrition.foods.food import Food
from tracker.nutrition.foods.recipe import Recipe


@dataclass(frozen=True)
class ShownFood:
    """A food, and when the person logged it last."""

    food: Food
    last_logged: date | None


@dataclass(frozen=True)
class Dish:
    """A recipe and the food that it is."""

    food: Food
    recipe: Recipe
