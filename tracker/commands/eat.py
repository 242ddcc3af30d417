"""`b12 eat`: logs food."""

from __future__ import annotations

from typing import Any

import click

from tracker.commands.terminal.asking import chooser
from tracker.commands.terminal.confirming import confirm_logged
from tracker.commands.terminal.intakes import eaten_options, said_of_intake
from tracker.commands.terminal.said import open_diary
from tracker.commands.terminal.tab import complete_food


@click.command("eat")
@click.argument("items", nargs=-1, required=True, metavar="ITEM...", shell_complete=complete_food)
@eaten_options
@click.pass_context
def command(ctx: click.Context, /, items: tuple[str, ...], **values: Any) -> None:
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
    from tracker.nutrition.diary.intake import IntakeKind
    from tracker.services.diary.logging import eat, log_stated

    diary = open_diary(ctx)
    when, stated = said_of_intake(diary, **values)
    if stated is None:
        logged = eat(diary, items, when, chooser())
    else:
        logged = log_stated(diary, IntakeKind.FOOD, items, stated, when)
    confirm_logged(diary, logged)
