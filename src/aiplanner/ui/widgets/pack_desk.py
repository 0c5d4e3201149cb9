"""The desk under the preview: sheets one under the other, zoomed in steps, in the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QWheelEvent
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.tokens import AROUND, BETWEEN, in_force
from aiplanner.ui.widgets.still import Still

PAGE, WIDTH, MOST = 0, 1, 4
"""Steps of the zoom: a whole page, the width of a page, and up to three steps beyond."""
_GROWTH = 1.4
_POINTS_AN_INCH = 72


class PackDesk(QPdfView):
    """Begins with whole pages; the buttons beside it and Ctrl with the wheel zoom."""

    zoomed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._nothing = QPdfDocument(self)
        self._step = PAGE
        self._asked = 0.0, 0
        """Where the view was asked to be, and where the scroll bar stood then."""
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitInView)
        # Qt fits a page without regard to what is above and below it.
        self.setDocumentMargins(QMargins(AROUND, 0, AROUND, 0))
        self.setPageSpacing(BETWEEN)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(_("Open it in the viewer to have it read aloud."))
        self._follow_theme()
        self._still = Still(self)
        for renderer in self.findChildren(QPdfPageRenderer):
            renderer.pageRendered.connect(self._still.drawn)

    @property
    def can_grow(self) -> bool:
        """Whether there is a larger step."""
        return self._step < MOST

    @property
    def can_shrink(self) -> bool:
        """Whether there is a smaller step."""
        return self._step > PAGE

    def clear(self) -> None:
        """Show no document."""
        self.setDocument(self._nothing)

    def zoom(self, steps: int) -> None:
        """Go so many steps larger, or smaller when negative."""
        self._step = max(PAGE, min(MOST, self._step + steps))
        if self._step <= WIDTH:
            modes = (QPdfView.ZoomMode.FitInView, QPdfView.ZoomMode.FitToWidth)
            self.setZoomMode(modes[self._step])
        else:
            self.setZoomMode(QPdfView.ZoomMode.Custom)
            self.setZoomFactor(self._width_factor() * _GROWTH ** (self._step - WIDTH))
        self.zoomed.emit()

    @property
    def at(self) -> float:
        """The page, from 0, that begins at the top of the view, with how much of it is above.

        As long as nobody has scrolled it is the place last asked for, even if the document ended
        before it.
        """
        wanted, value = self._asked
        if value == self.verticalScrollBar().value():
            return wanted
        return self.verticalScrollBar().value() / (self._stride or 1)

    def show_at(self, document: QPdfDocument, at: float, *, newer: bool) -> None:
        """Show a document from this place (as `at` tells it) on, as far to the side as now.

        Where it is a `newer` state of the one on show, its pages replace those without a flash.
        """
        before = self.viewport().grab() if newer else None
        aside = self.horizontalScrollBar().value()
        self.setDocument(document)
        self.verticalScrollBar().setValue(round(at * self._stride))
        self.horizontalScrollBar().setValue(aside)
        self._asked = at, self.verticalScrollBar().value()
        self._still.let_go()
        if before is not None:
            self._still.hold(before, self._in_sight)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._follow_theme()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def _width_factor(self) -> float:
        """The zoom at which a page is as wide as the view."""
        margins = self.documentMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        points = self.document().pagePointSize(0).width() or 1.0
        return room / (points / _POINTS_AN_INCH * self.screen().logicalDotsPerInchX())

    @property
    def _stride(self) -> float:
        """Pixels from the beginning of a page to that of the next; 0 where all is in sight."""
        bar = self.verticalScrollBar()
        if not bar.maximum():
            return 0
        return (bar.maximum() + bar.pageStep()) / self.document().pageCount()

    @property
    def _in_sight(self) -> range:
        """The pages that are in sight, from 0."""
        bar, stride = self.verticalScrollBar(), self._stride or 1
        last = (bar.value() + bar.pageStep() - 1) // stride
        return range(int(bar.value() // stride), min(int(last) + 1, self.document().pageCount()))

    def _follow_theme(self) -> None:
        # QPdfView paints around the sheets with this brush; a style sheet cannot reach it.
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Dark, QColor(in_force().desk))
        if palette != self.palette():
            self.setPalette(palette)
