"""Daily Values: the µg of B12 that a label calls 100 %.

Which of them a percentage stands on depends on the market and the year of the label. US labels
had 6 µg until the FDA's rule of May 2016 made it 2.4 (21 CFR 101.9(c)(8)(iv)), to be met by 2020,
by small firms by 2021. The EU's reference intake is 2.5 µg (Regulation 1169/2011, annex XIII).
"""

from __future__ import annotations

from decimal import Decimal

US_MCG = Decimal("2.4")
US_UNTIL_2020_MCG = Decimal(6)
EU_MCG = Decimal("2.5")

BASES = tuple(str(mcg) for mcg in (US_MCG, US_UNTIL_2020_MCG, EU_MCG))
"""As a person writes them, the usual one first: today's US, the older US one, the EU's."""

USUAL_BASIS = BASES[0]
"""Where a label does not say: the smallest, so that no percentage counts for too much."""

NEW_FROM_YEAR = 2020
NEW_FOR_ALL_FROM_YEAR = 2021


def doubt_about_basis(basis: str | None, label_year: int) -> str:
    """Why a US label of that year may stand on another Daily Value; empty where nothing says so.

    `basis` is one of `BASES`, or `None` where the usual one was taken for lack of another.
    """
    if basis == str(US_UNTIL_2020_MCG) and label_year > NEW_FOR_ALL_FROM_YEAR:
        return (
            f"US labels of {label_year} call {US_MCG} µg 100 %: read on 6 µg it counts 2.5 times "
            "as much"
        )
    if basis is None and label_year < NEW_FROM_YEAR:
        return (
            f"US labels of {label_year} mostly called 6 µg 100 %; {US_MCG} was used, the cautious "
            "reading: --dv-basis 6 if the label says so"
        )
    return ""
