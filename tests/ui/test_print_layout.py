"""The Print page with little room: what makes a pack stays in sight, the rest scrolls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from aiplanner.app.printing import Group
from aiplanner.ui.theme import Theme
from tests.support.plans import item, plan, session
from tests.support.print_pages import PrintRoom, info, print_room

PLAN = plan(*(session("10:00", item("Meet")) for _ in range(3)), title="Ward 4")


def seen(room: PrintRoom, widget: QWidget) -> bool:
    """Whether all of a widget is within the page."""
    place = QRect(widget.mapTo(room.page, QPoint()), widget.size())
    return widget.isVisible() and room.page.rect().contains(place)


@pytest.mark.parametrize("size", [100, 150, 200])
def test_saving_is_in_sight_at_every_text_size(qtbot: QtBot, theme: Theme, size: int) -> None:
    theme.choose("light", size)
    with print_room(qtbot, PLAN, [info("cover"), info("agenda")]) as room:
        room.services.jobs.drain()
        room.page.resize(1180, 640)
        assert room.page.foot.lacks.links, "there is something to say above"
        assert seen(room, room.page.foot.save_button)
        room.page.foot.start("Drawing")
        assert seen(room, room.page.foot.cancel_button)
        room.page.foot.stop()
        room.page.foot.refuse("It could not be written. " * 3)
        qtbot.waitUntil(lambda: seen(room, room.page.foot.outcome))
        assert seen(room, room.page.foot.save_button)


def test_choices_stay_in_one_row_beside_a_scroll_bar(qtbot: QtBot, theme: Theme) -> None:
    theme.choose("light", 100)
    with print_room(qtbot, PLAN, [info("cover"), info("agenda")]) as room:
        choices = room.page.choices
        ids = tuple(one.id for one in PLAN.sessions[:2])
        choices.session.show_scope(ids)
        choices.resize(472, choices.height())
        tops = {field.y() for field in (choices.session, choices.size_of_print, choices.sheet)}
        assert len(tops) == 1
        choices.resize(300, choices.height())
        tops = {field.y() for field in (choices.session, choices.size_of_print, choices.sheet)}
        assert len(tops) == 2


def test_what_is_missing_is_told_in_whole_lines_in_large_text(qtbot: QtBot, theme: Theme) -> None:
    theme.choose("light", 150)
    documents = [info("cover"), info("interview-guide", Group.PERSON), info("cycle-report")]
    with print_room(qtbot, PLAN, documents) as room:
        room.services.jobs.drain()
        room.page.resize(1180, 600)
        told = room.page.foot.lacks.findChildren(QLabel)
        assert len(told) >= 3

        def whole() -> bool:
            return all(one.height() >= one.heightForWidth(one.width()) for one in told)

        qtbot.waitUntil(whole)
        tree = room.page.listed.tree
        qtbot.waitUntil(lambda: tree.height() >= tree.minimumSizeHint().height())
