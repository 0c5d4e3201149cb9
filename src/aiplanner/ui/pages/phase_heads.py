"""What stands above a shelf where it needs more: the interview guide's frame, and review days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.interview import complete_guide, guide_lacks
from aiplanner.app.wording import day_text
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.binding import Link, bind_text, row_link
from aiplanner.ui.document import Document
from aiplanner.ui.pages.phase_edits import review_day, review_in
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.buttons import Button, button
from aiplanner.ui.widgets.inspector_links import parse_number
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.text_area import TextArea
from aiplanner.ui.widgets.text_field import TextField

REVIEW_DAYS = (30, 60, 90)
"""Days after the last session on which looking again is offered."""

_WORDS = 200
"""Pixels at 100 % text size for a sentence, with less of which it stands on a line of its own."""


class GuideHead(QWidget):
    """How an interviewer begins, the minutes for each person, and making the rest of the guide."""

    def __init__(self, document: Document, services: Services) -> None:
        super().__init__()
        self._document, self._services = document, services
        head = document.now.id
        self.opening = TextArea(
            _("Opening"),
            _("What the interviewer says first, and how the answers are used"),
            least=2,
        )
        self.minutes = TextField(_("Minutes for each person"), _("20"))
        self.minutes.setFixedWidth(fonts.scaled(72))
        self.make: Button = button(_("Make it from our topics"), self._make)
        self.lacks = label("", "secondary", wrap=True)
        self._unit = label(_("minutes for each person"), "secondary")
        self._foot = QGridLayout()
        refusal = label("", "refusal", wrap=True)
        bind_text(
            self.opening,
            document,
            row_link(head, "interview_opening", _("Change the opening of the interview")),
            refusal,
        )
        bind_text(self.minutes, document, _minutes_link(), refusal)
        self._lay_out(refusal)
        document.changed.connect(self._follow)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one line where there is room for it."""
        super().resizeEvent(event)
        fixed = sum(one.sizeHint().width() for one in (self.minutes, self._unit, self.make))
        beside = fixed + fonts.scaled(_WORDS) <= self.width()
        if beside is not self._beside:
            self._place(beside=beside)

    def _make(self) -> None:
        new_id = self._services.new_id
        lacks = guide_lacks(self._document.now)
        label_ = _("Make the interview guide from the topics")
        self._document.edit(label_, lambda now: complete_guide(now, new_id))
        said = _("Added to the guide: {what}. Now make the words your own.")
        self._services.say(said.format(what=", ".join(lacks)), undo=True)

    def _follow(self) -> None:
        lacks = guide_lacks(self._document.now)
        self.make.setEnabled(bool(lacks))
        said = _("It would add: {what}.").format(what=", ".join(lacks))
        self.lacks.setText(said if lacks else _("Every topic has its question."))

    def _lay_out(self, refusal: QWidget) -> None:
        names = QHBoxLayout()
        names.addWidget(label(_("Opening"), "label"), 1)
        self._foot.setHorizontalSpacing(INSIDE)
        self._foot.setVerticalSpacing(INSIDE)
        self._foot.setColumnStretch(2, 1)
        self._foot.addWidget(self.minutes, 0, 0)
        self._foot.addWidget(self._unit, 0, 1)
        self._place(beside=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(STEP)
        body.addLayout(names)
        body.addWidget(self.opening)
        body.addWidget(refusal)
        body.addSpacing(STEP)
        body.addLayout(self._foot)

    def _place(self, *, beside: bool) -> None:
        """Put what can be made beside the minutes, or below them."""
        self._beside = beside
        self.lacks.setContentsMargins(BETWEEN if beside else 0, 0, 0, 0)
        if beside:
            self._foot.addWidget(self.lacks, 0, 2)
            self._foot.addWidget(self.make, 0, 3)
        else:
            self._foot.addWidget(self.lacks, 1, 0, 1, 4)
            self._foot.addWidget(self.make, 2, 0, 1, 4, Qt.AlignmentFlag.AlignLeft)


class ReviewHead(QWidget):
    """A press puts a review in the diary, so many days after the last session."""

    def __init__(self, document: Document, services: Services, today: Callable[[], date]) -> None:
        super().__init__()
        self._document, self._services, self._today = document, services, today
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(INSIDE)
        days = QHBoxLayout()
        days.setSpacing(INSIDE)
        self.buttons = tuple(
            button(_("In {days} days").format(days=days), self._adding(days))
            for days in REVIEW_DAYS
        )
        for one in self.buttons:
            days.addWidget(one)
        days.addStretch(1)
        words = _("after the last session, or type what you will look at:")
        self._lines.addLayout(days)
        self._lines.addWidget(label(words, "quiet", wrap=True), 1)
        document.changed.connect(self._follow)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words beside the buttons where there is room, or below them."""
        super().resizeEvent(event)
        taken = sum(one.sizeHint().width() + INSIDE for one in self.buttons)
        beside = taken + fonts.scaled(_WORDS) <= self.width()
        way = QBoxLayout.Direction
        self._lines.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _adding(self, days: int) -> Callable[[], None]:
        def add() -> None:
            day = review_day(self._document.now, self._today(), days)
            key = self._services.new_id()
            label_ = _("Add a review on {day}").format(day=day_text(day))
            self._document.edit(label_, lambda now: review_in(now, key, day))
            said = _("Added a review on {day}.").format(day=day_text(day))
            self._services.say(said, undo=True)

        return add

    def _follow(self) -> None:
        for one, days in zip(self.buttons, REVIEW_DAYS, strict=True):
            day = review_day(self._document.now, self._today(), days)
            one.setToolTip(day_text(day))
            one.setAccessibleDescription(day_text(day))


def _minutes_link() -> Link:
    def read(now: Programme) -> str:
        minutes = now.head.interview_minutes
        return "" if minutes is None else str(minutes)

    def write(now: Programme, typed: str) -> Programme:
        minutes = parse_number(typed) if typed.strip() else None
        return set_fields(now, now.id, interview_minutes=minutes)

    return Link(read, write, _("Change the minutes for each person"), "minutes", at_end=True)
