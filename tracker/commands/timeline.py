"""`b12 timeline`: everything on one time axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.commands.terminal.options import DAY_HELP, LEAD_IN, json_option
from tracker.commands.terminal.output import emit_json, say, warn
from tracker.commands.terminal.said import day_of, open_diary

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from tracker.nutrition.absorption.estimate import DayEstimate
    from tracker.nutrition.diary.timeline import Timeline


@click.command("timeline")
@click.option("--from", "first", metavar="DAY", help=f"The first day (oldest entry): {DAY_HELP}")
@click.option("--to", "last", metavar="DAY", help="The last day (today).")
@click.option("--recovery-from", metavar="DAY", help="Mark how recovery goes, in general.")
@click.option("-o", "--output", metavar="PATH", help="A .png, .svg or .pdf, or a folder.")
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    first: str | None,
    last: str | None,
    recovery_from: str | None,
    output: str | None,
    as_json: bool,
) -> None:
    """Draw everything on one time axis, on one page.

    Intake and what was absorbed (an estimate) against target and need,
    supplements, blood tests with their cut-offs, symptoms, life stages, notes.

    \b
    b12 timeline -o timeline.png
    b12 timeline --from 2026-01-01 --to 2026-06-30 -o half-year.pdf
    b12 timeline --recovery-from 2026-03-01 -o since-march.png
    b12 timeline --json
    """
    from tracker.services.absorption.coverage import estimate_period
    from tracker.services.diary.timelines import read_timeline

    diary = open_diary(ctx)
    first_day, last_day, recovery = (day_of(diary, one) for one in (first, last, recovery_from))
    timeline = read_timeline(diary, first_day, last_day, LEAD_IN)
    estimates = estimate_period(diary, timeline.with_lead_in).days
    if output is not None or not as_json:
        path = _draw(timeline, estimates, recovery, output)
        say(f"wrote {path}: {_holds(timeline)}", err=as_json)
    if as_json:
        from tracker.reports.diary.timelines import timeline_document

        emit_json(timeline_document(timeline, estimates))
        return
    from tracker.reports.health.blood_tests import remarks_on

    warn(remarks_on(timeline.blood_tests))


def _draw(
    timeline: Timeline,
    estimates: Sequence[DayEstimate],
    recovery: date | None,
    output: str | None,
) -> Path:
    from tracker.reports.charts.sheet import write_sheet
    from tracker.reports.charts.timeline.page import draw_timeline, timeline_figure
    from tracker.reports.files import picture_path

    period = timeline.period
    path = picture_path(output, f"b12-timeline-{period.first_day}-to-{period.last_day}")
    write_sheet(draw_timeline(timeline_figure(timeline, estimates, recovery)), path)
    return path


def _holds(timeline: Timeline) -> str:
    from tracker.reports.numbers import counted

    period = timeline.period
    recorded = f"{len(period.recorded)} of {counted(len(period.days), 'day')} recorded"
    tests = counted(len(timeline.blood_tests), "blood test")
    entries = counted(len(timeline.symptoms), "entry", "entries")
    return f"{period.person.name}, {recorded}, {tests}, {entries} of symptoms"
