"""Worth a look: the hints that still speak, what is satisfied, and what is left as it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.hints import LeftLine
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.hint_desk import HintDesk
from aiplanner.ui.hints import Hints, Judged
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.buttons import Button, button
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.fold import Fold
from aiplanner.ui.widgets.hint_list import HintList
from aiplanner.ui.widgets.labels import hairline, label
from aiplanner.ui.widgets.left_list import LeftList

_FIRST = 4
"""So many hints are on show at first: nobody mends twenty things at once."""
_MORE = 20
"""So many others come each time they are asked for."""
_GOOD = 3
"""So many satisfied rules are named at first."""


class HintCard(Card):
    """Hidden while there is nothing to say; Enter or a click on a hint jumps to its place."""

    def __init__(self, hints: Hints, desk: HintDesk) -> None:
        super().__init__(margins=1, spacing=0)
        self._hints = hints
        self._most = _FIRST
        self._all_good = False
        self.hints = HintList(lambda line: desk.place_of(line) is not None)
        self.count = label("", "secondary")
        self.more: Button = button("", self._show_more, "small-link")
        self.calm = label(_("Nothing calls for a second look."), "quiet")
        self.good = label("", "secondary", wrap=True)
        self.more_good: Button = button("", self._turn_good, "small-link")
        self.left_list = LeftList()
        self.left = Fold(self.left_list)
        self._lay_out()
        self.hints.followed.connect(desk.follow)
        self.hints.mended.connect(desk.mend)
        self.hints.left.connect(desk.leave)
        self.left_list.wanted.connect(desk.bring_back)
        for emptied in (self.hints.emptied, self.left_list.emptied):
            emptied.connect(self.take_focus)
        hints.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the rules say now; the focus stays on the hint it was on, or near it."""
        judged = self._hints.judged
        there = judged is not None and (judged.lines or judged.satisfied or judged.left)
        self.setVisible(bool(there))
        if judged is None:
            return
        shown = judged.lines[: self._most]
        self._say_rest(judged, len(shown))
        self._say_left(judged.left)
        self.hints.show_lines(shown)
        self._hints.find_mends(shown)

    def take_focus(self) -> None:
        """Go to the first hint, or to what else there is."""
        if self.hints.shown:
            self.hints.go_to(0)
            return
        others = (self.left.head, self.more_good)
        for control in others:
            if control.isVisible():
                control.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _say_rest(self, judged: Judged, shown: int) -> None:
        hints, good = len(judged.lines), judged.satisfied
        said = ngettext("{count} hint", "{count} hints", hints).format(count=hints)
        self.count.setText(said if hints else "")
        self.calm.setVisible(not hints)
        self.more.setText(_("Show {count} more").format(count=min(hints - shown, _MORE)))
        self.more.setVisible(hints > shown)
        named = good if self._all_good else good[:_GOOD]
        self.good.setText("   ".join(_("✓ {words}").format(words=words) for words in named))
        self.good.setVisible(bool(good))
        rest = _("and {count} more").format(count=len(good) - len(named))
        self.more_good.setText(_("show fewer") if self._all_good else rest)
        self.more_good.setVisible(len(good) > _GOOD)

    def _say_left(self, left: Sequence[LeftLine]) -> None:
        words = ngettext("{count} left as it is", "{count} left as they are", len(left))
        self.left.name(words.format(count=len(left)))
        self.left_list.show_lines(left)
        self.left.setVisible(bool(left))

    def _show_more(self) -> None:
        before, self._most = len(self.hints.shown), self._most + _MORE
        self.refresh()
        self.hints.go_to(before)

    def _turn_good(self) -> None:
        self._all_good = not self._all_good
        self.refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(BETWEEN, INSIDE + 2, BETWEEN, INSIDE + 2)
        head.addWidget(label(_("Worth a look"), "section"), 1)
        head.addWidget(self.count)
        self.hints.setContentsMargins(INSIDE, STEP, INSIDE, STEP)
        self.calm.setContentsMargins(BETWEEN, INSIDE, BETWEEN, 0)
        self.body.addLayout(head)
        self.add(hairline())
        self.add(self.hints)
        self.add(self.calm)
        self.body.addLayout(_inset(self.more))
        foot = QHBoxLayout()
        foot.setContentsMargins(BETWEEN, STEP, BETWEEN, INSIDE + 2)
        foot.setSpacing(INSIDE)
        foot.addWidget(self.good, 1)
        foot.addWidget(self.more_good, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(foot)
        self.body.addLayout(_inset(self.left))


def _inset(widget: QWidget) -> QVBoxLayout:
    """A line of the card that begins where its words do."""
    row = QVBoxLayout()
    row.setContentsMargins(BETWEEN - STEP, 0, BETWEEN, STEP)
    row.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
    return row
