"""A text to read at leisure: scrolled and selected by mouse and keyboard, never typed in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from aiplanner.ui import fonts
from aiplanner.ui.models.guide_passages import Passage
from aiplanner.ui.tokens import BETWEEN, in_force
from aiplanner.ui.widgets.reading_type import set_passages

_RESTYLED = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
_SHOWN_MARKS = 200
_WIDEST = 620
"""Pixels, at 100 % text size, after which a line is too long to be read with ease."""
_RING = 2
"""Pixels of the border that shows the focus."""


class Reading(QTextBrowser):
    """Shows passages; `followed` tells the target of a link that was pressed, nothing opens."""

    followed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passages: tuple[Passage, ...] = ()
        self._sought = ""
        self.setAccessibleName(name)
        self.setProperty("look", "reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setUndoRedoEnabled(False)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(BETWEEN - _RING)
        self.anchorClicked.connect(self._on_clicked)

    def show_passages(self, passages: Sequence[Passage], sought: str = "") -> None:
        """Show a text from its beginning, or from the first of the words sought on."""
        self._passages, self._sought = tuple(passages), sought
        self._set()
        self.verticalScrollBar().setValue(0)
        self._show_sought()

    def go_to(self, anchor: str) -> None:
        """Bring the passage of that name to the top."""
        self.scrollToAnchor(anchor)

    def changeEvent(self, event: QEvent) -> None:
        """Set the text anew in the type and the colours of the moment; stay where one reads."""
        super().changeEvent(event)
        if event.type() in _RESTYLED and self._passages:
            bar = self.verticalScrollBar()
            share = bar.value() / max(bar.maximum(), 1)
            self._set()
            bar.setValue(round(share * bar.maximum()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short in a wide window."""
        super().resizeEvent(event)
        self._keep_narrow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the ends; Esc is for the pane around."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Escape:
                event.ignore()
            case Qt.Key.Key_A if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.selectAll()
            case Qt.Key.Key_C if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.copy()
            case _:
                super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own signature
        """Walk along the links; back from the text itself leave it, not to its last link."""
        if not next and not self.textCursor().hasSelection():
            return QTextEdit.focusNextPrevChild(self, next)
        return super().focusNextPrevChild(next)

    def _set(self) -> None:
        set_passages(self.document(), self._passages, in_force())
        # The caret went along to the end, and Qt keeps it in sight when the window changes.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._keep_narrow()
        self._mark_sought()

    def _keep_narrow(self) -> None:
        frame = self.document().rootFrame()
        style = frame.frameFormat()
        spare = max(self.viewport().width() - fonts.scaled(_WIDEST), 0)
        if round(style.rightMargin()) != spare + BETWEEN:
            style.setRightMargin(spare + BETWEEN)
            frame.setFrameFormat(style)

    def _on_clicked(self, url: QUrl) -> None:
        self.followed.emit(url.toString())

    def _found(self) -> list[QTextCursor]:
        words = self._sought.split()
        found: list[QTextCursor] = []
        for word in words:
            at = self.document().find(word, 0, QTextDocument.FindFlag(0))
            while not at.isNull() and len(found) < _SHOWN_MARKS:
                found.append(at)
                at = self.document().find(word, at, QTextDocument.FindFlag(0))
        return found

    def _mark_sought(self) -> None:
        marks = []
        for cursor in self._found():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format.setBackground(QColor(in_force().tint))
            mark.format.setForeground(self.palette().color(QPalette.ColorRole.Text))
            marks.append(mark)
        self.setExtraSelections(marks)

    def _show_sought(self) -> None:
        found = self._found()
        if found:
            first = min(found, key=QTextCursor.position)
            top = self.document().documentLayout().blockBoundingRect(first.block()).top()
            self.verticalScrollBar().setValue(round(top) - BETWEEN)
