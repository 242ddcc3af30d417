"""The kept targets are those of the rule, day by day."""

from datetime import date, timedelta
from decimal import Decimal

from tracker.nutrition.people.person import LifePhase, Person, Phase
from tracker.services.opening import open_diary
from tracker.settings import Settings
from tracker.store.records.people import add_person, add_phase, person_by_id
from tracker.store.records.target_spans import targets_between

BORN = date(1996, 5, 5)
PREGNANT, BIRTH = date(2026, 1, 10), date(2026, 10, 1)
DAY = timedelta(days=1)


def test_the_targets_of_a_range_are_those_of_its_days_in_order(database_path):
    diary = open_diary(Settings(database=str(database_path)))
    with diary.database.change(1, "added Ida") as change:
        ida = add_person(change, Person(0, "Ida", born=BORN), diary.references)
        # The later one first: the order is that of the days and not of the writing.
        for phase, first, last in (
            (Phase.LACTATION, BIRTH, None),
            (Phase.PREGNANCY, PREGNANT, BIRTH - DAY),
        ):
            add_phase(change, ida, LifePhase(0, phase, first, last), diary.references)

    def amounts(first_day, last_day):
        with diary.database.read() as connection:
            person = person_by_id(connection, ida)
            return [
                one.target.mcg for one in targets_between(connection, person, first_day, last_day)
            ]

    adult, pregnant, lactating = Decimal("2.4"), Decimal("2.6"), Decimal("2.8")
    assert amounts(PREGNANT - DAY, BIRTH) == [adult, pregnant, lactating]
    assert amounts(PREGNANT, BIRTH - DAY) == [pregnant]
    assert amounts(BIRTH, BIRTH) == [lactating]
    assert amounts(BORN - DAY, BORN - DAY) == []
