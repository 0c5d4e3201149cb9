"""The foot of the room view: what can be done now, and the keys that do it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.room import RoomState, Stage
from aiplanner.i18n import gettext as _
from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.buttons import Button
from aiplanner.ui.widgets.labels import ElidedLabel, label, set_role

Do = Callable[[], object]

_SHOWN: Mapping[Stage, frozenset[str]] = {
    Stage.EMPTY: frozenset({"full"}),
    Stage.BEFORE: frozenset({"plan_b", "next", "full"}),
    Stage.RUNNING: frozenset({"take", "give", "plan_b", "end", "back", "next", "full"}),
    Stage.ENDED: frozenset({"again", "actuals", "full"}),
}
_NAMES: Mapping[str, str] = {
    "take": _("−5 min"),
    "give": _("+5 min"),
    "plan_b": _("Plan B…"),
    "full": _("Full screen"),
    "end": _("End the session"),
    "again": _("Go on again"),
    "back": _("Back"),
    "next": _("Next"),
    "actuals": _("Planned and real times…"),
}
_SPOKEN: Mapping[str, str] = {
    "take": _("Take 5 minutes away"),
    "give": _("Give 5 more minutes"),
    "back": _("Back to the item before"),
    "next": _("Next item"),
}
_LEFT = ("take", "give", "plan_b")
_MINUTES = ("take", "give")
_PRIMARY = ("next", "actuals")


class OnceButton(Button):
    """Pressed once by a double click: an item passed over by mistake is seen by a whole room."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first click has done it."""
        event.accept()


class RoomFoot(QFrame):
    """Shows the buttons of a stage; one of them is filled."""

    def __init__(self, doings: Mapping[str, Do], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "foot")
        self.buttons = {key: self._button(key, doings[key]) for key in _NAMES}
        self.keys = ElidedLabel(role="secondary")
        self.trouble = label("", "warn")
        self.trouble.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(INSIDE)
        groups = QHBoxLayout(), QHBoxLayout()
        groups[1].addStretch(1)
        for key, made in self.buttons.items():
            groups[0 if key in _LEFT else 1].addWidget(made)
        groups[0].addStretch(1)
        for group in groups:
            group.setSpacing(INSIDE)
            self._row.addLayout(group)
        below = QHBoxLayout()
        below.addWidget(self.keys, 1)
        below.addWidget(self.trouble)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(AROUND, BETWEEN, AROUND, INSIDE)
        whole.setSpacing(STEP)
        whole.addLayout(self._row)
        whole.addLayout(below)

    def show_state(self, state: RoomState, *, saved: bool) -> None:
        """Offer what can be done now; the focus leaves a button that goes for the filled one."""
        shown = set(_SHOWN[state.stage])
        had = next((made for made in self.buttons.values() if made.hasFocus()), None)
        for key, made in self.buttons.items():
            made.setVisible(key in shown)
        self.buttons["back"].setEnabled(not state.first)
        for key in _MINUTES:
            self.buttons[key].setEnabled(state.now is not None)
        before = state.stage is Stage.BEFORE
        # One button starts and goes on: the second click of a double click meets nothing new.
        self.buttons["next"].setText(_("Start") if before else _NAMES["next"])
        self.buttons["next"].setAccessibleName("" if before else _SPOKEN["next"])
        self.buttons["next"].setEnabled(not state.last)
        set_role(self.buttons["next"], "" if state.last else "primary")
        self.buttons["plan_b"].setText(_("We start late…") if before else _NAMES["plan_b"])
        set_role(self.buttons["end"], "primary" if state.last else "")
        self.keys.setText(_KEYS[state.stage])
        self.trouble.setText("" if saved else _("Not saved yet; it is tried again by itself."))
        self.trouble.setVisible(not saved)
        if had is not None and not (had.isVisibleTo(self) and had.isEnabled()):
            self.arrive()

    def arrive(self) -> None:
        """Put the focus on the filled button."""
        for key in (*_PRIMARY, "end", "full"):
            if self.buttons[key].isVisibleTo(self) and self.buttons[key].isEnabled():
                self.buttons[key].setFocus()
                return

    def say_full(self, *, full: bool) -> None:
        """Tell what the button for the full screen does now."""
        self.buttons["full"].setText(_("Leave full screen") if full else _NAMES["full"])

    def event(self, event: QEvent) -> bool:
        """Put the buttons on two lines where one is too short."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            parts = [self._row.itemAt(n) for n in range(self._row.count())]
            needed = sum(part.minimumSize().width() for part in parts if part) + 2 * AROUND + INSIDE
            across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self._row.setDirection(across if needed <= self.width() else down)
        return super().event(event)

    def _button(self, key: str, do: Do) -> Button:
        kind = Button if key in _MINUTES else OnceButton
        made = kind(_NAMES[key], "primary" if key in _PRIMARY else "")
        made.setAccessibleName(_SPOKEN.get(key, ""))
        made.clicked.connect(lambda _checked: do())
        return made


_KEYS: Mapping[Stage, str] = {
    Stage.EMPTY: _("F5 full screen · Ctrl+W close"),
    Stage.BEFORE: _("PgDn start · F5 full screen · Ctrl+W close"),
    Stage.RUNNING: _(
        "PgDn next · PgUp back · + and − five minutes · F5 full screen · Ctrl+Z undo · Ctrl+W close"
    ),
    Stage.ENDED: _("F5 full screen · Ctrl+Z undo · Ctrl+W close"),
}
