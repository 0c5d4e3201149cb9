"""Choose which links of a finding to remove."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from aiplanner.app.thread_words import headed, text_of
from aiplanner.domain.findings import Finding
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.document import Document
from aiplanner.ui.models.link_choice import how_tied
from aiplanner.ui.models.thread_edits import Knot, untie
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card import on_card
from aiplanner.ui.widgets.thread.two_lines import BELOW, TwoLines


class UnlinkDialog(DialogFrame):
    """Every link of one finding; arrows choose, Space adds to the choice, Enter removes."""

    def __init__(
        self, parent: QWidget | None, document: Document, services: Services, finding: Finding
    ) -> None:
        super().__init__(parent, _("Remove links"), headed(finding), width=560)
        self._document, self._services = document, services
        self._knots = [*_knots(document.now, finding.id)]
        self.list = QListWidget()
        self.list.setAccessibleName(_("Links of this finding"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setTabKeyNavigation(False)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(fonts.scaled(180))
        for _knot, text, how in self._knots:
            self.list.addItem(_entry(text, how))
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self._remove)
        self.body.addWidget(on_card(self.list), 1)
        self.cancel = button(_("Cancel"), self.reject)
        self.remove_button = button(_("Remove"), self._remove, "primary")
        self.add_answer(self.cancel)
        self.add_answer(self.remove_button)

    def _remove(self, _item: QListWidgetItem | None = None) -> None:
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        if rows:
            self.accept()
            untie(self._document, self._services, [self._knots[row][0] for row in rows])


def open_unlink(
    parent: QWidget, document: Document, services: Services, finding: RowId
) -> UnlinkDialog | None:
    """Ask which links of a finding to remove; None where it has none."""
    row = document.now.rows.get(finding)
    if not isinstance(row, Finding) or not any(_knots(document.now, finding)):
        return None
    dialog = UnlinkDialog(parent, document, services, row)
    dialog.open()
    dialog.list.setFocus()
    return dialog


def _entry(text: str, how: str) -> QListWidgetItem:
    entry = QListWidgetItem(text)
    entry.setData(BELOW, how)
    entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}. {how}")
    return entry


def _knots(programme: Programme, finding: RowId) -> Iterator[tuple[Knot, str, str]]:
    """Each knot of a finding, what the other end says, and how the two are tied."""
    for root in programme.grown_from(finding):
        yield (root.id, finding), text_of(root), how_tied(root, back=True)
    for fruit in programme.became(finding):
        yield (finding, fruit.id), text_of(fruit), how_tied(fruit, back=False)
