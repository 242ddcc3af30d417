"""Knows how people say how much of something: `2 eggs`, `1 1/2 cups milk`, `half an apple`.

A quantity stands before what it counts or after it; what is left is the name, in which a number
may stand too (`2% milk`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from math import prod

from tracker.errors import TrackerError
from tracker.language.numbers import LONGEST_NUMBER, refuse_thousands

LARGEST_QUANTITY = 100_000
SMALLEST_QUANTITY = Fraction(1, 1000)
LONGEST_WHOLE_NUMBER = 9
"""Digits: far more than anybody counts, and few enough to be divided at no cost."""

_WORDS: dict[str, int | Fraction] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12,
    "fifteen": 15, "twenty": 20, "couple": 2,
    "half": Fraction(1, 2), "halves": Fraction(1, 2), "third": Fraction(1, 3),
    "thirds": Fraction(1, 3), "quarter": Fraction(1, 4), "quarters": Fraction(1, 4),
}  # fmt: skip
_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_NUMBER = r"\d+(?:[.,]\d+)?"
# What must not follow a number: `1/2/2026` is a date and no half, `2% milk` and `2 % milk` are a
# kind of milk, `1.2.3` and `3/4/5` are no numbers, and `1e5` is refused as it stands.
_LEADING = re.compile(
    rf"(?P<sign>[-−])?(?:(?P<whole>{_NUMBER})\s+)?(?P<over>\d+)/(?P<under>\d+)(?![\d/])"
    rf"|(?P<sign2>[-−])?(?P<plain>{_NUMBER})?\s*(?P<vulgar>[{_VULGAR}])"
    rf"|(?P<sign3>[-−])?(?P<number>{_NUMBER}|[.,]\d+)(?![\d.,%/]|\s*%|[eE][-+]?\d)",
    re.ASCII,
)
_TRAILING = re.compile(r"(?P<text>.*?\S)\s+(?P<amount>[\d.,/¼-¾⅐-⅞ ]+(?:\s?[a-zA-Z]{1,4})?)")
_TIMES = re.compile(r"(?P<text>.*\S)\s+[x×]\s*(?P<count>\d{1,3})", re.IGNORECASE)
# `2 x 250 ml` goes on with a number; in `2 x eggs` the x only joins.
_MORE = re.compile(r"\s*[x×]\s*(?=[\d.,½¼¾])", re.IGNORECASE)
_AND_A_PART = re.compile(r"(?P<whole>\S+)(?: (?P<unit>\S+))? and (?P<part>an? \S+|\S+)\b(?: of)?")
_HYPHENATED = re.compile(r"(?P<whole>\d+)-(?P<part>\d+/\d+)(?![\d/])", re.ASCII)
_SEVERAL_NUMBERS = re.compile(rf"{_NUMBER}\s*[-–~+]\s*\d", re.ASCII)
_SCIENTIFIC = re.compile(r"[-+−]?\d[\d.,]*e[-+]?\d", re.IGNORECASE)
_NUMBER_LIKE_START = re.compile(r"[-−]?[\d.,]*\d")


@dataclass(frozen=True)
class Phrase:
    """A quantity, `None` where none was said, and the words that follow it."""

    quantity: Fraction | None
    words: str


def parse_phrase(text: str) -> Phrase:
    """Splits `1 1/2 cups milk` into 3/2 and `cups milk`; a quantity may also come last.

    A percentage is part of a name (`2% milk`), not a quantity.

    Raises:
        TrackerError: a quantity that is zero, negative, not finite or absurd, or no words.
    """
    plain = _plain(text)
    words, times = _without_times(plain)
    phrase = _amount_first(words) or _amount_last(words) or Phrase(None, words)
    return _checked(_times(phrase, times), plain)


def parse_named_freely(text: str) -> Phrase:
    """As `parse_phrase`, but a bare number at the end is part of the name.

    `protein bar 2018` is one bar and `cyano 1000` a strength; `tuna 85 g` still is 85 g.

    Raises:
        TrackerError: as `parse_phrase`.
    """
    plain = _plain(text)
    words, times = _without_times(plain)
    phrase = _amount_first(words) or _measured_last(words) or Phrase(None, words)
    return _checked(_times(phrase, times), plain)


def _plain(text: str) -> str:
    """A text as it is read: one blank between words, and no number that can be misread."""
    plain = " ".join(unicodedata.normalize("NFC", text).replace("⁄", "/").split())
    if not plain:
        raise TrackerError("nothing is named: write what it was, such as “2 eggs”")
    if _SCIENTIFIC.match(plain):
        raise TrackerError(f"{_shown(plain)} does not start with a plain number such as 2 or 1/2")
    # In this order: read as it stands, 1,000 would be one, and `1-1/2` two numbers.
    refuse_thousands(plain)
    plain = _HYPHENATED.sub(r"\g<whole> \g<part>", plain, count=1)
    if _SEVERAL_NUMBERS.match(plain):
        raise TrackerError(f"{_shown(plain)} gives two numbers: write the one that it was")
    return plain


def _without_times(plain: str) -> tuple[str, Fraction | None]:
    """`250 ml milk x 2` as the words before the last `x`, and how many times they are meant."""
    counts = []
    while match := _TIMES.fullmatch(plain):
        plain = match["text"]
        counts.append(Fraction(match["count"]))
    return plain, prod(counts, start=Fraction(1)) if counts else None


def _times(phrase: Phrase, times: Fraction | None) -> Phrase:
    if times is None:
        return phrase
    once = Fraction(1) if phrase.quantity is None else phrase.quantity
    return Phrase(once * times, phrase.words)


def _amount_first(plain: str) -> Phrase | None:
    # From what says most to what says least: a word at the start, looked at first, would make of
    # “a cup and a half of milk” one of something called “cup and a half of milk”.
    return _leading(plain) or _with_a_part(plain) or _spoken(plain)


def _leading(plain: str) -> Phrase | None:
    match = _LEADING.match(plain)
    if match is None:
        if plain[:1] in "-−" and _NUMBER_LIKE_START.match(plain):
            raise TrackerError(f"{_shown(plain)} is a negative quantity")
        return None
    if match["sign"] or match["sign2"] or match["sign3"]:
        raise TrackerError(f"{_shown(plain)} is a negative quantity")
    quantity, rest = _value(match, plain), plain[match.end() :]
    more = _MORE.match(rest)
    if more and (each := _leading(rest[more.end() :])) and each.quantity is not None:
        # “2 x 250 ml milk”: the second number is how much each of them is.
        return Phrase(quantity * each.quantity, each.words)
    mixed = _leading_part(rest)
    if mixed is not None and mixed.quantity is not None:
        return Phrase(quantity + mixed.quantity, mixed.words)
    return Phrase(quantity, _without_joiner(rest))


def _leading_part(rest: str) -> Phrase | None:
    """The part in `1 and 1/2 cups` and `2 and a half eggs`, after the whole number."""
    if not rest.startswith(" and "):
        return None
    phrase = _leading(rest[5:]) or _spoken(rest[5:])
    if phrase is None or phrase.quantity is None or phrase.quantity >= 1:
        return None
    return phrase


def _with_a_part(plain: str) -> Phrase | None:
    """`two and a half eggs` and `a cup and a half of milk`."""
    match = _AND_A_PART.match(plain.lower())
    if match is None or match["whole"] not in _WORDS:
        return None
    part = _WORDS.get(match["part"].split(" ")[-1])
    if part is None or part >= 1:
        return None
    quantity = Fraction(_WORDS[match["whole"]]) + Fraction(part)
    unit = plain[match.start("unit") : match.end("unit")] if match["unit"] else ""
    return Phrase(quantity, _without_joiner(f"{unit} {plain[match.end() :].strip()}".strip()))


def _value(match: re.Match[str], plain: str) -> Fraction:
    if match["over"]:
        under = _decimal(match["under"], plain)
        if under == 0:
            raise TrackerError(f"{_shown(plain)} divides by zero")
        fraction = _decimal(match["over"], plain) / under
        return fraction + (_decimal(match["whole"], plain) if match["whole"] else 0)
    if match["vulgar"]:
        # Unicode gives a float, a third as 0.333…; none of them counts finer than tenths.
        part = Fraction(unicodedata.numeric(match["vulgar"])).limit_denominator(10)
        return part + (_decimal(match["plain"], plain) if match["plain"] else 0)
    return _decimal(match["number"], plain)


def _decimal(digits: str, plain: str) -> Fraction:
    whole, _, decimals = digits.replace(",", ".").partition(".")
    if len(whole) > LONGEST_WHOLE_NUMBER or len(decimals) > LONGEST_NUMBER:
        raise TrackerError(f"{_shown(plain)} holds a number of too many digits: check it")
    return Fraction(f"{whole or 0}.{decimals or 0}")


def _spoken(plain: str) -> Phrase | None:
    """`half a fillet of salmon`, `two eggs`, `a cup of milk`, `half dozen eggs`."""
    words = plain.split(" ")
    quantity = Fraction(1)
    used = 0
    while used < len(words) and words[used].lower() in _WORDS:
        quantity *= Fraction(_WORDS[words[used].lower()])
        used += 1
    if used == 0 or used == len(words):
        return None
    return Phrase(quantity, _without_joiner(" ".join(words[used:])))


def _amount_last(plain: str) -> Phrase | None:
    """`scrambled eggs 2` and `tuna 85 g`: the amount moved to the front."""
    found = _at_the_end(plain)
    return _moved_to_the_front(*found) if found else None


def _measured_last(plain: str) -> Phrase | None:
    """`tuna 85 g`, but no bare number."""
    found = _at_the_end(plain)
    return _moved_to_the_front(*found) if found and found[1].words else None


def _at_the_end(plain: str) -> tuple[str, Phrase] | None:
    """A name, and the amount that follows it."""
    match = _TRAILING.fullmatch(plain)
    amount = _leading(match["amount"].strip()) if match else None
    return (match["text"], amount) if match and amount else None


def _moved_to_the_front(name: str, amount: Phrase) -> Phrase:
    return Phrase(amount.quantity, f"{amount.words} {name}".strip())


def _without_joiner(rest: str) -> str:
    """`x eggs` and `of milk` lose the joining word."""
    return re.sub(r"^\s*(?:[x×]\s+|[x×](?=[^a-z])|of\s+|an?\s+)*", "", rest, flags=re.I).strip()


def _checked(phrase: Phrase, plain: str) -> Phrase:
    if phrase.quantity is not None:
        _check(phrase.quantity, plain)
    if not phrase.words:
        raise TrackerError(
            f"{_shown(plain)} says how much, but not of what: "
            "put an item into quotes, such as “2 eggs”"
        )
    return phrase


def _check(quantity: Fraction, plain: str) -> None:
    if quantity <= 0:
        raise TrackerError(f"{_shown(plain)}: a quantity must be more than zero")
    if quantity < SMALLEST_QUANTITY:
        raise TrackerError(f"{_shown(plain)} is less than anybody can measure")
    if quantity > LARGEST_QUANTITY:
        raise TrackerError(f"{_shown(plain)}: nobody has more than {LARGEST_QUANTITY} of that")


def _shown(plain: str) -> str:
    return repr(plain if len(plain) <= 60 else plain[:60] + "…")


def quantity_text(quantity: Fraction) -> str:
    """A quantity as people write it: `2`, `½`, `1 ½`, `0.35`."""
    whole, part = divmod(quantity, 1)
    if not part:
        return str(whole)
    for character in _VULGAR:
        if Fraction(unicodedata.numeric(character)).limit_denominator(10) == part:
            return f"{whole} {character}" if whole else character
    return f"{float(quantity):.4g}"
