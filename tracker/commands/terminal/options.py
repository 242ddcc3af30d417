"""Options that several commands share, and what becomes of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tracker.errors import TrackerError
from tracker.nutrition.diary.when import Occasion
from tracker.nutrition.foods.daily_value import BASES, USUAL_BASIS
from tracker.settings import Settings

if TYPE_CHECKING:
    from datetime import date

    from _typeshed import DataclassInstance

    from tracker.language.days import Days
    from tracker.nutrition.foods.label import StatedAmount
    from tracker.services.choosing import Choose
    from tracker.services.diary.logging import Details
    from tracker.services.keeping import Cleared
    from tracker.services.opening import Diary

T = TypeVar("T")

OCCASIONS = tuple(occasion.value for occasion in Occasion)
DAY_HELP = "2026-11-22, today, yesterday, mon or -2d."

COVERAGE_DAYS = 28
TREND_DAYS = 90
REPORT_DAYS = 30
SCHEDULE_DAYS = 28
"""How many days a command shows where nobody says from when."""

Option = Callable[[Any], Any]
"""What attaches an option, or a list of options, to a command."""


def options(*listed: Option) -> Option:
    """Options that several commands take, in the order in which help lists them."""

    def attach(command: Any) -> Any:
        # click lists first what is attached last.
        for option in reversed(listed):
            command = option(command)
        return command

    return attach


class ClearableChoice(click.Choice[str]):
    """A choice, or nothing: an empty text takes the field out again."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The chosen word, as click finds it; blanks stay, for `given` to read."""
        return (
            value
            if isinstance(value, str) and not value.strip()
            else super().convert(value, param, ctx)
        )


def anyway_option(help: str) -> Option:
    """`--anyway`, which lets pass what is more often a slip."""
    return click.option("--anyway", is_flag=True, help=help)


json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object.")
note_option = click.option("--note", metavar="TEXT", help="A remark to keep with it.")
number_argument = click.argument("number", type=click.IntRange(min=1), metavar="ID")

when_options = options(
    click.option("--on", metavar="DAY", help=f"The day: {DAY_HELP}"),
    click.option("--at", metavar="HH:MM", help="The time of day."),
    click.option(
        "--occasion", type=ClearableChoice(OCCASIONS, case_sensitive=False), help="The meal."
    ),
    note_option,
    anyway_option("Insist on a future day or a huge amount."),
)
"""When, and why: `--on`, `--at`, `--occasion`, `--note` and `--anyway`."""

dose_options = options(
    click.option("--mcg", metavar="N", help="µg of B12 in all of it, or `unknown`."),
    click.option("--dv", metavar="PERCENT", help="What a label states in % of Daily Value."),
    click.option(
        "--dv-basis",
        type=click.Choice(BASES),
        help="µg that the label calls 100 %: 2.4 (US today), 6 (US before 2020), 2.5 (EU).",
    ),
)
"""`--mcg`, `--dv` and `--dv-basis`, for what no table holds."""

stated_options = options(
    dose_options,
    click.option("--fortified", is_flag=True, help="The B12 was added to the food."),
)
"""The options of `dose_options`, and `--fortified`."""

eaten_options = options(
    when_options,
    stated_options,
    click.option(
        "--accept-flag", is_flag=True, help="Count a content that is flagged as doubtful."
    ),
)
"""What can be said of an intake: when, how much B12, and that a doubtful content counts."""

list_range_options = options(
    click.option("--from", "first", metavar="DAY", help=f"The first day: {DAY_HELP}"),
    click.option("--to", "last", metavar="DAY", help="The last day."),
)
"""`--from` and `--to` of what is listed from the first to the last of it."""

range_options = options(
    click.option("--from", "first", metavar="DAY", help=f"The first day: {DAY_HELP}"),
    click.option("--to", "last", metavar="DAY", help="The last day (today)."),
)
"""`--from` and `--to` of what is shown until today."""


def open_diary(ctx: click.Context) -> Diary:
    """The diary that the global options name; what is to be told of it goes to standard error."""
    from tracker.commands.terminal.output import warn
    from tracker.services.opening import open_diary

    diary = open_diary(settings_of(ctx))
    warn(diary.database.notes)
    # The library is opened by what needs it: only in the end it is known what to tell of it.
    ctx.call_on_close(lambda: warn(diary.notes))
    return diary


def settings_of(ctx: click.Context) -> Settings:
    """What the global options say."""
    settings: Settings = ctx.find_root().obj or Settings()
    return settings


def day_of(diary: Diary, text: str | None) -> date | None:
    """The day that an option says; `None` where it is not given.

    Raises:
        TrackerError: it says no day.
    """
    from tracker.language.days import parse_day

    return None if text is None else parse_day(text, diary.today)


def listed_days(diary: Diary, first: str | None, last: str | None) -> Days:
    """The days of `list_range_options`: every day, up to the ends that are given.

    Raises:
        TrackerError: no day, or the days are out of order.
    """
    from tracker.language.days import EVER, Days

    return Days(day_of(diary, first) or EVER.first_day, day_of(diary, last) or EVER.last_day)


def shown_days(diary: Diary, first: str | None, last: str | None, count: int) -> Days:
    """The days of `range_options`: until today, and `count` of them, where nobody says otherwise.

    Raises:
        TrackerError: no day, or the days are out of order.
    """
    from tracker.language.days import Days

    last_day = day_of(diary, last) or diary.today
    first_day = day_of(diary, first)
    return Days.until(last_day, count) if first_day is None else Days(first_day, last_day)


def given(text: str | None, read: Callable[[str], T]) -> T | Cleared | None:
    """What an option sets a field to: nothing where it is not given, and clears it where blank.

    Raises:
        TrackerError: `read` finds no sense in the text.
    """
    from tracker.services.keeping import CLEARED

    if text is None:
        return None
    return read(text) if text.strip() else CLEARED


def given_day(diary: Diary, text: str | None) -> date | Cleared | None:
    """As `given`, for a day.

    Raises:
        TrackerError: the text says no day.
    """
    from tracker.language.days import parse_day

    return given(text, lambda said: parse_day(said, diary.today))


def refuse_nothing(changes: DataclassInstance, example: str) -> None:
    """Refuses an edit that says nothing to change; `example` is what could be said.

    Raises:
        click.UsageError: it says nothing, or only insists.
    """
    from tracker.services.keeping import says_nothing

    if says_nothing(changes):
        raise click.UsageError(f"say what to change, such as {example}")


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
        time=given(at, parse_time),
        occasion=given(occasion, Occasion),
        note=given(note, str),
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
            percent, parse_number(dv_basis or USUAL_BASIS, "--dv-basis"), fortified
        )
    return None


def said_of_intake(
    diary: Diary,
    mcg: str | None,
    dv: str | None,
    dv_basis: str | None,
    fortified: bool,
    **when: Any,
) -> tuple[Details, StatedAmount | None]:
    """What the options of `eaten_options` say: when it was, and the amount if one is stated.

    Raises:
        TrackerError: no day or time, options that contradict one another, or no usable number.
    """
    return details(diary, **when), stated_amount(mcg, dv, dv_basis, fortified)


def chooser() -> Choose | None:
    """Asks which of several things is meant, on a terminal; `None` where nobody can answer."""
    return _ask if sys.stdin.isatty() and sys.stdout.isatty() else None


def _ask(wanted: str, names: Sequence[str]) -> int:
    from tracker.commands.terminal.output import say

    say(f"“{wanted}” could be:")
    say(*(f"  {place}  {name}" for place, name in enumerate(names, start=1)))
    place: int = click.prompt("Which one", type=click.IntRange(1, len(names)))
    return place - 1
