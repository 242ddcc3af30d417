"""`b12 food`: the foods that the diary knows."""

from tracker.commands.food import browsing, imported, meaning, own
from tracker.commands.food.group import command

__all__ = ["browsing", "command", "imported", "meaning", "own"]
