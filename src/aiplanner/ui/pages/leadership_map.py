"""The capability map on its card: what is counted, the figures, and the items behind one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.leadership_words import cell_text, items_text
from aiplanner.domain.cycle import Capability, Phase, Role
from aiplanner.domain.led import PHASES, Led, led_items
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.models.heat import NAME, Heat, HeatModel
from aiplanner.ui.models.leadership_map import TOTAL, capability_map, session_map
from aiplanner.ui.models.led_items import LedModel
from aiplanner.ui.tokens import BETWEEN, INSIDE
from aiplanner.ui.widgets.buttons import icon_button
from aiplanner.ui.widgets.capability_map import CapabilityMap
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.choice_row import ChoiceRow
from aiplanner.ui.widgets.flow import FlowLayout
from aiplanner.ui.widgets.labels import ElidedLabel, hairline, label
from aiplanner.ui.widgets.led_table import LedTable
from aiplanner.ui.widgets.scroll import bring_into_sight

BOTH = "both"
_ROLES: dict[str, Role | None] = {"leads": Role.LEADS, "supports": Role.SUPPORTS, BOTH: None}
_TWICE = _(
    "An item on two capabilities counts for both. Enter or a click shows what is behind a figure."
)
MINUTES, ITEMS = "minutes", "items"


class LeadershipMap(Card):
    """One choice of role and of unit serves the map, and through `changed` whoever follows it."""

    item_wanted = Signal(str)
    """The id of an item to turn to."""
    changed = Signal()
    """Something else is counted now."""

    def __init__(self, document: Document) -> None:
        super().__init__(margins=1, spacing=0)
        self._document = document
        self.roles = ChoiceRow(
            _("What is counted"),
            [("leads", _("leads on")), ("supports", _("supports")), (BOTH, _("both"))],
        )
        self.units = ChoiceRow(
            _("Counted as"), [(MINUTES, _("minutes")), (ITEMS, _("number of items"))]
        )
        self.model = HeatModel(self._heat, self)
        self.table = CapabilityMap(_("Capabilities by phase"), self.model)
        self.items_model = LedModel()
        self.items_model.setParent(self)
        self.items = LedTable(self.items_model)
        self.about = ElidedLabel(role="strong")
        self._open = QWidget()
        self._lay_out()
        for choice in (self.roles, self.units):
            choice.chosen.connect(lambda _key: self._on_chosen())
        self.table.opened.connect(self.open_cell)
        self.table.walked.connect(lambda _index: self._show_items())
        self.items.chosen.connect(self.item_wanted)
        self.items.left.connect(self.close_items)

    @property
    def role(self) -> Role | None:
        """The role that is counted; None: both."""
        return _ROLES[self.roles.current]

    @property
    def counts(self) -> bool:
        """Whether items are counted and not minutes."""
        return self.units.current == ITEMS

    def sessions(self) -> Heat:
        """What each session leads on, counted in the same way."""
        return session_map(self._document.now, self.role, counts=self.counts)

    def refresh(self) -> None:
        """Follow the programme."""
        self.model.refresh()
        self.table.fit()
        self._show_items()

    def open_cell(self, _index: QModelIndex) -> None:
        """Show the items behind a cell and go to them; of a name: those of the whole row."""
        self._open.show()
        self._show_items()
        if self.items_model.rowCount():
            self.items.setCurrentIndex(self.items_model.index(0, 0))
            self.items.setFocus()
        bring_into_sight(self._open)

    def close_items(self) -> None:
        """Close the list and go back to the figure."""
        self._open.hide()
        self.table.setFocus()

    def led(self) -> tuple[Led, ...]:
        """The items behind the cell in focus."""
        index = self.table.currentIndex()
        if not index.isValid():
            return ()
        return led_items(self._document.now, self._capabilities(index), _phases(index), self.role)

    def _capabilities(self, index: QModelIndex) -> tuple[Capability, ...]:
        key = self.model.rows[index.row()].key
        return tuple(Capability) if key == TOTAL else (Capability(key),)

    def _show_items(self) -> None:
        index, now = self.table.currentIndex(), self._document.now
        if self._open.isHidden() or not index.isValid():
            return
        led = self.led()
        self.items_model.show(now, led)
        whole = index.column() in (NAME, self.model.columnCount() - 1)
        head = self.model.heat.heads[index.column()]
        phase = "" if whole else head.whole or head.words
        about = cell_text(self._capabilities(index), phase)
        count = items_text(len(led)) if led else _("nothing here yet")
        self.about.setText(f"{about} · {count}")
        self.items.setVisible(bool(led))
        self.items.fit()

    def _on_chosen(self) -> None:
        self.refresh()
        self.changed.emit()

    def _heat(self) -> Heat:
        return capability_map(self._document.now, self.role, counts=self.counts)

    def _lay_out(self) -> None:
        choices = QWidget()
        flow = FlowLayout(choices, BETWEEN)
        head = QVBoxLayout()
        head.setContentsMargins(BETWEEN, INSIDE, BETWEEN, INSIDE)
        head.addWidget(choices)
        for widget in (label(_("Capabilities by phase"), "section"), self.roles, self.units):
            flow.addWidget(widget)
        self.body.addLayout(head)
        self.add(hairline())
        self.add(self.table)
        told = label(_TWICE, "secondary", wrap=True)
        told.setContentsMargins(10, INSIDE, 10, INSIDE)
        self.add(told)
        self.add(self._items_room())

    def _items_room(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(BETWEEN - INSIDE + 2, INSIDE, INSIDE, 0)
        row.addWidget(self.about, 1)
        row.addWidget(icon_button(_("Close the list (Esc)"), "close", self.close_items))
        room = QVBoxLayout(self._open)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(line)
        room.addWidget(self.items)
        self._open.hide()
        return self._open


def _phases(index: QModelIndex) -> tuple[Phase | None, ...]:
    """The phases of a column: one of them, none, or all."""
    column = index.column()
    return (PHASES[column - 1],) if NAME < column <= len(PHASES) else PHASES
