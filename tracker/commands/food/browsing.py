"""`b12 food find`, `show` and `list`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.commands.food.group import command
from tracker.commands.terminal.asking import chooser
from tracker.commands.terminal.options import json_option
from tracker.commands.terminal.output import emit_json, say, show_list
from tracker.commands.terminal.said import open_diary
from tracker.commands.terminal.tab import complete_food
from tracker.errors import TrackerError

if TYPE_CHECKING:
    from tracker.services.foods.searching import SearchResult


@command.command("find")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 100), default=12, show_default=True)
@json_option
@click.pass_context
def find(ctx: click.Context, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find foods by words, what is most likely meant first.

    Your own foods and what you logged come first, then the shipped foods,
    USDA's generic foods and branded ones. A ! marks a doubtful content.

    \b
    b12 food find yoghurt
    b12 food find glass of milk --json
    """
    from tracker.reports.foods.lists import food_list
    from tracker.services.foods.searching import find_foods

    found = find_foods(open_diary(ctx), " ".join(words), limit)
    if not as_json:
        _say_how_they_fit(found)
    show_list(food_list(found.foods), as_json=as_json)


def _say_how_they_fit(found: SearchResult) -> None:
    if not found.foods:
        raise TrackerError(f"no food is called “{found.not_found}”; `b12 food add` adds it")
    if found.meant:
        say(f"no food has all the words “{found.not_found}”; did you mean {found.meant}?")
    elif found.not_found:
        say(f"no food has all the words “{found.not_found}”; these have some of them")


@command.command("show")
@click.argument("name", nargs=-1, required=True, shell_complete=complete_food)
@json_option
@click.pass_context
def show(ctx: click.Context, name: tuple[str, ...], as_json: bool) -> None:
    """Show a food: content, range, source, portions, flags, when you logged it last.

    NAME is a name, #12 (the number of one of your own), or a key such as
    fndds:11111000, sr:171287, fdc:171287 or gtin:00737628064502.

    \b
    b12 food show egg
    b12 food show beef liver --json
    """
    from tracker.services.foods.foods import show_food

    shown = show_food(open_diary(ctx), " ".join(name), chooser())
    if as_json:
        from tracker.reports.foods.documents import shown_food_document

        emit_json(shown_food_document(shown))
        return
    from tracker.reports.foods.wording import food_details

    say(*food_details(shown))


@command.command("list")
@click.option("--shipped", is_flag=True, help="Also the foods that ship with the program.")
@json_option
@click.pass_context
def list_(ctx: click.Context, shipped: bool, as_json: bool) -> None:
    """List your own foods.

    \b
    b12 food list
    b12 food list --shipped
    """
    from tracker.reports.foods.lists import food_list
    from tracker.services.foods.foods import list_foods, list_with_shipped

    diary = open_diary(ctx)
    show_list(
        food_list(list_with_shipped(diary) if shipped else list_foods(diary)),
        "you have no foods of your own; `b12 food add` adds one, --shipped shows the others",
        as_json=as_json,
    )
