"""The copies and sheets of a pack, and what it says is missing before it is printed."""

from __future__ import annotations

from datetime import date

import pytest

from aiplanner.app.pack_counts import Sheets, copies, people, print_order, sheets
from aiplanner.app.pack_lacks import Lack, lacks
from aiplanner.app.printing import DocumentInfo, Group
from aiplanner.domain.cycle import Phase
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import add_finding
from aiplanner.domain.findings import Question, Review
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from tests.support.plans import counted_ids, item, plan, session, the_session

RUNNING_ORDER = DocumentInfo("running-order", "Running order", "facilitator", Group.YOU, "session")
TIMETABLE = DocumentInfo("timetable", "Timetable", "participant", Group.PERSON)
CHECK_OUT = DocumentInfo(
    "check-out", "Check-out", "participant", Group.PERSON, "session", blank=True
)


def two_sessions() -> Programme:
    """Two complete sessions, for 12 and for 16 people."""
    programme = plan(session("10:00", item("Welcome")), session("13:00", item("Welcome back")))
    for number, count in ((1, 12), (2, 16)):
        programme = set_fields(
            programme,
            the_session(programme, number).id,
            day=date(2027, 1, 12),
            venue="The Hub",
            people=count,
        )
    return programme


@pytest.mark.parametrize(
    ("group", "wanted"),
    [
        (Group.YOU, 1),
        (Group.ROOM, 1),
        (Group.PERSON, 13),
        (Group.PAIR, 7),
        (Group.TABLE, 3),
    ],
)
def test_copies_follow_who_holds_them(group: Group, wanted: int | None) -> None:
    assert copies(DocumentInfo("x", "X", "all", group), 13) == wanted


def test_there_are_copies_for_the_fullest_of_the_sessions() -> None:
    programme = two_sessions()
    assert people(programme) == 16
    assert people(programme, (the_session(programme, 1).id,)) == 12


def test_a_session_that_does_not_say_expects_as_many_as_the_programme() -> None:
    programme = set_fields(plan(session("10:00")), counted_ids()(), people=9)
    assert people(programme) == 9


def test_both_sides_are_used_within_a_copy_but_never_across_copies() -> None:
    assert sheets({"a": 3, "b": 1}, {"a": 2, "b": 4}) == Sheets(10, 8)


@pytest.mark.parametrize("wanted", [{"a": None}, {"b": 1}])
def test_no_figure_is_given_before_all_is_known(wanted: dict[str, int | None]) -> None:
    assert sheets({"a": 3}, wanted) is None


def test_a_complete_session_lacks_nothing() -> None:
    assert lacks(two_sessions(), None, [RUNNING_ORDER, TIMETABLE]) == ()


def test_what_a_session_lacks_is_said_in_one_sentence_that_leads_there() -> None:
    programme = two_sessions()
    second = the_session(programme, 2).id
    programme = set_fields(programme, second, venue=" ", start=None, planned=None)
    assert lacks(programme, None, [TIMETABLE]) == (
        Lack("Session 2 has no start and no venue.", second),
    )
    assert lacks(programme, (the_session(programme, 1).id,), [TIMETABLE]) == ()


def test_sessions_that_lack_the_same_share_a_sentence() -> None:
    programme = plan(*(session("10:00", item("Welcome")) for _ in range(3)), people=8)
    [lack] = lacks(programme, None, [RUNNING_ORDER])
    assert lack.sentence == "Sessions 1, 2 and 3 have no date and no venue."
    assert lack.row == the_session(programme, 1).id


def test_an_empty_session_is_said_to_have_no_running_order() -> None:
    programme = plan(session("10:00"))
    [lack] = lacks(programme, None, [RUNNING_ORDER])
    assert lack.sentence.startswith("Session 1 has no running order, no date")


def test_a_blank_sheet_asks_only_how_many_people_come() -> None:
    programme = plan(session(""))
    assert [lack.row for lack in lacks(programme, None, [CHECK_OUT])] == [programme.id]
    assert lacks(set_fields(programme, programme.id, people=8), None, [CHECK_OUT]) == ()


PARTS = {"cover": 1, "agenda": 3, "map": 2}


def test_a_pack_is_printed_page_by_page() -> None:
    assert print_order(PARTS) == (1, 2, 3, 4, 5, 6)


def test_every_copy_of_a_document_comes_out_whole() -> None:
    assert print_order(PARTS, {"cover": 1, "map": 2}) == (1, 2, 3, 4, 5, 6, 5, 6)


def test_on_both_sides_no_copy_begins_on_the_back_of_another() -> None:
    order = print_order(PARTS, {"agenda": 2, "map": 0}, two_sided=True)
    assert order == (1, None, 2, 3, 4, None, 2, 3, 4)


def test_only_the_chosen_pages_are_printed() -> None:
    assert print_order(PARTS, {"agenda": 2}, range(4, 6).__contains__) == (4, 4, 5)


def sheet(key: str) -> DocumentInfo:
    """A handout that is wanted once, so that nobody need be counted."""
    return DocumentInfo(key, key.title(), "all", Group.ROOM, blank=True)


def test_what_a_handout_would_lack_is_said_only_when_it_is_printed() -> None:
    programme = two_sessions()
    guide, cover = sheet("interview-guide"), sheet("cover")
    [lack] = lacks(programme, None, [guide])
    assert (lack.row, lack.phase) == (programme.id, Phase.DISCOVER)
    asked = add_finding(programme, Question(RowId("9" * 32), 0, text="What works?"))
    assert lacks(asked, None, [guide]) == ()
    [lack] = lacks(programme, None, [cover])
    assert "another format" in lack.sentence
    for field in ("contact", "other_formats"):
        assert lacks(set_fields(programme, programme.id, **{field: "Isla"}), None, [cover]) == ()


def test_reviews_without_a_day_are_said_where_they_are_printed() -> None:
    programme = set_fields(two_sessions(), counted_ids()(), contact="Isla")
    tracker = sheet("action-tracker")
    assert lacks(programme, None, [tracker]) == ()
    key = RowId("9" * 32)
    programme = add_finding(programme, Review(key, 0, text="How is it?"))
    [lack] = lacks(programme, None, [tracker])
    assert (lack.sentence, lack.row, lack.phase) == ("1 review has no day.", key, Phase.DELIVER)
    assert lacks(set_fields(programme, key, due=date(2027, 3, 1)), None, [tracker]) == ()
