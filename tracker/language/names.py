"""Knows names and notes as people write them: which can be kept, and which are the same name.

Two wordings are the same name where case, accents, English plurals and a few spellings are all
that parts them.
"""

import re
import unicodedata

from tracker.errors import TrackerError

LONGEST_NAME = 200
LONGEST_NOTE = 1000

_BLANKS = re.compile(r" {2,}")
_WORD = re.compile(r"[^\W_]+(?:['’%&][^\W_]*)*")
_SPELLINGS = {
    "yoghurt": "yogurt",
    "yoghourt": "yogurt",
    "soya": "soy",
    "soybean": "soy",
    "prawn": "shrimp",
    "wholemeal": "wholewheat",
}
_PLURALS = {"leaves": "leaf", "loaves": "loaf", "halves": "half", "knives": "knife"}
_KEEP_S = ("ss", "us", "is", "ous")


def clean_name(text: str, what: str = "the name", longest: int = LONGEST_NAME) -> str:
    """A name fit to be kept: one line, no control characters, one blank between two words.

    `what` names it in a refusal; `longest` is in characters.

    Raises:
        TrackerError: empty, too long, or with characters that a terminal would act upon.
    """
    # Only blanks are mended: a tab or a line break is a control character, and refused below. An é
    # may come as one character or as two (Unicode Standard Annex 15): it is kept as one.
    name = unicodedata.normalize("NFC", _BLANKS.sub(" ", text)).strip()
    if not name:
        raise TrackerError(f"{what} is empty")
    if len(name) > longest:
        raise TrackerError(f"{what} is longer than {longest} characters")
    if any(is_control(character) for character in name):
        raise TrackerError(f"{what} holds control characters; write it as plain text on one line")
    return name


def clean_note(text: str) -> str:
    """A note fit to be kept, as `clean_name` with more room."""
    return clean_name(text, "the note", LONGEST_NOTE)


def is_control(character: str) -> bool:
    """Whether a terminal could act upon a character, or it reorders what stands around it.

    Joiners (U+200C, U+200D) stay: emoji and several scripts are written with them.
    """
    if character in "\u200c\u200d":
        return False
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def printable(text: str) -> str:
    """Text that is safe to show: control characters become `?`."""
    return "".join("?" if is_control(character) else character for character in text)


def search_key(name: str) -> str:
    """What two wordings of one name have in common: case, accents, plurals, spelling."""
    return " ".join(search_words(name))


def search_words(name: str) -> list[str]:
    """The words of a name in their common form."""
    plain = name.casefold()
    if not plain.isascii():
        folded = unicodedata.normalize("NFKD", plain)
        plain = "".join(character for character in folded if not unicodedata.combining(character))
    # Diaries and library files keep what comes out here: another rule finds nothing that was kept
    # by the old one, until a revision and a new format of the library write it anew.
    return [_common_form(word) for word in _WORD.findall(plain)]


def _common_form(word: str) -> str:
    singular = _singular(word)
    return _SPELLINGS.get(singular, singular)


def _singular(word: str) -> str:
    """The singular of an English plural, roughly: both sides of a comparison pass through it."""
    word = word.replace("’", "'").removesuffix("'s").replace("'", "")
    if word in _PLURALS:
        return _PLURALS[word]
    if len(word) <= 3 or not word.endswith("s") or word.endswith(_KEEP_S):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses", "oes")):
        return word[:-2]
    return word[:-1]
