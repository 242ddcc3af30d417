"""`b12 plan`: ways of taking B12 side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.commands.terminal.options import json_option
from tracker.commands.terminal.output import emit_json, say, show_table
from tracker.commands.terminal.said import open_diary

if TYPE_CHECKING:
    from tracker.nutrition.absorption.regimens import Regimen


@click.command("plan")
@click.option("--strength", metavar="MCG", help="µg in one unit, to compare with the others.")
@click.option("--every", metavar="EVERY", help="day, 2d, week, mon,thu or month (day).")
@click.option("--form", metavar="FORM", help="cyanocobalamin, methylcobalamin, …")
@click.option("--route", metavar="ROUTE", help="oral, sublingual or injection.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    strength: str | None,
    every: str | None,
    form: str | None,
    route: str | None,
    as_json: bool,
) -> None:
    """Compare common regimens, and one of your own, for your life stage today.

    A table to choose from, not advice: estimates for people who absorb
    normally, from the supplement alone, without food.

    \b
    b12 plan
    b12 plan --strength 500
    b12 plan --strength 1000 --every mon,thu
    """
    from tracker.services.absorption.plan import plan

    if strength is None and (every or form or route):
        raise click.UsageError("say the strength as well: --strength 500 (µg)")
    given = _given(strength, every, form, route) if strength is not None else None
    found = plan(open_diary(ctx), given)
    if as_json:
        from tracker.reports.absorption.documents import plan_document

        emit_json(plan_document(found))
        return
    from tracker.reports.absorption.tables import plan_table
    from tracker.reports.absorption.wording import plan_closing, plan_heading

    say(*plan_heading(found), "")
    show_table(plan_table(found))
    say("", *plan_closing(found))


def _given(strength: str, every: str | None, form: str | None, route: str | None) -> Regimen:
    from tracker.errors import TrackerError
    from tracker.nutrition.absorption.regimens import Adviser, Regimen
    from tracker.nutrition.amounts import parse_mcg
    from tracker.nutrition.supplements.every import parse_every
    from tracker.nutrition.supplements.supplement import (
        FORMS,
        ROUTES,
        CobalaminForm,
        Route,
    )

    strength_mcg = parse_mcg(strength, "--strength")
    if not strength_mcg:
        raise TrackerError("--strength must be more than zero")
    return Regimen(
        name="yours",
        strength_mcg=strength_mcg,
        recurrence=parse_every(every or "day"),
        form=FORMS.named(form) if form else CobalaminForm.NOT_STATED,
        route=ROUTES.named(route) if route else Route.ORAL,
        advised_by=(Adviser.PERSON,),
    )
