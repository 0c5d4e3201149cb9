"""Mend free time and overlaps from their own line: previewed in words, one step of undo."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from aiplanner.app.offer_words import break_title, done_text, offer_label, would_text
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.offers import Offer, Way, accepted, offers
from aiplanner.domain.rows import Item
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.pages.session_bank import SessionBank
from aiplanner.ui.pages.session_items import ItemCommands
from aiplanner.ui.pages.session_menus import bank_entries
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.menus import LINE, Entry, menu_of
from aiplanner.ui.widgets.running_order.view import RunningOrderView


class SessionOffers:
    """Opens the list of offers, or takes the one that was clicked."""

    def __init__(
        self,
        page: QWidget,
        document: Document,
        services: Services,
        table: RunningOrderView,
        bank: tuple[ItemCommands, SessionBank],
    ) -> None:
        self._page, self._document, self._services = page, document, services
        self._table, (self._items, self._bank) = table, bank
        table.offer_wanted.connect(self._on_wanted)
        table.offer_pointed.connect(self._on_pointed)

    def entries(self, row_id: RowId) -> list[Entry]:
        """Everything that can be done about the place before an item, with what it would change."""
        now = self._document.now
        return [
            Entry(
                _("{what}: {would}").format(
                    what=offer_label(now, offer), would=would_text(now, offer)
                ),
                partial(self.take, offer),
            )
            for offer in offers(now, row_id)
        ]

    def take(self, offer: Offer) -> None:
        """Do it, as one step of undo, say what has changed and go there."""
        now, new_id = self._document.now, self._services.new_id
        label, done, made = offer_label(now, offer), done_text(now, offer), new_id()
        try:
            self._document.edit(
                label, lambda was: accepted(was, offer, lambda: made, break_title())
            )
        except PlanError as error:
            self._services.say(sentence(error))
            return
        self._table.choose_id(made if offer.way is Way.BREAK else offer.item)
        self._services.say(done, undo=True)

    def menu(self, row_id: RowId) -> QMenu:
        """The list of offers for the place before an item, and filling it from the bank."""
        shown = self.entries(row_id)
        line = self._items.choice.line
        fill = bank_entries(self._items, self._bank) if self._bank.gap_of(line) else []
        menu = menu_of([*shown, *([LINE, *fill] if fill else [])], self._page)
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])
        return menu

    def _on_wanted(self, row_id: str, way: Way | None, place: QPoint) -> None:
        found = offers(self._document.now, RowId(row_id))
        chosen = next((offer for offer in found if way is not None and offer.way is way), None)
        if chosen is not None:
            QToolTip.hideText()
            self.take(chosen)
        else:
            self.menu(RowId(row_id)).popup(place)

    def _on_pointed(self, row_id: str, way: Way | None, place: QPoint) -> None:
        """Tell what a link would change while the pointer is on it."""
        now = self._document.now
        if way is None or not isinstance(now.rows.get(RowId(row_id)), Item):
            QToolTip.hideText()
            return
        found = offers(now, RowId(row_id))
        told = [would_text(now, offer) for offer in found if offer.way is way]
        QToolTip.showText(place, told[0] if told else "", self._table.viewport())
