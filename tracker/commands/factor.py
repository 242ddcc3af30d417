"""`b12 profile factor`: what bears on a person's absorption."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.commands.terminal.options import DAY_HELP, json_option, open_diary
from tracker.commands.terminal.output import emit_json, say

if TYPE_CHECKING:
    from tracker.nutrition.people.factors import Factor


@click.group("factor")
def command() -> None:
    """What bears on absorption: conditions, surgery, medicines.

    With some of them `b12 coverage` gives no verdict, and says why.

    \b
    b12 profile factor add metformin --since 2024-05-01
    b12 profile factor list
    """


@command.command("add")
@click.argument("factor")
@click.option("--since", metavar="DAY", help=f"When it began: {DAY_HELP}")
@click.option("--note", metavar="TEXT", help="A remark to keep with it.")
@click.pass_context
def add(ctx: click.Context, factor: str, since: str | None, note: str | None) -> None:
    """Add a factor; adding it again sets its day or its note.

    FACTOR is pernicious-anaemia, coeliac, crohns, gastric-surgery,
    ileal-surgery, atrophic-gastritis, ppi, h2-blocker, metformin,
    nitrous-oxide, alcohol, smoking or kidney-disease.

    \b
    b12 profile factor add metformin --since 2024-05-01
    b12 profile factor add ppi --note "20 mg"
    """
    from tracker.language.days import parse_day
    from tracker.services.people.factors import add_factor

    diary = open_diary(ctx)
    began = parse_day(since, diary.today) if since is not None else None
    added = add_factor(diary, factor, began, note)
    say(f"added {_line(added)}", f"{added.kind.name}: {added.kind.sentence}")


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
            say(f"{_line(one)}: {one.kind.sentence}")
    else:
        say("the profile holds no factor; add one with: b12 profile factor add metformin")


@command.command("remove")
@click.argument("factor")
@click.pass_context
def remove(ctx: click.Context, factor: str) -> None:
    """Take a factor out of the profile.

    \b
    b12 profile factor remove metformin
    """
    from tracker.services.people.factors import remove_factor

    say(f"removed {_line(remove_factor(open_diary(ctx), factor))}")


def _line(factor: Factor) -> str:
    since = f" since {factor.since}" if factor.since else ""
    note = f" ({factor.note})" if factor.note else ""
    return f"{factor.kind.name}{since}{note}"
