"""The window of the room view: it shows the moment, once a second, and does what is pressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aiplanner.app.room import RoomState, Stage, begun_items, minutes_behind, room_state
from aiplanner.app.room_words import announcement, session_name
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.plan_b import Wish
from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.real_times import RealTimes
from aiplanner.ui.document import Document
from aiplanner.ui.room.foot import RoomFoot
from aiplanner.ui.room.stage import RoomStage
from aiplanner.ui.room.verbs import RoomVerbs
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.notice import NoticeBar

PLACE = "room"
"""Under which name the window's place is remembered."""
_LEAST = (720, 480)
_SECOND = 1000


class RoomWindow(QWidget):
    """A session on its day. Closing the window ends nothing: the session goes on."""

    closed = Signal()

    def __init__(self, document: Document, services: Services, session_id: RowId) -> None:
        super().__init__()
        self._document, self._services, self._session_id = document, services, session_id
        self._spoken: RoomState | None = None
        self._gone = False
        """Whether the session was deleted."""
        self.setMinimumSize(*_LEAST)
        self.stage = RoomStage()
        self.notice = NoticeBar(self.stage)
        self.verbs = RoomVerbs(document, session_id, services.now, self.notice.say)
        self.foot = RoomFoot(self._doings())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.stage, 1)
        whole.addWidget(self.foot)
        self._second = QTimer(self)
        self._second.setTimerType(Qt.TimerType.PreciseTimer)
        self._second.setSingleShot(True)
        self._second.timeout.connect(self._on_second)
        document.changed.connect(self.notice.hide)  # what it tells is no longer the last thing
        document.changed.connect(self.refresh)
        document.state_changed.connect(self.refresh)
        self._take_keys()
        self.refresh()

    @property
    def session_id(self) -> RowId:
        """The session on show."""
        return self._session_id

    def refresh(self) -> None:
        """Show the moment; a session that was deleted closes its window."""
        try:
            state = room_state(self._document.now, self._session_id, self._services.now())
        except PlanError:
            if not self._gone:  # closing saves, and that has this called once more
                self._gone = True
                self._services.say(_("That session was deleted, so its room view was closed."))
                self.close()
            return
        self.setWindowTitle(_("{session} – room view").format(session=session_name(state)))
        self.stage.show_state(state)
        self.foot.show_state(state, saved=self._document.state != "retrying")
        before, self._spoken = self._spoken, state
        if self.isVisible() and (said := announcement(before, state)):
            announce(self.stage, said)

    def turn_full(self) -> None:
        """Fill the screen, or go back to a window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.foot.say_full(full=self.isFullScreen())

    def showEvent(self, event: QShowEvent) -> None:
        """Run with the clock while there is somebody to see it."""
        super().showEvent(event)
        self.refresh()
        self._wait()
        self.foot.arrive()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: rest."""
        self._second.stop()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the session running."""
        if not self.isFullScreen():
            self._services.settings.keep_window(self, PLACE)
        self._document.flush()
        super().closeEvent(event)
        self.hide()
        self.closed.emit()

    def _doings(self) -> dict[str, Callable[[], object]]:
        verbs = self.verbs
        return {
            "take": verbs.take,
            "give": verbs.give,
            "plan_b": self._open_plan_b,
            "full": self.turn_full,
            "end": verbs.end,
            "again": verbs.go_back,
            "back": verbs.go_back,
            "next": self._press_on,
            "actuals": self._open_real_times,
        }

    def _take_keys(self) -> None:
        verbs = self.verbs
        for keys, do in (
            (("PgDown",), self._press_on),
            (("PgUp",), self._press_back),
            (("+", "="), self.foot.buttons["give"].click),
            (("-",), self.foot.buttons["take"].click),
            (("F5", "F11"), self.turn_full),
            (("Esc",), self._leave_full),
            (("Ctrl+Z",), verbs.undo),
            (("Ctrl+Y", "Ctrl+Shift+Z"), verbs.redo),
            (("Ctrl+W",), self.close),
        ):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setAutoRepeat(False)  # a clicker held down means one step
                shortcut.activated.connect(do)

    def _press_on(self) -> None:
        """What a clicker does: start, go on; at the end it says where the end is."""
        state = self._spoken
        if state is not None and state.stage is Stage.BEFORE:
            self.verbs.begin()
        elif state is not None and state.last:
            self.notice.say(_("That was the last item. “End the session” is at the foot."))
        else:
            self._while_running(self.verbs.go_on)

    def _press_back(self) -> None:
        self._while_running(self.verbs.go_back)

    def _while_running(self, do: Callable[[], object]) -> None:
        if self._spoken is not None and self._spoken.stage is Stage.RUNNING:
            do()

    def _leave_full(self) -> None:
        if self.isFullScreen():
            self.turn_full()

    def _open_plan_b(self) -> None:
        from aiplanner.ui.dialogs.plan_b import open_plan_b  # noqa: PLC0415 - not before it is used

        state = self._spoken
        if state is None:
            return
        done = begun_items(self._document.now, state)
        wish = Wish(late=max(0, minutes_behind(state)), done=done)
        services = replace(self._services, say=self._say)
        open_plan_b(self, self._document, services, self._session_id, wish)

    def _say(
        self, text: str, *, undo: bool = False, back: Callable[[], object] | None = None
    ) -> None:
        """Tell it here: nobody looks at the programme's window."""
        way = self.verbs.undo if undo else back
        self.notice.say(text, _("Undo") if way else "", way)

    def _open_real_times(self) -> None:
        RealTimes(self, self._document, self._session_id).open()

    def _on_second(self) -> None:
        self.refresh()
        if self.isVisible():
            self._wait()

    def _wait(self) -> None:
        """Until the next whole second."""
        gone = self._services.now().microsecond // 1000
        self._second.start(_SECOND - gone)
