"""The groups of one round as cards side by side; moving somebody is told, not done here."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aiplanner.app.group_words import group_name
from aiplanner.domain.grouping import comers
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Group, Grouping, Person
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.document import Document
from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.buttons import Button, button
from aiplanner.ui.widgets.card_grid import CardGrid
from aiplanner.ui.widgets.people.group_card import GroupCard
from aiplanner.ui.widgets.scroll import scrolling

_AT_ONCE = 48
"""Cards made at a time: more take longer to draw than anybody waits."""


class GroupBoard(QWidget):
    """Cards follow the programme; the focus follows the person who was moved."""

    moved = Signal(object, object, int)
    """A person, the group they should be in (None: none), and their place in it (-1: last)."""
    menu_wanted = Signal(object, object, QPoint)
    """A person, the group they are in, and where the menu should open."""
    more_wanted = Signal()
    """Further cards should be shown."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._keys: list[RowId] = []
        self._most = _AT_ONCE
        self.rest = GroupCard(document, None, _("In no group yet"))
        self.cards: list[GroupCard] = []
        """A card for each group that is shown."""
        self.grid = CardGrid()
        self.more: Button = button("", self._show_more, "link")
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(INSIDE)
        for widget in (self.rest, self.grid, self.more):
            body.addWidget(widget)
        body.addStretch(1)
        self.area = scrolling(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self._connect(self.rest)

    def show_groups(self, programme: Programme, grouping: Grouping, groups: list[Group]) -> None:
        """Show the groups of a round; cards stay where the groups are the same."""
        shown = groups[: self._most]
        if [group.id for group in shown] != self._keys:
            self._make(programme, shown)
        come = comers(programme, grouping.session_id)
        coming = {person.id for person in come}
        for card, group in zip(self.cards, shown, strict=True):
            card.show_people(_told(programme.members_of(group.id), coming))
        placed = {p.id for group in groups for p in programme.members_of(group.id)}
        rest = [person for person in come if person.id not in placed]
        self.rest.show_people(_told(rest, coming))
        self.rest.setVisible(bool(rest))
        hidden = len(groups) - len(shown)
        words = ngettext("Show {count} more group", "Show {count} more groups", hidden)
        self.more.setText(words.format(count=hidden))
        self.more.setVisible(hidden > 0)

    def clear(self) -> None:
        """Show nothing, and few at first after that."""
        self._most = _AT_ONCE
        self._drop()

    def focus_person(self, person: RowId) -> None:
        """Go to somebody, wherever they are now."""
        for card in self._all:
            if card.members.choose(person):
                self._go_to(card)
                return

    def person_in_focus(self) -> tuple[RowId, GroupCard] | None:
        """Who is chosen in the list that has the focus."""
        for card in self._all:
            person = card.members.person
            if card.members.hasFocus() and person is not None:
                return person, card
        return None

    def arrive(self) -> bool:
        """Put the focus on the first card with people; whether there is one."""
        found = next((card for card in self._all if card.members.count()), None)
        if found is not None:
            self._go_to(found)
        return found is not None

    @property
    def _all(self) -> list[GroupCard]:
        """Every card, from top to bottom."""
        return [self.rest, *self.cards]

    def _go_to(self, card: GroupCard) -> None:
        card.members.setFocus()
        self.area.ensureWidgetVisible(card)

    def _show_more(self) -> None:
        first = len(self.cards)
        self._most += len(self.cards)
        self.more_wanted.emit()
        if first < len(self.cards):
            self._go_to(self.cards[first])

    def _make(self, programme: Programme, groups: list[Group]) -> None:
        kept = {card.group.id: card for card in self.cards if card.group is not None}
        more = [group.id for group in groups[: len(self._keys)]] == self._keys
        if not more:
            self._drop()
        fresh = [
            GroupCard(self._document, group, group_name(programme, group, number))
            for number, group in enumerate(groups, 1)
            if not (more and group.id in kept)
        ]
        self._keys = [group.id for group in groups]
        for card in fresh:
            self._connect(card)
        self.cards += fresh
        self.grid.add(*fresh)

    def _drop(self) -> None:
        self.grid.clear()
        self.cards, self._keys = [], []

    def _connect(self, card: GroupCard) -> None:
        key, members = card.group and card.group.id, card.members
        members.shifted.connect(lambda person, by: self._shift(person, card, by))
        members.dropped.connect(lambda person, place: self.moved.emit(person, key, place))
        members.menu_wanted.connect(lambda p, place: self.menu_wanted.emit(p, key, place))
        members.left_list.connect(lambda by: self._walk(card, by))

    def _shift(self, person: RowId, card: GroupCard, by: int) -> None:
        """From card to card; those in no group come into the first."""
        to = self._all.index(card) + by
        if 0 < to < len(self._all):
            group = self._all[to].group
            assert group is not None, "only the first card stands for no group"
            self.moved.emit(person, group.id, -1)

    def _walk(self, card: GroupCard, by: int) -> None:
        """Go on with the arrow keys in the next card that has people."""
        at = self._all.index(card)
        there = self._all[at + 1 :] if by > 0 else self._all[:at][::-1]
        for other in there:
            if other.members.count():
                self._go_to(other)
                other.members.setCurrentRow(0 if by > 0 else other.members.count() - 1)
                return


def _told(
    people: list[Person] | tuple[Person, ...], coming: set[RowId]
) -> list[tuple[Person, str]]:
    """People with what stands beside their names: where they are from, or that they stay away."""
    away = _("does not come")
    return [(p, p.organisation if p.id in coming else away) for p in people]
