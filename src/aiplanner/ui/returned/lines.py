"""A returned form as a line of the list: where it is, what it is, and that in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from aiplanner.app.returned import ReturnedSheet, Said
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

_CODE = "teller"
"""The key of the answer that tells whose sheet it is, by a code."""


class State(StrEnum):
    """How far a form is; also the name of its mark."""

    WAITING = "waiting"
    READING = "reading"
    REFUSED = "refused"
    READY = "ready"
    TAKEN = "taken"


UNREAD = (State.WAITING, State.READING)


@dataclass(frozen=True, slots=True)
class FormLine:
    """One sheet of one file; a file that is not read yet, or refused, is one line."""

    place: tuple[int, int]
    """The number of the file, and of the sheet in it: what tells lines apart."""
    path: Path
    state: State = State.WAITING
    why: str = ""
    """Why the file, or taking the sheet, is refused, as a sentence."""
    sheet: ReturnedSheet | None = None
    ticked: frozenset[str] = frozenset()
    twin: str = ""
    """The file in the list that holds the same answers; empty where none does."""
    revision: int = 0
    """The programme's when the file was read."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should know before taking it."""
        own = () if self.sheet is None else self.sheet.notes
        if not self.twin:
            return own
        return (*own, _("The same answers stand in {file}.").format(file=self.twin))

    @property
    def made_from(self) -> int:
        """The other version of the programme that the form was made from; 0 where it was none."""
        made = 0 if self.sheet is None else self.sheet.mark.revision
        return made if made and self.revision and made != self.revision else 0

    @property
    def weighs(self) -> bool:
        """Whether a note tells more than the version, which most forms come from another of."""
        return len(self.notes) > bool(self.made_from)

    @property
    def offers(self) -> tuple[Said, ...]:
        """The answers that can be ticked."""
        return () if self.sheet is None else tuple(one for one in self.sheet.answers if one.said)

    @property
    def takes(self) -> bool:
        """Whether it can be taken as it is ticked."""
        return self.state is State.READY and bool(self.ticked)


def state_text(line: FormLine) -> str:
    """How far a form is, in a line."""
    match line.state:
        case State.WAITING:
            return _("Waits to be read")
        case State.READING:
            return _("Is being read…")
        case State.REFUSED:
            return line.why
        case State.TAKEN:
            return _("Taken: {sheet}").format(sheet=sheet_text(line))
        case State.READY:
            return " · ".join(part for part in (sheet_text(line), _readiness(line)) if part)


def sheet_text(line: FormLine) -> str:
    """Which sheet it is, where it belongs, and whose, as far as a code tells."""
    if line.sheet is None:
        return ""
    parts = [line.sheet.title, line.sheet.where, whose(line.sheet)]
    return ", ".join(part for part in parts if part)


def whose(sheet: ReturnedSheet) -> str:
    """By what code a sheet is signed, in words; empty where by none."""
    code = next((one.said for one in sheet.answers if one.key == _CODE), "")
    return _("from {code}").format(code=code) if code else ""


def counts_text(lines: Sequence[FormLine]) -> str:
    """How many files are in the list, and what has become of them."""
    files = len({line.path for line in lines})
    words = [ngettext("{count} file", "{count} files", files).format(count=files)]
    for state, some in _COUNTED:
        count = sum(line.state is state for line in lines)
        if count:
            words.append(some.format(count=count))
    return " · ".join(words)


_COUNTED = (
    (State.READY, _("{count} to look at")),
    (State.TAKEN, _("{count} taken")),
    (State.REFUSED, _("{count} refused")),
)


def read_text(lines: Sequence[FormLine]) -> str:
    """What is said when all files are read."""
    ready = sum(line.state is State.READY for line in lines)
    if not ready:
        return _("All is read. There is nothing to take.")
    words = ngettext("{count} sheet to look at.", "{count} sheets to look at.", ready)
    return _("All is read. {sheets}").format(sheets=words.format(count=ready))


def taken_text(lines: Sequence[FormLine]) -> str:
    """What is said when all that could be taken is; what could not be is not passed over."""
    taken = sum(line.state is State.TAKEN for line in lines)
    words = ngettext("{count} sheet is taken.", "{count} sheets are taken.", taken)
    said = words.format(count=taken)
    left = sum(line.state is State.READY and bool(line.why) for line in lines)
    if not left:
        return said
    words = ngettext(
        "{count} could not be: its line says why.",
        "{count} could not be: their lines say why.",
        left,
    )
    return f"{said} {words.format(count=left)}"


def next_place(lines: Sequence[FormLine], after: int) -> int:
    """The next line that can be looked at, from a place on and round; −1 where there is none."""
    order: Iterable[int] = (*range(after + 1, len(lines)), *range(after + 1))
    ready = (n for n in order if n < len(lines) and lines[n].state is State.READY)
    return next(ready, -1)


def _readiness(line: FormLine) -> str:
    if line.why:
        return _("could not be taken")
    if line.twin or (line.sheet is not None and line.sheet.known):
        return _("the same answers again")
    count = len(line.offers)
    words = ngettext("{count} answer", "{count} answers", count).format(count=count)
    if line.weighs:
        return _("{answers}, see the note").format(answers=words)
    if line.made_from:
        return _("{answers}, from version {made}").format(answers=words, made=line.made_from)
    return words
