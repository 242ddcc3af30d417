"""`b12 take`: logs supplements."""

from __future__ import annotations

import click

from tracker.commands.completing import complete_supplement
from tracker.commands.confirming import confirm_logged
from tracker.commands.options import (
    chooser,
    details,
    dose_options,
    open_diary,
    stated_amount,
    when_options,
)


@click.command("take")
@click.argument(
    "items", nargs=-1, required=True, metavar="ITEM...", shell_complete=complete_supplement
)
@when_options
@dose_options
@click.option("--form", metavar="FORM", help="cyanocobalamin, methylcobalamin, …")
@click.option("--route", metavar="ROUTE", help="oral, sublingual, nasal or injection.")
@click.pass_context
def command(
    ctx: click.Context,
    items: tuple[str, ...],
    mcg: str | None,
    dv: str | None,
    dv_basis: str | None,
    form: str | None,
    route: str | None,
    on: str | None,
    at: str | None,
    occasion: str | None,
    note: str | None,
    anyway: bool,
) -> None:
    """Log supplements: all items, or none.

    An item is a product with or without a number of units, or a dose.
    Products come from `b12 supplement list`.

    \b
    b12 take veg1
    b12 take "2 tablets veg1" --at 08:00
    b12 take "1000 mcg cyanocobalamin"
    b12 take "2 drops my b12 drops" --on yesterday
    b12 take "1000 mcg hydroxocobalamin injection" --on mon
    b12 take "multivitamin from the gym" --mcg 6
    """
    from tracker.services.dosing import parse_form, parse_route
    from tracker.services.intakes import take

    diary = open_diary(ctx)
    when = details(diary, on, at, occasion, note, anyway)
    stated = stated_amount(mcg, dv, dv_basis)
    said_form = parse_form(form) if form else None
    said_route = parse_route(route) if route else None
    confirm_logged(diary, take(diary, items, when, stated, said_form, said_route, chooser()))
