"""Write a told pack as a Word file: a section a document, the same bytes for the same pack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC
from io import BytesIO
from itertools import count
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATED
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.section import Section
from docx.shared import Emu, Pt

from aiplanner.app.told import Picture, ToldDocument, ToldPack, Turn
from aiplanner.app.writing import write_whole
from aiplanner.formats.word_body import Body, Ties
from aiplanner.formats.word_fit import fit
from aiplanner.formats.word_measure import Measure
from aiplanner.formats.word_styles import (
    LOOKS,
    Page,
    fonts_file,
    list_elements,
    page_of,
    settings_elements,
    style_elements,
    styles_of,
)
from aiplanner.formats.word_xml import Element, Setting, element, field, paragraph, run, twips
from aiplanner.i18n import gettext as _

Progress = Callable[[int, int, str], None]
"""Hears how many documents are done, of how many, and the title of the one that begins."""

_UNUSED = (
    "customXml",
    "fontTable",
    "stylesWithEffects",
    "thumbnail",
    "extended-properties",
    "webSettings",
)
"""What python-docx's own template brings and nobody needs."""
_LETTER = 0.56
"""Width of a letter in ems, so that a line at the head is never two."""
_LONGEST = 255
"""Letters that a property of the file may have."""
_ABOVE = 0.12
"""Of the height of the page, the empty room over the words of a cover."""
_ZIPPED = (1980, 1, 1, 0, 0, 0)
"""The oldest date a zip can tell: the clock is no part of what a pack says."""


def write_word(pack: ToldPack, out: Path, progress: Progress) -> None:
    """Write the pack at `out`, whole or not at all; WorldError `file-unwritable`."""
    document = _emptied()
    looks = LOOKS[pack.print_size]
    ties = Ties(lambda address: _related(document, address), _drawing(document))
    for number, told in enumerate(pack.documents):
        progress(number, len(pack.documents), told.title)
        _add(document, told, pack, ties)
    document.styles.element.extend(style_elements(looks))
    document.part.numbering_part.element.extend(list_elements(looks, ties.ordered))
    _say_what_it_is(document, pack)
    write_whole(out, _bytes(document))
    progress(len(pack.documents), len(pack.documents), "")


def _emptied() -> Document:
    """A file without python-docx's styles, lists and leftovers."""
    document = docx.Document()
    for part in (document.styles, document.settings, document.part.numbering_part):
        for kid in list(part.element):
            part.element.remove(kid)
    document.settings.element.extend(settings_elements())
    for relations in (document.part.rels, document.part.package.rels):
        unused = [key for key, one in relations.items() if one.reltype.endswith(_UNUSED)]
        for key in unused:
            del relations[key]
    fonts = Part(PackURI("/word/fontTable.xml"), TYPE.WML_FONT_TABLE, fonts_file(), None)
    document.part.relate_to(fonts, RELATED.FONT_TABLE)
    body = document.element.body
    for kid in list(body):
        body.remove(kid)
    return document


def _add(document: Document, told: ToldDocument, pack: ToldPack, ties: Ties) -> None:
    """Add a document as a section; the section of the last one stands at the end of the body."""
    body, looks = document.element.body, LOOKS[pack.print_size]
    page = page_of(pack.paper, looks, wide=told.wide)
    above = page.height * _ABOVE if told.id == "cover" else 0
    start, story = len(body), Body(looks, page, ties, above=above)
    made = story.elements(told.parts)
    body.extend(made)
    if story.rooms and not any(isinstance(part, Turn) for part in told.parts):
        measure = Measure(styles_of(looks))
        fit(story.rooms, lambda: measure.height(body[start:], page.width), page.height)
    section = _section(page)
    if told is pack.documents[-1]:
        body.append(section)
    else:
        body[-1].get_or_add_pPr().append(section)
    _head_and_foot(Section(section, document.part), told, pack, page.width)


def _section(page: Page) -> Element:
    wide = {"w:orient": "landscape"} if page.across > page.down else {}
    paper = {"w:w": twips(page.across), "w:h": twips(page.down), **wide}
    margins = {
        **{f"w:{side}": twips(page.head) for side in ("top", "bottom")},
        **{f"w:{side}": twips(page.margin) for side in ("left", "right")},
        **{f"w:{side}": twips(page.head * 0.5) for side in ("header", "footer")},
        "w:gutter": 0,
    }
    begins = element("w:type", {"w:val": "nextPage"})
    return element("w:sectPr", {}, begins, element("w:pgSz", paper), element("w:pgMar", margins))


def _head_and_foot(section: Section, told: ToldDocument, pack: ToldPack, width: float) -> None:
    head = [run(_head(told, width / LOOKS[pack.print_size].running))]
    foot = [run(f"{pack.issue}\t"), *_page_words()]
    for story, style, runs in ((section.header, "Header", head), (section.footer, "Footer", foot)):
        story.is_linked_to_previous = False
        holder = story._element  # noqa: SLF001  # python-docx has no way to put elements in
        for kid in list(holder):
            holder.remove(kid)
        holder.append(_ended(paragraph(Setting(style), runs), width))


def _head(told: ToldDocument, ems: float) -> str:
    """The programme at the left and the title at the right; the title alone, and cut, where the
    line is too short."""
    room = int(ems / _LETTER)
    title = " · ".join(filter(None, (told.title, told.number)))
    if len(told.programme) + len(title) < room:
        return f"{told.programme}\t{title}"
    return f"\t{title}" if len(title) <= room else f"\t{title[: room - 1].rstrip()}…"


def _ended(made: Element, width: float) -> Element:
    """The paragraph with a stop for what stands at the right edge."""
    stop = element("w:tab", {"w:val": "right", "w:pos": twips(width)})
    made.get_or_add_pPr().append(element("w:tabs", {}, stop))
    return made


def _page_words() -> Iterator[Element]:
    """The page and how many there are, which Word counts itself."""
    before, between, after = (
        _("page {number} of {count}").replace("{count}", "{number}").split("{number}")
    )
    yield run(before)
    yield from field("PAGE", "1")
    yield run(between)
    yield from field("NUMPAGES", "1")
    if after:
        yield run(after)


def _related(document: Document, address: str) -> str:
    return str(document.part.relate_to(address, RELATED.HYPERLINK, is_external=True))


def _drawing(document: Document) -> Callable[[Picture, float, float], Element]:
    numbers = count(1)

    def draw(picture: Picture, width: float, height: float) -> Element:
        inline = document.part.new_pic_inline(picture.file, Emu(Pt(width)), Emu(Pt(height)))
        number = next(numbers)
        said = {"id": str(number), "name": f"Picture {number}", "descr": picture.words}
        for name, value in said.items():
            inline.docPr.set(name, value)
        return element("w:drawing", {}, inline)

    return draw


def _say_what_it_is(document: Document, pack: ToldPack) -> None:
    said = document.core_properties
    said.title, said.author = pack.title[:_LONGEST], pack.author[:_LONGEST]
    said.last_modified_by = "aiplanner"
    said.language, said.comments, said.keywords, said.subject = "en-GB", "", "", ""
    said.created = said.modified = pack.made.astimezone(UTC).replace(tzinfo=None)
    said.revision = 1


def _bytes(document: Document) -> bytes:
    """The file, zipped anew with one date for all that is in it."""
    first = BytesIO()
    document.save(first)
    made = BytesIO()
    with ZipFile(first) as known, ZipFile(made, "w", ZIP_DEFLATED) as zipped:
        for name in known.namelist():
            entry = ZipInfo(name, _ZIPPED)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            zipped.writestr(entry, known.read(name))
    return made.getvalue()
