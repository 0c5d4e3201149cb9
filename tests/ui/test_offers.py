"""Free time and overlaps mended from their own line, by keyboard and by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.offers import Way
from aiplanner.domain.programme import Programme
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_lines import Sort
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.running_order.offer_links import Link
from aiplanner.ui.widgets.running_order.order_table import OrderTable
from tests.support.hall import NONE, Hall, focused, hall_of
from tests.support.open_documents import opened
from tests.support.plans import breakout, item, named, plan, session, strand

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
GAP = plan(session("10:00", item("Retell", "15"), item("Check-out", "10", at="10:40"), planned=60))
OVERLAP = plan(
    session(
        "10:00",
        item("Interviews", "40"),
        item("Check-out", "10", at="10:30"),
        item("Tidy", "5"),
        planned=60,
    )
)
IN_A_STRAND = plan(
    session(
        "10:00",
        breakout(
            "Groups",
            strand("", item("Talk", "10"), item("Fixed", "10", at="10:30")),
            strand("", item("Walk", "20")),
        ),
    )
)


class Mender(Hall):
    """A person who mends what a notice tells of."""

    def notice(self) -> int:
        return next(n for n, line in enumerate(self.model.lines()) if line.sort is Sort.NOTICE)

    def go_to_notice(self) -> None:
        self.table.setFocus()
        self.table.choose(self.notice(), Column.WHAT)

    def view(self) -> OrderTable:
        return self.table.lanes.view_at(self.notice()) or self.table

    def links(self) -> list[Link]:
        view = self.view()
        top = view.rowViewportPosition(self.notice()) + 2
        return view.links_at(QPoint(1, top))[1]

    def menu(self) -> QMenu:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def offered(self) -> list[str]:
        texts = (action.text().replace("&", "") for action in self.menu().actions())
        return [text for text in texts if text]


@pytest.fixture
def mender(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme) -> Iterator[Mender]:
    programme: Programme = request.param
    with opened(programme) as (document, services):
        page = SessionsPage(document, services)
        hall_of(qtbot, document, page)
        yield Mender(qtbot, document, page)
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        QToolTip.hideText()
        page.leave()


gap = pytest.mark.parametrize("mender", [GAP], indirect=True)
overlap = pytest.mark.parametrize("mender", [OVERLAP], indirect=True)


@gap
def test_enter_on_free_time_opens_what_can_be_done_each_told_beforehand(mender: Mender) -> None:
    mender.go_to_notice()
    mender.press(Key.Key_Return)
    assert mender.offered()[0].startswith(
        "Move Check-out to 10:15: Check-out would start 10:15 and end 10:25"
    )
    assert "The break would be from 10:15 to 10:40." in mender.offered()[1]
    assert mender.document.now == GAP
    QTest.keyClick(mender.menu(), Key.Key_Return)
    assert named(mender.document.now, "Check-out").pin == time(10, 15)
    assert mender.document.history.undo_label == "Move Check-out to 10:15"
    assert mender.here()[0] == "Check-out"
    mender.document.undo()
    assert mender.document.now == GAP


@gap
def test_escape_does_nothing(mender: Mender) -> None:
    mender.go_to_notice()
    mender.press(Key.Key_Return)
    QTest.keyClick(mender.menu(), Key.Key_Escape)
    assert mender.document.now == GAP
    assert mender.document.history.undo_label is None


@gap
def test_a_link_tells_what_it_would_do_and_does_it_with_one_click(mender: Mender) -> None:
    links = mender.links()
    assert [link.way for link in links] == [Way.EARLIER, Way.BREAK, None]
    port = mender.table.viewport()
    QTest.mouseMove(port, links[1].rect.center())
    assert port.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert QToolTip.text() == "The break would be from 10:15 to 10:40."
    QTest.mouseClick(port, LEFT, NONE, links[1].rect.center())
    order = [i.title for i in mender.document.now.items_of(GAP.sessions[0].id)]
    assert order == ["Retell", "Break", "Check-out"]
    assert mender.here()[0] == "Break"
    assert all(line.sort is not Sort.NOTICE for line in mender.model.lines())
    mender.document.undo()
    assert mender.document.now == GAP


@gap
def test_more_opens_the_list_at_the_link(mender: Mender) -> None:
    more = mender.links()[-1]
    QTest.mouseClick(mender.table.viewport(), LEFT, NONE, more.rect.center())
    assert len(mender.offered()) >= 4
    assert any("Unpin Check-out" in text for text in mender.offered())
    mender.menu().close()


@overlap
def test_an_overlap_offers_to_move_shorten_or_skip(mender: Mender) -> None:
    assert [link.way for link in mender.links()] == [Way.LATER, None]
    mender.go_to_notice()
    mender.press(Key.Key_Return)
    texts = [text.split(":")[0] for text in mender.offered()]
    assert texts == [
        "Move Check-out to 10",
        "Shorten Interviews",
        "Skip Interviews",
        "Unpin Check-out",
    ]
    for _n in range(2):
        QTest.keyClick(mender.menu(), Key.Key_Down)
    QTest.keyClick(mender.menu(), Key.Key_Return)
    assert named(mender.document.now, "Interviews").state is State.SKIPPED
    assert named(mender.document.now, "Check-out").pin == time(10, 30)


@overlap
def test_what_is_done_is_never_silent(mender: Mender, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    services = mender.page.offers._services
    monkeypatch.setattr(
        type(services), "say", property(lambda _s: lambda text, **_how: said.append(text)), False
    )
    link = mender.links()[0]
    QTest.mouseClick(mender.table.viewport(), LEFT, NONE, link.rect.center())
    assert said == ["Check-out now starts 10:40 and ends 10:50. The session ends 10:55."]


@pytest.mark.parametrize("mender", [IN_A_STRAND], indirect=True)
def test_inside_a_card_it_is_the_same(mender: Mender) -> None:
    mender.go_to_notice()
    assert focused() is mender.cards()[0]
    mender.press(Key.Key_Return)
    QTest.keyClick(mender.menu(), Key.Key_Down)
    QTest.keyClick(mender.menu(), Key.Key_Return)
    held = mender.document.now.items_of(named(IN_A_STRAND, "Talk").parent_id)
    assert [(i.title, i.length.minutes) for i in held] == [
        ("Talk", 10),
        ("Break", 20),
        ("Fixed", 10),
    ]
    assert focused() is mender.cards()[0]


@gap
def test_where_there_is_no_room_for_links_the_list_still_has_them(mender: Mender) -> None:
    mender.squeeze(430)
    assert len(mender.links()) < 3
    assert mender.links()[-1].way is None, "the way to the list is always there"
    mender.go_to_notice()
    mender.press(Key.Key_Return)
    assert len(mender.offered()) >= 4
    mender.menu().close()


@overlap
def test_a_long_title_gives_way_to_the_links(mender: Mender) -> None:
    title = "Interviews in pairs about the best day that anybody remembers here" * 3
    mender.document.edit("", lambda now: set_fields(now, named(now, "Interviews").id, title=title))
    assert [link.way for link in mender.links()] == [Way.LATER, None]
    mender.squeeze(430)
    last = mender.links()[-1]
    assert last.way is None
    assert last.rect.right() <= mender.view().viewport().width()


@gap
def test_pinning_is_said_and_what_has_no_clock_is_not_pinned(
    mender: Mender, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "aiplanner.ui.pages.session_items.announce", lambda _widget, text: said.append(text)
    )
    mender.go("Retell")
    mender.page.items.toggle_pin()
    mender.page.items.toggle_pin()
    parked = named(mender.document.now, "Retell").id
    mender.document.edit("", lambda now: set_fields(now, parked, state=State.PARKED))
    mender.page.items.toggle_pin()
    assert said == [
        "Retell, pinned to 10:00",
        "Retell, no longer pinned",
        "Retell has no clock time to pin.",
    ]
    assert named(mender.document.now, "Retell").pin is None
