"""Finds a font for every script, so that no name turns into empty boxes.

DejaVu Sans comes with matplotlib and holds Latin, Greek, Cyrillic, Hebrew and Arabic. Other
scripts are drawn with fonts from Python packages (the same on every machine), then with those
of the system. matplotlib shapes the text and orders right-to-left runs by itself (from 3.11).
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

BASE_FAMILY = "DejaVu Sans"
MISSING = "▯"
"""Stands for a character that no font can draw."""

PACKAGES = ("noto_cjk_sans_otc", "manimgx_fonts")
CHINESE = ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei")
JAPANESE = ("Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", "IPAGothic", "MS Gothic")
KOREAN = ("Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", "NanumGothic")
# Colour emoji fonts are left out: they hold pictures, which matplotlib cannot draw.
SYMBOLS = ("Noto Emoji", "Segoe UI Emoji", "Symbola", "Segoe UI Symbol", "Apple Symbols")
OTHERS = ("Arial Unicode MS", "Nirmala UI", "Leelawadee UI", "Thonburi", "FreeSans", "Unifont")

_NO_GLYPH_NEEDED = {"Cf", "Zl", "Zp"}
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_REGIONAL_LETTERS = range(0x1F1E6, 0x1F200)
_JOINER = "\u200d"


def clusters(text: str) -> list[str]:
    """What a reader takes for one character each: a letter with its marks, a whole emoji."""
    found: list[str] = []
    for character in text:
        if found and _continues(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _continues(cluster: str, character: str) -> bool:
    if unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}:
        return True
    if cluster.endswith(_JOINER) or ord(character) in _SKIN_TONES:
        return True
    is_flag = len(cluster) == 1 and ord(cluster) in _REGIONAL_LETTERS
    return is_flag and ord(character) in _REGIONAL_LETTERS


@lru_cache(4096)
def drawable(text: str, weight: str) -> tuple[str, tuple[str, ...]]:
    """The text with what no font can draw replaced, and the families that draw it."""
    # matplotlib takes each character from the first family that has it: Latin and figures stay in
    # one face, whatever the rest of a name needs.
    families = [BASE_FAMILY]
    drawn = []
    for cluster in clusters(text):
        family = _family_for(cluster, weight, _candidates(text))
        if family is None:
            drawn.append(_replacement(cluster, weight))
        else:
            drawn.append(cluster)
            families.append(family)
    return "".join(drawn), tuple(dict.fromkeys(families))


def _family_for(cluster: str, weight: str, families: tuple[str, ...]) -> str | None:
    for family in families:
        if _covers(family, weight, cluster):
            return family
    return None


def _replacement(cluster: str, weight: str) -> str:
    """The bare letter where only its marks are the trouble, an emoji's name, or a box."""
    if len(cluster) > 1 and _covers(BASE_FAMILY, weight, cluster[0]):
        return cluster[0]
    if ord(cluster[0]) in _REGIONAL_LETTERS:
        return "".join(chr(ord(one) - _REGIONAL_LETTERS.start + ord("A")) for one in cluster)
    name = unicodedata.name(cluster[0], "").lower()
    is_picture = unicodedata.category(cluster[0]) == "So" and name
    return f"[{name}]" if is_picture else MISSING


def _covers(family: str, weight: str, cluster: str) -> bool:
    face = _face(family, weight)
    return all(face.get_char_index(ord(one)) for one in cluster if _needs_glyph(one))


def _needs_glyph(character: str) -> bool:
    if ord(character) in _VARIATION_SELECTORS:
        return False
    return unicodedata.category(character) not in _NO_GLYPH_NEEDED


@cache
def _face(family: str, weight: str) -> FT2Font:
    wanted = font_manager.FontProperties(family=[family], weight=weight)
    return font_manager.get_font(font_manager.fontManager.findfont(wanted))


def _candidates(text: str) -> tuple[str, ...]:
    """Families in the order of preference; Han characters follow the script beside them."""
    installed = _installed()
    if any("぀" <= character <= "ヿ" for character in text):
        east_asian = JAPANESE + CHINESE + KOREAN
    elif any("가" <= character <= "힣" for character in text):
        east_asian = KOREAN + CHINESE + JAPANESE
    else:
        east_asian = CHINESE + JAPANESE + KOREAN
    wanted = (BASE_FAMILY, *east_asian, *SYMBOLS, *_noto_families(), *OTHERS)
    return tuple(family for family in wanted if family in installed)


@cache
def _noto_families() -> tuple[str, ...]:
    found = (family for family in _installed() if family.startswith("Noto Sans"))
    return tuple(sorted(family for family in found if "CJK" not in family))


@cache
def _installed() -> frozenset[str]:
    for package in PACKAGES:
        for path in _font_files(package):
            _add_first(path)
    return frozenset(entry.name for entry in font_manager.fontManager.ttflist)


def _font_files(package: str) -> list[Path]:
    spec = find_spec(package)
    folders = spec.submodule_search_locations if spec else None
    found = [path for folder in folders or () for path in Path(folder).iterdir()]
    return sorted(path for path in found if path.suffix in {".ttf", ".ttc", ".otf"})


def _add_first(path: Path) -> None:
    """Adds a font before those of the system: of two alike, the first is chosen."""
    fonts = font_manager.fontManager.ttflist
    known = len(fonts)
    font_manager.fontManager.addfont(path)
    fonts[:] = fonts[known:] + fonts[:known]
