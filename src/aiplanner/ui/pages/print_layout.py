"""How the Print page is laid out: choices and documents on the left, the sheet on the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.scroll import scrolling

_WIDTH, _WIDEST = 532, 572
"""Width of the column of choices in pixels at 100 % text size, and at any."""


def side_by_side(
    above: Iterable[QWidget],
    documents: QWidget,
    below: Iterable[QWidget],
    foot: QWidget,
    preview: QWidget,
) -> QSplitter:
    """A column of what is chosen, its documents taking the room there is, beside the preview.

    What is chosen scrolls where it must (large text); `foot` stays below it, always in sight.
    """
    chosen = _Chosen()
    column = QVBoxLayout(chosen)
    column.setContentsMargins(AROUND, BETWEEN + 4, AROUND, INSIDE)
    column.setSpacing(BETWEEN - 2)
    for widget in above:
        column.addWidget(widget)
    column.addWidget(documents, 1)
    for widget in below:
        column.addWidget(widget)
    panes = QSplitter(Qt.Orientation.Horizontal)
    panes.setHandleWidth(1)
    panes.setChildrenCollapsible(False)
    panes.addWidget(_over(chosen, foot))
    panes.addWidget(preview)
    panes.setStretchFactor(1, 1)
    panes.setSizes([min(fonts.scaled(_WIDTH), _WIDEST), 10_000])
    return panes


class _Chosen(QWidget):
    """Is never lower than its words need; Qt's area keeps to a height from before they wrapped."""

    def event(self, event: QEvent) -> bool:
        """Grow when there is more to say, or less room to say it in."""
        heard = super().event(event)
        layout = self.layout()
        if layout is not None and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.setMinimumHeight(layout.totalMinimumHeightForWidth(self.width()))
        return heard


def _over(chosen: QWidget, foot: QWidget) -> QWidget:
    """What scrolls above what stays, parted by a hairline as long as something is out of sight."""
    area, line = scrolling(chosen), QFrame()
    line.setProperty("ground", "line")
    line.setFixedHeight(1)
    line.hide()
    area.verticalScrollBar().rangeChanged.connect(lambda _low, high: line.setVisible(high > 0))
    left = QWidget()
    column = QVBoxLayout(left)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(area, 1)
    column.addWidget(line)
    foot.setContentsMargins(AROUND, INSIDE, AROUND, BETWEEN)
    column.addWidget(foot)
    return left


def fill(page: QWidget, content: QWidget) -> None:
    """Have the content take all of the page."""
    whole = QHBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(content)


class PrintHead(QWidget):
    """Title and figures of the page, and the way to what was printed and came back filled in."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        tip = _("Take in PDF forms that were filled in (Ctrl+Shift+F)")
        self.back = button(_("Forms that came back…"), services.open_returned, "link", tip=tip)
        self.why = label(" ", "quiet", wrap=True)
        first = QHBoxLayout()
        first.addWidget(label(_("Print"), "title"), 1)
        first.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(first)
        column.addWidget(self.why)


class NoSession(QWidget):
    """What a programme without a session can print, and the way to plan one."""

    def __init__(self, do: Callable[[], object]) -> None:
        super().__init__()
        words = _("No session is planned yet. Blank sheets can be printed already.")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(words, "quiet", wrap=True), 1)
        row.addWidget(button(_("Plan a session"), do, "link"), 0, Qt.AlignmentFlag.AlignTop)
