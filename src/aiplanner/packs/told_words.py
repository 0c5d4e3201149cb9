"""Read the words out of paragraph markup, with what is bold and what leads somewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers.expat import ParserCreate

from aiplanner.app.told import Piece, Words
from aiplanner.packs.text import Markup

WRITE_HERE = "_" * 16
"""Stands for a short line to write on in the middle of a text."""


def words_of(markup: Markup) -> Words:
    """The pieces of markup that passed the gate; faces are left out, and so is how it looks."""
    reader = _Reader()
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.Parse(f"<p>{markup}</p>", True)  # noqa: FBT003  # expat takes no names
    return reader.words


@dataclass(slots=True)
class _Reader:
    """Hears the tags and texts of one paragraph, in order."""

    _told: list[Piece] = field(default_factory=list)
    _bold: int = 0
    _blank: bool = False
    _link: str = ""

    @property
    def words(self) -> Words:
        """What it heard."""
        return tuple(self._told)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag opens."""
        match tag:
            case "b":
                self._bold += 1
            case "a":
                self._link = attributes.get("href", "")
            case "u":
                self._blank = True
                self._tell(WRITE_HERE)
            case "br":
                self._tell("\n")

    def end(self, tag: str) -> None:
        """A tag closes."""
        match tag:
            case "b":
                self._bold -= 1
            case "a":
                self._link = ""
            case "u":
                self._blank = False

    def text(self, text: str) -> None:
        """Words stand here; those of a short line are only its length."""
        if not self._blank:
            self._tell(text)

    def _tell(self, text: str) -> None:
        bold, link = bool(self._bold), self._link
        if self._told and (self._told[-1].bold, self._told[-1].link) == (bold, link):
            text = self._told.pop().text + text
        self._told.append(Piece(text, bold, link))
