"""Times searches in a diary: python benchmarks/food_search.py DATABASE [TEXT…]."""

import argparse
import time

from tracker.services.foods.searching import find_foods
from tracker.services.opening import open_diary
from tracker.settings import Settings

TEXTS = ("egg", "glass of milk", "scrambled eggs", "chocolate bar", "chicken", "che", "bananna")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database")
    parser.add_argument("text", nargs="*", default=TEXTS)
    said = parser.parse_args()
    diary = open_diary(Settings(database=said.database))
    for text in said.text:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            found = find_foods(diary, text, 12)
            times.append(time.perf_counter() - start)
        first = found.foods[0].name if found.foods else "nothing"
        print(f"{min(times) * 1000:6.1f} ms  {text:<16} {first}")


if __name__ == "__main__":
    main()
