"""Tie a finding to another that one looks for by typing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from aiplanner.app.thread_words import headed
from aiplanner.domain.findings import Finding
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.document import Document
from aiplanner.ui.models.lines import NOWHERE, Index
from aiplanner.ui.models.link_choice import Choice, Direction, choices
from aiplanner.ui.models.thread_edits import tie
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card import on_card
from aiplanner.ui.widgets.choice_row import ChoiceRow
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.paint import row_height
from aiplanner.ui.widgets.text_field import TextField
from aiplanner.ui.widgets.thread.two_lines import BELOW, TwoLines

_WALKS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_SHOWN = 4
"""Findings in sight at once at least, and those that Page up and Page down go."""


class _Model(QAbstractListModel):
    """The findings to choose from."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: tuple[Choice, ...] = ()

    def show(self, found: tuple[Choice, ...]) -> None:
        self.beginResetModel()
        self.choices = found
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        choice = self.choices[index.row()]
        return {
            Qt.ItemDataRole.DisplayRole: choice.text,
            Qt.ItemDataRole.AccessibleTextRole: f"{choice.text}. {choice.how}",
            BELOW: choice.how,
        }.get(Qt.ItemDataRole(role))


class LinkDialog(DialogFrame):
    """A field that filters as one types; arrows choose in the list below it, Enter ties."""

    def __init__(
        self, parent: QWidget | None, document: Document, services: Services, finding: Finding
    ) -> None:
        super().__init__(parent, _("Tie to another finding"), headed(finding), width=600)
        self._document, self._services, self._finding = document, services, finding
        self.field = TextField(_("Find the finding to tie to"), _("Type a few words of it"))
        self.direction = ChoiceRow(
            _("Which grew from which"),
            [
                (Direction.CYCLE.value, _("As the &cycle runs")),
                (Direction.BACK.value, _("It &grew from it")),
                (Direction.ON.value, _("It &became it")),
            ],
        )
        self._model = _Model(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setAccessibleName(_("Findings to tie to"))
        self.list.setUniformItemSizes(True)
        self.list.setTabKeyNavigation(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(_SHOWN * row_height(("body", "secondary")))
        self.nothing = EmptyState(_("Nothing found. Try fewer words."))
        self.cancel = button(_("Cancel"), self.reject)
        self.tie_button = button(_("Tie them"), self._tie, "primary")
        for widget in (self.field, self.direction):
            self.body.addWidget(widget)
        card = on_card(self.list)
        card.add(self.nothing, 1)
        card.setMinimumHeight(self.list.minimumHeight())
        self.body.addWidget(card, 1)
        self.add_answer(self.cancel)
        self.add_answer(self.tie_button)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._look_up)
        self.direction.chosen.connect(self._look_up)
        self.list.doubleClicked.connect(self._tie)
        self.list.activated.connect(self._tie)
        self._look_up()

    @property
    def found(self) -> tuple[Choice, ...]:
        """The findings on offer."""
        return self._model.choices

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While one types, arrows walk the list and Enter takes what is chosen there."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _WALKS:
                self._walk(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._tie()
                return True
        return super().eventFilter(watched, event)

    def _walk(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_SHOWN}
        row = self.list.currentIndex().row() + by.get(Qt.Key(event.key()), _SHOWN)
        self._choose(max(0, min(row, len(self.found) - 1)))

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self._model.index(row, 0))

    def _look_up(self, _changed: object = None) -> None:
        direction = Direction(self.direction.current)
        words = self.field.text()
        self._model.show(choices(self._document.now, self._finding, words, direction))
        self.list.setVisible(bool(self.found))
        self.nothing.setVisible(not self.found)
        self.tie_button.setEnabled(bool(self.found))
        if self.found:
            self._choose(0)

    def _tie(self, _index: QModelIndex | None = None) -> None:
        row = self.list.currentIndex().row()
        if not 0 <= row < len(self.found):
            return
        choice = self.found[row]
        here = self._finding.id
        knot = (choice.id, here) if choice.back else (here, choice.id)
        self.accept()
        tie(self._document, self._services, knot)


def open_link(
    parent: QWidget, document: Document, services: Services, finding: RowId
) -> LinkDialog | None:
    """Ask what a finding is to be tied to, over its window; None where it is gone."""
    row = document.now.rows.get(finding)
    if not isinstance(row, Finding):
        return None
    dialog = LinkDialog(parent, document, services, row)
    dialog.open()
    dialog.field.setFocus()
    return dialog
