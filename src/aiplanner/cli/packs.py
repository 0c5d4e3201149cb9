"""Commands about paper: documents, pack, and the example's pack where there is no screen."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

from aiplanner.app.content import EXAMPLE, starter
from aiplanner.app.own_content import own_handouts
from aiplanner.app.picture_files import lay_out
from aiplanner.app.pictures import picture_keys
from aiplanner.app.ports import Library
from aiplanner.app.printing import PackOptions, PackReport, PrintSize, RunningColumn
from aiplanner.app.starters import programme_from
from aiplanner.cli.issuing import remember, without_pages
from aiplanner.cli.output import DONE, Arguments, show
from aiplanner.cli.places import opened
from aiplanner.cli.session_numbers import sessions_numbered
from aiplanner.cli.word import write_pack_word
from aiplanner.domain.errors import PlanError
from aiplanner.domain.handouts import Handout
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.places import packs_folder

_WORD = ".docx"

DEFAULTS: dict[str, object] = {
    "documents": None,
    "audience": "all",
    "print": "clear",
    "paper": "a4",
    "session": None,
    "sessions": (),
    "with_access_needs": False,
    "fillable": False,
    "duplex": False,
    "split": False,
    "columns": (),
    "no_record": False,
}

_SIZES_BY_POINTS: dict[str, PrintSize] = {"14": "clear", "18": "large"}
PRINT_SIZES = ("clear", "large", "14", "16", "18", "20", "24")
"""What `--print` takes: the names of the sizes, or points."""
COLUMNS = get_args(RunningColumn)
"""What `--columns` takes."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the library says of a programme beside its rows."""

    revision: int = 0
    own: tuple[Handout, ...] = ()
    pictures: str = ""
    """The folder in which the pictures of its photos are laid out."""


_NOTHING = _Kept()


def documents(chosen: Arguments) -> int:
    """List the documents that can be printed, one's own handouts too."""
    from aiplanner.packs.catalogue import documents  # noqa: PLC0415 - packs are heavy

    with opened(chosen) as library:
        own = own_handouts(library)
        if chosen.programme is not None:
            library.find(chosen.programme)
    rows: list[dict[str, object]] = [
        {"id": d.id, "title": d.title, "audience": d.audience, "fillable": d.fillable}
        for d in documents(own)
    ]
    show(chosen, rows, ("id", "title", "audience"))
    return DONE


def pack(chosen: Arguments) -> int:
    """Print documents into one PDF, into a PDF each, or into a Word file, and remember that."""
    word = chosen.out.suffix.lower() == _WORD
    if word and chosen.split:
        raise PlanError("word-split", file=chosen.out.name)
    if word and chosen.fillable:
        raise PlanError("word-fillable", file=chosen.out.name)
    with TemporaryDirectory(prefix="aiplanner-") as pictures:
        with opened(chosen) as library:
            programme, revision = library.load(library.find(chosen.programme))
            own = own_handouts(library)
            lay_out(library, picture_keys(programme), Path(pictures))
        kept = _Kept(revision, own, pictures)
        if word:
            return _word(programme, _options(programme, chosen, kept), chosen)
        options = _options(programme, chosen, kept)
        report = _render(programme, chosen.out, options, split=chosen.split)
        remember(chosen, programme, options, report, "saved")
    _print_pages(report.pages, chosen.out)
    return DONE


def example_pack() -> int:
    """Print the example's pack into a folder of its own."""
    example = starter(EXAMPLE)
    out = packs_folder() / f"{example.title}.pdf"
    programme = programme_from(example, "", new_id)
    options = _options(programme, Arguments(**DEFAULTS), _NOTHING)
    _print_pages(_render(programme, out, options).pages, out)
    return DONE


def programme_word(library: Library, programme: Programme, out: Path) -> None:
    """Write what a pack holds where nobody chose as a Word file."""
    _programme, revision = library.load(programme.id)
    with TemporaryDirectory(prefix="aiplanner-") as pictures:
        lay_out(library, picture_keys(programme), Path(pictures))
        kept = _Kept(revision, own_handouts(library), pictures)
        write_pack_word(programme, _options(programme, Arguments(**DEFAULTS), kept), out)


def _word(programme: Programme, options: PackOptions, chosen: Arguments) -> int:
    held = write_pack_word(programme, options, chosen.out)
    remember(chosen, programme, options, without_pages(held), "word")
    count = len(held)
    words = ngettext("{count} document:", "{count} documents:", count)
    print(words.format(count=count), chosen.out)
    return DONE


def _print_pages(pages: int, out: Path) -> None:
    print(ngettext("{count} page:", "{count} pages:", pages).format(count=pages), out)


def _render(
    programme: Programme, out: Path, options: PackOptions, *, split: bool = False
) -> PackReport:
    from aiplanner.packs.render import render_pack  # noqa: PLC0415 - dear to load
    from aiplanner.packs.separate import render_each  # noqa: PLC0415 - dear to load

    make = render_each if split else render_pack
    report = make(programme, options, out, lambda _done, _total, _title: None)
    for line in report.unprintable:
        print(f"aiplanner: {line}", file=sys.stderr)
    return report


def _options(programme: Programme, chosen: Arguments, kept: _Kept) -> PackOptions:
    from aiplanner.packs.catalogue import chosen_documents  # noqa: PLC0415 - packs are heavy

    one = () if chosen.session is None else (chosen.session,)
    numbers = (*one, *chosen.sessions)
    sessions = sessions_numbered(programme, numbers) if numbers else None
    return PackOptions(
        documents=chosen_documents(
            chosen.documents, chosen.audience, programme, kept.own, sessions
        ),
        print_size=_SIZES_BY_POINTS.get(chosen.print, chosen.print),
        paper=chosen.paper,
        sessions=sessions,
        made=datetime.now().astimezone(),
        revision=kept.revision,
        own=kept.own,
        pictures=kept.pictures,
        access=chosen.with_access_needs,
        audience=chosen.audience,
        fillable=chosen.fillable,
        duplex=chosen.duplex,
        columns=tuple(chosen.columns),
    )


NO_SCREEN = _("No screen found, so the example programme's pack is made without a window.")
