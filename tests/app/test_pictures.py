"""Bytes are taken for a picture only when they are one, whole, small, and nothing but a picture."""

from __future__ import annotations

import zlib
from hashlib import sha256

import pytest

from aiplanner.app.picture_bytes import PictureKind, Shape, shape_of
from aiplanner.app.pictures import (
    EDGE,
    MOST_KEPT,
    fitting,
    in_order,
    picture_keys,
    picture_of,
)
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.photos import add_photo
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import new_id
from aiplanner.domain.photos import Photo
from tests.support.kept_programmes import workshop
from tests.support.pictures import (
    BLUE,
    GREY,
    GREY_JPEG,
    RED,
    chunk,
    png,
    png_of,
    turned,
    with_exif,
)


def test_a_whole_picture_tells_its_kind_and_size() -> None:
    assert shape_of(png(12, 8)) == Shape(PictureKind.PNG, 12, 8, bare=True)
    assert shape_of(GREY_JPEG) == Shape(PictureKind.JPEG, 8, 6, bare=True)


def test_a_picture_is_kept_under_the_hash_of_its_bytes() -> None:
    assert picture_of(GREY_JPEG, "a.png").key == sha256(GREY_JPEG).hexdigest()
    assert (RED.kind, GREY.kind) == (PictureKind.PNG, PictureKind.JPEG)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 40,
        b"\xff\xd8",
        b"\xff\xd8\xff\xd9",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        png(12, 8)[:-5],
        png(12, 8)[:60],
        png(12, 8) + b"PK\x03\x04",
        png(12, 8).replace(b"IDAT", b"IDAX"),
        png_of(0, 8, zlib.compress(b"")),
        png_of(12, 8, zlib.compress(bytes(12))),
        png_of(12, 8, b"never packed"),
        GREY_JPEG[:-2],
        GREY_JPEG[:90],
        GREY_JPEG + b"<script>",
        GREY_JPEG.replace(b"\xff\xc0", b"\xff\xcf"),
    ],
)
def test_what_is_no_whole_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PlanError) as refused:
        picture_of(data, "a.png")
    assert refused.value.code == "picture-unclear"


@pytest.mark.parametrize("cut", range(1, len(GREY_JPEG), 7))
def test_a_picture_cut_short_anywhere_is_refused(cut: int) -> None:
    with pytest.raises(PlanError):
        picture_of(GREY_JPEG[:cut], "a.png")


def test_a_bomb_is_not_unpacked() -> None:
    rows = zlib.compressobj()
    packed = rows.compress(bytes(1024 * 1024)) * 1 + rows.flush()
    for width, height in ((100_000, 100_000), (2000, 3)):
        with pytest.raises(PlanError) as refused:
            picture_of(png_of(width, height, packed), "a.png")
        assert refused.value.code == "picture-unclear"


def test_what_is_too_large_is_refused_for_that() -> None:
    with pytest.raises(PlanError) as bytes_refused:
        picture_of(bytes(MOST_KEPT + 1), "a.png")
    with pytest.raises(PlanError) as pixels_refused:
        picture_of(png(EDGE + 1, 1), "a.png")
    assert bytes_refused.value.code == "picture-too-large"
    assert pixels_refused.value.code == "picture-too-wide"
    assert picture_of(png(EDGE, 1), "a.png").kind is PictureKind.PNG


@pytest.mark.parametrize(
    "data",
    [
        with_exif(GREY_JPEG, turned(6)),
        png(12, 8, extra=chunk(b"tEXt", b"Comment\0Ward 7")),
        png(12, 8, extra=chunk(b"eXIf", turned(1))),
        GREY_JPEG[:2] + b"\xff\xfe\x00\x06Ward" + GREY_JPEG[2:],
    ],
)
def test_what_says_more_than_the_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PlanError) as refused:
        picture_of(data, "a.png")
    assert refused.value.code == "picture-with-notes"


def test_pictures_follow_the_photos_and_end_where_there_is_no_more_room() -> None:
    programme = workshop()
    for one in (BLUE, RED, BLUE):
        programme = add_photo(programme, Photo(new_id(), 0, one.key))
    assert picture_keys(programme) == (BLUE.key, RED.key)
    worn = set_fields(programme, programme.id, logo=GREY.key)
    assert picture_keys(worn) == (GREY.key, BLUE.key, RED.key)
    found = {one.key: one for one in (RED, GREY, BLUE)}
    assert in_order(programme, found) == [BLUE, RED]
    room = len(BLUE.data) + len(RED.data)
    assert list(fitting([BLUE, RED, GREY], room)) == [BLUE, RED]
    assert list(fitting([BLUE, RED], room - 1)) == [BLUE]
