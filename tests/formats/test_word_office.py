"""Word files in another program: LibreOffice opens them all and shows every word of them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from unicodedata import normalize

import pypdfium2
import pytest

from aiplanner.app.told import (
    Contents,
    Picture,
    Table,
    ToldPack,
    parts_within,
    plain_words,
    told_words,
)
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import empty_programme
from aiplanner.formats.word_styles import LOOKS, page_of
from aiplanner.packs.catalogue import documents
from tests.support.rich_programme import rich_programme
from tests.support.word_files import unmarked, written
from tests.support.worst_programme import LONG_TEXT, lay_out_pictures, worst_programme

EVERY = tuple(info.id for info in documents())
PLAN = ("cover", "running-order", "group-lists")
"""Documents in which the worst programme shows its worst."""
OFFICE = shutil.which("soffice")
LONG = 240
"""Seconds that the one call may take: it opens all files."""
CASES = ("bare-clear", "rich-clear", "rich-large")

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(
        OFFICE is None, reason="LibreOffice is not installed (apt install libreoffice-writer-nogui)"
    ),
]


@dataclass(frozen=True, slots=True)
class Converted:
    """What was told, and the file that LibreOffice made of it."""

    pack: ToldPack
    pdf: Path


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Converted]:
    """All cases, converted in one call: LibreOffice takes seconds to start."""
    folder = tmp_path_factory.mktemp("word")
    programmes = {"bare": empty_programme(new_id()), "rich": rich_programme()}
    packs = {}
    for case in CASES:
        which, size = case.split("-")
        packs[case] = written(
            programmes[which], folder / f"{case}.docx", EVERY, print_size=size, paper="letter"
        )
    worst = folder / "worst.docx"
    pictures = lay_out_pictures(tmp_path_factory.mktemp("pictures"))
    packs["worst"] = written(worst_programme(), worst, PLAN, paper="letter", pictures=pictures)
    assert OFFICE is not None
    command = [
        OFFICE,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--convert-to", "pdf", "--outdir", str(folder)),
        *(str(folder / f"{case}.docx") for case in packs),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=LONG)
    return {case: Converted(packs[case], folder / f"{case}.pdf") for case in packs}


@pytest.mark.parametrize("case", CASES)
def test_every_word_is_there_and_no_other(converted: Mapping[str, Converted], case: str) -> None:
    """Head rows come again on each page of a table: only their words may come more often."""
    one = converted[case]
    told = Counter(_words("\n".join(told_words(d) for d in one.pack.documents)))
    told -= Counter(_words("\n".join(_alternatives(one.pack))))
    shown = Counter(_words("\n".join(_shown(one))))
    assert told - shown == Counter()
    assert set(shown - told) <= set(_words("\n".join(_heads(one.pack))))


def test_the_longest_cell_goes_on_over_pages_and_loses_nothing(
    converted: Mapping[str, Converted],
) -> None:
    """Other scripts are left to the fonts of whoever opens the file."""
    shown = set(re.findall(r"word\d+", "\n".join(_shown(converted["worst"]))))
    assert set(LONG_TEXT.split()) <= shown


@pytest.mark.parametrize("case", CASES)
def test_head_and_foot_are_on_every_page(converted: Mapping[str, Converted], case: str) -> None:
    one = converted[case]
    document = pypdfium2.PdfDocument(one.pdf)
    count = len(document)
    for number, page in enumerate(document, 1):
        text = page.get_textpage().get_text_bounded()
        assert f"page {number} of {count}" in text
        assert one.pack.issue.replace("\N{NO-BREAK SPACE}", " ") in text.replace("\xa0", " ")


@pytest.mark.parametrize("case", CASES)
def test_contents_name_the_page_of_each_place(
    converted: Mapping[str, Converted], case: str
) -> None:
    """In LibreOffice, which counts pages by itself; Word does when it prints."""
    one = converted[case]
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(one.pdf)]
    contents = next(document for document in one.pack.documents if document.id == "contents")
    (listed,) = (part for part in contents.parts if isinstance(part, Contents))
    shown = "".join("".join(pages).split())
    for line in (line for line in listed.lines if line.depth == 0):
        title = "".join(plain_words(line.words).split())
        numbers = re.findall(rf"{re.escape(title)}(\d+)", shown)
        assert numbers, title
        named = "".join(pages[int(numbers[0]) - 1].split())
        assert title in named


def _shown(one: Converted) -> Iterator[str]:
    """The text between head and foot, page by page."""
    looks = LOOKS[one.pack.print_size]
    edge = page_of("letter", looks, wide=False).head
    for page in pypdfium2.PdfDocument(one.pdf):
        _across, down = page.get_size()
        yield page.get_textpage().get_text_bounded(bottom=edge - 6, top=down - edge + 6)


def _heads(pack: ToldPack) -> Iterator[str]:
    """The words of all head rows."""
    for document in pack.documents:
        for table in (part for part in parts_within(document.parts) if isinstance(part, Table)):
            head = tuple(
                part for row in table.rows[: table.head_rows] for cell in row for part in cell.parts
            )
            yield told_words(replace(document, parts=head))


def _alternatives(pack: ToldPack) -> Iterator[str]:
    """The words for those who cannot see a picture: they do not stand on the page."""
    for document in pack.documents:
        for part in parts_within(document.parts):
            if isinstance(part, Picture) and part.file:
                yield part.words


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", unmarked(normalize("NFKC", text)))
