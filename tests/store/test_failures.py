"""What a driver says becomes one line, and a bug keeps its traceback."""

import importlib

import pytest
from sqlalchemy.exc import OperationalError, ProgrammingError

from tracker.errors import TrackerError
from tracker.store.database import Database
from tracker.store.failures import readable_failures


def test_a_misspelt_import_within_a_transaction_keeps_its_traceback(diary):
    for transaction in (diary.database.read, diary.database.write):
        with pytest.raises(ModuleNotFoundError, match="no_such_module"), transaction():
            importlib.import_module("tracker.no_such_module")


def test_a_missing_driver_is_named():
    with pytest.raises(TrackerError, match=r"needs the Python package 'oracledb'.*install it"):
        Database.open("oracle+oracledb://ida:secret@host/x")


def test_a_kind_of_database_that_nobody_knows_is_named_without_its_password():
    with pytest.raises(TrackerError, match="is not supported") as refused:
        Database.open("nosuch://ida:secret@host/x")
    assert "secret" not in str(refused.value)


def test_a_database_that_the_server_lacks_is_named():
    said = Exception('connection failed: FATAL:  database "b13" does not exist')
    with (
        pytest.raises(TrackerError, match=r"^the diary does not exist on the server$"),
        readable_failures("the diary"),
    ):
        raise OperationalError("SELECT 1", {}, said)


@pytest.mark.parametrize(
    "said",
    [
        'relation "intake" does not exist',
        'column "nickname" of relation "person" does not exist',
        "function fts5(text) does not exist",
    ],
)
def test_a_table_or_column_that_is_missing_is_a_fault_of_the_program(said):
    with pytest.raises(ProgrammingError, match="does not exist"), readable_failures("the diary"):
        raise ProgrammingError("SELECT 1", {}, Exception(said))
