"""Everything about the chosen finding: its fields, the hints on it, and its place in the thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.finding_words import SORT_NAMES
from aiplanner.app.hints import HintLine
from aiplanner.domain.findings import SORT_OF, Finding, Sort
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.binding import bind_text
from aiplanner.ui.document import Document
from aiplanner.ui.models.finding_fields import FIELDS
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.buttons import Button, button
from aiplanner.ui.widgets.findings.fields import Maker
from aiplanner.ui.widgets.findings.form import FindingForm
from aiplanner.ui.widgets.findings.kin import KinList
from aiplanner.ui.widgets.hint_list import HintList
from aiplanner.ui.widgets.inspector_links import Ties
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.text_area import TextArea


class Details(QWidget):
    """Follows the finding it is told of; without one it says what it is for."""

    left = Signal()
    """Esc: back to the list."""
    tie_wanted, thread_wanted = Signal(), Signal()
    """The finding shall be tied to another, or shown in the thread."""
    wanted = Signal(str)
    """The id of a finding to go to."""

    def __init__(
        self,
        document: Document,
        today: Callable[[], date],
        leads: Callable[[HintLine], bool],
    ) -> None:
        super().__init__()
        self._document = document
        self._id: RowId | None = None
        ties = Ties(self._row, "finding")
        self._today = today
        self.forms: dict[Sort, FindingForm] = {}
        self.head = label("", "section")
        self.hint = label(
            _("Choose a finding to see and write everything about it here."), "secondary", wrap=True
        )
        self.text = TextArea(_("Text"), least=1, most=12)
        self._refusal = label("", "refusal", wrap=True)
        self._words = bind_text(
            self.text, document, ties.text("text", _("Change a finding")), self._refusal
        )
        self.many = label("", "quiet", wrap=True)
        self.hints = HintList(leads)
        self.tie_button: Button = button(
            _("Tie to another…"),
            self.tie_wanted.emit,
            "small-link",
            tip=_("Say what it grew from or became (Ctrl+Shift+G)"),
        )
        self.thread_button = button(_("Show in the thread"), self.thread_wanted.emit, "small-link")
        self.roots, self.fruits = KinList(_("Grown from")), KinList(_("Became"))
        self._lay_out()
        for kin in (self.roots, self.fruits):
            kin.wanted.connect(self.wanted)
        document.changed.connect(self._follow)
        self.show_finding(None)

    @property
    def finding(self) -> Finding | None:
        """The finding on show."""
        return self._row(self._document.now)

    def show_finding(self, key: RowId | None, chosen: int = 1) -> None:
        """Show a finding, or none; `chosen` tells how many are chosen with it."""
        self._id = key
        row = self.finding
        sort = None if row is None else SORT_OF[type(row)]
        if sort is not None and sort not in self.forms:
            self.forms[sort] = FindingForm(self._maker(sort), FIELDS[sort])
            self._forms.addWidget(self.forms[sort])
        for one, form in self.forms.items():
            form.setVisible(one is sort)
        self.hint.setVisible(sort is None)
        for widget in (self.text, self.tie_button, self.thread_button):
            widget.setVisible(sort is not None)
        self.many.setVisible(chosen > 1)
        if sort is None:
            self.head.setText(_("Details"))
            self._refusal.hide()
        else:
            name = SORT_NAMES[sort]
            self.head.setText(name[:1].upper() + name[1:])
            self.forms[sort].refresh()
        more = ngettext("and {count} more is chosen", "and {count} more are chosen", chosen - 1)
        self.many.setText(more.format(count=chosen - 1))
        self._words.revert()
        self._follow()

    def show_hints(self, lines: Sequence[HintLine]) -> None:
        """Show what the rules say of the finding on show."""
        self.hints.show_lines(lines)

    def has_focus(self) -> bool:
        """Whether the focus is somewhere in it."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def take_focus(self) -> None:
        """Begin to write about the finding on show."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _maker(self, sort: Sort) -> Maker:
        """Makes fields that are off while a finding of another sort is on show."""

        def where(now: Programme) -> Finding | None:
            row = self._row(now)
            return row if row is not None and SORT_OF[type(row)] is sort else None

        return Maker(self._document, Ties(where, ("finding", sort)), self._today)

    def _row(self, now: Programme) -> Finding | None:
        row = now.rows.get(self._id) if self._id else None
        return row if isinstance(row, Finding) else None

    def _follow(self) -> None:
        row, now = self.finding, self._document.now
        self.roots.show_findings(() if row is None else now.grown_from(row.id))
        self.fruits.show_findings(() if row is None else now.became(row.id))

    def _lay_out(self) -> None:
        self._forms = QVBoxLayout()
        self._forms.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        whole.setSpacing(BETWEEN - STEP)
        whole.addWidget(self.head)
        words = QVBoxLayout()
        words.setSpacing(STEP)
        for widget in (self.hint, self.text, self._refusal, self.many):
            words.addWidget(widget)
        whole.addLayout(words)
        whole.addWidget(self.hints)
        whole.addLayout(self._forms)
        kin = QVBoxLayout()
        kin.setSpacing(INSIDE)
        kin.addWidget(self.roots)
        kin.addWidget(self.fruits)
        ways = QHBoxLayout()
        ways.setSpacing(INSIDE)
        ways.addWidget(self.tie_button)
        ways.addWidget(self.thread_button)
        ways.addStretch(1)
        kin.addLayout(ways)
        whole.addLayout(kin)
        whole.addStretch(1)
