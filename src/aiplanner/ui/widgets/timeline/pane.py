"""The timeline on its card, with its size at hand, and what to do while it is empty."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.tokens import INSIDE, STEP
from aiplanner.ui.widgets.buttons import Button, button, icon_button
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.labels import hairline, label
from aiplanner.ui.widgets.timeline.view import TimelineView
from aiplanner.ui.widgets.timeline.zoom import FIT


class TimelinePane(Card):
    """One line of hints and sizes, then the picture."""

    empty_wanted = Signal()
    """There is nothing yet, and the first item is to be written."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(margins=1, spacing=0)
        self.view = view
        self.hint = label(
            _("Drag to move; pull the lower edge, or press + and −, to change the length."),
            "secondary",
        )
        self.smaller = icon_button(
            _("Draw it smaller"), "zoom-out", partial(view.zoom_by, -1), _("Smaller (Ctrl+Down)")
        )
        self.larger = icon_button(
            _("Draw it larger"), "zoom-in", partial(view.zoom_by, 1), _("Larger (Ctrl+Up)")
        )
        self.fit: Button = button(
            _("Fit"), self._turn_fit, "choice", tip=_("Show the whole session at once")
        )
        self.fit.setCheckable(True)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(2 * INSIDE, STEP, INSIDE, STEP)
        row.setSpacing(STEP)
        row.addWidget(self.hint)
        row.addStretch(1)
        for control in (self.smaller, self.fit, self.larger):
            row.addWidget(control)
        self.add(bar)
        self.add(hairline())
        self.add(view, 1)
        self.setFocusProxy(view)
        self.empty = EmptyState(
            _("Nothing is planned yet. Write what happens first, and how long it takes."),
            _("Write the first item"),
            self.empty_wanted.emit,
            parent=view.viewport(),
        )
        self.empty.hide()
        view.zoomed.connect(self.show_state)

    def show_state(self) -> None:
        """Show what there is to do now."""
        self.fit.setChecked(self.view.zoom.size == FIT)
        nothing = self.view.blocks.rowCount() == 0
        self.empty.setVisible(nothing)
        self.empty.setGeometry(self.view.viewport().rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hint out where it does not fit."""
        super().resizeEvent(event)
        self._fit_words()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words need more room."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_words()

    def _fit_words(self) -> None:
        controls = (self.smaller, self.fit, self.larger)
        needed = self.hint.sizeHint().width() + sum(c.sizeHint().width() for c in controls)
        self.hint.setText(self.hint.text())
        self.hint.setVisible(needed + 6 * INSIDE <= self.width())
        self.empty.setGeometry(self.view.viewport().rect())

    def _turn_fit(self) -> None:
        if self.view.zoom.size == FIT:
            self.view.zoom.size = 100
            self.view.zoom_by(None)
        else:
            self.view.zoom_by(0)
