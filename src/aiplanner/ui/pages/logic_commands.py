"""What is done to entries of the logic model: add, write, move, tie, delete, take over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication

from aiplanner.app.logic_words import (
    PART_HEADINGS,
    Proposal,
    beginnings,
    entries,
    logic_text,
    notes_of,
    proposals,
)
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import add_finding, delete_findings
from aiplanner.domain.edits.logic import put_in_part, stand_on, stands_on
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import Action, LogicNote, LogicPart, Statement
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.dialogs.stands_on import StandsOn
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.logic.board import LogicBoard
from aiplanner.ui.widgets.logic.entry_writing import EntryWriting
from aiplanner.ui.widgets.logic.part_section import PartSection
from aiplanner.ui.widgets.menus import LINE, Entry, below, menu_of

_PARTS = tuple(LogicPart)
_WORDS = 70
"""Characters of an entry from the plan that a line of a menu shows."""


class LogicCommands:
    """Every change is one step of undo; what moved is told by its new place."""

    def __init__(self, document: Document, services: Services, board: LogicBoard) -> None:
        self._document, self._services, self._board = document, services, board
        self.writing = EntryWriting(board, self._write)
        self.writing.closed.connect(board.go_to)
        for section in board:
            self._connect(section)

    def _connect(self, section: PartSection) -> None:
        part, shown = section.part, section.list
        section.next_field.captured.connect(lambda texts: self.add(part, texts))
        section.dropped.connect(lambda key, place: self._drop(key, part, place))
        section.proposals_wanted.connect(lambda: self.offer(part))
        shown.shifted.connect(self._shift)
        shown.writing_wanted.connect(self.write)
        shown.deleting_wanted.connect(self.delete)
        shown.tying_wanted.connect(self.tie)
        shown.menu_wanted.connect(self._open_menu)

    # Adding

    def add(self, part: LogicPart, texts: Sequence[str]) -> None:
        """Add entries to a part, one a text; the field stays open for the next."""
        made = [Proposal(part, text) for text in texts]
        if self._add(made):
            self._board.sections[part].next_field.clear()

    def offer(self, part: LogicPart) -> None:
        """Open a menu of what the plan holds for a part."""
        section = self._board.sections[part]
        found = [one for one in proposals(self._document.now) if one.part is part]
        lines = [
            Entry(_shortened(one.text), lambda one=one: self._take([one]))  # type: ignore[misc]  # mypy knows no defaults of lambdas
            for one in found
        ]
        everything = Entry(_("All of them"), lambda: self._take(found), usable=len(found) > 1)
        corner = section.offer.mapToGlobal(section.offer.rect().bottomLeft())
        menu_of([*lines, LINE, everything], section).popup(corner)

    def take_all(self) -> None:
        """Take what the plan holds for a model to begin with."""
        self._take(beginnings(self._document.now))

    def _take(self, found: Sequence[Proposal]) -> None:
        if found and self._add(found):
            count = len(found)
            said = ngettext("Added {count} entry.", "Added {count} entries.", count)
            self._services.say(said.format(count=count), undo=True)

    def _add(self, found: Sequence[Proposal]) -> bool:
        """Whether the plan took them; what it refuses is said."""
        rows = [(LogicNote(self._services.new_id(), 0, p.part, p.text), p.ground) for p in found]

        def added(now: Programme) -> Programme:
            for row, ground in rows:
                now = add_finding(now, row)
                now = stand_on(now, row.id, [ground]) if ground else now
            return now

        count = len(rows)
        label = ngettext("Add an entry", "Add {count} entries", count).format(count=count)
        try:
            self._document.edit(label, added)
        except PlanError as error:
            self._services.say(sentence(error))
            return False
        if count == 1:
            announce(self._board, self._place_words(rows[0][0].id))
        return True

    # Writing in place

    def write(self, entry: RowId) -> None:
        """Open the field of an entry over its place."""
        section = self._board.holder(entry)
        if section is None:
            return
        place = section.list.place_of(section.model.row_of(entry) or 0)
        corner = section.list.viewport().mapTo(self._board, place.topLeft())
        name = _("Entry of {part}").format(part=PART_HEADINGS[section.part])
        note = self._document.now.get(entry, LogicNote)
        self.writing.begin(entry, name, note.text, QRect(corner, place.size()))

    def _write(self, entry: RowId, typed: str) -> str:
        text = " ".join(typed.split())
        if not text:
            return _("An entry needs words. Esc leaves it as it was; then Del deletes it.")
        label = _("Change an entry")
        try:
            self._document.edit(label, lambda now: set_fields(now, entry, text=text))
        except PlanError as error:
            return sentence(error)
        return ""

    # Moving

    def move(self, by: int) -> None:
        """Move the entry that has the focus one place up (-1) or down (1)."""
        chosen = self._board.chosen()
        if chosen is not None:
            self._shift(chosen[1], 0, by)

    def _shift(self, entry: RowId, parts: int, places: int) -> None:
        note = self._document.now.get(entry, LogicNote)
        mates = [one.id for one in notes_of(self._document.now, note.kind)]
        at = _PARTS.index(note.kind) + parts
        place = mates.index(entry) + places
        if not 0 <= at < len(_PARTS) or (places and not 0 <= place < len(mates)):
            announce(self._board, _("There is no further place to go."))
        else:
            end = len(self._document.now.logic)
            self._put(entry, _PARTS[at], end if parts else place)

    def _drop(self, entry: RowId, part: LogicPart, place: int) -> None:
        """A place between entries as they stand, counted without the one that is dragged."""
        row = self._document.now.rows.get(entry)
        if isinstance(row, LogicNote):
            mates = [one.id for one in notes_of(self._document.now, part)]
            before = entry in mates and mates.index(entry) < place
            self._put(entry, part, place - before)

    def _put(self, entry: RowId, part: LogicPart, place: int) -> None:
        label = _("Move an entry")
        self._document.edit(label, lambda now: put_in_part(now, entry, part, place))
        self._board.go_to(entry)
        announce(self._board, self._place_words(entry))

    def _place_words(self, entry: RowId) -> str:
        note = self._document.now.get(entry, LogicNote)
        mates = [one.id for one in notes_of(self._document.now, note.kind)]
        said = _("{text}: number {place} of {count} in {part}.")
        place = mates.index(entry) + 1
        part = PART_HEADINGS[note.kind]
        return said.format(text=note.text, place=place, count=len(mates), part=part)

    # Deleting, copying, tying

    def delete(self, entry: RowId) -> None:
        """Delete an entry; the focus goes on to the next, or to where one is added."""
        section = self._board.holder(entry)
        if section is None:
            return
        row, text = section.model.row_of(entry) or 0, self._document.now.get(entry, LogicNote).text
        section.next_field.setFocus()  # the list goes with its last entry
        self._document.edit(_("Delete an entry"), lambda now: delete_findings(now, [entry]))
        if section.model.entries:
            section.list.setFocus()
            section.list.choose(row)
        said = _("Deleted “{text}”.").format(text=_shortened(text))
        self._services.say(said, undo=True)

    def copy_all(self) -> None:
        """Copy the whole model as text."""
        QGuiApplication.clipboard().setText(logic_text(entries(self._document.now)))
        self._services.say(_("Copied the logic model as text."))

    def tie(self, entry: RowId) -> StandsOn:
        """Ask on what an entry stands."""
        now = self._document.now
        there: tuple[Statement | Action, ...] = (*now.statements, *now.actions)
        ground = [row for row in there if row.text.strip()]
        ticked = {row.id for row in stands_on(now, entry)}
        text = now.get(entry, LogicNote).text
        dialog = StandsOn(self._board.window(), text, ground, ticked)
        dialog.agreed.connect(lambda chosen: self._tie(entry, chosen))
        dialog.finished.connect(lambda _result: self._board.go_to(entry))
        dialog.open()
        return dialog

    def _tie(self, entry: RowId, chosen: Sequence[RowId]) -> None:
        label = _("Change what an entry stands on")
        try:
            self._document.edit(label, lambda now: stand_on(now, entry, chosen))
        except PlanError as error:  # a colleague deleted it meanwhile
            self._services.say(sentence(error))

    def _open_menu(self, entry: RowId, place: QPoint) -> None:
        now = self._document.now
        some, do = bool(now.statements or now.actions), partial(self._while_there, entry)
        section = self._board.holder(entry)
        menu = menu_of(
            [
                Entry(_("Change"), do(lambda: self.write(entry)), "F2"),
                Entry(_("Stands on…"), do(lambda: self.tie(entry)), "L", usable=some),
                LINE,
                Entry(_("Move up"), do(lambda: self._shift(entry, 0, -1)), "Alt+↑"),
                Entry(_("Move down"), do(lambda: self._shift(entry, 0, 1)), "Alt+↓"),
            ],
            self._board,
        )
        others = [part for part in _PARTS if section is None or part is not section.part]
        below(menu, _("Move to"), [self._to(entry, part) for part in others])
        menu.addSeparator()
        gone = menu.addAction(_("Delete"))
        gone.triggered.connect(do(lambda: self.delete(entry)))
        menu.popup(place)

    def _to(self, entry: RowId, part: LogicPart) -> Entry:
        end = len(self._document.now.logic)
        put = self._while_there(entry, lambda: self._put(entry, part, end))
        return Entry(PART_HEADINGS[part], put)

    def _while_there(self, entry: RowId, do: Callable[[], object]) -> Callable[[], None]:
        """Does it, unless a colleague deleted the entry while its menu was open: that is said."""

        def done() -> None:
            if isinstance(self._document.now.rows.get(entry), LogicNote):
                do()
            else:
                self._services.say(sentence(PlanError("row-gone")))

        return done


def _shortened(text: str) -> str:
    return text if len(text) <= _WORDS else text[: _WORDS - 1].rstrip() + "…"
