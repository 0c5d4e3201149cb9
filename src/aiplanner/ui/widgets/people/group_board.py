"""The groups of one round as cards side by side; moving somebody is told, not done here."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aiplanner.app.group_words import group_name
from aiplanner.domain.grouping import comers
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Group, Grouping
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.widgets.card_grid import CardGrid
from aiplanner.ui.widgets.people.group_card import GroupCard
from aiplanner.ui.widgets.scroll import scrolling


class GroupBoard(QWidget):
    """Cards follow the programme; the focus follows the person who was moved."""

    moved = Signal(object, object, int)
    """A person, the group they should be in (None: none), and their place in it (-1: last)."""
    menu_wanted = Signal(object, object, QPoint)
    """A person, the group they are in, and where the menu should open."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._keys: list[RowId] = []
        self.cards: list[GroupCard] = []
        """A card for each group, the last for those in none."""
        self.grid = CardGrid()
        self.area = scrolling(self.grid)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def show_round(self, programme: Programme, grouping: Grouping, number: int) -> None:
        """Show the groups of a round; cards stay where the groups are the same."""
        groups = [g for g in programme.groups_of(grouping.id) if g.round == number]
        if [group.id for group in groups] != self._keys or not self.cards:
            self._make(programme, groups)
        come = comers(programme, grouping.session_id)
        coming, placed = {person.id for person in come}, set[RowId]()
        for card, group in zip(self.cards, groups, strict=False):
            people = programme.members_of(group.id)
            placed |= {person.id for person in people}
            away = _("does not come")
            card.show_people([(p, p.organisation if p.id in coming else away) for p in people])
        rest = [person for person in come if person.id not in placed]
        self.cards[-1].show_people([(person, person.organisation) for person in rest])
        self.cards[-1].setVisible(bool(rest))

    def clear(self) -> None:
        """Show nothing."""
        self.grid.clear()
        self.cards, self._keys = [], []

    def focus_person(self, person: RowId) -> None:
        """Go to somebody, wherever they are now."""
        for card in self.cards:
            if card.members.choose(person):
                card.members.setFocus()
                self.area.ensureWidgetVisible(card.members)
                return

    def person_in_focus(self) -> tuple[RowId, GroupCard] | None:
        """Who is chosen in the list that has the focus."""
        for card in self.cards:
            person = card.members.person
            if card.members.hasFocus() and person is not None:
                return person, card
        return None

    def arrive(self) -> bool:
        """Put the focus on the first card with people; whether there is one."""
        for card in self.cards:
            if card.members.count():
                card.members.setFocus()
                return True
        return False

    def _make(self, programme: Programme, groups: list[Group]) -> None:
        self.clear()
        self._keys = [group.id for group in groups]
        self.setUpdatesEnabled(False)
        for number, group in enumerate(groups, 1):
            self._add(GroupCard(self._document, group, group_name(programme, group, number)))
        self._add(GroupCard(self._document, None, _("In no group yet")))
        self.setUpdatesEnabled(True)

    def _add(self, card: GroupCard) -> None:
        at = len(self.cards)
        key = None if card.group is None else card.group.id
        members = card.members
        members.shifted.connect(lambda person, by: self._shift(person, at, by))
        members.dropped.connect(lambda person, place: self.moved.emit(person, key, place))
        members.menu_wanted.connect(lambda p, place: self.menu_wanted.emit(p, key, place))
        members.left_list.connect(lambda by: self._walk(at, by))
        self.cards.append(card)
        self.grid.add(card)

    def _shift(self, person: RowId, at: int, by: int) -> None:
        """From card to card; those in no group go to the last group."""
        groups = [card.group for card in self.cards[:-1]]
        to = at + by
        if 0 <= to < len(groups):
            group = groups[to]
            assert group is not None, "only the last card stands for no group"
            self.moved.emit(person, group.id, -1)

    def _walk(self, at: int, by: int) -> None:
        """Go on with the arrow keys in the next card that has people."""
        there = range(at + by, len(self.cards) if by > 0 else -1, by)
        for n in there:
            members = self.cards[n].members
            if members.count() and self.cards[n].isVisibleTo(self):
                members.setFocus()
                members.setCurrentRow(0 if by > 0 else members.count() - 1)
                self.area.ensureWidgetVisible(members)
                return
