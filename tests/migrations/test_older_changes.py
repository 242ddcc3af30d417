"""A change that an older program wrote can be undone after the upgrade, on every table."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import MetaData
from sqlalchemy.exc import IntegrityError

from tracker.errors import TrackerError
from tracker.store import tables
from tracker.store.database import REVISIONS, Database
from tracker.store.journal import Change
from tracker.store.records.factors import edit_factor, factors_of
from tracker.store.undoing import put_back, recent_changes, undo

ROOT = Path(__file__).parents[2]
DAY = "2026-11-20"

ROWS = {
    "person": {"name": "Ida", "standard": "iom-1998"},
    "life_phase": {"person_id": 1, "phase": "pregnancy", "first_day": DAY},
    "setting": {"name": "colour", "value": "red"},
    "food": {
        "collection": "own",
        "key": "own-1",
        "name": "seitan",
        "diet": "vegan",
        "per_amount_thousandths": 100_000,
        "per_unit": "g",
    },
    "food_name": {"food_id": 1, "name": "seitan", "search_key": "seitan"},
    "portion": {"food_id": 1, "name": "slice", "weight_mg": 30_000},
    "supplement": {
        "collection": "own",
        "key": "own-1",
        "name": "mine",
        "strength_ng": 10_000,
        "unit": "tablet",
        "form": "cyanocobalamin",
        "route": "oral",
    },
    "supplement_name": {"supplement_id": 1, "name": "mine", "search_key": "mine"},
    "intake": {"person_id": 1, "kind": "food", "name": "egg", "quantity": "1", "day": DAY},
    "food_wording": {"person_id": 1, "wording": "an egg", "search_key": "egg", "food_id": 1},
    "recipe": {"food_id": 1, "portions_thousandths": 4000},
    "recipe_item": {"recipe_id": 1, "food_id": 1, "quantity": "1", "portion": "slice"},
    "factor": {"person_id": 1, "code": "metformin", "since": DAY},
    "schedule": {
        "person_id": 1,
        "uid": "one@b12",
        "name": "mine",
        "quantity": "1",
        "unit": "tablet",
        "dose_ng": 10_000,
        "form": "cyanocobalamin",
        "route": "oral",
        "every": "day",
        "first_day": DAY,
    },
    "lab_result": {
        "person_id": 1,
        "marker": "b12",
        "value_millionths": 180_000_000,
        "unit": "pg/mL",
        "day": DAY,
    },
    "symptom": {"person_id": 1, "code": "fatigue", "severity": 2, "day": DAY},
}
"""One row of every table that the journal covers; parents before their children."""

ANOTHER = {
    "life_phase": {"last_day": "2026-12-20"},
    "setting": {"value": "blue"},
    "food_wording": {"wording": "the egg"},
    "recipe": {"portions_thousandths": 5000},
    "recipe_item": {"quantity": "2"},
    "factor": {"note": "twice a day"},
    "lab_result": {"note": "fasting"},
    "symptom": {"severity": 3},
}
"""What an edit changes, where it is not the name."""


def edit_of(name):
    """What an edit of a row of that table changes."""
    return ANOTHER.get(name, {"name": "another"})


def log_as_then(engine, then):
    """Adds, edits and takes out a row of every table, each by a change of its own."""
    covered = [name for name in ROWS if name in then]
    with engine.begin() as connection:

        @contextmanager
        def change(summary):
            one = Change(connection, 1, summary)
            yield one
            one.finish()

        ids = {}
        for name in covered:
            with change(f"added {name}") as one:
                ids[name] = one.insert(then[name], ROWS[name])
        for name in covered:
            with change(f"edited {name}") as one:
                one.update(then[name], ids[name], edit_of(name))
        for name in reversed(covered):
            with change(f"removed {name}") as one:
                one.delete(then[name], ids[name])
    return covered


def contents(database, then, names):
    """The rows of some tables, in the columns that they had then."""
    with database.read() as connection:
        return {
            name: [dict(row) for row in connection.execute(then[name].select()).mappings()]
            for name in names
        }


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_change_of_an_older_revision_can_be_undone(database_path, made_at, revision):
    engine, then = made_at(revision)
    covered = log_as_then(engine, then)
    database = Database.open(str(database_path))
    for done in ("removed", "edited", "added"):
        for _ in covered:
            with database.write() as connection:
                [past] = recent_changes(connection, None, 1)
                assert past.summary.startswith(done)
                undo(connection, past)
        rows = contents(database, then, covered)
        for name in covered:
            edited = edit_of(name) if done == "removed" else {}
            values = (ROWS[name] | edited).items()
            found = [row for row in rows[name] if values <= row.items()]
            assert len(found) == (0 if done == "added" else 1), (done, name)


def test_a_factor_of_an_older_diary_goes_on_and_can_be_ended(database_path, made_at):
    engine, then = made_at("0004")
    with engine.begin() as connection:
        connection.execute(then["person"].insert().values(ROWS["person"]))
        connection.execute(then["factor"].insert().values(ROWS["factor"]))
    database = Database.open(str(database_path))
    with database.change(1, "ended it") as change:
        [factor] = factors_of(change.connection, 1)
        assert (factor.since, factor.last_day) == (date(2026, 11, 20), None)
        edit_factor(change, replace(factor, last_day=date(2026, 11, 20)))
    with database.read() as connection:
        assert factors_of(connection, 1) == [replace(factor, last_day=date(2026, 11, 20))]
    with pytest.raises(IntegrityError, match="days_in_order"), database.change(1, "x") as change:
        edit_factor(change, replace(factor, last_day=date(2026, 11, 19)))


def test_a_column_that_came_later_keeps_its_value_and_one_that_went_is_ignored(
    database_path, next_revision, monkeypatch
):
    database = Database.open(str(database_path))
    with database.change(1, "added fatigue") as change:
        row_id = change.insert(tables.symptom, ROWS["symptom"] | {"note": "after work"})
    with database.change(1, "edited fatigue") as change:
        change.update(tables.symptom, row_id, {"severity": 4, "note": "all day"})
    next_revision(
        """\
        op.drop_column("symptom", "note")
        op.add_column("symptom", sa.Column("side", sa.Text()))
        op.execute("UPDATE symptom SET side = 'left'")
        """
    )
    database = Database.open(str(database_path))
    with database.write() as connection:
        newer = MetaData()
        newer.reflect(connection)
        monkeypatch.setattr(tables, "metadata", newer)
        put_back(connection, recent_changes(connection, None, 1)[0])
        [row] = connection.execute(newer.tables["symptom"].select()).mappings().all()
    assert (row["severity"], row["side"], "note" in row) == (2, "left", False)


def test_a_row_that_was_changed_since_is_not_put_back(database_path):
    database = Database.open(str(database_path))
    with database.change(1, "added fatigue") as change:
        row_id = change.insert(tables.symptom, ROWS["symptom"])
    with database.write() as connection:
        connection.execute(tables.symptom.update().values(severity=4))
    with database.write() as connection:
        [past] = recent_changes(connection, None, 1)
        with pytest.raises(TrackerError, match="was changed again since"):
            put_back(connection, past)
    with database.change(1, "removed it") as change:
        change.delete(tables.symptom, row_id)
    again_since = pytest.raises(TrackerError, match="was changed again since")
    with database.write() as connection, again_since:
        put_back(connection, past)
