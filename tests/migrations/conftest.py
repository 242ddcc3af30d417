"""A revision that is still to come."""

import shutil
import textwrap
from pathlib import Path

import pytest

from tracker import resources
from tracker.store import database as database_module
from tracker.store.database import REVISIONS

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
