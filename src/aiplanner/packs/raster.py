"""Draw a figure alone, as a PNG: for Word, which knows nothing of our canvas."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from reportlab.lib.units import inch

from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.figures import Figure
from aiplanner.packs.fonts import REGULAR

DOTS = 200
"""Dots an inch: fine lines stay fine, and a page of them stays under a megabyte."""

_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""A page that is only drawn from says no day."""


def raster(folder: Path) -> Callable[[Figure], str]:
    """What draws figures into files of this folder, numbered in the order in which they come."""
    numbers = count(1)

    def draw(figure: Figure) -> str:
        path = folder / f"figure-{next(numbers)}.png"
        path.write_bytes(png(figure))
        return str(path)

    return draw


def png(figure: Figure) -> bytes:
    """The figure at its own size, on white."""
    document = pypdfium2.PdfDocument(_page(figure))
    try:
        bitmap = document[0].render(scale=DOTS / inch)
        picture: Any = bitmap.to_pil()
        made = BytesIO()
        picture.save(made, "PNG", dpi=(DOTS, DOTS))
        bitmap.close()
        return made.getvalue()
    finally:
        document.close()


def _page(figure: Figure) -> bytes:
    """A PDF of one page, as large as the figure."""
    made = BytesIO()
    canvas = PackCanvas(made, pagesize=figure.size, initialFontName=REGULAR, invariant=1)
    canvas.date(_NEVER)
    with canvas.tagger.artifact():
        figure.picture(canvas)
    canvas.showPage()
    canvas.save()
    return made.getvalue()
