"""What a finding grew from and what became of it, as words that lead there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aiplanner.app.finding_words import SORT_NAMES
from aiplanner.app.thread_words import text_of
from aiplanner.domain.findings import SORT_OF, Finding
from aiplanner.i18n import gettext as _
from aiplanner.ui.tokens import STEP
from aiplanner.ui.widgets.buttons import Button
from aiplanner.ui.widgets.labels import breakable, label
from aiplanner.ui.widgets.words_button import WordsButton

_INSETS = (6, 3, 6, 4)
_MOST = 12
"""More than these are counted, not shown."""


class KinButton(WordsButton):
    """The sort and the text of a finding; pressed it leads there."""

    def __init__(self, finding: Finding) -> None:
        super().__init__("hint", _INSETS)
        sort = SORT_NAMES[SORT_OF[type(finding)]]
        text = text_of(finding)
        self.body.addWidget(label(sort[:1].upper() + sort[1:], "secondary"))
        self.body.addWidget(label(breakable(text), wrap=True))
        self.setAccessibleName(f"{sort}: {text}")
        self.setToolTip(_("Go there (Enter)"))
        self.let_through()


class KinList(QWidget):
    """A heading and the findings under it; without any it is not there."""

    wanted = Signal(str)
    """The id of a finding to go to."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, str], ...] = ()
        self.buttons: list[Button] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(STEP)
        self._body.addWidget(label(heading, "label"))
        self._rest = label("", "secondary")
        self._body.addWidget(self._rest)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these."""
        fresh = tuple((one.id, one.text) for one in findings)
        if fresh == self._shown:
            return
        self._shown = fresh
        for old in self.buttons:
            old.hide()
            old.deleteLater()
        self.buttons = [KinButton(one) for one in findings[:_MOST]]
        for place, (made, one) in enumerate(zip(self.buttons, findings, strict=False), 1):
            made.clicked.connect(partial(self._tell, one.id))
            self._body.insertWidget(place, made)
        over = len(findings) - len(self.buttons)
        self._rest.setText(_("and {count} more").format(count=over))
        self._rest.setVisible(over > 0)
        self.setVisible(bool(findings))

    def _tell(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.wanted.emit(key)
