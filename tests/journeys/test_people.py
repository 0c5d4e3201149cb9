"""From an e-mail with names to pairs that meet once, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.pairing import repeats
from aiplanner.ui.dialogs.new_grouping import NewGrouping
from aiplanner.ui.dialogs.people_list import PeopleList
from aiplanner.ui.pages.people import PeoplePage
from aiplanner.ui.widgets.buttons import Button
from tests.support.story import Story, running

E_MAIL = """Hello, these come on Tuesday:
• Jane Doe, Ward 4, charge nurse
• John Smith, Ward 5, doctor
• Aisha Khan, Ward 4, pharmacist
• Li Wei, Families, daughter of a patient
• Mairi Evans, Ward 5, care worker
"""


def test_a_lead_lists_people_and_pairs_them(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with running(qtbot, qapp, tmp_path / "library.aiplanner") as story:
        story.window.resize(1366, 768)
        begin(story)
        paste_names(story)
        type_one_more(story)
        make_pairs(story)
        move_somebody(story)
        take_it_all_back(story)


def begin(story: Story) -> None:
    """A programme of one's own, and its page of people."""
    story.begin("Going home well")
    story.hands.press("Ctrl+8")
    assert isinstance(story.page(PeoplePage), PeoplePage)


def paste_names(story: Story) -> None:
    """Paste what came by e-mail, without its first line."""
    QGuiApplication.clipboard().setText(E_MAIL.partition("\n")[2])
    story.hands.press("Ctrl+V")
    dialog = story.window.findChild(PeopleList)
    assert dialog is not None
    assert dialog.add_button.text() == "Add 5 people"
    story.hands.tab_to(dialog.add_button)
    story.hands.press("Return")
    assert [p.name for p in story.now.people][:2] == ["Jane Doe", "John Smith"]
    assert story.now.people[3].organisation == "Families"


def type_one_more(story: Story) -> None:
    """Somebody else comes along, and does not take part in all."""
    story.hands.press("Ins")
    story.hands.type("Pat Reid")
    story.hands.press("Tab")
    story.hands.type("Council")
    story.hands.press("Return", "Escape")
    assert (story.now.people[-1].name, story.now.people[-1].organisation) == ("Pat Reid", "Council")


def make_pairs(story: Story) -> None:
    """Five rounds of pairs, in which everybody meets everybody."""
    page = story.page(PeoplePage)
    assert isinstance(page, PeoplePage)
    everybody = page.views.findChildren(Button)[0]
    story.hands.tab_to(everybody)
    story.hands.press("Right")
    assert page.views.current == "groups"
    story.hands.press("Ins")
    dialog = story.window.findChild(NewGrouping)
    assert dialog is not None
    story.hands.type("p")
    assert "up to 5 rounds" in dialog.says.text()
    story.hands.tab_to(dialog.number)
    story.hands.press("Ctrl+A")
    story.hands.type("5")
    story.hands.tab_to(dialog.make_button)
    story.hands.press("Return")
    rounds: dict[int, list[list[str]]] = {}
    [grouping] = story.now.groupings()
    for group in story.now.groups_of(grouping.id):
        names = [person.name for person in story.now.members_of(group.id)]
        rounds.setdefault(group.round, []).append(names)
    assert [len(groups) for groups in rounds.values()] == [3] * 5
    assert repeats(rounds.values()) == 0


def move_somebody(story: Story) -> None:
    """Two who should not work together are parted, and the notes say so."""
    page = story.page(PeoplePage)
    assert isinstance(page, PeoplePage)
    story.hands.press("Alt+Right")
    assert page.groups.board.cards[1].members.count() == 3
    assert undo_label(story).endswith("to Pair 2")


def take_it_all_back(story: Story) -> None:
    """Every step has its name, and nothing is left at the end."""
    names = []
    while label := undo_label(story):
        names.append(label)
        story.hands.press("Ctrl+Z")
    assert names[-1] == "Add 5 people"
    assert "Add Pat Reid" in names
    assert any(name.startswith("Make Pairs") for name in names)
    assert story.now.people == ()


def undo_label(story: Story) -> str:
    """What undo would take back; empty for nothing."""
    assert story.window.frame is not None
    return story.window.frame.document.history.undo_label or ""
