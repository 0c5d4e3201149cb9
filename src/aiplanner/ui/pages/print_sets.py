"""The sets of documents on the Print page: choose one, keep what is chosen, rename, delete."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from aiplanner.app.ports import Library
from aiplanner.app.print_sets import SHIPPED, PrintSet
from aiplanner.app.session_scope import Scope, numbers_of, numbers_words, scope_of
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.dialogs.set_name import SetName
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.pages.print_look import Look
from aiplanner.ui.pages.print_proofs import Order
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.menus import LINE, Entry, below, fill


class PrintSets(QObject):
    """The sets of the library behind one button; those shipped come first and always stay."""

    chosen = Signal(object)
    """PrintSet: print this."""
    told = Signal(str)
    """A sentence: what was done."""
    refused = Signal(str)
    """A sentence: the library refuses."""

    def __init__(
        self, services: Services, now: Callable[[str], PrintSet | None], page: QWidget
    ) -> None:
        """`now` makes a set of that name of what is chosen now; None where nothing is."""
        super().__init__(page)
        self._services, self._now, self._page = services, now, page
        self.own: tuple[PrintSet, ...] = ()
        """The user's own sets, by name."""
        self.button = button(_("Sets"), self._open_menu, icon="down")
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.button.setAccessibleName(_("Sets of documents"))
        self.button.setToolTip(_("Choose a set of documents, or keep what is ticked as a set"))

    def read(self) -> None:
        """Read the sets anew: another window may have kept one."""
        library = self._services.library
        self._start(lambda: tuple(library.print_sets()))

    def menu(self) -> QMenu:
        """The sets to choose, and what can be done with them; it goes when it is closed."""
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        fill(menu, [self._entry(one) for one in SHIPPED])
        if self.own:
            fill(menu, [LINE, *(self._entry(one) for one in self.own)])
        keep = Entry(_("Keep this choice as a set…"), self.keep, usable=self._now("") is not None)
        fill(menu, [LINE, keep])
        if self.own:
            below(menu, _("Change a name"), [self._line(one, self.rename) for one in self.own])
            below(menu, _("Delete a set"), [self._line(one, self.delete) for one in self.own])
        return menu

    def keep(self) -> None:
        """Ask for a name and keep what is chosen now."""
        dialog = SetName(self._page, _("Keep as a set"), "", self._names())
        dialog.agreed.connect(self._keep)
        dialog.open()

    def rename(self, one: PrintSet) -> None:
        """Ask for another name."""
        others = self._names() - {one.name}
        dialog = SetName(self._page, _("Change the name of a set"), one.name, others)
        dialog.agreed.connect(lambda name: self._rename(one, name))
        dialog.open()

    def delete(self, one: PrintSet) -> None:
        """Delete a set, and offer it back."""
        self._start(partial(_dropped, self._services.library, one))
        words = _("The set “{name}” is deleted.").format(name=one.name)
        self._services.say(words, back=lambda: self._put(one))

    def _keep(self, name: str) -> None:
        one = self._now(name)
        if one is not None:
            self._put(one)
            self.told.emit(_("“{name}” is kept among the sets.").format(name=name))

    def _rename(self, one: PrintSet, name: str) -> None:
        self._start(partial(_renamed, self._services.library, one, name))

    def _put(self, one: PrintSet) -> None:
        self._start(partial(_kept, self._services.library, one))

    def _names(self) -> set[str]:
        return {one.name for one in (*SHIPPED, *self.own)}

    def _entry(self, one: PrintSet) -> Entry:
        return Entry(one.name, lambda: self.chosen.emit(one))

    def _line(self, one: PrintSet, do: Callable[[PrintSet], None]) -> Entry:
        return Entry(one.name, lambda: do(one))

    def _open_menu(self) -> None:
        self.menu().popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _start(self, work: Callable[[], Sequence[PrintSet]]) -> None:
        self._services.jobs.start(lambda _ticket: work(), self._on_read, self._on_failed)

    def _on_read(self, sets: Sequence[PrintSet]) -> None:
        self.own = tuple(sets)

    def _on_failed(self, error: BaseException) -> None:
        if not is_known(error):
            raise error
        self.refused.emit(sentence(error))


def set_of(name: str, order: Order) -> PrintSet | None:
    """A set of that name of what is chosen; None where nothing is."""
    look = order.look
    if not order.documents:
        return None
    numbers = numbers_of(order.programme, look.sessions) if look.sessions else ()
    these = len(numbers) > 1
    return PrintSet(
        name,
        order.documents,
        look.audience,
        look.print_size,
        look.paper,
        look.fillable,
        look.duplex,
        "these" if these else "one" if numbers else "all",
        numbers if these else (),
        look.columns,
    )


def set_look(one: PrintSet, order: Order, today: date) -> Look:
    """How a set is printed: of one session that is the one chosen now, or the next to be held."""
    sessions = None
    if one.sessions == "one":
        sessions = _single(order.look.sessions) or _next(order.programme, today)
    elif one.sessions == "these":
        sessions = scope_of(order.programme, one.numbers) or None
    return Look(
        one.print_size,
        one.paper,
        sessions,
        one.audience,
        one.fillable,
        one.duplex,
        columns=one.columns,
    )


def missing_words(one: PrintSet, programme: Programme) -> str:
    """Where a set names sessions that a programme has not: what is chosen in their place."""
    there = numbers_of(programme, None)
    gone = tuple(number for number in one.numbers if number not in there)
    if one.sessions != "these" or not gone:
        return ""
    if len(gone) == len(one.numbers):
        sentence = ngettext(
            "{sessions} is not in this programme, so the whole cycle is chosen.",
            "{sessions} are not in this programme, so the whole cycle is chosen.",
            len(gone),
        )
    else:
        sentence = ngettext(
            "{sessions} is not in this programme, so it is left out.",
            "{sessions} are not in this programme, so they are left out.",
            len(gone),
        )
    return sentence.format(sessions=numbers_words(gone))


def _single(scope: Scope) -> Scope:
    return scope if scope is not None and len(scope) == 1 else None


def _next(programme: Programme, today: date) -> Scope:
    coming = [s for s in programme.sessions if s.day is not None and s.day >= today]
    session = min(coming, key=_day, default=next(iter(programme.sessions), None))
    return None if session is None else (session.id,)


def _day(session: Session) -> date:
    return session.day or date.max


def _kept(library: Library, one: PrintSet) -> Sequence[PrintSet]:
    library.keep_print_set(one)
    return library.print_sets()


def _dropped(library: Library, one: PrintSet) -> Sequence[PrintSet]:
    library.drop_print_set(one.name)
    return library.print_sets()


def _renamed(library: Library, one: PrintSet, name: str) -> Sequence[PrintSet]:
    library.keep_print_set(replace(one, name=name))
    if name != one.name:
        library.drop_print_set(one.name)
    return library.print_sets()
