"""After the day: planned and real times side by side, and the real ones as the plan from now on."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from aiplanner.app.real_times import real_times, real_times_text
from aiplanner.domain.edits.on_the_day import forget_run, use_real_minutes
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.document import Document
from aiplanner.ui.models.real_times import RealTimesModel
from aiplanner.ui.room.real_times_table import RealTimesTable
from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card import on_card
from aiplanner.ui.widgets.labels import label


class RealTimes(DialogFrame):
    """What is taken over changes the plan at once; undo takes it back step by step."""

    def __init__(self, parent: QWidget, document: Document, session_id: RowId) -> None:
        why = _("How long each item really took. What you take over is planned from now on.")
        super().__init__(parent, _("Planned and real times"), why, width=860)
        self._document, self._session_id = document, session_id
        self.model = RealTimesModel()
        self._show()
        self.table = RealTimesTable(self.model)
        self.done_words = label("", "secondary")
        self.use = button("", self._use_one)
        self.use_all = button(_("Use all"), self._use_all)
        self.copy = button(_("Copy as text"), self._copy, icon="copy")
        self.forget = button(_("Forget these times"), self._forget, "link")
        self.leave = button(_("Close"), self.accept, "primary")
        self._lay_out()
        self.table.taken.connect(self._use_one)
        self.table.selectionModel().currentChanged.connect(self._offer)
        document.changed.connect(self._on_changed)
        self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()
        self._offer()

    def _lay_out(self) -> None:
        self.body.addWidget(on_card(self.table), 1)
        row = QHBoxLayout()
        row.setSpacing(INSIDE)
        row.addWidget(self.use)
        row.addWidget(self.use_all)
        row.addWidget(self.done_words, 1)
        self.body.addLayout(row)
        self.answers.insertWidget(0, self.forget)
        self.answers.insertWidget(1, self.copy)
        self.add_answer(self.leave)

    def _show(self) -> None:
        self.model.show(real_times(self._document.now, self._session_id))

    def _on_changed(self) -> None:
        if self._session_id not in self._document.now.rows:  # deleted by somebody else
            self.reject()
            return
        self._show()
        self._offer()

    def _offer(self) -> None:
        """Name on the buttons what they do for the row in focus, and for all."""
        line = self.model.line(self.table.currentIndex())
        offer = "" if line is None else line.offer
        self.use.setText(offer or _("Use its minutes from now on"))
        self.use.setEnabled(bool(offer))
        self.use_all.setEnabled(bool(self._offered))

    @property
    def _offered(self) -> tuple[RowId, ...]:
        lines = self.model.lines
        return tuple(line.item_id for line in lines if line.offered and line.item_id is not None)

    def _use_one(self) -> None:
        line = self.model.line(self.table.currentIndex())
        if line is not None and line.offered and line.item_id is not None:
            self._take((line.item_id,))

    def _use_all(self) -> None:
        self._take(self._offered)
        self.table.setFocus()

    def _take(self, items: tuple[RowId, ...]) -> None:
        self._document.edit(
            _("Plan as long as it really took"), lambda now: use_real_minutes(now, items)
        )
        said = ngettext(
            "{count} item is planned as long as it took. Undo takes it back.",
            "{count} items are planned as long as they took. Undo takes it back.",
            len(items),
        )
        self._tell(said.format(count=len(items)))

    def _copy(self) -> None:
        text = real_times_text(self._document.now, self._session_id)
        QGuiApplication.clipboard().setText(text)
        self._tell(_("Copied. Paste it into a spreadsheet or a letter."))

    def _forget(self) -> None:
        self._document.edit(
            _("Forget how the session went"), lambda now: forget_run(now, self._session_id)
        )
        self.accept()

    def _tell(self, words: str) -> None:
        self.done_words.setText(words)
        announce(self, words)
