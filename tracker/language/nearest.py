"""Knows which names look like a mistyped one: “did you mean …?”"""

from collections.abc import Iterable

_CUTOFF = 70
"""Of 100: below it, suggestions read as noise rather than as help."""


def nearest_names(name: str, known: Iterable[str], limit: int = 4) -> list[str]:
    """At most `limit` of the known names, those that look most like a name first."""
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        name[:200],
        list(known),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=limit,
        score_cutoff=_CUTOFF,
    )
    return [match for match, _score, _index in found]


def nearest_word(word: str, known: Iterable[str], alike: int) -> str | None:
    """The known word that is most like a word; `None` where none is `alike` of 100."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=alike)
    return None if found is None else found[0]
