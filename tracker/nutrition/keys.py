"""Keys: what a diary calls foods and supplements by, whatever table they are from."""

from __future__ import annotations

import re

_KEY = re.compile(r"(?P<table>[a-z]+[0-9]*):(?P<number>[\w-]{1,60})", re.IGNORECASE | re.ASCII)

OWN_KEY = "own:"
"""How the keys of foods and supplements begin that a person added; their number follows."""


def own_key(row_id: int) -> str:
    """The key of what a person added, by its number in the diary."""
    return f"{OWN_KEY}{row_id}"


def own_id(key: str) -> int | None:
    """The number in the diary of what a person added; `None` of everything else."""
    number = key.removeprefix(OWN_KEY)
    return int(number) if number != key and number.isdecimal() else None


def barcode_key(digits: str) -> str | None:
    """The key of a product by its barcode, filled up to the 14 digits of a GTIN.

    `None` where the text is no barcode. UPC-A, EAN-13 and GTIN-14 of one product are one number
    with zeros in front (GS1 General Specifications, 1.4).
    """
    plain = digits.strip()
    if not (plain.isascii() and plain.isdigit()) or len(plain) > 14 or not int(plain):
        return None
    return f"gtin:{plain.zfill(14)}"


def fdc_number(key: str) -> str | None:
    """The FoodData Central number of a key that is one, `None` of every other."""
    number = key.removeprefix("fdc:")
    return number if number != key else None


def spoken_key(text: str) -> str | None:
    """The key that a text such as `fndds:11111000`, `GTIN:73762` or `own:3` is; else `None`.

    Letters, a colon and the number of a food in its table: whether a table has it, it says itself.
    """
    said = _KEY.fullmatch(text)
    if said is None:
        return None
    table, number = said["table"].lower(), said["number"].lower()
    return (barcode_key(number) if table == "gtin" else None) or f"{table}:{number}"


def every_key(key: str, source_id: str) -> list[str]:
    """The key of a food, and that by which it was logged before its barcode was known."""
    return [key, f"fdc:{source_id}"] if key.startswith("gtin:") and source_id else [key]
