"""`b12 food alias` and `revalue`: what words were taken for, and what was logged of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.commands.food.group import command
from tracker.commands.terminal.asking import chooser
from tracker.commands.terminal.options import DAY_HELP, json_option
from tracker.commands.terminal.output import say, show_list
from tracker.commands.terminal.said import day_of, open_diary
from tracker.commands.terminal.tab import complete_food

if TYPE_CHECKING:
    from tracker.nutrition.diary.changes import Revaluation


@command.command("alias")
@click.option("--forget", metavar="WORDING", help="Forget what this wording stands for.")
@json_option
@click.pass_context
def alias(ctx: click.Context, forget: str | None, as_json: bool) -> None:
    """Show what you answered when a wording was not clear, or forget it.

    \b
    b12 food alias
    b12 food alias --forget "oat milk"
    """
    from tracker.services.foods.foods import forget_wording, read_wordings

    diary = open_diary(ctx)
    if forget is not None:
        gone = forget_wording(diary, forget)
        say(f"forgot that “{gone.wording}” is {gone.food_name}")
        return
    from tracker.reports.foods.lists import wording_list

    show_list(
        wording_list([(one.wording, one.food_name) for one in read_wordings(diary)]),
        "nothing is remembered yet: `b12 eat` asks when a wording is not clear",
        as_json=as_json,
    )


@command.command("revalue", context_settings={"ignore_unknown_options": True})
@click.argument("name", metavar="FOOD", shell_complete=complete_food)
@click.option("--from", "first", required=True, metavar="DAY", help=f"From this day: {DAY_HELP}")
@click.option("--to", "last", metavar="DAY", help="To this day.")
@click.option("--accept-flag", is_flag=True, help="Count a content that is flagged as doubtful.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@click.pass_context
def revalue(
    ctx: click.Context, name: str, first: str, last: str | None, accept_flag: bool, yes: bool
) -> None:
    """Give past intakes of a food what it is worth now, after showing the changes.

    \b
    b12 food revalue "my oat drink" --from 2026-11-01
    """
    from tracker.language.days import parse_day
    from tracker.services.diary.revaluing import preview_revaluation
    from tracker.services.diary.revaluing import revalue as carry_out

    diary = open_diary(ctx)
    first_day = parse_day(first, diary.today)
    last_day = day_of(diary, last)
    planned = preview_revaluation(diary, name, first_day, last_day, accept_flag=accept_flag)
    _show_revaluation(planned)
    if not planned.changes:
        return
    if not yes and chooser() is None:
        say("nothing is changed yet: add --yes to do it")
    elif yes or click.confirm("Change them"):
        done = carry_out(diary, name, first_day, last_day, accept_flag=accept_flag)
        say(f"valued {len(done.changes)} intakes of {done.food.name} anew")


def _show_revaluation(planned: Revaluation) -> None:
    from tracker.reports.wording import content_text

    for before, after in planned.changes:
        change = f"{content_text(before.content)} → {content_text(after.content)}"
        say(f"{before.day} {before.wording}: {change}")
    for lost in planned.lost:
        say(f"{lost.day} {lost.wording}: stays, as the food has no such portion now")
    say(f"{len(planned.changes)} would change, {planned.unchanged} are as they should be")
