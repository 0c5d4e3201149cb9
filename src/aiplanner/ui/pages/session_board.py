"""Head, running order and foot of a session, one below the other."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from aiplanner.ui.pages.session_foot import SessionFoot
from aiplanner.ui.pages.session_head import INSET, SessionHead
from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE


class SessionBoard(QWidget):
    """What stands beside the panes; `work` is the running order in whatever view."""

    def __init__(self, head: SessionHead, work: QWidget, foot: SessionFoot) -> None:
        super().__init__()
        body = QVBoxLayout(self)
        body.setContentsMargins(AROUND - INSET, INSIDE + 2, AROUND, BETWEEN)
        body.setSpacing(INSIDE + 2)
        body.addWidget(head)
        inset = QVBoxLayout()
        inset.setContentsMargins(INSET, 0, 0, 0)
        inset.addWidget(work, 1)
        inset.addWidget(foot)
        body.addLayout(inset, 1)
