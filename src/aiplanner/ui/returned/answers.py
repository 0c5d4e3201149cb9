"""The answers of one returned sheet beside their questions, each with its tick."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.returned import Said
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.labels import breakable, hairline, label
from aiplanner.ui.widgets.scroll import bring_into_sight

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_TOP = Qt.AlignmentFlag.AlignTop


class AnswerLine(QWidget):
    """A question and what was answered; a click anywhere on it ticks it."""

    def __init__(self, said: Said, below: str) -> None:
        """`below` stands under the answer: where it goes, or what became of it."""
        super().__init__()
        self.said = said
        self.tick = QCheckBox()
        answer = said.said or _("no answer")
        self.tick.setAccessibleName(
            _("{question}: {answer}").format(question=said.asked, answer=answer)
        )
        self.tick.setAccessibleDescription(said.goes)
        words = QVBoxLayout()
        words.setSpacing(2)
        role = "" if said.said else "quiet"
        words.addWidget(label(breakable(answer), role, wrap=True))
        if below:
            words.addWidget(label(below, "secondary", wrap=True))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, INSIDE, 0, INSIDE)
        row.setSpacing(INSIDE)
        row.addWidget(self.tick, 0, _TOP)
        row.addWidget(label(said.asked, "quiet", wrap=True), 2, _TOP)
        row.addSpacing(INSIDE)
        row.addLayout(words, 3)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick it, or not any more."""
        if event.button() == Qt.MouseButton.LeftButton and self.tick.isEnabled():
            self.tick.setFocus(Qt.FocusReason.MouseFocusReason)
            self.tick.click()


class _Every(QCheckBox):
    """Shows whether all, some or none are ticked; a press ticks all, or none where all are."""

    def nextCheckState(self) -> None:
        """Some is no answer."""
        all_are = self.checkState() is Qt.CheckState.Checked
        self.setCheckState(Qt.CheckState.Unchecked if all_are else Qt.CheckState.Checked)


class AnswersForm(QWidget):
    """All answers of a sheet; arrow keys walk from tick to tick."""

    ticked = Signal(object)
    """frozenset of the keys that are ticked."""

    def __init__(self, answers: Sequence[Said], ticked: frozenset[str], *, usable: bool) -> None:
        super().__init__()
        offered = [one for one in answers if one.said]
        places = {one.goes for one in offered}
        taken = len(offered) if usable else sum(one.key in ticked for one in offered)
        self.every = _Every(_every_words(taken, len(offered), places))
        self.every.setEnabled(usable and bool(offered))
        self.every.clicked.connect(self._on_every)
        self.lines = tuple(
            AnswerLine(one, _below(one, places, taken=None if usable else one.key in ticked))
            for one in answers
        )
        for tick in () if usable else (self.every, *(line.tick for line in self.lines)):
            tick.hide()
        self._lay_out()
        for line in self.lines:
            line.tick.setChecked(line.said.key in ticked)
            line.tick.setEnabled(usable and bool(line.said.said))
            line.tick.clicked.connect(self._on_ticked)
        for tick in self._ticks:
            tick.installEventFilter(self)
        self._show_every()

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the answers that are ticked."""
        return frozenset(line.said.key for line in self.lines if line.tick.isChecked())

    @property
    def here(self) -> frozenset[str]:
        """The key of the answer whose tick has the focus, if one has."""
        return frozenset(line.said.key for line in self.lines if line.tick.hasFocus())

    @property
    def text(self) -> str:
        """Questions and answers as they are read out."""
        return "\n".join(line.tick.accessibleName() for line in self.lines)

    def begin(self) -> bool:
        """Put the focus on the first tick; False where there is none."""
        if self._ticks:
            self._ticks[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(self._ticks)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down go to other answers."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() in _PLAIN:
                self._step(watched, step)
                return True
        return super().eventFilter(watched, event)

    @property
    def _ticks(self) -> list[QCheckBox]:
        """Those that can be used, in order."""
        return [one for one in (self.every, *(line.tick for line in self.lines)) if one.isEnabled()]

    def _step(self, here: QObject, step: int) -> None:
        ticks = self._ticks
        at = ticks.index(here) + step if here in ticks else 0
        if 0 <= at < len(ticks):
            ticks[at].setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(ticks[at])

    def _on_every(self) -> None:
        on = self.every.checkState() is Qt.CheckState.Checked
        for line in self.lines:
            line.tick.setChecked(on and bool(line.said.said))
        self._on_ticked()

    def _on_ticked(self) -> None:
        self._show_every()
        self.ticked.emit(self.keys)

    def _show_every(self) -> None:
        offered = {line.said.key for line in self.lines if line.said.said}
        state = Qt.CheckState.PartiallyChecked
        if not self.keys:
            state = Qt.CheckState.Unchecked
        elif self.keys == offered:
            state = Qt.CheckState.Checked
        self.every.setCheckState(state)

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, BETWEEN, 0)
        body.setSpacing(0)
        body.addWidget(self.every)
        if self.every.isHidden():
            body.addWidget(label(self.every.text(), "secondary", wrap=True))
        body.addSpacing(STEP)
        for line in self.lines:
            body.addWidget(hairline())
            body.addWidget(line)
        body.addStretch(1)


def _every_words(taken: int, count: int, places: Collection[str]) -> str:
    """The tick of all: how many, and where they go where that is one place."""
    words = ngettext("{count} answer", "All {count} answers", count)
    if taken < count:
        words = ngettext("{taken} of {count} answer", "{taken} of {count} answers", count)
    words = words.format(taken=taken, count=count)
    if len(places) != 1 or not any(places):
        return words
    return _("{answers} → {place}").format(answers=words, place=next(iter(places)))


def _below(said: Said, places: Collection[str], *, taken: bool | None) -> str:
    """Where an answer goes unless all go there; of a sheet that is taken, what became of it."""
    if not said.said:
        return ""
    if taken is False:
        return _("left out")
    if len(places) > 1:
        return _("→ {place}").format(place=said.goes)
    return ""
