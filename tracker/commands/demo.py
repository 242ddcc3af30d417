"""`b12 demo`: a month of a made-up diary, to look at."""

from __future__ import annotations

import click

from tracker.commands.terminal.output import say
from tracker.commands.terminal.showing import show_day


@click.command("demo")
@click.option("-o", "--output", metavar="FILE", help="Where to write the week's page.")
@click.option("--until", metavar="DAY", help="The last day of the made-up diary (today).")
def command(output: str | None, until: str | None) -> None:
    """Fill a demo diary with five weeks of a vegan's days, show one, draw its week.

    Your own diary is not touched: the demo is a database of its own, written
    anew each time.

    \b
    b12 demo
    b12 demo -o demo.png
    """
    from datetime import timedelta

    from tracker import clock
    from tracker.language.days import IsoWeek, parse_day
    from tracker.reports.charts.sheet import write_sheet
    from tracker.reports.charts.week.page import draw_week
    from tracker.reports.files import picture_path
    from tracker.services.absorption.coverage import estimate
    from tracker.services.demo import make_demo
    from tracker.services.diary.reading import read_week
    from tracker.settings import demo_path

    today = clock.today()
    last_day = parse_day(until, today) if until else today
    # Six days back: on any weekday the week that this falls in is the latest whole one.
    week = IsoWeek.of(last_day - timedelta(days=6))
    path = picture_path(output, f"b12-demo-{week}")
    diary = make_demo(demo_path(), last_day)
    estimates = estimate(diary, week.first_day, week.last_day)
    # The page first: who reads the lines may stop before the last one, as `head` does.
    write_sheet(draw_week(read_week(diary, week), estimates), path)
    show_day(diary, last_day, as_json=False)
    say("", f"wrote {path}: the week {week} of this made-up diary")
    say(f"look around in it with: {_program()} --db {demo_path()} week {week}")


def _program() -> str:
    """How the person can call this program: by name only where a shell finds it."""
    import shutil
    import sys

    return "b12" if shutil.which("b12") else sys.argv[0]
