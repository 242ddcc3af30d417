"""`b12 log`: lists what was logged."""

from __future__ import annotations

import click

from tracker.commands.terminal.options import json_option, list_range_options
from tracker.commands.terminal.output import emit_json, say, show_table
from tracker.commands.terminal.said import listed_days, open_diary


@click.command("log")
@list_range_options
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=30, show_default=True)
@json_option
@click.pass_context
def command(
    ctx: click.Context, first: str | None, last: str | None, limit: int, as_json: bool
) -> None:
    """List what was logged, with the numbers that edit and remove take.

    \b
    b12 log
    b12 log --from mon --limit 100
    b12 log --from 2026-11-01 --to 2026-11-30 --json
    """
    from tracker.services.diary.reading import read_log

    diary = open_diary(ctx)
    intakes = read_log(diary, listed_days(diary, first, last), limit)
    if as_json:
        from tracker.reports.diary.documents import log_document

        emit_json(log_document(diary.person, intakes))
    elif intakes:
        from tracker.reports.diary.tables import log_table

        show_table(log_table(intakes))
    else:
        say('nothing is logged in these days; start with: b12 eat "2 eggs"')
