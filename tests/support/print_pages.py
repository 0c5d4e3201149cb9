"""Open the Print page of a programme, over the double of the pack worker or the real one."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QModelIndex, QPoint, Qt
from pytestqt.qtbot import QtBot

from aiplanner.app.printing import DocumentInfo, Family, Group
from aiplanner.domain.handouts import Handout
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.ui import fonts
from aiplanner.ui.document import Document
from aiplanner.ui.models.print_documents import FIGURES
from aiplanner.ui.pages.print import PrintPage
from aiplanner.ui.services import Services
from tests.support import pack_double
from tests.support.open_documents import opened

DOUBLE = (sys.executable, pack_double.__file__)
REAL = (sys.executable, "-m", "aiplanner", "--worker")
PATIENCE = 30_000
"""Milliseconds that a process is given to come up and draw, on a busy machine."""


def info(
    key: str, group: Group = Group.YOU, *, blank: bool = False, family: Family = "plan"
) -> DocumentInfo:
    """A document that the double draws by its name, or misbehaves at."""
    return DocumentInfo(key, key.title(), "all", group, blank=blank, family=family)


@dataclass
class PrintRoom:
    """The page on the screen, its document, and where it wanted to turn."""

    page: PrintPage
    document: Document
    services: Services
    qtbot: QtBot
    turned: list[tuple[str, RowId | None]] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until every document on offer has been drawn."""
        self.qtbot.waitUntil(lambda: self.page.proofs.settled, timeout=PATIENCE)

    def wait_idle(self) -> None:
        """Wait until no pack is being made or printed any more."""
        self.qtbot.waitUntil(lambda: not self.page.foot.busy, timeout=PATIENCE)

    @property
    def said(self) -> str:
        """What the foot says of how it went."""
        return self.page.foot.outcome.text

    def count_of(self, document: str) -> str:
        """The figures beside a document."""
        return str(self.place(document).data(FIGURES))

    def place(self, document: str) -> QModelIndex:
        """Where a document is in the list."""
        found = self.page.listed.model.place_of(document)
        assert found.isValid(), f"{document} is not on show"
        return found

    def turn_to(self, document: str) -> None:
        """Go to a document in the list."""
        self.page.listed.tree.setCurrentIndex(self.place(document))

    def click(self, document: str, *, box: bool) -> None:
        """Click on the box of a document, or on its words."""
        tree = self.page.listed.tree
        row = tree.visualRect(self.place(document))
        inside = QPoint(row.left() + fonts.scaled(12 + 14 + 8) + 8, row.center().y())
        place = inside if box else row.center()
        self.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


@contextmanager
def print_room(
    qtbot: QtBot,
    programme: Programme,
    documents: Sequence[DocumentInfo],
    command: tuple[str, ...] = DOUBLE,
) -> Iterator[PrintRoom]:
    """The Print page of this programme, on the screen."""
    turned: list[tuple[str, RowId | None]] = []

    def go(page: str, row: RowId | None = None) -> None:
        turned.append((page, row))

    def listing(own: tuple[Handout, ...]) -> tuple[DocumentInfo, ...]:
        made = (DocumentInfo(o.key, o.title, "all", Group.PERSON, family="handout") for o in own)
        return (*documents, *made)

    with opened(programme) as (document, plain):
        services = replace(plain, worker_command=command, documents=listing, go=go)
        page = PrintPage(document, services)
        qtbot.addWidget(page)
        page.resize(1180, 720)
        page.show()
        yield PrintRoom(page, document, services, qtbot, turned)
        page.shut()
