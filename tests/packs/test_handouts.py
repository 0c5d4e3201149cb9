"""Every shipped handout prints: accessibly, on the pages it may take, and nothing of it is lost."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
import pytest

from aiplanner.app.content import EXAMPLE, handouts, starter
from aiplanner.app.printing import PackReport
from aiplanner.app.starters import programme_from
from aiplanner.domain.handouts import Block, CardsBlock, FindingsBlock, InterviewBlock, TableBlock
from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import documents
from aiplanner.packs.found import handed_on
from aiplanner.packs.merge import Merge, values_of
from aiplanner.packs.text import Gate
from tests.support.packs import counted_ids, rendered, squeezed
from tests.support.rich_programme import blank_programme, rich_programme
from tests.support.tagged_pdf import Element, faults, page_texts, structure
from tests.support.typeface import texts

PROGRAMMES = {
    "blank": blank_programme(),
    "example": programme_from(starter(EXAMPLE), "", counted_ids()),
    "rich": rich_programme(),
}
KEYS = tuple(handout.key for handout in handouts())
PRINTS = [
    (name, size, paper)
    for name in PROGRAMMES
    for size in ("clear", "large")
    for paper in ("a4", "letter")
    if name != "rich" or paper == "a4"
]
# The matrix judges the others, among all documents, by both of these measures.
RICH = [how for how in PRINTS if how[0] == "rich"]
EDGE = 14
"""Points from the edge of the paper that many printers cannot reach."""


@dataclass(frozen=True, slots=True)
class Print:
    """All handouts of one programme in one file."""

    programme: Programme
    file: Path
    report: PackReport

    def parts(self) -> dict[str, list[Element]]:
        """The structure of each handout, by its title."""
        found: dict[str, list[Element]] = {}
        for part in structure(self.file).find("Part"):
            found.setdefault(part.attributes["T"], []).append(part)
        return found


Printed = Callable[[tuple[str, str, str]], Print]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """All handouts of a programme at a size and on a paper, set once."""
    made: dict[tuple[str, str, str], Print] = {}

    def of(how: tuple[str, str, str]) -> Print:
        if how not in made:
            name, size, paper = how
            out = tmp_path_factory.mktemp("handouts") / "handouts.pdf"
            report = rendered(PROGRAMMES[name], out, KEYS, print_size=size, paper=paper)
            made[how] = Print(PROGRAMMES[name], out, report)
        return made[how]

    return of


@pytest.mark.parametrize("how", RICH, ids="-".join)
def test_they_pass_the_accessibility_checks(printed: Printed, how: tuple[str, str, str]) -> None:
    file = printed(how).file
    checked = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)

    assert faults(file) == []
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("how", PRINTS, ids="-".join)
def test_no_word_of_theirs_is_lost(printed: Printed, how: tuple[str, str, str]) -> None:
    one = printed(how)
    parts = one.parts()

    lost = {}
    for handout in handouts():
        merge = Merge(values_of(one.programme, None), Gate())
        for part in parts[merge.plain(handout.title)]:
            said = squeezed(part.words())
            told = [handout.title, handout.lead, *_texts(handout.blocks, one.programme)]
            missing = [text for text in told if not _in(text, said, one.programme)]
            if missing:
                lost[handout.key] = missing
    assert lost == {}


@pytest.mark.parametrize("size", ["clear", "large"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_blank_ones_take_no_more_pages_than_they_may(
    printed: Printed, size: str, paper: str
) -> None:
    pages = printed(("blank", size, paper)).report.parts
    most = {h.key: h.pages if size == "clear" else h.pages_large for h in handouts()}

    assert {key: (pages[key], most[key]) for key in KEYS if pages[key] > most[key]} == {}


@pytest.mark.parametrize("how", RICH, ids="-".join)
def test_nothing_runs_off_the_paper(printed: Printed, how: tuple[str, str, str]) -> None:
    with pypdfium2.PdfDocument(printed(how).file) as pdf:
        assert [number for number, page in enumerate(pdf, 1) if not _within(page)] == []


def test_findings_are_printed_ready(printed: Printed) -> None:
    one = printed(("example", "clear", "a4"))
    said = squeezed("".join(page_texts(one.file)))

    for row in (*one.programme.questions, *one.programme.themes, *one.programme.actions):
        assert squeezed(row.text) in said


def test_a_story_kept_private_reaches_no_paper(tmp_path: Path) -> None:
    out = tmp_path / "all.pdf"
    secret = "Known only to two of us"
    programme = PROGRAMMES["example"]
    kept = replace(programme.stories[0], text=secret, happened=secret, quote=secret, shared=False)
    everything = tuple(info.id for info in documents())

    rendered(programme.put(kept), out, everything)
    assert squeezed(secret) not in squeezed("".join(page_texts(out)))
    rendered(programme.put(replace(kept, shared=True)), out, ("theme-summary",))
    assert squeezed(secret) in squeezed("".join(page_texts(out)))


def test_a_sheet_has_the_number_of_the_item_that_uses_it(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    programme = PROGRAMMES["example"]
    rendered(programme, out, ("interview-guide", "check-out"))
    heads = [text.split("\n")[0] for text in page_texts(out)]

    assert heads[:4] == [
        "Check-out sheet · 1.7",
        "Check-out sheet · 2.8",
        "Check-out sheet · 3.11",
        "Interview guide · 1.2a",
    ]


def test_a_missing_block_would_be_noticed(printed: Printed) -> None:
    part = printed(("blank", "clear", "a4")).parts()["Story sheet"][0]
    told = ["What happened?", "What nobody asks?"]

    said = squeezed(part.words())
    assert [_in(text, said, PROGRAMMES["blank"]) for text in told] == [True, False]


def _in(text: str, said: str, programme: Programme) -> bool:
    """Whether the text, its placeholders filled or left open, is among what is said."""
    values = {k: v for k, v in values_of(programme, None).items() if k != "statement"}
    pieces = [text]
    for name in (*values, "session", "day", "venue", "statement"):
        pieces = [part for piece in pieces for part in piece.split(f"{{{name}}}")]
    return all(squeezed(piece) in said for piece in pieces)


def _texts(blocks: Iterable[Block], programme: Programme) -> Iterator[str]:
    """All that a handout's blocks say on paper."""
    for block in blocks:
        if isinstance(block, FindingsBlock):
            found = [row.text for row in handed_on(programme, block.of)]
            yield from (block.intro, *found) if found else block.instead
        elif isinstance(block, InterviewBlock):
            yield from (programme.head.interview_opening or block.text).split("\n")
        else:
            yield from (line for text in _said(block) for line in text.split("\n"))


def _said(block: Block) -> Iterator[str]:
    """The texts of a block, but for words that are no text: fields of findings, sizes, sorts."""
    if isinstance(block, TableBlock):
        yield from (*(column.title for column in block.columns), *block.labels)
    elif isinstance(block, CardsBlock):
        yield from texts(block.cards)
    else:
        yield from texts(block)


def _within(page: pypdfium2.PdfPage) -> bool:
    text, (width, height) = page.get_textpage(), page.get_size()
    count = text.count_chars()
    letters = (text.get_text_range(n, 1) for n in range(count))
    boxes = (text.get_charbox(n) for n in range(count))
    return all(
        EDGE <= left <= right <= width - EDGE and EDGE <= bottom <= top <= height - EDGE
        for letter, (left, bottom, right, top) in zip(letters, boxes, strict=True)
        if letter.strip()
    )
