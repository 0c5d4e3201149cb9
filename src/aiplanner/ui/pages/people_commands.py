"""What the keys do with the people chosen: add, copy, duplicate, delete, move, take a list in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from aiplanner.app.list_cells import MOST_BYTES, Sheet, cells_of_file
from aiplanner.app.ports import WorldError
from aiplanner.domain.edits.many_people import add_people
from aiplanner.domain.edits.people import add_person, delete_people, move_person, set_absent
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Person
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui import file_dialogs
from aiplanner.ui.dialogs.people_list import PeopleList
from aiplanner.ui.document import Document
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.models.people import PeopleModel
from aiplanner.ui.models.people_cells import Column
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.menus import LINE, Entry, menu_of
from aiplanner.ui.widgets.people.table import PeopleTable

LISTS = file_dialogs.FileKind("csv", _("Lists (*.csv *.tsv *.txt)"), _("Save the list"))
_COPIED = (Column.NAME, Column.ORGANISATION, Column.JOB, Column.CORE, Column.CONTACT)
"""What is copied for other programs: nothing private."""


class PeopleCommands:
    """Every change is one step of undo that names who it is about."""

    def __init__(
        self, document: Document, services: Services, model: PeopleModel, table: PeopleTable
    ) -> None:
        self._document, self._services = document, services
        self._model, self._table = model, table
        table.menu_wanted.connect(self.open_menu)
        table.away_wanted.connect(self.ask_away)
        table.paste_wanted.connect(self.paste)
        table.copy_wanted.connect(self.copy)

    def duplicate(self) -> None:
        """Add somebody like the first who is chosen, below them."""
        chosen = self._table.chosen()
        if not chosen:
            return
        person = self._document.now.get(chosen[0], Person)
        copy = replace(person, id=self._services.new_id())
        at = self._people().index(person.id) + 1
        label = _("Duplicate {name}").format(name=person.name)
        self._document.edit(label, lambda now: add_person(now, copy, at))
        self._table.choose_people([copy.id])
        announce(self._table, _("{name} is here twice now.").format(name=person.name))

    def delete(self) -> None:
        """Delete those who are chosen."""
        chosen = self._table.chosen()
        if not chosen:
            return
        label = self._named(chosen, _("Delete {name}"), _("Delete {count} people"))
        said = self._named(chosen, _("Deleted {name}."), _("Deleted {count} people."))
        row = self._model.row_of(chosen[0]) or 0
        self._document.edit(label, lambda now: delete_people(now, chosen))
        self._table.choose(row)
        self._services.say(said, undo=True)

    def move(self, by: int) -> None:
        """Move those who are chosen one place up (-1) or down (1)."""
        chosen, people = self._table.chosen(), self._people()
        if not chosen:
            return
        places = [people.index(person) for person in chosen]
        if min(places) + by < 0 or max(places) + by >= len(people):
            announce(self._table, _("There is no further place to go."))
            return
        label = self._named(chosen, _("Move {name}"), _("Move {count} people"))
        steps = list(zip(chosen, places, strict=True))[:: -1 if by > 0 else 1]

        def moved(now: Programme) -> Programme:
            for person, place in steps:
                now = move_person(now, person, place + by)
            return now

        self._document.edit(label, moved)
        self._table.choose_people(chosen)
        said = _("{name} is number {place} of {count} now.")
        name = self._document.now.get(chosen[0], Person).name
        place = places[0] + by + 1
        announce(self._table, said.format(name=name, place=place, count=len(people)))

    def copy(self) -> None:
        """Put those who are chosen on the clipboard, without what is private."""
        rows = [self._model.row_of(person) for person in self._table.chosen()]
        lines = [self._model.line(row) for row in rows if row is not None]
        if lines:
            cells = ("\t".join(line.words(column) for column in _COPIED) for line in lines)
            QGuiApplication.clipboard().setText("\n".join(cells))
            said = ngettext("Copied {count} person.", "Copied {count} people.", len(lines))
            announce(self._table, said.format(count=len(lines)))

    # Lists

    def paste(self) -> None:
        """Show what the list on the clipboard would add."""
        dialog = self.ask_list()
        text = QGuiApplication.clipboard().text()
        if text.strip():
            dialog.show_text(text)

    def ask_list(self, sheet: Sheet | None = None, name: str = "") -> PeopleList:
        """Ask for a list, or show one that was read from a file."""
        dialog = PeopleList(
            self._table.window(), self._document.now.people, self._services.new_id, sheet, name
        )
        dialog.agreed.connect(self._add)
        dialog.open()
        return dialog

    def ask_file(self) -> None:
        """Ask for a file with a list."""
        file_dialogs.ask_open(self._table.window(), self._services.settings, self.read, LISTS)

    def read(self, path: Path) -> None:
        """Read a list from a file and show what it would add."""
        self._services.jobs.start(
            lambda _ticket: _sheet(path),
            lambda sheet: self.ask_list(sheet, path.name),
            self._on_unread,
            owner=self._table,
        )

    def _on_unread(self, error: BaseException) -> None:
        if not is_known(error):
            raise error
        self._services.say(sentence(error))

    def _add(self, people: list[Person]) -> None:
        count = len(people)
        label = ngettext("Add {count} person", "Add {count} people", count).format(count=count)
        try:
            self._document.edit(label, lambda now: add_people(now, people))
        except PlanError as error:
            self._services.say(sentence(error))
            return
        self._table.choose_people([people[0].id])
        self._table.setFocus()
        said = ngettext("Added {count} person.", "Added {count} people.", count)
        self._services.say(said.format(count=count), undo=True)

    # Menus

    def ask_away(self, person_id: RowId, place: QPoint) -> None:
        """Offer the sessions, ticked where the person does not come."""
        now = self._document.now
        entries = [
            Entry(
                _("{number}  {title}").format(
                    number=number, title=session.title or _("Without a title")
                ),
                lambda key=session.id: self._turn_away(person_id, key),  # type: ignore[misc]  # mypy knows no defaults of lambdas
                on=person_id in now.absent_from(session.id),
            )
            for number, session in enumerate(now.sessions, 1)
        ]
        if not entries:
            announce(self._table, _("There are no sessions yet."))
            return
        menu_of(entries, self._table).popup(place)

    def _turn_away(self, person_id: RowId, session_id: RowId) -> None:
        now = self._document.now
        absent = person_id not in now.absent_from(session_id)
        name = now.get(person_id, Person).name
        label = (_("{name} is away") if absent else _("{name} comes")).format(name=name)
        self._document.edit(
            label, lambda plan: set_absent(plan, session_id, [person_id], absent=absent)
        )
        announce(self._table, label)

    def open_menu(self, place: QPoint) -> None:
        """What can be done with those who are chosen."""
        some = bool(self._table.chosen())
        entries = (
            Entry(_("&Add somebody"), self._table.begin_new, _("Ins")),
            Entry(_("&Paste a list…"), self.paste, _("Ctrl+V")),
            Entry(_("&Import a file…"), self.ask_file),
            LINE,
            Entry(_("&Edit"), self._table.begin_here, _("F2"), some),
            Entry(_("D&uplicate"), self.duplicate, _("Ctrl+D"), some),
            Entry(_("&Copy"), self.copy, _("Ctrl+C"), some),
            Entry(_("Move u&p"), lambda: self.move(-1), _("Alt+Up"), some),
            Entry(_("Move do&wn"), lambda: self.move(1), _("Alt+Down"), some),
            LINE,
            Entry(_("&Delete"), self.delete, _("Del"), some),
        )
        menu_of(entries, self._table).popup(place)

    def _people(self) -> list[RowId]:
        return [person.id for person in self._document.now.people]

    def _named(self, people: list[RowId], one: str, many: str) -> str:
        if len(people) > 1:
            return many.format(count=len(people))
        return one.format(name=self._document.now.get(people[0], Person).name)


def _sheet(path: Path) -> Sheet:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)  # what is larger is refused, not read to its end
    except OSError as error:
        raise WorldError("file-unreadable", file=path.name, what=error.strerror) from error
    return cells_of_file(data, path.name)
