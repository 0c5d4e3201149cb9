"""Plan B: see what shortens or falls away when time is short, change it, and accept it."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.plan_b_words import (
    RULE,
    accepted_text,
    label_text,
    misses_text,
    summary_text,
)
from aiplanner.app.wording import time_text
from aiplanner.domain.clocks import parse_clock
from aiplanner.domain.edits.items import set_pin
from aiplanner.domain.edits.plan_b import accept_plan_b
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.plan_b import AS_PLANNED, Choice, PlanB, Wish, propose
from aiplanner.domain.rows import Item, Session
from aiplanner.domain.schedule import clock_text, session_clock
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.models.plan_b import Column, Line, PlanBModel
from aiplanner.ui.models.running_order_lines import title_of
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import BETWEEN, INSIDE
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.choice_row import ChoiceRow
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.named_field import named
from aiplanner.ui.widgets.plan_b_table import PlanBTable
from aiplanner.ui.widgets.scroll import scrolling
from aiplanner.ui.widgets.text_field import TextField

PRINTED = "agenda-revised"
"""The document that tells people of a plan B."""
_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|min|mins|minutes?)?", re.IGNORECASE)
_BY_RULE = ""


class PlanBDialog(DialogFrame):
    """Two wishes, what comes of them item by item, and the way to decide each by hand."""

    def __init__(
        self,
        parent: QWidget | None,
        document: Document,
        services: Services,
        session: RowId,
        wish: Wish = AS_PLANNED,
    ) -> None:
        super().__init__(
            parent,
            _("Plan B"),
            _("What to shorten or skip when time is short. Nothing changes until you accept."),
            width=900,
        )
        self._document, self._services = document, services
        self._session, self._wished = session, wish
        self._by_hand = dict(wish.by_hand)
        self.plan: PlanB | None = None
        late = _("We are behind by (minutes)") if wish.done else _("We start late by (minutes)")
        self.late_field = TextField(late, "0")
        self.end_field = TextField(_("Must end by"), self._planned_end())
        self.refusal = label("", "refusal", wrap=True)
        self.model = PlanBModel()
        self.table = PlanBTable(self.model)
        self.says = label("", "strong", wrap=True)
        self.misses = label("", "warn", wrap=True)
        self.unpin = button(_("Unpin it"), self._unpin, "link")
        self.chosen = label("", "quiet", wrap=True)
        self.way = ChoiceRow(
            _("How the chosen item is done"),
            [
                (_BY_RULE, _("By the &rule")),
                (Choice.FULL.value, _("In &full")),
                (Choice.SHORT.value, _("&Short")),
                (Choice.SKIP.value, _("S&kip")),
            ],
        )
        self.cancel = button(_("Cancel"), self.reject)
        self.accept_and_print = button(_("Accept and print the new agenda"), self._print)
        self.accept_button = button(_("Accept"), self._take, "primary")
        if wish.late:
            self.late_field.setText(str(wish.late))
        if wish.end_by is not None:
            self.end_field.setText(time_text(wish.end_by))
        self._lay_out()
        self._connect()
        self._refresh()

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addStretch(1)
        for words in (self.refusal, self.says, self.misses):
            said.addWidget(words)
        said.addWidget(self.unpin, 0, Qt.AlignmentFlag.AlignLeft)
        said.addStretch(1)
        wishes = QHBoxLayout()
        wishes.setSpacing(BETWEEN)
        wishes.addWidget(named(self.late_field), 0, Qt.AlignmentFlag.AlignTop)
        wishes.addWidget(named(self.end_field), 0, Qt.AlignmentFlag.AlignTop)
        wishes.addLayout(said, 1)
        self.body.addLayout(wishes)
        self.body.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.setSpacing(INSIDE)
        below.addWidget(self.way)
        below.addWidget(self.chosen, 1)
        self.body.addLayout(below)
        self.answers.insertWidget(0, button(_("How this was chosen"), self._explain, "link"))
        for answer in (self.cancel, self.accept_and_print, self.accept_button):
            self.add_answer(answer)

    def _connect(self) -> None:
        for field in (self.late_field, self.end_field):
            field.textChanged.connect(self._refresh)
            field.returnPressed.connect(self._go_on)
        self.table.chosen.connect(self._show_line)
        self.table.wished.connect(self._wish)
        self.way.chosen.connect(self._on_way)
        self._document.changed.connect(self._refresh)

    def _refresh(self) -> None:
        """Propose anew from the wishes; what is refused is said beside them."""
        now = self._document.now
        if not isinstance(now.rows.get(self._session), Session):
            self.reject()
            return
        try:
            self.plan = propose(now, self._session, self._wishes())
        except PlanError as error:
            self.plan = None
            self.refusal.setText(sentence(error))
        else:
            self.refusal.setText("")
        self.refusal.setVisible(self.plan is None)
        self.model.show(now, self.plan)
        self._say()

    def _wishes(self) -> Wish:
        typed = self.late_field.text().strip()
        found = _MINUTES.fullmatch(typed)
        if typed and found is None:
            raise PlanError("number-unclear", typed=typed)
        end_by = parse_clock(self.end_field.text())
        late = int(found[1]) if found else 0
        rows = self._document.now.rows
        here = {key: way for key, way in self._by_hand.items() if key in rows}
        return Wish(late, end_by, here, [key for key in self._wished.done if key in rows])

    def _say(self) -> None:
        plan, now = self.plan, self._document.now
        self.says.setText("" if plan is None else summary_text(plan))
        self.misses.setText("" if plan is None else misses_text(now, plan))
        self.misses.setVisible(bool(self.misses.text()))
        self.unpin.setVisible(plan is not None and plan.pinned_early is not None)
        usable = plan is not None and accept_plan_b(now, plan) != now
        self.accept_button.setEnabled(usable)
        self.accept_and_print.setEnabled(usable)
        told = " ".join(filter(None, (self.says.text(), self.misses.text(), self.refusal.text())))
        if self.isVisible():
            announce(self, told)
        self._show_line(self.table.line)

    def _show_line(self, line: Line | None) -> None:
        """Offer the ways of the item in focus."""
        self.way.setEnabled(line is not None)
        if line is None:
            self.chosen.setText("")
            return
        ways = {_BY_RULE, *(way.value for way in line.ways)}
        self.way.offer(ways)
        wished = self._by_hand.get(line.id)
        self.way.choose(_BY_RULE if wished is None else wished.value)
        title, why = line.words[Column.WHAT], line.words[Column.WHY]
        self.chosen.setText(": ".join(filter(None, (title, why))))

    def _on_way(self, way: str) -> None:
        if self.table.line is not None:
            self._wish(self.table.line.id, Choice(way) if way else None)

    def _wish(self, item: RowId, choice: Choice | None) -> None:
        """Decide an item by hand, or leave it to the rule again."""
        if choice is None:
            self._by_hand.pop(item, None)
        else:
            self._by_hand[item] = choice
        self._refresh()

    def _go_on(self) -> None:
        """Enter in a field leads to the answer, or to the items while there is none to give."""
        (self.accept_button if self.accept_button.isEnabled() else self.table).setFocus()

    def _unpin(self) -> None:
        """Let an item run on that is pinned to a time before the new start."""
        early = None if self.plan is None else self.plan.pinned_early
        if early is not None:
            title = title_of(self._document.now.get(early, Item))
            label = _("Unpin {title}").format(title=title)
            self._document.edit(label, lambda now: set_pin(now, early, None))

    def _take(self) -> bool:
        """Make the plan the programme's: one step of undo, offered back at once."""
        plan = self.plan
        if plan is None:
            return False
        self._document.edit(label_text(plan), lambda now: accept_plan_b(now, plan))
        self._services.say(accepted_text(plan), undo=True)
        self.accept()
        return True

    def _print(self) -> None:
        if self._take():
            self._services.go("print", self._session, PRINTED)

    def _explain(self) -> None:
        told = DialogFrame(self, _("How this was chosen"), width=600)
        holder = QWidget()
        paragraphs = QVBoxLayout(holder)
        paragraphs.setContentsMargins(0, 0, 0, 0)
        paragraphs.setSpacing(INSIDE)
        for paragraph in RULE:
            paragraphs.addWidget(label(paragraph, wrap=True))
        area = scrolling(holder)
        area.setAccessibleName(told.windowTitle())
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        wanted = holder.heightForWidth(fonts.scaled(600)) + BETWEEN
        area.setMinimumHeight(min(wanted, self.screen().availableGeometry().height() // 2))
        told.body.addWidget(area, 1)
        told.add_answer(button(_("Close"), told.accept))
        told.open()

    def _planned_end(self) -> str:
        session = self._document.now.get(self._session, Session)
        clock = session_clock(self._document.now, session)
        end = clock.end if clock.planned_end is None else clock.planned_end
        return _("{time} as planned").format(time=clock_text(end)) if clock.clocked else ""


def open_plan_b(
    parent: QWidget,
    document: Document,
    services: Services,
    session: RowId,
    wish: Wish = AS_PLANNED,
) -> PlanBDialog:
    """Put the plan B of a session over its window, beginning with a wish."""
    dialog = PlanBDialog(parent, document, services, session, wish)
    dialog.open()
    return dialog
