"""What a sheet asks of those who fill it in on a screen: each answer's name and its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aiplanner.app.form_names import FormMark, field_name, mark_name, mark_text
from aiplanner.domain.handouts import Block
from aiplanner.domain.ids import RowId
from aiplanner.packs.text import cleaned

_LONGEST = 300
"""Most characters of a label that a screen reader reads at every field."""


@dataclass(frozen=True, slots=True)
class FormSheet:
    """One sheet of a pack: of which programme, session and item, and from which revision."""

    programme: RowId
    document: str
    session: RowId | None
    item: RowId | None
    revision: int

    def field(self, question: str) -> str:
        """The name of the field of a question."""
        return field_name(self.document, self.session, self.item, question)

    def mark(self, template: str) -> tuple[str, str]:
        """The name of the sheet's mark, and what the mark says."""
        mark = FormMark(
            self.programme, self.document, self.session, self.item, self.revision, template
        )
        return mark_name(self.document, self.session), mark_text(mark)


@dataclass(frozen=True, slots=True)
class Ask:
    """An answer in words, or a thing to tick."""

    sheet: FormSheet
    question: str
    label: str
    """What is asked, in plain words: a screen reader says it where the field is."""
    size: float
    """Points of the type it is written in."""
    many: bool = True
    """Whether it may have several lines."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of several that exclude each other; `ask` is what they answer."""

    ask: Ask
    key: str
    words: str


Button = Ask | Option
"""What a box is ticked for."""


@dataclass(frozen=True, slots=True)
class Asks:
    """Names what the blocks of one sheet ask."""

    sheet: FormSheet
    title: str
    """Stands for the words of what has none of its own."""
    blocks: Sequence[Block]
    size: float

    def __call__(self, question: str, words: str, *, many: bool = True) -> Ask:
        """The answer to a question; `words` say what is asked."""
        label = " ".join(cleaned(words).split()) or self.title
        return Ask(self.sheet, question, label[:_LONGEST], self.size, many)

    def of(self, block: Block) -> str:
        """What a block's answer is called: as it says itself, else "b" and its number."""
        own = getattr(block, "ask", "")
        return own or f"b{next((n for n, one in enumerate(self.blocks, 1) if one is block), 0)}"

    def options(self, question: str, label: str, points: Sequence[str]) -> list[Option]:
        """The points of a question, of which one is chosen."""
        ask = self(question, label)
        return [Option(ask, f"p{number}", point) for number, point in enumerate(points, 1)]
