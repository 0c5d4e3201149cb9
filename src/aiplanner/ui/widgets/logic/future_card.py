"""The view from the future: the dream at one side, at the other what is seen from its day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.days import parse_day
from aiplanner.app.logic_words import LOOKING_BACK
from aiplanner.app.wording import day_text
from aiplanner.domain.delta import Delta
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.findings import Dream, DreamKind
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.binding import Link, row_link
from aiplanner.ui.document import Document
from aiplanner.ui.forms import Form, FormField
from aiplanner.ui.tokens import AROUND, BETWEEN, STEP
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.labels import label

_SIDE_BY_SIDE = 700
"""Pixels at 100 % text size that both sides need beside each other."""
_LINES = 8
_DAY = _("The day we look back from")
_SEEN = _("What we see from there")


class FutureCard(Card):
    """Day and text are written in place; the dream is only shown."""

    def __init__(self, document: Document, today: Callable[[], date]) -> None:
        super().__init__()
        self._document = document
        self.dream = label("", wrap=True)
        key = document.now.id
        fields = (
            FormField(_DAY, day_link(key, today), _("For example 12 January 2029")),
            FormField(
                _SEEN,
                row_link(key, "future", _("Change the view from the future")),
                _("It has come true. We walk in and …"),
                lines=_LINES,
            ),
        )
        self.form = Form(fields, document)
        self.day, self.text = self.form.rows[_DAY], self.form.rows[_SEEN]
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(AROUND)
        self._sides.addWidget(self._about(), 2)
        self._sides.addWidget(self.form, 3)
        self.body.addWidget(label(_("View from the future"), "section"))
        why = _("Take the day on which the dream has come true, and tell how it came about.")
        self.body.addWidget(label(why, "quiet", wrap=True))
        self.body.addLayout(self._sides)
        document.changed.connect(self._on_changed)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the sides stand one under the other."""
        super().resizeEvent(event)
        beside = self.width() >= fonts.scaled(_SIDE_BY_SIDE)
        directions = (QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight)
        self._sides.setDirection(directions[beside])

    def _about(self) -> QWidget:
        holder = QWidget()
        body = QVBoxLayout(holder)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(STEP)
        body.addWidget(label(_("Our dream"), "label"))
        body.addWidget(self.dream)
        body.addSpacing(BETWEEN)
        body.addWidget(label(_("To look back with"), "label"))
        for asked in LOOKING_BACK:
            body.addWidget(label(_("•  {question}").format(question=asked), "quiet", wrap=True))
        body.addStretch(1)
        return holder

    def _on_changed(self, delta: Delta) -> None:
        seen = (row for change in delta.rows.values() for row in (change.before, change.after))
        if any(isinstance(row, Dream | Head) for row in seen):
            self._show()

    def _show(self) -> None:
        self.dream.setText(dream_text(self._document.now))


def dream_text(programme: Programme) -> str:
    """The dream statements, each with when it has come true; what to do where there is none."""
    told = [
        _("{dream} ({horizon})").format(dream=one.text, horizon=one.horizon)
        if one.horizon
        else one.text
        for one in programme.dreams
        if one.kind is DreamKind.STATEMENT and one.text
    ]
    return "\n\n".join(told) or _("No dream statement yet. It is written on the Dream page.")


def day_link(programme_id: RowId, today: Callable[[], date]) -> Link:
    """The link to the day from which one looks back; typed in figures or words."""

    def read(programme: Programme) -> str:
        day = programme.head.future_day
        return "" if day is None else day_text(day)

    def write(programme: Programme, typed: str) -> Programme:
        return set_fields(programme, programme_id, future_day=parse_day(typed, today()))

    label_ = _("Change the day of the view from the future")
    return Link(read, write, label_, ("future_day", programme_id), at_end=True)
