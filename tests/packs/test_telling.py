"""What is printed can be told without a page: every document, every kind of flowable, once each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from reportlab.platypus import Flowable

import aiplanner.packs
from aiplanner.app.printing import PackOptions
from aiplanner.app.told import (
    Blank,
    Cards,
    Contents,
    Heading,
    Listing,
    ListKind,
    Part,
    Picture,
    Piece,
    Table,
    Text,
    ToldDocument,
    ToldPack,
    Tone,
    parts_within,
    plain_words,
    told_words,
)
from aiplanner.app.told import Turn as ToldTurn
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.cards import CardFace, CardRoom, card_sheets
from aiplanner.packs.catalogue import documents
from aiplanner.packs.elastic import Elastic, Lines
from aiplanner.packs.grid import Column, Line
from aiplanner.packs.grid import Tone as GridTone
from aiplanner.packs.pages import KeepWithStart
from aiplanner.packs.sheet import Layout, Sheet, Turn
from aiplanner.packs.styles import Paper, Print
from aiplanner.packs.tables import TaggedTable
from aiplanner.packs.tell_pack import prints_of, tell_pack
from aiplanner.packs.telling import _Telling, told
from aiplanner.packs.text import BLANK, Gate, Passing, bold
from aiplanner.packs.told_words import WRITE_HERE, words_of
from tests.support.packs import MADE, rendered, squeezed
from tests.support.rich_programme import rich_programme
from tests.support.tagged_pdf import Element, structure

EVERY = tuple(info.id for info in documents())
RICH = rich_programme()
BARE = empty_programme(new_id())
PAGES_ONLY = frozenset({"_PartBegins"})
"""Flowables that stand in no story: the book puts them in when it is set."""


def options(*keys: str, **others: object) -> PackOptions:
    return PackOptions(keys or EVERY, MADE, **{"revision": 3, **others})


def pack(programme: Programme, *keys: str, **others: object) -> ToldPack:
    return tell_pack(programme, options(*keys, **others))


def one(programme: Programme, key: str, **others: object) -> ToldDocument:
    return pack(programme, key, **others).documents[0]


def subclasses(of: type) -> Iterator[type]:
    for found in of.__subclasses__():
        yield found
        yield from subclasses(found)


def ours() -> set[type]:
    for module in walk_packages(aiplanner.packs.__path__, "aiplanner.packs."):
        import_module(module.name)
    return {kind for kind in subclasses(Flowable) if kind.__module__.startswith("aiplanner.packs")}


def test_every_flowable_of_the_room_can_be_told() -> None:
    known = _Telling.__dict__["_told"].dispatcher
    default = known.dispatch(object)
    untold = {kind.__name__ for kind in ours() if known.dispatch(kind) is default}
    assert untold == PAGES_ONLY | {KeepWithStart.__name__, Elastic.__name__}


def test_what_nobody_can_tell_is_refused_rather_than_left_out() -> None:
    class Unheard(Flowable):  # type: ignore[misc]  # ReportLab ships no types
        pass

    with pytest.raises(NotImplementedError, match="Unheard"):
        told([Unheard()])


@pytest.mark.parametrize("size", ["clear", "large"])
@pytest.mark.parametrize("programme", [BARE, RICH], ids=["bare", "rich"])
def test_every_document_is_told_and_says_its_title(programme: Programme, size: str) -> None:
    made = pack(programme, print_size=size)
    assert {document.id for document in made.documents} <= set(EVERY)
    blank = {info.id for info in documents() if info.blank}
    assert blank <= {document.id for document in made.documents}
    for document in made.documents:
        heads = [part for part in parts_within(document.parts) if isinstance(part, Heading)]
        assert heads, document.id
        assert told_words(document).strip()


@pytest.mark.parametrize("size", ["clear", "large"])
def test_what_is_printed_is_told_word_for_word(tmp_path: Path, size: str) -> None:
    """Read from the finished PDF as a screen reader reads it, document by document."""
    keys = tuple(key for key in EVERY if key != "contents")
    rendered(RICH, tmp_path / "pack.pdf", keys, print_size=size)
    printed = structure(tmp_path / "pack.pdf").find("Part")
    made = pack(RICH, *keys, print_size=size).documents
    assert len(printed) == len(made)
    for part, document in zip(printed, made, strict=True):
        said = squeezed(told_words(document)).replace("_", "")
        assert said.replace(";", "") == squeezed("".join(_read(part))).replace(";", ""), document.id


def _read(element: Element) -> Iterator[str]:
    """What is read out: badges in full, pictures by their words, labels of lists not at all."""
    if element.role == "Lbl":
        return
    instead = element.attributes.get("ActualText") or element.attributes.get("Alt")
    if instead:
        yield instead
        return
    yield element.text.replace("\N{NO-BREAK SPACE}", " ")
    for kid in element.kids:
        yield from _read(kid)


def test_a_table_tells_its_heads_and_the_cells_that_go_across() -> None:
    tables = [part for part in one(RICH, "running-order").parts if isinstance(part, Table)]
    wide = [cell for table in tables for row in table.rows for cell in row if cell.across > 1]
    assert wide
    assert all(cell.head for cell in wide)
    for table in tables:
        assert all(cell.head for row in table.rows[: table.head_rows] for cell in row)
        assert sum(table.shares) == pytest.approx(1)
        assert {sum(cell.across for cell in row) for row in table.rows} == {len(table.shares)}


def test_the_contents_lead_to_headings_that_are_there() -> None:
    made = pack(RICH)
    parts = [part for document in made.documents for part in parts_within(document.parts)]
    places = {part.place for part in parts if isinstance(part, Heading)}
    lines = [line for part in parts if isinstance(part, Contents) for line in part.lines]
    assert lines
    assert {line.place for line in lines} <= places


BLOCKS = Blocks("any", Sheet(Print.CLEAR, Paper.A4), Gate())


def test_a_paragraph_that_goes_on_overleaf_is_told_once() -> None:
    (paragraph,) = BLOCKS.text("many words " * 200)
    whole = told([paragraph])
    paragraph.wrap(300, 1e6)
    parts = paragraph.split(300, 100)
    assert len(parts) == 2
    assert told([parts[0], Turn(Layout.TEXT, asked=False), parts[1]]) == whole


def test_a_list_that_goes_on_overleaf_is_one_list() -> None:
    first, second, third = BLOCKS.numbers(["one", "two", "three"])
    (listing,) = told([first, second, Turn(Layout.TEXT, asked=False), third])
    assert isinstance(listing, Listing)
    assert listing.kind is ListKind.NUMBER
    assert len(listing.items) == 3
    assert len(told([*BLOCKS.bullets(["one"]), *BLOCKS.bullets(["two"])])) == 2


@pytest.mark.parametrize("height", [200, BLOCKS.sheet.height])
def test_a_table_cut_between_rows_or_in_one_is_one_table(height: float) -> None:
    columns = (Column("Name", 8, 1, leads=True), Column("What", 8, 1))
    lines = [Line((f"row {n}", f"words of row {n} " * (8 if n != 3 else 900))) for n in range(6)]
    lines.insert(2, Line(("Across", ""), GridTone.BAND))
    (table,) = BLOCKS.table(columns, lines)
    (whole,) = told([table])
    table.wrap(BLOCKS.sheet.width, 1e6)
    parts = [
        part for part in table.split(BLOCKS.sheet.width, height) if isinstance(part, TaggedTable)
    ]
    assert len(parts) == 2
    assert sum(len(part.cells) for part in parts) == (9 if height == 200 else 10)
    assert _spoken(told(parts)) == _spoken((whole,))
    assert isinstance(whole, Table)
    assert len(whole.rows) == 8
    assert [len(row) for row in whole.rows] == [2, 2, 2, 1, 2, 2, 2, 2]


def _spoken(parts: tuple[Part, ...]) -> list[list[str]]:
    """The words of each row of the one table."""
    (table,) = parts
    assert isinstance(table, Table)
    return [
        ["".join(_of(part) for part in parts_within(cell.parts)) for cell in row]
        for row in table.rows
    ]


def _of(part: Part) -> str:
    assert isinstance(part, Text)
    return plain_words(part.words)


def test_a_page_that_was_asked_for_is_told_and_one_that_was_needed_is_not() -> None:
    lines = [Lines(2, 20, fills=False, most=1) for _n in range(3)]
    needed, asked = Turn(Layout.TEXT, asked=False), Turn(Layout.TEXT)
    assert told([lines[0], needed, lines[1], asked, lines[2]]) == (
        *(Blank(2), Blank(2), ToldTurn(), Blank(2)),
    )
    assert told([asked, lines[0]]) == (Blank(2),), "nothing stands before it"


def test_cards_on_several_sheets_are_one_deck() -> None:
    room = CardRoom(500, 700, 20)
    faces = [CardFace(BLOCKS.text(str(n)), lines=n) for n in range(3)]
    sheets = [
        sheet for one in card_sheets(faces, (1, 2), room) for sheet in (Turn(Layout.CARDS), one)
    ]
    (cards,) = told(sheets)
    assert isinstance(cards, Cards)
    assert (len(cards.cards), cards.across, cards.down) == (3, 1, 2)
    assert cards.cards[2][1:] == (Blank(2),)


def test_pictures_are_drawn_into_files_where_a_folder_is_given(tmp_path: Path) -> None:
    made = tell_pack(RICH, options("cover", "capability-map"), tmp_path)
    pictures = [
        part
        for document in made.documents
        for part in parts_within(document.parts)
        if isinstance(part, Picture)
    ]
    assert len(pictures) >= 2
    for picture in pictures:
        assert Path(picture.file).read_bytes().startswith(b"\x89PNG")
        assert picture.words


def test_words_keep_what_is_bold_and_what_leads_somewhere() -> None:
    gate = Gate()
    link = gate.link("a page", "https://example.org/?a=1&b=2")
    markup = gate.join([bold(gate("R&D <now>")), link], " ")
    assert words_of(markup) == (
        Piece("R&D <now>", bold=True),
        Piece(" "),
        Piece("a page", link="https://example.org/?a=1&b=2"),
    )
    assert words_of(BLANK) == (Piece(WRITE_HERE),)
    assert words_of(gate("one\ntwo")) == (Piece("one\ntwo"),)


def test_words_of_every_script_are_told_without_their_faces() -> None:
    text = "Łódź Привіт Fàilte \N{CJK UNIFIED IDEOGRAPH-611B} ✓ 5 < 6"
    assert words_of(Gate(whole=True)(text)) == (Piece(text),)


def test_ticks_and_numbers_are_lists_of_their_kind() -> None:
    parts = parts_within(tuple(p for d in pack(RICH).documents for p in d.parts))
    kinds = {part.kind for part in parts if isinstance(part, Listing)}
    assert kinds == set(ListKind)


def test_prints_are_the_same_whatever_the_paper_the_size_the_day_and_the_version() -> None:
    later = replace(
        options(print_size="large", paper="letter", revision=9), made=MADE + timedelta(hours=3)
    )
    assert prints_of(RICH, later) == prints_of(RICH, options())


def test_the_day_of_printing_alone_changes_no_print() -> None:
    """Both documents tell it in words."""
    keys = ("cycle-report", "action-tracker")
    later = replace(options(*keys), made=MADE + timedelta(days=1))
    before, after = (tell_pack(RICH, o).documents for o in (options(*keys), later))
    assert [told_words(d) for d in before] != [told_words(d) for d in after]
    assert prints_of(RICH, later) == prints_of(RICH, options(*keys))


def test_only_the_prints_of_documents_that_say_it_change() -> None:
    session = RICH.sessions[0]
    moved = RICH.put(replace(session, venue="Quite another hall"))
    before, after = prints_of(RICH, options()), prints_of(moved, options())
    changed = {key for key in before if before[key] != after[key]}
    assert {"cover", "overview", "timetable"} <= changed
    assert not changed & {"interview-tips", "capability-map", "people-list", "story-sheet"}
    assert "contents" not in before


def test_what_only_passes_is_marked() -> None:
    gate = Gate()
    assert isinstance(Passing(gate("On Monday")), str)
    parts = parts_within(one(RICH, "cycle-report").parts)
    assert [p for p in parts if isinstance(p, Text) and p.passing]


def test_what_a_style_was_made_of_says_how_a_paragraph_is_said() -> None:
    """The card of a capability is set in the type of tables, its phases in strong type."""
    parts = tuple(parts_within(one(BARE, "capability-card-vision").parts))
    texts = {plain_words(part.words): part.tone for part in parts if isinstance(part, Text)}
    assert texts["Dream"] is Tone.STRONG
    assert {part.tone for part in parts if isinstance(part, Listing)} == {Tone.CLOSE}
    named = [tone for text, tone in texts.items() if text.startswith("Personal leadership.")]
    assert named == [Tone.CLOSE]
