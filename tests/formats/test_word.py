"""Word files: the words of the paper, as Word wants them, whole, and the same for the same pack."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from typing import Any, cast
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from aiplanner.app.ports import WorldError
from aiplanner.app.printing import PrintSize
from aiplanner.app.told import (
    Blank,
    Cards,
    Cell,
    Heading,
    Part,
    Piece,
    Table,
    Text,
    ToldPack,
    Tone,
    Turn,
    parts_within,
    told_words,
)
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.formats.word import write_word
from aiplanner.packs.catalogue import documents
from tests.support.packs import MADE, squeezed
from tests.support.rich_programme import rich_programme
from tests.support.word_files import found, opened, pack_of, sections, silent, unmarked, written

EVERY = tuple(info.id for info in documents())
RICH = rich_programme()
BARE = empty_programme(new_id())

_ORDER = {
    "w:pPr": (
        *("w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:numPr", "w:tabs"),
        *("w:bidi", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:sectPr"),
    ),
    "w:rPr": (
        "w:rStyle",
        "w:rFonts",
        "w:b",
        "w:bCs",
        "w:color",
        "w:sz",
        "w:szCs",
        "w:rtl",
        "w:lang",
    ),
    "w:tblPr": (
        *("w:tblW", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook"),
    ),
    "w:trPr": ("w:cantSplit", "w:trHeight", "w:tblHeader"),
    "w:tcPr": ("w:tcW", "w:gridSpan", "w:tcBorders", "w:shd", "w:vAlign"),
    "w:sectPr": ("w:headerReference", "w:footerReference", "w:type", "w:pgSz", "w:pgMar"),
}
"""ECMA-376 gives these in an order, and Word refuses a file in which it is another."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Every document in one file, with what was told."""

    pack: ToldPack
    file: Path

    def opened(self) -> Any:
        """The file as it reads."""
        return docx.Document(str(self.file))


def whole_of(programme: Programme, folder: Path, **options: object) -> Whole:
    file = folder / "pack.docx"
    return Whole(written(programme, file, EVERY, **options), file)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """Every document of the rich programme in clear print, written once for all who look at it."""
    return whole_of(RICH, tmp_path_factory.mktemp("whole"))


def test_every_document_says_in_word_what_it_says_on_paper(whole: Whole) -> None:
    says_what_was_told(whole)


@pytest.mark.parametrize(("programme", "size"), [(BARE, "clear"), (BARE, "large"), (RICH, "large")])
def test_it_does_so_at_every_size_and_with_nothing_to_say(
    tmp_path: Path, programme: Programme, size: str
) -> None:
    says_what_was_told(whole_of(programme, tmp_path, print_size=size))


def says_what_was_told(one: Whole) -> None:
    pack, said = one.pack, sections(one.file)
    assert len(said) == len(pack.documents)
    for document, words in zip(pack.documents, said, strict=True):
        assert words == squeezed(unmarked(told_words(document))), document.id


def test_elements_stand_in_the_order_that_word_demands(whole: Whole) -> None:
    document = whole.opened()
    roots = [document.element, document.styles.element]
    for root in roots:
        for name, order in _ORDER.items():
            for one in root.iter(qn(name)):
                places = [[qn(tag) for tag in order].index(kid.tag) for kid in one]
                assert places == sorted(places), name


def test_headings_keep_their_levels(whole: Whole) -> None:
    told = [
        part.level
        for document in whole.pack.documents
        for part in parts_within(document.parts)
        if isinstance(part, Heading)
    ]
    document = whole.opened()
    styles = [one.get(qn("w:val")) for one in found(document, "w:pStyle")]
    assert [int(name[-1]) for name in styles if name.startswith("Heading")] == told
    levels = {f"Heading {n}": n - 1 for n in (1, 2, 3)}
    for name, level in levels.items():
        outline = document.styles[name].element.find(f".//{qn('w:outlineLvl')}")
        assert outline.get(qn("w:val")) == str(level)


def test_head_rows_are_repeated_on_every_page(whole: Whole) -> None:
    tables = [
        part
        for document in whole.pack.documents
        for part in parts_within(document.parts)
        if isinstance(part, Table)
    ]
    assert len(found(whole.opened(), "w:tblHeader")) == sum(table.head_rows for table in tables)


def test_pictures_have_words_and_are_there(tmp_path: Path) -> None:
    written(RICH, tmp_path / "pack.docx", ("cover", "capability-map", "thread"))
    document = docx.Document(str(tmp_path / "pack.docx"))
    drawings = found(document, "wp:docPr")
    assert len(drawings) >= 3
    assert all(one.get("descr") for one in drawings)
    assert len({one.get("id") for one in drawings}) == len(drawings)
    with ZipFile(tmp_path / "pack.docx") as zipped:
        pictures = [name for name in zipped.namelist() if name.startswith("word/media/")]
        assert len(pictures) == len(drawings)
        assert all(zipped.read(name).startswith(b"\x89PNG") for name in pictures)


def test_contents_and_links_lead_somewhere(whole: Whole) -> None:
    document = whole.opened()
    names = [one.get(qn("w:name")) for one in found(document, "w:bookmarkStart")]
    assert len(names) == len(set(names))
    links = found(document, "w:hyperlink")
    inside = {one.get(qn("w:anchor")) for one in links} - {None}
    assert inside
    assert inside <= set(names)
    outside = {one.get(qn("r:id")) for one in links} - {None}
    targets = {document.part.rels[key].target_ref for key in outside}
    assert targets
    assert all(target.startswith("http") for target in targets)


@pytest.mark.parametrize("size", ["clear", "16", "large", "20", "24"])
def test_type_is_as_large_as_asked_for(tmp_path: Path, size: PrintSize) -> None:
    points = {"clear": 14, "16": 16, "large": 18, "20": 20, "24": 24}[size]
    document = opened(pack_of(Text((Piece("words"),)), print_size=size), tmp_path)
    assert document.styles["Normal"].font.size.pt == points
    if points >= 18:
        sizes = [
            style.font.size.pt
            for style in document.styles
            if style.font.size and style.name not in ("Close", "Between tables", "Header", "Footer")
        ]
        assert min(sizes) >= points, "in large print nothing is smaller than its body"


def test_it_says_what_it_is_and_in_which_language(tmp_path: Path) -> None:
    document = opened(pack_of(Text((Piece("words"),))), tmp_path)
    said = document.core_properties
    assert (said.title, said.author) == ("A pack", "Somebody")
    assert said.created.replace(tzinfo=UTC) == MADE
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "en-GB"


@pytest.mark.parametrize(("paper", "across"), [("a4", 595), ("letter", 612)])
def test_heads_feet_and_paper(tmp_path: Path, paper: str, across: int) -> None:
    document = opened(pack_of(Text((Piece("words"),)), paper=paper), tmp_path)
    (section,) = document.sections
    assert round(section.page_width.pt) == across
    assert section.header.paragraphs[0].text == "A programme\tOne · 2.4"
    foot = section.footer.paragraphs[0]
    assert foot.text.startswith("Version 3\tpage ")
    codes = [one.text.strip() for one in foot._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_wide_documents_lie_and_others_stand(tmp_path: Path) -> None:
    pack = written(RICH, tmp_path / "pack.docx", ("cover", "action-tracker"))
    ways = [s.orientation for s in docx.Document(str(tmp_path / "pack.docx")).sections]
    assert [one.wide for one in pack.documents] == [False, True]
    assert ways == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]


def test_room_to_write_is_a_line_that_words_can_take(tmp_path: Path) -> None:
    document = opened(
        pack_of(
            Blank(3),
            Blank(1, (Piece("Name"),)),
            Blank(8, framed=True),
            Turn(),
            Text((Piece("end"),)),
        ),
        tmp_path,
    )
    stops = found(document, "w:tab")
    leaders = [one for one in stops if one.get(qn("w:leader")) == "underscore"]
    assert len(leaders) == 4
    assert [p.text for p in document.paragraphs][3] == "Name \t"
    assert len(document.tables) == 1


def test_a_page_that_was_asked_for_begins(tmp_path: Path) -> None:
    parts = Text((Piece("here"),)), Turn(), Text((Piece("there"),))
    document = opened(pack_of(*parts), tmp_path)
    ways = [p.paragraph_format.page_break_before for p in document.paragraphs]
    assert ways == [None, True]


def test_cards_keep_their_grid(tmp_path: Path) -> None:
    cards = Cards(tuple((Text((Piece(str(n)),)),) for n in range(5)), 2, 2)
    (table,) = opened(pack_of(cards), tmp_path).tables
    assert (len(table.rows), len(table.columns)) == (3, 2)
    assert [cell.text for row in table.rows for cell in row.cells] == [*"01234", ""]
    height = sum(row.height.pt for row in table.rows[:2])
    (section,) = docx.Document(str(tmp_path / "pack.docx")).sections
    room = section.page_height.pt - section.top_margin.pt - section.bottom_margin.pt
    assert room * 0.9 < height < room


def test_a_card_with_a_word_has_all_in_its_middle(tmp_path: Path) -> None:
    named = Text((Piece("Asha"),), Tone.DISPLAY), Text((Piece("from the ward"),))
    told = Text((Piece("a task"),), Tone.STRONG), Blank(2)
    (table,) = opened(pack_of(Cards((named, told), 2, 1)), tmp_path).tables
    first, second = table.rows[0].cells
    assert {p.alignment for p in first.paragraphs} == {WD_ALIGN_PARAGRAPH.CENTER}
    assert {p.alignment for p in second.paragraphs} == {None}


def test_columns_are_wide_enough_for_their_words(tmp_path: Path) -> None:
    head = tuple(Cell((Text((Piece(words),)),), head=True) for words in ("A", "consistently"))
    told = Table((head,), 1, (0.95, 0.05))
    (table,) = opened(pack_of(told), tmp_path).tables
    widths = [int(one.get(qn("w:w"))) / 20 for one in table._tbl.iter(qn("w:gridCol"))]
    assert widths[1] > len("consistently") * 12.5 * 0.5
    assert sum(widths) == pytest.approx(595.3 - 2 * 65.2, abs=1)


def test_words_that_look_like_markup_stay_words(tmp_path: Path) -> None:
    text = "<b>&amp; {{x}} <img src='/etc/passwd'> ]]> </w:t>"
    document = opened(pack_of(Text((Piece(text),))), tmp_path)
    assert document.paragraphs[0].text == text


def test_no_level_of_headings_is_left_out(whole: Whole) -> None:
    document = whole.opened()
    levels = [int(p.style.name[-1]) for p in document.paragraphs if "eading" in p.style.name]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_same_pack_makes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        written(RICH, tmp_path / f"{name}.docx")
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_another_time_zone_is_the_same_moment(tmp_path: Path) -> None:
    moment = datetime(2026, 7, 1, 17, tzinfo=timezone(timedelta(hours=5)))
    document = opened(pack_of(Text((Piece("words"),)), made=moment), tmp_path)
    assert document.core_properties.created.replace(tzinfo=UTC) == moment


def test_nothing_of_the_template_is_left(tmp_path: Path) -> None:
    opened(pack_of(Text((Piece("words"),))), tmp_path)
    with ZipFile(tmp_path / "pack.docx") as zipped:
        names = set(zipped.namelist())
        assert not any("thumbnail" in name or "customXml" in name for name in names)
        assert {entry.date_time for entry in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_place_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(WorldError) as told:
        write_word(pack_of(Text((Piece("words"),))), tmp_path / "file" / "pack.docx", silent)
    assert told.value.code == "file-unwritable"


def test_a_file_that_stood_there_stays_when_a_part_cannot_be_written(tmp_path: Path) -> None:
    out = tmp_path / "pack.docx"
    out.write_bytes(b"before")
    with pytest.raises(NotImplementedError):
        write_word(pack_of(cast("Part", "no part")), out, silent)
    assert out.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [out]


def test_progress_is_told_document_by_document(tmp_path: Path) -> None:
    heard: list[tuple[int, int, str]] = []
    write_word(
        pack_of(Text((Piece("words"),))), tmp_path / "x.docx", lambda *step: heard.append(step)
    )
    assert heard == [(0, 1, "One"), (1, 1, "")]
