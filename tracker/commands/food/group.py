"""The group that the commands of `b12 food` join."""

from __future__ import annotations

import click


@click.group("food")
def command() -> None:
    """The foods that the diary knows: shipped, imported, and your own.

    \b
    b12 food find "oat milk"
    b12 food add "my oat drink" --serving "100 ml" --mcg 0.38 --diet vegan
    b12 food import FoodData_Central_branded_food_csv_2025-04-24.zip
    """
