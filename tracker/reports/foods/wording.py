"""Foods and recipes in words and rows."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from tracker.language.measures import measure_named
from tracker.language.quantities import quantity_text
from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.foods.collection import FoodTable, importable_tables
from tracker.nutrition.foods.content import Basis, FoodContent
from tracker.nutrition.foods.food import Food, MissingPart, Portion, portion_factor
from tracker.nutrition.foods.recipe import Recipe
from tracker.nutrition.foods.shown import Dish, ShownFood
from tracker.nutrition.keys import own_id
from tracker.reports.numbers import UNKNOWN, amount, percentage
from tracker.reports.wording import content_text, range_text


def food_rows(foods: Iterable[Food]) -> list[list[str]]:
    """A row for each food: its content in the usual portion; `!` marks a flagged one."""
    return [_food_row(food) for food in foods]


def table_line(table: FoodTable) -> str:
    """A food table: how much it holds, where it is from, and of which release."""
    release = f", release {table.release}" if table.release else ""
    held = f"{table.foods:,} foods with {table.portions:,} portions"
    return f"{table.table}: {held}; {table.source}{release}"


def number_text(food: Food) -> str:
    """What a food is asked for by: `#12` of the person's own, its key of every other."""
    number = own_id(food.key)
    return food.key if number is None else f"#{number}"


def food_line(food: Food) -> str:
    """A food and what its usual portion holds."""
    content, portion = _usual_content(food)
    return f"{food.name}: {content_text(content)} per {portion}"


def food_details(shown: ShownFood) -> list[str]:
    """Everything that is known of a food, a line each."""
    food = shown.food
    content, per = food.content.per_100(food.grams_per_millilitre)
    if food.content.per_unit is Basis.SERVING:
        content, per = food.content.mcg, _basis_text(food)
    lines = [f"{food.name} ({number_text(food)})", f"content      {content_text(content)} in {per}"]
    if food.content.fortified:
        lines[-1] += f", {_added_text(food.content)}"
    details = (
        (
            "flagged",
            f"{food.content.flag}; not counted unless you say --accept-flag"
            if food.content.flag
            else "",
        ),
        ("printed", food.content.printed),
        ("source", food.content.provenance),
        ("diet", food.diet.value),
        ("state", food.state),
        ("market", food.market),
        ("also called", ", ".join(food.aliases)),
        ("note", food.note),
        ("last logged", shown.last_logged.isoformat() if shown.last_logged else "never"),
    )
    lines += [f"{label:<12} {text}" for label, text in details if text]
    lines += [f"missing      {missing_text(one)}" for one in food.missing]
    return lines + [_portion_line(food, portion) for portion in food.portions]


def recipe_details(dish: Dish) -> list[str]:
    """A recipe: what it makes, what goes in, what each brings by today's table, and which."""
    # It measures text by rich, which logging, the other user of this module, must not wait for.
    from tracker.reports.lines import wrapped

    food, recipe = dish.food, dish.recipe
    lines = [f"{food.name} ({number_text(food)}): makes {makes_text(recipe)}"]
    for one in recipe.ingredients:
        portion = one.portion
        shown = f"{quantity_text(one.quantity)} {portion} {one.food.name}"
        if not measure_named(portion):
            shown = f"{quantity_text(one.quantity)} × {one.food.name}, {portion}"
        why = " (flagged)" if one.food.content.flag and one.content is None else ""
        source = one.food.content.provenance
        worth = f"{shown}: {content_text(one.content)}{why}" + (f" · {source}" if source else "")
        lines += wrapped(worth, "  ", "    ")
    lines.append(f"whole dish   {content_text(recipe.content)}")
    if recipe.portions:
        one_portion = (
            recipe.content.times(1 / Fraction(recipe.portions)) if recipe.content else None
        )
        lines.append(f"a portion    {content_text(one_portion)}")
    if recipe.not_known:
        lines.append(f"not known    the content of {recipe.not_known} of the ingredients")
    lines += [f"missing      {missing_text(one)}" for one in recipe.missing]
    lines.append(f"diet         {food.diet.value}")
    return lines + ([f"note         {food.note}"] if food.note else [])


def missing_text(part: MissingPart) -> str:
    """What to do about an ingredient that is in no table any more."""
    name, key = part.food.name, part.food.key
    replaced = f'`b12 recipe edit "{part.dish}" --remove "{name}" --add ITEM`'
    if key.startswith("b12:"):
        return f"{name} ({key}) is no longer among the foods that ship: {replaced}"
    tables = " or ".join(importable_tables(key)) or "its table"
    return (
        f"{name} ({key}) is in no table any more: import {tables} again with "
        f"`b12 food import`, or {replaced}"
    )


def unknown_reasons(food: Food) -> list[str]:
    """Why the content of a food is not known: what a dish lost, or what the table notes."""
    if food.missing:
        return [missing_text(one) for one in food.missing]
    return [food.note] if food.note and not food.collection.is_of_a_person else []


def makes_text(recipe: Recipe) -> str:
    """`4 portions`, `1200 g cooked`, or both."""
    said = []
    if recipe.portions:
        plural = "" if recipe.portions == 1 else "s"
        said.append(f"{recipe.portions.normalize():f} portion{plural}")
    if recipe.cooked_grams:
        said.append(f"{recipe.cooked_grams.normalize():f} g cooked")
    return ", ".join(said)


def table_text(food: Food) -> str:
    """The table from which a food comes, as people know it."""
    return food.collection.word


def _food_row(food: Food) -> list[str]:
    content, portion = _usual_content(food)
    best = amount(content.best) if content else "?"
    span = range_text(content) if content else UNKNOWN
    mark = "! " if food.content.flag else ""
    return [mark + food.name, best, portion, span, table_text(food)]


def _usual_content(food: Food) -> tuple[ContentRange | None, str]:
    usual = food.usual_portion
    factor = portion_factor(food, usual) if usual else None
    if usual is None or factor is None:
        return food.content.mcg, _basis_text(food)
    return food.content.times(factor), _portion_name(usual)


def _portion_name(portion: Portion) -> str:
    """A serving says little without its size."""
    size = portion.millilitres or portion.grams
    if portion.name != "serving" or size is None:
        return portion.name
    return f"{size.normalize():f} {'ml' if portion.millilitres else 'g'}"


def _basis_text(food: Food) -> str:
    unit = food.content.per_unit.value
    if food.content.per_unit is Basis.SERVING:
        unit = food.portions[0].name if food.portions else unit
    return f"{food.content.per_amount.normalize():f} {unit}"


def _added_text(content: FoodContent) -> str:
    if content.added_mcg is None or content.mcg is None or not content.mcg.best:
        return "fortified"
    return f"{percentage(content.added_mcg * 100 / content.mcg.best)} of it added"


def _portion_line(food: Food, portion: Portion) -> str:
    content = food.content.times(portion_factor(food, portion))
    sizes = [
        f"{size.normalize():f} {unit}"
        for size, unit in ((portion.grams, "g"), (portion.millilitres, "ml"))
        if size
    ]
    weight = f" ({', '.join(sizes)})" if sizes else ""
    return f"  {portion.name}{weight}: {content_text(content)}"
