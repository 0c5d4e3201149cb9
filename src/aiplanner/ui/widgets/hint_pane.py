"""The pane of the hints: on this session, on the whole cycle, what is well, what is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.hints import HintLine, LeftLine
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.buttons import button, icon_button
from aiplanner.ui.widgets.fold import Fold
from aiplanner.ui.widgets.hint_list import HintList
from aiplanner.ui.widgets.labels import hairline, label
from aiplanner.ui.widgets.left_list import LeftList
from aiplanner.ui.widgets.scroll import scrolling

_FIRST, _MORE = 12, 30
"""So many hints of each list are on show at first, and so many more each time."""


class HintPane(QFrame):
    """Shows and is walked; what to do about a hint is the business of its desk."""

    closed, gone = Signal(), Signal()
    """It should go; Escape was pressed: back to the running order."""
    shown = Signal(object)
    """The HintLines on show."""

    def __init__(self, leads: Callable[[HintLine], bool]) -> None:
        super().__init__()
        self.setProperty("ground", "panel")
        self.setAccessibleName(_("Hints"))
        self.count = label("", "secondary")
        self._most = _FIRST
        self._lines: tuple[tuple[HintLine, ...], tuple[HintLine, ...]] = ((), ())
        self.here, self.cycle = HintList(leads), HintList(leads)
        self.more = button("", self._show_more, "small-link")
        self.calm = label(_("Nothing calls for a second look."), "quiet", wrap=True)
        self.good_words = label("", "secondary", wrap=True)
        self.good = Fold(self.good_words)
        self.left_list = LeftList()
        self.left = Fold(self.left_list)
        self._here_head = label(_("This session"), "label")
        self._cycle_head = label(_("The whole cycle"), "label")
        self.close_button = icon_button(
            _("Close the hints"), "close", self.closed.emit, _("Close (Ctrl+H)")
        )
        self._lay_out()
        for hints in self.lists:
            hints.emptied.connect(self.take_focus)
            hints.passed.connect(partial(self._on_passed, hints))
        self.left_list.emptied.connect(self.take_focus)

    @property
    def lists(self) -> tuple[HintList, HintList]:
        """The hints of this session, and those of the whole cycle."""
        return self.here, self.cycle

    def show_hints(self, here: Sequence[HintLine], cycle: Sequence[HintLine]) -> None:
        """Show what speaks on this session, and what speaks on the rest."""
        total = len(here) + len(cycle)
        self.calm.setVisible(not total)
        self.count.setText(ngettext("{count} hint", "{count} hints", total).format(count=total))
        self.count.setVisible(bool(total))
        self._here_head.setVisible(bool(here))
        self._cycle_head.setVisible(bool(cycle))
        self._lines = (tuple(here), tuple(cycle))
        self._show_some()

    def _show_some(self) -> None:
        """Some of each list: nobody mends a hundred things at once."""
        shown = [lines[: self._most] for lines in self._lines]
        for hints, lines in zip(self.lists, shown, strict=True):
            hints.show_lines(lines)
        rest = sum(map(len, self._lines)) - sum(map(len, shown))
        self.more.setText(_("Show {count} more").format(count=rest))
        self.more.setVisible(bool(rest))
        self.shown.emit([line for lines in shown for line in lines])

    def _show_more(self) -> None:
        before = [len(hints.shown) for hints in self.lists]
        self._most += _MORE
        self._show_some()
        for hints, count in zip(self.lists, before, strict=True):
            if len(hints.shown) > count:
                hints.go_to(count)
                return

    def show_rest(self, good: Sequence[str], left: Sequence[LeftLine]) -> None:
        """Show what is well, and what is left as it is; both are folded at first."""
        well = ngettext("✓ {count} thing is well", "✓ {count} things are well", len(good))
        self.good.name(well.format(count=len(good)))
        self.good.setVisible(bool(good))
        self.good_words.setText("\n".join(_("✓ {words}").format(words=words) for words in good))
        as_is = ngettext("{count} left as it is", "{count} left as they are", len(left))
        self.left.name(as_is.format(count=len(left)))
        self.left_list.show_lines(left)
        self.left.setVisible(bool(left))

    def take_focus(self) -> None:
        """Go to the first hint, or to what else there is."""
        shown = next((hints for hints in self.lists if hints.shown), None)
        if shown is not None:
            shown.go_to(0)
            return
        folds = (fold.head for fold in (self.good, self.left) if not fold.isHidden())
        next(folds, self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_here(self) -> None:
        """Ask to leave the hint in focus as it is."""
        for hints in self.lists:
            hints.leave_here()

    def has_focus(self) -> bool:
        """Whether the focus is somewhere in it."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.gone.emit()
        else:
            super().keyPressEvent(event)

    def _on_passed(self, hints: HintList, step: int) -> None:
        """Up and down go on from one list to the other."""
        if step > 0 and hints is self.here:
            self.cycle.go_to(0)
        elif step < 0 and hints is self.cycle:
            self.here.go_to(len(self.here.shown) - 1)

    def _lay_out(self) -> None:
        content = QWidget()
        body = QVBoxLayout(content)
        body.setContentsMargins(INSIDE, STEP, INSIDE, BETWEEN)
        body.setSpacing(STEP)
        for head in (self._here_head, self._cycle_head, self.calm):
            head.setContentsMargins(INSIDE, INSIDE, 0, 0)
        self.good_words.setContentsMargins(INSIDE, 0, 0, 0)
        for part in (
            *(self._here_head, self.here, self._cycle_head, self.cycle, self.calm, self.more),
            *(hairline(), self.good, self.left),
        ):
            body.addWidget(part)
        body.addStretch(1)
        head_line = QHBoxLayout()
        head_line.setContentsMargins(BETWEEN, BETWEEN - STEP, INSIDE, STEP)
        head_line.setSpacing(INSIDE)
        head_line.addWidget(label(_("Hints"), "section"))
        head_line.addWidget(self.count)
        head_line.addStretch(1)
        head_line.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head_line)
        whole.addWidget(scrolling(content), 1)
