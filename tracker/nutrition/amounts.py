"""Amounts of B12 and ranges of them, exact to the nanogram."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import overload

from tracker.errors import TrackerError
from tracker.language.numbers import parse_number

NANOGRAMS_PER_MCG = 1000
LARGEST_MCG = Decimal(1_000_000)
"""One gram: far above any dose in medicine, far below what an integer column holds."""


def parse_mcg(text: str, what: str = "the amount") -> Decimal:
    """Micrograms of B12, zero or more, to the nanogram.

    Raises:
        TrackerError: not a number, negative, finer than a nanogram, or above one gram.
    """
    number = parse_number(text, what)
    # Both bounds before any exact arithmetic: as a Fraction 1e999999999 has a billion digits.
    if number > LARGEST_MCG:
        raise TrackerError(f"{what} cannot be more than {LARGEST_MCG} µg (one gram)")
    if 0 < number < Decimal("0.001"):
        raise TrackerError(f"{what} cannot be finer than a nanogram (0.001 µg)")
    return micrograms(nanograms(number))


def nanograms(mcg: Decimal | Fraction) -> int:
    """Micrograms as whole nanograms, half to even."""
    return round(Fraction(mcg) * NANOGRAMS_PER_MCG)


def micrograms(ng: int) -> Decimal:
    """Nanograms as exact micrograms."""
    return Decimal(ng) / NANOGRAMS_PER_MCG


@overload
def milli(amount: Decimal | Fraction) -> int: ...
@overload
def milli(amount: Decimal | Fraction | None) -> int | None: ...
def milli(amount: Decimal | Fraction | None) -> int | None:
    """An amount as whole thousandths (grams as mg, ml as µl), half to even; `None` stays."""
    return None if amount is None else round(amount * 1000)


@overload
def of_milli(thousandths: int) -> Decimal: ...
@overload
def of_milli(thousandths: int | None) -> Decimal | None: ...
def of_milli(thousandths: int | None) -> Decimal | None:
    """Thousandths as the exact amount (mg as grams); `None` stays."""
    return None if thousandths is None else Decimal(thousandths) / 1000


@dataclass(frozen=True)
class ContentRange:
    """µg of B12 as low ≤ best ≤ high; `high` is `None` where the range is open upwards."""

    low: Decimal
    best: Decimal
    high: Decimal | None

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.best or (self.high is not None and self.high < self.best):
            raise ValueError(f"not a range: {self}")

    @classmethod
    def exactly(cls, mcg: Decimal) -> ContentRange:
        """A range of one point: a measured or labelled value."""
        return cls(mcg, mcg, mcg)

    def times(self, factor: Fraction) -> ContentRange:
        """The range of `factor` times as much, each end rounded to the nanogram."""

        def scaled(mcg: Decimal) -> Decimal:
            return micrograms(nanograms(Fraction(mcg) * factor))

        high = None if self.high is None else scaled(self.high)
        return ContentRange(scaled(self.low), scaled(self.best), high)


@dataclass(frozen=True)
class IntakeTotal:
    """A sum of contents, some of which may be not known.

    With `not_known` above zero the total is "at least": `high` is open, and `best` is `None`
    where nothing at all is known. An empty sum is a true zero.
    """

    low: Decimal
    best: Decimal | None
    high: Decimal | None
    not_known: int

    def percent_of(self, target_mcg: Decimal | None) -> PercentRange:
        """The total in percent of a target in µg."""
        return PercentRange(
            percent(self.low, target_mcg),
            percent(self.best, target_mcg),
            percent(self.high, target_mcg),
        )


@dataclass(frozen=True)
class PercentRange:
    """Percent of a target, unrounded; `None` where not known, open, or without a target."""

    low: Decimal | None
    best: Decimal | None
    high: Decimal | None


def percent(mcg: Decimal | None, target_mcg: Decimal | None) -> Decimal | None:
    """Percent that an amount makes of a target; `None` if either is not known."""
    if mcg is None or not target_mcg:
        return None
    return mcg * 100 / target_mcg


def total(contents: Iterable[ContentRange | None]) -> IntakeTotal:
    """The sum of contents; `None` stands for one that is not known."""
    listed = list(contents)
    known = [content for content in listed if content is not None]
    not_known = len(listed) - len(known)
    highs = [content.high for content in known if content.high is not None]
    closed = len(highs) == len(listed)
    return IntakeTotal(
        low=sum((content.low for content in known), Decimal(0)),
        best=sum((content.best for content in known), Decimal(0)) if known or not listed else None,
        high=sum(highs, Decimal(0)) if closed else None,
        not_known=not_known,
    )


IMPLAUSIBLE_MCG = Decimal(10_000)
"""More than any single dose in use (hydroxocobalamin as an antidote aside): a typing slip."""


IMPLAUSIBLE_GRAMS = 5_000


def content_of_nanograms(
    low_ng: int | None, best_ng: int | None, high_ng: int | None
) -> ContentRange | None:
    """The range that three columns hold; `None` where nothing is known."""
    if low_ng is None or best_ng is None:
        return None
    high = None if high_ng is None else micrograms(high_ng)
    return ContentRange(micrograms(low_ng), micrograms(best_ng), high)
