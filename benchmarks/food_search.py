"""Times searches in a diary: python benchmarks/food_search.py DATABASE [TEXT…]."""

import sys
import time

from tracker.services.foods.finding import find_foods
from tracker.services.opening import open_diary
from tracker.settings import Settings

TEXTS = ("egg", "glass of milk", "scrambled eggs", "chocolate bar", "chicken", "che", "bananna")


def main():
    diary = open_diary(Settings(database=sys.argv[1]))
    for text in sys.argv[2:] or TEXTS:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            found = find_foods(diary, text, 12)
            times.append(time.perf_counter() - start)
        first = found.foods[0].name if found.foods else "nothing"
        print(f"{min(times) * 1000:6.1f} ms  {text:<16} {first}")


if __name__ == "__main__":
    main()
