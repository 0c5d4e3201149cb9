"""Begin a programme: what it is called, and from which starter, with all that each contains."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.models.starter_passages import starter_passages
from aiplanner.ui.models.starters import Beginning, StartersModel
from aiplanner.ui.tokens import BETWEEN, STEP
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card import on_card
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.reading import Reading
from aiplanner.ui.widgets.starter_list import StarterList
from aiplanner.ui.widgets.text_field import TextField

_WIDTH = 940
"""Pixels the dialog likes to have, at 100 % text size."""
_LEAST = 60
"""Pixels that list and contents keep of their height, at 100 % text size."""
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_BOTH = 600
"""Pixels, at 100 % text size, that list and contents need to stand side by side."""


class NewProgramme(DialogFrame):
    """`begun` tells the starter's key and the title (empty: the starter's own)."""

    begun = Signal(str, str)

    def __init__(self, parent: QWidget, beginnings: Sequence[Beginning], chosen: str = "") -> None:
        super().__init__(
            parent,
            _("New programme"),
            _("Everything a starter brings can be changed afterwards."),
            width=_WIDTH,
        )
        self.title_field = TextField(_("Title"))
        self.model = StartersModel(beginnings, self)
        self.list = StarterList(self.model)
        self.contents = Reading(_("What it contains"))
        self._panes = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.begin_button = button(_("Begin"), self._begin, "primary")
        self._lay_out()
        self.list.shown.connect(self._show)
        self.list.taken.connect(self._begin)
        self.title_field.returnPressed.connect(self._begin)
        self.begin_button.setEnabled(bool(self.model.found))
        self.list.setCurrentIndex(self.model.place(chosen))
        self.title_field.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put list and contents side by side, or one under the other."""
        super().resizeEvent(event)
        narrow = self.width() < fonts.scaled(_BOTH)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._panes.setDirection(down if narrow else across)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk along the starters from the title as well."""
        at = self.list.currentIndex().row() + _STEPS.get(event.key(), 0)
        if event.key() in _STEPS and 0 <= at < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(at))
            one = self.model.beginning(self.list.currentIndex())
            if one is not None:
                announce(self.list, f"{one.starter.title}, {one.fact}")
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        named, begun = QVBoxLayout(), QVBoxLayout()
        for group in (named, begun):
            group.setSpacing(STEP)
        named.addWidget(label(_("What is it called?"), "label"))
        named.addWidget(self.title_field)
        begun.addWidget(label(_("Begin from"), "label"))
        self._panes.setSpacing(BETWEEN)
        for view, share in ((self.list, 4), (self.contents, 5)):
            view.setMinimumSize(fonts.scaled(150), fonts.scaled(_LEAST))
            self._panes.addWidget(on_card(view), share)
        begun.addLayout(self._panes, 1)
        self.body.addLayout(named)
        self.body.addLayout(begun, 1)
        self.add_answer(button(_("Cancel"), self.reject))
        self.add_answer(self.begin_button)

    def _show(self, one: Beginning) -> None:
        self.title_field.setPlaceholderText(one.starter.title)
        self.contents.show_passages(starter_passages(one.starter))

    def _begin(self) -> None:
        one = self.model.beginning(self.list.currentIndex())
        if one is None:
            return
        title = self.title_field.text().strip() or one.starter.title
        self.accept()
        self.begun.emit(one.starter.key, title)
