"""Says what a change of the diary did, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.commands.terminal.output import say, warn
from tracker.reports.diary.wording import (
    day_line,
    held_back_notes,
    intake_line,
    moment_text,
    not_known_notes,
    revised_notes,
)
from tracker.reports.people.targets import notes_on

if TYPE_CHECKING:
    from tracker.nutrition.diary.changes import Corrected, Logged, Removed
    from tracker.services.opening import Diary


def confirm_logged(diary: Diary, logged: Logged) -> None:
    """`logged 2 × egg, large: 1.12 µg (0.72 to 1.2) · today 1.12 of 2.4 µg (47 %)`."""
    whose = "" if diary.person.name == "me" else f" for {diary.person.name}"
    lines = [f"logged{whose} {intake_line(intake)}" for intake in logged.intakes]
    summary = day_line(logged.day, diary.today)
    if len(lines) == 1:
        lines = [f"{lines[0]} · {summary}"]
    else:
        lines.append(summary)
    say(*lines)
    targets = notes_on(diary.person, [logged.day.target], diary.today)
    warn(
        [
            *held_back_notes(logged.valued),
            *not_known_notes(logged.valued),
            *revised_notes(logged.revised),
            *targets,
        ]
    )


def confirm_corrected(diary: Diary, corrected: Corrected) -> None:
    """What an intake is now, and the day."""
    after = corrected.after
    said = f"changed #{after.id} to {intake_line(after)}, {moment_text(after)}"
    say(f"{said} · {day_line(corrected.day, diary.today)}")
    warn([*held_back_notes([corrected.valued]), *not_known_notes([corrected.valued])])


def confirm_removed(diary: Diary, removed: Removed) -> None:
    """What is gone, and the day."""
    say(f"removed {intake_line(removed.intake)} · {day_line(removed.day, diary.today)}")
