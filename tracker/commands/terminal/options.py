"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from tracker.nutrition.diary.when import Occasion

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


class ClearableRange(click.ParamType[str]):
    """A whole number of a range as text, or nothing: an empty text takes the field out again."""

    name = "integer range"

    def __init__(self, least: int, most: int) -> None:
        self._numbers = click.IntRange(least, most)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The number in digits; blanks stay, for `given` to read."""
        text = str(value)
        return str(self._numbers.convert(value, param, ctx)) if text.strip() else text


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
