"""Pictures of any origin become upright, small and bare; what is none is refused in a sentence."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage

from aiplanner.app.picture_bytes import PictureKind, shape_of
from aiplanner.app.pictures import EDGE, MOST_READ
from aiplanner.app.ports import WorldError
from aiplanner.app.wording import say
from aiplanner.domain.errors import PlanError
from aiplanner.ui.picture_reading import ReadPicture, read_picture, read_picture_file
from tests.support.pictures import SIGNATURE, chunk, png, png_of, turned, with_exif


def jpeg(width: int, height: int) -> bytes:
    """A JPEG whose left half is red."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for x in range(width // 2):
        for y in range(height):
            image.setPixelColor(x, y, QColor("red"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPEG", 95)
    return bytes(buffer.data().data())


def colour(read: ReadPicture, x: int, y: int) -> str:
    """Whether a pixel is rather red or rather white."""
    found = QImage.fromData(read.picture.data).pixelColor(x, y)
    return "white" if found.green() > 128 else "red"


def refusal(data: bytes) -> str:
    with pytest.raises(PlanError) as refused:
        read_picture(data, "wall.jpg")
    said = say(refused.value)
    assert "wall.jpg" in said
    assert said.endswith("Nothing was changed.")
    return refused.value.code


def test_a_picture_is_turned_upright_and_rid_of_what_the_camera_noted() -> None:
    data = with_exif(jpeg(40, 20), turned(6))
    assert b"Ward 7, Leith" in data
    read = read_picture(data, "wall.jpg")
    assert (read.width, read.height) == (20, 40)
    assert (colour(read, 10, 4), colour(read, 10, 35)) == ("red", "white")
    assert b"Leith" not in read.picture.data
    assert shape_of(read.picture.data).bare


def test_texts_and_transparency_of_a_drawing_are_left_out() -> None:
    texts = chunk(b"tEXt", b"Comment\0Ward 7, Leith")
    read = read_picture(png(30, 20, extra=texts), "wall.png")
    assert read.picture.kind is PictureKind.PNG
    assert b"Leith" not in read.picture.data


def test_a_large_picture_is_made_small() -> None:
    read = read_picture(png(3000, 1500), "wall.png")
    assert (read.width, read.height) == (EDGE, EDGE // 2)
    shape = shape_of(read.picture.data)
    assert (shape.width, shape.height) == (read.width, read.height)


def test_the_same_picture_has_the_same_key() -> None:
    data = jpeg(40, 20)
    assert read_picture(data, "a.jpg") == read_picture(data, "b.jpg")
    assert read_picture(with_exif(data, turned(1)), "c.jpg").picture.key == (
        read_picture(data, "a.jpg").picture.key
    )


def test_what_is_no_picture_is_refused() -> None:
    assert refusal(b"") == "picture-unclear"
    assert refusal(b"%PDF-1.7\n") == "picture-unclear"
    assert refusal(b"<svg xmlns='http://www.w3.org/2000/svg'/>") == "picture-unclear"
    assert refusal(b"BM" + bytes(80)) == "picture-unclear"
    assert refusal(jpeg(40, 20)[:300]) == "picture-unclear"
    assert refusal(png(40, 20)[:-30]) == "picture-unclear"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert refusal(png_of(60_000, 60_000, zlib.compress(bytes(9)))) == "picture-too-many-pixels"
    head = struct.pack(">IIBBBBB", 2**31 - 1, 2**31 - 1, 8, 2, 0, 0, 0)
    assert refusal(SIGNATURE + chunk(b"IHDR", head) + chunk(b"IEND", b"")) in (
        "picture-unclear",
        "picture-too-many-pixels",
    )


def test_a_file_of_fifty_megabytes_is_not_read_through(tmp_path: Path) -> None:
    file = tmp_path / "wall.jpg"
    with file.open("wb") as made:
        made.truncate(50 * 1024 * 1024)
    with pytest.raises(PlanError) as refused:
        read_picture_file(file)
    assert refused.value.code == "picture-too-large"
    assert refused.value.facts["most"] == MOST_READ // 1024 // 1024


def test_a_file_that_is_not_there_is_said() -> None:
    with pytest.raises(WorldError) as refused:
        read_picture_file(Path("/nowhere/wall.jpg"))
    assert refused.value.code == "file-unreadable"
