"""The pane at the side of the running order: everything about the line in focus."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.domain.cycle import Kind
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Row
from aiplanner.domain.schedule import SessionClock
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.models.running_order_lines import Line
from aiplanner.ui.own_shelf import OwnShelf
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.buttons import icon_button
from aiplanner.ui.widgets.inspector_field_set import FieldSet
from aiplanner.ui.widgets.inspector_item import NOTES, ItemPanel
from aiplanner.ui.widgets.inspector_links import Ties
from aiplanner.ui.widgets.inspector_parts import PartField
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.scroll import scrolling

_STRAND = (
    PartField("title", _("Name"), _("Change a strand"), hint=_("Strand A")),
    PartField("room", _("Room"), _("Change the room of a strand")),
    PartField("lead", _("Lead"), _("Change the lead of a strand"), "name"),
)
_SESSION = (
    PartField("audience", _("Audience"), _("Change the audience"), hint=_("Who takes part")),
    PartField(
        "time_zone", _("Time zone"), _("Change the time zone"), hint=_("For meetings online")
    ),
)


class RowPanel(QWidget):
    """A heading and the fields of a strand or session."""

    def __init__(
        self, document: Document, heading: str, specs: tuple[PartField, ...], *, notes: bool
    ) -> None:
        super().__init__()
        self._row_id: RowId | None = None
        self._fields = FieldSet(document, Ties(self._row, heading))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(BETWEEN - 4)
        self.head = label(heading, "section")
        body.addWidget(self._fields.lines(specs))
        if notes:
            body.addWidget(self._fields.worded(NOTES, private=True))
        body.addStretch(1)

    def show_row(self, row_id: RowId | None) -> None:
        """Show that row, or none."""
        self._row_id = row_id
        self._fields.refresh()

    def _row(self, now: Programme) -> Row | None:
        return now.rows.get(self._row_id) if self._row_id else None


class Inspector(QFrame):
    """Shows an item, a strand, or (where the focus is on neither) the session itself."""

    closed = Signal()
    """It should go."""
    left = Signal()
    """Escape was pressed: back to the table."""
    sheet_wanted = Signal(str)
    """The id of a sheet that shall be seen as it prints."""

    def __init__(
        self,
        document: Document,
        new_id: NewId,
        set_kind: Callable[[Kind], object],
        shelf: OwnShelf,
    ) -> None:
        super().__init__()
        self.setProperty("ground", "panel")
        self.setAccessibleName(_("Inspector"))
        self.item = ItemPanel(document, new_id, set_kind, shelf)
        self.item.sheets.show_wanted.connect(self.sheet_wanted)
        self.strand = RowPanel(document, _("Strand"), _STRAND, notes=False)
        self.session = RowPanel(document, _("This session"), _SESSION, notes=True)
        self.hint = label(
            _("Choose an item of the running order to see its why and how here."),
            "secondary",
            wrap=True,
        )
        self._lay_out()
        self.item.title.installEventFilter(self)

    def show_line(
        self,
        line: Line | None,
        session: RowId | None,
        clock: Callable[[], SessionClock | None],
    ) -> None:
        """Show what a line of the running order stands for."""
        item = line.item if line is not None else None
        strand = line.strand if line is not None else None
        if item is not None:
            self.item.show_item(item.id, clock)
        else:
            self.item.put_away()
        self.strand.show_row(strand.id if strand is not None else None)
        self.session.show_row(session)
        shown: ItemPanel | RowPanel = self.item if item is not None else self.session
        shown = self.strand if strand is not None else shown
        for panel in (self.item, self.strand, self.session):
            panel.setVisible(panel is shown)
            panel.head.setVisible(panel is shown)
        self.hint.setVisible(shown is self.session)

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """The keys of the list in which the focus is; none elsewhere."""
        for part_list in self.item.lists:
            place = part_list.focused()
            if place is not None:
                return {
                    "move_up": partial(part_list.shift, place, -1),
                    "move_down": partial(part_list.shift, place, 1),
                    "add": part_list.adding.setFocus,
                }
        return {}

    def go_to_material(self, name: str) -> None:
        """Go to how many there are of a material of the item on show."""
        names = [getattr(part, "name", "") for part in self.item.materials.parts()]
        if name in names:
            self.item.materials.go_to(names.index(name), 1)

    def has_focus(self) -> bool:
        """Whether the focus is somewhere in it."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A title has one line: Enter goes on from it."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and isinstance(event, QKeyEvent) and event.key() in enter:
            self.focusNextChild()
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        content = QWidget()
        body = QVBoxLayout(content)
        body.setContentsMargins(BETWEEN, STEP, BETWEEN, BETWEEN)
        body.setSpacing(INSIDE)
        head = QHBoxLayout()
        head.setContentsMargins(BETWEEN, BETWEEN - STEP, INSIDE, STEP)
        head.setSpacing(0)
        panels = self.item, self.strand, self.session
        for panel in panels:
            head.addWidget(panel.head, 1)
        head.addWidget(
            icon_button(_("Close the inspector"), "close", self.closed.emit, _("Close (Ctrl+I)")),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(scrolling(content), 1)
        for panel in panels:
            body.addWidget(panel)
        body.addWidget(self.hint)
        body.addStretch(1)
