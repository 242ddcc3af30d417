"""`b12 profile factor`: what bears on a person's absorption."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.commands.terminal.options import DAY_HELP, json_option, note_option, options
from tracker.commands.terminal.output import emit_json, say
from tracker.commands.terminal.said import given, given_day, open_diary, refuse_nothing
from tracker.nutrition.people.factors import FACTOR_NAMES
from tracker.reports.people.factors import factor_text

if TYPE_CHECKING:
    from tracker.services.opening import Diary
    from tracker.services.people.factors import FactorChanges


@click.group("factor")
def command() -> None:
    """What bears on absorption: conditions, surgery, medicines.

    With some of them `b12 coverage` gives no verdict, and says why.

    \b
    b12 profile factor add metformin --since 2024-05-01
    b12 profile factor list
    """


_value_options = options(
    click.option("--since", metavar="DAY", help=f"When it began: {DAY_HELP}"),
    click.option("--until", metavar="DAY", help="Its last day, once it has ended."),
    note_option,
)


@command.command(
    "add",
    help=f"""Add a factor; adding it again sets its days or its note.

    FACTOR is {FACTOR_NAMES.listed}.

    \b
    b12 profile factor add metformin --since 2024-05-01
    b12 profile factor add ppi --note "20 mg"
    """,
)
@click.argument("factor")
@_value_options
@click.pass_context
def add(ctx: click.Context, /, factor: str, **values: Any) -> None:
    """Adds a factor; its help lists what there is."""
    from tracker.services.people.factors import add_factor

    diary = open_diary(ctx)
    kept = add_factor(diary, factor, _changes(diary, **values))
    say(f"added {factor_text(kept)}", f"{kept.kind.name}: {kept.kind.sentence}")


@command.command("edit")
@click.argument("factor")
@_value_options
@click.pass_context
def edit(ctx: click.Context, /, factor: str, **values: Any) -> None:
    """Change the days or the note of a factor, or end it; "" takes a field out.

    \b
    b12 profile factor edit ppi --until 2026-10-31
    b12 profile factor edit ppi --note ""
    """
    from tracker.services.people.factors import edit_factor

    diary = open_diary(ctx)
    changes = _changes(diary, **values)
    refuse_nothing(changes, "--until 2026-10-31")
    say(f"changed to {factor_text(edit_factor(diary, factor, changes))}")


@command.command("list")
@json_option
@click.pass_context
def list_(ctx: click.Context, as_json: bool) -> None:
    """List the factors of the profile.

    \b
    b12 profile factor list
    """
    from tracker.services.people.factors import list_factors

    diary = open_diary(ctx)
    factors = list_factors(diary)
    if as_json:
        from tracker.reports.people.factors import factors_document

        emit_json(factors_document(diary.person, factors))
    elif factors:
        for one in factors:
            say(f"{factor_text(one)}: {one.kind.sentence}")
    else:
        say("the profile holds no factor; add one with: b12 profile factor add metformin")


@command.command("show")
@click.argument("factor")
@json_option
@click.pass_context
def show(ctx: click.Context, factor: str, as_json: bool) -> None:
    """Show a factor of the profile and what follows from it.

    \b
    b12 profile factor show metformin
    """
    from tracker.services.people.factors import read_factor

    diary = open_diary(ctx)
    kept = read_factor(diary, factor)
    if as_json:
        from tracker.reports.people.factors import one_factor_document

        emit_json(one_factor_document(diary.person, kept))
        return
    say(factor_text(kept), f"{kept.kind.name}: {kept.kind.sentence}")


@command.command("remove")
@click.argument("factor")
@click.pass_context
def remove(ctx: click.Context, factor: str) -> None:
    """Take a factor out of the profile.

    \b
    b12 profile factor remove metformin
    """
    from tracker.services.people.factors import remove_factor

    say(f"removed {factor_text(remove_factor(open_diary(ctx), factor))}")


def _changes(diary: Diary, since: str | None, until: str | None, note: str | None) -> FactorChanges:
    from tracker.services.people.factors import FactorChanges

    return FactorChanges(
        since=given_day(diary, since),
        last_day=given_day(diary, until),
        note=given(note, str),
    )
