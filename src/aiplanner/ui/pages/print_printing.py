"""Print a pack: render it, ask the system's dialog, put it on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from aiplanner.app.pack_counts import print_order
from aiplanner.app.printing import PackReport, PaperSize
from aiplanner.i18n import gettext as _
from aiplanner.ui.pages.print_foot import PrintFoot
from aiplanner.ui.pages.print_paper import PaperRun, printer_for
from aiplanner.ui.pages.print_words import no_pages_words, printed_words, printing_words

_DUPLEX = (QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexShortSide)


@dataclass(frozen=True, slots=True)
class Asked:
    """How a pack is to be put on paper."""

    paper: PaperSize
    copies: Mapping[str, int | None] = field(default_factory=dict)
    """Of each document; once where it says nothing."""
    duplex: bool = False
    """Whether the dialog begins with both sides chosen."""
    then: Callable[[], object] = lambda: None
    """Told when the printer has taken all pages."""


class PackPrinting(QObject):
    """Puts one pack at a time on paper; `printer` makes the system's printer for so many pages."""

    def __init__(
        self,
        window: QWidget,
        foot: PrintFoot,
        printer: Callable[[int, PaperSize], QPrinter] = printer_for,
    ) -> None:
        super().__init__(window)
        self._window, self._foot = window, foot
        self.make_printer = printer
        self._run: PaperRun | None = None

    @property
    def running(self) -> bool:
        """Whether pages are on their way to the printer."""
        return self._run is not None

    def ask(self, file: Path, report: PackReport, run: Asked) -> QDialog:
        """Open the system's dialog for this pack."""
        printer = self.make_printer(report.pages, run.paper)
        if run.duplex:
            printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(_("Print"))
        dialog.setMinMax(1, report.pages)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)

        def answered(result: int) -> None:
            dialog.deleteLater()
            if result == QDialog.DialogCode.Accepted:
                self._start(file, printer, report, run)

        dialog.finished.connect(answered)
        QDialog.open(dialog)  # QPrintDialog's own `open` wants a slot by name
        return dialog

    def cancel(self) -> None:
        """Stop the run; what the printer has already is the printer's."""
        if self._run is not None:
            self._run.cancel()
            self._leave()
            self._foot.tell(_("Cancelled. The printer may still finish the pages it has."))

    def _start(
        self,
        file: Path,
        printer: QPrinter,
        report: PackReport,
        asked: Asked,
    ) -> None:
        sides = print_order(
            report.parts, asked.copies, _chosen(printer), two_sided=printer.duplex() in _DUPLEX
        )
        if not sides:
            self._foot.refuse(no_pages_words(report.pages))
            return
        again = 1 if printer.supportsMultipleCopies() else printer.copyCount()
        run = self._run = PaperRun(file, printer, sides * again, self)
        run.stepped.connect(self._on_stepped)
        run.ended.connect(lambda well: self._on_ended(well, len(sides) * again, asked))
        self._foot.start(printing_words(0, len(sides)))
        run.start()

    def _on_stepped(self, done: int, total: int) -> None:
        self._foot.step(done, total, printing_words(done, total))

    def _on_ended(
        self,
        well: bool,  # noqa: FBT001 - a signal's argument
        sides: int,
        asked: Asked,
    ) -> None:
        self._leave()
        if well:
            self._foot.tell(printed_words(sides))
            asked.then()
        else:
            self._foot.refuse(
                _("The printer did not take the pages. See that it is on, then print again.")
            )

    def _leave(self) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.deleteLater()
        self._foot.stop()


def _chosen(printer: QPrinter) -> Callable[[int], bool]:
    ranges = printer.pageRanges()
    if printer.printRange() is not QPrinter.PrintRange.PageRange or ranges.isEmpty():
        return lambda _page: True
    return ranges.contains
