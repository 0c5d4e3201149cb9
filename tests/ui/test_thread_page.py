"""The thread is walked, tied, untied and asked about by keyboard, and by mouse too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import delete_findings
from aiplanner.domain.findings import Sort
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import empty_programme
from aiplanner.ui.dialogs.link import LinkDialog
from aiplanner.ui.dialogs.unlink import UnlinkDialog
from aiplanner.ui.dialogs.whence import WhenceDialog
from aiplanner.ui.models.found import shown_by
from aiplanner.ui.pages.thread import LIST, LOGIC, PICTURE
from tests.support.thread_desk import ThreadDesk, at_thread
from tests.support.threads import CHAIN, big, found, woven
from tests.support.timeline_desk import listen


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[ThreadDesk]:
    with at_thread(qtbot, CHAIN) as made:
        yield made


def test_one_walks_back_to_the_voices_and_on_to_what_is_done(desk: ThreadDesk) -> None:
    desk.choose("board")
    walked = []
    for key in ("Left", "Left", "Left", "Left", "Down", "Right", "Right"):
        desk.hands.press(key)
        walked.append(desk.here)
    assert walked == ["we ask", "noon", "early", "tea", "unheard", "unheard", "unheard"]
    desk.hands.press("Home")
    assert desk.here == "taxi"
    desk.hands.press("Ctrl+Right")
    assert desk.here == "early"
    desk.hands.press("End", "Ctrl+Left", "PgDown")
    assert desk.here == "unheard"


def test_going_back_leads_to_where_one_came_from(desk: ThreadDesk) -> None:
    desk.choose("taxi")
    desk.hands.press("Right", "Left")
    assert desk.here == "taxi"
    desk.choose("tea")
    desk.hands.press("Right", "Left")
    assert desk.here == "tea"


def test_the_thread_of_the_chosen_one_is_lit_both_ways(desk: ThreadDesk) -> None:
    desk.choose("noon")
    whole = {"topic", "taxi", "tea", "early", "noon", "we ask", "my bay", "board", "look again"}
    assert desk.lit == whole
    desk.choose("we fly")
    assert desk.lit == {"we fly"}


def test_every_card_is_spoken_with_what_it_is_tied_to(desk: ThreadDesk) -> None:
    desk.choose("we fly")
    interface = QAccessible.queryAccessibleInterface(desk.view)
    assert interface.role() is QAccessible.Role.List
    row = desk.view.currentIndex().row()
    said = interface.child(row).text(QAccessible.Text.Name)
    assert said == "Possibility statement: we fly. Not tied to anything. No story behind it yet."
    assert desk.page.words.text() == said


def test_where_the_thread_ends_it_says_so(
    desk: ThreadDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = listen(monkeypatch)
    desk.choose("topic")
    desk.hands.press("Left")
    desk.choose("look again")
    desk.hands.press("Right", "Down")
    assert said == [
        "Nothing is tied to it from before yet.",
        "Nothing has grown from it yet.",
        "The end.",
    ]


def test_enter_shows_a_finding_where_it_was_found(desk: ThreadDesk) -> None:
    desk.choose("early")
    desk.hands.press("Return")
    shown = shown_by(CHAIN, found(CHAIN, "early"))
    assert shown is not None
    assert desk.went == [(*shown, "")]


def test_a_finding_is_tied_by_typing(desk: ThreadDesk) -> None:
    desk.choose("unheard")
    desk.hands.press("L")
    dialog = desk.page.findChild(LinkDialog)
    assert dialog is not None
    desk.hands.type("ear")
    assert [choice.text for choice in dialog.found] == ["early"]
    desk.hands.press("Return")

    assert ("unheard", "early") in desk.knots
    assert desk.here == "unheard"
    assert "early" in desk.lit
    assert desk.said == ["“early” grew from “unheard” now."]
    assert desk.document.history.undo_label == "Link “early” to “unheard”"
    desk.document.undo()
    assert ("unheard", "early") not in desk.knots


def test_arrows_choose_what_to_tie_to_while_one_types(desk: ThreadDesk) -> None:
    desk.choose("kettle")
    desk.hands.press("L")
    dialog = desk.page.findChild(LinkDialog)
    assert dialog is not None
    desk.hands.type("we")
    assert [(c.text, c.how) for c in dialog.found] == [
        ("we ask", "Possibility statement, from which it grew"),
        ("we fly", "Possibility statement, from which it grew"),
    ]
    desk.hands.press("Down", "Return")
    assert ("we fly", "kettle") in desk.knots


def test_which_grew_from_which_can_be_said_otherwise(desk: ThreadDesk) -> None:
    desk.choose("look again")
    desk.hands.press("L")
    dialog = desk.page.findChild(LinkDialog)
    assert dialog is not None
    desk.hands.press("Tab", "Right", "Right")
    assert dialog.direction.current == "on"
    desk.hands.press("Shift+Tab")
    desk.hands.type("topic")
    desk.hands.press("Return")

    assert ("look again", "topic") in desk.knots, "a review may lead to the topic it began with"
    desk.choose("topic")
    desk.hands.press("Left")
    assert desk.here == "look again"


def test_nothing_is_tied_where_nothing_is_found(desk: ThreadDesk) -> None:
    before = desk.knots
    desk.choose("kettle")
    desk.hands.press("L")
    dialog = desk.page.findChild(LinkDialog)
    assert dialog is not None
    desk.hands.type("zzz")
    assert dialog.nothing.isVisible()
    assert not dialog.tie_button.isEnabled()
    desk.hands.press("Return", "Escape")
    assert desk.knots == before


def test_a_chosen_line_is_removed(desk: ThreadDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    said = listen(monkeypatch)
    desk.choose("early")
    desk.hands.press("Shift+Left", "Shift+Left")
    assert said[-1] == "Line to Story: tea, 2 of 2. Delete removes it."
    desk.page.verbs()["delete"]()

    assert ("tea", "early") not in desk.knots
    assert ("taxi", "early") in desk.knots
    assert desk.document.history.undo_label == "Remove the link from “tea” to “early”"
    assert desk.view.knot is None
    desk.document.undo()
    assert ("tea", "early") in desk.knots


def test_escape_chooses_no_line_any_more(desk: ThreadDesk) -> None:
    desk.choose("early")
    desk.hands.press("Shift+Right")
    assert desk.view.knot is not None
    desk.hands.press("Escape")
    assert desk.view.knot is None


def test_without_a_chosen_line_it_asks_which(desk: ThreadDesk) -> None:
    desk.choose("early")
    desk.page.verbs()["delete"]()
    dialog = desk.page.findChild(UnlinkDialog)
    assert dialog is not None
    words = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert words == ["taxi", "tea", "noon"]
    desk.hands.press("Shift+Down", "Return")

    assert not {("taxi", "early"), ("tea", "early")} & desk.knots
    assert ("early", "noon") in desk.knots
    assert desk.document.history.undo_label == "Remove 2 links"
    desk.document.undo()
    assert {("taxi", "early"), ("tea", "early")} <= desk.knots


def test_what_is_not_tied_has_no_link_to_remove(desk: ThreadDesk) -> None:
    desk.choose("kettle")
    desk.page.verbs()["delete"]()
    assert desk.page.findChild(UnlinkDialog) is None
    assert desk.said == ["Nothing is tied to this yet, so there is no link to remove."]


def test_both_answers_are_a_list_that_leads_on(desk: ThreadDesk) -> None:
    desk.choose("noon")
    desk.page.ask_button.click()
    dialog = desk.page.findChild(WhenceDialog)
    assert dialog is not None
    model = dialog.panel.model()
    told = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert told[:5] == [
        "Where did this come from?",
        *("Theme: early", "Story: taxi", "Story: tea", "Topic: topic"),
    ]
    assert told[5:7] == ["What became of this?", "Possibility statement: we ask"]
    desk.hands.press("Down", "Return")
    assert desk.went == [(*shown_by_text("taxi"), "")]


def shown_by_text(text: str) -> tuple[str, RowId]:
    shown = shown_by(CHAIN, found(CHAIN, text))
    assert shown is not None
    return shown


def test_from_the_answers_one_comes_to_the_picture(desk: ThreadDesk) -> None:
    desk.choose("noon")
    desk.page.ask_button.click()
    dialog = desk.page.findChild(WhenceDialog)
    assert dialog is not None
    desk.hands.tab_to(dialog.picture)
    desk.hands.press("Return")
    assert desk.went == [("thread", found(CHAIN, "noon"), "")]


def test_only_what_is_not_tied_yet_can_be_shown(desk: ThreadDesk) -> None:
    desk.hands.tab_to(desk.page.loose)
    desk.hands.press("Space")
    assert desk.shown() == ["unheard", "we fly", "kettle"]
    for text, source in (("unheard", "early"), ("kettle", "we ask")):
        desk.choose(text)
        desk.page.shown.setFocus()
        desk.hands.press("L")
        desk.hands.type(source)
        desk.hands.press("Return")
    assert desk.shown() == ["we fly"]
    desk.document.edit("Delete", lambda now: delete_findings(now, [found(now, "we fly")]))
    assert desk.page.all_tied.isVisible()
    assert desk.page.all_tied.button is not None
    desk.page.all_tied.button.click()
    assert "board" in desk.shown()


def test_the_list_is_the_same_in_words(desk: ThreadDesk) -> None:
    desk.choose("we ask")
    desk.hands.tab_to(desk.page.shape.findChildren(type(desk.page.link_button))[0])
    desk.hands.press("Right")
    assert desk.page.shape.current == LIST
    desk.hands.press("Space")
    assert desk.page.shown is desk.table
    assert desk.here == "we ask", "what was chosen stays chosen"
    cells = [
        [str(desk.page.rows.index(row, column).data()) for column in range(4)]
        for row in range(desk.page.rows.rowCount())
    ]
    assert cells[4] == ["Theme", "early", "Grew from 2 stories. Became 1 dream.", ""]
    assert cells[7] == ["Possibility statement", "we fly", "", "No story behind it yet"]
    assert [row[1] for row in cells] == [
        desk.text(desk.view.cards.card(n).id)
        + (" (not to be shared)" if n in (1, 2, 3) else "")
        + (" (planned)" if n in (8, 9, 10) else "")
        for n in range(desk.view.cards.rowCount())
    ]


def test_in_the_list_the_same_keys_tie_untie_and_open(desk: ThreadDesk) -> None:
    desk.page.shape.choose(LIST)
    desk.page.shape.chosen.emit(LIST)
    desk.choose("unheard")
    desk.hands.press("L")
    desk.hands.type("early")
    desk.hands.press("Return")
    assert ("unheard", "early") in desk.knots
    desk.page.verbs()["delete"]()
    desk.hands.press("Return")
    assert ("unheard", "early") not in desk.knots
    desk.hands.press("Return")
    assert desk.went == [(*shown_by_text("unheard"), "")]


def test_what_is_copied_tells_where_it_came_from(desk: ThreadDesk) -> None:
    desk.choose("tea")
    desk.page.verbs()["copy"]()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[:4] == [
        "Story: tea [not to be shared]",
        "Where did this come from?",
        "- Topic: topic",
        lines[3],
    ]
    assert lines[3] == "What became of this?"


def test_a_finding_that_changes_elsewhere_changes_here(desk: ThreadDesk) -> None:
    desk.choose("board")
    key = found(CHAIN, "board")
    desk.document.edit("Change", lambda now: set_fields(now, key, text="A board by the door"))
    assert desk.here == "A board by the door"
    assert desk.page.words.text().startswith("Action: A board by the door. Planned.")
    desk.document.edit("Delete", lambda now: delete_findings(now, [key]))
    assert "A board by the door" not in desk.shown()


def test_what_was_asked_for_from_another_page_is_shown(desk: ThreadDesk) -> None:
    desk.page.loose.setChecked(True)
    desk.page.show_row(found(CHAIN, "noon"))
    assert desk.here == "noon"
    assert desk.page.shape.current == PICTURE


def test_it_is_printed_from_here(desk: ThreadDesk) -> None:
    desk.page.print_button.click()
    assert desk.went == [("print", None, "thread")]


def test_an_empty_thread_teaches_and_leads_to_the_first_topic(qtbot: QtBot) -> None:
    with at_thread(qtbot, empty_programme(RowId("f" * 32))) as desk:
        assert desk.page.empty.isVisible()
        assert "begins with a topic" in desk.page.empty.words.text()
        assert not desk.page.print_button.isVisible(), "there is nothing to print"
        desk.hands.press("Return")
        assert desk.went == [("define", None, "")]


def test_a_circle_is_walked_round(qtbot: QtBot) -> None:
    programme = woven(
        [(Sort.TOPIC, "topic"), (Sort.STORY, "taxi"), (Sort.REVIEW, "again")],
        "topic > taxi > again > topic",
    )
    with at_thread(qtbot, programme) as desk:
        desk.choose("topic")
        walked = []
        for _n in range(4):
            desk.hands.press("Right")
            walked.append(desk.here)
        assert walked == ["taxi", "again", "topic", "taxi"]


def test_two_thousand_findings_paint_what_is_in_sight(qtbot: QtBot) -> None:
    with at_thread(qtbot, big(2000)) as desk:
        view = desk.view
        assert view.scale is not None
        port = view.viewport().rect()
        assert len([*view.scale.seen(port.translated(view.offset()))]) < 80
        scale = view.scale
        desk.choose("story 900 of the ward at noon")
        desk.hands.press("Right", "Right", "Down", "PgDown", "Left")
        assert view.scale is scale, "walking lays nothing out anew"
        seen = view.visualRect(view.currentIndex())
        assert port.contains(seen), "where one is is in sight"
        picture = QImage(port.size(), QImage.Format.Format_RGB32)
        view.viewport().render(picture, QPoint())
        middle = picture.pixelColor(seen.left() + 30, seen.bottom() - 6)
        assert middle.name() != picture.pixelColor(port.right() - 2, port.bottom() - 2).name()


def test_the_list_of_answers_is_a_list_to_screen_readers(desk: ThreadDesk) -> None:
    desk.choose("noon")
    desk.page.commands.ask()
    dialog = desk.page.findChild(WhenceDialog)
    assert dialog is not None
    assert isinstance(dialog.panel, QListView)
    name = QAccessible.queryAccessibleInterface(dialog.panel).text(QAccessible.Text.Name)
    assert name == "Where did this come from? What became of this?"
    desk.hands.press("Escape")


def test_the_logic_model_is_the_other_view_of_the_page(qtbot: QtBot) -> None:
    findings = [(Sort.STATEMENT, "we ask"), (Sort.LOGIC, "time to ask")]
    with at_thread(qtbot, woven(findings, "we ask > time to ask")) as desk:
        page, note = desk.page, desk.document.now.logic[0]
        picture = page.verbs()
        page.show_row(note.id)
        assert page.views.current == LOGIC
        assert not page.shape.isVisible()
        assert not desk.view.isVisible()
        assert page.verbs() != picture
        page.show_row(found(desk.document.now, "we ask"))
        assert desk.view.isVisible()
        assert desk.here == "we ask"
