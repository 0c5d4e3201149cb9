"""One part of the logic model: its heading, what it asks, its entries, and the next one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.logic_words import PART_HEADINGS, PART_PROMPTS
from aiplanner.domain.findings import LogicPart
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.models.logic import PartModel
from aiplanner.ui.tokens import INSIDE, STEP
from aiplanner.ui.widgets.buttons import Button, button
from aiplanner.ui.widgets.findings.capture import CaptureField
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.logic.entry_list import MIME, PAD, EntryList, dragged


class NextField(CaptureField):
    """Where the next entry is written; Up goes back to the entries."""

    above_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up leaves the field."""
        if event.key() == Qt.Key.Key_Up:
            self.above_wanted.emit()
        else:
            super().keyPressEvent(event)


class PartSection(QWidget):
    """Entries can be dropped anywhere on it; beyond them they come last."""

    dropped = Signal(object, int)
    """An entry, and its place."""
    proposals_wanted = Signal()

    def __init__(self, part: LogicPart) -> None:
        super().__init__()
        self.part = part
        heading = PART_HEADINGS[part]
        self.model = PartModel(self)
        self.list = EntryList(heading, self.model)
        add = _("Add to {part}").format(part=heading)
        self.next_field = NextField(add, _("Type and press Enter"))
        self.next_field.setAccessibleDescription(PART_PROMPTS[part])
        self.next_field.setProperty("look", "bare")
        self.offer: Button = button("", self.proposals_wanted.emit, "small-link")
        self.count = label("", "secondary")
        self.setAcceptDrops(True)
        self.list.dropped.connect(self.dropped)
        self.list.left_list.connect(self._leave)
        self.next_field.above_wanted.connect(self._go_up)
        self._lay_out(heading)
        self.offer_proposals(0)

    def offer_proposals(self, count: int) -> None:
        """Say how many entries the plan offers."""
        words = ngettext("{count} from the plan…", "{count} from the plan…", count)
        self.offer.setText(words.format(count=count))
        self.offer.setVisible(bool(count))

    def follow(self) -> None:
        """Say how many entries there are now."""
        count = len(self.model.entries)
        self.count.setText(str(count) if count else "")
        said = ngettext("{count} entry", "{count} entries", count).format(count=count)
        self.list.setAccessibleDescription(said)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome an entry."""
        event.setAccepted(event.mimeData().hasFormat(MIME))

    def dropEvent(self, event: QDropEvent) -> None:
        """It comes last."""
        event.acceptProposedAction()
        self.dropped.emit(dragged(event.mimeData()), len(self.model.entries))

    def _leave(self, by: int) -> None:
        if by > 0:
            self.next_field.setFocus()

    def _go_up(self) -> None:
        if self.model.entries:
            self.list.setFocus()
            self.list.choose(len(self.model.entries) - 1)

    def _lay_out(self, heading: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PAD, 0, PAD, 0)
        head.addWidget(label(heading, "strong", wrap=True), 1)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        asked = label(PART_PROMPTS[self.part], "secondary", wrap=True)
        asked.setContentsMargins(PAD, 0, PAD, STEP)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2)
        body.addLayout(head)
        for widget in (asked, self.list, self.next_field):
            body.addWidget(widget)
        foot = QHBoxLayout()
        foot.setContentsMargins(INSIDE, 0, PAD, 0)  # a link has some air of its own
        foot.addWidget(self.offer)
        foot.addStretch(1)
        body.addLayout(foot)
