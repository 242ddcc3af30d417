"""Options that several commands share, and what becomes of them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from tracker.errors import TrackerError
from tracker.nutrition.diary.when import Occasion
from tracker.settings import Settings

if TYPE_CHECKING:
    from tracker.nutrition.foods.label import StatedAmount
    from tracker.services.choosing import Choose
    from tracker.services.diary.logging import Details
    from tracker.services.opening import Diary

OCCASIONS = tuple(occasion.value for occasion in Occasion)
DAILY_VALUES = ("2.4", "6", "2.5")
DAY_HELP = "2026-11-22, today, yesterday, mon or -2d."

json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object.")


def when_options(command: Any) -> Any:
    """`--on`, `--at`, `--occasion`, `--note` and `--anyway`."""
    options: tuple[Any, ...] = (
        click.option("--anyway", is_flag=True, help="Insist on a future day or a huge amount."),
        click.option("--note", metavar="TEXT", help="A remark to keep with it."),
        click.option(
            "--occasion", type=click.Choice(OCCASIONS, case_sensitive=False), help="The meal."
        ),
        click.option("--at", metavar="HH:MM", help="The time of day."),
        click.option("--on", metavar="DAY", help=f"The day: {DAY_HELP}"),
    )
    return _with_options(command, options)


def stated_options(command: Any) -> Any:
    """The options of `dose_options`, and `--fortified`."""
    flag = click.option("--fortified", is_flag=True, help="The B12 was added to the food.")
    return dose_options(flag(command))


def dose_options(command: Any) -> Any:
    """`--mcg`, `--dv` and `--dv-basis`, for what no table holds."""
    options: tuple[Any, ...] = (
        click.option(
            "--dv-basis",
            type=click.Choice(DAILY_VALUES),
            help="µg that the label calls 100 %: 2.4 (US today), 6 (US before 2020), 2.5 (EU).",
        ),
        click.option("--dv", metavar="PERCENT", help="What a label states in % of Daily Value."),
        click.option("--mcg", metavar="N", help="µg of B12 in all of it, or `unknown`."),
    )
    return _with_options(command, options)


def _with_options(command: Any, options: Sequence[Any]) -> Any:
    for option in options:
        command = option(command)
    return command


def open_diary(ctx: click.Context) -> Diary:
    """The diary that the global options name."""
    from tracker.services.opening import open_diary

    return open_diary(ctx.find_root().obj or Settings())


def details(
    diary: Diary,
    on: str | None,
    at: str | None,
    occasion: str | None,
    note: str | None,
    anyway: bool,
    accept_flag: bool = False,
) -> Details:
    """What the options of `when_options` say, and `--accept-flag` where a command has it."""
    from tracker.language.days import parse_day, parse_time
    from tracker.services.diary.logging import Details

    return Details(
        day=parse_day(on, diary.today) if on is not None else None,
        time=parse_time(at) if at is not None else None,
        occasion=Occasion(occasion) if occasion else None,
        note=note,
        anyway=anyway,
        accept_flag=accept_flag,
    )


def stated_amount(
    mcg: str | None, dv: str | None, dv_basis: str | None, fortified: bool = False
) -> StatedAmount | None:
    """The amount that the options of `stated_options` state, `None` where they state none.

    Raises:
        TrackerError: options that contradict one another, or no usable number.
    """
    from tracker.language.numbers import parse_number
    from tracker.nutrition.amounts import ContentRange, parse_mcg
    from tracker.nutrition.foods.label import StatedAmount, percent_daily_value

    if mcg is not None and dv is not None:
        raise TrackerError("--mcg and --dv say the same twice: give one of them")
    if fortified and mcg is None and dv is None:
        raise TrackerError("--fortified goes with an amount: --mcg or --dv")
    if dv is None and dv_basis is not None:
        raise TrackerError("--dv-basis needs --dv: the label's percentage")
    if mcg is not None:
        if mcg.strip().lower() == "unknown":
            return StatedAmount(None, "not known", fortified)
        return StatedAmount(ContentRange.exactly(parse_mcg(mcg, "--mcg")), "as stated", fortified)
    if dv is not None:
        percent = parse_number(dv.removesuffix("%"), "--dv")
        return percent_daily_value(
            percent, parse_number(dv_basis or "2.4", "--dv-basis"), fortified
        )
    return None


def chooser() -> Choose | None:
    """Asks which of several things is meant, on a terminal; `None` where nobody can answer."""
    return _ask if sys.stdin.isatty() and sys.stdout.isatty() else None


def _ask(wanted: str, names: Sequence[str]) -> int:
    from tracker.commands.terminal.output import say

    say(f"“{wanted}” could be:")
    say(*(f"  {place}  {name}" for place, name in enumerate(names, start=1)))
    place: int = click.prompt("Which one", type=click.IntRange(1, len(names)))
    return place - 1
