"""`b12 food`: the foods that the diary knows."""

from tracker.commands.food import imported, meaning, own, searching
from tracker.commands.food.group import command

__all__ = ["command", "imported", "meaning", "own", "searching"]
