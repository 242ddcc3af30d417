"""Diaries of any length in real SQLite files, written and read back without the program's sums."""

import random
import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from tracker.services.opening import Diary, open_diary
from tracker.services.people.profiles import ProfileChanges, set_profile
from tracker.settings import Settings

LAST_DAY = date(2026, 11, 22)
COLUMNS = (
    "person_id, kind, name, quantity, low_ng, best_ng, high_ng, fortified_ng, "
    "day, time, form, route"
)


@dataclass
class Scene:
    """A diary that a test fills row by row."""

    path: Path
    diary: Diary

    def sql(self, query, *parameters):
        """Rows of a query, by a connection of its own."""
        connection = sqlite3.connect(self.path)
        try:
            with connection:
                return connection.execute(query, parameters).fetchall()
        finally:
            connection.close()

    def log(self, day, mcg, kind="food", name="soy milk", at="08:00", fortified=False):
        """An intake of so many µg; `None` is not known."""
        ng = None if mcg is None else round(mcg * 1000)
        form, route = ("cyanocobalamin", "oral") if kind == "supplement" else (None, None)
        added = ng if fortified else 0
        values = (self.diary.person.id, kind, name, "1", ng, ng, ng, added)
        values += (day.isoformat(), at, form, route)
        marks = ", ".join("?" * len(values))
        self.sql(f"INSERT INTO intake ({COLUMNS}) VALUES ({marks})", *values)

    def fill(self, days, supplements=False, seed=1):
        """So many days until LAST_DAY: gaps, zeros, unknown contents and large doses among them."""
        chance = random.Random(seed)
        for back in reversed(range(days)):
            day = LAST_DAY - timedelta(days=back)
            if days > 1 and chance.random() < 0.15:
                continue
            for at in ("08:00", "13:00"):
                mcg = chance.choice([0, 0.3, 0.9, 1.2, 2.1])
                self.log(day, None if chance.random() < 0.03 else mcg, at=at)
            if supplements and back % 7 == 0:
                self.log(day, 1000, "supplement", "cyanocobalamin", "09:00")

    def amounts(self):
        """µg of each recorded day, `None` where nothing is known, by SQL alone."""
        query = "SELECT day, SUM(best_ng) / 1000.0 FROM intake GROUP BY day ORDER BY day"
        return {date.fromisoformat(day): mcg for day, mcg in self.sql(query)}

    def targets(self, first_day, last_day):
        """The target of each day by the kept spans."""
        query = (
            "SELECT first_day, last_day, amount_ng / 1000.0 FROM target_span WHERE person_id = ?"
        )
        spans = self.sql(query, self.diary.person.id)
        days = [first_day + timedelta(days=n) for n in range((last_day - first_day).days + 1)]
        return [
            next((mcg for first, last, mcg in spans if first <= day.isoformat() <= last), None)
            for day in days
        ]


@pytest.fixture
def scene(database_path):
    """An empty diary of Robin, who eats vegan."""
    diary = open_diary(Settings(database=str(database_path)))
    set_profile(diary, "Robin", ProfileChanges(born=date(1991, 4, 12)))
    diary = open_diary(Settings(database=str(database_path), person="Robin"))
    return Scene(database_path, diary)
