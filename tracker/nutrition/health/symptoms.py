"""Symptoms that the article names, as codes with plain names, and their severity over time.

A severity is what the person says, from 0 to 4. Nothing is added up: no number of symptoms makes
a diagnosis, and the same ones come with many other conditions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.errors import TrackerError
from tracker.language.vocabulary import Vocabulary
from tracker.nutrition.people.person import Person, completed_months

SEVERITIES = ("none", "mild", "moderate", "severe", "very severe")
MONTHS_OF_TWO_YEARS = 24
"""Months of life in which a listless child is to be seen at once: longer than the infancy of a
reference, as a toddler may still live on the milk of its mother."""


@dataclass(frozen=True)
class Symptom:
    """A symptom of the vocabulary; `red_flag` is the sentence for which it stands out."""

    code: str
    name: str
    other_names: tuple[str, ...] = ()
    red_flag: str = ""


_SOON = "is a reason to see a clinician soon, and at once after nitrous oxide (laughing gas)"

VOCABULARY = (
    Symptom("fatigue", "fatigue", ("tired", "tiredness", "exhaustion", "exhausted", "no energy")),
    Symptom("weakness", "weakness", ("weak", "muscle weakness")),
    Symptom(
        "numbness",
        "numbness or tingling",
        ("numb", "tingling", "pins and needles", "paraesthesia", "paresthesia"),
        f"numbness or tingling that spreads {_SOON}",
    ),
    Symptom("cramps", "muscle cramps", ("cramp", "muscle cramp", "leg cramps")),
    Symptom("dizziness", "dizziness", ("dizzy", "light-headed", "lightheaded", "vertigo")),
    Symptom(
        "balance",
        "poor balance",
        ("unsteady", "unsteady gait", "unsteadiness", "falls", "ataxia"),
        f"an unsteady gait {_SOON}",
    ),
    Symptom("skin", "pale or yellowish skin", ("pale", "pallor", "pale skin", "yellow skin")),
    Symptom("depression", "depression", ("depressed", "low mood")),
    Symptom("anxiety", "anxiety", ("anxious",)),
    Symptom("paranoia", "paranoia", ("paranoid",)),
    Symptom("memory", "memory problems", ("forgetful", "memory loss", "brain fog")),
    Symptom(
        "vision",
        "blurred or double vision",
        ("blurred vision", "double vision", "blurry vision", "vision loss", "loss of vision"),
        f"vision that is being lost {_SOON}",
    ),
    Symptom("glossitis", "sore, smooth tongue", ("sore tongue", "tongue", "smooth tongue")),
    Symptom("constipation", "constipation", ("constipated",)),
    Symptom("appetite", "loss of appetite", ("appetite loss", "no appetite")),
    Symptom("weight", "weight loss", ("losing weight",)),
    Symptom("confusion", "confusion", ("confused",), f"confusion {_SOON}"),
)
_BY_CODE = {symptom.code: symptom for symptom in VOCABULARY}
_SYMPTOMS = Vocabulary(
    "symptom that is kept here",
    {symptom: (symptom.code, symptom.name, *symptom.other_names) for symptom in VOCABULARY},
)

_LETHARGIC_INFANT = (
    "an infant who is listless or unusually sleepy should be seen by a clinician at once, "
    "above all where the mother eats vegan"
)
_LETHARGY = {"fatigue", "weakness"}


@dataclass(frozen=True)
class SymptomEntry:
    """How severe a symptom was on a day, from 0 (none) to 4 (very severe)."""

    symptom: Symptom
    severity: int
    day: date
    note: str = ""
    id: int = 0


@dataclass(frozen=True)
class KeptSymptom:
    """An entry that was kept, and the red flag to say with it, if any."""

    entry: SymptomEntry
    red_flag: str


def symptom_of_code(code: str) -> Symptom:
    """The symptom of a code that was kept."""
    return _BY_CODE[code]


def parse_symptom(text: str) -> Symptom:
    """A symptom from its code, its name or what people call it.

    Raises:
        NotFoundError: the vocabulary has none of that name.
    """
    return _SYMPTOMS.named(text)


def parse_severity(text: str) -> int:
    """A severity from 0 to 4, or its word.

    Raises:
        TrackerError: neither.
    """
    plain = text.strip().lower()
    if plain in SEVERITIES:
        return SEVERITIES.index(plain)
    if plain in {"0", "1", "2", "3", "4"}:
        return int(plain)
    scale = ", ".join(f"{number} {word}" for number, word in enumerate(SEVERITIES))
    raise TrackerError(f"a severity is a number from 0 to 4, not {text[:20]!r}: {scale}")


def red_flag(entry: SymptomEntry, person: Person) -> str:
    """The sentence that an entry calls for, empty where it calls for none."""
    if entry.severity == 0:
        return ""
    born = person.born
    is_infant = born is not None and completed_months(born, entry.day) < MONTHS_OF_TWO_YEARS
    if is_infant and entry.symptom.code in _LETHARGY:
        return _LETHARGIC_INFANT
    return entry.symptom.red_flag
