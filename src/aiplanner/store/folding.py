"""Make words comparable: one case, no accents, letters and digits only."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

_WORD = re.compile(r"[^\W_]+")
_STROKES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that Unicode does not take apart, as people without them on the keyboard type them."""

_AROUND = 60
"""Characters shown before and after a word that was found."""


def folded(text: str) -> list[str]:
    """The different words of a text as they are compared, in order.

    "Łódź", "łódź", "LODZ" and "Łódź" with combining accents are one word.
    """
    plain = text.casefold()
    if not plain.isascii():
        apart = normalize("NFKD", plain.translate(_STROKES))
        plain = "".join(letter for letter in apart if not combining(letter))
    return list(dict.fromkeys(_WORD.findall(plain)))


def excerpt(texts: list[str], sought: list[str]) -> str:
    """The part of the texts where a sought word stands, on one line; else their beginning."""
    for text in texts:
        for word in _WORD.finditer(text):
            if any(part.startswith(one) for part in folded(word[0]) for one in sought):
                return _around(text, word.start(), word.end())
    return _around(texts[0], 0, 0) if texts else ""


def _around(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    if first:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        cut = text.rfind(" ", end, last)
        last = cut if cut > 0 else last
    shown = " ".join(text[first:last].split())
    return f"{'… ' if first else ''}{shown}{' …' if last < len(text) else ''}"
