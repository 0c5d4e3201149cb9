"""The models behind the thread: rows that keep their places, and what one may tie to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, QPoint, QPointF, QRect
from PySide6.QtGui import QFontMetrics
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import delete_findings, link, move_finding
from aiplanner.domain.findings import Finding, Sort
from aiplanner.domain.programme import Programme
from aiplanner.domain.thread import thread_of
from aiplanner.domain.thread_layout import arranged
from aiplanner.ui import fonts
from aiplanner.ui.models.link_choice import Direction, choices
from aiplanner.ui.models.thread import ThreadModel, scene_of
from aiplanner.ui.models.thread_edits import knot_between, short
from aiplanner.ui.models.thread_list import Column, ThreadListModel
from aiplanner.ui.widgets.thread.scale import Scale, measures
from aiplanner.ui.widgets.thread.wrapping import wrapped
from tests.support.threads import CHAIN, big, found, tangled, woven


def finding(programme: Programme, text: str) -> Finding:
    row = programme.rows[found(programme, text)]
    assert isinstance(row, Finding)
    return row


def offered(text: str, words: str = "", direction: Direction = Direction.CYCLE) -> list[str]:
    return [c.text for c in choices(CHAIN, finding(CHAIN, text), words, direction)]


def test_models_keep_qt_s_rules_while_the_thread_changes(
    qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    picture, rows = ThreadModel(), ThreadListModel()
    for programme in (
        CHAIN,
        link(CHAIN, found(CHAIN, "tired"), found(CHAIN, "early")),
        move_finding(CHAIN, found(CHAIN, "unheard"), 0),
        delete_findings(CHAIN, [found(CHAIN, "early"), found(CHAIN, "topic")]),
    ):
        scene = scene_of(programme)
        picture.show(scene)
        rows.show(scene)
        qtmodeltester.check(picture)
        qtmodeltester.check(rows)
        assert rows.rowCount() == picture.rowCount() == len(scene.cards)


def test_a_chosen_row_stays_chosen_when_others_come_and_go(qtbot: QtBot) -> None:
    model = ThreadModel()
    model.show(scene_of(CHAIN))
    row = model.row_of(found(CHAIN, "noon"))
    assert row is not None
    kept = QPersistentModelIndex(model.index(row))
    model.show(scene_of(delete_findings(CHAIN, [found(CHAIN, "taxi"), found(CHAIN, "tea")])))
    assert kept.row() == row - 2
    assert model.card(kept.row()).text == "noon"


def test_only_what_looks_different_is_told_to_have_changed(qtbot: QtBot) -> None:
    model = ThreadListModel()
    model.show(scene_of(CHAIN))
    changes: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changes.append((first.row(), last.row())))
    model.show(scene_of(CHAIN))
    assert changes == []
    model.show(scene_of(link(CHAIN, found(CHAIN, "unheard"), found(CHAIN, "early"))))
    assert changes == [(3, 4)], "the story and the theme"
    assert model.index(3, Column.LACKS).data() == ""


def test_where_only_words_change_everything_stays_in_place() -> None:
    before = scene_of(CHAIN)
    reworded = set_fields(CHAIN, found(CHAIN, "early"), text="Somebody asks early")
    after = scene_of(reworded, before=before)
    assert after.layout is before.layout
    assert "Somebody asks early" in [card.text for card in after.cards]
    for changed in (
        link(CHAIN, found(CHAIN, "unheard"), found(CHAIN, "early")),
        move_finding(CHAIN, found(CHAIN, "unheard"), 0),
        delete_findings(CHAIN, [found(CHAIN, "kettle")]),
    ):
        assert scene_of(changed, before=before) == scene_of(changed)
    assert scene_of(CHAIN, only_loose=True, before=before) == scene_of(CHAIN, only_loose=True)


def test_what_is_near_in_the_cycle_is_offered_first() -> None:
    assert offered("we fly")[:5] == ["my bay", "board", "kettle", "we ask", "noon"]
    assert offered("unheard")[:2] == ["when?", "early"]


def test_words_are_sought_at_their_beginnings_in_text_and_kind() -> None:
    assert offered("kettle", "possib") == ["we ask", "we fly"]
    assert offered("kettle", "ST") == ["we ask", "we fly", "taxi", "tea", "unheard"]
    assert offered("kettle", "possib fly") == ["we fly"]
    assert offered("kettle", "ly") == []


def test_what_is_tied_already_is_not_offered_again() -> None:
    assert "early" not in offered("taxi")
    assert "early" in offered("taxi", direction=Direction.BACK), "a circle may be meant"
    assert "taxi" not in offered("taxi")


@given(tangled(), st.data())
def test_whatever_is_offered_is_a_new_knot(programme: Programme, data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(programme.findings()))
    direction = data.draw(st.sampled_from(list(Direction)))
    for choice in choices(programme, row, "", direction):
        pair = (choice.id, row.id) if choice.back else (row.id, choice.id)
        assert len(link(programme, *pair).links) == len(programme.links) + 1


def test_two_findings_are_tied_as_the_cycle_runs() -> None:
    taxi, early = found(CHAIN, "taxi"), found(CHAIN, "early")
    assert knot_between(CHAIN, early, taxi) == knot_between(CHAIN, taxi, early) == (taxi, early)
    assert knot_between(CHAIN, taxi, taxi) is None
    gone = delete_findings(CHAIN, [early])
    assert knot_between(gone, taxi, early) is None


def test_long_words_are_cut_in_names_of_edits() -> None:
    programme = woven([(Sort.THEME, "Somebody asks early, " * 5)])
    name = short(programme.themes[0])
    assert len(name) <= 40
    assert name.endswith("…")


def test_words_on_a_card_fit_it(qtbot: QtBot) -> None:
    font, text = fonts.font(), "We begin going home the day before: medicines and letter ready"
    lines = wrapped(text, 120, font, 3, indent=20)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert QFontMetrics(font).horizontalAdvance(lines[0]) <= 100
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 121 for line in lines)
    assert " ".join(wrapped(text, 120, font, 9)) == text, "with room enough nothing is lost"
    assert wrapped("", 120, font, 3) in ((), ("",))


@pytest.mark.parametrize("width", [300, 1100, 3000])
def test_every_card_is_found_where_it_is_drawn(qtbot: QtBot, width: int) -> None:
    thread = thread_of(CHAIN)
    layout = arranged(thread)
    scale = Scale(thread, layout, measures(len(layout.columns), width))
    for key in layout.places:
        box = scale.rect(key)
        assert scale.at(box.center()) == key
        assert box.right() <= scale.width
        assert box.bottom() <= scale.height
    assert scale.at(QPointF(1, 1)) is None
    assert {*scale.seen(QRect(0, 0, scale.width, scale.height))} == set(layout.places)


def test_of_many_lines_out_of_sight_some_stand_for_all(qtbot: QtBot) -> None:
    programme = big(2000)
    thread = thread_of(programme)
    layout = arranged(thread)
    scale = Scale(thread, layout, measures(len(layout.columns), 1100))
    topic = programme.topics[0].id
    view = QRect(
        scale.rect(topic).toRect().topLeft() - QPoint(10, 300), QRect(0, 0, 1100, 600).size()
    )
    drawn = [line.knot for line in scale.strands(view)]
    inside = {*scale.seen(view)}
    both = {
        (source, target)
        for source in inside
        for target in thread.became(source)
        if target in inside
    }

    assert len(drawn) < 150 < len(thread.became(topic))
    assert both <= set(drawn), "a line between two cards in sight is always drawn"
    assert len(drawn) == len(set(drawn))
    wanted = (topic, max(thread.became(topic), key=lambda key: layout.places[key].row))
    assert wanted in [line.knot for line in scale.strands(view, wanted)]
