"""Whatever a person changes can be put back, row for row."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.errors import TrackerError
from tracker.nutrition.people.person import Phase
from tracker.services.diary import correcting
from tracker.services.diary.logging import Details, eat, take
from tracker.services.opening import open_diary
from tracker.services.people import profiles
from tracker.services.people.life_phases import add_life_phase
from tracker.services.supplements import supplements
from tracker.settings import Settings

TABLES = ("person", "life_phase", "supplement", "supplement_name", "intake", "target_span")
DAY = date(2026, 11, 20)

steps = st.lists(
    st.one_of(
        st.tuples(st.just("eat"), st.sampled_from(["egg", "2 eggs", "1 cup milk"])),
        st.tuples(st.just("take"), st.sampled_from(["veg1", "mine", "25 mcg"])),
        st.tuples(st.just("edit"), st.integers(1, 6)),
        st.tuples(st.just("remove"), st.integers(1, 6)),
        st.tuples(st.just("born"), st.integers(0, 20_000)),
        st.tuples(st.just("pregnancy"), st.integers(0, 500)),
        st.tuples(st.just("add"), st.sampled_from(["mine", "ours"])),
        st.tuples(st.just("drop"), st.sampled_from(["mine", "ours"])),
    ),
    max_size=12,
)


def contents(path):
    """Every row that a change of a person can touch, without ids that are made anew."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: sorted(
                (row[1:] if table == "target_span" else row)
                for row in connection.execute(f"SELECT * FROM {table}").fetchall()
            )
            if table == "target_span"
            else connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
            for table in TABLES
        }


def apply(path, step, value):
    diary = open_diary(Settings(database=str(path)))
    if step == "eat":
        eat(diary, [value], Details(day=DAY))
    elif step == "take":
        take(diary, [value], Details(day=DAY))
    elif step == "edit":
        correcting.edit(diary, value, Details(note="edited", day=DAY - timedelta(days=1)))
    elif step == "remove":
        correcting.remove(diary, value)
    elif step == "born":
        born = DAY - timedelta(days=value)
        profiles.set_profile(diary, None, profiles.ProfileChanges(born=born))
    elif step == "pregnancy":
        first_day = DAY - timedelta(days=value)
        add_life_phase(diary, Phase.PREGNANCY, first_day, None)
    elif step == "add":
        strength = supplements.SupplementChanges(strength_mcg=10)
        supplements.add_supplement(diary, value, strength)
    else:
        supplements.remove_supplement(diary, value)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_undo_retraces_every_state_back_to_the_first(tmp_path_factory, planned):
    path = tmp_path_factory.mktemp("undo") / "diary.db"
    open_diary(Settings(database=str(path)))
    states = []
    for step, value in planned:
        before = contents(path)
        try:
            apply(path, step, value)
        except TrackerError:
            assert contents(path) == before
        else:
            # What changed nothing takes no step of undo.
            states += [before] if contents(path) != before else []
    diary = open_diary(Settings(database=str(path)))
    while states:
        correcting.undo_changes(diary, 1, only_this_person=False)
        assert contents(path) == states.pop()
