"""The knowledge inside, by keyboard alone: choose a starter, read the guide, follow a hint."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.app.content import starter
from aiplanner.ui.dialogs.new_programme import NewProgramme
from aiplanner.ui.pages.overview import OverviewPage
from aiplanner.ui.pages.sessions import SessionsPage
from tests.support.story import Story, running


def test_a_lead_who_is_new_to_it_is_never_left_alone(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with running(qtbot, qapp, tmp_path / "library.aiplanner") as story:
        story.window.resize(1366, 768)
        choose_a_starter(story)
        read_the_guide(story)
        spoil_a_session(story)
        follow_the_hint(story)
        mend_it(story)


def choose_a_starter(story: Story) -> None:
    """Walk along the starters, read what each contains, take one under one's own title."""
    story.wait(lambda: bool(story.window.home.beginnings.found))
    story.hands.press("Ctrl+N")
    dialog = story.window.findChild(NewProgramme)
    assert dialog is not None
    story.hands.type("Going home well")
    while "Two-hour taster" not in dialog.contents.toPlainText().splitlines()[0]:
        story.hands.press("Down")
    assert "Paired" in dialog.contents.toPlainText() or "interview" in dialog.contents.toPlainText()
    story.hands.press("Return")
    story.wait(lambda: story.window.frame is not None)
    assert story.now.head.title == "Going home well"
    assert len(story.now.sessions) == len(starter("two-hour-taster").sessions)


def read_the_guide(story: Story) -> None:
    """Open it, search, read, and come back to where one was."""
    frame = story.window.frame
    assert frame is not None
    before = story.hands.here
    story.hands.press("F1")
    story.hands.type("grieving")
    story.hands.press("Return")
    assert frame.guide.pane.reading.toPlainText().startswith("When someone is grieving")
    story.hands.press("PgDown", "Escape")
    assert story.hands.here is before


def spoil_a_session(story: Story) -> None:
    """Make the second item of the running order so long that the session runs over."""
    story.hands.press("Ctrl+7")
    page = story.page(SessionsPage)
    assert isinstance(page, SessionsPage)
    story.hands.press("Down", "Left")
    story.hands.type("90")
    story.hands.press("Return")
    story.wait(lambda: page.hints.count.text().startswith("○"))


def follow_the_hint(story: Story) -> None:
    """On the overview the hint that it runs over leads back to the session."""
    story.hands.press("Ctrl+1")
    page = story.page(OverviewPage)
    assert isinstance(page, OverviewPage)
    found = page.hint_card.hints
    story.wait(lambda: any("over" in row.hint.accessibleName() for row in found.shown))
    [over] = [row.hint for row in found.shown if "runs" in row.hint.accessibleName()][:1]
    story.hands.tab_to(over)
    story.hands.press("Return")
    assert isinstance(story.page(SessionsPage), SessionsPage)


def mend_it(story: Story) -> None:
    """Taking it back satisfies the rule again."""
    page = story.page(SessionsPage)
    assert isinstance(page, SessionsPage)
    story.hands.press("Ctrl+Z")
    story.wait(lambda: page.hints.count.text() == "✓ no hints")
