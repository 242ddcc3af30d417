"""The tables, as SQLAlchemy Core knows them.

Amounts of B12 are whole nanograms, weights milligrams, volumes microlitres; days are ISO dates
and times `HH:MM` as text, so that every SQL tool reads them. `migrations/` makes the same.
What a person can change never reuses an id (autoincrement), so that undo restores a row safely.
"""

from tracker.store.tables.columns import metadata
from tracker.store.tables.diary import intake
from tracker.store.tables.foods import food, food_name, food_wording, portion, recipe, recipe_item
from tracker.store.tables.health import lab_result, symptom
from tracker.store.tables.journal import change, change_row
from tracker.store.tables.people import factor, life_phase, person, setting, target_span
from tracker.store.tables.supplements import schedule, supplement, supplement_name

__all__ = [
    "change",
    "change_row",
    "factor",
    "food",
    "food_name",
    "food_wording",
    "intake",
    "lab_result",
    "life_phase",
    "metadata",
    "person",
    "portion",
    "recipe",
    "recipe_item",
    "schedule",
    "setting",
    "supplement",
    "supplement_name",
    "symptom",
    "target_span",
]
