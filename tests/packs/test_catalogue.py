"""Which documents there are, and which of them an audience gets."""

from __future__ import annotations

import pytest

from aiplanner.app.content import handouts
from aiplanner.domain.cycle import Capability, Per, State
from aiplanner.domain.errors import PlanError
from aiplanner.domain.handouts import Handout, TextBlock
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Sheet
from aiplanner.packs.catalogue import (
    chosen_documents,
    default_documents,
    document,
    documents,
    handout_of,
)
from tests.support.builder import Builder
from tests.support.rich_programme import blank_programme

OWN = Handout("my-tree", "Our tree", "Draw it.", (TextBlock("Draw."),), Per.PAIR, ("own",))
PLAN = tuple(info.id for info in documents() if info.family == "plan" and not info.on_call)


def _programme_with(key: str, state: State = State.PLANNED) -> Programme:
    build = Builder(Head(RowId("f" * 32)))
    item = build.item(build.session("One"), "Listen", state=state)
    build.part(Sheet, item, "A sheet", handout=key)
    return build.programme()


def test_ids_are_unique_and_lead_to_their_documents() -> None:
    ids = [info.id for info in documents((OWN,))]

    assert len(set(ids)) == len(ids)
    assert all(document(key, (OWN,)).id == key for key in ids)


def test_handouts_and_cards_are_documents() -> None:
    infos = {info.id: info for info in documents((OWN,))}

    assert {handout.key for handout in handouts()} <= set(infos)
    assert {f"capability-card-{capability.value}" for capability in Capability} <= set(infos)
    assert infos["my-tree"].family == "handout"
    assert infos["my-tree"].group == "pair"
    assert infos["my-tree"].summary == "Draw it."
    assert handout_of("my-tree", (OWN,)) is OWN
    assert handout_of("cover", (OWN,)) is None


def test_participants_get_nothing_that_is_for_facilitators() -> None:
    chosen = chosen_documents("all", "participant")

    assert "timetable" in chosen
    assert {document(key).audience for key in chosen} == {"participant", "all"}


def test_nobody_s_choice_is_the_plan_with_the_handouts_its_items_name() -> None:
    assert default_documents(blank_programme()) == PLAN
    assert default_documents(_programme_with("story-sheet")) == (*PLAN, "story-sheet")
    assert default_documents(_programme_with("story-sheet", State.PARKED)) == PLAN
    assert default_documents(_programme_with("my-tree")) == PLAN
    assert default_documents(_programme_with("my-tree"), own=(OWN,)) == (*PLAN, "my-tree")
    nowhere = default_documents(_programme_with("story-sheet"), sessions=())
    assert nowhere == PLAN, "what no chosen session names stays out"
    assert "running-order" not in default_documents(_programme_with("story-sheet"), "participant")


def test_what_is_for_the_day_itself_is_printed_only_when_asked_for() -> None:
    programme = _programme_with("story-sheet")

    assert "agenda-revised" not in default_documents(programme)
    assert chosen_documents("agenda-revised", "participant", programme) == ("agenda-revised",)
    assert "agenda-revised" not in chosen_documents(None, "all")


def test_what_was_listed_counts_more_than_the_default() -> None:
    programme = _programme_with("story-sheet")

    assert chosen_documents(None, "all", programme) == default_documents(programme)
    assert chosen_documents("cover", "all", programme) == ("cover",)
    assert chosen_documents("my-tree", "all", programme, (OWN,)) == ("my-tree",)
    assert chosen_documents("cover,all", "all", programme) == tuple(d.id for d in documents())


def test_listed_documents_come_in_the_order_of_a_pack() -> None:
    assert chosen_documents("check-out, cover,agenda", "all") == ("cover", "agenda", "check-out")


def test_an_unknown_document_and_an_empty_pack_are_refused() -> None:
    with pytest.raises(PlanError) as unknown:
        chosen_documents("cover,poster", "all")
    assert unknown.value.code == "document-unknown"
    assert unknown.value.facts == {"document": "poster"}

    with pytest.raises(PlanError) as empty:
        chosen_documents("running-order", "participant")
    assert empty.value.code == "pack-empty"
