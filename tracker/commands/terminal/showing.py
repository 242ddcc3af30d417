"""Shows a day, as `b12 day` and `b12 today` do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.commands.terminal.output import emit_json, say, show_table, warn
from tracker.reports.diary.wording import day_title
from tracker.reports.numbers import NO_RECORD
from tracker.reports.people.targets import notes_on, target_text

if TYPE_CHECKING:
    from datetime import date

    from tracker.services.opening import Diary


def show_day(diary: Diary, day: date, *, as_json: bool) -> None:
    """A day's table and totals, or its JSON document."""
    from tracker.services.absorption.coverage import estimate
    from tracker.services.diary.reading import read_day

    summary = read_day(diary, day)
    estimates = estimate(diary, day, day)
    notes = notes_on(diary.person, [summary.target], diary.today)
    if as_json:
        from tracker.reports.absorption.documents import estimates_document
        from tracker.reports.diary.documents import day_document

        emit_json(day_document(diary.person, summary, notes) | estimates_document(estimates))
        return
    say(f"{diary.person.name} · {day_title(day)}")
    if summary.recorded:
        from tracker.reports.diary.tables import day_table, day_totals

        show_table(day_table(summary))
        say("", *day_totals(summary))
    else:
        say(f"{NO_RECORD}: nothing is logged, which is not the same as zero")
        say(f"target       {target_text(summary.target)}")
    if summary.recorded or estimates.absorbed.likely or estimates.not_taken:
        from tracker.reports.absorption.wording import estimate_lines

        say(*estimate_lines(estimates))
    warn(notes)
