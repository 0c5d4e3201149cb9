"""The pages of a programme, in the order of the rail: adding a page is adding a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtWidgets import QWidget

from aiplanner.domain.cycle import Phase
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
    module: str = ""
    """The module in `pages` that holds it; empty: it is called like the page."""


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


def _leadership(document: Document, services: Services, parent: QWidget) -> Page:
    from aiplanner.ui.pages.leadership import LeadershipPage  # noqa: PLC0415 - not before it is used

    return LeadershipPage(document, services, parent)


def _thread(document: Document, services: Services, parent: QWidget) -> Page:
    from aiplanner.ui.pages.thread import ThreadPage  # noqa: PLC0415 - not before it is used

    return ThreadPage(document, services, parent)


def _print(document: Document, services: Services, parent: QWidget) -> Page:
    from aiplanner.ui.pages.print import PrintPage  # noqa: PLC0415 - Qt's PDF module is for it

    return PrintPage(document, services, parent)


def _phase(phase: Phase, name: str) -> PageRow:
    """The row of a phase; the rail shows the name that the programme gives it."""

    def make(document: Document, services: Services, parent: QWidget) -> Page:
        from aiplanner.ui.pages.phase import PhasePage  # noqa: PLC0415 - not before it is used

        return PhasePage(document, services, phase, parent)

    return PageRow(RailRow(phase.value, phase.value, name, colour=phase.value), make, "phase")


PAGES: tuple[PageRow, ...] = (
    PageRow(RailRow("overview", "overview", _("Overview")), _overview),
    _phase(Phase.DEFINE, _("Define")),
    _phase(Phase.DISCOVER, _("Discover")),
    _phase(Phase.DREAM, _("Dream")),
    _phase(Phase.DESIGN, _("Design")),
    _phase(Phase.DELIVER, _("Deliver")),
    PageRow(RailRow("sessions", "sessions", _("Sessions"), after_line=True), _sessions),
    PageRow(RailRow("people", "people", _("People")), _people),
    PageRow(RailRow("leadership", "leadership", _("Leadership")), _leadership),
    PageRow(RailRow("thread", "thread", _("Thread")), _thread),
    PageRow(RailRow("print", "print", _("Print")), _print),
)


def load_pages() -> None:
    """Import the pages, and what holds them, ahead of their use in a quiet moment."""
    for module in ("programme_frame", "dialogs.new_programme"):
        import_module(f"aiplanner.ui.{module}")
    for page in PAGES:
        import_module(f"aiplanner.ui.pages.{page.module or page.rail.key}")
