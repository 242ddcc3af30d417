"""`b12 recipe`: dishes that are worth what goes into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.commands.terminal.asking import chooser
from tracker.commands.terminal.options import json_option, note_option
from tracker.commands.terminal.output import emit_json, say, show_list
from tracker.commands.terminal.said import given, open_diary, refuse_nothing
from tracker.commands.terminal.tab import complete_food

if TYPE_CHECKING:
    from tracker.nutrition.foods.shown import Dish
    from tracker.services.foods.recipes import RecipeChanges

_makes_option = click.option(
    "--makes",
    multiple=True,
    metavar="N",
    help="Portions (4) or the cooked weight (1200g); twice for both. It says all of it anew.",
)
_accept_option = click.option(
    "--accept-flag", is_flag=True, help="Count contents that are flagged as doubtful."
)


@click.group("recipe")
def command() -> None:
    """Your dishes: what goes in, and how much comes out.

    \b
    b12 recipe add "red lentil dal" "400 g tofu" "2 cups lentils" --makes 4
    b12 eat "1 red lentil dal"
    """


@command.command("add")
@click.argument("name")
@click.argument("items", nargs=-1, required=True, metavar="ITEM...", shell_complete=complete_food)
@_makes_option
@note_option
@_accept_option
@click.pass_context
def add(ctx: click.Context, /, name: str, items: tuple[str, ...], **values: Any) -> None:
    """Add a dish: its ingredients as in `b12 eat`, and what they make.

    \b
    b12 recipe add "red lentil dal" "400 g tofu" "2 tbsp marmite" --makes 4
    b12 recipe add "fish pie" "500 g cod" "300 ml milk" --makes 1200g --makes 6
    """
    from tracker.services.foods.recipes import add_recipe

    changes = _changes(add=items, **values)
    _show(add_recipe(open_diary(ctx), name, changes, chooser()))


@command.command("edit")
@click.argument("name", shell_complete=complete_food)
@click.option("--add", multiple=True, metavar="ITEM", help="One more ingredient.")
@click.option("--remove", multiple=True, metavar="FOOD", help="An ingredient to leave out.")
@_makes_option
@click.option("--rename", metavar="NAME", help="Another name.")
@note_option
@_accept_option
@click.pass_context
def edit(ctx: click.Context, /, name: str, **values: Any) -> None:
    """Change a dish; what you ate of it keeps what it was worth.

    An empty text takes the remark out: --note "".

    \b
    b12 recipe edit "red lentil dal" --add "1 tsp marmite" --remove tofu
    b12 recipe edit "red lentil dal" --makes 4 --makes 1200g
    """
    from tracker.services.foods.recipes import edit_recipe

    changes = _changes(**values)
    refuse_nothing(changes, '--add "100 g tofu"')
    _show(edit_recipe(open_diary(ctx), name, changes, chooser()))


@command.command("show")
@click.argument("name", shell_complete=complete_food)
@json_option
@click.pass_context
def show(ctx: click.Context, name: str, as_json: bool) -> None:
    """Show a dish: its ingredients and what each brings.

    \b
    b12 recipe show "red lentil dal"
    """
    from tracker.services.foods.recipes import show_recipe

    dish = show_recipe(open_diary(ctx), name)
    if as_json:
        from tracker.reports.foods.documents import recipe_document

        emit_json(recipe_document(dish))
    else:
        _show(dish)


@command.command("list")
@json_option
@click.pass_context
def list_(ctx: click.Context, as_json: bool) -> None:
    """List your dishes.

    \b
    b12 recipe list
    """
    from tracker.reports.foods.lists import recipe_list
    from tracker.services.foods.recipes import list_recipes

    show_list(
        recipe_list(list_recipes(open_diary(ctx))),
        'you have no recipes; add one: b12 recipe add "my dal" "200 g lentils" --makes 2',
        as_json=as_json,
    )


@command.command("remove")
@click.argument("name", shell_complete=complete_food)
@click.pass_context
def remove(ctx: click.Context, name: str) -> None:
    """Take a dish out; what is logged stays, and so do dishes that contain it.

    \b
    b12 recipe remove "red lentil dal"
    """
    from tracker.services.foods.recipes import remove_recipe

    say(f"removed {remove_recipe(open_diary(ctx), name).name}; past intakes stay")


def _changes(
    *,
    makes: tuple[str, ...],
    note: str | None,
    accept_flag: bool,
    add: tuple[str, ...],
    remove: tuple[str, ...] = (),
    rename: str | None = None,
) -> RecipeChanges:
    from tracker.services.foods.recipes import RecipeChanges

    return RecipeChanges(add, remove, makes, rename, given(note, str), accept_flag)


def _show(dish: Dish) -> None:
    from tracker.reports.foods.wording import recipe_details

    say(*recipe_details(dish))
