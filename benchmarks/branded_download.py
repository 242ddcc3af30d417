"""Writes a made-up branded download of any size, to try the importer and the search on.

    python benchmarks/branded_download.py 2000000 /tmp/branded
    b12 --db /tmp/big.db food import /tmp/branded
    python benchmarks/food_search.py /tmp/big.db

Two million foods make 26 million nutrient rows and 2.3 GB, as the real one does.
"""

import argparse
import csv
import random
from pathlib import Path
from typing import Any

WORDS = """
oat milk vanilla chocolate organic unsweetened crunchy bar cereal honey almond protein granola
yogurt greek strawberry blueberry soup tomato chicken beef tuna salmon rice bean cheese cheddar
mozzarella pizza sauce bread wheat cookie cracker chips salsa pepper spicy garlic butter peanut
jam juice apple orange lemon tea coffee latte drink water sparkling snack mix fruit nut seed
coconut pasta noodle frozen burger sausage ham turkey egg
"""
NUTRIENTS = (1003, 1004, 1005, 1008, 1079, 1087, 1089, 1092, 1093, 1253, 1257, 1258)
FOOD = "fdc_id,data_type,description,food_category_id,publication_date"
LABEL = (
    "fdc_id,brand_owner,brand_name,gtin_upc,ingredients,serving_size,serving_size_unit,"
    "household_serving_fulltext,branded_food_category,modified_date,available_date,market_country"
)
NUTRIENT = "id,fdc_id,nutrient_id,amount,data_points,derivation_id,min,max,median,loq"


def writer(folder: Path, name: str, header: str) -> Any:
    file = (folder / name).open("w", newline="", encoding="utf-8")
    rows = csv.writer(file, quoting=csv.QUOTE_ALL)
    rows.writerow(header.split(","))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", type=int, help="foods")
    parser.add_argument("folder", type=Path)
    said = parser.parse_args()
    count, folder = said.count, said.folder
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(1)
    letters = "abcdefghijklmnoprstuvwxyz"
    known = WORDS.split()
    words = known + ["".join(rng.choices(letters, k=rng.randint(4, 9))) for _ in range(8000)]
    weights = [200] * len(known) + [1] * 8000
    foods = writer(folder, "food.csv", FOOD)
    labels = writer(folder, "branded_food.csv", LABEL)
    nutrients = writer(folder, "food_nutrient.csv", NUTRIENT)
    for number in range(3_000_000, 3_000_000 + count):
        name = " ".join(rng.choices(words, weights, k=rng.randint(2, 7))).upper()
        made_of = ", ".join(rng.choices(words, weights, k=20)).upper()
        foods.writerow([number, "branded_food", name, "", "2024-10-31"])
        labels.writerow(
            [number, f"Maker {number % 20000}", "", number, made_of, rng.choice((30, 100, 240)),
             rng.choice(("g", "ml")), "1 cup", "Snacks", "2024-01-01", "2024-02-01", "US"]
        )  # fmt: skip
        listed = (*NUTRIENTS, 1178) if number % 10 == 0 else NUTRIENTS
        for nutrient in listed:
            nutrients.writerow([0, number, nutrient, round(rng.random() * 2, 2), "", 70])


if __name__ == "__main__":
    main()
