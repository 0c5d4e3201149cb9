"""Tell a whole pack: what it says document by document, and the fingerprint of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from aiplanner.app.interchange import from_plain
from aiplanner.app.paper_words import issue_words, programme_title
from aiplanner.app.printing import PackOptions, options_from_plain
from aiplanner.app.told import ToldDocument, ToldPack, fingerprint
from aiplanner.domain.programme import Programme
from aiplanner.packs.figures import Figure
from aiplanner.packs.runs import plain
from aiplanner.packs.setting import Setting
from aiplanner.packs.telling import Draw, told
from aiplanner.packs.text import Gate, cleaned
from aiplanner.packs.writing import Written, author_of, chosen, sheet_of, whose, written


def tell_pack(programme: Programme, options: PackOptions, pictures: Path | None = None) -> ToldPack:
    """The chosen documents as they would be printed.

    What is drawn on paper, such as the map, is drawn into files in the folder `pictures`; without
    one it is told in words alone. PlanError `document-unknown`, `pack-empty`.
    """
    setting = Setting(programme, options, Gate(whole=True))
    draw = _in_words if pictures is None else _drawn_into(pictures)
    made = written(chosen(options), setting)
    return ToldPack(
        title=plain(cleaned(programme_title(programme))),
        author=plain(cleaned(author_of(setting))),
        issue=issue_words(options.revision, options.made),
        made=options.made,
        print_size=options.print_size,
        paper=options.paper,
        documents=tuple(_document(one, setting, draw) for one in made),
    )


def prints_of(programme: Programme, options: PackOptions) -> dict[str, str]:
    """The fingerprint of each document that says something of its own, by its id.

    Print size, paper, version and day make no difference: only what is said. Sheets of one document
    for several sessions have one fingerprint together.
    """
    plain = replace(
        options, print_size="clear", paper="a4", revision=0, duplex=False, fillable=False
    )
    setting = Setting(programme, plain, Gate(whole=True))
    infos = [info for info in chosen(plain) if not info.whole]
    prints: dict[str, list[str]] = {info.id: [] for info in infos}
    for one in written(infos, setting):
        prints[one.info.id].append(fingerprint(_document(one, setting, _in_words)))
    return {key: sha256("".join(some).encode()).hexdigest()[:32] for key, some in prints.items()}


def tell_job(
    request: Mapping[str, Any], _step: Callable[[int, int, str], None]
) -> dict[str, object]:
    """What the pack worker answers to "tell": the fingerprints, by document."""
    options = options_from_plain(request["options"])
    return {"prints": prints_of(from_plain(request["programme"]), options)}


def _in_words(_figure: Figure) -> str:
    return ""


def _drawn_into(folder: Path) -> Draw:
    from aiplanner.packs.raster import raster  # noqa: PLC0415  # PDFium, for Word alone

    return raster(folder)


def _document(one: Written, setting: Setting, draw: Draw) -> ToldDocument:
    return ToldDocument(
        id=one.info.id,
        title=plain(cleaned(one.draft.title)),
        number=one.draft.number,
        session=one.draft.session,
        programme=plain(cleaned(whose(one.info, setting))),
        audience=one.info.audience,
        wide=sheet_of(one.info, setting).wide,
        parts=told(one.draft.story, draw),
    )
