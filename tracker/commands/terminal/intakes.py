"""Options that say when something was eaten or taken, and how much B12 was in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.commands.terminal.options import (
    DAY_HELP,
    OCCASIONS,
    ClearableChoice,
    anyway_option,
    note_option,
    options,
)
from tracker.commands.terminal.said import given
from tracker.errors import TrackerError
from tracker.nutrition.diary.when import Occasion
from tracker.nutrition.foods.daily_value import BASES, USUAL_BASIS

if TYPE_CHECKING:
    from tracker.nutrition.foods.label import StatedAmount
    from tracker.services.diary.logging import Details
    from tracker.services.opening import Diary

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


def details(
    diary: Diary,
    on: str | None,
    at: str | None,
    occasion: str | None,
    note: str | None,
    *,
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
    mcg: str | None, dv: str | None, dv_basis: str | None, *, fortified: bool = False
) -> StatedAmount | None:
    """The amount that the options of `stated_options` state, `None` where they state none.

    Raises:
        TrackerError: options that contradict one another, or no usable number.
    """
    from tracker.language.numbers import parse_number
    from tracker.nutrition.amounts import ContentRange, parse_mcg
    from tracker.nutrition.foods.label import StatedAmount, percent_daily_value

    if any(one is not None and not one.strip() for one in (mcg, dv)):
        raise TrackerError(
            "an amount cannot be empty: --mcg unknown says that nobody knows it, --mcg 0 that "
            "there is none"
        )
    if mcg is not None and dv is not None:
        raise TrackerError("--mcg and --dv say the same twice: give one of them")
    if fortified and mcg is None and dv is None:
        raise TrackerError("--fortified goes with an amount: --mcg or --dv")
    if dv is None and dv_basis is not None:
        raise TrackerError("--dv-basis needs --dv: the label's percentage")
    if mcg is not None:
        if mcg.strip().lower() == "unknown":
            return StatedAmount(None, "not known")
        return StatedAmount(ContentRange.exactly(parse_mcg(mcg, "--mcg")), "as stated", fortified)
    if dv is not None:
        percent = parse_number(dv.removesuffix("%"), "--dv")
        return percent_daily_value(
            percent, parse_number(dv_basis or USUAL_BASIS, "--dv-basis"), fortified=fortified
        )
    return None


def said_of_intake(
    diary: Diary,
    mcg: str | None,
    dv: str | None,
    dv_basis: str | None,
    *,
    fortified: bool,
    **when: Any,
) -> tuple[Details, StatedAmount | None]:
    """What the options of `eaten_options` say: when it was, and the amount if one is stated.

    Raises:
        TrackerError: no day or time, options that contradict one another, or no usable number.
    """
    return details(diary, **when), stated_amount(mcg, dv, dv_basis, fortified=fortified)
