"""What a diary holds over a period, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.nutrition.diary.intake import IntakeKind, Period
from tracker.nutrition.health.blood_tests import LabResult
from tracker.nutrition.health.symptoms import SymptomEntry


@dataclass(frozen=True)
class DatedNote:
    """A remark that a person wrote down, and what it belongs to."""

    day: date
    about: str
    text: str


@dataclass(frozen=True)
class Timeline:
    """Days, blood tests and symptoms of one person on one axis.

    `with_lead_in` begins some days before `period`, so that means over the days before are whole.
    """

    with_lead_in: Period
    first_day: date
    blood_tests: tuple[LabResult, ...] = ()
    symptoms: tuple[SymptomEntry, ...] = ()

    @property
    def period(self) -> Period:
        """The days that are meant."""
        return self.with_lead_in.since(self.first_day)

    @property
    def supplement_days(self) -> dict[str, list[date]]:
        """The days on which each supplement was taken, most frequent first."""
        found: dict[str, list[date]] = {}
        for day in self.period.days:
            taken = (one for one in day.intakes if one.kind is IntakeKind.SUPPLEMENT)
            for name in dict.fromkeys(one.name for one in taken):
                found.setdefault(name, []).append(day.day)
        return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))

    @property
    def notes(self) -> list[DatedNote]:
        """Every remark in the order of its day; one that repeats on a day counts once."""
        listed = [
            DatedNote(day.day, one.name, one.note)
            for day in self.period.days
            for one in day.intakes
            if one.note
        ]
        listed += [
            DatedNote(one.day, one.facts.short_name, one.note)
            for one in self.blood_tests
            if one.note
        ]
        listed += [
            DatedNote(one.day, one.symptom.name, one.note) for one in self.symptoms if one.note
        ]
        by_text = {(note.day, note.text): note for note in reversed(listed)}
        return sorted(by_text.values(), key=lambda note: note.day)
