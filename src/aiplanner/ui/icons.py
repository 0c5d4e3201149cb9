"""Draw our one-colour line icons at any size, in the colour of the moment."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from aiplanner.assets import resource
from aiplanner.ui.tokens import ICON, Tokens

_DENSITIES = (1.0, 2.0)


def names() -> list[str]:
    """The names of all shipped icons."""
    return sorted(path.stem for path in resource("icons").glob("*.svg"))


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, edge: int = ICON, density: float = 1.0) -> QPixmap:
    """The icon as a square picture of `edge` logical pixels; KeyError for an unknown name."""
    picture = QSvgRenderer(QByteArray(_tinted(name, colour)))
    drawn = QPixmap(QSize(round(edge * density), round(edge * density)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    picture.render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(density)
    return drawn


def icon(name: str, colour: str, faint: str, edge: int = ICON) -> QIcon:
    """The icon for a control: `colour` when it can be used, `faint` when it cannot."""
    made = QIcon()
    for density in _DENSITIES:
        made.addPixmap(pixmap(name, colour, edge, density))
        made.addPixmap(pixmap(name, faint, edge, density), QIcon.Mode.Disabled)
    return made


def write_tinted(name: str, colour: str, folder: Path) -> Path:
    """Leave the icon in one colour in `folder`, for style sheets, which can only name files.

    Where the folder cannot be written (a full disk) the untinted icon must do: never a crash.
    """
    path = folder / f"{name}-{colour.lstrip('#')}.svg"
    try:
        path.write_bytes(_tinted(name, colour))
    except OSError:
        return resource("icons", f"{name}.svg")
    return path


def for_control(name: str, tokens: Tokens, colour: str = "", edge: int = ICON) -> QIcon:
    """The icon as buttons show it: in ink unless a colour is given."""
    return icon(name, colour or tokens.ink, tokens.border, edge)


def _tinted(name: str, colour: str) -> bytes:
    return _source(name).replace(b"currentColor", colour.encode())


@cache
def _source(name: str) -> bytes:
    path = resource("icons", f"{name}.svg")
    if not path.is_file():
        raise KeyError(name)
    return path.read_bytes()
