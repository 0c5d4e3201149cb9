"""What is known of the form in focus: its sheet, what to know before taking it, its answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.returned.answers import AnswersForm
from aiplanner.ui.returned.lines import UNREAD, FormLine, State, state_text, whose
from aiplanner.ui.tokens import INSIDE, STEP
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.labels import breakable, label, set_role
from aiplanner.ui.widgets.scroll import Scrolling

_CHOOSE = _("Choose a form in the list to see its answers.")


class FormPanel(Card):
    """Shows one form; `ticked` when the user ticks other answers of it."""

    ticked = Signal(object)
    """frozenset of keys."""

    def __init__(self) -> None:
        super().__init__(spacing=STEP)
        self.title = label("", "section", wrap=True)
        self.where = label("", "secondary", wrap=True)
        self.notes = label("", "warn", wrap=True)
        self.refusal = label("", "refusal", wrap=True)
        self.words = EmptyState(_CHOOSE)
        self.area = Scrolling(QWidget())
        self.form: AnswersForm | None = None
        self._shown: FormLine | None = None
        for part in (self.title, self.where, self.notes, self.refusal):
            self.add(part)
        self.body.addSpacing(INSIDE - STEP)
        self.add(self.words, 1)
        self.add(self.area, 1)
        self.show_line(None)

    def show_line(self, line: FormLine | None) -> None:
        """Show a form; ticks that only follow what is ticked here are left as they are."""
        sheet = None if line is None else line.sheet
        refused = line is not None and line.state is State.REFUSED
        _say(self.title, _title(line))
        _say(self.where, "" if line is None or (sheet is None and not refused) else _where(line))
        self._show_notes(line)
        _say(self.refusal, "" if line is None else breakable(line.why))
        self.words.setVisible(sheet is None)
        self.area.setVisible(sheet is not None)
        if line is None or sheet is None:
            self._say_words(line)
        elif not self._same(line):
            self._show_form(line)
        self._shown = line

    def begin(self) -> None:
        """Put the focus on the first tick."""
        if self.form is None or not self.area.isVisible():
            return
        if not self.form.begin():
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_focus(self) -> bool:
        """Whether the focus is on a tick."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _same(self, line: FormLine) -> bool:
        shown, form = self._shown, self.form
        if shown is None or form is None:
            return False
        same = (shown.place, shown.state, shown.sheet) == (line.place, line.state, line.sheet)
        return same and form.keys == line.ticked

    def _show_notes(self, line: FormLine | None) -> None:
        weighs = line is not None and line.weighs
        mark = "! " if weighs else ""
        notes = () if line is None else line.notes
        _say(self.notes, "\n".join(f"{mark}{note}" for note in notes))
        set_role(self.notes, "warn" if weighs else "secondary")

    def _show_form(self, line: FormLine) -> None:
        sheet = line.sheet
        assert sheet is not None, "only what was recognised has answers"
        usable = line.state is State.READY
        form = AnswersForm(sheet.answers, line.ticked, usable=usable)
        form.every.setAccessibleDescription(" ".join(line.notes))
        form.ticked.connect(self.ticked)
        had = self.has_focus
        self.area.setWidget(form)
        self._let_read(form, usable=usable)
        form.setAutoFillBackground(False)
        self.form = form
        if had:
            self.begin()

    def _let_read(self, form: AnswersForm, *, usable: bool) -> None:
        """Where there is nothing to tick, the answers themselves are walked through and heard."""
        policy = Qt.FocusPolicy.NoFocus if usable else Qt.FocusPolicy.StrongFocus
        self.area.setFocusPolicy(policy)
        self.area.setAccessibleName(_("Answers"))
        self.area.setAccessibleDescription("" if usable else form.text)

    def _say_words(self, line: FormLine | None) -> None:
        refused = line is not None and line.state is State.REFUSED
        told = _CHOOSE if line is None else state_text(line)
        self.words.say("" if refused else told)


def _say(where: QLabel, words: str) -> None:
    where.setText(words)
    where.setVisible(bool(words))


def _title(line: FormLine | None) -> str:
    """Which sheet it is; of a file that is none, its name."""
    if line is None or line.state in UNREAD:
        return ""
    return breakable(line.path.name) if line.sheet is None else line.sheet.title


def _where(line: FormLine) -> str:
    if line.sheet is None:
        return breakable(str(line.path.parent))
    taken = _("taken") if line.state is State.TAKEN else ""
    parts = (line.sheet.where, whose(line.sheet), line.path.name, taken)
    return " · ".join(part for part in parts if part)
