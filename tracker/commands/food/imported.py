"""`b12 food import` and `tables`: the food tables beside the diaries."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.commands.food.group import command
from tracker.commands.terminal.options import anyway_option, json_option
from tracker.commands.terminal.output import emit_json, say, warn
from tracker.commands.terminal.said import open_diary, settings_of
from tracker.errors import TrackerError


@command.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE_OR_FOLDER...")
@json_option
@click.pass_context
def import_(ctx: click.Context, files: tuple[str, ...], as_json: bool) -> None:
    """Import food tables of USDA FoodData Central: all of them, or nothing.

    SR Legacy, Survey (FNDDS), Foundation (CSV or JSON) and Branded, as
    downloaded or unpacked, from https://fdc.nal.usda.gov/download-datasets.
    SR Legacy and FNDDS ship with the program; the other two are for more
    detail and for products. Each becomes a file beside your diaries, which
    importing again replaces; what you logged stays as it is.
    `b12 food tables --remove` takes one out again.

    \b
    b12 food import FoodData_Central_branded_food_csv_2025-04-24.zip
    """
    from tracker.commands.terminal.progress import show_progress
    from tracker.services.foods.tables import import_foods

    try:
        counts = import_foods(settings_of(ctx), [Path(file) for file in files], show_progress)
    except KeyboardInterrupt:
        raise TrackerError("stopped: the foods are as they were before") from None
    if as_json:
        from tracker.reports.foods.documents import import_document

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


@command.command("tables")
@click.option("--remove", metavar="TABLE", help="Remove an imported table.")
@anyway_option("Remove it although recipes use its foods.")
@json_option
@click.pass_context
def tables(ctx: click.Context, remove: str | None, anyway: bool, as_json: bool) -> None:
    """List the food tables: where each is from, and what it holds.

    A table that your recipes use is removed with --anyway alone: their worth
    is not known until it is imported again.

    \b
    b12 food tables
    b12 food tables --remove usda-branded
    """
    from tracker.services.foods.tables import list_tables, remove_table

    if remove is not None:
        from tracker.reports.foods.wording import missing_text

        lost = remove_table(open_diary(ctx), remove, anyway=anyway)
        say(f"removed the table {remove}; what you logged stays as it is")
        warn(f"{part.dish}: {missing_text(part)}" for part in lost)
        return
    listed, notes = list_tables(settings_of(ctx))
    if as_json:
        from tracker.reports.foods.documents import tables_document

        emit_json(tables_document(listed))
    else:
        from tracker.reports.foods.wording import table_line

        say(*map(table_line, listed))
    warn(notes)
