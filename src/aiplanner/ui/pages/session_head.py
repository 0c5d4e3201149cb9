"""The head of the Sessions page: which session it is, its title, day, times, place and people."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from aiplanner.app.real_times import was_held
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.binding import Link, TextBinding, bind_text
from aiplanner.ui.dialogs.real_times import RealTimes
from aiplanner.ui.document import Document
from aiplanner.ui.pages.session_facts import (
    PEOPLE,
    PURPOSE,
    SPAN,
    TITLE,
    VENUE,
    Fact,
    day_fact,
)
from aiplanner.ui.pages.session_list import SessionList
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import AROUND, INSIDE, STEP
from aiplanner.ui.widgets.buttons import Button, button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.menus import LINE, Entry, menu_of
from aiplanner.ui.widgets.text_field import TextField

INSET = 12
"""Pixels between the edge of a text field and its words."""
_Policy = QSizePolicy.Policy


class SessionHead(QWidget):
    """Shows and edits the session that its list has on show."""

    def __init__(self, document: Document, services: Services, sessions: SessionList) -> None:
        super().__init__()
        self._document, self._services, self._sessions = document, services, sessions
        self._bindings: list[TextBinding] = []
        self._refusals = QVBoxLayout()
        self._refusals.setSpacing(0)
        self.title = self._field(TITLE, look="bare", role="title")
        self.purpose = self._field(PURPOSE, look="bare", role="quiet")
        self.day = self._field(day_fact(services.today))
        self.span = self._field(SPAN)
        self.venue = self._field(VENUE)
        self.people = self._field(PEOPLE)
        self.chooser = button("", self._open_menu, "link", tip=_("Choose, add and move sessions"))
        self.before = self._turner("back", _("The session before (Ctrl+PgUp)"), -1)
        self.after = self._turner("forward", _("The next session (Ctrl+PgDown)"), 1)
        self._ways = QHBoxLayout()
        self._actions = QHBoxLayout()
        self._facts = QHBoxLayout()
        self._lay_out()
        document.changed.connect(self._name_chooser)
        sessions.turned.connect(self.refresh)
        self._name_chooser()

    def refresh(self) -> None:
        """Show the facts of the session on show now."""
        for binding in self._bindings:
            binding.revert()
        self._name_chooser()

    def finish(self) -> None:
        """Take what is still being typed."""
        for binding in self._bindings:
            binding.finish()

    def add_way(self, widget: QWidget) -> None:
        """Put a control beside the ways from session to session."""
        self._ways.insertWidget(self._ways.count() - 1, widget)

    def add_view(self, widget: QWidget) -> None:
        """Put a control at the right end of the first line."""
        self._ways.addWidget(widget)

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right of the title."""
        self._actions.addWidget(widget)

    def add_fact(self, widget: QWidget) -> None:
        """Put a control at the end of the line of facts."""
        self._facts.addWidget(widget)

    def menu(self) -> QMenu:
        """The sessions to choose from, and what can be done with the one on show."""
        sessions = self._sessions
        last = len(sessions.sessions) - 1
        choices = [
            Entry(sessions.entry(n), partial(sessions.turn_to, n), on=n == sessions.index)
            for n in range(last + 1)
        ]
        verbs = [
            Entry(_("Add a session"), sessions.add),
            Entry(_("Duplicate this session"), sessions.duplicate),
            Entry(_("Move it earlier"), partial(sessions.move, -1), usable=sessions.index > 0),
            Entry(_("Move it later"), partial(sessions.move, 1), usable=sessions.index < last),
            LINE,
            Entry(_("Planned and real times…"), self._open_real_times, usable=self._was_held),
            Entry(_("Type in what came back…"), self._services.open_tally, "Ctrl+R"),
            Entry(_("Forms that came back…"), self._services.open_returned, "Ctrl+Shift+F"),
            Entry(_("Photos of the wall…"), self._services.open_photos, "Ctrl+Shift+R"),
            LINE,
            Entry(_("Delete this session"), sessions.delete),
        ]
        return menu_of([*choices, LINE, *verbs], self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put place and people on a line of their own where one line is too short."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A control that has come or gone needs the line to be measured anew."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure the fields anew when the text has another size."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED:
            self._fit()

    def _field(self, fact: Fact, look: str = "", role: str = "") -> TextField:
        field = TextField(fact.name, fact.hint)
        field.setProperty("look", look)
        field.setProperty("role", role)
        field.setProperty("sample", fact.sample)
        refusal = label("", "refusal", wrap=True)
        self._refusals.addWidget(refusal)
        link = Link(
            read=lambda now: self._read(now, fact),
            write=lambda now, text: fact.write(now, self._session_of(now).id, text),
            label=fact.label,
            key=("session", fact.key),
            at_end=fact.at_end,
        )
        self._bindings.append(bind_text(field, self._document, link, refusal))
        return field

    def _read(self, now: Programme, fact: Fact) -> str | None:
        row = now.rows.get(self._sessions.current) if self._sessions.current else None
        return fact.read(now, row) if isinstance(row, Session) else None

    def _session_of(self, now: Programme) -> Session:
        assert self._sessions.current is not None, "the fields are off without a session"
        return now.get(self._sessions.current, Session)

    def _lay_out(self) -> None:
        chooser = self._ways
        chooser.setSpacing(0)
        for control in (self.chooser, self.before, self.after):
            chooser.addWidget(control)
        chooser.addStretch(1)
        titles = QHBoxLayout()
        titles.setSpacing(INSIDE)
        titles.addWidget(self.title, 1)
        titles.addLayout(self._actions)
        self._actions.setSpacing(INSIDE)
        when = QHBoxLayout()
        for layout, fields in (
            (when, (self.day, self.span)),
            (self._facts, (self.venue, self.people)),
        ):
            layout.setSpacing(INSIDE + 2)
            for field in fields:
                layout.addWidget(field)
        when.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(INSIDE + 2)
        self._line.addLayout(when)
        self._line.addLayout(self._facts, 1)
        self.venue.setSizePolicy(_Policy.Expanding, _Policy.Fixed)
        # The words of bare fields, not their edges, stand over the edges of the other fields.
        chooser.setContentsMargins(INSET - STEP, 0, 0, 0)
        facts = QVBoxLayout()
        facts.setContentsMargins(INSET, INSIDE, 0, 0)
        facts.addLayout(self._line)
        facts.addLayout(self._refusals)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(chooser)
        whole.addLayout(titles)
        whole.addWidget(self.purpose)
        whole.addLayout(facts)

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        for field in (self.day, self.span, self.people):
            width = metrics.horizontalAdvance(str(field.property("sample"))) + AROUND
            field.setFixedWidth(width)
        self.venue.setMinimumWidth(metrics.averageCharWidth() * 12)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        parts = [self._line.itemAt(n) for n in range(2)]
        needed = sum(part.minimumSize().width() for part in parts if part) + self._line.spacing()
        self._line.setDirection(across if needed <= self.width() else down)

    def _turner(self, icon: str, tip: str, by: int) -> Button:
        made = button("", lambda: self._sessions.turn_to(self._sessions.index + by), "choice", icon)
        made.setAccessibleName(tip)
        made.setToolTip(tip)
        return made

    def _name_chooser(self) -> None:
        index, count = self._sessions.index, len(self._sessions.sessions)
        text = _("Session {number} of {count}").format(number=index + 1, count=count)
        self.chooser.setText(text)
        self.before.setEnabled(index > 0)
        self.after.setEnabled(0 <= index < count - 1)

    @property
    def _was_held(self) -> bool:
        current = self._sessions.current
        return current is not None and was_held(self._document.now, current)

    def _open_real_times(self) -> None:
        if self._sessions.current is not None:
            RealTimes(self.window(), self._document, self._sessions.current).open()

    def _open_menu(self) -> None:
        below = self.chooser.mapToGlobal(QPoint(0, self.chooser.height()))
        self.menu().popup(below)
