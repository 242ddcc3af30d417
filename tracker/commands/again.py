"""`b12 again`: logs again what a day or a meal held."""

from __future__ import annotations

import click

from tracker.commands.terminal.confirming import confirm_logged
from tracker.commands.terminal.intakes import details
from tracker.commands.terminal.options import DAY_HELP, OCCASIONS
from tracker.commands.terminal.said import open_diary


@click.command("again", context_settings={"ignore_unknown_options": True})
@click.argument("day", required=False, metavar="[DAY]")
@click.option("--occasion", type=click.Choice(OCCASIONS), help="Only this meal of that day.")
@click.option("--on", metavar="DAY", help=f"The day to log it on (today): {DAY_HELP}")
@click.option("--at", metavar="HH:MM", help="Another time for all of it.")
@click.option("--anyway", is_flag=True, help="Insist on a future day.")
@click.pass_context
def command(
    ctx: click.Context,
    day: str | None,
    occasion: str | None,
    on: str | None,
    at: str | None,
    anyway: bool,
) -> None:
    """Log again what a day held (yesterday, if none is given), or one of its meals.

    \b
    b12 again
    b12 again mon --occasion breakfast
    b12 again 2026-11-20 --on yesterday
    """
    from tracker.language.days import parse_day
    from tracker.nutrition.diary.when import Occasion
    from tracker.services.diary.correcting import repeat

    diary = open_diary(ctx)
    when = details(diary, on, at, occasion, None, anyway=anyway)
    source = parse_day(day or "yesterday", diary.today)
    confirm_logged(diary, repeat(diary, source, Occasion(occasion) if occasion else None, when))
