"""Write an entry of the logic model where it stands, in as many lines as its words take."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from aiplanner.domain.ids import RowId
from aiplanner.ui import fonts
from aiplanner.ui.widgets.field_keys import follow_key, leaves, put_away
from aiplanner.ui.widgets.running_order.refusal import RefusalNote
from aiplanner.ui.widgets.text_area import TextArea

Take = Callable[[RowId, str], str]
"""Takes what was typed for an entry; answers why it is refused, or nothing."""
_MOST = 12
"""Lines that the field shows without scrolling."""
_LEAST = 160
"""Pixels of the field at 100 % text size."""


class EntryWriting(QObject):
    """At most one field is open; Enter, Tab and leaving take, Escape and undo give up."""

    closed = Signal(str)
    """The field of the entry of that id had the focus and is gone."""

    def __init__(self, around: QWidget, take: Take) -> None:
        super().__init__(around)
        self._around, self._take = around, take
        self._note = RefusalNote(around)
        self._entry, self._before, self._where = RowId(""), "", QRect()
        self.field: TextArea | None = None
        """The field that is open."""

    def begin(self, entry: RowId, name: str, text: str, where: QRect) -> TextArea:
        """Open the field `name` of an entry over its place, holding its text."""
        self.finish()
        self._entry, self._before, self._where = entry, text, where
        field = self.field = TextArea(name, parent=self._around, least=1, most=_MOST)
        field.show_text(text)
        field.selectAll()
        field.edited.connect(self._note.hide)
        field.document().documentLayout().documentSizeChanged.connect(self._grow)
        field.installEventFilter(self)
        self._grow()
        field.show()
        self._grow()  # shown, it has its style
        field.setFocus()
        return field

    def finish(self) -> None:
        """Take what stands in the field and close it; what is refused is given up."""
        if self.field is not None and not self._taken():
            self._close()
        self._note.hide()

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        """Enter and Tab take, Escape gives up, leaving takes."""
        if field is not self.field:
            return False
        if isinstance(event, QKeyEvent):
            return self._on_key(event)
        if leaves(event):
            self.finish()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        return follow_key(event, touched=self._touched, take=self._taken, give_up=self._close)

    @property
    def _touched(self) -> bool:
        return self.field is not None and self.field.toPlainText() != self._before

    def _taken(self) -> bool:
        """Take what was typed and close; False where it is refused: then the field stays."""
        field = self.field
        if field is not None and self._touched:
            why = self._take(self._entry, field.toPlainText())
            if why:
                self._note.say(why, field.geometry())
                return False
        self._close()
        return True

    def _grow(self) -> None:
        """As high as the words, and never less than the place it covers."""
        field, around = self.field, self._around
        if field is None:
            return
        width = min(max(self._where.width(), fonts.scaled(_LEAST)), around.width())
        height = max(field.sizeHint().height(), self._where.height())
        left = max(0, min(self._where.left(), around.width() - width))
        top = max(0, min(self._where.top(), around.height() - height))
        field.setGeometry(left, top, width, height)

    def _close(self) -> None:
        field, self.field = self.field, None
        self._note.hide()
        if field is not None and put_away(field, self):
            self.closed.emit(self._entry)
