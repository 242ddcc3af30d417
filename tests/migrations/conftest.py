"""Diaries of older revisions, and a revision that is still to come."""

import shutil
import textwrap
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData

from tracker import resources
from tracker.store import database as database_module
from tracker.store.database import REVISIONS
from tracker.store.engine import database_url, make_engine

ROOT = Path(__file__).parents[2]


@pytest.fixture
def next_revision(tmp_path, monkeypatch):
    """Adds a revision after the newest, in a copy of the folder; the real one stays as it is."""
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
def made_at(database_path):
    """Makes the diary as it was at a revision: an engine on it, and its tables of then."""

    def make(revision: str):
        engine = make_engine(database_url(str(database_path)))
        config = Config()
        config.set_main_option("script_location", str(ROOT / "migrations"))
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
            connection.commit()
            then = MetaData()
            then.reflect(connection)
        return engine, then.tables

    return make
