"""What is asked about a finding of the thread, in dialogs over its page."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import delete_findings
from aiplanner.ui.dialogs.link import LinkDialog
from aiplanner.ui.dialogs.unlink import UnlinkDialog
from aiplanner.ui.dialogs.whence import WhenceDialog
from tests.support.thread_desk import ThreadDesk, at_thread
from tests.support.threads import CHAIN, found


def test_a_long_finding_does_not_push_a_dialog_off_the_screen(qtbot: QtBot) -> None:
    with at_thread(qtbot, CHAIN) as desk:
        _ask_all(desk)


def _ask_all(desk: ThreadDesk) -> None:
    desk.choose("board")
    key, long = found(CHAIN, "board"), "https://example.org/" + "x" * 5_000
    desk.document.edit("Change", lambda now: set_fields(now, key, text=long))
    for ask, kind in (
        (desk.page.commands.link, LinkDialog),
        (desk.page.commands.ask, WhenceDialog),
        (desk.page.commands.unlink, UnlinkDialog),
    ):
        ask()
        dialog = desk.page.findChild(kind)
        assert dialog is not None
        words = [label.text() for label in dialog.findChildren(QLabel)]
        assert any(text.startswith("Action: https://example.org/x") for text in words)
        assert max(map(len, words)) <= 200
        dialog.reject()


def test_it_is_said_that_a_finding_was_deleted_while_one_was_asked(qtbot: QtBot) -> None:
    with at_thread(qtbot, CHAIN) as desk:
        desk.choose("board")
        board = found(CHAIN, "board")
        desk.page.commands.link()
        dialog = desk.page.findChild(LinkDialog)
        assert dialog is not None
        desk.document.edit("Delete", lambda now: delete_findings(now, [board]))
        dialog.tie_button.click()
        [said] = desk.said
        assert said.startswith("That row is not there any more.")
