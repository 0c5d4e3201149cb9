"""The text gate: the only way a person's words reach a page, made safe, whole and printable."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from operator import itemgetter
from xml.sax.saxutils import escape, quoteattr

from aiplanner.packs.fonts import face_for

MISSING = "\N{WHITE SQUARE}"
"""Stands for a character that no face of ours has; the notes of the pack name it."""

_NEW_LINES = str.maketrans(dict.fromkeys("\r\u2028\u2029\x85\x0b\x0c", "\n"))
_KEPT_CONTROLS = "\n\t"
_DROPPED = frozenset({"Cc", "Cf", "Cs"})
_VARIANTS = range(0xFE00, 0xFE10)
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


class Markup(str):
    """Text that has passed the gate: ReportLab paragraph markup, safe to set."""

    __slots__ = ()


class Passing(Markup):
    """Words about the day of printing: they change where nothing else has changed."""

    __slots__ = ()


BLANK = Markup(f'<u width="0.7" offset="-0.22*F">{chr(0xA0) * 40}</u>')
"""A short line to write on in the middle of a text; nothing is read there."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face: "" is the face of the paragraph, else a fallback's name."""

    face: str
    text: str


@dataclass(slots=True)
class Met:
    """Where something was met that could not be printed as it was written."""

    text: str
    """The first text that it stood in."""
    places: dict[str, None] = field(default_factory=dict)
    """The titles of the documents, in their order."""


@dataclass(slots=True)
class Gate:
    """Lets text through and remembers what could not be printed as it was written."""

    place: str = ""
    """The document that is being written, by its title: where the text that comes now stands."""
    missing: dict[str, Met] = field(default_factory=dict)
    """Characters printed as `MISSING`."""
    reversed: dict[str, Met] = field(default_factory=dict)
    """Words of right-to-left scripts, printed letter by letter from the left."""
    whole: bool = False
    """Whether characters that no face of ours has stay: where the words go to others' fonts."""

    def __call__(self, text: str) -> Markup:
        """Markup of plain text (or the markup itself, when it has passed before)."""
        if isinstance(text, Markup):
            return text
        return Markup("".join(_markup(run) for run in self.runs(text)))

    def runs(self, text: str) -> list[Run]:
        """The cleaned text cut where the face changes; for text drawn without a paragraph."""
        clean = cleaned(text)
        if clean.isascii():
            return [Run("", clean)] if clean else []
        if _right_to_left(clean):
            for word in filter(_right_to_left, clean.split()):
                self._met(self.reversed, word, clean)
        faced = {character: self._faced(character, clean) for character in dict.fromkeys(clean)}
        return [
            Run(face, "".join(character for _, character in group))
            for face, group in groupby(map(faced.__getitem__, clean), key=itemgetter(0))
        ]

    def fill(self, template: str, **values: str) -> Markup:
        """Our own markup with a person's words in its `{fields}`, each let through the gate."""
        return Markup(template.format(**{key: self(value) for key, value in values.items()}))

    def join(self, parts: Iterable[str], between: str = ", ") -> Markup:
        """The parts that say something, with `between` among them."""
        return Markup(self(between).join(self(part) for part in parts if part))

    def link(self, text: str, target: str) -> Markup:
        """Text that leads to an address, or to a place in the pack when it begins with "#"."""
        return Markup(f"<a href={quoteattr(cleaned(target))}>{self(text)}</a>")

    def _faced(self, character: str, text: str) -> tuple[str, str]:
        if character in _KEPT_CONTROLS:
            return "", character
        face = face_for(character)
        if face is None:
            self._met(self.missing, character, text)
            return "", character if self.whole else MISSING
        return face, character

    def _met(self, among: dict[str, Met], what: str, text: str) -> None:
        among.setdefault(what, Met(text)).places.setdefault(self.place)


def cleaned(text: str) -> str:
    """The text in NFC, without what cannot be printed: controls, surrogates, invisible marks."""
    if text.isascii() and text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").translate(_NEW_LINES)
    dropped = {ord(character): None for character in set(lines) if not _printable(character)}
    return unicodedata.normalize("NFC", lines.translate(dropped) if dropped else lines)


def bold(markup: Markup) -> Markup:
    """The markup set in bold."""
    return Markup(f"<b>{markup}</b>")


@cache
def _printable(character: str) -> bool:
    if character in _KEPT_CONTROLS:
        return True
    return unicodedata.category(character) not in _DROPPED and ord(character) not in _VARIANTS


def _right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in set(text))


def _markup(run: Run) -> str:
    safe = escape(run.text).replace("\n", "<br/>").replace("\t", " ")
    return f'<font name="{run.face}">{safe}</font>' if run.face else safe
