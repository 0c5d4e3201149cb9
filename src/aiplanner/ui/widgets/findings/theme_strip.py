"""The themes beside the stories: a story is dragged onto one, or put there by a press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.models.findings import MIME, dragged
from aiplanner.ui.tokens import STEP
from aiplanner.ui.widgets.buttons import Button, button
from aiplanner.ui.widgets.chip import Chip
from aiplanner.ui.widgets.flow import FlowLayout
from aiplanner.ui.widgets.labels import label

_MOST, _LETTERS = 12, 26
"""Themes shown, and letters of each."""


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """A theme and how many stories are in it."""

    id: RowId
    text: str
    stories: int


class ThemeChip(Chip):
    """One theme, on which stories may be dropped."""

    dropped = Signal(list)

    def __init__(self, theme: ThemeCount) -> None:
        super().__init__("")
        self.setCheckable(False)
        self.setAcceptDrops(True)
        self.theme = theme
        text = theme.text if len(theme.text) <= _LETTERS else f"{theme.text[: _LETTERS - 1]}…"
        self.setText(f"{text.replace('&', '&&')}  {theme.stories}")
        count = ngettext("{count} story", "{count} stories", theme.stories)
        said = count.format(count=theme.stories)
        self.setAccessibleName(
            _("Put in the theme {theme}, {stories}").format(theme=theme.text, stories=said)
        )
        self.setToolTip(_("Put the chosen stories in “{theme}”").format(theme=theme.text))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome findings, and show it."""
        welcome = event.mimeData().hasFormat(MIME)
        event.setAccepted(welcome)
        self.setDown(welcome)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They went on."""
        self.setDown(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them in."""
        self.setDown(False)
        event.acceptProposedAction()
        self.dropped.emit(dragged(event.mimeData()))


class ThemeStrip(QWidget):
    """Chips follow the themes; `put` tells stories (none: those chosen) and the theme."""

    put = Signal(list, str)
    """Stories that were dragged here (none: those that are chosen), and the theme's id or ""."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[ThemeCount, ...] | None = None
        self.chips: list[ThemeChip] = []
        self._flow = FlowLayout(self, STEP + 2)
        self._flow.addWidget(label(_("Themes"), "secondary"))
        self._more = label("", "secondary")
        self._flow.addWidget(self._more)
        self.other: Button = button(
            _("Put in a theme…"),
            lambda: self.put.emit([], ""),
            "small-link",
            tip=_("Type or choose a theme for the chosen stories (Ctrl+G)"),
        )
        self._flow.addWidget(self.other)

    def show_themes(self, themes: Sequence[ThemeCount]) -> None:
        """Show these; what is the same keeps its chip."""
        fresh = tuple(themes[:_MOST])
        if fresh == self._shown:
            return
        self._shown = fresh
        for old in self.chips:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.chips = [ThemeChip(theme) for theme in fresh]
        for widget in (self._more, self.other):
            self._flow.removeWidget(widget)
        for chip in self.chips:
            self._connect(chip)
        shown: tuple[QWidget, ...] = (*self.chips, self._more, self.other)
        for one in shown:
            self._flow.addWidget(one)
            one.show()
        over = len(themes) - len(fresh)
        self._more.setText(_("{count} more").format(count=over))
        self._more.setVisible(over > 0)

    def _connect(self, chip: ThemeChip) -> None:
        key = chip.theme.id
        chip.clicked.connect(lambda _checked: self.put.emit([], key))
        chip.dropped.connect(lambda ids: self.put.emit(ids, key))
