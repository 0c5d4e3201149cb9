"""The documents to tick, in groups that open and close; one of them is on show in the preview."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTreeView, QVBoxLayout, QWidget

from aiplanner.app.pack_counts import copies
from aiplanner.app.printing import DocumentInfo, Group
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.print_documents import (
    GROUPS,
    KEY,
    SHELVES,
    Count,
    DocumentsModel,
    Shelf,
    stands_on,
)
from aiplanner.ui.pages.print_rows import DocumentDelegate
from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.card import on_card
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.paint import row_height
from aiplanner.ui.widgets.search_field import SearchField

_ROWS = 5
"""Rows of the list that keep their room."""
_LETTERS = 11
"""Letters of the name of a shelf that keep their room."""


class _Tree(QTreeView):
    """Letters go to the document that begins with them; a few rows are always in sight."""

    def minimumSizeHint(self) -> QSize:
        """With large text the page scrolls before its list is squeezed to nothing."""
        return QSize(160, _ROWS * row_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does; Qt would leave it to nobody."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex(), QAbstractItemView.EditTrigger.AnyKeyPressed, event)
        else:
            super().keyPressEvent(event)


class DocumentList(QWidget):
    """What is ticked by hand stays so; until then the default is."""

    shown = Signal(str)
    """The user turned to this document."""
    ticked = Signal()
    """Other documents are ticked now."""

    def __init__(self, sets: QWidget, parent: QWidget | None = None) -> None:
        """`sets` stands beside the search."""
        super().__init__(parent)
        self.sets = sets
        self._documents: tuple[DocumentInfo, ...] = ()
        self._own: frozenset[str] = frozenset()
        self._used: frozenset[str] = frozenset()
        self._touched: dict[str, bool] = {}
        self._kept: set[str] = set()
        self._closed: set[Group] = set()
        self._marked = ""
        self.search = SearchField(_("Find a document"), _("Find a document"))
        self.shelf = ChoiceField(_("Which documents to list"), _shelves())
        self.shelf.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.shelf.setMinimumContentsLength(_LETTERS)
        self.model = DocumentsModel()
        self.model.setParent(self)
        self.tree = _Tree()
        self.empty = EmptyState(
            _("No document of that name."), _("Show all documents"), self._show_all
        )
        self._lay_out()
        self.model.ticked.connect(self._on_ticked)
        self.search.sought.connect(self._show)
        self.shelf.picked.connect(lambda _key: self._show())
        self.search.entered.connect(self._on_entered)
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        self.tree.expanded.connect(lambda place: self._on_turned(place, closed=False))
        self.tree.collapsed.connect(lambda place: self._on_turned(place, closed=True))

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the ticked documents among those offered, in the order of the catalogue."""
        return tuple(info.id for info in self._documents if self._is_ticked(info))

    @property
    def offered(self) -> tuple[str, ...]:
        """Ids of the documents that can be printed now."""
        return tuple(info.id for info in self._documents)

    def offer(
        self, documents: Sequence[DocumentInfo], used: frozenset[str], own: frozenset[str]
    ) -> None:
        """Show these documents only, in the order of a pack.

        `used` are the handouts that the running order names, `own` those of the user's own.
        """
        self._documents, self._used, self._own = tuple(documents), used, own
        self._show()

    def tick(self, document: str, *, on: bool = True) -> None:
        """Tick a document, or take its tick away, as if by hand."""
        self._touched[document] = on
        self._kept.add(document)
        self._show()
        self.ticked.emit()

    def tick_only(self, documents: Collection[str]) -> None:
        """Tick these documents and nothing else."""
        self._touched = {info.id: info.id in documents for info in self._documents}
        self._kept = set(documents)
        self._show()
        self.ticked.emit()

    @property
    def by_hand(self) -> dict[str, bool]:
        """Which documents were ticked, or not, by hand."""
        return dict(self._touched)

    def recall(self, by_hand: Mapping[str, bool]) -> None:
        """Tick what was ticked by hand before, without telling."""
        self._touched = dict(by_hand)
        self._kept = {key for key, on in by_hand.items() if on}
        self._show()

    def show_counts(self, pages: Mapping[str, int], people: int | None) -> None:
        """Show for each document its pages × copies."""
        counts = {i.id: Count(pages.get(i.id), copies(i, people)) for i in self._documents}
        self.model.count(counts)

    def mark(self, document: str) -> None:
        """Go to the document that the preview shows, without telling; open its group."""
        self._marked = document
        info = next((one for one in self._documents if one.id == document), None)
        if info is not None:
            self._closed.discard(info.group)
            if not self.model.place_of(document).isValid() and not self.search.text().strip():
                self._kept.add(document)
                self._show()
        self._go_to_marked()

    def take_focus(self) -> None:
        """Put the keyboard on the document on show."""
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        words = self.search.text().casefold().split()
        found = [info for info in self._documents if self._suits(info, words)]
        groups = [(group, [i for i in found if i.group is group]) for group in GROUPS]
        ticked = frozenset(info.id for info in found if self._is_ticked(info))
        layout = [(group, infos) for group, infos in groups if infos]
        if self.model.show(layout, ticked):
            self._open_groups(all_of_them=bool(words))
            self._go_to_marked()
        self._card.setVisible(bool(layout))
        self.empty.setVisible(not layout)

    def _show_all(self) -> None:
        self.shelf.show_key(Shelf.ALL.value)
        self.search.clear()
        self._show()

    def _suits(self, info: DocumentInfo, words: list[str]) -> bool:
        """What is sought is sought among all; else a shelf is on show, with all that is ticked."""
        if words:
            told = f"{info.title} {info.summary}".casefold()
            return all(word in told for word in words)
        shelf = Shelf(self.shelf.key)
        if shelf is Shelf.PACK and (info.id in self._kept or self._is_ticked(info)):
            return True
        return stands_on(shelf, info, self._used, self._own)

    def _is_ticked(self, info: DocumentInfo) -> bool:
        """As the user ticked it; else the plan, and what the running order names."""
        called = info.family == "plan" and not info.on_call
        return self._touched.get(info.id, called or info.id in self._used)

    def _open_groups(self, *, all_of_them: bool) -> None:
        before = self.tree.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        for n in range(self.model.rowCount()):
            place = self.model.index(n, 0)
            self.tree.setExpanded(place, all_of_them or Group(place.data(KEY)) not in self._closed)
        self.tree.blockSignals(before)

    def _go_to_marked(self) -> None:
        place = self.model.place_of(self._marked)
        if place.isValid() and place != self.tree.currentIndex():
            if not self.tree.isExpanded(place.parent()):
                self._open_groups(all_of_them=bool(self.search.text().strip()))
            self.tree.setCurrentIndex(place)

    def _on_turned(self, place: QModelIndex, *, closed: bool) -> None:
        if self.search.text().strip():
            return
        (self._closed.add if closed else self._closed.discard)(Group(place.data(KEY)))

    def _on_ticked(self) -> None:
        now = dict(self.model.states())
        for info in self._documents:
            if now.get(info.id, self._is_ticked(info)) is not self._is_ticked(info):
                self._touched[info.id] = now[info.id]
                self._kept.add(info.id)  # so that it does not go from under the pointer
        self.ticked.emit()

    def _on_entered(self) -> None:
        first = self.model.first()
        if first:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            self.tree.setCurrentIndex(self.model.place_of(first))

    def _on_current_changed(self, place: QModelIndex) -> None:
        if place.isValid() and place.parent().isValid():
            key = str(place.data(KEY))
            if key != self._marked:
                self._marked = key
                self.shown.emit(key)

    def _lay_out(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(DocumentDelegate(self.tree, self.model))
        self.tree.setAccessibleName(_("Documents to print"))
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setMouseTracking(True)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._card = on_card(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        above = QHBoxLayout()
        above.setSpacing(INSIDE)
        above.addWidget(self.search, 1)
        above.addWidget(self.shelf)
        above.addWidget(self.sets)
        column.addLayout(above)
        column.addWidget(self._card, 1)
        column.addWidget(self.empty, 1)


def _shelves() -> list[tuple[str, str]]:
    return [(shelf.value, words) for shelf, words in SHELVES.items()]
