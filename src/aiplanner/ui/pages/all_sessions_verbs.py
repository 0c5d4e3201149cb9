"""What can be done with sessions, tasks and reviews beside each other; each a step of undo."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from aiplanner.app.date_words import day_notes, entry_name
from aiplanner.app.wording import day_text
from aiplanner.domain import dates
from aiplanner.domain.dates import Entry, Sort, entries, first_day_for
from aiplanner.domain.edits.days import set_day
from aiplanner.domain.edits.findings import delete_findings
from aiplanner.domain.edits.items import delete_items, duplicate_item
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.models.all_sessions import Column
from aiplanner.ui.pages.all_sessions_edits import typed, typed_label
from aiplanner.ui.pages.session_list import SessionList
from aiplanner.ui.pages.session_spoken import ordinal
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.all_sessions.month_table import later
from aiplanner.ui.widgets.announcer import announce


class DateCommands:
    """The verbs of all sessions; those of a session are `SessionList`'s."""

    def __init__(self, document: Document, services: Services, sessions: SessionList) -> None:
        self._document, self._services, self._sessions = document, services, sessions

    def choose(self, row: RowId | None) -> None:
        """Turn to the session that a row is, or stands in."""
        now = self._document.now
        item = now.rows.get(row) if row else None
        if isinstance(item, Item):
            self._sessions.show(now.session_of(item).id)
        elif row is not None:
            self._sessions.show(row)

    def take(self, row: RowId, column: int, text: str) -> str:
        """Make the edit of what was typed; why it is refused, or nothing."""
        entry = next((e for e in entries(self._document.now) if e.row == row), None)
        if entry is None:
            return ""
        what, today = Column(column), self._services.today()
        try:
            self._document.edit(
                typed_label(entry, what), lambda now: typed(now, entry, what, text, today)
            )
        except PlanError as error:
            return sentence(error)
        return ""

    def delete(self, entry: Entry | None) -> None:
        """Delete a session, a task or a review and offer the way back."""
        if entry is None:
            return
        if entry.sort is Sort.SESSION:
            self._sessions.show(entry.row)
            self._sessions.delete()
            return
        name = {"title": entry_name(entry)}

        def change(now: Programme) -> Programme:
            drop = delete_items if entry.sort is Sort.TASK else delete_findings
            return drop(now, [entry.row])

        self._document.edit(_("Delete {title}").format(**name), change)
        self._services.say(_("Deleted {title}.").format(**name), undo=True)

    def duplicate(self, entry: Entry | None) -> RowId | None:
        """Add a copy after a session or a task; its id."""
        if entry is None or entry.sort is Sort.REVIEW:
            return None
        if entry.sort is Sort.SESSION:
            self._sessions.show(entry.row)
            self._sessions.duplicate()
            return self._sessions.current
        before, new_id = self._document.now.rows, self._services.new_id
        label = _("Duplicate {title}").format(title=entry_name(entry))
        self._document.edit(label, lambda now: duplicate_item(now, entry.row, new_id))
        made = (key for key, row in self._document.now.rows.items() if isinstance(row, Item))
        return next((key for key in made if key not in before), None)

    def move(self, heard: QWidget, entry: Entry, by: int) -> None:
        """Move a session up (-1) or down (1) and say where it is now."""
        if entry.sort is not Sort.SESSION:
            announce(heard, _("Only sessions change places here; give it another date instead."))
            return
        self._sessions.show(entry.row)
        place = self._sessions.index
        self._sessions.move(by)
        if self._sessions.index == place:
            announce(heard, _("There is no further place to go."))
            return
        title, now_at = self._sessions.title(), ordinal(self._sessions.index + 1)
        announce(heard, _("{title}, now {place}").format(title=title, place=now_at))

    def nudge(self, heard: QWidget, entry: Entry, days: int) -> None:
        """Move an entry so many days on; what has no day gets a first one."""
        found = entries(self._document.now)
        first = first_day_for(found, entry.row, self._services.today())
        self.set_day(heard, entry, later(entry.day, days, first))

    def set_day(self, heard: QWidget, entry: Entry, day: date) -> None:
        """Give an entry another day and say so, with what is amiss then."""
        label = typed_label(entry, Column.DAY)
        self._document.edit(label, lambda now: set_day(now, entry.row, day))
        note = day_notes(dates.entries(self._document.now)).get(entry.row, "")
        announce(heard, ", ".join(filter(None, (entry_name(entry), day_text(day), note))))
