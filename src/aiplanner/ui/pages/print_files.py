"""The ways to take a pack from the Print page: files, folders, and paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from aiplanner.app.file_names import file_stem
from aiplanner.app.pack_counts import copies, people
from aiplanner.app.ports import WorldError
from aiplanner.app.printing import DocumentInfo, PackReport, report_from_plain
from aiplanner.app.session_scope import scope_words
from aiplanner.app.writing import free_folder
from aiplanner.domain.errors import PlanError
from aiplanner.i18n import gettext as _
from aiplanner.ui.errors import sentence
from aiplanner.ui.file_dialogs import CALENDAR, PACKS, WORD, FileKind, ask_folder, ask_save
from aiplanner.ui.pages.print_making import Made, PackMaking, Wanted
from aiplanner.ui.pages.print_opening import open_place
from aiplanner.ui.pages.print_printing import Asked, PackPrinting
from aiplanner.ui.pages.print_proofs import Order
from aiplanner.ui.pages.print_words import entries_words, folder_words, saved_words, word_words
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.menus import Entry


@dataclass(frozen=True, slots=True)
class Way:
    """What to make: the worker's word for it, its kind of file (None: a folder), how to tell."""

    do: str
    kind: FileKind | None
    words: Callable[[str, Any], str]
    read: Callable[[object], object] = report_from_plain
    issued: str = ""
    """How a pack left the house this way, as issued packs say it; empty: it was no pack."""


def _count(key: str) -> Callable[[object], int]:
    """Reads how many there are from the worker's answer; PlanError where it does not say."""

    def read(raw: object) -> int:
        match raw:
            case {**told} if isinstance(found := told.get(key), int):
                return found
        raise PlanError("data-wrong", where=key, what="it is no number")

    return read


def _word_report(raw: object) -> PackReport:
    """From the ids of the documents in a Word file to a report; it has no pages yet."""
    match raw:
        case {"documents": list(ids)} if all(isinstance(one, str) for one in ids):
            return PackReport(0, dict.fromkeys(ids, 0))
    raise PlanError("data-wrong", where="documents", what="it is no list of ids")


def _documents(name: str, report: PackReport) -> str:
    return word_words(name, len(report.parts))


def _pages(name: str, report: PackReport) -> str:
    return saved_words(name, report.pages)


def _folder(name: str, report: PackReport) -> str:
    return folder_words(name, report.pages)


PDF = Way("", PACKS, _pages, issued="saved")
EACH = Way("split", None, _folder, issued="saved")
MAIL = Way("mail", None, _folder, issued="mailed")
AS_WORD = Way("word", WORD, _documents, _word_report, issued="word")
DAYS = Way("calendar", CALENDAR, entries_words, _count("entries"))


class PackFiles(QObject):
    """Asks for a place, has the pack made there, and tells how it went."""

    issued = Signal(object, str)
    """Made and how: a pack is in its place, or went to the printer."""

    def __init__(
        self,
        page: QWidget,
        services: Services,
        making: PackMaking,
        printing: PackPrinting,
        order: Callable[[], Order],
    ) -> None:
        super().__init__(page)
        self._page, self._services, self._order = page, services, order
        foot = making.foot
        self._making, self._printing, self._foot = making, printing, foot
        foot.offer_more(
            (
                Entry(_("Each document as its own PDF…"), lambda: self.save(EACH)),
                Entry(_("Folder ready to mail…"), lambda: self.save(MAIL)),
                Entry(_("Days for a calendar…"), lambda: self.save(DAYS)),
            )
        )
        foot.save_wanted.connect(lambda: self.save(PDF))
        foot.word_wanted.connect(lambda: self.save(AS_WORD))

    def save(self, way: Way) -> None:
        """Ask for a place and make the pack there."""
        if self._foot.busy or not self._order().documents:
            return
        if way.kind is None:
            ask_folder(self._page, self._services.settings, lambda place: self._into(place, way))
            return
        ask_save(
            self._page,
            self._services.settings,
            self._name,
            lambda place: self._make(place, way),
            way.kind,
        )

    def print_by(self, file: Path, infos: Mapping[str, DocumentInfo]) -> None:
        """Make the pack at `file` and hand it to the system's print dialog."""
        if not self._foot.busy and self._order().documents:
            self._making.make(self._order, Wanted(file, lambda made: self._ask(made, file, infos)))

    @property
    def _name(self) -> str:
        order = self._order()
        title = order.programme.head.title
        if order.look.sessions is None:
            return title
        what = scope_words(order.programme, order.look.sessions)
        return _("{title} - {what}").format(title=title, what=what)

    def _into(self, folder: Path, way: Way) -> None:
        self._make(free_folder(folder / file_stem(self._name)), way)

    def _make(self, place: Path, way: Way) -> None:
        wanted = Wanted(
            place,
            lambda made: self._tell(made, place, way),
            lambda: self.save(way),
            way.do,
            way.read,
        )
        self._making.make(self._order, wanted)

    def _tell(self, made: Made, place: Path, way: Way) -> None:
        told = made.told
        links = [(_("Open it"), lambda: self._open(place))]
        if way.kind is not None:
            links.append((_("Show the folder"), lambda: self._open(place.parent)))
        notes = told.unprintable if isinstance(told, PackReport) else ()
        self._foot.tell(way.words(place.name, told), links, notes)
        if way.issued:
            self.issued.emit(made, way.issued)

    def _ask(self, made: Made, file: Path, infos: Mapping[str, DocumentInfo]) -> None:
        wanted: dict[str, int | None] = {}
        order = made.order
        if self._foot.everyone.isVisible() and self._foot.everyone.isChecked():
            crowd = people(order.programme, order.look.sessions)
            wanted = {key: copies(infos[key], crowd) for key in order.documents}
        asked = Asked(
            order.look.paper,
            wanted,
            duplex=order.look.duplex,
            then=lambda: self.issued.emit(made, "printed"),
        )
        self._printing.ask(file, made.told, asked)

    def _open(self, place: Path) -> None:
        try:
            open_place(place)
        except WorldError as error:
            self._foot.refuse(sentence(error))
