"""Render a pack: write its documents, set them into one PDF, put it in place when it is whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from aiplanner.app.paper_words import issue_words, programme_title
from aiplanner.app.ports import WorldError
from aiplanner.app.printing import DocumentInfo, PackOptions, PackReport
from aiplanner.app.writing import make_room, part_of, put_in_place
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.packs.export_report import unprintable
from aiplanner.packs.furniture import Running
from aiplanner.packs.pages import Book, Listener, Part, set_book
from aiplanner.packs.setting import Setting
from aiplanner.packs.sweeping import seldom_swept
from aiplanner.packs.text import Gate
from aiplanner.packs.writing import Written, author_of, chosen, sheet_of, whose, written

Progress = Callable[[int, int, str], None]
"""Hears how many documents are done, of how many, and the title of the one that begins."""
Pulse = Callable[[], None]
"""Called with every page; what it raises ends the work, and no file is left."""


@seldom_swept()
def render_pack(
    programme: Programme,
    options: PackOptions,
    out: Path,
    progress: Progress,
    pulse: Pulse = lambda: None,
) -> PackReport:
    """Write the chosen documents into one PDF at `out`, whole or not at all.

    PlanError `document-unknown`, `pack-empty`; WorldError `file-unwritable`, `file-held`.
    """
    pulse()
    gate = Gate()
    setting = Setting(programme, options, gate)
    infos = chosen(options)
    drafts = written(infos, setting)
    book = _book(drafts, setting)
    told = _Teller(infos, drafts, progress, pulse)
    pages = _whole(out, lambda file: set_book(book, gate, file, told))
    progress(len(infos), len(infos), "")
    notes = tuple(unprintable(gate))
    return PackReport(pages, told.pages(pages), notes, told.sheets(), setting.cut or told.is_cut)


def _book(written: Sequence[Written], setting: Setting) -> Book:
    parts = tuple(_part(number, one, setting) for number, one in enumerate(written))
    title = programme_title(setting.programme)
    glimpse, made = setting.options.glimpse, setting.options.made
    most = glimpse.pages if glimpse else None
    return Book(title, author_of(setting), made, parts, most, setting.cut)


def _part(number: int, written: Written, setting: Setting) -> Part:
    options, info, draft = setting.options, written.info, written.draft
    running = Running(
        programme=whose(info, setting),
        title=draft.title,
        number=draft.number,
        issue=issue_words(options.revision, options.made),
    )
    return Part(f"{info.id}-{number}", running, sheet_of(info, setting), tuple(draft.story))


class _Teller(Listener):
    """Tells of progress document by document, and counts their pages."""

    def __init__(
        self,
        infos: list[DocumentInfo],
        written: list[Written],
        progress: Progress,
        pulse: Pulse,
    ) -> None:
        self._infos, self._written = infos, written
        self._progress, self._pulse = progress, pulse
        self._begins: list[int] = []
        self.is_cut = False

    def part_begins(self, part: int, page: int) -> None:
        """A part begins on a page."""
        self._begins.append(page)
        info = self._written[part].info
        if part == 0 or self._written[part - 1].info is not info:
            self._progress(self._infos.index(info), len(self._infos), info.title)

    def page_begins(self) -> None:
        """It is still wanted, or the pulse raises."""
        self._pulse()

    def cut(self) -> None:
        """A glimpse was asked for, and there is more."""
        self.is_cut = True

    def sheets(self) -> Mapping[str, Mapping[RowId, int]]:
        """On which page, from 0, the sheet of each session begins, by document."""
        found: defaultdict[str, dict[RowId, int]] = defaultdict(dict)
        for one, begin in zip(self._written, self._begins, strict=False):  # a glimpse has fewer
            if one.draft.of is not None:
                found[one.info.id][one.draft.of] = begin - 1
        return dict(found)

    def pages(self, last: int) -> dict[str, int]:
        """Pages of each document, by its id."""
        ends = [*self._begins[1:], last + 1]
        counted: Counter[str] = Counter()
        for one, begin, end in zip(self._written, self._begins, ends, strict=False):
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
