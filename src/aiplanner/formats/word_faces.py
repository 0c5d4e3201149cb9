"""How wide words are in Word's own face, in ems: those of Arial, and of faces made to match it."""

from __future__ import annotations

_REGULAR = {
    0.2: "'",
    0.222: "ijl’",
    0.278: " !,./:;I[\\]ft·",
    0.333: "()-`r“”{}|",
    0.389: '*"',
    0.5: "Jcksvxyz^",
    0.584: "+<=>~",
    0.611: "FTZ",
    0.667: "&ABEKPSVXY",
    0.722: "CDHNRUw",
    0.778: "GOQ",
    0.833: "Mm",
    0.889: "%",
    0.944: "W",
    1.015: "@…",
}
_BOLD = {
    0.278: " ,./I\\ijl’·|'",
    0.333: "!()-:;[]`ft",
    0.389: "*r{}",
    0.5: '"z“”',
    0.611: "?FLTZbdghnopqu+<=>^~",
    0.667: "EPSVXY",
    0.722: "&ABCDHKNRU",
    0.778: "GOQw",
    0.833: "M",
    0.889: "%m",
    0.944: "W",
    1.0: "@…",
}
_WIDTH = 0.556
"""Digits and most small letters, and the guess for a letter that is not of ours."""


def _by_letter(widths: dict[float, str]) -> dict[str, float]:
    return {letter: width for width, letters in widths.items() for letter in letters}


_FACES = {False: _by_letter(_REGULAR), True: _by_letter(_BOLD)}


def width_of(words: str, *, bold: bool = False) -> float:
    """The width in ems."""
    face = _FACES[bold]
    return sum(face.get(letter, _WIDTH) for letter in words)
