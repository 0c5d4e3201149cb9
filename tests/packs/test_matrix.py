"""Every document × print size × programme × paper: accessible, whole, within its margins, private.

Each combination is printed in two files, so that what may lie in front of anybody is looked through
apart from what is for the facilitators.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from aiplanner.app.content import EXAMPLE, starter
from aiplanner.app.printing import PackOptions, PackReport
from aiplanner.app.starters import programme_from
from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import documents
from aiplanner.packs.render import render_pack
from tests.support.belongings import HOLDS, belonging
from tests.support.packs import MADE, counted_ids
from tests.support.private_texts import Marked, heard, marked
from tests.support.read_pack import ReadPack, outside, printed, read_pack
from tests.support.rich_programme import blank_programme
from tests.support.tagged_pdf import faults
from tests.support.worst_programme import bare_programme, lay_out_pictures, worst_programme

PROGRAMMES = {
    "blank": Marked(blank_programme(), {}, {}),
    "example": marked(programme_from(starter(EXAMPLE), "", counted_ids())),
    "worst": marked(worst_programme()),
    "bare": Marked(bare_programme(), {}, {}),
}
ALL = [info for info in documents() if info.id != "changes"]
OPEN = tuple(info.id for info in ALL if info.audience != "facilitator")
OURS = tuple(info.id for info in ALL if info.audience == "facilitator")
MATRIX = [
    (name, size, paper)
    for name in PROGRAMMES
    for size in ("clear", "large")
    for paper in ("a4", "letter")
]
How = tuple[str, str, str]


@dataclass(frozen=True)
class Printed:
    """Some documents of a programme in one file."""

    programme: Programme
    options: PackOptions
    file: Path
    report: PackReport

    @cached_property
    def read(self) -> ReadPack:
        """Its words, read once."""
        return read_pack(self.file, self.report)


@pytest.mark.parametrize("how", MATRIX, ids="-".join)
def test_a_combination_of_programme_size_and_paper(tmp_path: Path, how: How) -> None:
    """Rendered once for all that is judged: this is most of what the tests of packs cost."""
    both = _rendered(how, tmp_path)
    private = PROGRAMMES[how[0]]

    for pack in both:
        assert faults(pack.file) == []
        assert _qpdf(pack.file) == ""
        assert outside(pack.file, pack.report, pack.programme, pack.options) == []
        assert _lost(pack) == {}
        assert sum(pack.report.parts.values()) == pack.report.pages
    assert [key for pack in both for key in pack.options.documents if not pack.read.told[key]] == []
    assert heard({**private.hidden, **private.noted}, both[0].read.drawn) == []
    assert heard(private.hidden, both[1].read.drawn) == []


@pytest.mark.parametrize("how", [("example", "clear", "letter"), ("example", "large", "a4")])
def test_sheets_to_fill_in_on_a_screen_are_no_worse(tmp_path: Path, how: How) -> None:
    pack = _printed(how, OPEN, tmp_path, fillable=True)
    private = PROGRAMMES[how[0]]

    assert faults(pack.file) == []
    assert _qpdf(pack.file) == ""
    assert outside(pack.file, pack.report, pack.programme, pack.options) == []
    assert _lost(pack) == {}
    assert heard({**private.hidden, **private.noted}, pack.read.drawn) == []


def _rendered(how: How, folder: Path) -> list[Printed]:
    """What may lie in front of anybody, and what is for the facilitators."""
    return [_printed(how, OPEN, folder), _printed(how, OURS, folder, access=True)]


def _printed(how: How, keys: tuple[str, ...], folder: Path, **more: bool) -> Printed:
    name, size, paper = how
    programme, pictures = PROGRAMMES[name].programme, lay_out_pictures(folder)
    file = folder / f"{len(keys)}.pdf"
    options = PackOptions(keys, MADE, size, paper, revision=3, pictures=pictures, **more)
    report = render_pack(programme, options, file, lambda _done, _total, _title: None)
    return Printed(programme, options, file, report)


def _qpdf(file: Path) -> str:
    """What `qpdf --check` has to say against a file; empty for nothing."""
    command = ["qpdf", "--check", str(file)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    return checked.stderr if checked.returncode else ""


def _lost(pack: Printed) -> dict[str, list[str]]:
    """By document, the beginnings of texts that belong into it and do not stand in it."""
    lost = {}
    for key, told in pack.read.told.items():
        wanted = {printed(line): line for line in belonging(key, pack.programme)}
        missing = [line[:80] for text, line in wanted.items() if text not in told]
        if missing:
            lost[key] = missing
    return lost


def test_every_document_is_thought_of() -> None:
    assert {info.id for info in ALL} == set(HOLDS)
