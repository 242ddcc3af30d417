"""Says what a change of the diary did, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.commands.terminal.output import say, warn
from tracker.reports.diary.wording import day_line, intake_line, moment_text
from tracker.reports.people.targets import notes_on

if TYPE_CHECKING:
    from tracker.services.diary.correcting import Corrected
    from tracker.services.diary.logging import Logged
    from tracker.services.opening import Diary


def confirm_logged(diary: Diary, logged: Logged) -> None:
    """`logged 2 × egg, large: 1.12 µg (0.48 to 1.2) · today 1.12 of 2.4 µg (47 %)`."""
    whose = "" if diary.person.name == "me" else f" for {diary.person.name}"
    lines = [f"logged{whose} {intake_line(intake)}" for intake in logged.intakes]
    summary = day_line(logged.day, diary.today)
    if len(lines) == 1:
        lines = [f"{lines[0]} · {summary}"]
    else:
        lines.append(summary)
    say(*lines)
    warn([*logged.notes, *notes_on(diary.person, [logged.day.target], diary.today)])


def confirm_corrected(diary: Diary, corrected: Corrected) -> None:
    """What an intake is now, or that it is gone, and the day."""
    before, after = corrected.before, corrected.after
    if after is None:
        said = f"removed {intake_line(before)}"
    else:
        said = f"changed #{after.id} to {intake_line(after)}, {moment_text(after)}"
    say(f"{said} · {day_line(corrected.day, diary.today)}")
