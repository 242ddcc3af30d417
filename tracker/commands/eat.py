"""`b12 eat`: logs food."""

from __future__ import annotations

import click

from tracker.commands.terminal.completing import complete_food
from tracker.commands.terminal.confirming import confirm_logged
from tracker.commands.terminal.options import (
    chooser,
    details,
    open_diary,
    stated_amount,
    stated_options,
    when_options,
)


@click.command("eat")
@click.argument("items", nargs=-1, required=True, metavar="ITEM...", shell_complete=complete_food)
@when_options
@stated_options
@click.option("--accept-flag", is_flag=True, help="Count a content that is flagged as doubtful.")
@click.pass_context
def command(
    ctx: click.Context,
    items: tuple[str, ...],
    mcg: str | None,
    dv: str | None,
    dv_basis: str | None,
    fortified: bool,
    on: str | None,
    at: str | None,
    occasion: str | None,
    note: str | None,
    anyway: bool,
    accept_flag: bool,
) -> None:
    """Log food: all items, or none.

    An item is a quantity, a measure or household portion, and a food; the
    food alone means one usual portion. Without a day, time or occasion it is
    logged as eaten now.

    \b
    b12 eat "2 eggs" "1 cup milk" "85 g tuna"
    b12 eat "1/2 cup fortified soy milk" --occasion breakfast
    b12 eat "half fillet salmon" --on yesterday --at 19:30
    b12 eat "protein bar" --dv 25 --dv-basis 2.4 --fortified
    b12 eat "aunt's stew" --mcg unknown
    """
    from tracker.services.diary.logging import eat

    diary = open_diary(ctx)
    when = details(diary, on, at, occasion, note, anyway, accept_flag)
    stated = stated_amount(mcg, dv, dv_basis, fortified)
    confirm_logged(diary, eat(diary, items, when, stated, chooser()))
