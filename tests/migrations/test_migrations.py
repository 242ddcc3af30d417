"""Migrations are tested like features: real files, rows in them, and the two traps of SQLite."""

import sqlite3
import textwrap
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tracker import resources
from tracker.errors import TrackerError
from tracker.services.diary.logging import Details, eat
from tracker.services.opening import open_diary
from tracker.settings import Settings
from tracker.store import database as database_module
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
def next_revision(tmp_path, monkeypatch):
    """Adds a revision after the newest, in a copy of the folder; the real one stays as it is."""
    import shutil

    folder = tmp_path / "100% migrations"
    shutil.copytree(ROOT / "migrations", folder, ignore=shutil.ignore_patterns("__pycache__"))
    real = resources.folder

    def moved(name):
        return folder if name == "migrations" else real(name)

    def add(upgrade: str):
        text = f"""\
        import sqlalchemy as sa
        from alembic import op
        revision = "9999"
        down_revision = "{REVISIONS[-1]}"
        branch_labels = depends_on = None

        def upgrade():
        """
        body = textwrap.indent(textwrap.dedent(upgrade), "    ")
        (folder / "versions" / "9999_next.py").write_text(textwrap.dedent(text) + body)
        monkeypatch.setattr(resources, "folder", moved)
        monkeypatch.setattr(database_module, "REVISIONS", (*REVISIONS, "9999"))

    return add


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


def test_alembic_runs_from_setup_cfg_alone(tmp_path):
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "alembic", "-c", str(ROOT / "setup.cfg"), "heads"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert REVISIONS[-1] in done.stdout
