"""The only field of many lines: it grows with its text, Tab leaves it, undo is the programme's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from aiplanner.ui.widgets.clean_text import clean_lines
from aiplanner.ui.widgets.text_field import lets_undo_through, without_undo

_AROUND = 20
"""Pixels of margin, padding and border above and below the text together, in a framed field."""
_BARE = 6
"""The same in one that reads like the words around it."""


class TextArea(QPlainTextEdit):
    """Between `least` and `most` lines of text high; `edited` fires for the user's changes."""

    left = Signal()
    edited = Signal()

    def __init__(
        self,
        name: str,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        least: int = 2,
        most: int = 8,
    ) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._telling = False
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_text(self, text: str) -> None:
        """Show a text that does not come from the user; the cursor stays if it can."""
        if text == self.toPlainText():
            return
        self._telling = True
        cursor = self.textCursor().position()
        self.setPlainText(text)
        moved = self.textCursor()
        moved.setPosition(min(cursor, len(text)))
        self.setTextCursor(moved)
        self._telling = False

    def sizeHint(self) -> QSize:
        """As high as the text, within its bounds."""
        lines = max(self._least, min(self._most, self._lines()))
        around = _BARE if self.property("look") == "bare" else _AROUND
        return QSize(240, QFontMetrics(self.font()).lineSpacing() * lines + around)

    def minimumSizeHint(self) -> QSize:
        """Never squeezed below its own height."""
        return QSize(80, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Let undo and redo through to the window's actions."""
        return not lets_undo_through(event) and super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste and drop plain, clean text only."""
        self.textCursor().insertText(clean_lines(source.text()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer cut, copy and paste; undo stands in the window's menu."""
        menu = without_undo(self.createStandardContextMenu())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that typing here has ended."""
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may break the text into more lines, or fewer."""
        super().resizeEvent(event)
        self._fit()

    def _lines(self) -> int:
        # A plain text document measures its height in lines.
        return round(self.document().size().height())

    def _fit(self) -> None:
        # While the field grows with its text, a bar that came and went would break lines anew.
        scrolls = self._lines() > self._most
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        )
        self.updateGeometry()

    def _on_text_changed(self) -> None:
        if not self._telling:
            self.edited.emit()
