"""`b12 outlook`: the body's store over years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.commands.terminal.options import json_option
from tracker.commands.terminal.output import emit_json, say
from tracker.commands.terminal.said import open_diary
from tracker.language.days import TEN_YEARS_DAYS

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.nutrition.absorption.outlook import Outlook


@click.command("outlook")
@click.option("--days", type=click.IntRange(7, TEN_YEARS_DAYS), default=28, show_default=True)
@click.option("--planned", is_flag=True, help="From the schedules in place of the diary.")
@click.option("--years", type=click.IntRange(1, 40), default=10, show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Draw it as a PNG as well.")
@json_option
@click.pass_context
def command(
    ctx: click.Context, days: int, planned: bool, years: int, output: str | None, as_json: bool
) -> None:
    """Estimate the body's store over years, under the present regimen and under none.

    An order of years from one simple model, never a date. --days says how many
    of the last days stand for the present regimen.

    \b
    b12 outlook
    b12 outlook --planned --years 20
    b12 outlook -o outlook.png
    """
    from tracker.errors import TrackerError
    from tracker.nutrition.absorption.outlook import Outlook
    from tracker.reports.absorption.outlook import outlook_document, outlook_lines, refusal
    from tracker.services.absorption.outlook import look_ahead, look_ahead_as_planned

    diary = open_diary(ctx)
    found = look_ahead_as_planned(diary, years) if planned else look_ahead(diary, days, years)
    if not isinstance(found, Outlook):
        raise TrackerError(refusal(found))
    # The picture first: who reads the lines may stop before the last one, as `head` does.
    path = None if output is None else _draw(found, output)
    if as_json:
        emit_json(outlook_document(found))
    else:
        say(*outlook_lines(found))
    if path is not None:
        say(f"wrote {path}: the store over {years} years", err=as_json)


def _draw(found: Outlook, output: str) -> Path:
    from tracker.reports.charts.absorption.outlook import draw_outlook
    from tracker.reports.charts.sheet import write_sheet
    from tracker.reports.files import picture_path

    path = picture_path(output, "b12-outlook")
    write_sheet(draw_outlook(found), path)
    return path
