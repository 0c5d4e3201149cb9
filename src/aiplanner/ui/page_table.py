"""The pages of a programme, in the order of the rail: adding a page is adding a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.page import Page
from aiplanner.ui.pages.overview import OverviewPage
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.rail import RailRow
from aiplanner.ui.services import Services


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page: how the rail shows it, and how it is made (when first turned to)."""

    rail: RailRow
    make: Callable[[Document, Services], Page]


def _print_page(document: Document, services: Services) -> Page:
    from aiplanner.ui.pages.print import PrintPage  # noqa: PLC0415 - Qt's PDF module is for it

    return PrintPage(document, services)


PAGES: tuple[PageRow, ...] = (
    PageRow(RailRow("overview", "overview", _("Overview")), OverviewPage),
    PageRow(RailRow("sessions", "sessions", _("Sessions"), after_line=True), SessionsPage),
    PageRow(RailRow("print", "print", _("Print")), _print_page),
)
