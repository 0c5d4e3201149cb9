"""An issued pack holds what was in it, and the programme as it was."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest
from hypothesis import given

from aiplanner.app.content import handouts
from aiplanner.app.issued import (
    IssuedDocument,
    changed_documents,
    from_snapshot,
    issued_documents,
    issued_options,
    issued_pack,
    snapshot_of,
)
from aiplanner.app.ports import WorldError
from aiplanner.app.print_sets import SHIPPED, PrintSet, in_order, named, set_from, set_text
from aiplanner.app.printing import PackOptions, PackReport
from aiplanner.app.wording import say
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import documents
from tests.support.kept_programmes import NOW, workshop
from tests.support.strategies import programmes

PRINTS = {"agenda": "a" * 32, "overview": "b" * 32}
REPORT = PackReport(7, {"changes": 1, "contents": 1, "agenda": 2, "thread": 0, "overview": 3})


@given(programmes(size=3))
def test_a_snapshot_is_the_programme(programme: Programme) -> None:
    assert from_snapshot(snapshot_of(programme)) == programme


@pytest.mark.parametrize("damage", [b"", b"nothing", zlib.compress(b"{}"), None])
def test_a_damaged_snapshot_is_told(damage: bytes | None) -> None:
    data = snapshot_of(workshop())[:-9] if damage is None else damage
    with pytest.raises(WorldError) as refused:
        from_snapshot(data)
    assert refused.value.code == "issued-damaged"
    assert "nothing can be compared" in say(refused.value)


def test_what_had_no_pages_was_not_issued_nor_the_page_about_the_pack_before() -> None:
    issued = issued_documents(REPORT, PRINTS, {"agenda": "One-page agenda"})
    assert issued == (
        IssuedDocument("contents", "contents", 1, ""),
        IssuedDocument("agenda", "One-page agenda", 2, "a" * 32),
        IssuedDocument("overview", "overview", 3, "b" * 32),
    )


def test_the_choices_of_then_come_back_for_the_programme_of_now() -> None:
    programme = workshop()
    first, second = (session.id for session in programme.sessions)
    own = replace(handouts()[0], key="my-sheet")
    options = PackOptions(
        ("contents", "agenda", "my-sheet"),
        NOW,
        "20",
        "letter",
        (first, second),
        revision=3,
        pictures="/somewhere",
        fillable=True,
        changes=(("Session 1", "It is new."),),
        since="then",
        own=(own,),
    )
    pack = issued_pack(new_id(), programme, options, issued_documents(REPORT, PRINTS, {}), "saved")
    assert (pack.moment, pack.revision, pack.pages) == (NOW, 3, 6)
    now = issued_options(pack, delete_session(programme, first), (replace(own, title="New"),))
    assert now == replace(
        options,
        documents=("contents", "agenda", "overview"),
        sessions=(second,),
        pictures="",
        changes=(),
        since="",
        own=(replace(own, title="New"),),
    )
    with pytest.raises(PlanError):
        issued_options(replace(pack, options="{"), programme)


def test_what_says_something_else_or_nothing_any_more_has_changed() -> None:
    options = PackOptions(("agenda",), NOW)
    issued = issued_documents(REPORT, PRINTS, {})
    pack = issued_pack(new_id(), workshop(), options, issued, "saved")
    assert changed_documents(pack, PRINTS) == ()
    assert changed_documents(pack, PRINTS | {"agenda": "c" * 32}) == ("agenda",)
    assert changed_documents(pack, {"agenda": "a" * 32}) == ("overview",)


@pytest.mark.parametrize("one", [*SHIPPED, PrintSet("\u202eأمل & <b>", ("x",), duplex=True)])
def test_sets_come_back_equal(one: PrintSet) -> None:
    assert set_from(set_text(one)) == one


def test_what_is_no_set_is_refused() -> None:
    for text in ("", "{", "[]", '{"name": 3}', '{"name": "a", "print_size": "9"}'):
        with pytest.raises(PlanError):
            set_from(text)


def test_shipped_sets_name_documents_that_there_are() -> None:
    known = {info.id: info for info in documents()}
    for one in SHIPPED:
        assert set(one.documents) <= known.keys()
        for key in one.documents:
            assert one.audience == "all" or known[key].audience in ("all", one.audience)


def test_a_set_has_a_name_of_one_line() -> None:
    assert named("  Session 2 \n participants ") == "Session 2 participants"
    for typed, code in ((" \n", "set-name-empty"), ("x" * 61, "text-too-long")):
        with pytest.raises(PlanError) as refused:
            named(typed)
        assert refused.value.code == code
    assert [s.name for s in in_order([PrintSet("b"), PrintSet("A")])] == ["A", "b"]
