"""`b12 log`: lists what was logged."""

from __future__ import annotations

import click

from tracker.commands.terminal.options import DAY_HELP, json_option, open_diary
from tracker.commands.terminal.output import emit_json, say, show_table


@click.command("log")
@click.option("--from", "first", metavar="DAY", help=f"The first day: {DAY_HELP}")
@click.option("--to", "last", metavar="DAY", help="The last day.")
@click.option("--limit", type=click.IntRange(min=1), default=30, show_default=True)
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
    from tracker.language.days import parse_day
    from tracker.services.diary.reading import read_log

    diary = open_diary(ctx)
    first_day = parse_day(first, diary.today) if first is not None else None
    last_day = parse_day(last, diary.today) if last is not None else None
    intakes = read_log(diary, first_day, last_day, limit)
    if as_json:
        from tracker.reports.diary.documents import log_document

        emit_json(log_document(diary.person, intakes))
    elif intakes:
        from tracker.reports.diary.tables import log_table

        show_table(log_table(intakes))
    else:
        say('nothing is logged in these days; start with: b12 eat "2 eggs"')
