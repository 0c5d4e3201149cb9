"""Materials typed in one line: read back as they were, and those known stay the same rows."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aiplanner.app.material_words import (
    Needed,
    material_text,
    materials_text,
    read_material,
    set_materials,
)
from aiplanner.domain.cycle import Per
from aiplanner.domain.edits.parts import add_part
from aiplanner.domain.rows import Material
from tests.support.plans import counted_ids, item, named, plan, session


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pens", Needed("pens")),
        ("2 × pens per person", Needed("pens", 2, Per.PERSON)),
        ("2 pens each", Needed("pens", 2, Per.PERSON)),
        ("1 flipchart per table +10 %", Needed("flipchart", 1, Per.TABLE, spare=True)),
        ("3M tape", Needed("3M tape")),
        ("1 × 3 sheets of A3", Needed("3 sheets of A3")),
        ("envelope per pair", Needed("envelope", 1, Per.PAIR)),
    ],
)
def test_typed_materials_are_understood(typed: str, meant: Needed) -> None:
    assert read_material(typed) == meant


@given(
    st.text(st.characters(categories=("L", "N", "Zs"), max_codepoint=255), min_size=1, max_size=12),
    st.integers(0, 10_000),
    st.sampled_from(Per),
    st.booleans(),
)
def test_a_material_as_words_is_read_back(name: str, count: int, per: Per, spare: bool) -> None:
    name = " ".join(name.split())
    assume(name)
    assume(read_material(f"1 × {name}") == Needed(name))  # not a name that ends in a rule
    material = Needed(name, count, per, spare)
    assert read_material(material_text(material)) == material


def test_what_stays_in_the_line_stays_the_same_row() -> None:
    before = plan(session("10:00", item("Dream", "40")))
    dream = named(before, "Dream").id
    first = set_materials(before, dream, "pens; 2 × paper per person", counted_ids(100))
    pens, paper = first.materials_of(dream)
    after = set_materials(first, dream, "2 × paper per person; pens; scissors", counted_ids(200))
    assert [m.id for m in after.materials_of(dream)][:2] == [paper.id, pens.id]
    assert materials_text(after.materials_of(dream)) == "2 × paper per person; pens; scissors"
    assert not set_materials(after, dream, " ", counted_ids(300)).materials_of(dream)


@pytest.mark.parametrize("name", ["pens; red", "; ;", "", "a;b per person"])
def test_a_line_that_is_left_as_it_is_changes_nothing(name: str) -> None:
    programme = plan(session("10:00", item("Dream", "30")))
    dream, new_id = named(programme, "Dream"), counted_ids(500)
    for n, one in enumerate((name, "glue")):
        programme = add_part(programme, Material(new_id(), dream.id, 0, one, 3 + n))
    line = materials_text(programme.materials_of(dream.id))
    assert set_materials(programme, dream.id, line, new_id) == programme
