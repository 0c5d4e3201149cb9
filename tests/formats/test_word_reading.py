"""Word files as they are read on: contents with pages, faces, directions, lists and close text."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from docx.oxml.ns import qn

from aiplanner.app.told import (
    Contents,
    ContentsLine,
    Heading,
    Listing,
    ListKind,
    Piece,
    Text,
    Tone,
)
from tests.support.word_files import found, opened, pack_of


def test_contents_ask_for_the_pages_of_their_places_and_name_none_wrongly(tmp_path: Path) -> None:
    places = ("first", "second")
    lines = tuple(ContentsLine(depth, (Piece(place),), place) for depth, place in enumerate(places))
    heads = (Heading(level, (Piece(place),), place) for level, place in enumerate(places, 1))
    document = opened(pack_of(Contents(lines), *heads), tmp_path)
    names = [one.get(qn("w:name")) for one in found(document, "w:bookmarkStart")]
    codes = [one.text.split() for one in found(document, "w:instrText")]
    assert codes == [["PAGEREF", name, r"\h"] for name in names]
    assert [p.text for p in document.paragraphs[:2]] == ["first\t", "second\t"]
    assert document.settings.element.find(qn("w:updateFields")) is None  # Word would ask about it
    assert not any(one.get(qn("w:dirty")) for one in found(document, "w:fldChar"))


def test_what_is_close_on_paper_is_close_here(tmp_path: Path) -> None:
    close = Listing(ListKind.BULLET, ((Piece("item"),),), Tone.CLOSE)
    parts = Text((Piece("text"),), Tone.CLOSE), close, Text((Piece("more"),))
    document = opened(pack_of(*parts), tmp_path)
    assert [p.style.name for p in document.paragraphs] == [
        "Compact text",
        "Compact list",
        "Normal",
    ]


def test_the_last_item_of_a_list_has_room_under_it(tmp_path: Path) -> None:
    items = tuple((Piece(text),) for text in ("one", "two", "three"))
    document = opened(pack_of(Listing(ListKind.BULLET, items)), tmp_path)
    rooms = [p.paragraph_format.space_after for p in document.paragraphs]
    assert rooms[:2] == [None, None]
    assert rooms[2] > document.styles["List Paragraph"].paragraph_format.space_after


def test_the_face_of_a_file_is_named_with_what_stands_in_for_it(tmp_path: Path) -> None:
    document = opened(pack_of(Text((Piece("words"),))), tmp_path)
    default = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    faces = {default.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")}
    with ZipFile(tmp_path / "pack.docx") as zipped:
        table = zipped.read("word/fontTable.xml").decode()
        assert "word/fontTable.xml" in zipped.read("[Content_Types].xml").decode()
    assert [face for face in faces if f'w:name="{face}"' not in table] == []
    assert "altName" in table


def test_words_from_right_to_left_are_set_from_there(tmp_path: Path) -> None:
    arabic = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER MEEM}\N{ARABIC LETTER LAM}"
    document = opened(pack_of(Text((Piece(f"1. {arabic}"),)), Text((Piece("left"),))), tmp_path)
    for mark in ("w:bidi", "w:rtl"):
        first, second = (p._p.find(f".//{qn(mark)}") for p in document.paragraphs)
        assert first is not None
        assert second is None


def test_every_list_in_order_begins_at_one(tmp_path: Path) -> None:
    items = ((Piece("first"),), (Piece("second"),))
    lists = [Listing(ListKind.NUMBER, items), Text((Piece("between"),))] * 2
    document = opened(pack_of(*lists), tmp_path)
    numbers = [one.get(qn("w:val")) for one in found(document, "w:numId")]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    made = document.part.numbering_part.element
    starts = {one.get(qn("w:numId")): one.find(f".//{qn('w:startOverride')}") for one in made}
    assert all(starts[number].get(qn("w:val")) == "1" for number in numbers)
