"""A cycle from a blank programme to a reviewed action, and its thread, by keyboard alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from aiplanner.app.carried import brought
from aiplanner.domain.cycle import Phase
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.findings import Progress, Sort
from aiplanner.domain.programme import Programme
from aiplanner.domain.thread import orphans, thread_of
from aiplanner.ui.dialogs.link import LinkDialog
from aiplanner.ui.dialogs.put_in_theme import PutInTheme
from aiplanner.ui.pages.phase import PhasePage
from aiplanner.ui.widgets.choice_field import ChoiceField
from tests.support.choices import pick
from tests.support.story import Story, running

PAGES = {phase: f"Ctrl+{n}" for n, phase in enumerate(Phase, start=2)}
"""The overview is the first page of the rail."""
TOPIC, WORRY = "Going home well, in good time", "People wait for hours on their last day"
QUESTION = "Tell me about a time when somebody went home really well."
STORIES = ("The bag was packed the evening before", "The taxi at noon", "One more afternoon")
THEME = "The good day begins the day before"
DREAM = "Whoever is ready goes home before lunch"
STATEMENT = "We ask on the first day what going home well means to you."
ACTION, FIRST_STEP = "A board by the door that says what is missing", "Borrow a board"
SEEN = "The board is used by day. The nights still ring round."


@pytest.mark.timeout(300)
def test_from_a_blank_programme_to_a_reviewed_action(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with running(qtbot, qapp, tmp_path / "library.aiplanner") as story:
        story.window.resize(1366, 768)
        story.begin("Going home well", "Blank")
        walk = Walk(story, qtbot)
        walk.define()
        walk.discover()
        walk.dream_and_design()
        walk.deliver()
        walk.look_again()
        walk.tie_what_is_not_tied()
        assert_all_of_it(story.now)
        walk.undo_and_redo_it_all()


class Walk:
    """The phases one after the other, each on its page."""

    def __init__(self, story: Story, qtbot: QtBot) -> None:
        self._story, self._hands, self._qtbot = story, story.hands, qtbot
        self._start = story.now

    @property
    def page(self) -> PhasePage:
        return self._story.page(PhasePage)

    def define(self) -> None:
        """A topic turned round from a worry, and a question."""
        self._hands.press(PAGES[Phase.DEFINE])
        self._write(TOPIC)
        self._about_the_last(Sort.TOPIC, problem=WORRY)
        self._next_shelf()
        self._write(QUESTION)

    def discover(self) -> None:
        """Stories, most of them to be shared; two of them make a theme that is voted for."""
        self._hands.press(PAGES[Phase.DISCOVER])
        assert self._brings() == [TOPIC, QUESTION]
        for text in STORIES:
            self._write(text)
        self._hands.press("Down", "Ctrl+Home")
        for _ in STORIES[:2]:
            self._hands.press("Ctrl+I")
            self._hands.tab_to(self._field(Sort.STORY, "shared", QCheckBox))
            self._hands.press("Space", "Esc", "Down")
        self._hands.press("Up", "Up", "Shift+Down", "Ctrl+G")
        self._story.wait(lambda: self._story.window.findChild(PutInTheme) is not None)
        self._hands.type(THEME)
        self._hands.press("Return")
        self._next_shelf()
        self._hands.press("Ins", "Down", "Ctrl+I")
        votes = self._field(Sort.THEME, "votes", object)
        self._hands.tab_to(votes)
        self._hands.type("7")
        self._hands.tab_to(self._field(Sort.THEME, "core", QCheckBox))
        self._hands.press("Space")

    def dream_and_design(self) -> None:
        """A dream, then a statement of how things are when it has come true."""
        self._hands.press(PAGES[Phase.DREAM])
        assert self._brings() == [THEME]
        self._write(DREAM)
        self._hands.press(PAGES[Phase.DESIGN])
        self._next_shelf()
        self._write(STATEMENT)

    def deliver(self) -> None:
        """An action with a person, a date and a first step, and a day to look again."""
        self._hands.press(PAGES[Phase.DELIVER])
        assert STATEMENT in self._brings()
        self._next_shelf()
        self._write(ACTION)
        self._about_the_last(
            Sort.ACTION,
            person="Morag",
            due="1/3/2027",
            first_step=FIRST_STEP,
            first_due="12/2/2027",
        )
        self._next_shelf(2)
        self._write("How the board is used")
        self._about_the_last(Sort.REVIEW, due="12/4/2027")

    def look_again(self) -> None:
        """Months later: what was seen of the action, and what was learned."""
        self._about_the_last(Sort.REVIEW, learned="It works by day")
        self._next_shelf(-2)
        self._hands.press("Ins", "Down", "Ctrl+I")
        pick(self._qtbot, self._field(Sort.ACTION, "progress", ChoiceField), Progress.DONE.value)
        self._about_the_last(Sort.ACTION, reviewed=SEEN)

    def tie_what_is_not_tied(self) -> None:
        """From the action back to the voices behind it, each knot by typing a few words."""
        for phase, shelf, sought in (
            (Phase.DELIVER, 1, "We ask"),
            (Phase.DESIGN, 1, "before lunch"),
            (Phase.DREAM, 0, "good day"),
        ):
            self._hands.press(PAGES[phase])
            keys = list(self.page.found.shelves)
            self._next_shelf((shelf - keys.index(self.page.found.shelf.key)) % len(keys))
            self._hands.press("Ins", "Down", "Ctrl+Shift+G")
            self._story.wait(lambda: self._dialog() is not None)
            self._hands.type(sought)
            self._hands.press("Return")
            self._story.wait(lambda: self._dialog() is None)

    def undo_and_redo_it_all(self) -> None:
        """Every step has a name; the way back ends where it began, and the way forth here."""
        assert self._story.window.frame is not None
        document, end = self._story.window.frame.document, self._story.now
        while (label := document.history.undo_label) is not None:
            assert label
            self._hands.press("Ctrl+Z")
        assert self._story.now == self._start
        while document.history.redo_label is not None:
            self._hands.press("Ctrl+Y")
        assert self._story.now == end

    # How it is done

    def _write(self, text: str) -> None:
        self._hands.press("Ins")
        self._hands.type(text)
        self._hands.press("Return")

    def _about_the_last(self, sort: Sort, **facts: str) -> None:
        """Write more of the finding that was written down last, and go back to the list."""
        if not self.page.details.has_focus():
            self._hands.press("Ins", "Down", "Ctrl+End", "Ctrl+I")
        for name, text in facts.items():
            self._hands.tab_to(self._field(sort, name, object))
            self._hands.press("Ctrl+A")
            self._hands.type(text)
        self._hands.press("Tab", "Esc")

    def _next_shelf(self, by: int = 1) -> None:
        for _ in range(abs(by)):
            self._hands.press("Ctrl+PgDown" if by > 0 else "Ctrl+PgUp")

    def _field(self, sort: Sort, name: str, kind: type) -> object:
        field = self.page.details.forms[sort].fields[name]
        assert isinstance(field, kind)
        return field

    def _brings(self) -> list[str]:
        now, phase = self._story.now, Phase(self.page.guide_topic().removeprefix("phase:"))
        return [line.text for part in brought(now, phase) for line in part.lines]

    def _dialog(self) -> LinkDialog | None:
        found = self._story.window.findChildren(LinkDialog)
        return next((one for one in found if one.isVisible()), None)


def assert_all_of_it(now: Programme) -> None:
    """What was typed is there, and an action can be traced to its voices."""
    assert [(one.text, one.problem) for one in now.topics] == [(TOPIC, WORRY)]
    assert [one.text for one in now.questions] == [QUESTION]
    assert [(one.text, one.shared) for one in now.stories] == list(
        zip(STORIES, (True, True, False), strict=True)
    )
    [theme] = now.themes
    assert (theme.text, theme.votes, theme.core) == (THEME, 7, True)
    [action] = now.actions
    assert (action.text, action.person, action.due) == (ACTION, "Morag", date(2027, 3, 1))
    assert (action.first_step, action.first_due) == (FIRST_STEP, date(2027, 2, 12))
    assert (action.progress, action.reviewed) == (Progress.DONE, SEEN)
    [review] = now.reviews
    assert (review.due, review.learned) == (date(2027, 4, 12), "It works by day")
    behind, voices = action, []
    while roots := now.grown_from(behind.id):
        voices, behind = [root.text for root in roots], roots[0]
    assert voices == list(STORIES[:2])
    assert set(orphans(thread_of(now))) == {now.stories[2].id}, "one story is not used yet"
    assert set_fields(now, action.id, text=ACTION) == now
