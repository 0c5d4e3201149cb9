"""Render a pack: write its documents, set them into one PDF, put it in place when it is whole."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from aiplanner.app.ports import WorldError
from aiplanner.app.printing import DocumentInfo, PackOptions, PackReport
from aiplanner.app.writing import part_of
from aiplanner.domain.cycle import Capability
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.catalogue import CARD, document, documents, handout_of
from aiplanner.packs.documents import capability_cards, contents, handout
from aiplanner.packs.furniture import Running
from aiplanner.packs.pages import Book, Part, set_book
from aiplanner.packs.setting import Draft, Setting, Write
from aiplanner.packs.sheet import Sheet
from aiplanner.packs.text import Gate
from aiplanner.packs.words import issue_words, programme_title

Progress = Callable[[int, int, str], None]
"""Hears how many documents are done, of how many, and the title of the one that begins."""

_CLOSE = ("signposts", "programme-logic-model")
"""Documents beside the cards that are set with narrower margins, to save paper."""
_WIDE = ("programme-logic-model", "action-tracker")
"""Documents in columns, which lie across their paper; set in large print they stand."""
_SHOWN = 20
"""Most characters or words that a sentence about them repeats."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A draft with the document it belongs to."""

    info: DocumentInfo
    draft: Draft


def render_pack(
    programme: Programme, options: PackOptions, out: Path, progress: Progress
) -> PackReport:
    """Write the chosen documents into one PDF at `out`, whole or not at all.

    PlanError `document-unknown`, `pack-empty`; WorldError `file-unwritable`.
    """
    gate = Gate()
    setting = Setting(programme, options, gate)
    infos = _chosen(options)
    book, written = _book(infos, setting)
    told = _Teller(infos, written, progress)
    pages = _whole(out, lambda file: set_book(book, gate, file, told.part_begins))
    progress(len(infos), len(infos), "")
    return PackReport(pages, told.pages(pages), tuple(_unprintable(gate)))


def _chosen(options: PackOptions) -> list[DocumentInfo]:
    wanted = {document(key, options.own).id for key in options.documents}
    if not wanted:
        raise PlanError("pack-empty")
    return [info for info in documents(options.own) if info.id in wanted]


def _book(infos: list[DocumentInfo], setting: Setting) -> tuple[Book, list[_Written]]:
    written = [
        _Written(info, draft)
        for info in infos
        if not info.whole
        for draft in _drafts(info, setting)
    ]
    for info in infos:
        if info.whole:
            draft = contents.draft(
                [w.draft for w in written if w.info.id != "cover"], _blocks(info, setting)
            )
            place = sum(1 for w in written if infos.index(w.info) < infos.index(info))
            written.insert(place, _Written(info, draft))
    title = programme_title(setting.programme)
    author = setting.head.organisation.strip() or setting.head.service.strip() or "aiplanner"
    parts = tuple(_part(number, one, setting) for number, one in enumerate(written))
    return Book(title, author, setting.options.made, parts), written


def _drafts(info: DocumentInfo, setting: Setting) -> Iterable[Draft]:
    return _writer(info, setting.options)(setting, _blocks(info, setting))


def _writer(info: DocumentInfo, options: PackOptions) -> Write:
    """What writes a document: its own module, or that of handouts or of cards with what it is."""
    if one := handout_of(info.id, options.own):
        return partial(handout.drafts, one)
    if info.id.startswith(CARD):
        capability = Capability(info.id.removeprefix(CARD))
        return partial(capability_cards.one, capability)
    name = info.id.replace("-", "_")
    write: Write = import_module(f"aiplanner.packs.documents.{name}").drafts
    return write


def _blocks(info: DocumentInfo, setting: Setting) -> Blocks:
    return Blocks(info.id, _sheet(info, setting), setting.gate)


def _sheet(info: DocumentInfo, setting: Setting) -> Sheet:
    close = info.family == "card" or info.id in _CLOSE
    wide = info.id in _WIDE and not setting.sheet().profile.large
    return setting.sheet(punched=info.audience == "facilitator", close=close, wide=wide)


def _part(number: int, written: _Written, setting: Setting) -> Part:
    options, info, draft = setting.options, written.info, written.draft
    running = Running(
        programme=_whose(info, setting),
        title=draft.title,
        number=draft.number,
        issue=issue_words(options.revision, options.made),
    )
    return Part(f"{info.id}-{number}", running, _sheet(info, setting), tuple(draft.story))


def _whose(info: DocumentInfo, setting: Setting) -> str:
    """The programme's title in the running heads; sheets of a nameless one are for any."""
    if info.family in ("plan", "people"):
        return programme_title(setting.programme)
    return setting.head.title.strip()


class _Teller:
    """Tells of progress document by document, and counts their pages."""

    def __init__(
        self, infos: list[DocumentInfo], written: list[_Written], progress: Progress
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
        out.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("wb") as file:
                pages = write(file)
            os.replace(part, out)  # noqa: PTH105  # the atomic one, by its plain name
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise WorldError("file-unwritable", file=str(out), what=error.strerror) from error
    return pages


def _unprintable(gate: Gate) -> Iterator[str]:
    if gate.missing:
        yield _(
            "These characters are in none of our fonts and print as an empty box: {them}"
        ).format(them=_some(f"{char} (U+{ord(char):04X})" for char in sorted(gate.missing)))
    if gate.reversed:
        yield _(
            "These words run from right to left; they print letter by letter from the left: {them}"
        ).format(them=_some(sorted(gate.reversed)))


def _some(things: Iterable[str]) -> str:
    listed = list(things)
    more = [_("and more")] if len(listed) > _SHOWN else []
    return ", ".join([*listed[:_SHOWN], *more])
