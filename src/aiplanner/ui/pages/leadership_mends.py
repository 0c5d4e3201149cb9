"""What no item leads on, and up to three activities that would mend it, told before it is done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.content import activities
from aiplanner.app.leadership_words import (
    mend_title,
    mended_text,
    missing_text,
    with_mend,
    would_text,
)
from aiplanner.domain.coverage import coverage
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.leadership_mends import MOST, LeadershipMend, leadership_mends
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.own_shelf import OwnShelf
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.scroll import bring_into_sight

_BESIDE = 700
"""Pixels at 100 % text size that three ways need side by side."""
_QUIET_MS = 200
"""Milliseconds without a change after which ways to mend it are looked for anew."""


class MendRow(QWidget):
    """One way: what it is, what it would do, add it or look at it in the bank."""

    added = Signal()
    looked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "strong", wrap=True)
        self.would = label("", "secondary", wrap=True)
        self.add = button(_("Add it"), self.added.emit)
        self.look = button(_("See it in the bank"), self.looked.emit, "small-link")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, INSIDE)
        body.setSpacing(2)
        body.addWidget(self.title)
        body.addWidget(self.would)
        body.addStretch(1)
        below = QHBoxLayout()
        below.setContentsMargins(0, STEP, 0, 0)
        below.addWidget(self.add)
        below.addWidget(self.look, 1, Qt.AlignmentFlag.AlignLeft)
        body.addLayout(below)

    def tell(self, title: str, would: str) -> None:
        """Show a way."""
        self.title.setText(title)
        self.would.setText(would)
        self.add.setAccessibleName(_("Add {title}").format(title=title))
        self.add.setAccessibleDescription(would)
        self.look.setAccessibleName(_("See {title} in the bank").format(title=title))


class LeadershipMends(Card):
    """Adding is one step of undo and is spoken; the rows are made once and used again."""

    def __init__(self, document: Document, services: Services) -> None:
        super().__init__(margins=BETWEEN, spacing=INSIDE)
        self._document, self._services = document, services
        self.mends: tuple[LeadershipMend, ...] = ()
        self.shelf = OwnShelf(services, self)
        self.shelf.changed.connect(self.look_again)
        self.title = label("", "section")
        self.missing = label("", wrap=True)
        self.rows = [MendRow() for _n in range(MOST)]
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.look_again)
        self.add(self.title)
        self.add(self.missing)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.setSpacing(AROUND)
        self.body.addLayout(self._ways)
        for number, row in enumerate(self.rows):
            row.hide()
            row.added.connect(partial(self._add, number))
            row.looked.connect(partial(self._look, number))
            self._ways.addWidget(row, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ways stand side by side where there is room."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        beside = self.width() >= fonts.scaled(_BESIDE)
        self._ways.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def refresh(self) -> None:
        """Say at once what is missing; look for ways when the hands are still."""
        now = self._document.now
        found = coverage(now)
        whole = bool(now.sessions) and not found.never_led
        self.title.setText(_("Nothing to mend") if whole else _("To mend it"))
        self.missing.setText(missing_text(now, found))
        self._quiet.start()

    def look_again(self) -> None:
        """Find ways for the programme as it is, with the activities there are."""
        self._quiet.stop()
        now = self._document.now
        bank = self.shelf.activities or activities()
        self.mends = leadership_mends(now, bank, self._services.today())
        for row, mend in zip(self.rows, self.mends, strict=False):
            row.tell(mend_title(now, mend), would_text(now, mend, self._services.new_id))
            row.show()
        for row in self.rows[len(self.mends) :]:
            row.hide()

    def _add(self, number: int) -> None:
        if number >= len(self.mends) or not self._stands(mend := self.mends[number]):
            return
        now, new_id = self._document.now, self._services.new_id
        said = mended_text(now, mend)
        label_ = _("Add {title}").format(title=mend.activity.title)
        try:
            self._document.edit(label_, lambda was: with_mend(was, mend, new_id)[0])
        except PlanError as error:
            self._services.say(sentence(error))
            return
        self.look_again()
        self._services.say(said, undo=True)
        self._keep_focus(number)

    def _keep_focus(self, number: int) -> None:
        """On the way that has come in the place of the one that was taken."""
        shown = [row for row in self.rows if not row.isHidden()]
        if shown:
            row = shown[min(number, len(shown) - 1)]
            row.add.setFocus()
            # The map above may have grown or shrunk by what was added.
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            bring_into_sight(row)
        else:
            self.focusNextChild()

    def _look(self, number: int) -> None:
        if number < len(self.mends) and self._stands(mend := self.mends[number]):
            self._services.go("sessions", mend.session, piece=mend.activity.key)

    def _stands(self, mend: LeadershipMend) -> bool:
        """Whether the session is still there, as it was when the way was found."""
        if isinstance(self._document.now.rows.get(RowId(mend.session)), Session):
            return True
        self.look_again()
        return False
