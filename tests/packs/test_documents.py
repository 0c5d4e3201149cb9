"""Every document: tagged, whole, private where it must be, and nothing of the model lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aiplanner.app.content import starters
from aiplanner.app.paper_words import item_title
from aiplanner.app.starters import programme_from
from aiplanner.domain.cycle import Kind, State
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Material, Sheet, Step, Strand
from aiplanner.packs.catalogue import documents
from tests.support.agendas import agendas, entered
from tests.support.packs import ALL, counted_ids, rendered, squeezed
from tests.support.rich_programme import SECRET, blank_programme, rich_programme
from tests.support.tagged_pdf import faults, page_texts, structure

PROGRAMMES = {"rich": rich_programme(), "blank": blank_programme()}
PRINTS = [("clear", "a4"), ("clear", "letter"), ("large", "a4"), ("large", "letter")]
PLAN = [info.id for info in documents() if info.family == "plan"]
OPEN = [info.id for info in documents() if info.id in ALL and info.audience != "facilitator"]


@pytest.mark.parametrize(("size", "paper"), PRINTS)
@pytest.mark.parametrize("name", PROGRAMMES)
def test_the_whole_pack_passes_the_accessibility_checks(
    tmp_path: Path, name: str, size: str, paper: str
) -> None:
    out = tmp_path / "pack.pdf"
    rendered(PROGRAMMES[name], out, print_size=size, paper=paper)

    assert faults(out) == []


REAL = {
    **{agenda["id"]: entered(agenda) for agenda in agendas()},
    **{one.key: programme_from(one, "", counted_ids()) for one in starters()},
}


@pytest.mark.parametrize("size", ["clear", "large"])
@pytest.mark.parametrize("name", REAL)
def test_real_programmes_print_whole_and_accessibly(tmp_path: Path, name: str, size: str) -> None:
    out = tmp_path / "pack.pdf"
    rendered(REAL[name], out, print_size=size)
    text = squeezed(structure(out).words())
    items = [row for row in REAL[name].rows.values() if isinstance(row, Item)]

    assert items
    assert [item.title for item in items if squeezed(item_title(item)) not in text] == []
    assert faults(out) == []


@pytest.mark.parametrize("size", ["clear", "large"])
@pytest.mark.parametrize("key", PLAN)
def test_each_document_passes_alone(tmp_path: Path, key: str, size: str) -> None:
    out = tmp_path / "pack.pdf"
    report = rendered(PROGRAMMES["rich"], out, (key,), print_size=size)

    assert faults(out) == []
    assert report.parts == {key: report.pages}


@pytest.mark.parametrize("size", ["clear", "large"])
@pytest.mark.parametrize("key", OPEN)
def test_private_notes_never_reach_a_participant(tmp_path: Path, key: str, size: str) -> None:
    out = tmp_path / "pack.pdf"
    rendered(PROGRAMMES["rich"], out, (key,), print_size=size)

    assert squeezed(SECRET) not in squeezed("".join(page_texts(out)))


@pytest.mark.parametrize("size", ["clear", "large"])
def test_the_facilitator_has_all_of_the_model(tmp_path: Path, size: str) -> None:
    text = _text(("running-order",), tmp_path, size)

    for words in _everything(PROGRAMMES["rich"]):
        assert squeezed(words) in text
    assert text.count(squeezed(SECRET)) == 3


@pytest.mark.parametrize("size", ["clear", "large"])
@pytest.mark.parametrize("key", ["timetable", "agenda"])
def test_participants_find_every_planned_item_and_strand(
    tmp_path: Path, key: str, size: str
) -> None:
    programme, text = PROGRAMMES["rich"], _text((key,), tmp_path, size)
    rows = programme.rows.values()

    planned = [row for row in rows if isinstance(row, Item) and row.state is State.PLANNED]
    aside = [row for row in rows if isinstance(row, Item) and row.state is not State.PLANNED]
    assert [i.title for i in planned if squeezed(item_title(i)) not in text] == []
    assert [s.title for s in rows if isinstance(s, Strand) and squeezed(s.title) not in text] == []
    assert [i.title for i in aside if squeezed(i.title) in text] == []


@pytest.mark.parametrize("key", ["timetable", "agenda"])
def test_participants_see_no_steps(tmp_path: Path, key: str) -> None:
    text = _text((key,), tmp_path, "clear")
    steps = [row for row in PROGRAMMES["rich"].rows.values() if isinstance(row, Step) and row.text]

    assert [step.text for step in steps if squeezed(step.text) in text] == []
    assert "20min" not in text


def test_times_are_said_only_where_they_are_known(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    rendered(PROGRAMMES["rich"], out, ("timetable",))
    rows = [[cell.words() for cell in row.kids] for row in structure(out).find("TR")]

    assert ["13:45", "What we heard since"] in rows
    assert ["then", "Open conversation"] in rows
    assert ["14:30", "Possibility statements"] in rows
    assert ["12:15", "Check-out", ""] in rows


def test_gaps_overlaps_and_overruns_are_told_to_the_facilitator(tmp_path: Path) -> None:
    text = _text(("running-order",), tmp_path, "clear")

    assert squeezed("12 minutes free before Check-out.") in text
    assert squeezed("Gallery walk starts 5 minutes before Possibility statements ends.") in text
    assert squeezed("runs 25 min over 12:00") in text


def test_materials_are_merged_and_counted(tmp_path: Path) -> None:
    text = _text(("materials",), tmp_path, "clear")

    assert squeezed("Pens: 18 at a time, 34 if used up") in text
    assert squeezed("Interview chairs: 16") in text
    assert squeezed("Sticky notes: 3") in text
    assert squeezed("1.2a Interview guide: 18 (16 and 2 to spare)") in text
    assert squeezed("1.7 Check-out sheet: 18 (16 and 2 to spare)") in text


@pytest.mark.parametrize(
    ("handout", "people", "copies"),
    [
        ("", 16, "18 (16 and 2 to spare)"),
        ("story-sheet", 16, "18 (16 and 2 to spare)"),
        ("story-sheet", None, "one for each person"),
        ("interview-guide", 7, "8 (7 and 1 to spare)"),
        ("theme-summary", 16, "4 (3 and 1 to spare)"),
        ("theme-summary", None, "one for each table"),
        ("sign-in", None, "one"),
    ],
)
def test_sheets_are_copied_for_those_they_are_made_for(
    tmp_path: Path, handout: str, people: int | None, copies: str
) -> None:
    programme = PROGRAMMES["rich"]
    programme = programme.put(replace(programme.head, people=people))
    sheet = next(row for row in programme.rows.values() if isinstance(row, Sheet))
    changed = programme.put(replace(sheet, title="This sheet", handout=handout))
    out = tmp_path / "pack.pdf"
    rendered(changed, out, ("materials",))

    assert squeezed(f"This sheet: {copies}") in squeezed("".join(page_texts(out)))


def test_a_chosen_session_is_printed_alone(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    second = PROGRAMMES["rich"].sessions[1]
    rendered(PROGRAMMES["rich"], out, ("timetable", "check-out"), sessions=(second.id,))
    text = squeezed("".join(page_texts(out)))

    assert squeezed("Gallery walk") in text
    assert squeezed("Check-out sheet · 2") in text
    assert squeezed("Paired appreciative interviews") not in text


def test_a_blank_programme_says_so_and_gives_sheets_to_write_on(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    report = rendered(PROGRAMMES["blank"], out)
    text = squeezed("".join(page_texts(out)))

    assert text.count(squeezed("No sessions yet.")) == 5
    assert squeezed("What gave me energy today?") in text
    assert report.parts["check-out"] == 1


def test_large_print_turns_the_wide_table_into_blocks(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    for size, tables in (("clear", True), ("large", False)):
        rendered(PROGRAMMES["rich"], out, ("running-order",), print_size=size)
        heads = [e.words() for e in structure(out).find("TH") if e.attributes["Scope"] == "/Column"]
        assert ("What, why and how" in heads) is tables


def test_the_capability_map_is_a_picture_and_its_real_table(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    rendered(PROGRAMMES["rich"], out, ("capability-map",))
    tree = structure(out)
    rows = {row.kids[0].words(): [cell.words() for cell in row.kids] for row in tree.find("TR")}

    assert "Vision 30" in tree.find("Figure")[0].attributes["Alt"]
    assert rows["Vision"] == ["Vision", "–", "–", "30", "–", "–", "30"]
    assert rows["Empowering"][-1] == "85"


def _text(keys: tuple[str, ...], tmp_path: Path, size: str) -> str:
    out = tmp_path / "pack.pdf"
    rendered(PROGRAMMES["rich"], out, keys, print_size=size)
    return squeezed(structure(out).words())


def _everything(programme: Programme) -> list[str]:
    found: list[str] = []
    for row in programme.rows.values():
        match row:
            case Item():
                found += [item_title(row), row.group, row.lead, row.why, row.short, row.room]
                found += [] if row.kind in (Kind.BREAKOUT, Kind.SECTION) else [row.audience]
            case Strand():
                found += [row.title, row.room, row.lead]
            case Step():
                found.append(row.text)
            case Material():
                found.append(row.name)
            case Sheet():
                found.append(row.title)
    return [words for words in found if words]
