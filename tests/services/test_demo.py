"""The demo diary is written whole or not at all."""

import sqlite3
import stat
from contextlib import closing
from datetime import date

import pytest

from tracker.services import demo

LAST_DAY = date(2026, 11, 22)


def days_of(path):
    with closing(sqlite3.connect(path)) as connection:
        return {day for (day,) in connection.execute("SELECT DISTINCT day FROM intake")}


def test_a_demo_replaces_the_older_one_whole(tmp_path, monkeypatch):
    path = tmp_path / "demo" / "demo.db"
    demo.make_demo(path, LAST_DAY).database.close()
    assert len(days_of(path)) == 33
    assert max(days_of(path)) == "2026-11-22"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def interrupted(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(demo, "_log_tablet", interrupted)
    with pytest.raises(KeyboardInterrupt):
        demo.make_demo(path, date(2026, 12, 31))
    assert max(days_of(path)) == "2026-11-22", "the older one is there"
    assert [one.name for one in path.parent.iterdir()] == ["demo.db"]
