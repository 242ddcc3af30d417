"""What a profile can say of a person that bears on B12, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tracker.language.vocabulary import Vocabulary


class Effect(StrEnum):
    """What a factor does to the estimate."""

    NO_INTRINSIC_FACTOR = "no intrinsic factor"
    NOT_ASSESSED = "not assessed"
    FOOD_BOUND_IMPAIRED = "food-bound B12 impaired"
    ACID_BLOCKER = "acid blocker"
    REMARK = "remark"


@dataclass(frozen=True)
class FactorKind:
    """A factor: its code, its name, its effect, and the sentence that belongs to it."""

    code: str
    name: str
    effect: Effect
    sentence: str

    @property
    def prevents_assessment(self) -> bool:
        """Whether no verdict is given with it."""
        return self.effect in (Effect.NO_INTRINSIC_FACTOR, Effect.NOT_ASSESSED)

    @property
    def concerns_food_bound(self) -> bool:
        """Whether the view without the B12 bound in food is of interest with it."""
        return self.effect in (Effect.FOOD_BOUND_IMPAIRED, Effect.ACID_BLOCKER)


_NOT_ASSESSED = (
    "it can impair absorption in ways that this model does not know; "
    "the figures are for people who absorb normally: discuss them with a clinician"
)
_ACID_BLOCKER = (
    "less of the B12 bound in food may be absorbed, crystalline B12 as ever; "
    "after two years of it, ask a clinician about checking B12"
)

FACTORS = {
    kind.code: kind
    for kind in (
        FactorKind(
            "pernicious-anaemia",
            "pernicious anaemia",
            Effect.NO_INTRINSIC_FACTOR,
            "without intrinsic factor only the passive share is absorbed, and the need is about "
            "2 µg a day: the figures are for information, discuss them with a clinician",
        ),
        FactorKind("coeliac", "coeliac disease", Effect.NOT_ASSESSED, _NOT_ASSESSED),
        FactorKind("crohns", "Crohn's disease", Effect.NOT_ASSESSED, _NOT_ASSESSED),
        FactorKind("gastric-surgery", "stomach surgery", Effect.NOT_ASSESSED, _NOT_ASSESSED),
        FactorKind("ileal-surgery", "bowel surgery", Effect.NOT_ASSESSED, _NOT_ASSESSED),
        FactorKind(
            "atrophic-gastritis",
            "atrophic gastritis",
            Effect.FOOD_BOUND_IMPAIRED,
            "B12 bound in food is poorly released; crystalline B12 is absorbed as ever",
        ),
        FactorKind("ppi", "proton pump inhibitor", Effect.ACID_BLOCKER, _ACID_BLOCKER),
        FactorKind("h2-blocker", "H2 blocker", Effect.ACID_BLOCKER, _ACID_BLOCKER),
        FactorKind(
            "metformin",
            "metformin",
            Effect.REMARK,
            "ask a clinician about monitoring B12; the estimate does not allow for it",
        ),
        FactorKind(
            "nitrous-oxide",
            "nitrous oxide",
            Effect.REMARK,
            "numbness, unsteadiness or confusion after it is a red flag: see a clinician soon",
        ),
        FactorKind("alcohol", "alcohol", Effect.REMARK, "the estimate does not allow for it"),
        FactorKind("smoking", "smoking", Effect.REMARK, "the estimate does not allow for it"),
        FactorKind(
            "kidney-disease",
            "kidney disease",
            Effect.REMARK,
            "MMA and homocysteine rise with it whatever the B12",
        ),
    )
}
"""The factors of the profile; what follows from acid blockers: IOM 1998 p. 342, Lam 2013."""

_OTHER_NAMES = {
    "coeliac": ("celiac",),
    "crohns": ("crohn", "crohn's"),
    "ppi": ("omeprazole",),
    "h2-blocker": ("h2",),
    "ileal-surgery": ("bowel-surgery",),
    "gastric-surgery": ("stomach-surgery",),
    "kidney-disease": ("kidney",),
}
FACTOR_NAMES = Vocabulary(
    "factor", {kind: (code, *_OTHER_NAMES.get(code, ())) for code, kind in FACTORS.items()}
)

LONG_USE = timedelta(days=730)
"""Two years, after which an acid blocker is taken to impair food-bound B12 (Lam 2013)."""


@dataclass(frozen=True)
class Factor:
    """A factor of a person, both days included.

    Without a first day it has been there for as long as matters, without a last one it goes on.
    """

    id: int
    kind: FactorKind
    since: date | None = None
    note: str = ""
    last_day: date | None = None

    def is_there_on(self, day: date) -> bool:
        """Whether it had begun by that day, and had not ended before it."""
        has_begun = self.since is None or self.since <= day
        return has_begun and (self.last_day is None or day <= self.last_day)

    def impairs_food_bound_on(self, day: date) -> bool:
        """Whether food-bound B12 is not counted for the verdict on that day."""
        if not self.is_there_on(day):
            return False
        is_long = self.since is None or self.since <= day - LONG_USE
        is_long_blocker = self.kind.effect is Effect.ACID_BLOCKER and is_long
        return self.kind.effect is Effect.FOOD_BOUND_IMPAIRED or is_long_blocker


def factor_kind(code: str) -> FactorKind:
    """The factor of a code.

    Raises:
        NotFoundError: there is none of that code.
    """
    # A code is kept with hyphens, and typed with blanks and underscores as well.
    return FACTOR_NAMES.named(code.replace("_", " "))
