"""Move people between the groups on show; every move is one step of undo and is spoken."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint

from aiplanner.app.group_words import group_name
from aiplanner.domain.edits.people import add_group, delete_groups, leave_group, move_member
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Group, Person
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.document import Document
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.menus import LINE, Entry, menu_of
from aiplanner.ui.widgets.people.group_board import GroupBoard


class GroupMoves:
    """By dragging, by keys, by a menu; `on_show` answers the groups of the round on show."""

    def __init__(
        self, document: Document, board: GroupBoard, on_show: Callable[[], list[Group]]
    ) -> None:
        self._document, self._board, self._on_show = document, board, on_show
        board.moved.connect(self.move)
        board.menu_wanted.connect(self._open_menu)

    def move(self, person_id: RowId, group_id: RowId | None, place: int = -1) -> None:
        """Put somebody in a group (None: in none), at a place in it (-1: last)."""
        now = self._document.now
        if person_id not in now.rows:  # dragged from another window
            return
        person = now.get(person_id, Person)
        if group_id is None:
            self._take_out(person)
            return
        name = self._name(now.get(group_id, Group))
        label = _("Move {person} to {group}").format(person=person.name, group=name)
        at = None if place < 0 else self._place(person_id, group_id, place)
        self._document.edit(label, lambda plan: move_member(plan, person_id, group_id, at))
        self._board.focus_person(person_id)
        count = len(self._document.now.members_of(group_id))
        said = ngettext(
            "{person} is in {group} now, with {count} person in all.",
            "{person} is in {group} now, with {count} people in all.",
            count,
        )
        announce(self._board, said.format(person=person.name, group=name, count=count))

    def move_within(self, by: int) -> None:
        """Move who is in focus up (-1) or down (1) in their group."""
        found = self._board.person_in_focus()
        group = None if found is None else found[1].group
        if found is None or group is None:
            return
        people = [person.id for person in self._document.now.members_of(group.id)]
        at = people.index(found[0]) + by
        if not 0 <= at < len(people):
            announce(self._board, _("There is no further place to go."))
            return
        label = _("Move {person} in {group}").format(
            person=self._document.now.get(found[0], Person).name, group=self._name(group)
        )
        self._document.edit(label, lambda now: move_member(now, found[0], group.id, at))
        self._board.focus_person(found[0])
        said = _("Number {place} of {count}.")
        announce(self._board, said.format(place=at + 1, count=len(people)))

    def add_group(self, grouping: RowId, number: int, key: RowId) -> None:
        """Add an empty group to a round."""
        group = Group(key, grouping, 0, round=number)
        self._document.edit(_("Add a group"), lambda now: add_group(now, group))
        said = _("{group} is there now, still empty.").format(group=self._name(group))
        announce(self._board, said)

    def drop_empty(self) -> None:
        """Delete the groups on show that nobody is in."""
        now = self._document.now
        empty = [group.id for group in self._on_show() if not now.members_of(group.id)]
        if not empty:
            announce(self._board, _("No group is empty."))
            return
        self._document.edit(_("Delete the empty groups"), lambda now: delete_groups(now, empty))
        said = ngettext("Deleted {count} empty group.", "Deleted {count} empty groups.", len(empty))
        announce(self._board, said.format(count=len(empty)))

    def _place(self, person: RowId, group: RowId, place: int) -> int:
        """A place between people as they stand, counted without who is moved."""
        people = [one.id for one in self._document.now.members_of(group)]
        return place - (person in people and people.index(person) < place)

    def _take_out(self, person: Person) -> None:
        inside = self._group_of(person.id)
        if inside is None:
            return
        label = _("Take {person} out of {group}").format(
            person=person.name, group=self._name(inside)
        )
        self._document.edit(label, lambda now: leave_group(now, person.id, inside.id))
        self._board.focus_person(person.id)
        announce(self._board, _("{person} is in no group now.").format(person=person.name))

    def _open_menu(self, person: RowId, inside: RowId | None, place: QPoint) -> None:
        entries = [
            Entry(
                _("To {group}").format(group=group_name(self._document.now, group, n)),
                lambda key=group.id: self.move(person, key),  # type: ignore[misc]  # mypy knows no defaults of lambdas
                usable=group.id != inside,
            )
            for n, group in enumerate(self._on_show(), 1)
        ]
        out = Entry(
            _("Out of the group"), lambda: self.move(person, None), usable=inside is not None
        )
        menu_of([*entries, LINE, out], self._board).popup(place)

    def _group_of(self, person: RowId) -> Group | None:
        now = self._document.now
        holds = (
            group
            for group in self._on_show()
            if any(one.id == person for one in now.members_of(group.id))
        )
        return next(holds, None)

    def _name(self, group: Group) -> str:
        ids = [one.id for one in self._on_show()]
        return group_name(self._document.now, group, ids.index(group.id) + 1)
