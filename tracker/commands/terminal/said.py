"""What the shared options say: whose diary, which days, what a field is set to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from tracker.settings import Settings

if TYPE_CHECKING:
    from datetime import date

    from _typeshed import DataclassInstance

    from tracker.language.days import Days
    from tracker.services.keeping import Cleared
    from tracker.services.opening import Diary

T = TypeVar("T")


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
