"""What people say food is measured or served in: a glass, a tin, a large one."""

from __future__ import annotations

from tracker.language.measures import measure_named
from tracker.language.names import search_key

_CONTAINERS = frozenset(
    [
        "glass",
        "mug",
        "bowl",
        "plate",
        "tin",
        "can",
        "jar",
        "bottle",
        "carton",
        "pot",
        "tub",
        "packet",
        "pack",
        "bag",
        "box",
        "block",
        "slice",
        "piece",
        "portion",
        "serving",
        "helping",
        "handful",
        "scoop",
        "fillet",
        "bite",
        "spoon",
        "spoonful",
        "cupful",
        "bit",
        "pat",
        "rasher",
        "stick",
        "wedge",
        "cube",
        "small",
        "medium",
        "large",
        "big",
    ]
)


def shorter_wordings(words: str) -> list[str]:
    """The words, and what is left of them without what they are measured or served in."""
    tokens = words.split(" ")
    wordings = [words]
    while len(tokens) > 1 and _is_container(tokens[0]):
        tokens = tokens[1:]
        tokens = tokens[1:] if tokens[0].lower() == "of" and len(tokens) > 1 else tokens
        wordings.append(" ".join(tokens))
    while len(tokens) > 1 and _is_container(tokens[-1]):
        tokens = tokens[:-1]
        wordings.append(" ".join(tokens))
    return wordings


def _is_container(word: str) -> bool:
    return search_key(word) in _CONTAINERS or measure_named(word) is not None
