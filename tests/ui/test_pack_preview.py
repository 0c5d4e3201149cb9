"""The preview: what is on show, how large, and what stands there instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from pytestqt.qtbot import QtBot

from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.pack_preview import PackPreview
from tests.support.pack_double import pdf


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme) -> PackPreview:
    made = PackPreview()
    qtbot.addWidget(made)
    made.resize(760, 700)
    made.show()
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "three.pdf"
    place.write_bytes(pdf(["one", "two", "three"]))
    return place


def test_a_whole_page_is_on_show_at_first(preview: PackPreview, file: Path) -> None:
    assert preview.show_pdf(file, "Timetable")
    assert preview.place.text() == "page 1 of 3"
    assert preview.desk.accessibleName() == "Preview of Timetable, 3 pages"
    bar = preview.desk.verticalScrollBar()
    assert bar.maximum() == pytest.approx(2 * bar.pageStep(), abs=4)
    assert preview.desk.horizontalScrollBar().maximum() == 0


def test_one_page_that_fits_has_no_scroll_bar(preview: PackPreview, tmp_path: Path) -> None:
    single = tmp_path / "one.pdf"
    single.write_bytes(pdf(["one"]))
    preview.show_pdf(single, "Cover")
    assert preview.desk.verticalScrollBar().maximum() == 0


def test_each_step_is_larger_than_the_one_before(preview: PackPreview, file: Path) -> None:
    preview.show_pdf(file, "Timetable")
    heights = [preview.desk.verticalScrollBar().maximum()]
    while preview.larger.isEnabled():
        preview.larger.click()
        heights.append(preview.desk.verticalScrollBar().maximum())
    assert heights == sorted(set(heights))
    while preview.smaller.isEnabled():
        preview.smaller.click()
    assert preview.desk.verticalScrollBar().maximum() == heights[0]


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(preview: PackPreview, file: Path) -> None:
    preview.show_pdf(file, "Timetable")
    preview.desk.wheelEvent(wheel(-120, Qt.KeyboardModifier.NoModifier))
    assert preview.desk.verticalScrollBar().value() > 0
    assert not preview.smaller.isEnabled()
    preview.desk.wheelEvent(wheel(120, Qt.KeyboardModifier.ControlModifier))
    assert preview.smaller.isEnabled()


def wheel(turn: int, keys: Qt.KeyboardModifier) -> QWheelEvent:
    """One notch of the wheel over the middle."""
    place = QPointF(200, 200)
    return QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_another_document_begins_at_its_own_page(preview: PackPreview, file: Path) -> None:
    preview.show_pdf(file, "Timetable")
    preview.show_pdf(file, "Contents", page=1)
    assert preview.place.text() == "page 2 of 3"


def test_a_newer_state_is_shown_at_the_very_place(preview: PackPreview, file: Path) -> None:
    preview.show_pdf(file, "Timetable")
    bar = preview.desk.verticalScrollBar()
    bar.setValue(300)
    preview.show_pdf(file, "Timetable", shift=0)
    assert bar.value() == 300
    preview.show_pdf(file, "Timetable", shift=1)
    assert bar.value() == 300 + bar.pageStep()
    assert preview.place.text() == "page 2 of 3"


def test_a_newer_state_comes_without_a_flash_of_empty_paper(
    qtbot: QtBot, preview: PackPreview, file: Path, tmp_path: Path
) -> None:
    def ink() -> int:
        image = preview.desk.viewport().grab().toImage()
        places = range(0, image.height(), 2), range(0, image.width(), 2)
        return sum(image.pixelColor(x, y).lightness() < 90 for y in places[0] for x in places[1])

    newer = tmp_path / "newer.pdf"
    newer.write_bytes(pdf(["one and a little more", "two"]))
    preview.show_pdf(file, "Timetable")
    qtbot.waitUntil(lambda: ink() > 0)
    before = ink()
    preview.show_pdf(newer, "Timetable", shift=0)
    assert ink() == before
    qtbot.waitUntil(lambda: ink() > before)


def test_a_place_that_a_part_does_not_reach_is_found_again_in_the_whole(
    preview: PackPreview, file: Path, tmp_path: Path
) -> None:
    part = tmp_path / "part.pdf"
    part.write_bytes(pdf(["three"]))
    preview.show_pdf(file, "Timetable")
    bar = preview.desk.verticalScrollBar()
    bar.setValue(round(1.7 * bar.pageStep()))
    place = bar.value()
    preview.show_pdf(part, "Timetable", shift=-2, part="session 3")
    assert preview.place.text() == "session 3 · page 1"
    preview.show_pdf(file, "Timetable", shift=2)
    assert bar.value() == place


def test_who_listens_hears_of_another_document_but_not_of_each_part(
    preview: PackPreview, file: Path
) -> None:
    preview.show_pdf(file, "Timetable")
    preview.show_pdf(file, "Timetable", shift=0, part="session 1")
    assert preview.desk.accessibleName() == "Preview of Timetable, 3 pages"
    preview.show_pdf(file, "Agenda", part="session 1")
    assert preview.desk.accessibleName() == "Preview of Agenda"
    preview.show_pdf(file, "Agenda", shift=0)
    assert preview.desk.accessibleName() == "Preview of Agenda, 3 pages"


def test_a_file_that_is_no_pdf_is_not_shown(preview: PackPreview, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no pages")
    assert not preview.show_pdf(broken, "Cover")


def test_a_sentence_can_stand_in_the_place_of_the_sheet(preview: PackPreview, file: Path) -> None:
    preview.show_pdf(file, "Timetable")
    preview.say("The pack could not be drawn.", "Timetable")
    assert preview.words.isVisible()
    assert not preview.open_button.isEnabled()
    assert preview.place.text() == ""


def test_the_desk_follows_the_theme(preview: PackPreview, theme: Theme, file: Path) -> None:
    preview.show_pdf(file, "Timetable")
    theme.choose("dark", 100)
    corner = preview.desk.grab().toImage().pixelColor(4, 4)
    assert corner == QColor(theme.tokens.desk)
