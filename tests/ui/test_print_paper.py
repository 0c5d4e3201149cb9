"""Pages on paper: right order, whole sheets, and a way to stop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from aiplanner.app.printing import Group, PaperSize
from aiplanner.ui.pages.print_paper import PaperRun, printer_for
from tests.support.choices import pick
from tests.support.pack_double import pdf
from tests.support.plans import item, plan, session
from tests.support.print_pages import PATIENCE, PrintRoom, info, print_room

PLAN = plan(session("10:00", item("Welcome")), title="Ward 4", people=3)
SMALL = QSize(420, 594)
"""An A4 sheet in dots; the width is a multiple of 4, so that rows of grey have no rest."""
DOCUMENTS = (info("cover"), info("two-pages", Group.PERSON))


def paper(place: Path, pages: int = 9, size: PaperSize = "a4") -> QPrinter:
    """A printer whose paper is a PDF of pictures."""
    printer = printer_for(pages, size)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(place))
    return printer


def inks(place: Path) -> list[int]:
    """How many dark dots each printed side has, drawn small."""
    document = QPdfDocument()
    document.load(str(place))
    found = []
    for page in range(document.pageCount()):
        sheet = QImage(SMALL, QImage.Format.Format_RGB32)
        sheet.fill(Qt.GlobalColor.white)
        with QPainter(sheet) as painter:
            painter.drawImage(0, 0, document.render(page, SMALL))
        grey = sheet.convertToFormat(QImage.Format.Format_Grayscale8)
        found.append(sum(dot < 128 for dot in bytes(grey.constBits())))
    document.close()
    return found


def run(qtbot: QtBot, tmp_path: Path, words: list[str], sides: list[int | None]) -> list[int]:
    """Print a PDF whose pages show these words; the ink of each side that came out."""
    source, printed = tmp_path / "source.pdf", tmp_path / "printed.pdf"
    source.write_bytes(pdf(words))
    made = PaperRun(source, paper(printed), sides)
    with qtbot.waitSignal(made.ended, timeout=PATIENCE, check_params_cb=bool):
        made.start()
    return inks(printed)


def test_each_page_covers_its_sheet_as_it_does_in_the_file(qtbot: QtBot, tmp_path: Path) -> None:
    words = ["m", "m" * 8, "m" * 16]
    source = tmp_path / "plain.pdf"
    source.write_bytes(pdf(words))
    for printed, drawn in zip(run(qtbot, tmp_path, words, [1, 2, 3]), inks(source), strict=True):
        assert printed == pytest.approx(drawn, rel=0.3)


def test_sides_come_out_in_the_order_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    one, empty, three, again, two = run(
        qtbot, tmp_path, ["m", "mmmm", "mmmmmmmmmmmm"], [1, None, 3, 1, 2]
    )
    assert empty == 0
    assert 0 < one == again < two < three


def test_a_run_that_is_cancelled_puts_nothing_more_on_paper(qtbot: QtBot, tmp_path: Path) -> None:
    source = tmp_path / "source.pdf"
    source.write_bytes(pdf(["m"] * 5))
    made = PaperRun(source, paper(tmp_path / "printed.pdf"), range(1, 6))
    steps: list[int] = []
    made.stepped.connect(lambda done, _total: steps.append(done))
    made.start()
    qtbot.waitUntil(lambda: 2 in steps, timeout=PATIENCE)
    with qtbot.assertNotEmitted(made.ended, wait=100):
        made.cancel()
    assert steps[-1] == 2


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    source = tmp_path / "source.pdf"
    source.write_bytes(pdf(["m"]))
    made = PaperRun(source, paper(tmp_path / "no-such-folder" / "printed.pdf"), [1])
    with qtbot.waitSignal(made.ended, timeout=PATIENCE, check_params_cb=lambda well: not well):
        made.start()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[PrintRoom]:
    with print_room(qtbot, PLAN, DOCUMENTS) as made:
        made.page.printing.make_printer = lambda *asked: paper(tmp_path / "printed.pdf", *asked)
        made.settle()
        yield made


def dialog_of(room: PrintRoom) -> QPrintDialog:
    """The system's dialog, once the pack is made."""
    room.page.foot.print_button.click()
    room.qtbot.waitUntil(lambda: bool(room.page.findChildren(QPrintDialog)), timeout=PATIENCE)
    [dialog] = room.page.findChildren(QPrintDialog)
    return dialog


def test_the_dialog_offers_the_pages_and_the_paper_of_the_pack(room: PrintRoom) -> None:
    pick(room.qtbot, room.page.choices.sheet, "letter")
    dialog = dialog_of(room)
    assert (dialog.minPage(), dialog.maxPage()) == (1, 3)
    assert dialog.printer().pageLayout().pageSize().id() is QPageSize.PageSizeId.Letter
    dialog.reject()
    assert not room.page.foot.busy


def test_a_pack_is_printed_once_through(room: PrintRoom, tmp_path: Path) -> None:
    dialog_of(room).done(QDialog.DialogCode.Accepted)
    room.wait_idle()
    assert room.said == "3 pages went to the printer."
    assert len(inks(tmp_path / "printed.pdf")) == 3


def test_copies_for_everyone_come_out_in_one_go(room: PrintRoom, tmp_path: Path) -> None:
    assert room.page.foot.everyone.text() == "Print copies for everyone (7 sheets)"
    room.page.foot.everyone.setChecked(True)
    dialog_of(room).done(QDialog.DialogCode.Accepted)
    room.wait_idle()
    assert room.said == "7 pages went to the printer."
    assert len(inks(tmp_path / "printed.pdf")) == 7


def test_only_the_pages_that_the_dialog_chose_are_printed(room: PrintRoom, tmp_path: Path) -> None:
    dialog = dialog_of(room)
    printer = dialog.printer()
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    dialog.done(QDialog.DialogCode.Accepted)
    room.wait_idle()
    assert room.said == "2 pages went to the printer."


def test_pages_that_the_pack_has_not_are_said_and_nothing_is_printed(
    room: PrintRoom, tmp_path: Path
) -> None:
    dialog = dialog_of(room)
    printer = dialog.printer()
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(7, 9)
    dialog.done(QDialog.DialogCode.Accepted)
    room.wait_idle()
    assert room.said == (
        "Nothing was printed: the pages chosen are not in this pack. It has 3 pages."
    )
    assert not (tmp_path / "printed.pdf").exists()
    assert not room.services.library.issued(room.document.now.id)


def test_printing_can_be_cancelled(room: PrintRoom) -> None:
    dialog_of(room).done(QDialog.DialogCode.Accepted)
    assert room.page.foot.busy
    room.page.foot.cancel_button.click()
    assert not room.page.foot.busy
    assert room.said.startswith("Cancelled.")
