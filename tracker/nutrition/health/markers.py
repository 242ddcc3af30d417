"""What is measured in blood: a marker is an entry in `Marker` and one in `FACTS`, all in here.

Names, units, what is plausible, the cut-offs of named rule sets, and which side of them concerns.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from tracker.language.vocabulary import Vocabulary

# Cyanocobalamin, 1355.39 g/mol: 1 pg/mL is 0.7378 pmol/L.
PMOL_PER_PG = Fraction(1000) / Fraction("1355.39")
# Methylmalonic acid, 118.09 g/mol.
UMOL_PER_UG = 1 / Fraction("118.09")
# Homocysteine, 135.19 g/mol: 1 mg/L is 7.397 µmol/L.
UMOL_PER_MG = Fraction("7.397")


class Marker(StrEnum):
    """What is measured in blood, by the code under which it is kept."""

    TOTAL_B12 = "b12"
    ACTIVE_B12 = "holotc"
    MMA = "mma"
    HOMOCYSTEINE = "homocysteine"


class Position(StrEnum):
    """Where a result lies beside cut-offs."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"
    CANNOT_BE_TOLD = "cannot be told"


@dataclass(frozen=True)
class CutOffs:
    """The cut-offs of one rule set for one marker, in `unit`; an end that it lacks is `None`.

    `between` is what the rule set says of a result between two cut-offs.
    """

    rule_set: str
    name: str
    unit: str
    low: Decimal | None
    high: Decimal | None
    source: str
    between: str = ""


ARTICLE, NICE, OWN_RANGE = "article", "nice-ng239", "lab"
_ARTICLE = "the article's table of blood tests"
_NICE = "NICE guideline NG239 (2024)"
_INDETERMINATE = "indeterminate"


@dataclass(frozen=True)
class MarkerFacts:
    """A marker's name, its units, what is plausible, and its cut-offs.

    `units` holds, for each unit, how much of the first unit one of it is; `plausible` is a range
    in the first unit, outside of which another unit was probably meant; `concerning` is the side
    of a cut-off to discuss with a clinician.
    """

    name: str
    short_name: str
    units: dict[str, Fraction]
    plausible: tuple[Decimal, Decimal]
    concerning: Position
    cut_offs: tuple[CutOffs, ...]
    caution: str = ""
    other_names: tuple[str, ...] = ()

    @property
    def standard_unit(self) -> str:
        """The unit in which results of different laboratories are put side by side."""
        return next(iter(self.units))


_KIDNEY = "it also rises in kidney disease"
# B12 itself matters where it is low, what piles up without it where it is high.
FACTS = {
    Marker.TOTAL_B12: MarkerFacts(
        "total B12",
        "total B12",
        {"pmol/L": Fraction(1), "pg/mL": PMOL_PER_PG, "ng/L": PMOL_PER_PG},
        (Decimal(20), Decimal(5000)),
        Position.BELOW,
        (
            CutOffs(ARTICLE, "article", "pg/mL", Decimal(200), None, _ARTICLE),
            CutOffs(NICE, "NICE NG239", "ng/L", Decimal(180), Decimal(350), _NICE, _INDETERMINATE),
        ),
        "it is high while supplements are taken, and says little then",
        ("vitamin b12", "serum b12", "cobalamin", "serum cobalamin", "total-b12"),
    ),
    Marker.ACTIVE_B12: MarkerFacts(
        "active B12 (holoTC)",
        "active B12",
        {"pmol/L": Fraction(1)},
        (Decimal(1), Decimal(1000)),
        Position.BELOW,
        (CutOffs(NICE, "NICE NG239", "pmol/L", Decimal(25), Decimal(70), _NICE, _INDETERMINATE),),
        other_names=("active b12", "active-b12", "holo tc", "holotranscobalamin"),
    ),
    Marker.MMA: MarkerFacts(
        "methylmalonic acid (MMA)",
        "MMA",
        {
            "µmol/L": Fraction(1),
            "nmol/L": Fraction(1, 1000),
            "µg/L": UMOL_PER_UG,
            "ng/mL": UMOL_PER_UG,
        },
        (Decimal("0.02"), Decimal(100)),
        Position.ABOVE,
        (CutOffs(ARTICLE, "article", "µmol/L", None, Decimal("0.4"), _ARTICLE),),
        _KIDNEY,
        ("methylmalonic acid", "methylmalonate"),
    ),
    Marker.HOMOCYSTEINE: MarkerFacts(
        "homocysteine",
        "homocysteine",
        {"µmol/L": Fraction(1), "mg/L": UMOL_PER_MG, "nmol/L": Fraction(1, 1000)},
        (Decimal(1), Decimal(500)),
        Position.ABOVE,
        (
            CutOffs(
                ARTICLE,
                "article",
                "µmol/L",
                None,
                Decimal(15),
                f"{_ARTICLE}, which prints nmol/L by an error of 1000",
            ),
        ),
        f"{_KIDNEY}, and where folate is short",
        ("hcy", "total homocysteine"),
    ),
}

_MARKERS = Vocabulary(
    "blood test that is kept here",
    {
        marker: (marker.value, facts.name, facts.short_name, *facts.other_names)
        for marker, facts in FACTS.items()
    },
)


def parse_marker(text: str) -> Marker:
    """A marker from its code or one of its names.

    Raises:
        NotFoundError: no marker has that name.
    """
    return _MARKERS.named(text)


def parse_unit(marker: Marker, text: str) -> str:
    """A unit of a marker as laboratories and people write it.

    Raises:
        NotFoundError: the marker is not measured in it.
    """
    facts = FACTS[marker]
    units = {unit: (unit,) for unit in facts.units}
    return Vocabulary(f"unit of {facts.name}", units, _plain_unit).named(text)


def _plain_unit(text: str) -> str:
    # Micro is two characters, the sign (U+00B5) and the Greek letter (U+03BC), and mc on labels.
    plain = "".join(text.split()).lower().replace("μ", "u").replace("µ", "u").replace("mc", "u")
    return plain.removesuffix("itre").removesuffix("iter")


def convert(marker: Marker, value: Decimal, unit: str, wanted: str) -> Fraction:
    """A value in another unit of its marker, exactly."""
    units = FACTS[marker].units
    return Fraction(value) * units[unit] / units[wanted]


def listed_names() -> str:
    """What the markers are called: `total B12, active B12, MMA, homocysteine`."""
    return ", ".join(facts.short_name for facts in FACTS.values())


def markers_text() -> str:
    """The markers as help lists them: `b12 (total B12), holotc (active B12), …`."""
    named = [
        code if code == facts.short_name.lower() else f"{code} ({facts.short_name})"
        for code, facts in FACTS.items()
    ]
    return f"{', '.join(named[:-1])} or {named[-1]}"
