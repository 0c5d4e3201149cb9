"""Make of a picture of any size and origin one that may be kept: upright, small, and bare."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from aiplanner.app.pictures import EDGE, MEGABYTE, MOST_READ, MOST_READ_PIXELS, Picture, picture_of
from aiplanner.app.ports import WorldError
from aiplanner.domain.errors import PlanError

_KINDS = ("jpeg", "png")
_QUALITIES = (85, 70, 50)
"""Of a JPEG: the first with which the picture is small enough is taken."""
_MOST_PNG = MEGABYTE
"""Bytes of a drawing kept as PNG; what has more is a photograph and smaller as JPEG."""


@dataclass(frozen=True, slots=True)
class ReadPicture:
    """A picture to keep, and its size in pixels."""

    picture: Picture
    width: int
    height: int


def read_picture_file(path: Path) -> ReadPicture:
    """The picture in a file; its size is looked at before it is read.

    WorldError `file-unreadable`; PlanError as `read_picture`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_READ + 1)
    except OSError as error:
        raise WorldError("file-unreadable", file=path, what=error.strerror or str(error)) from error
    return read_picture(data, path.name)


def read_picture(data: bytes, file: str) -> ReadPicture:
    """The picture in these bytes, made fit to keep. It may be called on any thread.

    PlanError `picture-unclear`, `picture-too-large`, `picture-too-many-pixels`.
    """
    if len(data) > MOST_READ:
        raise PlanError("picture-too-large", file=file, most=MOST_READ // MEGABYTE)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    kind = bytes(reader.format().data()).decode()
    if kind not in _KINDS or not _whole(data):
        raise PlanError("picture-unclear", file=file)
    size = reader.size()
    if size.width() * size.height() > MOST_READ_PIXELS:
        most = MOST_READ_PIXELS // 1_000_000
        raise PlanError("picture-too-many-pixels", file=file, most=most)
    reader.setAutoTransform(True)
    if max(size.width(), size.height()) > EDGE:
        reader.setScaledSize(size.scaled(QSize(EDGE, EDGE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise PlanError("picture-unclear", file=file)
    return read_image(image, file, drawn=kind == "png")


def read_image(image: QImage, file: str, *, drawn: bool = True) -> ReadPicture:
    """The same of a picture that is unpacked already; `drawn` ones are kept as PNG if small."""
    bare = _bare(image)
    if drawn and len(packed := _packed(bare, b"png", -1)) <= _MOST_PNG:
        return ReadPicture(picture_of(packed, file), bare.width(), bare.height())
    for quality in _QUALITIES:
        packed = _packed(bare, b"jpeg", quality)
        try:
            return ReadPicture(picture_of(packed, file), bare.width(), bare.height())
        except PlanError as refusal:
            if refusal.code != "picture-too-large" or quality == _QUALITIES[-1]:
                raise
    raise AssertionError("the last quality returns or raises")


def _bare(image: QImage) -> QImage:
    """The pixels alone, on white, in the usual colours, no larger than is kept."""
    if image.colorSpace().isValid():
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    if max(image.width(), image.height()) > EDGE:
        image = image.scaled(
            QSize(EDGE, EDGE),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    # A new picture takes over none of the texts and places that the old one holds.
    bare = QImage(image.size(), QImage.Format.Format_RGB32)
    bare.fill(Qt.GlobalColor.white)
    painter = QPainter(bare)
    painter.drawImage(0, 0, image)
    painter.end()
    return bare


def _packed(image: QImage, kind: bytes, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind))
    writer.setQuality(quality)
    writer.write(image)
    return bytes(buffer.data().data())


def _whole(data: bytes) -> bool:
    """Whether the bytes go on to their end; Qt paints the rest of a torn JPEG grey."""
    end = b"IEND" if data.startswith(b"\x89PNG") else b"\xff\xd9"
    return end in data[-_TAIL:]


_TAIL = 64 * 1024
"""Bytes in which the end of a picture is looked for: cameras append notes of their own."""
