"""The window in which returned forms are read, their answers looked at, ticked and taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui import file_dialogs
from aiplanner.ui.document import Document
from aiplanner.ui.dropped_files import local_paths
from aiplanner.ui.returned.desk import PLACE
from aiplanner.ui.returned.layout import Parts, lay_out
from aiplanner.ui.returned.lines import FormLine, counts_text, next_place, sheet_text
from aiplanner.ui.returned.list import FORMS, FormsView, SheetsModel
from aiplanner.ui.returned.panel import FormPanel
from aiplanner.ui.returned.pile import FormPile
from aiplanner.ui.services import Services
from aiplanner.ui.stepping import do_again, step_keys, take_back
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button

_LEAST = (760, 480)
_LOOKS_MS = 60
"""Milliseconds between one look at the pile and the next while it is busy; drawing every file as it
is read and every sheet as it is taken would hold up typing."""


class ReturnedWindow(QWidget):
    """Closing it stops reading; what was read stays as long as the programme is open."""

    closed = Signal()

    def __init__(self, document: Document, services: Services) -> None:
        super().__init__()
        self._document, self._services = document, services
        self._on_show: tuple[int, int] | None = None
        self._was_busy = False
        self.looks = QTimer(self)
        self.looks.setSingleShot(True)
        self.looks.setInterval(_LOOKS_MS)
        self.setMinimumSize(*_LEAST)
        self.setAcceptDrops(True)
        self.pile = FormPile(document, services, self)
        self.model = SheetsModel(FORMS)
        self.list = FormsView(self.model)
        self.panel = FormPanel()
        self.files = button(_("Choose files…"), self.ask_for_files, icon="add")
        self.folder = button(_("Choose a folder…"), self.ask_for_folder, icon="open")
        self.kept = button(_("Kept answers…"), self._open_kept, tip=_("Kept answers (Ctrl+K)"))
        self.undo = button(_("Undo"), self._undo, icon="undo", tip=_("Undo (Ctrl+Z)"))
        self.halt = button(_("Stop"), self._stop, tip=_("Stop (Esc)"))
        self.next = button(_("Next form"), self.turn_on, tip=_("Next form (Alt+Down)"))
        self.take_all = button("", self._take_all)
        self.take = button("", self.take_these, "primary")
        self.parts: Parts = lay_out(self)
        services.settings.follow_panes(self.parts.panes, PLACE)
        self._take_keys()
        self._connect()
        self._refresh()

    def add(self, paths: Sequence[Path]) -> None:
        """Read these files, and the PDF files in these folders."""
        if paths:
            self.pile.add(paths)

    def ask_for_files(self) -> None:
        """Choose forms, one or more."""
        file_dialogs.ask_forms(self, self._services.settings, self.add)

    def ask_for_folder(self) -> None:
        """Choose a folder of forms."""
        file_dialogs.ask_folder(self, self._services.settings, lambda folder: self.add([folder]))

    def take_these(self) -> None:
        """Take the ticked answers of the form on show, and turn to the next."""
        line = self._line
        if line is None or not line.takes:
            return
        count = len(line.ticked)
        if not self.pile.take(line.place):
            refused = self._line
            announce(self, "" if refused is None else refused.why, urgent=True)
            return
        words = ngettext(
            "Taken: {count} answer of {sheet}.", "Taken: {count} answers of {sheet}.", count
        )
        self._tell(words.format(count=count, sheet=sheet_text(line)))
        self.turn_on()

    def turn_on(self) -> None:
        """Show the next form that can be looked at, from the one on show on and round."""
        self._refresh()
        row = next_place(self.pile.lines, self.model.row_of(self._on_show))
        if row >= 0:
            self.list.turn_to(row)

    def shut(self) -> None:
        """End the process that reads; the window goes for good."""
        self.pile.stop()
        self.pile.reading.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where something can be done."""
        super().showEvent(event)
        start = self.list if self.pile.lines else self.parts.empty.button
        if start is not None:
            start.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what was taken."""
        self.shut()
        self._services.settings.keep_window(self, PLACE)
        self._document.flush()
        super().closeEvent(event)
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and folders."""
        if local_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what is dropped."""
        event.acceptProposedAction()
        self.add(local_paths(event.mimeData()))

    @property
    def _line(self) -> FormLine | None:
        return None if self._on_show is None else self.pile.line(self._on_show)

    def _take_keys(self) -> None:
        for key, do in (
            ("Ctrl+Return", self.take_these),
            ("Ctrl+Enter", self.take_these),
            ("Ctrl+Shift+Return", self._take_all),
            ("Alt+Down", self.turn_on),
            ("Ins", self.ask_for_files),
            ("Ctrl+O", self.ask_for_files),
            ("Ctrl+Shift+O", self.ask_for_folder),
            ("Ctrl+V", self._paste),
            ("Ctrl+K", self._open_kept),
            *step_keys(self._undo, self._redo),
            ("Esc", self._stop_or_close),
            ("Ctrl+W", self.close),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(do)

    def _connect(self) -> None:
        self.pile.changed.connect(self._on_changed)
        self.looks.timeout.connect(self._refresh)
        self.pile.said.connect(self._tell)
        self.list.shown.connect(self._on_turned)
        self.list.unwanted.connect(self._drop)
        self.list.opened.connect(self.panel.begin)
        self.panel.ticked.connect(self._on_ticked)
        self._document.state_changed.connect(self._offer)

    def _on_changed(self) -> None:
        """Show it at once, unless it is one of very many changes."""
        was, self._was_busy = self._was_busy, bool(self.pile.progress[1])
        if not (was and self._was_busy):
            self._refresh()
        elif not self.looks.isActive():
            self.looks.start()

    def _refresh(self) -> None:
        """Show what the pile has become; at first, and where the one on show went, the first."""
        self.looks.stop()
        lines = self.pile.lines
        first = not self.model.rowCount()
        self.model.show_lines(lines)
        if lines and self.list.place is None:
            self.list.turn_to(0)  # before it comes in sight: with the focus alone none is chosen
        self.parts.show_empty(not lines)
        if first and lines:
            self.list.setFocus()
        self.parts.count.setText(counts_text(lines))
        self.parts.show_progress(*self.pile.progress)
        self._show_line()

    def _on_turned(self) -> None:
        self._on_show = self.list.place
        self._show_line()

    def _show_line(self) -> None:
        self.panel.show_line(self._line)
        self._offer()

    def _offer(self) -> None:
        """Name the buttons after what they would do now."""
        line, ready = self._line, len(self.pile.all_ready)
        busy = bool(self.pile.progress[1])
        count = 0 if line is None or not line.takes else len(line.ticked)
        these = ngettext("Take this {count}", "Take these {count}", count)
        self.take.setText(these.format(count=count) if count else _("Take these"))
        self.take.setEnabled(bool(count) and not self.pile.taking)
        forms = ngettext("Take {count} form", "Take all {count} forms", ready)
        self.take_all.setText(forms.format(count=ready) if ready else _("Take all forms"))
        self.take_all.setEnabled(ready > 0 and not busy)
        self.next.setEnabled(next_place(self.pile.lines, self.model.row_of(self._on_show)) >= 0)
        self.halt.setVisible(busy)
        self.undo.setEnabled(self._document.history.undo_label is not None)

    def _take_all(self) -> None:
        if self.take_all.isEnabled():
            self.pile.take_all()

    def _on_ticked(self, keys: frozenset[str]) -> None:
        if self._on_show is not None:
            self.pile.tick(self._on_show, keys)

    def _drop(self) -> None:
        if self._on_show is not None:
            self.pile.drop(self._on_show)

    def _paste(self) -> None:
        self.add(local_paths(QGuiApplication.clipboard().mimeData()))

    def _stop(self) -> None:
        self.pile.stop()
        self.list.setFocus()

    def _stop_or_close(self) -> None:
        if self.pile.progress[1]:
            self._stop()
        else:
            self.close()

    def _open_kept(self) -> None:
        from aiplanner.ui.returned.kept import KeptAnswers  # noqa: PLC0415 - when it is used

        KeptAnswers(self, self._document, self._services).open()

    def _undo(self) -> None:
        self._step(take_back)

    def _redo(self) -> None:
        self._step(do_again)

    def _step(self, step: Callable[[Document, Callable[[str], None]], None]) -> None:
        """Take a sheet back or again, and show it: it may be far from the one on show."""
        before = {line.place: line.state for line in self.pile.lines}
        step(self._document, self._tell)
        moved = [one for one in self.pile.lines if one.state is not before.get(one.place)]
        if moved:
            self.list.turn_to(self.model.row_of(moved[0].place))

    def _tell(self, words: str) -> None:
        self.parts.tell(words)
        announce(self, words)
