"""A session typed by keyboard alone: few keys, every step named, all of it undone and redone.

How it is counted: every press of a key counts that is not a letter, figure or sign of a text: of
the programme's title, the session's times, and the cells' minutes, titles and leads. Enter, Tab,
arrows and keys with Ctrl count, and so does the figure that chooses a phase.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Kind, Phase
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.pages.sessions import SessionsPage
from tests.support.story import Story, running

MOST_KEYS = 130


class Row(NamedTuple):
    """What is typed of one item; `typed` is as much of the lead as is not completed by itself."""

    minutes: str
    title: str
    phase: Phase | None = None
    lead: str = ""
    typed: str = ""


ROWS = (
    Row("5", "Welcome and why we are here", Phase.DEFINE, "Amara Okafor", "Amara Okafor"),
    Row("10", "Agree how we work", Phase.DEFINE, "Ben Lowe", "Ben Lowe"),
    Row("30", "Paired appreciative interviews", Phase.DISCOVER, "Amara Okafor", "A"),
    Row("15", "Retell and find themes", Phase.DISCOVER, "Ben Lowe", "B"),
    Row("10", "Break"),
    Row("15", "Headline from the future", Phase.DREAM, "Amara Okafor", "A"),
    Row("10", "Possibility statements", Phase.DESIGN, "Ben Lowe", "B"),
    Row("10", "First steps", Phase.DELIVER, "Ben Lowe", "B"),
    Row("10", "Promises", Phase.DELIVER, "Amara Okafor", "A"),
    Row("5", "Check-out", Phase.DELIVER, "Ben Lowe", "B"),
)


class Counted:
    """Hands that count the keys which are no text."""

    def __init__(self, story: Story, qtbot: QtBot) -> None:
        self._story, self._qtbot, self.keys = story, qtbot, 0

    def press(self, *keys: str) -> None:
        self.keys += len(keys)
        self._story.hands.press(*keys)

    def press_in_list(self, *keys: str) -> None:
        """Press keys while a list of names is open; it gets them before the field does."""
        self.keys += len(keys)
        for name in keys:
            offered = QApplication.activePopupWidget()
            assert offered is not None, "names are offered"
            self._qtbot.keyClick(offered, QKeySequence(name)[0].key())

    def type(self, text: str) -> None:
        self._story.hands.type(text)


@pytest.mark.timeout(300)
def test_ten_items_in_few_keys_then_moved_pinned_undone_and_redone(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with running(qtbot, qapp, tmp_path / "library.aiplanner") as story:
        story.window.resize(1366, 768)
        hands = Counted(story, qtbot)
        story.wait(lambda: bool(story.window.home.beginnings.found))
        begin(story, hands)
        start = story.now
        clear_and_set_times(story, hands)
        for row in ROWS:
            type_row(hands, row)
        assert written(story.now) == [row[:4] for row in ROWS]
        assert the_break(story).kind is Kind.BREAK
        assert "ends on time" in sessions(story).foot.words.text()
        assert hands.keys <= MOST_KEYS, f"{hands.keys} keys beyond the text"
        reorder_three(story, hands)
        pin_one(story, hands)
        undo_and_redo_it_all(story, start)


def begin(story: Story, hands: Counted) -> None:
    """From Home: a new programme and its sessions."""
    hands.press("Ctrl+N")
    hands.type("Going home well")
    hands.press("Return")
    story.wait(lambda: story.window.frame is not None)
    hands.press("Ctrl+7")


def clear_and_set_times(story: Story, hands: Counted) -> None:
    """Take out what the starter brought, say when the session is, and go to the first minutes."""
    hands.press("Ctrl+A", "Del")
    head = sessions(story).head
    while story.hands.here is not head.span:
        hands.press("Shift+Tab")
    hands.type("13:00 to 15:00")
    while not sessions(story).table.has_focus():
        hands.press("Tab")
    hands.press("Left")


def type_row(hands: Counted, row: Row) -> None:
    """One row of the table from its minutes to its lead; Enter begins the next one."""
    hands.type(row.minutes)
    hands.press("Tab")
    hands.type(row.title)
    if row.phase is not None:
        hands.press("Tab", "Tab", str(list(Phase).index(row.phase) + 1), "Tab", "Tab")
        hands.type(row.typed)
        if row.typed != row.lead:
            hands.press_in_list("Down", "Return")
            return
    hands.press("Return")


def reorder_three(story: Story, hands: Counted) -> None:
    """The last three, one by one, to other places; each is spoken and goes with the focus."""
    hands.press("Up", "Alt+Up", "Alt+Up")
    hands.press("Down", "Alt+Up", "Alt+Up")
    hands.press("Up", "Up", "Up", "Alt+Down")
    titles = [row.title for row in ROWS]
    now = [item.title for item in story.now.items_of(story.now.sessions[0].id)]
    assert sorted(now) == sorted(titles)
    assert now[-3:] != titles[-3:]


def pin_one(story: Story, hands: Counted) -> None:
    """The break, where it stands now."""
    table = sessions(story).table
    while "Break" not in table.currentIndex().siblingAtColumn(Column.WHAT).data():
        hands.press("Up")
    hands.press("Ctrl+L")
    assert the_break(story).pin is not None
    assert undo_name(story) == "Pin Break"


def undo_and_redo_it_all(story: Story, start: Programme) -> None:
    """Every step has a name that says what it was; there and back nothing is lost."""
    end, names = story.now, list[str]()
    while story.now != start:
        name = undo_name(story)
        assert story.window.actions_by_key["undo"].text() == f"Undo: {name}"
        names.insert(0, name)
        story.hands.press("Ctrl+Z")
    for name in names:
        assert story.window.actions_by_key["redo"].text() == f"Redo: {name}"
        story.hands.press("Ctrl+Y")
    assert story.now == end
    assert sum(name.startswith("Move ") for name in names) >= 3
    told = {name for name in names if any(row.title in name for row in ROWS)}
    assert len(told) >= len(ROWS)


def the_break(story: Story) -> Item:
    """The break of the first session."""
    now = story.now
    [found] = [item for item in now.items_of(now.sessions[0].id) if item.title == "Break"]
    return found


def undo_name(story: Story) -> str:
    """What undo would take back."""
    frame = story.window.frame
    assert frame is not None
    assert frame.undo_label, "there is a step to undo"
    return frame.undo_label


def sessions(story: Story) -> SessionsPage:
    """The Sessions page."""
    page = story.page(SessionsPage)
    assert isinstance(page, SessionsPage)
    return page


def written(programme: Programme) -> list[tuple[str, str, Phase | None, str]]:
    """What stands in the cells of the first session."""
    items = programme.items_of(programme.sessions[0].id)
    return [(str(i.length.minutes), i.title, i.phase, i.lead) for i in items]
