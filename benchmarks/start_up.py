"""How long commands take beside the imports that they need: `python benchmarks/start_up.py`.

Each measurement is a new process on a diary of its own; the best of several counts.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
RUNS = 7

BARE = {"click alone": "import click", "SQLAlchemy alone": "import sqlalchemy"}
COMMANDS = {
    "b12 --help": (["--help"], "click alone"),
    'b12 eat "2 eggs"': (["eat", "2 eggs"], "SQLAlchemy alone"),
    "b12 take veg1": (["take", "veg1"], "SQLAlchemy alone"),
    "b12 today": (["today"], "SQLAlchemy alone"),
}


def best_seconds(args: list[str], environment: dict[str, str], runs: int = RUNS) -> float:
    """The shortest time of several runs of a new process, in seconds."""

    def seconds() -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, *args], check=True, capture_output=True, env=environment)
        return time.perf_counter() - start

    return min(seconds() for _ in range(runs))


def best_first_log() -> float:
    """The shortest time of several first logs, each in an empty home, in seconds."""

    def seconds() -> float:
        with TemporaryDirectory() as home:
            environment = {**os.environ, "HOME": home, "PYTHONPATH": str(ROOT)}
            environment = {k: v for k, v in environment.items() if not k.startswith("XDG_")}
            return best_seconds(["-m", "tracker", "eat", "2 eggs"], environment, runs=1)

    return min(seconds() for _ in range(RUNS))


def main() -> None:
    """Prints each command's time as a multiple of its imports."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    with TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "PYTHONPATH": str(ROOT)}
        subprocess.run(
            [sys.executable, "-m", "tracker", "today"],
            check=True,
            env=environment,
            capture_output=True,
        )
        bare = {name: best_seconds(["-c", code], environment) for name, code in BARE.items()}
        for name, (args, beside) in COMMANDS.items():
            taken = best_seconds(["-m", "tracker", *args], environment)
            print(f"{name:18} {taken:.2f} s, {taken / bare[beside]:.1f} × {beside}")
        name, first = "the first log", best_first_log()
        print(f"{name:18} {first:.2f} s, {first / bare['SQLAlchemy alone']:.1f} × SQLAlchemy alone")


if __name__ == "__main__":
    main()
