"""The thread is tied and untied by mouse as well."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.support.thread_desk import ThreadDesk, at_thread
from tests.support.threads import CHAIN, found


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[ThreadDesk]:
    with at_thread(qtbot, CHAIN) as made:
        yield made


def test_a_line_is_drawn_with_the_mouse(desk: ThreadDesk) -> None:
    desk.drag("early", "unheard")
    assert ("unheard", "early") in desk.knots, "whichever one begins at, the cycle runs one way"
    assert desk.document.history.undo_label == "Link “early” to “unheard”"
    desk.drag("taxi", "early")
    assert desk.said[-1] == "These two are tied already."


def test_while_a_line_is_drawn_it_says_what_it_would_be(desk: ThreadDesk) -> None:
    start, end = desk.middle("unheard"), desk.middle("early")
    port = desk.view.viewport()
    desk.click(start)
    desk.view.pull.press(found(CHAIN, "unheard"), start + desk.view.offset())
    desk.pull(end)
    assert desk.view.pull.words == "This theme grew from that story"
    assert port.isVisible()
    desk.hands.press("Escape")
    assert not desk.view.pull.under_way


def test_a_line_is_chosen_by_a_click_on_it(desk: ThreadDesk) -> None:
    assert desk.view.scale is not None
    knot = found(CHAIN, "noon"), found(CHAIN, "we ask")
    seen = desk.view.viewport().rect().translated(desk.view.offset())
    line = next(line for line in desk.view.scale.strands(seen) if line.knot == knot)
    desk.click(((line.start + line.end) / 2).toPoint() - desk.view.offset())
    assert desk.view.knot == knot
    desk.page.verbs()["delete"]()
    assert ("noon", "we ask") not in desk.knots


def test_the_menu_offers_all_of_it(desk: ThreadDesk) -> None:
    desk.choose("early")
    desk.page.commands.open_menu(QPoint(0, 0))
    menu = desk.page.findChild(QMenu)
    assert menu is not None
    words = [a.text().replace("&", "").partition("\t")[0] for a in menu.actions() if a.text()]
    assert words == [
        "Show it where it was found",
        "Where from, and what became of it…",
        "Tie to another finding…",
        "Remove a link…",
        "Copy",
    ]
    menu.close()
