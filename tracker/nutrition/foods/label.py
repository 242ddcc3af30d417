"""What a label states: an amount, or a percentage of a Daily Value."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tracker.errors import TrackerError
from tracker.nutrition.amounts import LARGEST_MCG, ContentRange, micrograms, nanograms

_OF_A_LABEL = "label: "
"""Begins the source of a content that was stated as a percentage, in diaries as well."""


@dataclass(frozen=True)
class StatedAmount:
    """What the person says that something holds in all; `content` `None` is not known."""

    content: ContentRange | None
    source: str
    fortified: bool = False

    @property
    def fortified_mcg(self) -> Decimal:
        """The added part of its best value."""
        return self.content.best if self.content and self.fortified else Decimal(0)


def percent_daily_value(percent: Decimal, basis: Decimal, fortified: bool) -> StatedAmount:
    """What a label's percentage of the Daily Value is, in µg; it names the basis it used."""
    mcg = micrograms(nanograms(percent * basis / 100))
    if mcg > LARGEST_MCG:
        raise TrackerError(f"{percent} % of {basis} µg is more than a gram")
    source = f"{_OF_A_LABEL}{percent.normalize():f} % of a Daily Value of {basis.normalize():f} µg"
    return StatedAmount(ContentRange.exactly(mcg), source, fortified)


def is_percent_of_a_label(source: str) -> bool:
    """Whether a content was stated in % of a Daily Value, as `percent_daily_value` writes it."""
    return source.startswith(_OF_A_LABEL)
