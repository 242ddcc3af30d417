"""`b12 schedule`: when supplements are meant to be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.commands.terminal.asking import chooser
from tracker.commands.terminal.options import DAY_HELP, SCHEDULE_DAYS, json_option, options
from tracker.commands.terminal.output import emit_json, say, show_list
from tracker.commands.terminal.said import day_of, given, given_day, open_diary, refuse_nothing

if TYPE_CHECKING:
    from tracker.services.opening import Diary
    from tracker.services.supplements.schedules import ScheduleChanges


@click.group("schedule")
def command() -> None:
    """When supplements are meant to be taken, and reminders for a calendar.

    WHICH is the name of what is taken, or the number that `list` shows.

    \b
    b12 schedule add veg1 --every day --at 08:00
    b12 schedule list
    b12 schedule export -o b12.ics
    """


_when_options = options(
    click.option("--every", metavar="EVERY", help="day, 2d, week, 2w, mon,thu or month."),
    click.option("--units", metavar="N", help="Units at a time, such as 2 or 1/2."),
    click.option("--at", metavar="HH:MM", help="The time of day."),
    click.option("--from", "first", metavar="DAY", help=f"The first day: {DAY_HELP}"),
    click.option("--until", metavar="DAY", help="The last day."),
)


@command.command("add")
@click.argument("item")
@_when_options
@click.pass_context
def add(ctx: click.Context, /, item: str, **values: Any) -> None:
    """Add a schedule of a supplement, or of a dose in words.

    Weekly on the weekday of the first day; monthly on its day of the month, or
    on the last day of months that are shorter. For another rhythm later on, end
    one schedule and begin another.

    \b
    b12 schedule add veg1 --every day --at 08:00
    b12 schedule add "2000 mcg cyanocobalamin" --every week --from sun
    b12 schedule add "1000 mcg hydroxocobalamin injection" --every week --until 2026-12-20
    b12 schedule add "1000 mcg hydroxocobalamin injection" --every month --from 2027-01-17
    """
    from tracker.services.supplements.schedules import add_schedule

    diary = open_diary(ctx)
    schedule = add_schedule(diary, item, _changes(diary, **values), chooser())
    say(f"added schedule {schedule.id}: {schedule.words}")


@command.command("edit")
@click.argument("which")
@_when_options
@click.option("--any-time", is_flag=True, help='Take the time of day out, as --at "" does.')
@click.option("--without-end", is_flag=True, help='Take the last day out, as --until "" does.')
@click.pass_context
def edit(ctx: click.Context, /, which: str, **values: Any) -> None:
    """Change a schedule, for its past days too; to keep those, stop it and add another.

    An empty text takes a field out: --at "", --until ""; --units "" is one.

    \b
    b12 schedule edit veg1 --at 19:00
    b12 schedule edit 2 --every mon,thu
    """
    from tracker.services.supplements.schedules import edit_schedule

    diary = open_diary(ctx)
    changes = _changes(diary, **values)
    refuse_nothing(changes, "--every 2d or --at 19:00")
    say(f"changed: {edit_schedule(diary, which, changes).words}")


@command.command("stop")
@click.argument("which")
@click.option("--until", metavar="DAY", help=f"Its last day (yesterday): {DAY_HELP}")
@click.pass_context
def stop(ctx: click.Context, which: str, until: str | None) -> None:
    """End a schedule: nothing is due from today on; its past stays.

    \b
    b12 schedule stop veg1
    b12 schedule stop 2 --until 2026-12-31
    """
    from tracker.services.supplements.schedules import stop_schedule

    diary = open_diary(ctx)
    say(f"stopped: {stop_schedule(diary, which, day_of(diary, until)).words}")


@command.command("remove")
@click.argument("which")
@click.pass_context
def remove(ctx: click.Context, which: str) -> None:
    """Take a schedule out, with its past; what was logged stays.

    \b
    b12 schedule remove veg1
    """
    from tracker.services.supplements.schedules import remove_schedule

    say(f"removed: {remove_schedule(open_diary(ctx), which).words}")


@command.command("list")
@json_option
@click.pass_context
def list_(ctx: click.Context, as_json: bool) -> None:
    """List the schedules, past ones too.

    \b
    b12 schedule list
    """
    from tracker.reports.supplements.schedules import schedule_list
    from tracker.services.supplements.schedules import list_schedules

    diary = open_diary(ctx)
    show_list(
        schedule_list(diary.person, list_schedules(diary)),
        "there is no schedule; add one with: b12 schedule add veg1 --every day",
        as_json=as_json,
    )


@command.command("show")
@click.argument("which")
@json_option
@click.pass_context
def show(ctx: click.Context, which: str, as_json: bool) -> None:
    """Show a schedule and how far the last four weeks follow it.

    \b
    b12 schedule show veg1
    """
    from tracker.language.days import Days
    from tracker.reports.supplements.due import adherence_text
    from tracker.services.diary.due import adherence_to
    from tracker.services.supplements.schedules import find_schedule

    diary = open_diary(ctx)
    schedule = find_schedule(diary, which)
    days = Days.until(diary.today, SCHEDULE_DAYS)
    followed = adherence_to(diary, schedule, days.first_day, days.last_day)
    if as_json:
        from tracker.reports.supplements.schedules import one_schedule_document

        emit_json(one_schedule_document(diary.person, schedule, followed))
        return
    say(f"schedule {schedule.id}: {schedule.words}")
    counts = adherence_text(followed) if followed else "nothing was due"
    say(f"from {days.first_day} to {days.last_day}: {counts}")


@command.command("export")
@click.option("-o", "--output", metavar="FILE", required=True, help="The file, such as b12.ics.")
@click.pass_context
def export(ctx: click.Context, output: str) -> None:
    """Write reminders that a phone's calendar reads; exporting again updates them.

    Times are those of the clock on the wall, wherever the phone is.

    \b
    b12 schedule export -o b12.ics
    """
    from tracker.reports.files import calendar_path
    from tracker.services.supplements.reminders import calendar_of
    from tracker.services.supplements.schedules import list_schedules
    from tracker.writing import write_whole

    diary = open_diary(ctx)
    path = calendar_path(output)
    schedules = list_schedules(diary)
    write_whole(path, calendar_of(diary, schedules))
    count = len(schedules)
    say(f"wrote {path}: {count} schedule{'' if count == 1 else 's'} as repeating reminders")


def _changes(
    diary: Diary,
    *,
    every: str | None,
    units: str | None,
    at: str | None,
    first: str | None,
    until: str | None,
    any_time: bool = False,
    without_end: bool = False,
) -> ScheduleChanges:
    from tracker.language.days import parse_time
    from tracker.services.keeping import CLEARED
    from tracker.services.supplements.schedules import ScheduleChanges

    return ScheduleChanges(
        every=every,
        units=given(units, str),
        at=CLEARED if any_time else given(at, parse_time),
        first_day=day_of(diary, first),
        last_day=CLEARED if without_end else given_day(diary, until),
    )
