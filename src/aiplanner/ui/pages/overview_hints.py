"""Worth a look: the hints that still speak, each a way to its place, and what is satisfied."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.hints import HintLine
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.hints import Hints, Judged, jump_of
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.buttons import Button, button
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.card_grid import CardButton
from aiplanner.ui.widgets.labels import hairline, label

_FIRST = 4
"""So many hints are on show at first: nobody mends twenty things at once."""
_MORE = 20
"""So many others come each time they are asked for."""
_GOOD = 3
"""So many satisfied rules are named at first."""


class HintCard(Card):
    """Hidden while there is nothing to say; Enter or a click on a hint jumps to its place."""

    def __init__(self, hints: Hints, go: Callable[..., object]) -> None:
        super().__init__(margins=1, spacing=0)
        self._hints, self._go = hints, go
        self._most = _FIRST
        self._all_good = False
        self.rows: list[QWidget] = []
        """The hints on show, in order: buttons where there is a place to jump to."""
        self.count = label("", "secondary")
        self.more: Button = button("", self._show_more, "small-link")
        self.calm = label(_("Nothing calls for a second look."), "quiet")
        self.good = label("", "secondary", wrap=True)
        self.more_good: Button = button("", self._turn_good, "small-link")
        self._list = QVBoxLayout()
        self._lay_out()
        hints.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the rules say now; the focus stays on the hint it was on, or near it."""
        judged = self._hints.judged
        self.setVisible(judged is not None and bool(judged.lines or judged.satisfied))
        if judged is None:
            return
        focused = next((n for n, row in enumerate(self.rows) if row.hasFocus()), None)
        shown = judged.lines[: self._most]
        self._fill(judged, shown)
        if focused is not None:
            self._focus(focused)
        self._say_rest(judged, len(shown))

    def _fill(self, judged: Judged, shown: tuple[HintLine, ...]) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        self.rows = [self._row(judged, line) for line in shown]
        for row in self.rows:
            self._list.addWidget(row)
            row.show()  # otherwise only the next event does, and it could not take the focus now
        self._take_turn()

    def _take_turn(self) -> None:
        """Have Tab come to the hints in their place: made late they would be the last."""
        before = self.more.previousInFocusChain() or self.more
        while before.focusPolicy() is Qt.FocusPolicy.NoFocus:  # Qt orders nothing after these
            before = before.previousInFocusChain() or self.more
        for row in self.rows:
            QWidget.setTabOrder(before, row)
            before = row

    def _row(self, judged: Judged, line: HintLine) -> QWidget:
        jump = jump_of(judged.programme, line)
        made = CardButton(_("○ {hint}").format(hint=line.text), "", line.why, role="hint")
        made.setAccessibleName(line.text)
        if jump is None:
            made.setEnabled(False)
            return made
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(lambda _checked: self._go(*jump))
        return made

    def _focus(self, at: int) -> None:
        usable = [row for row in self.rows if row.isEnabled()]
        if usable:
            usable[min(at, len(usable) - 1)].setFocus()

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

    def _show_more(self) -> None:
        before, self._most = len(self.rows), self._most + _MORE
        self.refresh()
        self._focus(before)

    def _turn_good(self) -> None:
        self._all_good = not self._all_good
        self.refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(BETWEEN, INSIDE + 2, BETWEEN, INSIDE + 2)
        head.addWidget(label(_("Worth a look"), "section"), 1)
        head.addWidget(self.count)
        self._list.setContentsMargins(INSIDE, STEP, INSIDE, STEP)
        self._list.setSpacing(0)
        self.calm.setContentsMargins(BETWEEN, INSIDE, BETWEEN, 0)
        rest = QHBoxLayout()
        rest.setContentsMargins(BETWEEN - STEP, 0, BETWEEN, 0)
        rest.addWidget(self.more)
        rest.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(BETWEEN, STEP, BETWEEN, INSIDE + 2)
        foot.setSpacing(INSIDE)
        foot.addWidget(self.good, 1)
        foot.addWidget(self.more_good, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.add(hairline())
        self.body.addLayout(self._list)
        self.add(self.calm)
        self.body.addLayout(rest)
        self.body.addLayout(foot)
