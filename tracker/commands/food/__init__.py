"""`b12 food`: the foods that the diary knows."""

from tracker.commands.food import finding, imported, meaning, own
from tracker.commands.food.group import command

__all__ = ["command", "finding", "imported", "meaning", "own"]
