"""What is printed about people: groups, cards, sign-in sheets, and never what is private."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aiplanner.domain.edits.many_people import Draw, add_people, make_grouping
from aiplanner.domain.edits.people import add_group, set_absent
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Group, Grouping, GroupingKind, Mix, Person
from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import CARD, documents
from tests.support.packs import counted_ids, rendered, squeezed
from tests.support.plans import item, plan, session
from tests.support.rich_programme import blank_programme
from tests.support.tagged_pdf import faults, page_texts, structure

PEOPLE = tuple(info.id for info in documents() if info.family == "people")
EVERYTHING = tuple(info.id for info in documents())
PRINTS = [("clear", "a4"), ("clear", "letter"), ("large", "a4"), ("large", "letter")]
ACCESS, NOTES = "Hearingloopnearthefront", "Shyofthechair"


def crowd(count: int = 9, access: str = ACCESS, notes: str = NOTES) -> Programme:
    """People of three wards, tables for a session, rounds of pairs for the whole programme."""
    programme = plan(session("10:00", item("Welcome", "10"), title="Best of what is"))
    new_id = counted_ids()
    people = [
        Person(
            RowId(f"a{n:031x}"),
            0,
            f"Person {n} R&D <b>",
            organisation=f"Ward {n % 3}",
            job="nurse",
            contact=f"p{n}@example.org",
            access=access,
            notes=notes,
            core_team=n == 1,
            core_role="keeps the stories" if n == 1 else "",
        )
        for n in range(count)
    ]
    programme = add_people(programme, people)
    one = programme.sessions[0].id
    programme = set_absent(programme, one, [people[0].id])
    tables = Grouping(RowId("b" * 32), 0, title="Tables", session_id=one, size=4)
    pairs = Grouping(RowId("c" * 32), 0, kind=GroupingKind.PAIRS, mix=Mix.ORGANISATION)
    programme = make_grouping(programme, tables, Draw(1), lambda: RowId("d" + new_id()[1:]))
    return make_grouping(programme, pairs, Draw(1, rounds=2), lambda: RowId("e" + new_id()[1:]))


def text_of(programme: Programme, out: Path, keys: tuple[str, ...], **options: object) -> str:
    rendered(programme, out, keys, **options)
    return squeezed("".join(page_texts(out)))


@pytest.mark.parametrize(("size", "paper"), PRINTS)
@pytest.mark.parametrize("programme", [crowd(), blank_programme()], ids=["crowd", "blank"])
def test_documents_of_people_pass_the_accessibility_checks(
    tmp_path: Path, programme: Programme, size: str, paper: str
) -> None:
    out = tmp_path / "pack.pdf"
    rendered(programme, out, ("contents", *PEOPLE), print_size=size, paper=paper, access=True)

    assert faults(out) == []


@pytest.mark.parametrize("key", PEOPLE)
def test_each_passes_alone(tmp_path: Path, key: str) -> None:
    out = tmp_path / "pack.pdf"
    rendered(crowd(), out, (key,), print_size="large")

    assert faults(out) == []
    assert structure(out).find("H1")


def test_what_is_private_is_in_no_document(tmp_path: Path) -> None:
    """Every document there is, handouts and cards too."""
    text = text_of(crowd(), tmp_path / "all.pdf", EVERYTHING)

    assert ACCESS not in text
    assert NOTES not in text


words = st.text(st.characters(categories=["L"], max_codepoint=0x17F), min_size=14, max_size=30)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(access=words, notes=words, count=st.integers(0, 7))
def test_access_needs_and_notes_are_private_whatever_they_say(
    tmp_path: Path, access: str, notes: str, count: int
) -> None:
    programme = crowd(max(count, 2), f"A{access}", f"N{notes}")
    plans = tuple(i.id for i in documents() if i.family in ("plan", "people"))
    text = text_of(programme, tmp_path / "pack.pdf", plans)

    assert f"A{access}" not in text
    assert f"N{notes}" not in text


@pytest.mark.parametrize("key", [key for key in EVERYTHING if not key.startswith(CARD)])
def test_access_needs_are_told_in_the_facilitators_list_alone_when_asked(
    tmp_path: Path, key: str
) -> None:
    text = text_of(crowd(), tmp_path / "pack.pdf", (key,), access=True)

    assert (ACCESS in text) == (key == "people-list")
    assert NOTES not in text


def test_groups_name_everybody_who_comes_once(tmp_path: Path) -> None:
    text = text_of(crowd(), tmp_path / "pack.pdf", ("table-cards",))

    assert "Person0R&D<b>" not in text
    assert all(text.count(f"Person{n}R&D<b>") == 1 for n in range(1, 9))


def test_a_group_without_people_is_named_as_well(tmp_path: Path) -> None:
    full = crowd(5)
    [tables] = full.groupings(full.sessions[0].id)
    programme = add_group(full, Group(RowId("f" * 32), tables.id, 0, title="Spare table"))
    text = text_of(programme, tmp_path / "pack.pdf", ("group-lists", "table-cards"))

    assert "SparetableNobodyyet." in text
    assert text.count("Sparetable") == 2


def test_rounds_of_pairs_tell_everybody_their_partners(tmp_path: Path) -> None:
    text = text_of(crowd(), tmp_path / "pack.pdf", ("group-lists",))

    assert "Round1" in text
    assert "Trio1" in text
    assert "Everybody’spartners" in text
    # Once with a partner in each of two rounds, and once with a list of one's own; a trio's
    # members stand in the lists of two others.
    assert all(text.count(f"Person{n}R&D<b>") >= 5 for n in range(9))


def test_the_sign_in_sheet_names_who_is_expected_and_leaves_rows(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    text = text_of(crowd(), out, ("sign-in-names",))
    rows = structure(out).find("TR")

    assert "Person0" not in text
    assert all(f"Person{n}R&D<b>" in text for n in range(1, 9))
    assert len(rows) >= 1 + 8 + 4


def test_cards_are_as_many_as_people(tmp_path: Path) -> None:
    text = text_of(crowd(), tmp_path / "pack.pdf", ("name-cards",))

    assert all(text.count(f"Person{n}R&D<b>") == 1 for n in range(9))
    assert "9people" in text
