"""Write one field of a row where it stands in a picture or a list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from aiplanner.domain.ids import RowId
from aiplanner.ui import fonts
from aiplanner.ui.widgets.field_keys import follow_key, leaves, put_away
from aiplanner.ui.widgets.running_order.refusal import RefusalNote
from aiplanner.ui.widgets.text_field import TextField

Take = Callable[[RowId, int, str], str]
"""Takes what was typed for a row, in a column; answers why it is refused, or nothing."""
_LEAST = 120
"""Pixels of a field at 100 % text size."""


class Writing(QObject):
    """At most one field is open at a time; Enter, Tab and leaving take, Escape gives up."""

    given_up = Signal(str)
    """The field of the row of that id was closed and nothing was taken."""
    taken = Signal(str, int, str)
    """Enter or Tab took the field of a row: its id, the column, and what stood there before."""
    closed = Signal()
    """The field that had the focus is gone; the focus needs another place."""

    def __init__(self, around: QWidget, take: Take) -> None:
        super().__init__(around)
        self._around, self._take = around, take
        self._note = RefusalNote(around)
        self._row, self._column, self._before = RowId(""), 0, ""
        self.field: TextField | None = None
        """The field that is open."""

    def begin(self, row: RowId, column: int, name: str, text: str, where: QRect) -> TextField:
        """Open the field `name` of a row over a part of the picture, holding `text`."""
        self.finish()
        self._row, self._column, self._before = row, column, text
        field = self.field = TextField(name, parent=self._around)
        field.setText(text)
        field.selectAll()
        field.textEdited.connect(self._note.hide)
        field.installEventFilter(self)
        height = field.sizeHint().height()
        width = min(max(where.width(), fonts.scaled(_LEAST)), self._around.width())
        top = max(0, min(where.top(), self._around.height() - height))
        left = max(0, min(where.left(), self._around.width() - width))
        field.setGeometry(left, top, width, height)
        field.show()
        field.setFocus()
        return field

    def finish(self) -> None:
        """Take what stands in the field and close it; what is refused is given up."""
        if self.field is not None and not self._taken():
            self.give_up()
        self._note.hide()

    def give_up(self) -> None:
        """Close the field and leave the plan as it was."""
        row = self._row
        self._close()
        self.given_up.emit(row)

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
        return follow_key(event, touched=self._touched, take=self._on_enter, give_up=self.give_up)

    def _on_enter(self) -> None:
        row, column, before = self._row, self._column, self._before
        if self._taken():
            self.taken.emit(row, column, before)

    @property
    def _touched(self) -> bool:
        return self.field is not None and self.field.text() != self._before

    def _taken(self) -> bool:
        """Take what was typed and close; False where it is refused: then the field stays."""
        field = self.field
        if field is None:
            return True
        if not self._touched:
            self.give_up()
            return True
        why = self._take(self._row, self._column, field.text())
        if why:
            self._note.say(why, field.geometry())
            return False
        self._close()
        return True

    def _close(self) -> None:
        field, self.field = self.field, None
        self._note.hide()
        if field is not None and put_away(field, self):
            self.closed.emit()
