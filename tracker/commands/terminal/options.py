"""Options that several commands share, and what becomes of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tracker.nutrition.diary.when import Occasion
from tracker.settings import Settings

if TYPE_CHECKING:
    from datetime import date

    from _typeshed import DataclassInstance

    from tracker.language.days import Days
    from tracker.services.choosing import Choose
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

LEAD_IN = 27
"""Days read before the first one, so that its mean over 28 days is whole."""

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
COUNT = click.IntRange(1, 2**63 - 1)
"""As far as a row of the database can be numbered."""

number_argument = click.argument("number", type=COUNT, metavar="ID")


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


def chooser() -> Choose | None:
    """Asks which of several things is meant, on a terminal; `None` where nobody can answer."""
    return _ask if sys.stdin.isatty() and sys.stdout.isatty() else None


def _ask(wanted: str, names: Sequence[str]) -> int:
    from tracker.commands.terminal.output import say

    say(f"“{wanted}” could be:")
    say(*(f"  {place}  {name}" for place, name in enumerate(names, start=1)))
    place: int = click.prompt("Which one", type=click.IntRange(1, len(names)))
    return place - 1
