"""The timeline in words and as a JSON document."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.nutrition.absorption.estimate import DayEstimate, absorbed_of
from tracker.nutrition.diary.intake import DaySummary
from tracker.nutrition.diary.timeline import Timeline
from tracker.nutrition.diary.trends import statistics_of
from tracker.reports.diary.statistics import statistics_lines
from tracker.reports.documents import Document, document, number
from tracker.reports.health.blood_tests import (
    remarks_on,
    result_document,
    result_line,
    result_lines,
)
from tracker.reports.health.symptoms import entries_document, entry_line
from tracker.reports.numbers import counted
from tracker.reports.people.targets import target_document


def timeline_lines(timeline: Timeline) -> list[str]:
    """Everything that the picture shows, in words."""
    tests = [f"{result_line(one)}: {'; '.join(result_lines(one))}" for one in timeline.blood_tests]
    taken = [
        f"{name} on {counted(len(days), 'day')}" for name, days in timeline.supplement_days.items()
    ]
    return [
        *statistics_lines(statistics_of(timeline.period)),
        *([f"supplements  {', '.join(taken)}"] if taken else []),
        *tests,
        *(entry_line(entry) for entry in timeline.symptoms),
        *(f"{note.day} {note.about}: {note.text}" for note in timeline.notes),
    ]


def timeline_document(timeline: Timeline, estimates: Sequence[DayEstimate]) -> Document:
    """The timeline: days with intake, target and estimate, and everything beside them."""
    period = timeline.period
    by_day = {one.day: one for one in estimates}
    return document(
        period.person.name,
        first_day=period.first_day.isoformat(),
        last_day=period.last_day.isoformat(),
        days=[
            {
                "day": day.day.isoformat(),
                "recorded": day.recorded,
                "intake_mcg": number(day.total.best) if day.recorded else None,
                "not_known": day.total.not_known,
                "target": target_document(day.target),
                **_estimate_document(day, by_day[day.day]),
            }
            for day in period.days
        ],
        supplements=[
            {"name": name, "days": [day.isoformat() for day in days]}
            for name, days in timeline.supplement_days.items()
        ],
        results=[result_document(one) for one in timeline.blood_tests],
        symptoms=entries_document(period.person, timeline.symptoms)["symptoms"],
        notes=[
            {"day": note.day.isoformat(), "about": note.about, "text": note.text}
            for note in timeline.notes
        ],
        remarks=remarks_on(timeline.blood_tests),
    )


def _estimate_document(day: DaySummary, estimate: DayEstimate) -> Document:
    absorbed = absorbed_of(day, estimate)
    ends = (absorbed.low, absorbed.likely, absorbed.high) if absorbed else (None, None, None)
    names = ("low", "likely", "high")
    return {
        "absorbed_mcg": {
            name: None if end is None else round(end, 3)
            for name, end in zip(names, ends, strict=True)
        },
        "need_mcg": estimate.need_mcg if estimate.is_assessed else None,
    }
