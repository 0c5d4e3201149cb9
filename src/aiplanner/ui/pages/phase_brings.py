"""The room "What we bring": findings of earlier phases, read-only, each leading to its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout

from aiplanner.app.carried import Carried, brought
from aiplanner.app.content import phase_label
from aiplanner.domain.cycle import Phase
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.settings import Settings
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.labels import breakable, label
from aiplanner.ui.widgets.room_card import RoomCard, columns_for
from aiplanner.ui.widgets.words_button import WordsButton

_LETTERS, _EACH = 96, 64
"""Letters shown of a section in all, and of one finding."""
_INSETS = (8, 4, 8, 5)
Go = Callable[[RowId], object]


class Section(WordsButton):
    """One sort of what is brought: its name, how many, and the first of them."""

    def __init__(self, carried: Carried, go: Go) -> None:
        super().__init__("hint", _INSETS)
        said = brought_words(carried)
        count = carried.count if carried.lines else ""
        heading = carried.heading
        same = count.casefold().endswith(heading.casefold())
        name = count if same else " · ".join(filter(None, (heading, count)))
        self.body.setSpacing(0)
        self.body.addWidget(label(breakable(name), "strong", wrap=True))
        self.body.addWidget(label(breakable(said), "secondary", wrap=True))
        self.body.addStretch(1)
        self.setAccessibleName(name)
        self.setAccessibleDescription(said)
        self.let_through()
        if carried.lines:
            self.setToolTip(_("Go there (Enter)"))
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(partial(self._go, go, carried.lines[0].row))

    def _go(self, go: Go, row: RowId, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        go(row)


class Brings(RoomCard):
    """Follows the programme; sections stand side by side where there is room."""

    def __init__(self, document: Document, phase: Phase, settings: Settings, go: Go) -> None:
        super().__init__(_("What we bring"), settings, "bring")
        self._document, self._phase, self._go = document, phase, go
        self._shown: tuple[Carried, ...] | None = None
        self._columns = 2
        self.sections: list[Section] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(BETWEEN - INSIDE, STEP + 2, BETWEEN - INSIDE, STEP + 2)
        self._grid.setHorizontalSpacing(BETWEEN)
        self._grid.setVerticalSpacing(2)
        self.content.addLayout(self._grid)

    def follow(self) -> None:
        """Show what is brought now."""
        now = self._document.now
        fresh = brought(now, self._phase)
        names = dict.fromkeys(
            phase_label(now.head, one.found_in) for one in fresh if one.found_in is not None
        )
        whence = _("from {phases}").format(phases=", ".join(names)) if names else ""
        told = " · ".join(_told(now, fresh))
        self.words.setText(": ".join(filter(None, (whence, told))))
        if fresh == self._shown:
            return
        self._shown = fresh
        for old in self.sections:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.sections = [Section(one, self._go) for one in fresh]
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in two columns where there is room."""
        super().resizeEvent(event)
        columns = columns_for(self.width())
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        for n, one in enumerate(self.sections):
            self._grid.addWidget(one, n // self._columns, n % self._columns)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < self._columns))


def _told(programme: Programme, sections: Sequence[Carried]) -> list[str]:
    """How many there are of each sort; where two sections hold one sort, the sections by name."""
    held = [one for one in sections if one.lines and one.count]
    sorts = {type(programme.rows[one.lines[0].row]) for one in held}
    return [one.count if len(sorts) == len(held) else one.heading for one in held]


def brought_words(carried: Carried) -> str:
    """The first findings of a section in one sentence, and how many more there are."""
    shown: list[str] = []
    for line in carried.lines:
        text = line.text if len(line.text) <= _EACH else f"{line.text[: _EACH - 1].rstrip()}…"
        if shown and sum(map(len, shown)) + len(text) > _LETTERS:
            break
        shown.append(text)
    over = len(carried.lines) - len(shown)
    more = _held(_("and {count} more").format(count=over)) if over else ""
    told = "" if carried.lines else carried.empty
    return " · ".join(filter(None, (*shown, more, carried.left_out, told)))


def _held(words: str) -> str:
    """Words that stay in one line."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")
