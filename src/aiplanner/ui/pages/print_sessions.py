"""Choose the sessions that a pack is for: the whole cycle, one, or some of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from aiplanner.app.session_scope import Scope, numbers_words
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.some_sessions import SomeSessions
from aiplanner.ui.widgets.snug_field import SnugField

_WHOLE, _ASK = "", "some"
"""The keys of the whole cycle, and of the answer that asks which sessions."""
_FEW = 3
"""Of two sessions there are no more choices than one, the other, and both."""


class SessionsField(SnugField):
    """`scope` is what is chosen; sessions that are gone fall out of it."""

    scope_picked = Signal()
    """The user chose other sessions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Sessions"), [(_WHOLE, _("Whole cycle"))], parent)
        self._sessions: tuple[Session, ...] = ()
        self.scope: Scope = None
        self._wished: Scope = None
        """What was chosen; a session that is deleted belongs to it again when that is undone."""
        self.picked.connect(self._on_key)

    @property
    def words(self) -> str:
        """The choice in words, as on show."""
        return self.currentText()

    def show_sessions(self, sessions: tuple[Session, ...]) -> None:
        """Offer these; where none of those chosen is left it is the whole cycle."""
        self.setVisible(bool(sessions))
        if sessions != self._sessions:
            self._sessions = sessions
            self._show_wished()

    def show_scope(self, scope: Scope) -> None:
        """Choose these sessions, as far as they are there, without telling."""
        # all of them ticked is the whole cycle: a session that is added belongs to it too
        whole = len(self._sessions) > 1 and set(self._all) <= set(scope or ())
        self._wished = None if whole else scope
        self._show_wished()

    def _show_wished(self) -> None:
        self.scope = tuple(key for key in self._all if key in (self._wished or ())) or None
        self._offer()

    def ask(self) -> SomeSessions:
        """Ask which sessions are meant."""
        chosen = self._all if self.scope is None else self.scope
        dialog = SomeSessions(self, self._sessions, chosen)
        dialog.agreed.connect(self._on_agreed)
        dialog.finished.connect(lambda _result: self.setFocus(Qt.FocusReason.OtherFocusReason))
        dialog.open()
        return dialog

    @property
    def _all(self) -> tuple[RowId, ...]:
        return tuple(one.id for one in self._sessions)

    def _on_key(self, key: str) -> None:
        if key == _ASK:
            self._show()  # what was chosen stays on show until others are
            self.ask()
        elif key != _key(self.scope):
            self._take(None if key == _WHOLE else (RowId(key),))

    def _on_agreed(self, chosen: tuple[RowId, ...]) -> None:
        self._take(chosen)

    def _take(self, scope: Scope) -> None:
        self.show_scope(scope)
        self.scope_picked.emit()

    def _offer(self) -> None:
        """List the answers; some sessions together stand there only while they are chosen."""
        numbers = {one.id: number for number, one in enumerate(self._sessions, 1)}
        answers = [(_WHOLE, _("Whole cycle"))]
        answers += [(key, numbers_words([number])) for key, number in numbers.items()]
        if self.scope is not None and len(self.scope) > 1:
            told = numbers_words([numbers[key] for key in self.scope])
            answers.append((_key(self.scope), told))
        if len(self._sessions) >= _FEW:
            answers.append((_ASK, _("Several sessions…")))
        self.offer(answers)
        self._name(self._sessions)
        self._show()

    def _show(self) -> None:
        self.show_key(_key(self.scope))

    def _name(self, sessions: Sequence[Session]) -> None:
        for row, session in enumerate(sessions, 1):
            self.setItemData(row, session.title, Qt.ItemDataRole.ToolTipRole)


def _key(scope: Scope) -> str:
    return _WHOLE if scope is None else ",".join(scope)
