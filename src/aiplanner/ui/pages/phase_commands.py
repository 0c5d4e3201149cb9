"""What is done with the findings of a phase: write down, move, merge, group, delete, copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from aiplanner.app.finding_counts import counted
from aiplanner.app.thread_words import text_of
from aiplanner.domain.edits.fields import set_fields, set_fields_of_all
from aiplanner.domain.edits.findings import add_findings, delete_findings, merge_findings
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import Finding, Sort
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.link import open_link
from aiplanner.ui.dialogs.put_in_theme import PutInTheme
from aiplanner.ui.dialogs.unlink import open_unlink
from aiplanner.ui.dialogs.whence import open_whence
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.models.findings import FindingsModel
from aiplanner.ui.pages.phase_edits import put_before, put_in_theme
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.findings.capture import lines_of
from aiplanner.ui.widgets.findings.table import FindingsTable
from aiplanner.ui.widgets.menus import LINE, Entry, menu_of

_LETTERS = 40
"""Letters of a finding by which it is named in what is said."""


class FindingCommands:
    """Every change is one step of undo that names what it is about."""

    def __init__(
        self, document: Document, services: Services, model: FindingsModel, table: FindingsTable
    ) -> None:
        self._document, self._services = document, services
        self._model, self._table = model, table
        table.menu_wanted.connect(self.open_menu)
        table.copy_wanted.connect(self.copy)
        table.paste_wanted.connect(self.paste)
        model.dropped.connect(self.drop)

    # Writing down

    def capture(self, texts: Sequence[str], kind: str = "") -> str:
        """Write findings down at the end of the shelf; answers why it is refused, or nothing."""
        shelf, new_id = self._model.shelf, self._services.new_id
        rows = [shelf.made(new_id(), text, kind) for text in texts]
        said = counted(shelf.sort, len(rows))
        one = _("Write down “{text}”").format(text=_short(rows[0]))
        label = _("Write down {count}").format(count=said) if len(rows) > 1 else one
        try:
            self._document.edit(label, lambda now: add_findings(now, rows))
        except PlanError as error:
            return sentence(error)
        self._table.choose_ids([rows[-1].id])
        if len(rows) > 1:
            self._services.say(_("Wrote down {count}.").format(count=said), undo=True)
        else:
            total = counted(shelf.sort, self._model.rowCount())
            announce(self._table, _("Written down: {count}.").format(count=total))
        return ""

    def paste(self) -> None:
        """Write down every line of the text on the clipboard."""
        lines = lines_of(QGuiApplication.clipboard().text())
        if lines and (why := self.capture(lines)):
            self._services.say(why)

    def take(self, row: RowId, _column: int, text: str) -> str:
        """Take the text of a finding that was edited in its place; why it is refused, or ""."""
        label = _("Change “{text}”").format(text=self._named(row))
        try:
            self._document.edit(label, lambda now: set_fields(now, row, text=text))
        except PlanError as error:
            return sentence(error)
        return ""

    # Order

    def move(self, by: int) -> None:
        """Move what is chosen one place up (-1) or down (1); beyond its kind it takes the next."""
        ids = self._table.ids
        rows = [row for row in map(self._model.row_of, ids) if row is not None]
        if not rows:
            return
        beside = min(rows) - 1 if by < 0 else max(rows) + 1
        if not 0 <= beside < self._model.rowCount():
            announce(self._table, _("There is no further place to go."))
            return
        neighbour = self._model.finding(beside)
        if self._kind(self._model.finding(rows[0])) != self._kind(neighbour):
            before = self._before(beside + 1 if by < 0 else beside, ids)
        else:
            before = self._before(beside if by < 0 else beside + 1, ids)
        self._put(ids, before, neighbour)

    def drop(self, ids: Sequence[RowId], row: int) -> None:
        """Put what was dragged before the row of that number."""
        neighbour = self._model.finding(min(row, self._model.rowCount() - 1))
        self._put(list(ids), self._before(row, ids), neighbour)

    def _put(self, ids: Sequence[RowId], before: RowId | None, beside: Finding) -> None:
        shelf = self._model.shelf
        kind = self._kind(beside)
        moved = [row for row in map(self._document.now.rows.get, ids) if isinstance(row, Finding)]
        turns = bool(shelf.kind) and any(self._kind(row) != kind for row in moved)
        facts = {shelf.kind: kind} if turns else None
        label = self._label(ids, _("Move “{text}”"), _("Move {count}"))
        self._document.edit(label, lambda now: put_before(now, ids, before, facts))
        self._table.choose_ids(ids)
        place = self._model.row_of(ids[0])
        said = _("{text} is number {place} of {count} now.").format(
            text=self._named(ids[0]), place=(place or 0) + 1, count=self._model.rowCount()
        )
        words = dict(shelf.answers).get(str(kind), "") if turns else ""
        announce(self._table, f"{said} {words}".strip())

    def _before(self, row: int, ids: Sequence[RowId]) -> RowId | None:
        """The first finding from a row on that does not move itself."""
        moving = frozenset(ids)
        rest = (key for key in self._model.ids[max(row, 0) :] if key not in moving)
        return next(rest, None)

    def _kind(self, row: Finding) -> object:
        kind = self._model.shelf.kind
        return getattr(row, kind) if kind else None

    # Together and away

    def merge(self) -> None:
        """Make one finding of those that are chosen: the first keeps its words."""
        ids = self._table.ids
        if len(ids) < 2:
            self._services.say(_("Choose the ones that say the same, then merge them."))
            return
        said = counted(self._model.shelf.sort, len(ids))
        label = _("Merge {count}").format(count=said)
        self._document.edit(label, lambda now: merge_findings(now, ids[0], ids[1:]))
        self._table.choose_ids(ids[:1])
        text = self._named(ids[0])
        self._services.say(
            _("Merged {count} into “{text}”.").format(count=said, text=text), undo=True
        )

    def delete(self) -> None:
        """Delete what is chosen; from a list of themes it is taken off the list."""
        ids, shelf = self._table.ids, self._model.shelf
        if not ids:
            return
        row = self._model.row_of(ids[0]) or 0
        if shelf.only:
            self._take_off(ids)
        else:
            said = self._label(ids, _("Deleted “{text}”."), _("Deleted {count}."))
            label = self._label(ids, _("Delete “{text}”"), _("Delete {count}"))
            self._document.edit(label, lambda now: delete_findings(now, ids))
            self._services.say(said, undo=True)
        self._table.choose(row)

    def _take_off(self, ids: Sequence[RowId]) -> None:
        """The themes stay; they are not on this list any more."""
        shelf = self._model.shelf
        facts = {name: not value for name, value in shelf.only.items()}
        said = self._label(ids, _("“{text}”"), "{count}")
        label = _("Take {what} off “{shelf}”").format(what=said, shelf=shelf.name)
        self._document.edit(label, lambda now: set_fields_of_all(now, ids, **facts))
        told = _("Took {what} off “{shelf}”; it is still among the themes.")
        self._services.say(told.format(what=said, shelf=shelf.name), undo=True)

    def copy(self) -> None:
        """Put the texts of what is chosen on the clipboard, one a line."""
        rows = [row for row in map(self._model.row_of, self._table.ids) if row is not None]
        if rows:
            QGuiApplication.clipboard().setText(
                "\n".join(self._model.line(row).text for row in rows)
            )
            said = counted(self._model.shelf.sort, len(rows))
            announce(self._table, _("Copied {count}.").format(count=said))

    # Themes

    def ask_theme(self) -> None:
        """Ask into which theme the chosen stories are put."""
        ids = self._table.ids
        if self._model.shelf.sort is not Sort.STORY or not ids:
            self._services.say(_("Choose stories first: they are put in a theme together."))
            return
        what = self._label(ids, _("“{text}”"), "{count}")
        themes = [" ".join(theme.text.split()) for theme in self._document.now.themes]
        dialog = PutInTheme(self._table.window(), what, themes)
        dialog.agreed.connect(lambda name: self.put_in(ids, name))
        dialog.open()

    def put_in(self, ids: Sequence[RowId], name: str, theme: RowId | None = None) -> None:
        """Put stories in a theme, or in the one of that name."""
        key = theme or self._services.new_id()
        what = self._label(ids, _("“{text}”"), "{count}")
        label = _("Put {what} in “{theme}”").format(what=what, theme=name)
        try:
            self._document.edit(label, lambda now: put_in_theme(now, ids, name, key))
        except PlanError as error:
            self._services.say(sentence(error))
            return
        self._table.setFocus()
        told = _("{what} is in “{theme}” now.") if len(ids) == 1 else _("{what} are in “{theme}”.")
        self._services.say(told.format(what=what, theme=name), undo=True)

    # The thread

    def _here(self) -> RowId | None:
        """The finding the cursor is on; where there is none, that is said."""
        here = self._table.current
        if here is None:
            self._services.say(_("Choose a finding in the list first."))
        return here

    def tie(self) -> None:
        """Ask for the finding that this one grew from, or that grew from it."""
        if here := self._here():
            open_link(self._table.window(), self._document, self._services, here)

    def whence(self) -> None:
        """Tell where the finding came from, and what became of it."""
        if here := self._here():
            open_whence(self._table.window(), self._document, self._services, here)

    def untie(self) -> None:
        """Ask which of its ties shall go."""
        here, window = self._here(), self._table.window()
        if here and not open_unlink(window, self._document, self._services, here):
            self._services.say(_("It is tied to nothing."))

    def show_thread(self) -> None:
        """Turn to the thread at this finding."""
        if here := self._here():
            self._services.go("thread", here)

    # The menu

    def open_menu(self, place: QPoint) -> None:
        """What can be done with what is chosen."""
        ids = self._table.ids
        some, story = bool(ids), self._model.shelf.sort is Sort.STORY
        entries = [
            Entry(_("&Edit"), self._table.begin_here, _("F2"), some),
            Entry(_("&Copy"), self.copy, _("Ctrl+C"), some),
            Entry(_("&Paste a list"), self.paste, _("Ctrl+V")),
            LINE,
            Entry(_("Move u&p"), lambda: self.move(-1), _("Alt+Up"), some),
            Entry(_("Move do&wn"), lambda: self.move(1), _("Alt+Down"), some),
            Entry(_("&Merge"), self.merge, _("Ctrl+Shift+M"), len(ids) > 1),
        ]
        if story:
            entries.append(Entry(_("Put in a &theme…"), self.ask_theme, _("Ctrl+G"), some))
        entries += [
            LINE,
            Entry(_("T&ie to another…"), self.tie, _("Ctrl+Shift+G"), len(ids) == 1),
            Entry(_("&Untie…"), self.untie, usable=len(ids) == 1),
            Entry(_("W&here it came from…"), self.whence, usable=len(ids) == 1),
            Entry(_("&Show in the thread"), self.show_thread, usable=len(ids) == 1),
            Entry(_("Type in &what came back…"), self._services.open_tally, _("Ctrl+R")),
            Entry(_("&Forms that came back…"), self._services.open_returned, _("Ctrl+Shift+F")),
            Entry(_("Photos of the wal&l…"), self._services.open_photos, _("Ctrl+Shift+R")),
        ]
        off = _("&Take off this list") if self._model.shelf.only else _("&Delete")
        menu_of([*entries, LINE, Entry(off, self.delete, _("Del"), some)], self._table).popup(place)

    def _named(self, key: RowId) -> str:
        row = self._document.now.rows.get(key)
        return _short(row) if isinstance(row, Finding) else ""

    def _label(self, ids: Sequence[RowId], one: str, many: str) -> str:
        if len(ids) > 1:
            return many.format(count=counted(self._model.shelf.sort, len(ids)))
        return one.format(text=self._named(ids[0]))


def _short(row: Finding) -> str:
    text = text_of(row)
    return text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1]}…"
