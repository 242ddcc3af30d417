"""Which of the foods that fit some words is meant: exact before partial, plain before compound."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tracker.language.names import search_words
from tracker.nutrition.foods.collection import Tier

JOINING_WORDS = frozenset({"of", "with", "and", "in", "on", "the", "a", "an", "some", "my"})
"""Words that say nothing of which food is meant."""

_PLAIN = {"nfs": 3, "raw": 2, "fresh": 2, "whole": 2, "plain": 2, "ns": 1, "cooked": 1, "fluid": 1}
"""How much each word of a name makes it the plain kind; NFS is “not further specified”."""

_CLASSES = {
    "bean", "cheese", "crustacean", "fish", "lettuce", "meat", "mollusk", "mushroom", "nut", "oil",
    "seaweed", "seed", "spice", "squash",
}  # fmt: skip
"""What USDA lists a food under before its own name; elsewhere the second word is a flavour.

“Nuts, almonds” are almonds, but “Bagels, egg” are no eggs.
"""

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
    """A name that fits: its food, how far its table is from the person, how often it was eaten.

    `name` is what the food is called, `search_key` that of the name that fits.
    """

    food_key: str
    name: str
    search_key: str
    tier: Tier
    eaten: int = 0

    @property
    def is_of_the_person(self) -> bool:
        """Whether it is the person's own food, or one that they have logged."""
        return self.tier == Tier.OWN or self.eaten > 0


def significant(words: Sequence[str]) -> list[str]:
    """The words that say which food is meant; all of them where none does."""
    return [word for word in words if word not in JOINING_WORDS] or list(words)


def is_exact(candidate: Candidate, words: Sequence[str]) -> bool:
    """Whether a name says the same words, joining words aside.

    Order counts, as chocolate milk is no milk chocolate, but not in names such as “Egg, whole”.
    """
    said, wanted = significant(candidate.search_key.split()), significant(words)
    return said == wanted or ("," in candidate.name and sorted(said) == sorted(wanted))


def ranked(
    found: Iterable[Candidate],
    words: Sequence[str],
    eaten: Mapping[str, int],
    own: Iterable[Candidate] = (),
) -> list[Candidate]:
    """The best name of each food, what is most likely meant first.

    `eaten` says how often the person logged each food, by its key; `own` are the candidates of
    their diary: their own foods and recipes.
    """
    wanted = significant(words)
    counted = (
        replace(one, eaten=eaten[one.food_key]) if one.food_key in eaten else one
        for one in (*own, *found)
    )
    best: dict[str, Candidate] = {}
    for candidate in sorted(counted, key=lambda one: _place(one, wanted)):
        best.setdefault(candidate.food_key, candidate)
    return list(best.values())


def _place(candidate: Candidate, wanted: Sequence[str]) -> tuple[float | str, ...]:
    """Its place among the others, the smallest first.

    Likeness: the very words (0), what the person eats (1), a kind of what is said (2), other foods
    with these words (3), and products last (4): there are so many that one has any words.
    """
    head = _head(candidate.name, wanted)
    if is_exact(candidate, wanted) and candidate.tier < Tier.BRANDED:
        likeness = 0
    elif candidate.is_of_the_person:
        likeness = 1
    elif candidate.tier == Tier.BRANDED:
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
        len(candidate.search_key),
        # SQLite promises no order: equals must not change places from one search to the next.
        candidate.food_key,
    )


def _head(name: str, wanted: Sequence[str]) -> list[str]:
    """The words of a name that say what it is; “Cheese, paneer” is a paneer as well as a cheese."""
    parts = [significant(search_words(part)) for part in name.split(",")[:2]]
    is_listed_by_class = len(parts) == 2 and parts[0] and parts[0][-1] in _CLASSES
    if is_listed_by_class and sorted(parts[1]) == sorted(wanted):
        return parts[1]
    return parts[0]


def _is_kind_of(candidate: Candidate, wanted: Sequence[str]) -> bool:
    """Shipped names end in what they are: fortified soy milk is a soy milk.

    One word is too little to say so: blue cheese is not what “cheese” means first.
    """
    said = candidate.search_key.split()
    return candidate.tier == Tier.SHIPPED and len(wanted) > 1 and said[-len(wanted) :] == wanted


def _missing(candidate: Candidate, wanted: Sequence[str]) -> float:
    """What a name lacks of the words; the last of them counts twice, as it says the kind."""
    words = candidate.search_key.split()
    return sum(
        (2 if place == len(wanted) - 1 else 1)
        for place, word in enumerate(wanted)
        if not any(one.startswith(word) for one in words)
    )


def _strangeness(candidate: Candidate, head: Sequence[str], wanted: Sequence[str]) -> float:
    """How far a name is from the plain kind of what is wanted."""
    extra = [word for word in candidate.search_key.split() if word not in wanted]
    not_in_head = sum(not any(one.startswith(word) for one in head) for word in wanted)
    more_in_head = sum(word not in wanted for word in head)
    processed = sum(word in _PROCESSED for word in extra)
    plain = sum(_PLAIN.get(word, 0) for word in extra)
    # What counts more makes another food of it: a word that stands only behind the comma most
    # (“Pie, apple” is no apple), then a processed form, then a longer head, which is another kind.
    # Any other word counts one, so that of two plain names the shorter wins.
    return 8 * not_in_head + 5 * more_in_head + 6 * processed - plain + len(extra)
