"""The head of a pile of paper: which sheet, of which session, gathered how; remembered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from aiplanner.app.tally import Pile, likely_session
from aiplanner.app.tally_sheets import SHEET_NAMES, Sheet, keeps_session
from aiplanner.app.wording import short_day_text
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import BETWEEN, STEP
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.word_field import WordField

_WAYS = (_("paired interview"), _("told to the group"), _("written alone"), _("told afterwards"))


class PileHead(QWidget):
    """Chosen once a pile; `changed` when it is another pile now."""

    changed = Signal()

    def __init__(self, document: Document, services: Services) -> None:
        super().__init__()
        self._document, self._services = document, services
        sheets = [(sheet.value, name) for sheet, name in SHEET_NAMES.items()]
        self.sheet = ChoiceField(_("Sheet"), sheets)
        self.session = ChoiceField(_("Session"), session_answers(document.now))
        self.gathered = WordField(_("How it was gathered"), _WAYS, _WAYS[0])
        self._gathered_name = label(self.gathered.accessibleName(), "label")
        self._session_name = label(self.session.accessibleName(), "label")
        self._lay_out()
        self._recall()
        self._show_what_counts()
        self.sheet.picked.connect(self._on_picked)
        self.session.picked.connect(self._on_picked)
        self.gathered.left.connect(self._keep)

    @property
    def pile(self) -> Pile:
        """What was chosen."""
        sheet = Sheet(self.sheet.key)
        session = RowId(self.session.key) if keeps_session(sheet) and self.session.key else None
        way = " ".join(self.gathered.text().split()) if sheet is Sheet.STORY else ""
        return Pile(sheet, session, way)

    def choose(self, sheet: Sheet | None, session: RowId | None) -> None:
        """Turn to another pile; None leaves it."""
        if sheet is not None:
            self.sheet.show_key(sheet.value)
        if session is not None:
            self.session.show_key(session)
        self._on_picked()

    def follow_sessions(self) -> None:
        """Offer the sessions that there are now."""
        self.session.offer(session_answers(self._document.now))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(BETWEEN)
        grid.setVerticalSpacing(STEP)
        names = label(self.sheet.accessibleName(), "label"), self._session_name, self._gathered_name
        fields = self.sheet, self.session, self.gathered
        for column, (name, field) in enumerate(zip(names, fields, strict=True)):
            name.setBuddy(field)
            field.setAccessibleName(name.text())
            grid.addWidget(name, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)

    def _show_what_counts(self) -> None:
        sheet = Sheet(self.sheet.key)
        self._session_name.setVisible(keeps_session(sheet))
        self.session.setVisible(keeps_session(sheet))
        self._gathered_name.setVisible(sheet is Sheet.STORY)
        self.gathered.setVisible(sheet is Sheet.STORY)

    def _recall(self) -> None:
        words, now = self._services.settings.word, self._document.now
        sheet = words(self._kept("sheet"), Sheet.STORY)
        self.sheet.show_key(sheet if sheet in tuple(Sheet) else Sheet.STORY)
        likely = likely_session(now, self._services.today()) or ""
        session = words(self._kept("session"), likely)
        self.session.show_key(session if session in now.rows or not session else likely)
        self.gathered.setText(words(self._kept("gathered"), _WAYS[0]))

    def _keep(self) -> None:
        keep = self._services.settings.keep_word
        for name, word in (
            ("sheet", self.sheet.key),
            ("session", self.session.key),
            ("gathered", self.gathered.text()),
        ):
            keep(self._kept(name), word)

    def _kept(self, name: str) -> str:
        return f"tally-{self._document.now.id}-{name}"

    def _on_picked(self) -> None:
        self._show_what_counts()
        self._keep()
        self.changed.emit()


def session_answers(programme: Programme) -> list[tuple[str, str]]:
    """That it is not known, also where the session is gone meanwhile; then all sessions."""
    named = []
    for number, session in enumerate(programme.sessions, 1):
        day = "" if session.day is None else short_day_text(session.day)
        title = session.title or _("Session {number}").format(number=number)
        named.append((str(session.id), " · ".join(part for part in (title, day) if part)))
    return [("", _("not known")), *named]
