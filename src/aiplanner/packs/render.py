"""Render a pack: write its documents, set them into one PDF, put it in place when it is whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from aiplanner.app.paper_words import issue_words, programme_title
from aiplanner.app.ports import WorldError
from aiplanner.app.printing import DocumentInfo, PackOptions, PackReport
from aiplanner.app.writing import make_room, part_of, put_in_place
from aiplanner.domain.programme import Programme
from aiplanner.packs.export_report import unprintable
from aiplanner.packs.furniture import Running
from aiplanner.packs.pages import Book, Part, set_book
from aiplanner.packs.setting import Setting
from aiplanner.packs.sweeping import seldom_swept
from aiplanner.packs.text import Gate
from aiplanner.packs.writing import Written, author_of, chosen, sheet_of, whose, written

Progress = Callable[[int, int, str], None]
"""Hears how many documents are done, of how many, and the title of the one that begins."""


@seldom_swept()
def render_pack(
    programme: Programme, options: PackOptions, out: Path, progress: Progress
) -> PackReport:
    """Write the chosen documents into one PDF at `out`, whole or not at all.

    PlanError `document-unknown`, `pack-empty`; WorldError `file-unwritable`, `file-held`.
    """
    gate = Gate()
    setting = Setting(programme, options, gate)
    infos = chosen(options)
    drafts = written(infos, setting)
    book = _book(drafts, setting)
    told = _Teller(infos, drafts, progress)
    pages = _whole(out, lambda file: set_book(book, gate, file, told.part_begins))
    progress(len(infos), len(infos), "")
    return PackReport(pages, told.pages(pages), tuple(unprintable(gate)))


def _book(written: Sequence[Written], setting: Setting) -> Book:
    parts = tuple(_part(number, one, setting) for number, one in enumerate(written))
    title = programme_title(setting.programme)
    return Book(title, author_of(setting), setting.options.made, parts)


def _part(number: int, written: Written, setting: Setting) -> Part:
    options, info, draft = setting.options, written.info, written.draft
    running = Running(
        programme=whose(info, setting),
        title=draft.title,
        number=draft.number,
        issue=issue_words(options.revision, options.made),
    )
    return Part(f"{info.id}-{number}", running, sheet_of(info, setting), tuple(draft.story))


class _Teller:
    """Tells of progress document by document, and counts their pages."""

    def __init__(
        self, infos: list[DocumentInfo], written: list[Written], progress: Progress
    ) -> None:
        self._infos, self._written, self._progress = infos, written, progress
        self._begins: list[int] = []

    def part_begins(self, part: int, page: int) -> None:
        """A part begins on a page."""
        self._begins.append(page)
        info = self._written[part].info
        if part == 0 or self._written[part - 1].info is not info:
            self._progress(self._infos.index(info), len(self._infos), info.title)

    def pages(self, last: int) -> dict[str, int]:
        """Pages of each document, by its id."""
        ends = [*self._begins[1:], last + 1]
        counted: Counter[str] = Counter()
        for one, begin, end in zip(self._written, self._begins, ends, strict=True):
            counted[one.info.id] += end - begin
        return dict(counted)


def _whole(out: Path, write: Callable[[BinaryIO], int]) -> int:
    part = part_of(out)
    try:
        make_room(out)
        try:
            with part.open("wb") as file:
                pages = write(file)
            put_in_place(part, out)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise WorldError("file-unwritable", file=str(out), what=error.strerror) from error
    return pages
