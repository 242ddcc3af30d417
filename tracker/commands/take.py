"""`b12 take`: logs supplements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.commands.terminal.asking import chooser
from tracker.commands.terminal.confirming import confirm_logged
from tracker.commands.terminal.intakes import details, dose_options, stated_amount, when_options
from tracker.commands.terminal.said import open_diary
from tracker.commands.terminal.tab import complete_supplement

if TYPE_CHECKING:
    from tracker.nutrition.diary.changes import Logged
    from tracker.nutrition.foods.label import StatedAmount
    from tracker.services.diary.logging import Details, Way
    from tracker.services.opening import Diary


@click.command("take")
@click.argument("items", nargs=-1, metavar="[ITEM]...", shell_complete=complete_supplement)
@click.option("--due", is_flag=True, help="What the schedules ask for and is not taken yet.")
@when_options
@dose_options
@click.option("--form", metavar="FORM", help="cyanocobalamin, methylcobalamin, …")
@click.option("--route", metavar="ROUTE", help="oral, sublingual, nasal or injection.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    items: tuple[str, ...],
    due: bool,
    mcg: str | None,
    dv: str | None,
    dv_basis: str | None,
    form: str | None,
    route: str | None,
    **said_of_when: Any,
) -> None:
    """Log supplements: all items, or none.

    An item is a product with or without a number of units, or a dose.
    Products come from `b12 supplement list`.

    \b
    b12 take veg1
    b12 take --due
    b12 take "2 tablets veg1" --at 08:00
    b12 take "1000 mcg cyanocobalamin"
    b12 take "2 drops my b12 drops" --on yesterday
    b12 take "1000 mcg hydroxocobalamin injection" --on mon
    b12 take "multivitamin from the gym" --mcg 6
    """
    if due == bool(items):
        raise click.UsageError("say what was taken, or --due for what the schedules ask for")
    if due and any((mcg, dv, dv_basis, form, route)):
        raise click.UsageError("--due logs the doses of the schedules: it takes no amount or form")
    diary = open_diary(ctx)
    when = details(diary, **said_of_when)
    stated = stated_amount(mcg, dv, dv_basis)
    if due:
        logged = _take_due(diary, when)
    elif stated is None:
        logged = _take(diary, items, when, _way(form, route))
    else:
        logged = _take_stated(diary, items, stated, when, _way(form, route))
    confirm_logged(diary, logged)


def _take_due(diary: Diary, when: Details) -> Logged:
    from tracker.services.diary.due import take_due

    return take_due(diary, when)


def _take(diary: Diary, items: tuple[str, ...], when: Details, way: Way) -> Logged:
    from tracker.services.diary.logging import take

    return take(diary, items, when, way, chooser())


def _take_stated(
    diary: Diary, items: tuple[str, ...], stated: StatedAmount, when: Details, way: Way
) -> Logged:
    from tracker.nutrition.diary.intake import IntakeKind
    from tracker.services.diary.logging import log_stated

    return log_stated(diary, IntakeKind.SUPPLEMENT, items, stated, when, way)


def _way(form: str | None, route: str | None) -> Way:
    from tracker.nutrition.supplements.supplement import FORMS, ROUTES
    from tracker.services.diary.logging import Way

    return Way(FORMS.named(form) if form else None, ROUTES.named(route) if route else None)
