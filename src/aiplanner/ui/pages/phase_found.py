"""The room "What we found": a choice of shelf, quick capture, and the list that follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.finding_counts import counted
from aiplanner.domain.cycle import Phase
from aiplanner.domain.delta import Delta
from aiplanner.domain.findings import Finding, Link, Sort, Story, Theme
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.document import Document
from aiplanner.ui.models.finding_shelves import SHELVES, Shelf, shelf_name, shelf_of
from aiplanner.ui.models.findings import FindingsModel
from aiplanner.ui.pages.phase_commands import FindingCommands
from aiplanner.ui.pages.phase_heads import GuideHead, ReviewHead
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import icon_button
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.choice_row import ChoiceRow
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.findings.capture import CaptureField
from aiplanner.ui.widgets.findings.table import FindingsTable
from aiplanner.ui.widgets.findings.theme_strip import ThemeCount, ThemeStrip
from aiplanner.ui.widgets.labels import ElidedLabel, hairline, label

_LEAST = 178
"""Pixels of the list at 100 % text size, below which the page scrolls instead."""
_COUNT = 70
"""Pixels at 100 % text size that are left for the count at least."""


class FoundRoom(Card):
    """Everything is written down here; the pane at the side tells the rest."""

    chosen = Signal()
    """Another finding is chosen, or another shelf is on show."""

    def __init__(
        self, document: Document, services: Services, phase: Phase, today: Callable[[], date]
    ) -> None:
        super().__init__(margins=0, spacing=0)
        self._document, self._services, self._phase = document, services, phase
        self.shelves = {shelf.key: shelf for shelf in SHELVES[phase]}
        first = SHELVES[phase][0]
        self.model = FindingsModel(document, first, self)
        self.table = FindingsTable(self.model, self._take)
        self.commands = FindingCommands(document, services, self.model, self.table)
        self.count = ElidedLabel(role="secondary")
        names = [(shelf.key, shelf.name) for shelf in SHELVES[phase]]
        self.name = label(_("What we found"), "section")
        self.choice = ChoiceRow(_("What to show"), names, wraps=True)
        self.more = icon_button(_("More to do with the findings"), "more", self._open_more)
        self.capture = CaptureField(_("Write down"))
        self.kinds: dict[str, ChoiceField] = {
            shelf.key: ChoiceField(_("As what it is written down"), shelf.answers)
            for shelf in SHELVES[phase]
            if shelf.words is not None
        }
        self.refusal = label("", "refusal", wrap=True)
        self.strip = ThemeStrip()
        self.heads: dict[str, QWidget] = _heads(document, services, phase, today)
        self.empty = EmptyState("", _("Print the sheet for it"), self._print_sheet)
        self.empty_tally = self.empty.offer(_("Type in what came back…"), self.type_in)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def shelf(self) -> Shelf:
        """The shelf on show."""
        return self.model.shelf

    def show_finding(self, row: Finding) -> bool:
        """Show a finding and choose it, where it belongs to this phase."""
        shelf = self.shelf if self.shelf.holds(row) else shelf_of(self._phase, row)
        if shelf is None:
            return False
        self._turn(shelf.key)
        self.table.choose_ids([row.id])
        return True

    def finish(self) -> None:
        """Take what is still being typed."""
        self.table.finish()
        self.capture.take()

    def turn_by(self, step: int) -> None:
        """Show the next shelf (1) or the one before (-1)."""
        keys = list(self.shelves)
        self._turn(keys[(keys.index(self.shelf.key) + step) % len(keys)])
        announce(self.choice, self.shelf.name)

    def ask_theme(self) -> None:
        """Put the chosen stories in a theme."""
        self.commands.ask_theme()

    def type_in(self) -> None:
        """Type in what came back of the sheet of this shelf."""
        self._services.open_tally(self.shelf.sheet if self.shelf.returned else "")

    def _print_sheet(self) -> None:
        self._services.go("print", None, self.shelf.sheet)

    # What Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choice beside the name, or below it."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED:
            self._fit()

    def _fit(self) -> None:
        others = sum(one.sizeHint().width() for one in (self.name, self.more))
        needed = self.choice.one_line
        beside = needed + others + fonts.scaled(_COUNT) + 3 * BETWEEN <= self.width()
        self.choice.setMinimumWidth(needed if beside else 0)
        place = (0, 2, 1, 1) if beside else (1, 0, 1, 4)
        self._head.addWidget(self.choice, *place)

    # Following

    def _turn(self, key: str) -> None:
        if key == self.shelf.key:
            return
        self.finish()  # or half a story would be written down as a theme, which is for everybody
        self.choice.choose(key)
        self.model.show_shelf(self.shelves[key])
        self._refuse("")
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        """Everything that depends on the shelf."""
        shelf = self.shelf
        self.capture.setPlaceholderText(shelf.hint)
        self.capture.setAccessibleName(shelf.hint)
        for key, field in self.kinds.items():
            field.setVisible(key == shelf.key)
        for key, head in self.heads.items():
            head.setVisible(key == shelf.key)
        self.empty.say(shelf.empty)
        if self.empty.button is not None:
            self.empty.button.setVisible(bool(shelf.sheet))
        self.empty_tally.setVisible(shelf.returned)
        self._count()
        self._show_themes()

    def _count(self) -> None:
        now = self._document.now
        sorts = dict.fromkeys(shelf.sort for shelf in self.shelves.values())
        numbers = {sort: len(now.findings(sort)) for sort in sorts}
        said = [counted(sort, number) for sort, number in numbers.items() if number]
        self.count.setText(" · ".join(said) or _("nothing yet"))
        there = self.model.rowCount() > 0
        self.strip.setVisible(there and self.shelf.sort is Sort.STORY)
        self.table.setVisible(there)
        self.empty.setVisible(not there)

    def _show_themes(self) -> None:
        if self.shelf.sort is not Sort.STORY:
            return
        now = self._document.now
        self.strip.show_themes([_counted(now, theme) for theme in now.themes])

    def _on_changed(self, delta: Delta) -> None:
        rows = [row for change in delta.rows.values() for row in (change.before, change.after)]
        if any(isinstance(row, Finding) for row in rows):
            self._count()
        if any(isinstance(row, Theme | Link) for row in rows):
            self._show_themes()
        if any(isinstance(row, Head) for row in rows):
            self._name()

    def _name(self) -> None:
        for key, shelf in self.shelves.items():
            self.choice.rename(key, shelf_name(self._document.now.head, shelf))

    # What is done

    def _capture(self, texts: list[str]) -> None:
        field = self.kinds.get(self.shelf.key)
        why = self.commands.capture(texts, "" if field is None else field.key)
        self._refuse(why)
        if not why:
            self.capture.clear()

    def _take(self, row: RowId, column: int, text: str) -> str:
        return self.commands.take(row, column, text)

    def _open_more(self) -> None:
        self.commands.open_menu(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _refuse(self, why: str) -> None:
        self.refusal.setText(why)
        self.refusal.setVisible(bool(why))
        if why:
            announce(self.capture, why, urgent=True)

    def _put(self, ids: list[RowId], theme: str) -> None:
        stories = ids or self.table.ids
        row = self._document.now.rows.get(RowId(theme)) if theme else None
        if not isinstance(row, Theme) or not stories:
            self.table.choose_ids(stories)
            self.ask_theme()
        else:
            self.commands.put_in(stories, row.text, row.id)

    def _go_to_list(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()

    def _connect(self) -> None:
        self.choice.chosen.connect(self._turn)
        self.capture.captured.connect(self._capture)
        self.capture.textEdited.connect(lambda _text: self._refuse(""))
        self.capture.below_wanted.connect(self._go_to_list)
        self.table.above_wanted.connect(self.capture.setFocus)
        self.table.chosen.connect(self.chosen)
        self.strip.put.connect(self._put)
        self._document.changed.connect(self._on_changed)
        self._name()

    def _lay_out(self) -> None:
        self._head = QGridLayout()
        self._head.setContentsMargins(BETWEEN, STEP, INSIDE, STEP)
        self._head.setHorizontalSpacing(INSIDE)
        self._head.setVerticalSpacing(0)
        self._head.setColumnStretch(1, 1)
        for column, widget in enumerate((self.name, self.count, self.choice, self.more)):
            self._head.addWidget(widget, 0, column)
        line = QHBoxLayout()
        line.setSpacing(INSIDE)
        for field in self.kinds.values():
            line.addWidget(field)
        line.addWidget(self.capture, 1)
        top = QVBoxLayout()
        top.setContentsMargins(BETWEEN, INSIDE + 2, BETWEEN, INSIDE)
        top.setSpacing(INSIDE)
        for one in self.heads.values():
            top.addWidget(one)
        top.addLayout(line)
        top.addWidget(self.refusal)
        top.addWidget(self.strip)
        self.refusal.hide()
        self.table.setMinimumHeight(fonts.scaled(_LEAST))
        self.body.addLayout(self._head)
        self.add(hairline())
        self.body.addLayout(top)
        self.add(self.table, 1)
        self.add(self.empty, 1)
        self.body.setContentsMargins(1, 1, 1, 4)


def _heads(
    document: Document, services: Services, phase: Phase, today: Callable[[], date]
) -> dict[str, QWidget]:
    made: Mapping[Phase, Callable[[], dict[str, QWidget]]] = {
        Phase.DEFINE: lambda: {"question": GuideHead(document, services)},
        Phase.DELIVER: lambda: {"review": ReviewHead(document, services, today)},
    }
    return made[phase]() if phase in made else {}


def _counted(programme: Programme, theme: Theme) -> ThemeCount:
    stories = sum(isinstance(row, Story) for row in programme.grown_from(theme.id))
    return ThemeCount(theme.id, " ".join(theme.text.split()), stories)
