"""The foot of the Print page: what is missing, what can be done, how it goes, how it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
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
from aiplanner.ui.widgets.menus import Entry, menu_of
from aiplanner.ui.widgets.tab_order import tab_from

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
    word_wanted = Signal()
    cancel_wanted = Signal()
    place_wanted = Signal(object)
    """Lack: the user wants to add what is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.save_button = button(_("Save PDF"), self.save_wanted.emit, "primary")
        self.print_button = button(_("Print…"), self.print_wanted.emit)
        self.word_button = button(_("Word"), self.word_wanted.emit)
        self.word_button.setToolTip(_("Save the documents as a Word file"))
        self.more_button = button(_("More"), self._open_more, icon="down")
        self.more_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.more_button.setAccessibleName(_("More ways to save"))
        self.ways: tuple[Entry, ...] = ()
        """What the menu offers."""
        self.everyone = QCheckBox()
        self.everyone.setToolTip(
            _("Print as many copies of each document as are wanted, not one of each")
        )
        self.cancel_button = button(_("Cancel"), self.cancel_wanted.emit, tip=_("Cancel (Esc)"))
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.activated.connect(self.cancel_wanted)
        self._escape.setEnabled(False)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(_("Progress"))
        self.doing = label("", "secondary")
        self.lacks = _Lines()
        self.outcome = _Lines()
        self.before = QWidget()
        """What is to be known before anything is made; a page may put it elsewhere."""
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
        self._show_before()

    def offer_more(self, entries: Sequence[Entry]) -> None:
        """Offer a Word file too, and these ways in a menu."""
        self.ways = tuple(entries)
        for widget in (self.word_button, self.more_button):
            widget.setVisible(bool(entries))

    def offer(self, *, anything: bool, everyone: str) -> None:
        """Let packs be made when `anything` is ticked; `everyone` says what all copies take."""
        for widget in self._buttons:
            widget.setEnabled(anything)
        self.everyone.setVisible(bool(everyone))
        self.everyone.setText(everyone)
        self._show_before()

    def _show_before(self) -> None:
        """Take no room where there is nothing to know."""
        self.before.setHidden(self.lacks.isHidden() and self.everyone.isHidden())

    def start(self, doing: str) -> None:
        """Show progress from here on."""
        self.outcome.clear()
        had_focus = any(widget.hasFocus() for widget in self._buttons)
        self._answers.setCurrentIndex(1)
        self._escape.setEnabled(True)
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
        self._escape.setEnabled(False)
        if focus is not None:
            focus.setFocus()

    def tell(self, sentence: str, links: Sequence[Link] = (), notes: Sequence[str] = ()) -> None:
        """Say how it went, with what can be done now and what else should be known."""
        self.outcome.clear()
        self.outcome.add(sentence, "", links)
        for note in notes:
            self.outcome.add(note, "warn")
        announce(self, " ".join([sentence, *notes]))

    def refuse(self, sentence: str, links: Sequence[Link] = ()) -> None:
        """Say what was refused, with what can be done about it."""
        self.outcome.clear()
        self.outcome.add(sentence, "refusal", links)
        announce(self, sentence, urgent=True)

    @property
    def _buttons(self) -> tuple[Button, ...]:
        return self.save_button, self.print_button, self.word_button, self.more_button

    def _open_more(self) -> None:
        corner = self.more_button.mapToGlobal(QPoint(0, 0))
        menu = menu_of(self.ways, self)
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))

    def _way_to(self, lack: Lack) -> Callable[[], object]:
        return lambda: self.place_wanted.emit(lack)

    def _lay_out(self) -> None:
        idle, busy = QWidget(), QWidget()
        buttons = QHBoxLayout(idle)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(INSIDE + 2)
        for widget in self._buttons:
            buttons.addWidget(widget)
        buttons.addStretch(1)
        self.offer_more(())
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
        first = QVBoxLayout(self.before)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(INSIDE)
        first.addWidget(self.lacks)
        first.addWidget(self.everyone, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.before)
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
        tab_from(self, self.links)
        self.show()
