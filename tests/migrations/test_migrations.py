"""Migrations are tested like features: real files, rows in them, and the two traps of SQLite."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tracker.errors import TrackerError
from tracker.services.diary.logging import Details, eat
from tracker.services.opening import open_diary
from tracker.settings import Settings
from tracker.store import tables
from tracker.store.database import REVISIONS, Database

ROOT = Path(__file__).parents[2]


def rows(path, sql):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def execute(path, sql):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)
        connection.commit()


@pytest.fixture
def with_rows(database_path):
    """A diary of the newest revision, with an intake in it."""
    diary = open_diary(Settings(database=str(database_path)))
    eat(diary, ["2 eggs"], Details())
    return database_path


def test_the_program_knows_every_revision_in_order():
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    script = ScriptDirectory.from_config(config)
    assert tuple(one.revision for one in script.walk_revisions())[::-1] == REVISIONS


def is_of_the_model(_item, name, kind, _reflected, _compared):
    return kind != "table" or not name.startswith("food_search")


def test_the_migrated_schema_is_the_model(database_path):
    database = Database.open(str(database_path))
    with database.read() as connection:
        # The full-text index is SQLite's own and made of tables of its own.
        options = {"compare_type": True, "include_object": is_of_the_model}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, tables.metadata) == []


def test_the_migrated_checks_are_those_of_the_model(database_path):
    from sqlalchemy import inspect

    database = Database.open(str(database_path))
    with database.read() as connection:
        for table in tables.metadata.sorted_tables:
            migrated = {
                (one["name"], " ".join(one["sqltext"].split()))
                for one in inspect(connection).get_check_constraints(table.name)
            }
            modelled = {
                (str(one.name), " ".join(str(one.sqltext).split()))
                for one in table.constraints
                if one.__class__.__name__ == "CheckConstraint"
            }
            assert migrated == modelled, table.name


def test_a_copy_is_made_before_an_upgrade(with_rows, next_revision):
    next_revision('op.add_column("person", sa.Column("nickname", sa.Text()))')
    Database.open(str(with_rows))
    copies = list(with_rows.parent.glob("diary.db.before-upgrade*"))
    assert len(copies) == 1
    assert copies[0].stat().st_mode & 0o077 == 0
    assert rows(copies[0], "SELECT name FROM intake") == [("egg",)]
    assert rows(with_rows, "SELECT nickname FROM person") == [(None,)]
    assert rows(with_rows, "SELECT name FROM intake") == [("egg",)]


def test_a_second_upgrade_overwrites_no_earlier_copy(with_rows, next_revision):
    next_revision('op.add_column("person", sa.Column("nickname", sa.Text()))')
    was = with_rows.read_bytes()
    Database.open(str(with_rows))
    for eaten in ("milk", "cheddar"):
        with_rows.write_bytes(was)
        for beside in with_rows.parent.glob("diary.db-*"):
            beside.unlink()
        execute(with_rows, f"UPDATE intake SET name = '{eaten}'")
        Database.open(str(with_rows))
    copies = sorted(with_rows.parent.glob("diary.db.before-upgrade*"))
    name = f"diary.db.before-upgrade-from-{REVISIONS[-1]}"
    assert [copy.name for copy in copies] == [name, f"{name}-2", f"{name}-3"]
    kept = [rows(copy, "SELECT name FROM intake") for copy in copies]
    assert kept == [[("egg",)], [("milk",)], [("cheddar",)]]
    assert all(copy.stat().st_mode & 0o077 == 0 for copy in copies)


def test_a_revision_that_fails_halfway_leaves_nothing_behind(with_rows, next_revision):
    next_revision(
        """\
        op.add_column("person", sa.Column("nickname", sa.Text()))
        op.execute("UPDATE intake SET name = 'lost'")
        raise RuntimeError("power cut")
        """
    )
    with pytest.raises(RuntimeError, match="power cut"):
        Database.open(str(with_rows))
    columns = [row[1] for row in rows(with_rows, "PRAGMA table_info(person)")]
    assert "nickname" not in columns
    assert rows(with_rows, "SELECT name FROM intake") == [("egg",)]
    assert rows(with_rows, "SELECT version_num FROM alembic_version") == [(REVISIONS[-1],)]


def test_rebuilding_a_parent_table_keeps_the_rows_of_its_children(with_rows, next_revision):
    before = rows(with_rows, "SELECT COUNT(*) FROM portion")
    next_revision(
        """\
        with op.batch_alter_table("food", recreate="always") as batch:
            batch.add_column(sa.Column("colour", sa.Text()))
        """
    )
    Database.open(str(with_rows))
    assert rows(with_rows, "SELECT COUNT(*) FROM portion") == before != [(0,)]
    assert rows(with_rows, "SELECT COUNT(*) FROM food_name") != [(0,)]


def test_an_upgrade_that_would_orphan_rows_is_refused(with_rows, next_revision):
    next_revision('op.execute("DELETE FROM person")')
    with pytest.raises(TrackerError, match="was not upgraded"):
        Database.open(str(with_rows))
    assert rows(with_rows, "SELECT COUNT(*) FROM person") == [(1,)]


def test_a_newer_diary_is_refused_with_one_line(with_rows):
    execute(with_rows, "UPDATE alembic_version SET version_num = '4711'")
    with pytest.raises(TrackerError, match="newer b12"):
        Database.open(str(with_rows))


def alembic(folder, *args):
    """Alembic as a developer runs it, in a checkout."""
    return subprocess.run(
        [sys.executable, "-m", "alembic", "-c", str(ROOT / "setup.cfg"), *args],
        cwd=folder,
        capture_output=True,
        text=True,
    )


def test_alembic_knows_the_revisions_of_a_checkout():
    done = alembic(ROOT, "heads")
    assert done.returncode == 0, done.stderr
    assert REVISIONS[-1] in done.stdout


@pytest.mark.parametrize("args", [["upgrade", "head"], ["upgrade", "head", "--sql"], ["current"]])
def test_alembic_by_itself_touches_no_database(tmp_path, args):
    folder = tmp_path / "checkout"
    folder.mkdir()
    for name in ("setup.cfg", "migrations"):
        (folder / name).symlink_to(ROOT / name)
    done = alembic(folder, *args)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "open the diary with b12" in done.stdout + done.stderr
    assert {path.name for path in folder.iterdir()} == {"setup.cfg", "migrations"}
