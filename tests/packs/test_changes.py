"""The page that says what changed comes first, with the sentences under where they are true."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.change_words import change_lines, changes_since, for_readers
from aiplanner.app.issued import (
    changed_documents,
    issued_documents,
    issued_options,
    issued_pack,
)
from aiplanner.app.printing import PackOptions, PackReport
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import documents
from aiplanner.packs.tell_pack import prints_of
from tests.support.packs import MADE, rendered, squeezed
from tests.support.plans import counted_ids, named
from tests.support.private_texts import drawn, heard, marked
from tests.support.rich_programme import rich_programme
from tests.support.strategies import programmes
from tests.support.tagged_pdf import faults, page_texts, structure
from tests.support.verbs import much_edited

TOLD = (
    ("Session 1, “Best <b>of</b> & what”", "The venue is now “Garden {x} & <hall>”."),
    ("Session 1, “Best <b>of</b> & what”", "“Close” begins at 12:20 (was 12:15)."),
    ("Stories", "2 stories new."),
)
KEYS = ("cover", "contents", "agenda", "running-order", "interview-tips", "people-list")


@pytest.mark.parametrize("size", ["clear", "large", "24"])
def test_it_comes_first_and_passes_the_checks(tmp_path: Path, size: str) -> None:
    out = tmp_path / "pack.pdf"
    report = rendered(
        rich_programme(),
        out,
        ("cover", "contents", "agenda"),
        changes=TOLD,
        since="Tue 12 Jan 2027, 10:05",
        print_size=size,
    )
    assert next(iter(report.parts)) == "changes"
    assert faults(out) == []
    first = squeezed("".join(page_texts(out)[: report.parts["changes"]]))
    for words in ("Tue 12 Jan 2027, 10:05", *(sentence for _where, sentence in TOLD)):
        assert squeezed(words) in first
    assert first.count(squeezed(TOLD[0][0])) == 1
    root = structure(out)
    assert "What changed" not in [link.words() for link in root.find("TOCI")]


def test_nobody_gets_it_who_has_no_changes(tmp_path: Path) -> None:
    report = rendered(rich_programme(), tmp_path / "pack.pdf", ("agenda",))
    assert "changes" not in report.parts
    assert "changes" not in {info.id for info in documents()}


def test_the_page_for_participants_tells_nothing_private(tmp_path: Path) -> None:
    secrets = marked(rich_programme())
    told = changes_since(rich_programme(), secrets.programme)
    for facilitators, hidden in (
        (False, {**secrets.hidden, **secrets.noted}),
        (True, secrets.hidden),
    ):
        lines = change_lines(told, ["Agenda"], facilitators=facilitators)
        out = tmp_path / f"{facilitators}.pdf"
        rendered(rich_programme(), out, ("cover",), changes=lines)
        assert heard(hidden, drawn(out)) == []


def _changed(before: Programme, after: Programme) -> tuple[str, ...]:
    """Of a pack of all these documents, those that are others after an edit."""
    options = PackOptions(KEYS, MADE, print_size="large", paper="letter", revision=4, duplex=True)
    prints = prints_of(before, options)
    report_of = dict.fromkeys(KEYS, 1)
    documents = issued_documents(_report(report_of), prints, {})
    pack = issued_pack(new_id(), before, options, documents, "printed")
    now = replace(issued_options(pack, after), made=MADE.replace(day=28), revision=9)
    return changed_documents(pack, prints_of(after, now))


def _report(parts: dict[str, int]) -> PackReport:
    return PackReport(len(parts), parts)


def test_only_the_documents_that_say_something_else_are_reprinted() -> None:
    programme = rich_programme()
    assert _changed(programme, programme) == ()
    noted = set_fields(programme, programme.sessions[0].id, notes="Bring the other key")
    assert _changed(programme, noted) == ("running-order",)
    moved = set_fields(programme, named(programme, "Check-out").id, title="Closing circle")
    assert set(_changed(programme, moved)) >= {"agenda", "running-order"}
    assert "interview-tips" not in _changed(programme, moved)


THEIRS = ("timetable", "agenda", "overview")
OURS = ("running-order", "materials", "capability-map", "people-list")


@given(programmes(size=3), st.data())
def test_what_is_printed_otherwise_is_told_to_whom_it_is_for(
    before: Programme, data: st.DataObject
) -> None:
    after = much_edited(data.draw, before, counted_ids(1000), most=3)
    told = changes_since(before, after)
    options = PackOptions((*THEIRS, *OURS), MADE, access=True)
    was, now = prints_of(before, options), prints_of(after, options)
    if any(was[key] != now[key] for key in OURS):
        assert told
    if any(was[key] != now[key] for key in THEIRS):
        assert for_readers(told, facilitators=False)
