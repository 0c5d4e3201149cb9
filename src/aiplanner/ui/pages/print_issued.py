"""The issued packs on the Print page: what changed since one, and how to replace what did."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.issued import IssuedPack, Way
from aiplanner.app.printing import PackOptions, PackReport
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui import fonts
from aiplanner.ui.document import Document
from aiplanner.ui.models.guide_passages import Look, Passage
from aiplanner.ui.models.issued import Compared, head_words, pack_words, passages, reissue
from aiplanner.ui.pages.issued_desk import Catalogue, IssuedDesk
from aiplanner.ui.pages.issued_turns import Tell
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.fold import Fold
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.menus import Entry, menu_of
from aiplanner.ui.widgets.reading import Reading
from aiplanner.ui.widgets.scroll import bring_into_sight

QUIET_MS = 400
"""Milliseconds without an edit after which the pack is compared anew."""
_LEAST, _MOST = 36, 170
"""Pixels for the text, at 100 % text size; where it needs more, it scrolls."""
_MARGIN = 6
"""Pixels around the text."""
_BORDER = 4
"""Pixels around a text that may have the focus, above and below together."""


class IssuedPane(QWidget):
    """Folded to a line; nothing at all as long as no pack was issued."""

    reissue_wanted = Signal(object)
    """Reissue: choose these documents, made like this."""

    def __init__(
        self, services: Services, document: Document, catalogue: Catalogue, tell: Tell
    ) -> None:
        super().__init__()
        self._document, self._catalogue = document, catalogue
        self.desk = IssuedDesk(services, document, catalogue, tell, self)
        self._compared: Compared | None = None
        self.pack = ChoiceField(_("Issued pack"), ())
        self.reading = Reading(_("What changed since"))
        self.reading.document().setDocumentMargin(_MARGIN)
        self.again = button(_("Choose only what changed"), self._choose)
        self.forget = button(_("Forget"), self._open_forget, "quiet", "down")
        self.forget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.forget.setAccessibleName(_("Forget issued packs"))
        self.keeps = label(
            _("Until it is forgotten, a pack keeps people, stories and answers that you delete."),
            "secondary",
            wrap=True,
        )
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._compare)
        self.fold = Fold(self._lay_out())
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.fold)
        self.fold.hide()
        self._connect()

    def remember(
        self, programme: Programme, options: PackOptions, report: PackReport, way: Way
    ) -> None:
        """A pack is in its place, or went to the printer."""
        self.desk.remember(programme, options, report, way)

    def rest(self) -> None:
        """The page is left or shut."""
        self._quiet.stop()
        self.desk.rest()

    def showEvent(self, event: QShowEvent) -> None:
        """Another window may have issued something meanwhile."""
        super().showEvent(event)
        self.desk.read()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing more."""
        super().hideEvent(event)
        self.rest()

    @property
    def _chosen(self) -> IssuedPack | None:
        return next((one for one in self.desk.packs if one.id == self.pack.key), None)

    def _connect(self) -> None:
        self.desk.listed.connect(self._on_listed)
        self.desk.compared.connect(self._on_compared)
        self.desk.refused.connect(self._on_refused)
        self.pack.picked.connect(lambda _key: self._compare())
        self.fold.turned.connect(self._on_turned)
        self._document.changed.connect(self._on_changed)
        self._document.state_changed.connect(self._name)

    def _on_listed(self) -> None:
        packs = self.desk.packs
        newest = self.pack.itemData(0)
        self.fold.setVisible(bool(packs))
        self.pack.offer([(one.id, pack_words(one)) for one in packs])
        if newest != self.pack.itemData(0):  # the one before is of less interest now
            self.pack.setCurrentIndex(0)
        self._name()
        if not packs:
            self.fold.turn(on=False)
        elif self.fold.open:
            self._compare()

    def _name(self) -> None:
        if self.desk.packs:
            self.fold.name(head_words(self.desk.packs, self._document.revision))

    def _on_turned(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        if on:
            self._compare()
            QTimer.singleShot(0, self, lambda: bring_into_sight(self.forget))
        else:
            self.rest()

    def _on_changed(self) -> None:
        if self.isVisible() and self.fold.open:
            self._quiet.start()

    def _compare(self) -> None:
        self._quiet.stop()
        pack = self._chosen
        if pack is not None and self.isVisible() and self.fold.open:
            self.again.setEnabled(False)
            self.desk.compare(pack)

    def _on_compared(self, compared: Compared) -> None:
        before = self._compared
        if compared.changed is None and before is not None and before.pack.id == compared.pack.id:
            return  # what is on show stays until all is known, so that nothing flickers
        self._compared = compared
        infos, _own = self._catalogue()
        self.again.setEnabled(reissue(compared, infos) is not None)
        told = passages(compared)
        if before is None or passages(before) != told:
            self.reading.show_passages(told)
            if compared.changed is not None:
                announce(self.reading, told[0].words)

    def _on_refused(self, sentence: str) -> None:
        self._compared = None
        self.again.setEnabled(False)
        self.reading.show_passages([Passage(Look.WORDS, sentence)])
        announce(self.reading, sentence, urgent=True)

    def _choose(self) -> None:
        infos, _own = self._catalogue()
        wanted = self._compared and reissue(self._compared, infos)
        if wanted:
            self.fold.turn(on=False)  # what is chosen, and how to make it, is to be seen now
            self.fold.head.setFocus()
            self.reissue_wanted.emit(wanted)

    def forgettable(self) -> list[Entry]:
        """What can be forgotten: the pack on show, those before it, all there are."""
        packs, chosen = self.desk.packs, self._chosen
        if chosen is None:
            return []
        older = packs[packs.index(chosen) + 1 :]
        found = [Entry(_("This pack"), partial(self.desk.forget, (chosen,)))]
        if older:
            words = ngettext(
                "The {count} pack older than this", "The {count} packs older than this", len(older)
            )
            found.append(Entry(words.format(count=len(older)), partial(self.desk.forget, older)))
        if len(packs) > 1:
            words = _("All {count} issued packs").format(count=len(packs))
            found.append(Entry(words, partial(self.desk.forget, packs)))
        return found

    def _open_forget(self) -> None:
        below = self.forget.mapToGlobal(self.forget.rect().bottomLeft())
        menu_of(self.forgettable(), self).popup(below)

    def _fit(self, text: QSizeF) -> None:
        """Take as much room as the text needs, up to a height from which on it scrolls."""
        least, most = fonts.scaled(_LEAST), fonts.scaled(_MOST)
        self.reading.setFixedHeight(max(least, min(most, round(text.height()) + _BORDER)))

    def _lay_out(self) -> QWidget:
        inside = QWidget()
        self.reading.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit(QSizeF())
        self.again.setToolTip(
            _("Tick the documents that say something else now; page 1 will say what changed")
        )
        self.again.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(INSIDE)
        row.addWidget(self.again)
        row.addStretch(1)
        row.addWidget(self.forget)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addWidget(self.pack)
        column.addWidget(self.reading)
        column.addLayout(row)
        column.addWidget(self.keeps)
        return inside
