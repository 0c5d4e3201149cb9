"""Where everything stands in the window for typing in: the pile, the form, the list, the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.tally.form import SheetForm
from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.card import Card, on_card
from aiplanner.ui.widgets.labels import ElidedLabel, label
from aiplanner.ui.widgets.page_header import PageHeader
from aiplanner.ui.widgets.scroll import Scrolling

if TYPE_CHECKING:
    from aiplanner.ui.tally.window import TallyWindow

_WHY = _("One sheet a form. Enter goes on, the last Enter takes the sheet and begins the next.")
_KEYS = _(
    "Shift+Enter new line · Ctrl+Enter take the sheet · Alt+Up correct the last · "
    "Ctrl+Backspace clear · Ctrl+Z undo"
)
_LIST = _("The last stands first. Enter or F2 opens a sheet to correct it.")
_NO_THEMES = _("No themes yet, so there is nothing to vote on. Add themes on the Discover page.")


class Parts:
    """What of the window changes while it is open."""

    def __init__(self) -> None:
        self.title = label("", "section")
        self.empty = label(_NO_THEMES, "quiet", wrap=True)
        self.count = label("", "strong")
        self.said = ElidedLabel(role="secondary")
        self.scroll = Scrolling(QWidget())

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


def lay_out(window: TallyWindow) -> Parts:
    """Put the parts of the window in their places."""
    parts = Parts()
    window.setWindowTitle(_("Type in what came back"))
    header = PageHeader(_("Type in what came back"), _WHY)
    header.add_action(window.photos)
    middle = QHBoxLayout()
    middle.setSpacing(BETWEEN)
    middle.addWidget(_form_card(parts), 3)
    middle.addLayout(_list_side(window, parts), 2)
    page = QVBoxLayout()
    page.setContentsMargins(AROUND, BETWEEN, AROUND, BETWEEN)
    page.setSpacing(BETWEEN)
    page.addWidget(header)
    page.addWidget(window.head)
    page.addLayout(middle, 1)
    whole = QVBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addLayout(page, 1)
    whole.addWidget(_foot(window, parts))
    return parts


def _form_card(parts: Parts) -> QWidget:
    card = Card(spacing=INSIDE)
    card.add(parts.title)
    card.add(parts.empty)
    card.add(parts.scroll, 1)
    return card


def _list_side(window: TallyWindow, parts: Parts) -> QVBoxLayout:
    side = QVBoxLayout()
    side.setSpacing(INSIDE)
    side.addWidget(parts.count)
    side.addWidget(on_card(window.list), 1)
    side.addWidget(label(_LIST, "secondary", wrap=True))
    return side


def _foot(window: TallyWindow, parts: Parts) -> QWidget:
    foot = QFrame()
    foot.setProperty("ground", "foot")
    row = QHBoxLayout()
    row.setSpacing(INSIDE)
    row.addWidget(parts.said, 1)
    for made in (window.undo, window.leave, window.take):
        row.addWidget(made)
    body = QVBoxLayout(foot)
    body.setContentsMargins(AROUND, INSIDE, AROUND, INSIDE)
    body.setSpacing(STEP)
    body.addLayout(row)
    body.addWidget(ElidedLabel(_KEYS, "secondary"))
    return foot
