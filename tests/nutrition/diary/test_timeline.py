"""What a stretch of time holds: supplements by their days, and remarks."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from tracker.nutrition.diary.intake import DaySummary, Intake, IntakeKind, Period
from tracker.nutrition.diary.timeline import Timeline
from tracker.nutrition.diary.when import When
from tracker.nutrition.health.blood_tests import LabResult
from tracker.nutrition.health.markers import Marker
from tracker.nutrition.health.symptoms import SymptomEntry, parse_symptom
from tracker.nutrition.people.person import Person

FIRST = date(2026, 11, 16)
TAKEN, EATEN = IntakeKind.SUPPLEMENT, IntakeKind.FOOD


def day(number):
    return FIRST + timedelta(days=number)


def intake(number, kind, name, note=None):
    return Intake(kind, name, Fraction(1), None, None, When(day(number), note=note))


def timeline(*intakes, **more):
    """Three days, and one before them so that means are whole."""
    days = [
        DaySummary(day(number), None, tuple(one for one in intakes if one.day == day(number)))
        for number in range(-1, 3)
    ]
    return Timeline(Period(Person(1, "Ana"), tuple(days)), FIRST, **more)


def test_each_supplement_has_its_days_once_the_most_frequent_first():
    found = timeline(
        intake(-1, TAKEN, "rare"),
        intake(0, TAKEN, "zinc"),
        intake(0, TAKEN, "daily"),
        intake(0, TAKEN, "daily"),
        intake(0, EATEN, "egg"),
        intake(1, TAKEN, "alga"),
        intake(2, TAKEN, "daily"),
    )
    assert list(found.supplement_days.items()) == [
        ("daily", [day(0), day(2)]),
        ("alga", [day(1)]),
        ("zinc", [day(0)]),
    ]


def test_a_remark_that_repeats_on_a_day_counts_once_and_on_another_day_again():
    found = timeline(
        intake(-1, EATEN, "rice", "before"),
        intake(0, EATEN, "egg", "at Bo's"),
        intake(0, EATEN, "milk", "at Bo's"),
        intake(1, EATEN, "egg", "at Bo's"),
        intake(2, EATEN, "egg"),
    )
    assert [(one.day, one.about, one.text) for one in found.notes] == [
        (day(0), "egg", "at Bo's"),
        (day(1), "egg", "at Bo's"),
    ]


def test_remarks_of_intakes_blood_tests_and_symptoms_are_in_the_order_of_their_days():
    found = timeline(
        intake(2, EATEN, "egg", "third"),
        blood_tests=(
            LabResult(Marker.MMA, Decimal("0.3"), "µmol/L", day(1), note="second"),
            LabResult(Marker.MMA, Decimal("0.3"), "µmol/L", day(2)),
        ),
        symptoms=(SymptomEntry(parse_symptom("fatigue"), 2, day(0), "first"),),
    )
    assert [(one.about, one.text) for one in found.notes] == [
        ("fatigue", "first"),
        ("MMA", "second"),
        ("egg", "third"),
    ]
