"""The window in which paper sheets that came back are typed in, one a form, by keyboard alone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from aiplanner.app.tally import Taken, next_code, refused_blank, take_sheet, values_of
from aiplanner.app.tally_log import Entered, count_text, entered_text, standing
from aiplanner.app.tally_sheets import SHEET_NAMES, Sheet, blanks_of
from aiplanner.domain.delta import Delta, diff
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.services import Services
from aiplanner.ui.stepping import do_again, step_keys, take_back
from aiplanner.ui.tally.desk import PLACE
from aiplanner.ui.tally.entries import EntriesModel, EntriesView
from aiplanner.ui.tally.form import SheetForm
from aiplanner.ui.tally.layout import Parts, lay_out
from aiplanner.ui.tally.pile import PileHead
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button

_LEAST = (720, 480)


class TallyWindow(QWidget):
    """Closing the window keeps what is half typed, as long as the programme is open."""

    closed = Signal()

    def __init__(self, document: Document, services: Services) -> None:
        super().__init__()
        self._document, self._services = document, services
        self._entered: list[Entered] = []
        self._open: int | None = None
        """The place of the sheet that is corrected; None while a new one is typed."""
        self.setMinimumSize(*_LEAST)
        self.head = PileHead(document, services)
        self.form = SheetForm(())
        self.entries = EntriesModel()
        self.list = EntriesView(self.entries)
        self.take = button("", self.take_sheet, "primary")
        self.leave = button(_("Leave it as it was"), self._begin_next)
        self.undo = button(_("Undo"), self._undo, icon="undo", tip=_("Undo (Ctrl+Z)"))
        self.photos = button(_("Photos of the wall…"), self._open_photos)
        self.forms = button(_("Forms that came back…"), services.open_returned)
        self.parts: Parts = lay_out(self)
        self._take_keys()
        self._show_pile()
        self.head.changed.connect(self._show_pile)
        self.list.wanted.connect(self.open_entry)
        document.changed.connect(self._on_changed)
        document.state_changed.connect(self._offer_undo)
        self._offer_undo()

    @property
    def half_typed(self) -> str:
        """The name of the sheet that is typed or corrected and not taken yet; empty for none."""
        if self._open is None:
            return SHEET_NAMES[self.head.pile.sheet] if self.form.begun else ""
        was = values_of(self._document.now, self._entered[self._open].taken)
        typed = self.form.values
        changed = any(text.strip() != was.get(key, "") for key, text in typed.items())
        return self._named(self._open) if changed else ""

    def choose(self, sheet: Sheet | None = None, session: RowId | None = None) -> None:
        """Turn to a pile, unless a sheet of another one is half typed."""
        if not self.form.begun:
            self.head.choose(sheet, session)

    def take_sheet(self) -> None:
        """Take what is typed as one step, and begin the next sheet; or say why not."""
        before, today = self._document.now, self._services.today()
        was = Taken(self.head.pile) if self._open is None else self._entered[self._open].taken
        try:
            after, taken = take_sheet(before, was, self.form.values, today, self._services.new_id)
        except PlanError as refusal:
            self.form.refuse(refused_blank(refusal), sentence(refusal))
            return
        at, changed = self._note(diff(before, after), taken)
        self._document.edit(self._label(at), partial(_become, after))
        said = _("Taken. {sheet}") if changed else _("Nothing was changed. {sheet}")
        self._tell(said.format(sheet=entered_text(self._entered[at], after)))
        self._begin_next()

    def open_entry(self, place: int) -> None:
        """Open a sheet that was taken, to correct it."""
        if self._open is None and self.form.begun:
            self._tell(_("Take the sheet that is half typed first, or clear it (Ctrl+Backspace)."))
            self.form.begin()
            return
        taken = self._entered[place].taken
        self.head.choose(taken.pile.sheet, taken.pile.session_id)
        self._open = place
        self.form.show_values(values_of(self._document.now, taken))
        self._show_mode()
        self._tell(_("Correct {sheet}").format(sheet=self._named(place)))
        self.form.begin()

    def clear(self) -> None:
        """Empty the form, or leave the sheet that is corrected as it was."""
        self._begin_next()

    def go_to_themes(self) -> None:
        """Leave for the page where themes are written; what is half typed stays."""
        self.close()
        self._services.go("discover")

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where typing goes on."""
        super().showEvent(event)
        self._begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what was taken."""
        self._services.settings.keep_window(self, PLACE)
        self._document.flush()
        super().closeEvent(event)
        self.closed.emit()

    def _take_keys(self) -> None:
        for key, do in (
            ("Ctrl+Return", self.take_sheet),
            ("Ctrl+Enter", self.take_sheet),
            ("Ctrl+Backspace", self.clear),
            ("Alt+Up", self._open_last),
            *step_keys(self._undo, self._redo),
            ("Ctrl+Shift+P", self._open_photos),
            ("Ctrl+W", self.close),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(do)

    def _show_pile(self) -> None:
        """Show the form of another pile; the cursor stays in the form if it was there.

        The same sheet with other blanks (a theme came in), or of another session, keeps what is
        half typed.
        """
        before, correcting = self.form, self._open
        had, here = before.isAncestorOf(self.focusWidget() or self), before.here
        form = SheetForm(blanks_of(self.head.pile.sheet, self._document.now))
        half_typed = before.values if before.begun and form.asks_like(before) else None
        form.finished.connect(self.take_sheet)
        self.parts.show_form(form)
        self.form = form
        self._begin_next(there=had)
        if half_typed is not None:
            self._open = correcting
            form.show_values(half_typed)
            form.go_to(here)
            self._show_mode()

    def _begin_next(self, *, there: bool = True) -> None:
        """Empty the form; `there`: the cursor goes to its first answer."""
        self._open = None
        sheet = self.head.pile.sheet
        self.form.show_values({"teller": next_code(self._document.now, sheet)})
        self._show_mode()
        if self.isVisible() and there:
            self._begin()

    def _begin(self) -> None:
        if self.form.blanks:
            self.form.begin()
        else:
            self.head.sheet.setFocus()

    def _note(self, delta: Delta, taken: Taken) -> tuple[int, bool]:
        """Remember a sheet that was taken or corrected: its place, and whether it is new."""
        if self._open is None:
            of_its_sort = [e for e in self._entered if e.taken.pile.sheet is taken.pile.sheet]
            number = max((one.number for one in of_its_sort), default=0) + 1
            self._entered.append(Entered(number, ((delta, taken),)))
            return len(self._entered) - 1, True
        if delta:
            self._entered[self._open] = self._entered[self._open].corrected(delta, taken)
        return self._open, bool(delta)

    def _label(self, at: int) -> str:
        return _("type in {sheet}").format(sheet=self._named(at))

    def _named(self, at: int) -> str:
        one = self._entered[at]
        name = SHEET_NAMES[one.taken.pile.sheet]
        return _("{sheet} {number}").format(sheet=name, number=one.number)

    def _show_mode(self) -> None:
        """Say whether a new sheet is typed or one is corrected, and how many there are."""
        sheet, correcting = self.head.pile.sheet, self._open is not None
        self.take.setText(_("Correct it") if correcting else _("Take the sheet"))
        self.leave.setVisible(correcting)
        self.parts.show_title("" if self._open is None else self._named(self._open))
        nothing = sheet is Sheet.VOTES and not self._document.now.themes
        self.parts.show_empty(nothing)
        self.take.setEnabled(not nothing)
        self._show_list()

    def _show_list(self) -> None:
        now = self._document.now
        shown = standing(self._entered, now)
        places = {id(one): place for place, one in enumerate(self._entered)}
        self.entries.show_lines([(places[id(one)], entered_text(one, now)) for one in shown])
        self.parts.count.setText(count_text(shown, self.head.pile.sheet))
        self.parts.show_listed(bool(shown))

    def _on_changed(self, delta: Delta) -> None:
        self._entered = [one.followed(delta) for one in self._entered]
        self.head.follow_sessions()
        self._follow_programme()
        self._show_list()

    def _follow_programme(self) -> None:
        now, sheet = self._document.now, self.head.pile.sheet
        if self._open is not None and not self._entered[self._open].stands(now):
            self._begin_next()
        blanks = blanks_of(sheet, now)
        if [b.key for b in blanks] != [b.key for b in self.form.blanks]:
            self._show_pile()
        else:
            self.form.show_hints(blanks)
            if not self.form.begun:
                self.form.show_values({"teller": next_code(now, sheet)})

    def _open_last(self) -> None:
        index = self.entries.index(0)
        place = self.entries.place(index)
        if place is not None:
            self.open_entry(place)

    def _undo(self) -> None:
        take_back(self._document, self._tell)

    def _redo(self) -> None:
        do_again(self._document, self._tell)

    def _offer_undo(self) -> None:
        self.undo.setEnabled(self._document.history.undo_label is not None)

    def _open_photos(self) -> None:
        from aiplanner.ui.dialogs.photos import Photos  # noqa: PLC0415 - not before it is used

        Photos(self, self._document, self._services, self.head.pile.session_id).open()

    def _tell(self, words: str) -> None:
        self.parts.tell(words)
        announce(self, words)


def _become(after: Programme, _now: Programme) -> Programme:
    """The step that was worked out already, on the very programme it is made on."""
    return after
