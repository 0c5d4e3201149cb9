"""The hints that are left as they are, each with its reason and day, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from aiplanner.app.hints import LeftLine
from aiplanner.app.wording import day_text
from aiplanner.i18n import gettext as _
from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.tab_order import tab_from


class LeftRow(QWidget):
    """Used for one after the other."""

    wanted = Signal()
    """It shall speak again."""

    def __init__(self) -> None:
        super().__init__()
        self.line: LeftLine | None = None
        self.text: QLabel = label("", "secondary", wrap=True)
        self.reason: QLabel = label("", "secondary", wrap=True)
        self.back = button(_("Bring back"), self.wanted.emit, "small-link")
        body = QVBoxLayout(self)
        body.setContentsMargins(INSIDE, 0, INSIDE, INSIDE)
        body.setSpacing(0)
        body.addWidget(self.text)
        body.addWidget(self.reason)
        body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)

    def show_line(self, line: LeftLine) -> None:
        """Show one."""
        self.line = line
        self.text.setText(line.text)
        said = " · ".join(part for part in (line.reason, _day(line)) if part)
        self.reason.setText(_("Left: {reason}").format(reason=said) if said else _("Left"))
        self.back.setAccessibleName(_("Bring back: {hint}").format(hint=line.text))
        self.back.setAccessibleDescription(self.reason.text())


class LeftList(QWidget):
    """Shows as many rows as there are; spare ones are hidden and used again."""

    wanted = Signal(object)
    """The LeftLine that shall speak again."""
    emptied = Signal()
    """The one that held the focus has gone, and no other is left to take it."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[LeftRow] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)

    def show_lines(self, lines: Sequence[LeftLine]) -> None:
        """Show these; the focus stays in its place."""
        place = self._place()
        while len(self.rows) < len(lines):
            self._add()
        for row, line in zip(self.rows, lines, strict=False):
            row.show_line(line)
            row.show()
        for row in self.rows[len(lines) :]:
            row.hide()
        if place is None:
            return
        if lines:
            self.rows[min(place, len(lines) - 1)].back.setFocus()
        else:
            self.emptied.emit()

    def _place(self) -> int | None:
        focus = QApplication.focusWidget()
        return next((n for n, row in enumerate(self.rows) if row.back is focus), None)

    def _add(self) -> None:
        row = LeftRow()
        row.wanted.connect(lambda: self.wanted.emit(row.line))
        before = self.rows[-1].back if self.rows else self
        self.rows.append(row)
        self._body.addWidget(row)
        tab_from(before, [row.back])


def _day(line: LeftLine) -> str:
    return "" if line.day is None else day_text(line.day)
