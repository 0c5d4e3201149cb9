"""From a plan that lacks a capability to a group that sees what has moved, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.coverage import coverage
from aiplanner.domain.cycle import Capability
from aiplanner.domain.self_rating import Moment
from aiplanner.domain.self_ratings import profile
from aiplanner.ui.pages.leadership import LeadershipPage
from aiplanner.ui.pages.sessions import SessionsPage
from tests.support.story import Story, running

TITLE = "Going home well"


def test_a_lead_mends_the_map_and_types_the_sheets(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    place = tmp_path / "library.aiplanner"
    with running(qtbot, qapp, place) as story:
        story.window.resize(1366, 768)
        begin_with_one_session(story)
        mend_twice(story)
        type_sheets(story)
    with running(qtbot, qapp, place) as later:
        the_sheets_are_still_there(later)


def begin_with_one_session(story: Story) -> None:
    """A programme of one's own whose only session welcomes people and says goodbye."""
    story.begin(TITLE, "Blank")
    story.hands.press("Ctrl+7")
    assert len(story.now.sessions) == 1
    assert isinstance(story.page(SessionsPage), SessionsPage)


def mend_twice(story: Story) -> None:
    """Two activities that are offered, each one step of undo."""
    story.hands.press("Ctrl+9")
    page = story.page(LeadershipPage)
    assert isinstance(page, LeadershipPage)
    story.wait(lambda: not page.mends.rows[0].isHidden())
    before = story.now
    for _n in range(2):
        lacking = set(coverage(story.now).never_led)
        story.hands.tab_to(page.mends.rows[0].add)
        story.hands.press("Return")
        assert set(coverage(story.now).never_led) < lacking
    assert page.map.model.rows[-1].cells[-1].items > 0
    story.hands.press("Ctrl+Z", "Ctrl+Z")
    assert story.now.items_of(story.now.sessions[0].id) == before.items_of(before.sessions[0].id)
    story.hands.press("Ctrl+Y", "Ctrl+Y")
    assert len(story.now.items_of(story.now.sessions[0].id)) > len(
        before.items_of(before.sessions[0].id)
    )


def type_sheets(story: Story) -> None:
    """Five before and four after: the group is seen before, not yet after."""
    page = story.page(LeadershipPage)
    assert isinstance(page, LeadershipPage)
    story.hands.tab_to(page.profile.enter)
    story.hands.press("Return")
    for moment, people, answers in (("b", 5, "122222"), ("a", 4, "344444")):
        for n in range(people):
            story.hands.type(f"P{n}")
            story.hands.press("Return")
            story.hands.type(moment + answers)
            story.hands.press("Ctrl+Return")
    found = profile(story.now.self_ratings)
    assert (found.before.people, found.after.people) == (5, 4)
    assert found.before.middles[Capability.VISION] == 2
    assert not found.after.middles


def the_sheets_are_still_there(story: Story) -> None:
    """The library keeps them; the profile stands on its page, of five and not of four."""
    home = story.window.home
    story.wait(lambda: home.model.rowCount() == 1)
    story.hands.tab_to(home.shelf.table)
    story.hands.press("Return")
    story.wait(lambda: story.window.frame is not None)
    assert story.now.head.title == TITLE
    moments = [sheet.moment for sheet in story.now.self_ratings]
    assert moments == [*[Moment.BEFORE] * 5, *[Moment.AFTER] * 4]
    story.hands.press("Ctrl+9")
    page = story.page(LeadershipPage)
    assert isinstance(page, LeadershipPage)
    assert "Vision: before sometimes." in page.profile.plot.accessibleName()
    assert "After is shown once 5 people" in page.profile.hidden.text()
