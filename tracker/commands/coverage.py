"""`b12 coverage`: whether what is recorded, or planned, covers the need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.commands.terminal.options import COVERAGE_DAYS, json_option, range_options
from tracker.commands.terminal.output import emit_json, say, show_table
from tracker.commands.terminal.said import day_of, open_diary, shown_days
from tracker.language.days import TEN_YEARS_DAYS

if TYPE_CHECKING:
    from tracker.nutrition.absorption.coverage import Coverage


@click.command("coverage")
@click.option(
    "--days",
    type=click.IntRange(1, TEN_YEARS_DAYS),
    help=f"The last so many days ({COVERAGE_DAYS}).",
)
@range_options
@click.option("--planned", is_flag=True, help="Judge the schedules in place of the diary.")
@click.option("--curve", metavar="FILE", help="Draw the model's curve as a PNG, and nothing else.")
@json_option
@click.pass_context
def command(
    ctx: click.Context, /, planned: bool, curve: str | None, as_json: bool, **span: Any
) -> None:
    """Estimate what is absorbed against what is needed, and say whether it is enough.

    A day without a record counts as nothing taken. The estimate is a model's,
    for people who absorb normally; it is no medical advice.

    \b
    b12 coverage
    b12 coverage --days 90
    b12 coverage --from 2026-10-01 --to 2026-10-31 --json
    b12 coverage --planned
    b12 coverage --curve absorption.png
    """
    if curve is not None:
        _draw_curve(curve)
        return
    found = _planned(ctx, **span) if planned else _recorded(ctx, **span)
    if as_json:
        from tracker.reports.absorption.documents import coverage_document

        emit_json(coverage_document(found))
        return
    from tracker.reports.absorption.tables import origin_table
    from tracker.reports.absorption.wording import (
        closing_lines,
        coverage_heading,
        coverage_lines,
    )

    say(coverage_heading(found), "")
    show_table(origin_table(found))
    say("", *coverage_lines(found), "", *closing_lines(found))


def _recorded(
    ctx: click.Context, days: int | None, first: str | None, last: str | None
) -> Coverage:
    from tracker.services.absorption.coverage import cover

    if days is not None and first is not None:
        raise click.UsageError("give --days or --from, not both")
    diary = open_diary(ctx)
    return cover(diary, shown_days(diary, first, last, days or COVERAGE_DAYS))


def _planned(ctx: click.Context, days: int | None, first: str | None, last: str | None) -> Coverage:
    from tracker.services.absorption.plan import cover_plan

    if days is not None or last is not None:
        raise click.UsageError("--planned judges a whole cycle: it takes --from alone")
    diary = open_diary(ctx)
    return cover_plan(diary, day_of(diary, first) or diary.today)


def _draw_curve(output: str) -> None:
    from tracker.reports.charts.absorption.curve import draw_curve
    from tracker.reports.charts.sheet import write_sheet
    from tracker.reports.files import picture_path

    path = picture_path(output, "b12-absorption")
    write_sheet(draw_curve(), path)
    say(f"wrote {path}: estimated absorption of one dose, and the measured points")
