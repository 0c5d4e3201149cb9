"""What was typed in from paper since the pile was begun: what still stands, and in a few words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiplanner.app.tally import Taken
from aiplanner.app.tally_sheets import SHEET_NAMES, Sheet
from aiplanner.domain.delta import Delta
from aiplanner.domain.findings import Story, Theme
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

_SHORT = 60
"""Characters of a sheet that its line in the list repeats."""


@dataclass(frozen=True, slots=True)
class Entered:
    """A sheet that was typed in; `number` counts those of its sort from 1."""

    number: int
    steps: tuple[tuple[Delta, Taken], ...]
    """What taking it, and each correction, changed (undo is known by that), and made of it."""
    undone: int = 0
    """How many of the steps are taken back."""

    @property
    def taken(self) -> Taken:
        """What it is now; where all is taken back, what it was at first."""
        return self.steps[max(len(self.steps) - self.undone, 1) - 1][1]

    def corrected(self, delta: Delta, taken: Taken) -> Entered:
        """The same after a correction; what was taken back before is no more."""
        done = len(self.steps) - self.undone
        return replace(self, steps=(*self.steps[:done], (delta, taken)), undone=0)

    def stands(self, programme: Programme) -> bool:
        """Whether anything of it is in the programme."""
        if self.taken.pile.sheet is Sheet.VOTES:
            return self.undone < len(self.steps)
        return any(key in programme.rows for key in self.taken.rows.values())

    def followed(self, delta: Delta) -> Entered:
        """The same after an edit, which may be one of its own steps undone or done again."""
        done = len(self.steps) - self.undone
        if done and delta == self.steps[done - 1][0].inverted():
            return replace(self, undone=self.undone + 1)
        if self.undone and delta == self.steps[done][0]:
            return replace(self, undone=self.undone - 1)
        return self


def standing(entered: Sequence[Entered], programme: Programme) -> list[Entered]:
    """What still stands, the last first."""
    return [one for one in reversed(entered) if one.stands(programme)]


def count_text(entered: Sequence[Entered], sheet: Sheet) -> str:
    """How many sheets of this sort stand, in words."""
    count = sum(one.taken.pile.sheet is sheet for one in entered)
    if not count:
        return _("Nothing typed in yet")
    words = ngettext("{count} sheet typed in", "{count} sheets typed in", count)
    return words.format(count=count)


def entered_text(one: Entered, programme: Programme) -> str:
    """A sheet in a line: its number, its first words, and whether a story may be shared."""
    parts = [_words(one.taken, programme), _consent_words(one.taken, programme)]
    name = _("{sheet} {number}").format(sheet=SHEET_NAMES[one.taken.pile.sheet], number=one.number)
    return ": ".join(part for part in (name, " · ".join(part for part in parts if part)) if part)


def _words(taken: Taken, programme: Programme) -> str:
    if taken.votes:
        told = [f"{_theme(programme, key)} {count}" for key, count in taken.votes.items()]
        return _cut(", ".join(told))
    rows = [programme.rows.get(key) for key in taken.rows.values()]
    texts = [str(getattr(row, "text", "")) or str(getattr(row, "happened", "")) for row in rows]
    code = next((str(getattr(row, "teller", "")) for row in rows if row), "")
    return " ".join(
        part for part in (code, _cut(" · ".join(text for text in texts if text))) if part
    )


def _theme(programme: Programme, key: RowId) -> str:
    row = programme.rows.get(key)
    return row.text if isinstance(row, Theme) else ""


def _consent_words(taken: Taken, programme: Programme) -> str:
    row = programme.rows.get(taken.rows.get(0, RowId("")))
    if not isinstance(row, Story):
        return ""
    return _("may be shared") if row.shared else _("not shared")


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHORT else flat[: _SHORT - 1].rstrip() + "…"
