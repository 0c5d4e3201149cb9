"""Put the pages of a PDF on paper, one by one, so that the window stays alive."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtPrintSupport import QPrinter

from aiplanner.app.printing import PaperSize

DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72
_PAPERS: dict[PaperSize, QPageSize.PageSizeId] = {
    "a4": QPageSize.PageSizeId.A4,
    "letter": QPageSize.PageSizeId.Letter,
}
_KEPT = 4
"""Pages kept as drawn, 35 MB each: the copies of a short document are drawn once."""


class PaperRun(QObject):
    """One run of pages through a printer; pages are drawn on a thread of Qt's."""

    stepped = Signal(int, int)
    """So many sides of so many are with the printer."""
    ended = Signal(bool)
    """The run is over; False when the printer refused."""

    def __init__(
        self,
        file: Path,
        printer: QPrinter,
        sides: Sequence[int | None],
        parent: QObject | None = None,
    ) -> None:
        """`sides` are pages of the file, counted from 1, in order; None is an empty side."""
        super().__init__(parent)
        self._printer, self._sides, self._at = printer, tuple(sides), 0
        self._pdf = QPdfDocument(self)
        self._pdf.load(str(file))
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(self._pdf)
        self._renderer.pageRendered.connect(self._on_rendered)
        self._kept: OrderedDict[int, QImage] = OrderedDict()
        self._painter: QPainter | None = None

    def start(self) -> None:
        """Begin with the first side."""
        self._turn(self._first_page())
        self._painter = QPainter()
        if not self._sides or not self._painter.begin(self._printer):
            self._end(well=False)
            return
        self._next()

    def cancel(self) -> None:
        """Take back from the printer what it has not printed; nothing more is told."""
        if self._painter is not None:
            self._printer.abort()
            self._painter.end()
            self._painter = None
            self._pdf.close()

    def _first_page(self) -> int:
        return next((page for page in self._sides if page is not None), 1)

    def _next(self) -> None:
        if self._painter is None:
            return
        self.stepped.emit(self._at, len(self._sides))
        if self._at == len(self._sides):
            self._end(well=True)
            return
        page = self._sides[self._at]
        if page is None:
            self._put(None)
        elif page in self._kept:
            self._kept.move_to_end(page)
            self._put(self._kept[page])
        else:
            self._renderer.requestPage(page - 1, self._pixels(page))

    def _on_rendered(self, page: int, _size: QSize, image: QImage) -> None:
        self._kept[page + 1] = image
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self._put(image)

    def _put(self, image: QImage | None) -> None:
        if self._painter is None:
            return
        page = self._sides[self._at]
        if page is not None:
            self._turn(page)
        if self._at and not self._printer.newPage():
            self._end(well=False)
            return
        if image is not None:
            self._painter.drawImage(self._place(image.size()), image)
        self._at += 1
        QTimer.singleShot(0, self, self._next)

    def _turn(self, page: int) -> None:
        size = self._pdf.pagePointSize(page - 1)
        lies = size.width() > size.height()
        sides = (QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape)
        self._printer.setPageOrientation(sides[lies])

    def _pixels(self, page: int) -> QSize:
        return (self._pdf.pagePointSize(page - 1) * (DOTS_PER_INCH / _POINTS_PER_INCH)).toSize()

    def _place(self, size: QSize) -> QRect:
        """The whole sheet, as much of it as the page's shape fills."""
        sheet = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        filled = size.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(sheet.topLeft(), filled)
        place.moveCenter(sheet.center())
        return place

    def _end(self, *, well: bool) -> None:
        painter, self._painter = self._painter, None
        if painter is not None and painter.isActive():
            well = painter.end() and well
        self._pdf.close()
        self.ended.emit(well)


def printer_for(pages: int, paper: PaperSize) -> QPrinter:
    """The system's printer, set up for so many pages that bring their own margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS_PER_INCH)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(_PAPERS[paper]))
    printer.setFromTo(1, pages)
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    return printer
