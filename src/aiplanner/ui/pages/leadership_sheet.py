"""The form of one self-rating sheet: quick keys for the answers, lines for words of one's own."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.content import capability_guide
from aiplanner.app.days import parse_day
from aiplanner.app.rating_words import MOMENT_NAMES, OURS, SCORE_NAMES
from aiplanner.app.wording import day_text
from aiplanner.domain.cycle import Capability
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.self_ratings import add_self_rating
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.self_rating import Moment, Score, SelfRating
from aiplanner.domain.self_ratings import code_of, field_of, score_of, usual_day
from aiplanner.i18n import gettext as _
from aiplanner.ui.binding import Link, TextBinding, bind_text
from aiplanner.ui.document import Document
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.answer_row import Answer, AnswerRow
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.scroll import bring_into_sight
from aiplanner.ui.widgets.text_area import TextArea
from aiplanner.ui.widgets.text_field import TextField

_SCORES = tuple(
    Answer(score.value, SCORE_NAMES[score], strokes)
    for score, strokes in zip(Score, ("1", "2", "3", "4", "0n"), strict=True)
)
_MOMENTS = tuple(Answer(moment.value, MOMENT_NAMES[moment], moment.value[0]) for moment in Moment)
_A_YEAR = timedelta(days=364)
_WORDS = (
    ("strengths", _("Strengths")),
    ("develop", _("Areas to develop")),
    ("reflection", _("Reflection")),
)


class SheetForm(QWidget):
    """Shows one sheet. A new one becomes a row of the programme with the first thing entered."""

    next_wanted = Signal()

    def __init__(self, document: Document, services: Services) -> None:
        super().__init__()
        self._document, self._services = document, services
        self.sheet = services.new_id()
        """The sheet on show; it need not be in the programme yet."""
        self._moment = Moment.BEFORE
        self.title = label("", "section")
        self.code = TextField(_("Code of the person, not a name"), _("for example B7"))
        self.moment = AnswerRow(_("When"), _MOMENTS, clears=False, first=self._moment.value)
        self.day = TextField(_("Filled in on"), _("for example 12 Jan 2027"))
        self.refusal = label("", "warn", wrap=True)
        self.answers = {
            capability: AnswerRow(capability_guide(capability).name, _SCORES)
            for capability in Capability
        }
        self.words = {name: TextArea(called, least=2, most=6) for name, called in _WORDS}
        self.note = label("", "warn", wrap=True)
        self.next_button = button(
            _("Next sheet"), self.next_wanted.emit, tip=_("Begin the next sheet (Ctrl+Enter)")
        )
        self._bindings = [self._bound(self.code, "code", _("Code of the person"))]
        self._day = bind_text(self.day, document, self._day_link(), self.refusal)
        self._bindings.append(self._day)
        self._bindings += [self._bound(self.words[n], n, called) for n, called in _WORDS]
        self._lay_out()
        self._connect()
        self.show_sheet(self.sheet)

    def show_sheet(self, sheet: RowId | None) -> None:
        """Show a sheet; None: a new one, for the moment that the last was for."""
        self.sheet = self._services.new_id() if sheet is None else sheet
        for binding in self._bindings:
            binding.revert()
        self.follow()

    def begin(self) -> None:
        """Put the focus where a sheet begins."""
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self.code)

    def follow(self) -> None:
        """Show what the programme says now."""
        row = self.row
        self._moment = row.moment if row else self._moment
        self.title.setText(_("Sheet of {code}").format(code=row.code) if row and row.code else _NEW)
        self.moment.show_key(self._moment.value)
        other = self._other()
        for capability, answers in self.answers.items():
            score = score_of(row, capability) if row else None
            answers.show_key(score.value if score else "")
            answers.beside.setText(_beside(other, capability))
        self.note.setText(self._warning())
        self.note.setVisible(bool(self.note.text()))

    @property
    def row(self) -> SelfRating | None:
        """The sheet on show, once something of it has been entered."""
        row = self._document.now.rows.get(self.sheet)
        return row if isinstance(row, SelfRating) else None

    def _put(self, programme: Programme, **fields: Any) -> Programme:
        if self.sheet in programme.rows:
            return set_fields(programme, self.sheet, **fields)
        given = {"moment": self._moment, "day": self._usual_day(self._moment), **fields}
        sheet = SelfRating(self.sheet, 0, **given)
        return add_self_rating(programme, sheet)

    def _bound(self, field: TextField | TextArea, name: str, called: str) -> TextBinding:
        def read(programme: Programme) -> str:
            row = programme.rows.get(self.sheet)
            return str(getattr(row, name)) if isinstance(row, SelfRating) else ""

        def write(programme: Programme, text: str) -> Programme:
            return self._put(programme, **{name: text})

        change = _("{field} of a sheet").format(field=called)
        return bind_text(field, self._document, Link(read, write, change, key=("sheet", name)))

    def _day_link(self) -> Link:
        """The link to the day; one without a year lies behind us."""

        def read(programme: Programme) -> str:
            row = programme.rows.get(self.sheet)
            day = row.day if isinstance(row, SelfRating) else self._usual_day(self._moment)
            return day_text(day) if day else ""

        def write(programme: Programme, text: str) -> Programme:
            day = parse_day(text, self._services.today() - _A_YEAR)
            return self._put(programme, day=day)

        return Link(read, write, _("Day of a sheet"), key=("sheet", "day"), at_end=True)

    def _usual_day(self, moment: Moment) -> date:
        return usual_day(self._document.now, self.sheet, moment, self._services.today())

    def _on_answer(self, capability: Capability, key: str) -> None:
        score = Score(key) if key else None
        if self.row is None and score is None:
            return
        name = capability_guide(capability).name
        change = _("Answer about {capability}").format(capability=name)
        self._document.edit(change, lambda now: self._put(now, **{field_of(capability): score}))

    def _on_moment(self, key: str) -> None:
        before, self._moment = self._moment, Moment(key)
        row = self.row
        if row is None:
            self._day.revert()
            return
        facts: dict[str, Any] = {"moment": self._moment}
        if row.day == self._usual_day(before):  # nobody said another one
            facts["day"] = self._usual_day(self._moment)
        self._document.edit(_("When a sheet was filled in"), lambda now: self._put(now, **facts))

    def _other(self) -> SelfRating | None:
        """The same person's sheet of the other moment."""
        row = self.row
        if row is None or not code_of(row):
            return None
        found = [
            sheet
            for sheet in self._document.now.self_ratings
            if code_of(sheet) == code_of(row) and sheet.moment is not row.moment
        ]
        return found[-1] if found else None

    def _warning(self) -> str:
        row, now = self.row, self._document.now
        if row is None:
            return ""
        code = code_of(row)
        if not code:
            return _("Without a code the sheet is kept, but the group does not count it.")
        if any(code == " ".join(person.name.split()).casefold() for person in now.people):
            return _("This is the name of somebody on the list. Use a code that only they know.")
        same = [s.id for s in now.self_ratings if (code_of(s), s.moment) == (code, row.moment)]
        if len(same) > 1:
            said = _("There are {count} sheets of {code} {moment}; the group counts the last.")
            moment = MOMENT_NAMES[row.moment]
            return said.format(count=len(same), code=row.code, moment=moment)
        return ""

    # How it is put together

    def _connect(self) -> None:
        steps: list[QWidget] = [
            self.code,
            self.moment,
            *self.answers.values(),
            *self.words.values(),
        ]
        for n, step in enumerate(steps):
            if isinstance(step, AnswerRow):
                step.onward.connect(partial(self._go, steps, n))
        self.code.returnPressed.connect(partial(self._go, steps, 0, 1))
        self.moment.answered.connect(self._on_moment)
        for capability, answers in self.answers.items():
            answers.answered.connect(partial(self._on_answer, capability))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.next_wanted)

    @staticmethod
    def _go(steps: list[QWidget], place: int, by: int) -> None:
        there = steps[max(0, min(place + by, len(steps) - 1))]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(there)

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        body.setSpacing(INSIDE + 2)
        body.addWidget(self.title)
        body.addWidget(label(_KEYS, "secondary", wrap=True))
        body.addLayout(_under(self.code.accessibleName(), self.code))
        body.addWidget(self.note)
        when = QHBoxLayout()
        when.setSpacing(BETWEEN)
        when.addWidget(self.moment, 1)
        when.addLayout(_under(self.day.accessibleName(), self.day), 1)
        body.addLayout(when)
        body.addWidget(self.refusal)
        for row in self.answers.values():
            body.addWidget(row)
        for area in self.words.values():
            body.addLayout(_under(area.accessibleName(), area))
        body.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(label(OURS, "secondary", wrap=True))
        body.addStretch(1)


_NEW = _("A new sheet")
_KEYS = _(
    "One key an answer: 1 to 4, or 0 for what does not apply; it goes on by itself. "
    "Backspace clears. Ctrl+Enter begins the next sheet."
)


def _under(name: str, field: TextField | TextArea) -> QVBoxLayout:
    body = QVBoxLayout()
    body.setSpacing(STEP)
    called = label(name, "label")
    called.setBuddy(field)
    body.addWidget(called)
    body.addWidget(field)
    return body


def _beside(other: SelfRating | None, capability: Capability) -> str:
    """What the same person said at the other moment."""
    score = score_of(other, capability) if other else None
    if other is None or score is None:
        return ""
    told = _("{moment}: {answer}")
    return told.format(moment=MOMENT_NAMES[other.moment], answer=SCORE_NAMES[score])
