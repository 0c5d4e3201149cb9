"""The pages of a programme, in the order of the rail: adding a page is adding a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtWidgets import QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.page import Page
from aiplanner.ui.rail import RailRow
from aiplanner.ui.services import Services


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page: how the rail shows it, and how it is made (when first turned to)."""

    rail: RailRow
    make: Callable[[Document, Services, QWidget], Page]
    """The widget is the page's parent."""


# A page is imported when it is first turned to: Home is on the screen sooner without them.


def _overview(document: Document, services: Services, parent: QWidget) -> Page:
    from aiplanner.ui.pages.overview import OverviewPage  # noqa: PLC0415 - not before it is used

    return OverviewPage(document, services, parent)


def _sessions(document: Document, services: Services, parent: QWidget) -> Page:
    from aiplanner.ui.pages.sessions import SessionsPage  # noqa: PLC0415 - not before it is used

    return SessionsPage(document, services, parent)


def _people(document: Document, services: Services, parent: QWidget) -> Page:
    from aiplanner.ui.pages.people import PeoplePage  # noqa: PLC0415 - not before it is used

    return PeoplePage(document, services, parent)


def _thread(document: Document, services: Services, parent: QWidget) -> Page:
    from aiplanner.ui.pages.thread import ThreadPage  # noqa: PLC0415 - not before it is used

    return ThreadPage(document, services, parent)


def _print(document: Document, services: Services, parent: QWidget) -> Page:
    from aiplanner.ui.pages.print import PrintPage  # noqa: PLC0415 - Qt's PDF module is for it

    return PrintPage(document, services, parent)


PAGES: tuple[PageRow, ...] = (
    PageRow(RailRow("overview", "overview", _("Overview")), _overview),
    PageRow(RailRow("sessions", "sessions", _("Sessions"), after_line=True), _sessions),
    PageRow(RailRow("people", "people", _("People")), _people),
    PageRow(RailRow("thread", "thread", _("Thread")), _thread),
    PageRow(RailRow("print", "print", _("Print")), _print),
)


def load_pages() -> None:
    """Import the pages, and what holds them, ahead of their use in a quiet moment."""
    for module in ("programme_frame", "dialogs.new_programme"):
        import_module(f"aiplanner.ui.{module}")
    for page in PAGES:
        import_module(f"aiplanner.ui.pages.{page.rail.key}")
