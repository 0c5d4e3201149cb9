"""Running heads and feet: what stands on every page of a document beside its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from aiplanner.i18n import gettext as _
from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.fonts import REGULAR
from aiplanner.packs.runs import draw_runs, fitted, runs_width
from aiplanner.packs.sheet import Layout, Sheet
from aiplanner.packs.styles import colour
from aiplanner.packs.text import Gate


@dataclass(frozen=True, slots=True)
class Running:
    """What stands on every page of a document."""

    programme: str
    title: str
    number: str = ""
    """The "session.item" that a sheet belongs to, for example "3.1"."""
    issue: str = ""
    """Version and date, for example "Version 3 · 12 January 2027"."""


class Paged(Protocol):
    """What numbers its pages once they are all there."""

    cut: bool
    """Whether they never will be, as no more than a glimpse is drawn."""


class Furniture:
    """Draws head and foot of a page; artifacts, so they are not read aloud.

    Under a cutting grid both stand in the strip that is cut off.
    """

    def __init__(self, running: Running, sheet: Sheet, layout: Layout, gate: Gate) -> None:
        self._sheet, self._size = sheet, sheet.profile.furniture
        self._programme = gate.runs(running.programme)
        self._title = gate.runs(" · ".join(filter(None, (running.title, running.number))))
        self._issue = gate.runs(running.issue)
        self._foot = sheet.head * 0.5
        self._head = sheet.size[1] - self._foot - self._size * 0.66
        if layout is Layout.CARDS:
            self._foot = sheet.strip - self._size * 2.5
            self._head = self._foot + self._size * 1.3

    def __call__(self, canvas: PackCanvas, book: Paged) -> None:
        with canvas.tagger.artifact("Pagination"):
            canvas.saveState()
            canvas.setFillColor(colour("ink2"))
            self._draw(canvas, book)
            canvas.restoreState()

    def _draw(self, canvas: PackCanvas, book: Paged) -> None:
        number = canvas.getPageNumber()
        size, room, left = self._size, self._sheet.width, self._sheet.left_on(number)
        right = left + room
        title = fitted(self._title, room * 0.55, size)
        used = draw_runs(canvas, title, right - runs_width(title, size), self._head, size)
        programme = fitted(self._programme, room - used - 2 * size, size)
        draw_runs(canvas, programme, left, self._head, size)
        draw_runs(canvas, fitted(self._issue, room * 0.65, size), left, self._foot, size)

        def numbered() -> str:
            return "" if book.cut else page_of(number, canvas.page_count)

        canvas.late_text(right, self._foot, REGULAR, size, numbered)


def page_of(number: int, count: int) -> str:
    """The page number as it is printed."""
    return _("page {number} of {count}").format(number=number, count=count)
