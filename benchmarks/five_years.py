"""Five years of a diary as a picture, against what importing and saving alone take.

    python benchmarks/five_years.py

Writes a diary of 1,825 days with four intakes each, 7,300 in all. Then, in a new process for each
run, it times importing pandas and matplotlib and saving an empty figure of the same size, and
after that reading the diary, computing and drawing. The second may take 1.5 times the first.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.intake import Intake, IntakeKind
from tracker.nutrition.diary.when import When
from tracker.nutrition.supplements.supplement import CobalaminForm, Route
from tracker.services.opening import open_diary
from tracker.settings import Settings
from tracker.store.records.intakes import INTAKES

DAYS, RUNS, MOST_TIMES = 1825, 7, 1.5
LAST_DAY = date(2026, 11, 22)

RUN = """
import json, sys, time
start = time.perf_counter()
import matplotlib, pandas
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
figure = Figure(figsize=(842 / 72, 595 / 72), dpi=200)
FigureCanvasAgg(figure)
figure.savefig(sys.argv[2])
empty = time.perf_counter() - start
import sqlalchemy
from tracker.main import main
start = time.perf_counter()
main(["--db", sys.argv[1], *sys.argv[3:], "-o", sys.argv[2]], standalone_mode=False)
print(json.dumps([empty, time.perf_counter() - start]))
"""


def write_diary(path: Path) -> None:
    diary = open_diary(Settings(database=str(path)))
    intakes = [one for back in range(DAYS) for one in day_of(LAST_DAY - timedelta(days=back), back)]
    with diary.database.change(diary.person.id, "logged five years") as change:
        for one in intakes:
            INTAKES.add(change, diary.person.id, one)


def day_of(day: date, back: int) -> list[Intake]:
    meals = []
    for number, hour in enumerate((8, 13, 19)):
        mcg = Decimal((back * 7 + number * 5) % 13) / 10
        content = ContentRange.exactly(mcg)
        added = mcg if number == 0 else Decimal(0)
        name = f"food {number}"
        food = Intake(IntakeKind.FOOD, name, Fraction(1), "cup", content, When(day, time(hour)))
        meals.append(replace(food, fortified_mcg=added))
    dose = Decimal(1000) if back % 7 == 0 else Decimal(25)
    meals.append(
        Intake(
            IntakeKind.SUPPLEMENT,
            "cyanocobalamin",
            Fraction(1),
            "tablet",
            ContentRange.exactly(dose),
            When(day, time(8, 30)),
            form=CobalaminForm.CYANOCOBALAMIN,
            route=Route.ORAL,
        )
    )
    return meals


def as_installed(path: Path) -> dict[str, str]:
    """The environment, with a place for compiled modules: an installed program has them."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(path.parent / "compiled")}


def ratio(path: Path, picture: Path, *command: str) -> float:
    found = []
    for _ in range(RUNS + 1):
        run = [sys.executable, "-c", RUN, str(path), str(picture), *command]
        done = subprocess.run(
            run, capture_output=True, check=True, text=True, env=as_installed(path)
        )
        empty, plot = json.loads(done.stdout.splitlines()[-1])
        found.append((plot / empty, empty, plot))
    # The first run compiled the modules, as installing does.
    found = found[1:]
    times, empty, plot = (float(statistics.median(column)) for column in zip(*found, strict=True))
    print(f"{command[0]:9} empty {empty:.2f} s, five years {plot:.2f} s: {times:.2f} times")
    return times


def main() -> None:
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    with TemporaryDirectory() as folder:
        path, picture = Path(folder) / "diary.db", Path(folder) / "picture.png"
        write_diary(path)
        until = ("--to", str(LAST_DAY))
        commands = (("trend", "--days", str(DAYS), *until), ("timeline", *until))
        worst = max(ratio(path, picture, *command) for command in commands)
    sys.exit(f"slower than {MOST_TIMES} times" if worst > MOST_TIMES else 0)


if __name__ == "__main__":
    main()
