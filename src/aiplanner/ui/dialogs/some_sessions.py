"""Ask which sessions are meant, where it is neither one nor all."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from aiplanner.app.wording import day_text
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.tokens import STEP
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.scroll import scrolling

_LETTERS = 48
"""Most letters of a title that stand beside its box."""
_ROWS = 12
"""From so many sessions on the list scrolls."""


class SomeSessions(DialogFrame):
    """`agreed` tells the sessions that are ticked, in the order of the plan; at least one."""

    agreed = Signal(tuple)

    def __init__(
        self, parent: QWidget, sessions: Sequence[Session], chosen: Collection[RowId]
    ) -> None:
        super().__init__(parent, _("Which sessions?"), _("Tick those that the pack is for."))
        self.boxes: dict[RowId, QCheckBox] = {}
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        for number, session in enumerate(sessions, 1):
            box = self.boxes[session.id] = QCheckBox(_row_words(number, session))
            box.setToolTip(session.title)
            box.setChecked(session.id in chosen)
            box.toggled.connect(lambda _on: self._say(""))
            column.addWidget(box)
        self.says = label("", "refusal", wrap=True)
        self.body.addWidget(rows if len(sessions) <= _ROWS else scrolling(rows), 1)
        self.body.addWidget(self.says)
        self.add_answer(button(_("Cancel"), self.reject))
        self.choose = button(_("Choose these"), self._agree, "primary")
        self.choose.setDefault(True)
        self.add_answer(self.choose)
        self._say("")
        first = next((box for box in self.boxes.values() if box.isChecked()), None)
        (first or next(iter(self.boxes.values()))).setFocus()

    def _agree(self) -> None:
        chosen = tuple(key for key, box in self.boxes.items() if box.isChecked())
        if not chosen:
            self._say(_("No session is ticked. Tick at least one, or press Cancel."))
            return
        self.accept()
        self.agreed.emit(chosen)

    def _say(self, sentence: str) -> None:
        if sentence == self.says.text() and sentence:
            return
        self.says.setText(sentence)
        self.says.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence, urgent=True)
            self.fit_screen()


def _row_words(number: int, session: Session) -> str:
    """As "Session 2 · Tue 12 Jan 2027 · What gives life here", the title cut where it is long."""
    title = session.title.strip()
    short = title if len(title) <= _LETTERS else title[: _LETTERS - 1].rstrip() + "…"
    day = "" if session.day is None else day_text(session.day)
    told = (_("Session {number}").format(number=number), day, short)
    return " · ".join(part for part in told if part).replace("&", "&&")
