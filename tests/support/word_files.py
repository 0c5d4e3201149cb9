"""Write Word files in tests, and read what they say in the order of their bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
from docx.oxml.ns import qn

from aiplanner.app.printing import PackOptions
from aiplanner.app.told import Part, ToldDocument, ToldPack
from aiplanner.domain.programme import Programme
from aiplanner.formats.word import write_word
from aiplanner.packs.tell_pack import tell_pack
from tests.support.packs import ALL, MADE

_MARK = re.compile(r"[\N{BALLOT BOX}_]")
"""Boxes to tick and lines to write on: there to be seen and not said."""


def written(
    programme: Programme, out: Path, keys: tuple[str, ...] = ALL, **options: object
) -> ToldPack:
    """Write the documents at `out`, their pictures drawn; what was told."""
    wanted = PackOptions(keys, MADE, **{"revision": 3, **options})
    drawn = out.with_suffix(".drawn")
    drawn.mkdir(exist_ok=True)
    pack = tell_pack(programme, wanted, drawn)
    write_word(pack, out, lambda _done, _total, _title: None)
    return pack


def sections(path: Path) -> list[str]:
    """What each section of a Word file says, without white space, in reading order."""
    told, here = [], list[str]()
    for block in docx.Document(str(path)).element.body:
        if block.tag == qn("w:sectPr"):
            break
        here += _said(block)
        if block.find(f".//{qn('w:sectPr')}") is not None:
            told.append("".join(here))
            here = []
    return ["".join("".join(one).split()) for one in (*told, "".join(here))]


def _said(block: Any) -> Iterator[str]:
    for one in block.iter(qn("w:t"), qn("wp:docPr")):
        if one.tag == qn("w:t"):
            yield unmarked(one.text or "")
        else:
            yield one.get("descr", "")


def unmarked(text: str) -> str:
    """The text without what is there to be ticked or written on."""
    return _MARK.sub("", text)


def everything(path: Path) -> str:
    """All that stands in any part of the file, without white space."""
    with ZipFile(path) as zipped:
        parts = (
            zipped.read(name) for name in zipped.namelist() if name.endswith((".xml", ".rels"))
        )
        return "".join("".join(part.decode("utf-8").split()) for part in parts)


def silent(_done: int, _total: int, _title: str) -> None:
    """Hear nothing."""


def pack_of(*parts: Part, **others: Any) -> ToldPack:
    """A pack of one document that says these parts."""
    one = ToldDocument("one", "One", "2.4", "", "A programme", "all", wide=False, parts=parts)
    told = ToldPack("A pack", "Somebody", "Version 3", MADE, "clear", "a4", (one,))
    return replace(told, **others)


def opened(pack: ToldPack, folder: Path) -> Any:
    """The file of a pack, written as `pack.docx` into the folder, as it reads."""
    out = folder / "pack.docx"
    write_word(pack, out, silent)
    return docx.Document(str(out))


def found(document: Any, name: str) -> list[Any]:
    """All elements of a name in the body."""
    return list(document.element.body.iter(qn(name)))
