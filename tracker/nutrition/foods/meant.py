"""What a person's words mean: the food, how much of it, and why that food was taken."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.nutrition.foods.food import EatenAmount, Food


class Why(StrEnum):
    """Why a wording was taken for a food."""

    OWN = "own food"
    REMEMBERED = "remembered answer"
    ONLY = "only candidate"
    ANSWERED = "answered just now"


@dataclass(frozen=True)
class Meant:
    """A food and how much of it, with the wording that was taken for it."""

    food: Food
    amount: EatenAmount
    wording: str
    why: Why
