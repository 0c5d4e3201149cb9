"""Make of a logo's file a picture to keep: of a drawing (SVG) too, which is drawn once."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from aiplanner.app.pictures import MEGABYTE
from aiplanner.app.ports import WorldError
from aiplanner.domain.errors import PlanError
from aiplanner.ui.picture_reading import ReadPicture, read_image, read_picture

_MOST = 2 * MEGABYTE
"""Bytes of the largest drawing that is read."""
_EDGE = 1600
"""Pixels of the longer edge of what a drawing becomes: sharp at the size logos are printed in."""
_CLEAR = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZF"
    "QAAAAABJRU5ErkJggg=="
)
"""A pixel with no colour, in place of a picture that lies elsewhere."""
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*>", re.IGNORECASE)
_REFERENCE = re.compile(
    r"""(href\s*=\s*)(["'])(?!\#|data:image/(?:png|jpeg);)[^"']*\2""", re.IGNORECASE
)
_ADDRESS = re.compile(r"""url\(\s*["']?(?!\#)[^)]*\)""", re.IGNORECASE)


def read_logo_file(path: Path) -> ReadPicture:
    """The logo in a PNG, JPEG or SVG file. It may be called on any thread.

    WorldError `file-unreadable`; PlanError `picture-unclear`, `picture-too-large` and what else
    `read_picture` raises.
    """
    try:
        drawing = _is_drawing(path)
        if not drawing:
            return read_picture(path.read_bytes(), path.name)
        if path.stat().st_size > _MOST:
            raise PlanError("picture-too-large", file=path.name, most=_MOST // MEGABYTE)
        return read_drawing(path.read_bytes(), path.name)
    except OSError as error:
        raise WorldError("file-unreadable", file=path, what=error.strerror or str(error)) from error


def read_drawing(data: bytes, file: str) -> ReadPicture:
    """The picture that an SVG draws, on white; what it leads to outside itself is not fetched.

    PlanError `picture-unclear`.
    """
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - loaded only where a drawing is read

    renderer = QSvgRenderer(QByteArray(_closed(data, file)))
    natural = renderer.viewBoxF().size() if renderer.isValid() else QSize().toSizeF()
    if natural.isEmpty():
        raise PlanError("picture-unclear", file=file)
    size = natural.scaled(_EDGE, _EDGE, Qt.AspectRatioMode.KeepAspectRatio).toSize()
    image = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return read_image(image, file)


def _is_drawing(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _closed(data: bytes, file: str) -> bytes:
    """The drawing without what would read other files; PlanError `picture-unclear`.

    Entities could hide such a place, so a drawing that declares some is not read.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PlanError("picture-unclear", file=file) from None
    text = _DOCTYPE.sub("", _DECLARED.sub("", text))
    if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper() or "\0" in text:
        raise PlanError("picture-unclear", file=file)
    text = _REFERENCE.sub(rf"\1\2{_CLEAR}\2", text)
    return _ADDRESS.sub("none", text).replace("@import", "").encode()
