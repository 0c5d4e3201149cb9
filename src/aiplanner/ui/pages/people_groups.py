"""The groups on the People page: make them, draw them anew, move people between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.group_words import (
    MIX_NAMES,
    all_groupings,
    as_table,
    grouping_name,
    groups_text,
)
from aiplanner.domain.edits.many_people import Draw, draw_again, make_grouping
from aiplanner.domain.edits.people import delete_grouping
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.pairing import repeats
from aiplanner.domain.people import Group, Grouping, GroupingKind
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.binding import row_link
from aiplanner.ui.dialogs.new_grouping import NewGrouping
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.forms import FormField, field_row
from aiplanner.ui.pages.people_moves import GroupMoves
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.buttons import Button, button
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.menus import LINE, Entry, menu_of
from aiplanner.ui.widgets.people.group_board import GroupBoard
from aiplanner.ui.widgets.text_field import TextField


class GroupsView(QWidget):
    """One grouping at a time, one round of it at a time, as cards."""

    print_wanted = Signal()

    def __init__(self, document: Document, services: Services) -> None:
        super().__init__()
        self._document, self._services = document, services
        self._behind = True
        self.which = ChoiceField(_("Groups on show"), [])
        self.round = ChoiceField(_("Round on show"), [])
        self.make_button: Button = button(_("Make groups…"), self.make, "primary")
        self.again_button = button(
            _("Draw anew"), self.draw_again, tip=_("The same people, other groups")
        )
        self.more_button = button(_("More"), self._open_more)
        self.facts = label("", "secondary", wrap=True)
        self.board = GroupBoard(document)
        self.name_row = QWidget()
        self._renamed: RowId | None = None
        """The grouping whose name is being written."""
        self._head = QVBoxLayout()
        self.empty = EmptyState(
            _(
                "No groups yet. Say how many people sit together and whom to mix; "
                "everything can be moved by hand afterwards."
            ),
            _("Make groups…"),
            self.make,
        )
        self._lay_out()
        for field in (self.which, self.round):
            field.picked.connect(lambda _key: self._begin())
        self.board.more_wanted.connect(self.follow)
        self.moves = GroupMoves(document, self.board, self.groups_on_show)
        document.changed.connect(self._on_changed)

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """Ins makes groups; with somebody chosen Alt and arrows move them."""
        return {
            "add": self.make,
            "rename": self._rename,
            "delete": self.delete,
            "copy": self.copy,
            "move_up": lambda: self.moves.move_within(-1),
            "move_down": lambda: self.moves.move_within(1),
        }

    def arrive(self) -> None:
        """Begin with the first group, or where groups are made."""
        if self._behind:
            self.follow()
        if not self.board.arrive():
            (self.empty.button or self.make_button).setFocus()

    def show_grouping(self, key: RowId) -> None:
        """Show one grouping."""
        self.follow()
        self.which.show_key(key)
        self.follow()

    @property
    def grouping(self) -> Grouping | None:
        """The one on show."""
        row = self._document.now.rows.get(RowId(self.which.key))
        return row if isinstance(row, Grouping) else None

    def groups_on_show(self) -> list[Group]:
        """The groups of the round on show."""
        key, number = RowId(self.which.key), self._number
        return [g for g in self._document.now.groups_of(key) if g.round == number]

    # Making

    def make(self) -> NewGrouping:
        """Ask how, and make them."""
        here = self.grouping
        dialog = NewGrouping(
            self.window(),
            self._document.now,
            self._services.new_id(),
            self._seed(),
            None if here is None else here.session_id,
        )
        dialog.agreed.connect(self._make)
        dialog.open()
        return dialog

    def _make(self, grouping: Grouping, draw: Draw) -> None:
        new_id = self._services.new_id
        try:
            name = grouping_name(self._document.now, grouping)
            label_ = _("Make {name}").format(name=name)
            self._document.edit(label_, lambda now: make_grouping(now, grouping, draw, new_id))
        except PlanError as error:  # the session was deleted while the dialog was open
            self._services.say(sentence(error))
            return
        self.show_grouping(grouping.id)
        self.board.arrive()
        self._services.say(_("Made {name}.").format(name=name), undo=True)

    def draw_again(self) -> None:
        """Put the same people into other groups, as one step of undo."""
        grouping = self.grouping
        if grouping is None:
            return
        new_id, draw = self._services.new_id, Draw(self._seed())
        name = grouping_name(self._document.now, grouping)
        label_ = _("Draw {name} anew").format(name=name)
        self._document.edit(label_, lambda now: draw_again(now, grouping.id, draw, new_id))
        self._services.say(_("Drew {name} anew.").format(name=name), undo=True)

    def delete(self) -> None:
        """Delete the grouping on show; the people stay."""
        grouping = self.grouping
        if grouping is None:
            return
        name = grouping_name(self._document.now, grouping)
        label_ = _("Delete {name}").format(name=name)
        self._document.edit(label_, lambda now: delete_grouping(now, grouping.id))
        self.arrive()
        self._services.say(_("Deleted {name}.").format(name=name), undo=True)

    def copy(self) -> None:
        """Put the groups on the clipboard as a table."""
        grouping = self.grouping
        if grouping is not None:
            QGuiApplication.clipboard().setText(as_table(self._document.now, grouping))
            self._services.say(_("Copied the groups as a table."))

    def _seed(self) -> int:
        return int(self._services.new_id()[-8:], 16)

    # Showing

    @property
    def _number(self) -> int:
        key = self.round.key
        return int(key) if key.isdecimal() else 1

    def _on_changed(self) -> None:
        self._behind = True
        if self.isVisible():
            self.follow()

    def _begin(self) -> None:
        """Show other groups from the first on."""
        self.board.clear()
        self.follow()

    def follow(self) -> None:
        """Show the programme as it is now."""
        self._behind = False
        now = self._document.now
        groupings = all_groupings(now)
        _offer(self.which, [(g.id, grouping_name(now, g)) for g in groupings])
        grouping = self.grouping
        if grouping is None or grouping.id != self._renamed:
            self.name_row.hide()  # it is about other groups
        self.empty.setVisible(grouping is None)
        for widget in (self.which, self.again_button, self.more_button, self.facts, self.board):
            widget.setVisible(grouping is not None)
        self.make_button.setVisible(grouping is not None)
        if grouping is None:
            self.round.hide()
            self.board.clear()
            return
        rounds = max((group.round for group in now.groups_of(grouping.id)), default=1)
        _offer(
            self.round,
            [(str(n), _("Round {number}").format(number=n)) for n in range(1, rounds + 1)],
        )
        self.round.setVisible(grouping.kind is GroupingKind.PAIRS)
        self.which.setToolTip(self.which.currentText())
        self.board.show_groups(now, grouping, self.groups_on_show())
        self.facts.setText(_facts(now, grouping))

    def _rename(self) -> None:
        """Ask for another name of the grouping, below the choice of it."""
        grouping = self.grouping
        if grouping is None:
            return
        self.name_row.deleteLater()
        self._renamed = grouping.id
        link = row_link(grouping.id, "title", _("Rename the groups"))
        self.name_row = field_row(FormField(_("Name of these groups"), link), self._document)
        field = self.name_row.focusProxy()
        assert isinstance(field, TextField), "a name is one line"
        field.returnPressed.connect(self._end_rename)
        self._head.insertWidget(1, self.name_row)
        self.name_row.show()
        self.name_row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _end_rename(self) -> None:
        self.name_row.hide()
        self.arrive()

    def add_group(self) -> None:
        """Add an empty group to the round on show."""
        grouping = self.grouping
        if grouping is not None:
            self.moves.add_group(grouping.id, self._number, self._services.new_id())

    def _open_more(self) -> None:
        corner = self.more_button.mapToGlobal(self.more_button.rect().bottomLeft())
        entries = (
            Entry(_("&Rename"), self._rename, _("F2")),
            Entry(_("&Copy as a table"), self.copy, _("Ctrl+C")),
            Entry(_("&Add an empty group"), self.add_group),
            Entry(_("D&elete empty groups"), self.moves.drop_empty),
            Entry(_("&Print…"), self.print_wanted.emit, _("Ctrl+P")),
            LINE,
            Entry(_("&Delete these groups"), self.delete, _("Del")),
        )
        menu_of(entries, self).popup(corner)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(INSIDE)
        bar.addWidget(self.which, 2)
        bar.addWidget(self.round)
        bar.addStretch(1)
        for widget in (self.more_button, self.again_button, self.make_button):
            bar.addWidget(widget)
        self._head.addLayout(bar)
        self._head.addWidget(self.name_row)
        self._head.addWidget(self.facts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(INSIDE)
        whole.addLayout(self._head)
        whole.addWidget(self.board, 1)
        whole.addWidget(self.empty, 1)


def _offer(field: ChoiceField, answers: list[tuple[str, str]]) -> None:
    """Offer these answers; the one on show stays where it can."""
    if [(field.itemData(n), field.itemText(n)) for n in range(field.count())] == answers:
        return
    key = field.key
    field.clear()
    for one, words in answers:
        field.addItem(words, one)
    field.show_key(key)


def _facts(programme: Programme, grouping: Grouping) -> str:
    """How many groups of which sizes, drawn how, and who meets again."""
    groups = programme.groups_of(grouping.id)
    parts = [MIX_NAMES[grouping.mix]]
    if grouping.kind is GroupingKind.PAIRS:
        rounds: dict[int, list[list[RowId]]] = {}
        for group in groups:
            people = [person.id for person in programme.members_of(group.id)]
            rounds.setdefault(group.round, []).append(people)
        again = repeats(rounds.values())
        count = ngettext("{count} round", "{count} rounds", len(rounds))
        parts.insert(0, count.format(count=len(rounds)))
        if again:
            said = ngettext("{count} meeting is a repeat", "{count} meetings are repeats", again)
            parts.append(said.format(count=again))
        else:
            parts.append(_("nobody meets twice"))
    elif groups:
        parts.insert(0, groups_text([len(programme.members_of(group.id)) for group in groups]))
    return " · ".join(parts)
