"""Cut, copy and paste items: within the program whole, elsewhere as a table or plain text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtWidgets import QApplication

from aiplanner.app.agenda_text import agenda_html, agenda_text
from aiplanner.app.clip_cells import to_html, to_tsv
from aiplanner.app.clip_reading import Pasteable, read_text
from aiplanner.app.clip_table import table_of
from aiplanner.app.interchange import from_json, to_compact
from aiplanner.domain.edits.clips import clipped, pasted, taken
from aiplanner.domain.edits.items import delete_items
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_places import end_of, place_after
from aiplanner.ui.pages.session_choice import Choice
from aiplanner.ui.pages.session_spoken import added_at, counted_items
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.running_order.view import RunningOrderView

MIME = "application/x-aiplanner-items+json"
"""Items with all they hold, as a programme file of one session."""
_MOST_TOLD = 3


class ClipboardCommands:
    """The three keys everybody knows, for rows; open fields keep them for their words."""

    def __init__(
        self,
        document: Document,
        services: Services,
        model: RunningOrderModel,
        view: RunningOrderView,
    ) -> None:
        self._document, self._services = document, services
        self._model, self._view = model, view
        self._choice = Choice(document, view)

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """The keys of these verbs; while a field is open they are about what is in it."""
        verbs = {"cut": self.cut, "copy": self.copy, "paste": self.paste}
        rows = {key: partial(self._unless_writing, do) for key, do in verbs.items()}
        return {**rows, "copy_agenda": self.copy_agenda}

    def copy_agenda(self) -> None:
        """Put what participants may know of the session on the clipboard, as text and a table."""
        now, session = self._document.now, self._model.session_id
        if session is None:
            return
        shown = now.get(session, Session)
        data = QMimeData()
        data.setText(agenda_text(now, shown))
        data.setHtml(agenda_html(now, shown))
        QApplication.clipboard().setMimeData(data)
        self._services.say(_("Copied the agenda, without private notes. Paste it into a mail."))

    def copy(self) -> None:
        """Put what is chosen on the clipboard."""
        items = self._copied()
        if items:
            told = _("Copied {what}.")
            announce(self._view, told.format(what=counted_items(self._document.now, items)))

    def cut(self) -> None:
        """Put what is chosen on the clipboard and take it out."""
        items, row = self._copied(), self._view.currentIndex().row()
        if items:
            told = _("Cut {what}.").format(what=counted_items(self._document.now, items))
            label = self._choice.named(items, _("Cut {title}"), _("Cut {count} items"))
            self._document.edit(label, lambda now: delete_items(now, items))
            self._view.choose(row)
            self._services.say(told, undo=True)

    def paste(self) -> None:
        """Put what is on the clipboard below the line in focus, and choose it."""
        try:
            found = self._found()
            if found is None or not clipped(found.clip):
                self._tell(_("Nothing that can be pasted is on the clipboard."))
                return
            self._put(found)
        except PlanError as error:
            self._services.say(sentence(error))

    def _unless_writing(self, do: Callable[[], object]) -> None:
        if self._view.editor is None:
            do()

    def _copied(self) -> list[RowId]:
        items, now = self._choice.items(), self._document.now
        if not items:
            self._tell(_("Choose an item first."))
            return []
        cells = table_of(now, items)
        data = QMimeData()
        data.setData(MIME, QByteArray(to_compact(taken(now, items))))
        data.setText(to_tsv(cells))
        data.setHtml(to_html(cells))
        QApplication.clipboard().setMimeData(data)
        return items

    def _found(self) -> Pasteable | None:
        data = QApplication.clipboard().mimeData()
        if data is None:
            return None
        if data.hasFormat(MIME):
            return Pasteable(from_json(bytes(data.data(MIME).data())))
        head, new_id = self._document.now.head, self._services.new_id
        return read_text(data.text(), data.html(), head, new_id)

    def _put(self, found: Pasteable) -> None:
        now, session, line = self._document.now, self._model.session_id, self._choice.line
        if session is None:
            return
        beside = place_after(now, line) if line is not None else None
        place, new_id = beside or end_of(now, session), self._services.new_id
        items = clipped(found.clip)
        names = [item.id for item in items]
        label = _("Paste {what}").format(what=counted_items(found.clip, names))
        self._document.edit(
            label, lambda plan: pasted(plan, found.clip, place.parent, place.index, new_id)
        )
        after = self._document.now
        new = after.items_of(place.parent)[place.index : place.index + len(items)]
        self._view.choose_all([item.id for item in new])
        if found.unclear:
            self._services.say(_unclear_text(len(new), found), undo=True)
        elif len(new) == 1:
            self._tell(added_at(after, new[0], self._model.clock))
        else:
            self._tell(_("Pasted {what}.").format(what=counted_items(after, [i.id for i in new])))

    def _tell(self, words: str) -> None:
        announce(self._view, words)


def _unclear_text(count: int, found: Pasteable) -> str:
    """What was pasted, and what of it could not be read as what its column means."""
    pieces = [
        _("“{text}” in row {row}").format(text=one.text, row=one.row)
        for one in found.unclear[:_MOST_TOLD]
    ]
    if len(found.unclear) > _MOST_TOLD:
        more = len(found.unclear) - _MOST_TOLD
        pieces.append(ngettext("{count} more", "{count} more", more).format(count=more))
    told = ngettext(
        "Pasted {count} item. Not clear, and kept in the private notes: {cells}.",
        "Pasted {count} items. Not clear, and kept in the private notes: {cells}.",
        count,
    )
    return told.format(count=count, cells=", ".join(pieces))
