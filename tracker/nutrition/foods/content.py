"""What a food holds: its B12, for how much of it, how sure that is, and who says so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tracker.nutrition.amounts import ContentRange


class Basis(StrEnum):
    """What the content of a food is given for so much of."""

    GRAM = "g"
    MILLILITRE = "ml"
    SERVING = "serving"


@dataclass(frozen=True)
class FoodContent:
    """The µg of B12 in `per_amount` of `per_unit` of a food; `mcg` `None` is not known.

    `added_mcg` is the added part of the best value where a table tells it apart, `printed` the
    percentage of a Daily Value as it was printed; `flag` says why the figure is hard to believe.
    """

    mcg: ContentRange | None
    per_amount: Decimal
    per_unit: Basis
    added_mcg: Decimal | None = None
    fortified: bool = False
    flag: str = ""
    printed: str = ""
    source: str = ""
    source_id: str = ""

    @property
    def added_part_mcg(self) -> Decimal:
        """µg of the best value that were added: all of it where nothing tells the parts apart."""
        if self.mcg is None:
            return Decimal(0)
        if self.added_mcg is not None:
            return min(self.added_mcg, self.mcg.best)
        return self.mcg.best if self.fortified else Decimal(0)

    @property
    def counted(self) -> ContentRange | None:
        """As a total counts it: what is flagged is not known."""
        return None if self.flag else self.mcg

    def accepted(self) -> FoodContent:
        """As a person gives their word for it: nothing is flagged any more."""
        return replace(self, flag="")

    def times(self, factor: Fraction | None) -> ContentRange | None:
        """The µg in `factor` times as much, flagged or not; `None` where either is not known."""
        return None if self.mcg is None or factor is None else self.mcg.times(factor)

    def per_100(self, grams_per_millilitre: Fraction | None) -> tuple[ContentRange | None, str]:
        """µg in 100 g, or in 100 ml where no weight is known; `None` where it cannot be said."""
        per_amount = Fraction(self.per_amount)
        if self.per_unit is Basis.SERVING:
            return None, "100 g"
        if self.per_unit is Basis.GRAM:
            return self.times(100 / per_amount), "100 g"
        if grams_per_millilitre is None:
            return self.times(100 / per_amount), "100 ml"
        return self.times(100 / (per_amount * grams_per_millilitre)), "100 g"

    def added_per_100(self, grams_per_millilitre: Fraction | None) -> Decimal | None:
        """The added part of `per_100`, best value; `None` where it cannot be said."""
        per_100, _unit = self.per_100(grams_per_millilitre)
        if per_100 is None:
            return None
        if not self.fortified:
            return Decimal(0)
        if self.mcg is None or not self.mcg.best:
            return None
        return self.added_part_mcg * per_100.best / self.mcg.best

    @property
    def provenance(self) -> str:
        """Where it comes from, in one line."""
        return " ".join(part for part in (self.source, self.source_id) if part)
