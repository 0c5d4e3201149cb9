"""A sheet on the desk: the preview of one document as it will be on paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui import fonts
from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE
from aiplanner.ui.widgets.buttons import button, icon_button
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.labels import ElidedLabel
from aiplanner.ui.widgets.pack_desk import PackDesk

_NARROW = 460
"""Pixels, at 100 % text size, below which the head says less."""
_PATIENCE_MS = 400
"""Milliseconds of drawing before it is said that something is drawn."""
_DRAWING = _("drawing…")


class PackPreview(QFrame):
    """Shows one PDF file, or a sentence where there is none.

    The preview speaks no words to screen readers (Qt draws pictures of the pages), so it stands
    beside "Open in the viewer", which `open_wanted` asks for.
    """

    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "desk")
        self.title = ElidedLabel("", "strong")
        self.place = ElidedLabel("", "secondary")
        self.desk = PackDesk(self)
        self.smaller = icon_button(_("Smaller"), "zoom-out", lambda: self.zoom(-1))
        self.larger = icon_button(_("Larger"), "zoom-in", lambda: self.zoom(+1))
        tip = _("Open this document in the system's viewer for PDF files")
        self.open_button = button("", self.open_wanted.emit, icon="external", tip=tip)
        self.words = EmptyState("")
        self._document: QPdfDocument | None = None
        self._part: str | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.place.setText(_DRAWING))
        self.desk.pageNavigator().currentPageChanged.connect(self._tell_place)
        self.desk.zoomed.connect(self._tell_zoom)
        self._lay_out()
        self.say("")
        self._tell_zoom()

    @property
    def page(self) -> int:
        """The page on show, counted from 0."""
        return self.desk.pageNavigator().currentPage()

    def show_pdf(
        self,
        path: Path,
        title: str,
        page: int = 0,
        *,
        shift: int | None = None,
        part: str | None = None,
    ) -> bool:
        """Show this file from a page, counted from 0; False when it cannot be read.

        With `shift` it is a newer state of the document on show, in which what was on show stands
        so many pages later: that is what is shown, at the very place. `part` names what of the
        document the file holds, where it is not all of it and nobody knows its pages yet.
        """
        document = QPdfDocument(self)
        if document.load(str(path)) is not QPdfDocument.Error.None_:
            document.deleteLater()
            return False
        self._part = part
        newer = shift is not None and self._document is not None
        self._replace(document, self.desk.at + (shift or 0) if newer else page, newer=newer)
        self.title.setText(title)
        self._stack.setCurrentWidget(self.desk)
        self.open_button.setEnabled(True)
        self.drawing(now=False)
        return True

    def say(self, sentence: str, title: str = "") -> None:
        """Put a sentence in the place of the sheet; the file on show is let go."""
        self._replace(None)
        self.title.setText(title)
        self.words.say(sentence)
        self._stack.setCurrentWidget(self.words)
        self.open_button.setEnabled(False)
        self.drawing(now=False)

    @property
    def waiting(self) -> bool:
        """Whether it is said, or about to be, that a newer state is being drawn."""
        return self._patience.isActive() or self.place.text() == _DRAWING

    def drawing(self, *, now: bool) -> None:
        """Tell that a newer state is being drawn, if that takes a while, or that it is there."""
        if now:
            self._patience.start()
        else:
            self._patience.stop()
            self._tell_place()

    def zoom(self, steps: int) -> None:
        """Show the sheet larger (or smaller): a whole page, its width, and more."""
        self.desk.zoom(steps)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the title room where there is little."""
        super().resizeEvent(event)
        narrow = self.width() < fonts.scaled(_NARROW)
        self.open_button.setText(_("Open") if narrow else _("Open in the viewer"))
        self.place.setHidden(narrow)

    def _replace(
        self, document: QPdfDocument | None, at: float = 0, *, newer: bool = False
    ) -> None:
        old, self._document = self._document, document
        if document is not None:
            self.desk.show_at(document, at, newer=newer)
        else:
            self.desk.clear()
        if old is not None:
            old.close()
            old.deleteLater()

    def _tell_zoom(self) -> None:
        self.smaller.setEnabled(self.desk.can_shrink)
        self.larger.setEnabled(self.desk.can_grow)

    def _tell_place(self) -> None:
        pages = 0 if self._document is None else self._document.pageCount()
        if pages and self._part is not None:
            on = _("page {page}").format(page=self.page + 1)
            self.place.setText(" · ".join(filter(None, (self._part, on))))
            plainly = _("Preview of {title}").format(title=self.title.text())
            # All of it is there soon: who listens is not told twice with every edit.
            if not self.desk.accessibleName().startswith(plainly):
                self.desk.setAccessibleName(plainly)
            return
        text = _("page {page} of {pages}").format(page=self.page + 1, pages=pages)
        self.place.setText(text if pages else "")
        name = ngettext(
            "Preview of {title}, {count} page", "Preview of {title}, {count} pages", pages
        )
        self.desk.setAccessibleName(name.format(title=self.title.text(), count=pages))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(AROUND, BETWEEN, AROUND, 0)
        head.setSpacing(INSIDE)
        head.addWidget(self.title)
        head.addWidget(self.place)
        head.addStretch(1)
        for control in (self.smaller, self.larger, self.open_button):
            head.addWidget(control)
        sheet = QWidget()
        self._stack = QStackedLayout(sheet)
        self._stack.addWidget(self.desk)
        self._stack.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, BETWEEN)
        column.setSpacing(INSIDE)
        column.addLayout(head)
        column.addWidget(sheet, 1)
