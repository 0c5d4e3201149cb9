"""Where everything stands in the window for typing in: the pile, the form, the list, the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.tally.form import SheetForm
from aiplanner.ui.tokens import BETWEEN, INSIDE
from aiplanner.ui.widgets.card import Card, on_card
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.page_header import PageHeader
from aiplanner.ui.widgets.scroll import Scrolling
from aiplanner.ui.widgets.window_page import WindowFoot, window_page

if TYPE_CHECKING:
    from aiplanner.ui.tally.window import TallyWindow

_WHY = _("One sheet a form. Enter goes on, the last Enter takes the sheet and begins the next.")
_KEYS = _(
    "Shift+Enter new line · Ctrl+Enter take the sheet · Alt+Up correct the last · "
    "Ctrl+Backspace clear · Ctrl+Z undo"
)
_LIST = _("The last stands first. Enter or F2 opens a sheet to correct it.")
_NONE = _("Each sheet you take is listed here, the last first, and can be corrected.")
_NO_THEMES = _("No themes yet, so there is nothing to vote on. Themes are on the Discover page.")


class Parts:
    """What of the window changes while it is open."""

    def __init__(self, window: TallyWindow) -> None:
        self.title = label("", "section")
        self.empty = EmptyState(_NO_THEMES, _("To the Discover page"), window.go_to_themes)
        self.count = label("", "strong")
        keys = label(_KEYS, "secondary", wrap=True)
        self.foot = WindowFoot((keys,), (window.undo, window.leave, window.take))
        self.said = self.foot.said
        self.scroll = Scrolling(QWidget())
        self.list, self.list_keys = on_card(window.list), label(_LIST, "secondary", wrap=True)
        self.none = Card(margins=0)
        self.none.add(EmptyState(_NONE))

    def show_form(self, form: SheetForm) -> None:
        """Put another form in the place of the one on show."""
        self.scroll.setWidget(form)
        form.setAutoFillBackground(False)

    def show_title(self, words: str) -> None:
        """Name the sheet that is corrected; of a new one the head of the pile says enough."""
        self.title.setText(words)
        self.title.setVisible(bool(words))

    def show_empty(self, empty: bool) -> None:  # noqa: FBT001 - what it is called says it
        """Say that there is nothing to type, instead of the form."""
        self.empty.setVisible(empty)
        self.scroll.setVisible(not empty)

    def show_listed(self, some: bool) -> None:  # noqa: FBT001 - as above
        """Show the list, or while nothing is typed in what will stand there."""
        self.none.setVisible(not some)
        for part in (self.list, self.list_keys):
            part.setVisible(some)

    def tell(self, words: str) -> None:
        """Say what was done, above the keys."""
        self.foot.tell(words)


def lay_out(window: TallyWindow) -> Parts:
    """Put the parts of the window in their places."""
    parts = Parts(window)
    header = PageHeader(_("Type in what came back"), _WHY)
    for made in (window.forms, window.photos):
        header.add_action(made)
    middle = QHBoxLayout()
    middle.setSpacing(BETWEEN)
    middle.addWidget(_form_card(parts), 3)
    middle.addLayout(_list_side(parts), 2)
    page = window_page(window, header, parts.foot)
    page.addWidget(window.head)
    page.addLayout(middle, 1)
    return parts


def _form_card(parts: Parts) -> QWidget:
    card = Card(spacing=INSIDE)
    card.add(parts.title)
    card.add(parts.empty)
    card.add(parts.scroll, 1)
    return card


def _list_side(parts: Parts) -> QVBoxLayout:
    side = QVBoxLayout()
    side.setSpacing(INSIDE)
    side.addWidget(parts.count)
    side.addWidget(parts.list, 1)
    side.addWidget(parts.none, 1)
    side.addWidget(parts.list_keys)
    return side
