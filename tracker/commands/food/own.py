"""`b12 food add`, `edit` and `remove`: a person's own foods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.commands.food.group import command
from tracker.commands.terminal.intakes import dose_options
from tracker.commands.terminal.options import ClearableChoice, anyway_option, note_option, options
from tracker.commands.terminal.output import quoted, say, warn
from tracker.commands.terminal.said import given, open_diary, refuse_nothing
from tracker.commands.terminal.tab import complete_food

if TYPE_CHECKING:
    from tracker.services.foods.foods import FoodChanges

DIETS = ("vegan", "vegetarian", "other")

_value_options = options(
    click.option("--serving", metavar="TEXT", help='As on the label: "100 ml", "1 bar".'),
    dose_options,
    click.option("--label-year", type=click.IntRange(1990, 2100), help="Year of the label."),
    click.option("--weight", metavar="G", help="What the serving weighs, in grams."),
    click.option("--diet", type=ClearableChoice(DIETS), help="Who eats it."),
    click.option("--fortified/--not-fortified", default=None, help="Whether B12 was added."),
    click.option("--market", metavar="TEXT", help="Where it is sold: US, UK, …"),
    note_option,
    anyway_option("Insist on an unusual amount."),
)


@command.command("add")
@click.argument("name")
@_value_options
@click.pass_context
def add(ctx: click.Context, /, name: str, **values: Any) -> None:
    """Add a food of your own, from its label; it goes before others of that name.

    --mcg, or --dv in percent, is what a --serving holds; --mcg unknown keeps
    a food whose content is not known.

    \b
    b12 food add "my oat drink" --serving "100 ml" --mcg 0.38 --diet vegan --fortified
    b12 food add "protein bar" --serving "1 bar" --weight 60 --dv 25 --dv-basis 2.4
    """
    from tracker.nutrition.foods.label import doubt_about
    from tracker.reports.foods.wording import food_line
    from tracker.services.foods.foods import add_food

    food = add_food(open_diary(ctx), name, _changes(**values))
    say(f"added {food_line(food)}; log it with: b12 eat {quoted(food.name)}")
    if doubt := doubt_about(food.name, food.content):
        warn([f"{doubt}: check the unit and the serving"])
    _warn_of_basis(values["dv"], values["dv_basis"], values["label_year"])


@command.command("edit")
@click.argument("name", shell_complete=complete_food)
@click.option("--rename", metavar="NAME", help="Another name.")
@_value_options
@click.pass_context
def edit(ctx: click.Context, /, name: str, **values: Any) -> None:
    """Change a food of your own; what is logged keeps its amount.

    An empty text takes a field out: --note "", --weight ""; --mcg unknown takes
    the content out.

    \b
    b12 food edit "my oat drink" --mcg 0.5
    """
    from tracker.reports.foods.wording import food_line
    from tracker.services.foods.foods import edit_food

    changes = _changes(**values)
    refuse_nothing(changes, "--mcg 0.5")
    say(f"changed {food_line(edit_food(open_diary(ctx), name, changes))}; past intakes stay")
    _warn_of_basis(values["dv"], values["dv_basis"], values["label_year"])


@command.command("remove")
@click.argument("name", shell_complete=complete_food)
@click.pass_context
def remove(ctx: click.Context, name: str) -> None:
    """Take a food of your own out; what is logged keeps its name and amount.

    \b
    b12 food remove "my oat drink"
    """
    from tracker.services.foods.foods import remove_food

    say(f"removed {remove_food(open_diary(ctx), name).name}; past intakes stay")


def _changes(
    *,
    serving: str | None,
    mcg: str | None,
    dv: str | None,
    dv_basis: str | None,
    label_year: int | None,
    weight: str | None,
    diet: str | None,
    fortified: bool | None,
    market: str | None,
    note: str | None,
    anyway: bool,
    rename: str | None = None,
) -> FoodChanges:
    from tracker.commands.terminal.intakes import stated_amount
    from tracker.language.numbers import parse_number
    from tracker.nutrition.foods.food import FoodDiet
    from tracker.services.foods.foods import FoodChanges

    stated = stated_amount(mcg, dv, dv_basis)
    return FoodChanges(
        stated=stated,
        serving=given(serving, str),
        weight_grams=given(weight, lambda grams: parse_number(grams, "--weight")),
        diet=given(diet, FoodDiet),
        fortified=fortified,
        market=given(market, str),
        note=given(note, str),
        printed=_printed(dv, dv_basis, label_year) if stated else None,
        rename=rename,
        anyway=anyway,
    )


def _printed(dv: str | None, dv_basis: str | None, label_year: int | None) -> str:
    """What the label says, word for word as far as it was given."""
    from tracker.nutrition.foods.daily_value import USUAL_BASIS

    said = ""
    if dv:
        percent = dv.removesuffix("%").strip()
        said = f"{percent} % of a Daily Value of {dv_basis or USUAL_BASIS} µg"
    year = f"label of {label_year}" if label_year else ""
    return ", ".join(part for part in (said, year) if part)


def _warn_of_basis(dv: str | None, dv_basis: str | None, label_year: int | None) -> None:
    from tracker.nutrition.foods.daily_value import doubt_about_basis

    if dv is not None and label_year is not None:
        doubt = doubt_about_basis(dv_basis, label_year)
        warn([doubt] if doubt else [])
