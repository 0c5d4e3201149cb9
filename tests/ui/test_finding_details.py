"""Everything about a finding is written beside the list, in fields that suit its sort."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from aiplanner.app.finding_words import FIELD_NAMES
from aiplanner.domain.cycle import Level, Phase
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import link
from aiplanner.domain.findings import (
    ROW_OF,
    Action,
    Element,
    Progress,
    Question,
    QuestionPart,
    Review,
    Sort,
    Statement,
    Story,
    Theme,
    Topic,
)
from aiplanner.ui.models.finding_fields import FIELDS, NOTES
from aiplanner.ui.pages.phase_frame import WrittenFrame
from aiplanner.ui.pages.phase_heads import GuideHead, ReviewHead
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.text_area import TextArea
from aiplanner.ui.widgets.text_field import TextField
from tests.support.phase_desk import PhaseDesk, cycle, key, phase_desk, stories

Enter = Qt.Key.Key_Return


def field(desk: PhaseDesk, sort: Sort, name: str) -> object:
    return desk.page.details.forms[sort].fields[name]


def write(desk: PhaseDesk, sort: Sort, name: str, text: str) -> None:
    """Type in a field of the finding on show, as a person does, and leave it."""
    there = field(desk, sort, name)
    assert isinstance(there, TextField | TextArea)
    there.setFocus()
    there.selectAll()
    QTest.keyClicks(there, text)
    desk.page.found.capture.setFocus()


@pytest.fixture
def deliver(qtbot: QtBot) -> Iterator[PhaseDesk]:
    """Deliver with an action chosen."""
    with phase_desk(cycle(Action(key(1), 0, "Ring the evening before")), Phase.DELIVER, qtbot) as d:
        d.page.found.turn_by(1)
        d.page.found.table.choose_ids([key(1)])
        yield d


def test_every_field_of_every_sort_has_its_place() -> None:
    elsewhere = {"id", "position", "text"}
    for sort, kind in ROW_OF.items():
        if sort is Sort.LOGIC:
            continue  # it has a page of its own
        shown = {spec.field for spec in FIELDS[sort]}
        assert shown == set(kind.__dataclass_fields__) - elsewhere, sort
        assert shown <= set(FIELD_NAMES)


def test_an_action_is_written_out(deliver: PhaseDesk) -> None:
    write(deliver, Sort.ACTION, "person", "The ward clerk")
    write(deliver, Sort.ACTION, "due", "12 Jan 2027")
    write(deliver, Sort.ACTION, "first_step", "Find the list")
    write(deliver, Sort.ACTION, "first_due", "1/12/2026")
    for name, word in (("progress", Progress.UNDER_WAY), ("level", Level.PERSONAL)):
        choice = field(deliver, Sort.ACTION, name)
        assert isinstance(choice, ChoiceField)
        choice.show_key(word.value)
        choice.picked.emit(word.value)

    action = deliver.now.get(key(1), Action)
    assert (action.person, action.due) == ("The ward clerk", date(2027, 1, 12))
    assert (action.first_step, action.first_due) == ("Find the list", date(2026, 12, 1))
    assert (action.progress, action.level) == (Progress.UNDER_WAY, Level.PERSONAL)
    line = deliver.page.found.model.line(0)
    assert line.below == "First step: Find the list"
    assert (line.first, line.second) == ("The ward clerk", "by Tue 12 Jan 2027 · under way")


def test_a_day_that_is_none_is_refused_below_its_field(deliver: PhaseDesk) -> None:
    write(deliver, Sort.ACTION, "due", "soon")
    due = field(deliver, Sort.ACTION, "due")
    assert isinstance(due, TextField)
    assert due.property("refused")
    assert "soon" in due.accessibleDescription()
    assert deliver.now.get(key(1), Action).due is None


def test_a_story_is_private_until_somebody_ticks_it_and_the_field_says_so(qtbot: QtBot) -> None:
    with phase_desk(cycle(*stories(["The bag"])), Phase.DISCOVER, qtbot) as desk:
        desk.page.found.table.choose_ids([key(1)])
        box = field(desk, Sort.STORY, "shared")
        assert isinstance(box, QCheckBox)
        assert not box.isChecked()
        assert box.accessibleDescription() == NOTES["shared"]
        assert "1 story not shared" in NOTES["shared"]
        box.click()
        assert desk.now.get(key(1), Story).shared
        assert desk.page.found.model.line(0).first == "may be shared"
        choice = field(desk, Sort.STORY, "session_id")
        assert isinstance(choice, ChoiceField)
        first = desk.now.sessions[0]
        assert [choice.itemData(n) for n in range(3)] == [
            "",
            *(session.id for session in desk.now.sessions),
        ]
        choice.picked.emit(first.id)
        assert desk.now.get(key(1), Story).session_id == first.id


def test_votes_may_be_unknown_and_are_refused_in_words(qtbot: QtBot) -> None:
    with phase_desk(cycle(Theme(key(1), 0, "We ask first")), Phase.DISCOVER, qtbot) as desk:
        desk.page.found.turn_by(1)
        desk.page.found.table.choose_ids([key(1)])
        write(desk, Sort.THEME, "votes", "7")
        assert desk.now.get(key(1), Theme).votes == 7
        assert desk.page.found.model.line(0).first == "no story yet · 7 votes"
        write(desk, Sort.THEME, "votes", "many")
        votes = field(desk, Sort.THEME, "votes")
        assert isinstance(votes, TextField)
        assert votes.property("refused")
        votes.clear()
        votes.textEdited.emit("")
        votes.left.emit()
        assert desk.now.get(key(1), Theme).votes is None


def test_the_worry_stands_beside_the_topic_that_it_became(qtbot: QtBot) -> None:
    with phase_desk(cycle(Topic(key(1), 0, "Going home well")), Phase.DEFINE, qtbot) as desk:
        desk.page.found.table.choose_ids([key(1)])
        write(desk, Sort.TOPIC, "problem", "People wait")
        assert desk.page.found.model.line(0).below == "Turned round from: People wait"


def test_a_statement_speaks_of_an_element_that_is_offered(qtbot: QtBot) -> None:
    rows = (Element(key(1), 0, "Handover"), Statement(key(2), 0, "We know the plan"))
    with phase_desk(cycle(*rows), Phase.DESIGN, qtbot) as desk:
        desk.page.show_row(key(2))
        element = field(desk, Sort.STATEMENT, "element")
        assert isinstance(element, QLineEdit)
        element.setFocus()
        completer = element.completer()
        assert completer is not None
        model = completer.model()
        assert [model.index(n, 0).data() for n in range(model.rowCount())] == ["Handover"]
        QTest.keyClicks(element, "handover")
        desk.page.show_row(key(1))
        assert desk.page.found.model.line(0).first == "1 statement"


def test_fields_show_the_finding_that_is_chosen_and_typing_stays_with_it(
    deliver: PhaseDesk,
) -> None:
    deliver.page.found.capture.setFocus()
    deliver.type("A second one")
    deliver.press(Enter)
    second = deliver.now.actions[1]
    assert deliver.page.details.finding == second
    write(deliver, Sort.ACTION, "measure", "Fewer calls")
    deliver.page.found.table.choose_ids([key(1)])
    write(deliver, Sort.ACTION, "measure", "More goodbyes")
    assert [action.measure for action in deliver.now.actions] == ["More goodbyes", "Fewer calls"]


def test_other_sorts_of_fields_rest_while_one_is_on_show(deliver: PhaseDesk) -> None:
    deliver.page.found.turn_by(1)
    deliver.page.found.commands.capture(["The phone group"])
    assert [sort for sort, form in deliver.page.details.forms.items() if not form.isHidden()] == [
        Sort.TASK_GROUP
    ]
    deliver.document.edit("Change", lambda now: set_fields(now, key(1), person="Somebody"))
    person = field(deliver, Sort.ACTION, "person")
    assert isinstance(person, TextField)
    assert not person.isEnabled()


def test_what_a_finding_grew_from_and_became_leads_there(qtbot: QtBot) -> None:
    programme = cycle(*stories(["The bag"]), Theme(key(8), 0, "The day before"))
    programme = link(programme, key(1), key(8))
    with phase_desk(programme, Phase.DISCOVER, qtbot) as desk:
        desk.page.found.table.choose_ids([key(1)])
        fruits = desk.page.details.fruits
        assert [button.accessibleName() for button in fruits.buttons] == ["theme: The day before"]
        assert desk.page.details.roots.isHidden()
        fruits.buttons[0].click()
        assert desk.gone == [("discover", key(8))]
        desk.document.undo() if desk.document.history.undo_label else None
        desk.document.edit("Change", lambda now: set_fields(now, key(8), text="The evening before"))
        assert [b.accessibleName() for b in fruits.buttons] == ["theme: The evening before"]


def test_a_hint_stands_at_its_finding_with_its_reason(qtbot: QtBot) -> None:
    rows = (Topic(key(1), 0, "Reduce complaints"), Topic(key(2), 0, "Going home well"))
    with phase_desk(cycle(*rows), Phase.DEFINE, qtbot) as desk:
        desk.services.jobs.drain()
        model, table = desk.page.found.model, desk.page.found.table
        qtbot.waitUntil(lambda: model.is_hinted(0))
        assert not model.is_hinted(1)
        table.choose_ids([key(1)])
        [row] = desk.page.details.hints.shown
        assert "Reduce complaints" in row.hint.accessibleName()
        assert row.hint.accessibleDescription(), "the reason"
        spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.endswith("a hint speaks of it")
        table.choose_ids([key(2)])
        assert desk.page.details.hints.shown == []


def test_escape_goes_back_from_the_fields_to_the_list(deliver: PhaseDesk) -> None:
    deliver.page.details.take_focus()
    deliver.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is deliver.page.found.table


def test_the_guide_is_made_from_the_topics_and_says_what_it_would_add(qtbot: QtBot) -> None:
    rows = (Topic(key(1), 0, "Going home well"), Topic(key(2), 0, "One plan"))
    with phase_desk(cycle(*rows), Phase.DEFINE, qtbot) as desk:
        desk.page.found.turn_by(1)
        head = desk.page.found.heads["question"]
        assert isinstance(head, GuideHead)
        assert head.isVisible()
        assert "2 questions" in head.lacks.text() or "3 questions" in head.lacks.text()
        head.make.click()
        parts = [question.part for question in desk.now.questions]
        assert set(parts) == set(QuestionPart)
        assert all(
            any(isinstance(one, Question) for one in desk.now.became(topic.id))
            for topic in desk.now.topics
        )
        assert head.opening.toPlainText()
        assert head.minutes.text() == str(desk.now.head.interview_minutes)
        assert not head.make.isEnabled()
        desk.document.undo()
        assert desk.now.questions == ()
        head.minutes.setFocus()
        desk.type("18")
        desk.page.found.capture.setFocus()
        assert desk.now.head.interview_minutes == 18


def test_reviews_are_put_after_the_last_session(qtbot: QtBot) -> None:
    programme = cycle()
    last = programme.sessions[1]
    programme = set_fields(programme, last.id, day=date(2027, 1, 12))
    with phase_desk(programme, Phase.DELIVER, qtbot) as desk:
        for _step in range(3):
            desk.page.found.turn_by(1)
        head = desk.page.found.heads["review"]
        assert isinstance(head, ReviewHead)
        assert [one.toolTip() for one in head.buttons] == [
            "Thu 11 Feb 2027",
            "Sat 13 Mar 2027",
            "Mon 12 Apr 2027",
        ]
        head.buttons[0].click()
        head.buttons[2].click()
        assert [review.due for review in desk.now.reviews] == [
            date(2027, 2, 11),
            date(2027, 4, 12),
        ]
        assert desk.said[-1] == "Added a review on Mon 12 Apr 2027."
        assert all(isinstance(review, Review) for review in desk.now.reviews)


def test_what_a_cycle_starts_from_is_written_in_its_first_phase(qtbot: QtBot) -> None:
    with phase_desk(cycle(), Phase.DEFINE, qtbot) as desk:
        frame = desk.page.brings
        assert isinstance(frame, WrittenFrame)
        for there, text in zip(frame.fields, ("Long waits", "The ward", "Ana"), strict=True):
            there.setFocus()
            desk.type(text)
        head = desk.now.head
        assert (head.issue, head.boundary, head.sponsor) == ("Long waits", "The ward", "Ana")
        assert frame.team.text() == "Choose the core team"
        frame.team.click()
        assert desk.gone == [("people",)]


def test_a_room_folds_stays_folded_and_says_so(qtbot: QtBot) -> None:
    with phase_desk(cycle(), Phase.DREAM, qtbot) as desk:
        room = desk.page.does
        assert room.open
        room.turn_button.click()
        assert not room.open
        assert room.turn_button.accessibleName() == "Open “What we do”"
        desk.page.resize(1180, 1000)
        QApplication.processEvents()
        assert not room.open, "whoever folded it wants it so"
        desk.page.resize(1180, 320)
        QApplication.processEvents()
        assert not desk.page.brings.open, "there is no room for everything"
