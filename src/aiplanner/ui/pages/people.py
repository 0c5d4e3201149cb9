"""The people of a programme: who takes part, who leads, and the groups they work in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Group, Grouping, Person
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui import fonts
from aiplanner.ui.document import Document
from aiplanner.ui.models.people import PeopleModel
from aiplanner.ui.page import Page
from aiplanner.ui.pages.people_commands import PeopleCommands
from aiplanner.ui.pages.people_groups import GroupsView
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card import Card, on_card
from aiplanner.ui.widgets.choice_row import ChoiceRow
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.labels import ElidedLabel
from aiplanner.ui.widgets.page_header import PageHeader
from aiplanner.ui.widgets.people.table import PeopleTable

_ROOM_FOR_WHY = 760
"""Pixels at 100 % text size."""
EVERYBODY, GROUPS = "everybody", "groups"


class PeoplePage(Page):
    """Two views: the table of everybody, and the groups."""

    def __init__(
        self, document: Document, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._services = document, services
        self.model = PeopleModel(document, services.new_id, self)
        self.table = PeopleTable(self.model)
        self.commands = PeopleCommands(document, services, self.model, self.table)
        self.groups = GroupsView(document, services)
        self.header = PageHeader(
            _("People"), _("Who takes part, who leads, and the groups they work in.")
        )
        self.views = ChoiceRow(_("View"), [(EVERYBODY, _("Everybody")), (GROUPS, _("Groups"))])
        self.totals = ElidedLabel(role="secondary")
        self.plan_button = button("", self._plan_for, "small-link")
        self.paste_button = button(_("Paste a list…"), self.commands.paste)
        self.file_button = button(_("Import a file…"), self.commands.ask_file)
        self.empty = EmptyState(
            _(
                "Nobody is listed yet. Paste the names from an e-mail or a spreadsheet, "
                "or type them one after the other."
            ),
            _("Paste a list…"),
            self.commands.paste,
            "primary",
        )
        self.empty.offer(_("Import a file…"), self.commands.ask_file)
        self.empty.offer(_("Type the first name"), self._begin_typing)
        self._card: Card = on_card(self.table)
        self._typing = False
        self._lay_out()
        self.views.chosen.connect(self._turn)
        self.groups.print_wanted.connect(self._print_groups)
        document.changed.connect(self._follow)
        self._follow()

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """What keys do in the view on show."""
        if self.views.current == GROUPS:
            return self.groups.verbs()
        return {
            "add": self._begin_typing,
            "rename": self.table.begin_here,
            "duplicate": self.commands.duplicate,
            "delete": self.commands.delete,
            "copy": self.commands.copy,
            "paste": self.commands.paste,
            "move_up": lambda: self.commands.move(-1),
            "move_down": lambda: self.commands.move(1),
        }

    def show_row(self, row_id: RowId) -> None:
        """Show a person, or the grouping that a row belongs to."""
        row = self._document.now.rows.get(row_id)
        if isinstance(row, Group):
            row_id, row = row.grouping_id, self._document.now.rows.get(row.grouping_id)
        if isinstance(row, Grouping):
            self._turn(GROUPS)
            self.groups.show_grouping(row_id)
        elif isinstance(row, Person):
            self._turn(EVERYBODY)
            self.table.choose_people([row_id])

    def arrive(self) -> None:
        """Begin in the table, or where a list is pasted."""
        if self.views.current == GROUPS:
            self.groups.arrive()
        elif not self.empty.isHidden() and self.empty.button is not None:
            self.empty.button.setFocus()
        else:
            if not self.table.currentIndex().isValid():
                self.table.choose(0, None)
            self.table.setFocus()

    def leave(self) -> None:
        """Take what is still being typed."""
        self.table.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the title stands alone."""
        super().resizeEvent(event)
        self.header.why.setVisible(self.width() >= fonts.scaled(_ROOM_FOR_WHY))

    def _turn(self, view: str) -> None:
        self.table.finish()
        self.views.choose(view)
        self._stack.setCurrentIndex(int(view == GROUPS))
        self._follow()
        self.verbs_changed.emit()
        self.arrive()

    def _begin_typing(self) -> None:
        self._typing = True
        self._follow()
        self.table.begin_new()

    def _print_groups(self) -> None:
        self._services.go("print", document="group-lists")

    # Showing

    def _follow(self) -> None:
        now = self._document.now
        some = bool(now.people)
        self.empty.setVisible(not some and not self._typing)
        self._card.setVisible(some or self._typing)
        self._foot.setVisible(some)
        for widget in (self.paste_button, self.file_button):
            widget.setVisible(self.views.current == EVERYBODY and self.empty.isHidden())
        self.totals.setText(_totals(now))
        self._offer_plan(now)

    def _offer_plan(self, now: Programme) -> None:
        """Where another number is planned for, offer the one that the list has."""
        count = sum(1 for person in now.people if person.takes_part)
        planned = now.head.people
        self.plan_button.setVisible(bool(count) and planned != count)
        if planned is None:
            words = ngettext("Plan for {count} person", "Plan for {count} people", count)
        else:
            words = ngettext(
                "Plan for {count} person, not {planned}",
                "Plan for {count} people, not {planned}",
                count,
            )
        self.plan_button.setText(words.format(count=count, planned=planned))

    def _plan_for(self) -> None:
        now = self._document.now
        count = sum(1 for person in now.people if person.takes_part)
        label_ = ngettext("Plan for {count} person", "Plan for {count} people", count)
        self._document.edit(
            label_.format(count=count), lambda plan: set_fields(plan, plan.id, people=count)
        )
        said = ngettext(
            "Copies and materials are counted for {count} person now.",
            "Copies and materials are counted for {count} people now.",
            count,
        )
        self._services.say(said.format(count=count), undo=True)

    def _lay_out(self) -> None:
        for widget in (self.views, self.file_button, self.paste_button):
            self.header.add_action(widget)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(INSIDE)
        foot.addWidget(self.totals, 1)
        foot.addWidget(self.plan_button)
        everybody = QWidget()
        body = QVBoxLayout(everybody)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(INSIDE)
        body.addWidget(self._card, 1)
        body.addWidget(self.empty, 1)
        body.addWidget(self._foot)
        self._stack = QStackedWidget()
        self._stack.addWidget(everybody)
        self._stack.addWidget(self.groups)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(AROUND, BETWEEN, AROUND, BETWEEN)
        whole.setSpacing(BETWEEN)
        whole.addWidget(self.header)
        whole.addWidget(self._stack, 1)


def _totals(programme: Programme) -> str:
    """How many people, of how many organisations, in which parts, and what stays private."""
    people = programme.people
    places = {" ".join(p.organisation.split()).casefold() for p in people} - {""}
    coming = sum(1 for person in people if person.takes_part)
    leading = sum(1 for person in people if person.facilitates)
    core = sum(1 for person in people if person.core_team)
    counted = (
        (len(people), _("{count} listed")),
        (coming, ngettext("{count} takes part", "{count} take part", coming)),
        (len(places), ngettext("{count} organisation", "{count} organisations", len(places))),
        (core, _("{count} in the core team")),
        (leading, ngettext("{count} facilitates", "{count} facilitate", leading)),
    )
    parts = [words.format(count=count) for count, words in counted if count]
    private = _("Access needs and notes are private: not printed unless you ask.")
    return " · ".join(parts) + ".  " + private
