"""Which documents there are, and which of them an audience gets."""

from __future__ import annotations

import pytest

from aiplanner.domain.errors import PlanError
from aiplanner.packs.catalogue import chosen_documents, document, documents


def test_ids_are_unique_and_lead_to_their_documents() -> None:
    ids = [info.id for info in documents()]

    assert len(set(ids)) == len(ids) == 9
    assert all(document(key).id == key for key in ids)


def test_participants_get_nothing_that_is_for_facilitators() -> None:
    chosen = chosen_documents(None, "participant")

    assert "timetable" in chosen
    assert {document(key).audience for key in chosen} == {"participant", "all"}


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
