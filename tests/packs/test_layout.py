"""How documents stand on their pages: what is kept together, what fills a page, what is empty."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from aiplanner.app.content import EXAMPLE, starter
from aiplanner.app.printing import PackOptions
from aiplanner.app.starters import programme_from
from aiplanner.domain.programme import Programme
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.contents import ContentsLine, contents
from aiplanner.packs.elastic import Lines
from aiplanner.packs.grid import Column, Line
from aiplanner.packs.setting import Setting
from aiplanner.packs.sheet import Sheet
from aiplanner.packs.styles import Paper, Print
from aiplanner.packs.text import Gate
from aiplanner.packs.writing import chosen, written
from tests.support.packs import MADE, counted_ids, rendered, squeezed
from tests.support.rich_programme import blank_programme
from tests.support.tagged_pdf import page_texts, structure
from tests.support.worst_programme import worst_programme

EXAMPLE_PROGRAMME = programme_from(starter(EXAMPLE), "", counted_ids())
SIZES = pytest.mark.parametrize("size", ["clear", "large"])
EMPTY = {
    "contents": "Print it with other documents",
    "overview": "Each that you plan stands here",
    "timetable": "its times, its rooms and what happens",
    "agenda-revised": "its new times stand here",
    "running-order": "each step stands here",
    "materials": "What to bring, to print and to set up",
    "capability-map": "Say in the running order what an item leads on",
    "thread": "It begins with topics and stories",
    "group-lists": "who sits with whom stands here",
    "table-cards": "who sits with whom stands here",
    "name-cards": "a card for each of them",
    "people-list": "once you have named them",
}


def _blocks(size: Print = Print.CLEAR) -> Blocks:
    return Blocks("layout", Sheet(size, Paper.A4), Gate())


def _text(programme: Programme, key: str, out: Path, size: str = "clear") -> str:
    rendered(programme, out, (key,), print_size=size)
    return squeezed("".join(page_texts(out)))


@SIZES
@pytest.mark.parametrize("key", EMPTY)
def test_an_empty_document_says_what_will_fill_it(tmp_path: Path, key: str, size: str) -> None:
    assert squeezed(EMPTY[key]) in _text(blank_programme(), key, tmp_path / "a.pdf", size)


@pytest.mark.parametrize(
    ("count", "kept"), [(0, []), (1, [0]), (2, [1, 0]), (3, [1, 1, 0]), (5, [1, 0, 0, 1, 0])]
)
def test_no_page_holds_the_first_or_the_last_of_a_list_alone(count: int, kept: list[int]) -> None:
    texts = [f"Item {number}" for number in range(count)]
    blocks = _blocks()

    for made in (blocks.bullets(texts), blocks.numbers(texts), blocks.ticks(texts)):
        assert [int(item.getKeepWithNext()) for item in made] == kept


def test_a_short_fact_of_a_block_stands_on_one_line_with_its_name() -> None:
    columns = (Column("Who", 30, leads=True), Column("All", 3), Column("Room", 7))
    *_name, facts, _rule = _blocks(Print.LARGE).table(
        columns, [Line(("Isla", "30 (81)", "Seminar room, Level 2"))]
    )

    assert facts.getPlainText(identify=1) == "All\u00a030\u00a0(81) · Room Seminar room, Level 2"


def test_a_session_in_one_room_has_no_empty_column_of_rooms(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    rendered(EXAMPLE_PROGRAMME, out, ("timetable",))
    heads = [e.words() for e in structure(out).find("TH") if e.attributes["Scope"] == "/Column"]

    assert heads == ["Time", "What", "Room", "Time", "What", "Room", "Time", "What"]


@SIZES
def test_a_blank_tracker_has_room_to_write(tmp_path: Path, size: str) -> None:
    out = tmp_path / "a.pdf"
    rendered(blank_programme(), out, ("action-tracker",), print_size=size)

    assert squeezed("First step") in squeezed("".join(page_texts(out)))
    if size == "clear":
        assert len(structure(out).find("TR")) > 6
        assert len(PdfReader(out).pages) == 1


def test_the_tables_of_a_session_stand_on_one_page_under_its_name(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    report = rendered(EXAMPLE_PROGRAMME, out, ("group-lists",))

    assert report.pages == 1
    assert squeezed("Session 1: Best of what is") in squeezed("".join(page_texts(out)))


@SIZES
def test_a_learning_record_gives_the_rest_of_each_page_to_write_on(size: str) -> None:
    options = PackOptions(("capability-evidence",), MADE, size)  # type: ignore[arg-type] # a size
    [one] = written(chosen(options), Setting(EXAMPLE_PROGRAMME, options, Gate()))
    lines = [flowable for flowable in one.draft.story if isinstance(flowable, Lines)]

    assert len(lines) == 6
    assert min(line.stretch for line in lines) >= 1
    assert max(line.stretch for line in lines) > 1.5


def test_rows_for_others_fill_the_page_of_a_sign_in_sheet(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    report = rendered(blank_programme(), out, ("sign-in-names",))

    assert report.pages == 1
    assert len(structure(out).find("TR")) > 12


@pytest.mark.parametrize("size", ["16", "large"])
def test_in_blocks_short_facts_of_an_item_share_a_line(tmp_path: Path, size: str) -> None:
    text = _text(EXAMPLE_PROGRAMME, "running-order", tmp_path / "a.pdf", size)

    assert squeezed("Group: threes · Lead: Aileen · Part: opening · Level: system") in text


def test_the_second_side_of_a_card_in_large_print_begins_with_its_questions(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    report = rendered(EXAMPLE_PROGRAMME, out, ("capability-cards",), print_size="large")
    backs = page_texts(out)[1::2]

    assert report.pages == 12
    assert ["Think it over" in page[:120] for page in backs] == [True] * 6


@pytest.mark.parametrize("size", ["20", "24"])
def test_names_of_the_map_stand_over_their_dots_where_the_print_is_too_large(
    tmp_path: Path, size: str
) -> None:
    out = tmp_path / "a.pdf"
    rendered(EXAMPLE_PROGRAMME, out, ("capability-map",), print_size=size)
    first = page_texts(out)[0]

    assert "Creativity and innovation" in first
    assert "Collaborating and influencing" in first
    assert "Filled: minutes that lead on it." in " ".join(first.split())


@pytest.mark.parametrize("size", ["clear", "large", "24"])
def test_the_points_of_a_profile_are_named_in_full(tmp_path: Path, size: str) -> None:
    out = tmp_path / "a.pdf"
    rendered(worst_programme(), out, ("leadership-profile",), print_size=size)

    assert "consistently" in "".join(page_texts(out))


@SIZES
def test_an_address_goes_on_after_a_stroke_or_a_hyphen(tmp_path: Path, size: str) -> None:
    out = tmp_path / "a.pdf"
    rendered(EXAMPLE_PROGRAMME, out, ("signposts",), print_size=size)
    said = {link.words() for link in structure(out).find("Link")}
    lines = [line.strip() for page in page_texts(out) for line in page.splitlines()]
    begun = [line for line in lines if line.startswith(("www.", "hisengage.", "sssc.uk"))]

    assert "sssc.uk.com/workforce-development/our-current-work/leadership-and-clf" in said
    assert begun
    assert [line for line in begun if line not in said and line[-1] not in "/-"] == []


def test_a_sign_in_sheet_in_blocks_says_where_to_sign(tmp_path: Path) -> None:
    text = _text(EXAMPLE_PROGRAMME, "sign-in-names", tmp_path / "a.pdf", "24")

    assert text.count("Signature") > 15


@pytest.mark.parametrize("paper", ["a4", "letter"])
@SIZES
def test_nothing_but_the_last_lines_of_a_document_stands_on_a_page(
    tmp_path: Path, size: str, paper: str
) -> None:
    keys = ("cover", "agenda", "agenda-revised", "timetable", "capability-map")
    pages = [
        (key, " ".join(text.split()))
        for key in keys
        for text in _pages(EXAMPLE_PROGRAMME, key, tmp_path / "a.pdf", size, paper)
    ]

    assert [key for key, text in pages if len(text) < _LITTLE] == []


_LITTLE = 160
"""Letters of a page that holds next to nothing; head and foot alone are some 80."""


def _pages(programme: Programme, key: str, out: Path, size: str, paper: str) -> list[str]:
    rendered(programme, out, (key,), print_size=size, paper=paper)
    return page_texts(out)


def test_one_long_name_makes_no_other_card_larger(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    report = rendered(worst_programme(), out, ("name-cards",))
    pages = page_texts(out)

    assert report.pages < 12, "sixty people, eight on a sheet"
    assert "Weiterentwicklung" in pages[-1], "the long one stands last, on its own"


def test_a_report_to_be_written_by_hand_fills_two_pages(tmp_path: Path) -> None:
    for size in ("clear", "large"):
        report = rendered(blank_programme(), tmp_path / "a.pdf", ("cycle-report",), print_size=size)
        assert report.pages == 2


def test_no_page_of_the_contents_begins_or_ends_with_a_line_torn_off() -> None:
    depths = [0, 0, 1, 1, 1, 1, 0, 1]
    lines = [ContentsLine(depth, f"Line {n}", f"place-{n}") for n, depth in enumerate(depths)]
    entries = contents(lines, Gate(), _blocks().styles.contents)

    assert [int(entry.getKeepWithNext()) for entry in entries] == [0, 1, 0, 0, 1, 1, 1, 0]
