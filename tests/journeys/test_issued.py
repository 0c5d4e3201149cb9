"""A pack leaves the house, the plan changes, and only what changed is issued again."""

from __future__ import annotations

from datetime import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from aiplanner.domain.edits.fields import set_fields
from aiplanner.ui.pages.print import PrintPage
from tests.support.packs import squeezed
from tests.support.story import Story, running
from tests.support.tagged_pdf import faults, page_texts

TITLE = "Going home well"


def test_what_was_issued_is_known_after_a_restart_and_replaced_in_part(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    place, first, second = (tmp_path / name for name in ("library.aiplanner", "1.pdf", "2.pdf"))
    with running(qtbot, qapp, place) as story:
        story.begin(TITLE)
        page = print_page(story)
        page.listed.tick_only(["overview", "agenda", "running-order", "interview-tips"])
        save(story, page, first)
        story.wait(lambda: prints_known(page))
    with running(qtbot, qapp, place) as later:
        reopen(later)
        begin_half_an_hour_later(later)
        page = print_page(later)
        tell_what_changed(later, page)
        save(later, page, second)
        story_of_the_second(later, page, second)


def print_page(story: Story) -> PrintPage:
    """The Print page, on show."""
    assert story.window.frame is not None
    story.window.frame.go("print")
    page = story.page(PrintPage)
    assert isinstance(page, PrintPage)
    return page


def save(story: Story, page: PrintPage, place: Path) -> None:
    """Save what is ticked, by keyboard."""
    story.wait(lambda: page.proofs.settled)
    story.hands.tab_to(page.foot.save_button)
    story.hands.press("Return")
    story.wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    story.hands.press("Ctrl+A")
    story.hands.type(str(place))
    story.hands.press("Return")
    story.wait(lambda: page.foot.outcome.text.startswith(f"“{place.name}” is saved"))


def prints_known(page: PrintPage) -> bool:
    """Whether the newest pack is remembered with the prints of its documents."""
    packs = page.issued.desk.packs
    return bool(packs) and any(one.fingerprint for one in packs[0].documents)


def reopen(story: Story) -> None:
    """From Home, the programme again."""
    story.wait(lambda: story.window.home.model.rowCount() == 1)
    story.hands.press("Down", "Return")
    story.wait(lambda: story.window.frame is not None)


def begin_half_an_hour_later(story: Story) -> None:
    """The first session begins at another time."""
    assert story.window.frame is not None
    session = story.now.sessions[0]
    story.window.frame.document.edit(
        "Start later", lambda now: set_fields(now, session.id, start=time(14, 45))
    )


def tell_what_changed(story: Story, page: PrintPage) -> None:
    """The pane tells the new start, and chooses the documents that have it."""
    story.wait(lambda: not page.issued.fold.isHidden())
    story.hands.tab_to(page.issued.fold.head)
    story.hands.press("Return")
    story.wait(page.issued.again.isEnabled)
    text = page.issued.reading.toPlainText()
    assert "The start is now 14:45" in text
    assert "As before:" in text
    story.hands.tab_to(page.issued.again)
    story.hands.press("Return")
    assert "running-order" in page.listed.chosen
    assert "interview-tips" not in page.listed.chosen
    assert not page.reissue.isHidden()


def story_of_the_second(story: Story, page: PrintPage, place: Path) -> None:
    """Its first page says what changed; from now on it is the pack to compare with."""
    first = squeezed(page_texts(place)[0])
    assert first.count(squeezed("What changed")) >= 1
    assert squeezed("The start is now 14:45") in first
    assert faults(place) == []
    story.wait(lambda: len(page.issued.desk.packs) == 2 and prints_known(page))
    assert [one.id for one in page.issued.desk.packs[0].documents] == list(page.listed.chosen)
    story.hands.tab_to(page.issued.fold.head)
    story.hands.press("Return")
    story.wait(lambda: page.issued.reading.toPlainText().startswith("Every document"))
