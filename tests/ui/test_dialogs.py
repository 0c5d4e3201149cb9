"""Dialogs ask one thing, go on without waiting, and leave nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from aiplanner.app.content import starter
from aiplanner.domain.content import StarterFinding
from aiplanner.domain.cycle import Kind
from aiplanner.domain.delta import Clash
from aiplanner.domain.edits.dismissals import dismiss
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import delete_findings
from aiplanner.domain.edits.items import delete_items
from aiplanner.domain.edits.programme import rename
from aiplanner.domain.findings import Sort
from aiplanner.domain.lengths import Length
from aiplanner.domain.programme import Programme
from aiplanner.ui.dialogs.conflict_words import field_words, row_words, value_words
from aiplanner.ui.dialogs.conflicts import Conflicts, taking_theirs
from aiplanner.ui.dialogs.new_programme import NewProgramme
from aiplanner.ui.dialogs.problem_report import ProblemReport
from aiplanner.ui.dialogs.question import ask
from aiplanner.ui.errors import Mishaps
from aiplanner.ui.file_dialogs import file_name
from aiplanner.ui.models.starters import Beginning
from aiplanner.ui.saving import Merged
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.buttons import Button
from tests.support.hands import Hands
from tests.support.open_documents import opened
from tests.support.plans import item, named, plan, session
from tests.support.rich_programme import rich_programme

STARTERS = tuple(Beginning(starter(key), "2 h") for key in ("three-sessions", "two-hour-taster"))


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Iterator[QWidget]:
    """A window for dialogs to stand over."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(700, 600)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()


def words(dialog: QWidget) -> str:
    """All words of a dialog that are on show."""
    labels = dialog.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_a_new_programme_takes_its_starters_title_unless_it_is_given_one(
    window: QWidget, qtbot: QtBot
) -> None:
    dialog = NewProgramme(window, STARTERS, "two-hour-taster")
    dialog.open()
    with qtbot.waitSignal(dialog.begun) as begun:
        dialog.begin_button.click()
    assert begun.args == ["two-hour-taster", "Two-hour taster"]


def test_a_new_programme_is_named_and_begun_by_keyboard_alone(
    window: QWidget, qtbot: QtBot
) -> None:
    dialog = NewProgramme(window, STARTERS)
    with qtbot.waitActive(dialog):
        dialog.open()
    hands = Hands(qtbot, window)
    assert hands.here is dialog.title_field
    hands.type("Going home well")
    hands.press("Down")
    assert hands.here is dialog.title_field
    assert dialog.title_field.placeholderText() == "Two-hour taster"
    hands.tab_to(dialog.list)
    hands.press("Up", "Down")
    assert dialog.contents.toPlainText().startswith("Two-hour taster")
    with qtbot.waitSignal(dialog.begun) as begun:
        hands.press("Return")
    assert begun.args == ["two-hour-taster", "Going home well"]


def test_what_a_starter_contains_is_read_before_one_begins(window: QWidget) -> None:
    dialog = NewProgramme(window, STARTERS)
    dialog.open()
    told = dialog.contents.toPlainText()
    three = starter("three-sessions")
    assert three.promise in told
    assert "3 sessions · 6 h" in told
    for meeting in three.sessions:
        assert meeting.title in told
        assert all(item.title in told for item in meeting.items)
    for words in ("Phases", "Leadership", "Session 3 · ", "Sheets it uses", "Sources"):
        assert words in told
    assert dialog.contents.verticalScrollBar().value() == 0
    dialog.reject()


def test_nothing_begins_while_there_is_nothing_to_begin_from(window: QWidget) -> None:
    dialog = NewProgramme(window, ())
    begun: list[str] = []
    dialog.begun.connect(lambda key, _title: begun.append(key))
    dialog.open()
    assert not dialog.begin_button.isEnabled()
    QTest.keyClick(dialog.title_field, Qt.Key.Key_Return)
    assert begun == []
    dialog.reject()


def test_a_question_does_what_is_answered_and_nothing_when_left(window: QWidget) -> None:
    done: list[str] = []
    for answer in ("leave", "do"):
        question = ask(window, "Sure?", "It cannot be undone.", ("Do it", lambda: done.append("x")))
        assert "It cannot be undone." in words(question)
        if answer == "leave":
            QTest.keyClick(question, Qt.Key.Key_Escape)
            assert done == []
        else:
            [sure] = [b for b in question.findChildren(Button) if b.text() == "Do it"]
            sure.click()
    assert done == ["x"]


def test_a_problem_report_says_whose_fault_it_is_and_hides_the_code(
    window: QWidget, tmp_path: Path
) -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        1 / 0  # noqa: B018 - a mistake of ours
    report = ProblemReport(window, raised.value, tmp_path / "report.txt")
    report.open()
    assert "The fault is ours" in words(report)
    assert str(tmp_path) in words(report)
    assert "Traceback" not in words(report)
    assert not report.details.isVisible()
    [more] = [b for b in report.findChildren(Button) if "Details" in b.text()]
    more.click()
    assert report.details.isVisible()
    assert "ZeroDivisionError" in report.details.toPlainText()
    report.copy_button.click()
    assert "Traceback" in QGuiApplication.clipboard().text()
    report.go_on.click()


def test_dialogs_stay_within_the_screen_at_the_largest_text(
    window: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    theme.choose("light", 200)
    dialog = NewProgramme(window, STARTERS * 8)
    dialog.open()
    screen = dialog.screen().availableGeometry()
    assert screen.contains(dialog.geometry())
    assert dialog.rect().contains(
        dialog.begin_button.mapTo(dialog, dialog.begin_button.rect().bottomRight())
    )
    dialog.reject()


def test_one_mistake_is_shown_at_a_time(qtbot: QtBot) -> None:
    shown: list[BaseException] = []
    mishaps = Mishaps(shown.append)
    for number in range(3):
        mishaps._caught(ValueError, ValueError(number), None)
    mishaps.answered()
    mishaps._caught(ValueError, ValueError("later"), None)
    assert [error.args[0] for error in shown] == [0, "later"]


def test_mishaps_give_the_hook_back(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    before = sys.excepthook
    mishaps = Mishaps(lambda _error: None)
    mishaps.install()
    assert sys.excepthook is not before
    mishaps.remove()
    assert sys.excepthook is before


def merged(mine: Programme, theirs: Programme, *clashes: Clash) -> Merged:
    """What a colleague's save brought."""
    from aiplanner.domain.delta import diff

    return Merged(diff(mine, theirs), clashes, theirs)


def test_mine_stands_until_theirs_is_taken(window: QWidget) -> None:
    programme = plan(session("10:00", item("Themes", "20")), title="Mine")
    themes = named(programme, "Themes")
    theirs = set_fields(rename(programme, "Theirs"), themes.id, length=Length(45))
    with opened(programme) as (document, _services):
        clashes = (Clash(programme.id, "title"), Clash(themes.id, "length"))
        dialog = Conflicts(window, document, merged(programme, theirs, *clashes))
        dialog.open()
        said = words(dialog)
        for expected in ("This programme: title", "Mine", "Theirs", "Themes: length", "20", "45"):
            assert expected in said
        assert document.now.head.title == "Mine"
        dialog.buttons[0].click()
        assert document.now.head.title == "Theirs"
        assert not dialog.buttons[0].isEnabled()
        assert named(document.now, "Themes").length == Length(20)
        document.undo()
        assert document.now.head.title == "Mine"
        dialog.accept()


def test_a_row_that_one_deleted_and_the_other_changed(window: QWidget) -> None:
    programme = plan(session("10:00", item("Themes", "20"), item("Stories", "30")))
    themes, stories = named(programme, "Themes"), named(programme, "Stories")
    mine = delete_items(programme, [themes.id])
    theirs = delete_items(set_fields(programme, themes.id, group="pairs"), [stories.id])
    with opened(mine) as (document, _services):
        clashes = (Clash(themes.id), Clash(stories.id))
        dialog = Conflicts(window, document, merged(mine, theirs, *clashes))
        dialog.open()
        assert "deleted" in words(dialog)
        for take in dialog.buttons:
            take.click()
        assert named(document.now, "Themes").group == "pairs"
        assert stories.id not in document.now.rows
        dialog.accept()


def test_a_finding_comes_back_with_the_links_whose_other_end_is_still_here() -> None:
    found = (
        StarterFinding(Sort.STORY, "The taxi", name="taxi"),
        StarterFinding(Sort.THEME, "Asking", name="asking", grown_from=("taxi",)),
        StarterFinding(Sort.ACTION, "Ask first", grown_from=("asking",)),
    )
    programme = plan(session("10:00"), found=found)
    [story], [theme], [action] = programme.stories, programme.themes, programme.actions
    mine = delete_findings(programme, [theme.id, action.id])
    theirs = set_fields(programme, theme.id, votes=7)
    after = taking_theirs(Clash(theme.id), theirs)(mine)
    assert [row.votes for row in after.themes] == [7]
    assert after.became(story.id) == after.themes
    assert len(after.links) == 1


def test_words_for_findings() -> None:
    found = (StarterFinding(Sort.STORY, "The taxi"), StarterFinding(Sort.THEME, ""))
    programme = plan(found=found)
    assert [row_words(row) for row in programme.findings()] == ["The taxi", "theme"]
    assert field_words("made_possible") == "what made it possible"
    assert [value_words(value) for value in (True, False)] == ["yes", "no"]


def test_every_sort_of_row_can_be_named() -> None:
    named_rows = [row_words(row) for row in rich_programme().rows.values()]
    assert all(named_rows)
    kept = dismiss(plan(title="Ours"), "follow-up", None, "on purpose", None)
    assert [row_words(row) for row in kept.dismissals] == ["A hint left as it is"]


def test_words_for_rows_fields_and_values() -> None:
    programme = plan(session("10:00", item("Themes", "20")), title="Ours")
    assert row_words(programme.head) == "This programme"
    assert row_words(named(programme, "Themes")) == "Themes"
    assert field_words("pin") == "clock time"
    assert [value_words(v) for v in (None, "", 16, Length(5), Kind.BREAK)] == [
        "–",
        "–",
        "16",
        "5",
        "break",
    ]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Home as it should be", "Home as it should be.json"),
        ("A/B: what? *now*", "A B what now.json"),
        ("", "programme.json"),
        ("...", "programme.json"),
        ("x" * 300, "x" * 80 + ".json"),
        ("Łódź", "Łódź.json"),
    ],
)
def test_file_names_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title) == name
