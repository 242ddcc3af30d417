"""`b12 food`: the foods that the diary knows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.commands.terminal.completing import complete_food
from tracker.commands.terminal.options import (
    DAY_HELP,
    anyway_option,
    chooser,
    day_of,
    dose_options,
    given,
    json_option,
    note_option,
    open_diary,
    options,
    refuse_nothing,
)
from tracker.commands.terminal.output import emit_json, quoted, say, show_table, warn
from tracker.errors import TrackerError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.nutrition.diary.changes import Revaluation
    from tracker.nutrition.foods.food import Food
    from tracker.services.foods.foods import FoodChanges

DIETS = ("vegan", "vegetarian", "other")


@click.group("food")
def command() -> None:
    """The foods that the diary knows: shipped, imported, and your own.

    \b
    b12 food find "oat milk"
    b12 food add "my oat drink" --serving "100 ml" --mcg 0.38 --diet vegan
    b12 food import FoodData_Central_sr_legacy_food_csv_2018-04.zip
    """


_value_options = options(
    click.option("--serving", metavar="TEXT", help='As on the label: "100 ml", "1 bar".'),
    dose_options,
    click.option("--label-year", type=click.IntRange(1990, 2100), help="Year of the label."),
    click.option("--weight", metavar="G", help="What the serving weighs, in grams."),
    click.option("--diet", type=click.Choice(DIETS), help="Who eats it."),
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
    from tracker.reports.foods.food_wording import food_line
    from tracker.services.foods.foods import add_food, doubt_about

    food = add_food(open_diary(ctx), name, _changes(**values))
    say(f"added {food_line(food)}; log it with: b12 eat {quoted(food.name)}")
    if doubt := doubt_about(food):
        warn([f"{doubt}: check the unit and the serving"])
    _warn_of_basis(values["dv"], values["dv_basis"], values["label_year"])


@command.command("edit")
@click.argument("name", shell_complete=complete_food)
@click.option("--rename", metavar="NAME", help="Another name.")
@_value_options
@click.pass_context
def edit(ctx: click.Context, /, name: str, **values: Any) -> None:
    """Change a food of your own; what is logged keeps its amount.

    An empty text takes a field out: --note "".

    \b
    b12 food edit "my oat drink" --mcg 0.5
    """
    from tracker.reports.foods.food_wording import food_line
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


@command.command("find")
@click.argument("text")
@click.option("--limit", type=click.IntRange(1, 100), default=12, show_default=True)
@json_option
@click.pass_context
def find(ctx: click.Context, text: str, limit: int, as_json: bool) -> None:
    """Find foods by words, what is most likely meant first.

    Your own foods and what you logged come first, then the shipped foods,
    USDA's generic foods and branded ones. A ! marks a doubtful content.

    \b
    b12 food find yoghurt
    b12 food find "glass of milk" --json
    """
    from tracker.services.foods.foods import find_foods

    found = find_foods(open_diary(ctx), text, limit)
    if as_json:
        from tracker.reports.foods.food_documents import foods_document

        emit_json(foods_document(found.foods))
        return
    if not found.foods:
        raise TrackerError(f"no food is called “{found.not_found}”; `b12 food add` adds it")
    if found.meant:
        say(f"no food has all the words “{found.not_found}”; did you mean {found.meant}?")
    elif found.not_found:
        say(f"no food has all the words “{found.not_found}”; these have some of them")
    _show_foods(found.foods)


@command.command("show")
@click.argument("name", shell_complete=complete_food)
@json_option
@click.pass_context
def show(ctx: click.Context, name: str, as_json: bool) -> None:
    """Show a food: content, range, source, portions, flags, when you logged it last.

    NAME is a name, #12 (the number that this shows) or USDA's fdc:171287.

    \b
    b12 food show egg
    b12 food show "beef liver" --json
    """
    from tracker.services.foods.foods import show_food

    shown = show_food(open_diary(ctx), name, chooser())
    if as_json:
        from tracker.reports.foods.food_documents import shown_food_document

        emit_json(shown_food_document(shown.food, shown.last_logged))
        return
    from tracker.reports.foods.food_wording import food_details

    say(*food_details(shown.food, shown.last_logged))


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
    from tracker.services.foods.foods import list_foods

    foods = list_foods(open_diary(ctx), shipped)
    if as_json:
        from tracker.reports.foods.food_documents import foods_document

        emit_json(foods_document(foods))
    elif foods:
        _show_foods(foods)
    else:
        say("you have no foods of your own; `b12 food add` adds one, --shipped shows the others")


@command.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE_OR_FOLDER...")
@json_option
@click.pass_context
def import_(ctx: click.Context, files: tuple[str, ...], as_json: bool) -> None:
    """Import food tables of USDA FoodData Central: all of them, or nothing.

    SR Legacy, Survey (FNDDS), Foundation (CSV or JSON) and Branded, as
    downloaded or unpacked, from https://fdc.nal.usda.gov/download-datasets.
    Importing again updates; what you logged stays as it is. `b12 undo` does
    not take an import back.

    \b
    b12 food import FoodData_Central_sr_legacy_food_csv_2018-04.zip
    """
    from tracker.commands.terminal.progress import show_progress
    from tracker.services.foods.importing.foods import import_foods

    diary = open_diary(ctx)
    try:
        counts = import_foods(diary, [Path(file) for file in files], show_progress)
    except KeyboardInterrupt:
        raise TrackerError("stopped: the foods are as they were before") from None
    if as_json:
        from tracker.reports.foods.food_documents import import_document

        listed = {
            name: getattr(counts, name) for name in ("foods", "portions", "without_b12", "flagged")
        }
        emit_json(import_document(listed, counts.skipped))
        return
    say(
        f"imported {counts.foods} foods with {counts.portions} portions; "
        f"{counts.without_b12} of unknown B12, {counts.flagged} flagged as doubtful"
    )
    say(*(f"skipped {count}: {reason}" for reason, count in counts.skipped.items()))


@command.command("alias")
@click.option("--forget", metavar="WORDING", help="Forget what this wording stands for.")
@json_option
@click.pass_context
def alias(ctx: click.Context, forget: str | None, as_json: bool) -> None:
    """Show what you answered when a wording was not clear, or forget it.

    \b
    b12 food alias
    b12 food alias --forget "oat milk"
    """
    from tracker.services.foods.foods import forget_wording, read_wordings

    diary = open_diary(ctx)
    if forget is not None:
        gone = forget_wording(diary, forget)
        say(f"forgot that “{gone.wording}” is {gone.food_name}")
        return
    wordings = read_wordings(diary)
    if as_json:
        listed = [{"wording": one.wording, "food": one.food_name} for one in wordings]
        emit_json({"schema": 1, "aliases": listed})
    elif wordings:
        from tracker.reports.tables import plain_table

        rows = [[one.wording, one.food_name] for one in wordings]
        show_table(plain_table(("wording", "name"), rows))
    else:
        say("nothing is remembered yet: `b12 eat` asks when a wording is not clear")


@command.command("revalue", context_settings={"ignore_unknown_options": True})
@click.argument("name", metavar="FOOD", shell_complete=complete_food)
@click.option("--from", "first", required=True, metavar="DAY", help=f"From this day: {DAY_HELP}")
@click.option("--to", "last", metavar="DAY", help="To this day.")
@click.option("--accept-flag", is_flag=True, help="Count a content that is flagged as doubtful.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@click.pass_context
def revalue(
    ctx: click.Context, name: str, first: str, last: str | None, accept_flag: bool, yes: bool
) -> None:
    """Give past intakes of a food what it is worth now, after showing the changes.

    \b
    b12 food revalue "my oat drink" --from 2026-11-01
    """
    from tracker.language.days import parse_day
    from tracker.services.diary.revaluing import preview_revaluation
    from tracker.services.diary.revaluing import revalue as carry_out

    diary = open_diary(ctx)
    first_day = parse_day(first, diary.today)
    last_day = day_of(diary, last)
    planned = preview_revaluation(diary, name, first_day, last_day, accept_flag=accept_flag)
    _show_revaluation(planned)
    if not planned.changes:
        return
    if not yes and chooser() is None:
        say("nothing is changed yet: add --yes to do it")
    elif yes or click.confirm("Change them"):
        done = carry_out(diary, name, first_day, last_day, accept_flag=accept_flag)
        say(f"valued {len(done.changes)} intakes of {done.food.name} anew")


def _show_revaluation(planned: Revaluation) -> None:
    from tracker.reports.wording import content_text

    for before, after in planned.changes:
        change = f"{content_text(before.content)} → {content_text(after.content)}"
        say(f"{before.day} {before.wording}: {change}")
    for lost in planned.lost:
        say(f"{lost.day} {lost.wording}: stays, as the food has no such portion now")
    say(f"{len(planned.changes)} would change, {planned.unchanged} are as they should be")


def _show_foods(foods: Sequence[Food]) -> None:
    from tracker.reports.foods.food_wording import FOOD_HEADERS, food_rows
    from tracker.reports.tables import plain_table

    show_table(plain_table(FOOD_HEADERS, food_rows(foods)))


def _changes(
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
    from tracker.commands.terminal.options import stated_amount
    from tracker.language.numbers import parse_number
    from tracker.nutrition.foods.food import FoodDiet
    from tracker.services.foods.foods import FoodChanges

    stated = stated_amount(mcg, dv, dv_basis)
    return FoodChanges(
        stated=stated,
        serving=serving,
        weight_grams=parse_number(weight, "--weight") if weight is not None else None,
        diet=FoodDiet(diet) if diet else None,
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
