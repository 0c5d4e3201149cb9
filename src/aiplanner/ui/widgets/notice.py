"""The notice at the foot of a window: what just happened, with the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import ElidedLabel


class NoticeBar(QFrame):
    """Floats over the foot of its parent until it is answered, closed, or no longer true."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setProperty("ground", "notice")
        self.words = ElidedLabel()
        self._answer: Callable[[], object] | None = None
        self.answer_button = button(_("Undo"), self._on_answer)
        self.close_button = button(_("Close"), self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(BETWEEN, INSIDE, INSIDE, INSIDE)
        row.setSpacing(INSIDE)
        row.addWidget(self.words, 1)
        row.addWidget(self.answer_button)
        row.addWidget(self.close_button)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, answer: str = "", do: Callable[[], object] | None = None) -> None:
        """Show a notice and have it spoken; `answer` is the label of the button that does `do`."""
        self.words.setText(text)
        self._answer = do
        self.answer_button.setVisible(do is not None)
        if answer:
            self.answer_button.setText(answer)
        self._place()
        self.show()
        self.raise_()
        announce(self, f"{text} {answer}".strip())

    @property
    def offer(self) -> str:
        """What can be answered now, in the notice's words; empty when there is nothing."""
        return "" if self.isHidden() or self._answer is None else self.words.text()

    def answer(self) -> bool:
        """Do what the notice offers; False when it offers nothing."""
        offers = bool(self.offer)
        if offers:
            self._on_answer()
        return offers

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the parent."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        around = self._around.rect()
        self.ensurePolished()
        width = min(self.sizeHint().width() + AROUND, around.width() - 2 * AROUND)
        height = self.sizeHint().height()
        self.setGeometry(
            (around.width() - width) // 2, around.height() - height - AROUND, width, height
        )

    def _on_answer(self) -> None:
        do, self._answer = self._answer, None
        self.hide()
        if do is not None:
            do()
