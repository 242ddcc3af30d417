"""Which of the foods that fit some words is meant: exact before partial, plain before compound."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tracker.language.names import search_words

OWN_TIER, SHIPPED_TIER, GENERIC_TIER, BRANDED_TIER = range(4)
"""How far a table is from the person."""

JOINING_WORDS = frozenset({"of", "with", "and", "in", "on", "the", "a", "an", "some", "my"})
"""Words that say nothing of which food is meant."""

_PLAIN = {"nfs": 3, "raw": 2, "fresh": 2, "whole": 2, "plain": 2, "ns": 1, "cooked": 1, "fluid": 1}
"""How much each word of a name makes it the plain kind; NFS is “not further specified”."""

_PROCESSED = frozenset(
    [
        "dried",
        "dry",
        "dehydrated",
        "powder",
        "powdered",
        "substitute",
        "imitation",
        "babyfood",
        "baby",
        "infant",
        "formula",
        "toddler",
        "frozen",
        "canned",
        "concentrate",
        "school",
        "restaurant",
        "fast",
        "gluten",
        "analog",
        "meatless",
        "mix",
        "snack",
        "dessert",
        "industrial",
        "enriched",
        "sandwich",
        "salad",
        "soup",
        "cake",
        "pie",
        "bread",
        "cracker",
        "cookie",
        "candy",
        "chip",
        "dough",
        "batter",
        "flavored",
        "flavor",
        "sauce",
        "dressing",
    ]
)


@dataclass(frozen=True)
class Candidate:
    """A name that fits: its food, how far its table is from the person, how often it was eaten."""

    food_id: int
    name: str
    key: str
    tier: int
    eaten: int = 0

    @property
    def is_of_the_person(self) -> bool:
        """Whether it is the person's own food, or one that they have logged."""
        return self.tier == OWN_TIER or self.eaten > 0


def significant(words: Sequence[str]) -> list[str]:
    """The words that say which food is meant; all of them where none does."""
    return [word for word in words if word not in JOINING_WORDS] or list(words)


def is_exact(candidate: Candidate, words: Sequence[str]) -> bool:
    """Whether a name says the same words, joining words aside.

    Order counts, as chocolate milk is no milk chocolate, but not in names such as “Egg, whole”.
    """
    said, wanted = significant(candidate.key.split()), significant(words)
    return said == wanted or ("," in candidate.name and sorted(said) == sorted(wanted))


def ranked(candidates: Collection[Candidate], words: Sequence[str]) -> list[Candidate]:
    """The best name of each food, what is most likely meant first."""
    wanted = significant(words)
    best: dict[int, Candidate] = {}
    for candidate in sorted(candidates, key=lambda one: _place(one, wanted)):
        best.setdefault(candidate.food_id, candidate)
    return list(best.values())


def _place(candidate: Candidate, wanted: Sequence[str]) -> tuple[float, ...]:
    """Its place among the others, the smallest first.

    Likeness: the very words (0), what the person eats (1), a kind of what is said (2), other foods
    with these words (3), and products last (4): there are so many that one has any words.
    """
    head = significant(search_words(candidate.name.split(",")[0]))
    if is_exact(candidate, wanted) and candidate.tier < BRANDED_TIER:
        likeness = 0
    elif candidate.is_of_the_person:
        likeness = 1
    elif candidate.tier == BRANDED_TIER:
        likeness = 4
    elif sorted(head) == sorted(wanted) or _is_kind_of(candidate, wanted):
        likeness = 2
    else:
        likeness = 3
    missing = _missing(candidate, wanted)
    return (
        missing,
        likeness,
        not candidate.is_of_the_person,
        candidate.tier,
        _strangeness(candidate, head, wanted),
        -candidate.eaten,
        len(candidate.key),
        candidate.food_id,
    )


def _is_kind_of(candidate: Candidate, wanted: Sequence[str]) -> bool:
    """Shipped names end in what they are: fortified soy milk is a soy milk.

    One word is too little to say so: blue cheese is not what “cheese” means first.
    """
    said = candidate.key.split()
    return candidate.tier == SHIPPED_TIER and len(wanted) > 1 and said[-len(wanted) :] == wanted


def _missing(candidate: Candidate, wanted: Sequence[str]) -> float:
    """What a name lacks of the words; the last of them counts twice, as it says the kind."""
    words = candidate.key.split()
    return sum(
        (2 if place == len(wanted) - 1 else 1)
        for place, word in enumerate(wanted)
        if not any(one.startswith(word) for one in words)
    )


def _strangeness(candidate: Candidate, head: Sequence[str], wanted: Sequence[str]) -> float:
    """How far a name is from the plain kind of what is wanted."""
    extra = [word for word in candidate.key.split() if word not in wanted]
    not_in_head = sum(not any(one.startswith(word) for one in head) for word in wanted)
    more_in_head = sum(word not in wanted for word in head)
    processed = sum(word in _PROCESSED for word in extra)
    plain = sum(_PLAIN.get(word, 0) for word in extra)
    # What counts more makes another food of it: a word that stands only behind the comma most
    # (“Pie, apple” is no apple), then a processed form, then a longer head, which is another kind.
    # Any other word counts one, so that of two plain names the shorter wins.
    return 8 * not_in_head + 5 * more_in_head + 6 * processed - plain + len(extra)
