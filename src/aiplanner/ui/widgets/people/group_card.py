"""One group as a card: its name, its room, its people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy

from aiplanner.domain.people import Group, Grouping, GroupingKind, Person
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.binding import bind_text, row_link
from aiplanner.ui.document import Document
from aiplanner.ui.tokens import INSIDE, STEP
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.people.members import Members
from aiplanner.ui.widgets.text_field import TextField


class GroupCard(Card):
    """`group` is None on the card of those who are in no group."""

    def __init__(self, document: Document, group: Group | None, name: str) -> None:
        super().__init__(margins=INSIDE, spacing=STEP)
        self.group = group
        self.count: QLabel = label("", "secondary")
        self.members = Members(name)
        head = QHBoxLayout()
        self.title_field: TextField | None = None
        if group is None:
            head.addWidget(label(name, "strong"), 1)
        else:
            self.title_field = TextField(_("Name of {group}").format(group=name), name)
            self.title_field.setProperty("look", "bare")
            self.title_field.setProperty("role", "strong")
            rename = _("Rename {group}").format(group=name)
            bind_text(self.title_field, document, row_link(group.id, "title", rename))
            head.addWidget(self.title_field, 1)
        head.addWidget(self.count)
        self.body.addLayout(head)
        if group is not None and not _is_pair(document, group):
            room = TextField(_("Room of {group}").format(group=name), _("Room or table"))
            room.setProperty("look", "bare")
            bind_text(room, document, row_link(group.id, "room", room.accessibleName()))
            self.body.addWidget(room)
        self.add(self.members)
        self.body.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_people(self, people: Sequence[tuple[Person, str]]) -> None:
        """Show who is in it, each with a fact."""
        self.members.show_people(people)
        count = len(people)
        said = ngettext("{count} person", "{count} people", count).format(count=count)
        self.count.setText(said)


def _is_pair(document: Document, group: Group) -> bool:
    """Pairs find a place of their own."""
    return document.now.get(group.grouping_id, Grouping).kind is GroupingKind.PAIRS
