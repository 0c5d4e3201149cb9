"""Photos of the wall are added, described, ordered and deleted by keyboard, and undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from aiplanner.domain.edits.sessions import delete_session
from aiplanner.ui.dialogs.photos import Photos
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.services import Services
from tests.support.hands import Hands
from tests.support.kept_programmes import workshop
from tests.support.memory_library import MemoryLibrary
from tests.support.pictures import GREY_JPEG, png
from tests.ui.conftest import Keep


@pytest.fixture
def frame(window: MainWindow, services: Services, keep: Keep) -> ProgrammeFrame:
    window.open_programme(keep(workshop()).id)
    services.jobs.drain()
    assert window.frame is not None
    return window.frame


@pytest.fixture
def photos(frame: ProgrammeFrame, services: Services, qtbot: QtBot) -> Iterator[Photos]:
    """The photos of the wall, none yet; new ones are of the second session."""
    session = frame.document.now.sessions[1].id
    made = Photos(frame, frame.document, services, session)
    made.open()
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    made.close()


@pytest.fixture
def hands(photos: Photos, qtbot: QtBot) -> Hands:
    return Hands(qtbot, photos)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two pictures of a wall."""
    made = [tmp_path / "one.png", tmp_path / "two.jpg"]
    made[0].write_bytes(png(30, 20))
    made[1].write_bytes(GREY_JPEG)
    return made


def captions(frame: ProgrammeFrame) -> list[str]:
    return [photo.caption for photo in frame.document.now.photos]


def dropped(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_while_there_are_none_the_place_to_drop_them_says_so(
    photos: Photos, services: Services, files: list[Path]
) -> None:
    def inked() -> bool:
        shown = photos.strip.viewport().grab().toImage()
        ground = shown.pixel(2, 2)
        middle = shown.height() // 2
        rows = range(middle - 12, middle + 12)
        return any(shown.pixel(x, y) != ground for y in rows for x in range(shown.width()))

    assert inked()
    assert photos.strip.accessibleDescription().startswith("No photos yet.")
    assert not photos.caption.isVisible()
    photos.strip.dropped.emit(dropped(*files))
    services.jobs.drain()
    assert photos.strip.accessibleDescription() == ""
    assert photos.caption.isVisible()


def test_dropped_files_are_added_as_one_step_and_described_one_by_one(
    frame: ProgrammeFrame,
    photos: Photos,
    hands: Hands,
    services: Services,
    files: list[Path],
) -> None:
    photos.strip.dropped.emit(dropped(*files))
    services.jobs.drain()
    assert hands.here is photos.caption
    hands.type("Yellow notes")
    hands.press("Return")
    assert hands.here is photos.strip or photos.strip.currentIndex().row() == 1
    photos.caption.setFocus()
    hands.type("The dream")
    hands.press("Return")
    assert captions(frame) == ["Yellow notes", "The dream"]
    assert [(p.width, p.height) for p in frame.document.now.photos] == [(30, 20), (8, 6)]
    assert {p.session_id for p in frame.document.now.photos} == {frame.document.now.sessions[1].id}
    keys = {photo.picture for photo in frame.document.now.photos}
    assert set(services.library.pictures(keys)) == keys
    hands.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert frame.document.now.photos == ()


def test_a_bad_file_among_good_ones_changes_nothing_and_is_told_once(
    frame: ProgrammeFrame,
    photos: Photos,
    services: Services,
    library: MemoryLibrary,
    files: list[Path],
) -> None:
    bad = files[0].with_name("letter.jpg")
    bad.write_bytes(b"Dear all")
    photos.strip.dropped.emit(dropped(*files, bad))
    services.jobs.drain()
    assert (frame.document.now.photos, library.shown) == ((), {})
    assert photos.words.text() == (
        "“letter.jpg” is no picture that can be read here. Choose a JPEG or PNG picture. "
        "Nothing was changed."
    )


def test_a_copied_picture_is_pasted(
    frame: ProgrammeFrame, photos: Photos, hands: Hands, services: Services
) -> None:
    QGuiApplication.clipboard().setText("words")
    hands.press("Ctrl+V")
    assert photos.words.text() == "There is no picture to paste. Copy one first."
    image = QImage(50, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("steelblue"))
    QGuiApplication.clipboard().setImage(image)
    hands.press("Ctrl+V")
    services.jobs.drain()
    [photo] = frame.document.now.photos
    assert (photo.width, photo.height) == (50, 40)
    photos.strip.setFocus()
    hands.press("Ctrl+V")
    services.jobs.drain()
    assert frame.document.now.photos == (photo,)
    assert photos.words.text() == "That photo is here already."


def test_photos_are_moved_and_deleted_by_keys(
    frame: ProgrammeFrame, photos: Photos, hands: Hands, services: Services, files: list[Path]
) -> None:
    photos.commands.add_files(files)
    services.jobs.drain()
    one, two = frame.document.now.photos
    photos.strip.setFocus()
    hands.press("Alt+Right")
    assert [p.id for p in frame.document.now.photos] == [two.id, one.id]
    assert photos.words.text() == "Now photo 2 of 2."
    assert photos.current is not None
    assert photos.current.id == one.id
    hands.press("Alt+Right")
    hands.press("Del")
    assert [p.id for p in frame.document.now.photos] == [two.id]
    assert photos.current.id == two.id
    hands.press("Ctrl+Z")
    assert len(frame.document.now.photos) == 2


def test_words_typed_for_one_photo_never_reach_another(
    frame: ProgrammeFrame, photos: Photos, hands: Hands, services: Services, files: list[Path]
) -> None:
    photos.commands.add_files(files[:1])
    services.jobs.drain()
    hands.type("Yellow notes")
    photos.commands.add_files(files[1:])  # it arrives while somebody is typing
    services.jobs.drain()
    assert captions(frame) == ["Yellow notes", ""]
    assert photos.caption.text() == ""


def test_another_session_is_chosen_and_holds_for_the_next_photos(
    frame: ProgrammeFrame, photos: Photos, services: Services, files: list[Path]
) -> None:
    first = frame.document.now.sessions[0].id
    photos.commands.add_files(files[:1])
    services.jobs.drain()
    photos.session.show_key(first)
    photos.session.picked.emit(first)
    photos.commands.add_files(files[1:])
    services.jobs.drain()
    assert [p.session_id for p in frame.document.now.photos] == [first, first]


def test_small_pictures_come_from_the_library_and_are_named(
    frame: ProgrammeFrame, photos: Photos, services: Services, files: list[Path]
) -> None:
    photos.commands.add_files(files)
    services.jobs.drain()
    again = Photos(frame, frame.document, services, None)
    services.jobs.drain()
    photo = again.current
    assert photo is not None
    shown = again.model.picture(photo)
    assert shown is not None
    assert (shown.width(), shown.height()) == (30, 20)
    spoken = again.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Photo 2 of 2: No words yet"
    again.close()


def test_a_session_deleted_meanwhile_is_not_offered_for_a_photo(
    frame: ProgrammeFrame, photos: Photos, services: Services, files: list[Path]
) -> None:
    photos.commands.add_files(files[:1])
    services.jobs.drain()
    gone = frame.document.now.sessions[1].id
    frame.document.edit("delete", lambda now: delete_session(now, gone))
    assert photos.session.findData(gone) == -1
    assert photos.session.currentText() == "not known"
