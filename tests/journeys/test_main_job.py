"""The main job, end to end through the real window, by keyboard: plan, reopen, print.

The library is a file, the pack worker a process, the dialogs those of the product.
"""

from __future__ import annotations

from datetime import time
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.ui.pages.overview import OverviewPage
from aiplanner.ui.pages.print import PrintPage
from aiplanner.ui.pages.sessions import SessionsPage
from tests.support.story import Story, running

TITLE = "Going home well"
FIRST, SECOND = "Gallery walk", "Harvest in pairs"


def test_plan_a_programme_reopen_it_and_print_it(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    place = tmp_path / "library.aiplanner"
    with running(qtbot, qapp, place) as story:
        begin_and_rename(story)
        add_and_move_items(story)
        pin_and_see_the_overrun(story)
        undo_twice(story)
        kept = story.now
        story.hands.press("Ctrl+W")
        story.wait(lambda: not story.window.isVisible())
    with running(qtbot, qapp, place) as story:
        reopen(story)
        assert story.now == kept
        save_the_pack(story, tmp_path / "pack.pdf")
    assert_on_paper(tmp_path / "pack.pdf", kept)


def begin_and_rename(story: Story) -> None:
    """Begin from the first starter under one title, then give it another."""
    story.begin("Draft")
    story.page(OverviewPage)
    story.hands.press("F2")
    story.hands.type(TITLE)
    story.hands.press("Return")
    assert story.now.head.title == TITLE
    assert story.window.windowTitle().startswith(TITLE)


def add_and_move_items(story: Story) -> None:
    """Add two items below the first of Session 1, and move the second of them up."""
    story.hands.press("Ctrl+7")
    story.page(SessionsPage)
    before = titles(story.now)
    assert "ends on time" in foot_of(story)
    add(story, SECOND, minutes="15")
    add(story, FIRST, minutes="30")
    assert titles(story.now) == [before[0], SECOND, FIRST, *before[1:]]
    story.hands.press("Alt+Up")
    assert titles(story.now) == [before[0], FIRST, SECOND, *before[1:]]


def add(story: Story, title: str, minutes: str) -> None:
    """Add an item below the one in focus, give it a length, and stay on it."""
    story.hands.press("Ins")
    story.hands.type(title)
    story.hands.press("Return", "Up", "Left")
    story.hands.type(minutes)
    story.hands.press("Return", "Up", "Right")


def pin_and_see_the_overrun(story: Story) -> None:
    """Pin the second of them to 11:45; the session then runs over, and says so."""
    before = titles(story.now)
    story.hands.press("Down", "Left", "Left")
    story.hands.type("11:45")
    story.hands.press("Return")
    assert named(story.now, SECOND).pin == time(11, 45)
    assert titles(story.now) == before
    # 11:45 and 15 minutes, then what of the starter's 120 minutes follows its first 10.
    assert "ends 13:50, runs 1 h 50 min over 12:00" in foot_of(story)


def undo_twice(story: Story) -> None:
    """Take back the pin and the move; what was added stays."""
    story.hands.press("Ctrl+Z", "Ctrl+Z")
    assert named(story.now, SECOND).pin is None
    assert titles(story.now)[1:3] == [SECOND, FIRST]
    assert "runs 45 min over 12:00" in foot_of(story)


def reopen(story: Story) -> None:
    """Open the only programme of the library."""
    story.wait(lambda: story.window.home.model.rowCount() == 1)
    story.hands.press("Down", "Return")
    story.wait(lambda: story.window.frame is not None)
    story.hands.press("Ctrl+7")
    assert "runs 45 min over 12:00" in foot_of(story)


def save_the_pack(story: Story, place: Path) -> None:
    """Turn to Print, see what is printed, and save it."""
    story.hands.press("Ctrl+P")
    page = story.page(PrintPage)
    assert isinstance(page, PrintPage)
    story.wait(lambda: page.proofs.settled)
    assert page.preview.title.text() == "Cover"
    story.hands.tab_to(page.foot.save_button)
    story.hands.press("Return")
    story.wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    story.hands.press("Ctrl+A")
    story.hands.type(str(place))
    story.hands.press("Return")
    story.wait(lambda: page.foot.outcome.text.startswith("“pack.pdf” is saved"))


def assert_on_paper(pack: Path, programme: Programme) -> None:
    """Every title is in the text of the pack."""
    text = squeezed(" ".join(page.extract_text() for page in PdfReader(pack).pages))
    missing = [
        row.title
        for row in programme.rows.values()
        if isinstance(row, Item) and squeezed(row.title) not in text
    ]
    assert missing == []
    assert squeezed(TITLE) in text


def squeezed(text: str) -> str:
    """A text without its spaces: lines are broken anywhere on paper."""
    return "".join(text.split())


def foot_of(story: Story) -> str:
    """What the foot of the Sessions page says of the time."""
    page = story.page(SessionsPage)
    assert isinstance(page, SessionsPage)
    return page.foot.words.text()


def titles(programme: Programme) -> list[str]:
    """The titles of Session 1 from top to bottom."""
    return [item.title for item in programme.items_of(programme.sessions[0].id)]


def named(programme: Programme, title: str) -> Item:
    """The one item of that title."""
    [found] = [r for r in programme.rows.values() if isinstance(r, Item) and r.title == title]
    return found
