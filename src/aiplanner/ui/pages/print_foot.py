"""The foot of the Print page: what is missing, what can be done, how it goes, how it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QProgressBar,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from aiplanner.app.pack_lacks import Lack
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.tokens import BETWEEN, INSIDE
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import Button, button
from aiplanner.ui.widgets.labels import label

Link = tuple[str, Callable[[], object]]
"""The words of a link and what it does."""

_MARKS = {"warn": "! "}
"""What stands before a sentence, so that its colour is not all that tells its weight."""
_SHOWN = 3
"""Most lines about what is missing."""


class PrintFoot(QWidget):
    """Buttons while nothing is made, progress and Cancel while something is."""

    save_wanted = Signal()
    print_wanted = Signal()
    cancel_wanted = Signal()
    place_wanted = Signal(object)
    """RowId: what is missing can be added there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.save_button = button(_("Save PDF"), self.save_wanted.emit, "primary")
        self.print_button = button(_("Print…"), self.print_wanted.emit)
        self.everyone = QCheckBox()
        self.everyone.setToolTip(
            _("Print as many copies of each document as are wanted, not one of each")
        )
        self.cancel_button = button(_("Cancel"), self.cancel_wanted.emit)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(_("Progress"))
        self.doing = label("", "secondary")
        self.lacks = _Lines()
        self.outcome = _Lines()
        self._answers = QStackedLayout()
        self._lay_out()

    @property
    def busy(self) -> bool:
        """Whether progress is on show."""
        return self._answers.currentIndex() == 1

    def show_lacks(self, lacks: Sequence[Lack], notes: Sequence[str] = ()) -> None:
        """Show what a pack would lack, with the way to each place, and what else to know."""
        self.lacks.clear()
        for lack in lacks[:_SHOWN]:
            self.lacks.add(lack.sentence, "warn", [(_("Add"), self._way_to(lack))])
        more = len(lacks) - _SHOWN
        if more > 0:
            sentence = ngettext("And {count} more.", "And {count} more.", more)
            self.lacks.add(sentence.format(count=more), "warn")
        for note in notes:
            self.lacks.add(note, "warn")

    def offer(self, *, anything: bool, everyone: str) -> None:
        """Let packs be made when `anything` is ticked; `everyone` says what all copies take."""
        self.save_button.setEnabled(anything)
        self.print_button.setEnabled(anything)
        self.everyone.setVisible(bool(everyone))
        self.everyone.setText(everyone)

    def start(self, doing: str) -> None:
        """Show progress from here on."""
        self.outcome.clear()
        had_focus = self.save_button.hasFocus() or self.print_button.hasFocus()
        self._answers.setCurrentIndex(1)
        self.step(0, 0, doing)
        if had_focus:
            self.cancel_button.setFocus()
        announce(self, doing)

    def step(self, done: int, total: int, doing: str) -> None:
        """Show how far it is; a total of 0 is not known."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.doing.setText(doing)

    def stop(self, had_focus: QWidget | None = None) -> None:
        """Show the buttons again."""
        focus = had_focus or (self.save_button if self.cancel_button.hasFocus() else None)
        self._answers.setCurrentIndex(0)
        if focus is not None:
            focus.setFocus()

    def tell(self, sentence: str, links: Sequence[Link] = (), notes: Sequence[str] = ()) -> None:
        """Say how it went, with what can be done now and what else should be known."""
        self.outcome.clear()
        self.outcome.add(sentence, "", links)
        for note in notes:
            self.outcome.add(note, "warn")
        announce(self, " ".join([sentence, *notes]))

    def refuse(self, sentence: str) -> None:
        """Say what was refused."""
        self.outcome.clear()
        self.outcome.add(sentence, "refusal")
        announce(self, sentence, urgent=True)

    def _way_to(self, lack: Lack) -> Callable[[], object]:
        return lambda: self.place_wanted.emit(lack.row)

    def _lay_out(self) -> None:
        idle, busy = QWidget(), QWidget()
        buttons = QHBoxLayout(idle)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(INSIDE + 2)
        for widget in (self.save_button, self.print_button):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(INSIDE)
        words.addWidget(self.doing)
        words.addWidget(self.progress)
        row = QHBoxLayout(busy)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        row.addLayout(words, 1)
        row.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addWidget(self.lacks)
        column.addWidget(self.everyone)
        column.addLayout(self._answers)
        for answer in (idle, busy):  # a stack shows the first at once: without a place, as a window
            self._answers.addWidget(answer)
        column.addWidget(self.outcome)


class _Lines(QWidget):
    """Sentences one under the other, each with links behind it; nothing when there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._lines: list[QWidget] = []
        self._words: list[str] = []
        self.links: list[Button] = []
        self.hide()

    @property
    def text(self) -> str:
        """All the sentences."""
        return "\n".join(self._words)

    def clear(self) -> None:
        """Take every sentence away."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for told in (self._lines, self._words, self.links):
            told.clear()
        self.hide()

    def add(self, sentence: str, role: str, links: Sequence[Link] = ()) -> None:
        """Put a sentence under the others."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(INSIDE)
        words = _MARKS.get(role, "") + sentence
        row.addWidget(label(words, role, wrap=True), 1)
        self._words.append(words)
        for name, do in links:
            link = button(name, do, "link")
            link.setAccessibleDescription(sentence)
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
            self.links.append(link)
        self._column.addWidget(line)
        self._lines.append(line)
        self.show()
