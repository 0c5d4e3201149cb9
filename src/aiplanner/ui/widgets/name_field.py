"""A field for a name that offers those who are known; whoever is not can be typed all the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QWidget

from aiplanner.ui.widgets.text_field import TextField

_SHOWN = 8
_ENDING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class NameField(TextField):
    """Arrow keys go through the names offered, Enter and Tab take one and go on as ever."""

    def __init__(
        self, name: str, names: Sequence[str], hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, hint, parent)
        completer = QCompleter(self)
        completer.setModel(QStringListModel(list(names), completer))
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_SHOWN)
        self.setCompleter(completer)
        completer.activated.connect(self.textEdited)

    @property
    def offered(self) -> QAbstractItemView | None:
        """The list of names while it is open."""
        completer = self.completer()
        popup = None if completer is None else completer.popup()
        return popup if popup is not None and popup.isVisible() else None

    def event(self, event: QEvent) -> bool:
        """The list of names hands keys on past every filter; those that end typing come anew."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().event(event)
        offered = self.offered if event.key() in _ENDING else None
        if offered is None:
            return super().event(event)
        chosen = offered.currentIndex()
        if chosen.isValid():
            self.setText(str(chosen.data()))
            self.textEdited.emit(self.text())  # who chooses a name has written it
        offered.hide()
        copy = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
        QCoreApplication.sendEvent(self, copy)
        event.accept()
        return True
