"""People from pasted lists and from files of spreadsheets."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.list_cells import MOST_LINES, Sheet, cells_of_file, cells_of_text
from aiplanner.app.people_lists import Means, Reading, columns_of, header_of, people_of
from aiplanner.app.wording import say
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId, is_id
from aiplanner.domain.integrity import text_fault
from aiplanner.domain.people import Person

TABLE = "Name;Organisation;Role\nZoë Müller;Café “Süd”;Chef\nJosé Ñandú;Ward 4;Nurse\n"


def read(sheet: Sheet, known: tuple[Person, ...] = ()) -> Reading:
    numbers = count(1)
    header = header_of(sheet)
    columns = columns_of(sheet, header=header)
    return people_of(sheet, columns, lambda: RowId(f"{next(numbers):032x}"), known, header=header)


def facts(reading: Reading) -> list[tuple[str, str, str]]:
    return [(p.name, p.organisation, p.job) for p in reading.people]


def test_one_name_on_each_line() -> None:
    reading = read(cells_of_text("Jane Doe\n\n  John   Smith \nAisha Khan"))
    assert [p.name for p in reading.people] == ["Jane Doe", "John Smith", "Aisha Khan"]
    assert all(is_id(p.id) for p in reading.people)


@pytest.mark.parametrize("mark", ["• ", "- ", "1. ", "12) ", "•\t", "*  "])
def test_bullets_and_numbers_of_a_text_are_not_names(mark: str) -> None:
    assert facts(read(cells_of_text(f"{mark}Jane Doe\n{mark}John"))) == [
        ("Jane Doe", "", ""),
        ("John", "", ""),
    ]


@pytest.mark.parametrize("separator", [",", ", ", ";", "\t"])
def test_name_organisation_and_role_on_a_line(separator: str) -> None:
    lines = ["Jane Doe", "Ward 4", "nurse"], ["John Smith", "Day centre", "cook"]
    reading = read(cells_of_text("\n".join(separator.join(line) for line in lines)))
    assert facts(reading) == [tuple(line) for line in lines]


def test_several_names_on_one_line_are_as_many_people() -> None:
    pasted = "Jane Doe <jane@example.org>; John Smith <j@example.org>; Aisha; Li"
    people = read(cells_of_text(pasted)).people
    assert [(p.name, p.contact) for p in people] == [
        ("Jane Doe", "jane@example.org"),
        ("John Smith", "j@example.org"),
        ("Aisha", ""),
        ("Li", ""),
    ]


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        TABLE.encode("utf-16-le"),
        TABLE.encode("utf-16-be"),
        TABLE.encode("cp1252"),
        TABLE.replace("\n", "\r\n").encode("cp1252"),
        TABLE.replace("\n", "\r").encode(),
        TABLE.replace(";", ",").encode(),
        TABLE.replace(";", "\t").encode("utf-16"),
    ],
)
def test_a_file_is_read_whatever_a_spreadsheet_made_of_it(data: bytes) -> None:
    assert facts(read(cells_of_file(data, "list.csv"))) == [
        ("Zoë Müller", "Café “Süd”", "Chef"),
        ("José Ñandú", "Ward 4", "Nurse"),
    ]


def test_a_guessed_encoding_is_told() -> None:
    assert cells_of_file(TABLE.encode("cp1252"), "l.csv").encoding == "Windows-1252"
    assert cells_of_file(TABLE.encode(), "l.csv").encoding == ""


def test_quotation_marks_hold_separators_breaks_and_marks() -> None:
    text = 'Name,Organisation\n"Doe, Jane","The ""Lighthouse""\nHouse"\nJohn,Ward 4\n'
    assert facts(read(cells_of_text(text))) == [
        ("Doe, Jane", 'The "Lighthouse" House', ""),
        ("John", "Ward 4", ""),
    ]


def test_a_mark_that_is_never_closed_swallows_nothing() -> None:
    people = read(cells_of_text('Name,Organisation\n"Jane Doe,Ward 4\nJohn,Ward 5\n')).people
    assert [p.name for p in people] == ['"Jane Doe', "John"]


def test_heads_say_what_columns_mean() -> None:
    text = (
        "Nr.\tSurname\tFirst name\tEmployer\tJob title\tE-mail\tAccess requirements\t"
        "Core team\tFacilitator\tShoe size\n"
        "1\tDoe\tJane\tWard 4\tnurse\tj@example.org\tloop system\tkeeps the stories\tno\t39\n"
        "2\tSmith\tJohn\tWard 5\tcook\t\t\tyes\tx\t44\n"
    )
    jane, john = read(cells_of_text(text)).people
    assert (jane.name, jane.organisation, jane.job) == ("Jane Doe", "Ward 4", "nurse")
    assert (jane.contact, jane.access, jane.notes) == ("j@example.org", "loop system", "")
    assert (jane.core_team, jane.core_role, jane.facilitates) == (True, "keeps the stories", False)
    assert (john.core_team, john.core_role, john.facilitates) == (True, "", True)


def test_columns_may_be_given_another_meaning() -> None:
    sheet = cells_of_text("Jane;Ward 4\nJohn;Ward 5")
    people = people_of(
        sheet, (Means.NAME, Means.NOTES), lambda: RowId("0" * 32), header=False
    ).people
    assert [(p.name, p.notes, p.organisation) for p in people] == [
        ("Jane", "Ward 4", ""),
        ("John", "Ward 5", ""),
    ]


def test_numbers_and_addresses_are_no_names() -> None:
    people = read(cells_of_text("1\tJane\tj@example.org\tWard 4\n2\tJohn\t\tWard 5")).people
    assert [(p.name, p.contact, p.organisation) for p in people] == [
        ("Jane", "j@example.org", "Ward 4"),
        ("John", "", "Ward 5"),
    ]


def test_who_is_here_already_is_told_and_kept_apart() -> None:
    known = (Person(RowId("f" * 32), 0, "Jane Doe", organisation="Ward 4"),)
    reading = read(cells_of_text("jane  doe, ward 4\nJane Doe, Ward 5\nJohn\nJohn"), known)
    assert [(p.name, p.organisation) for p in reading.people] == [
        ("Jane Doe", "Ward 5"),
        ("John", ""),
    ]
    assert [p.name for p in reading.here_already] == ["jane doe", "John"]
    assert [told.line for told in reading.told] == [1, 2, 4]
    assert "Jane Doe (Ward 5)" in reading.told[1].words


def test_lines_without_a_name_and_texts_too_long_are_told() -> None:
    text = f"Name,Organisation\n,Ward 4\n{'x' * 501},Ward 5\nJane,{'y' * 501}\n"
    reading = read(cells_of_text(text))
    assert facts(reading) == [("Jane", "", "")]
    assert [told.line for told in reading.told] == [2, 3, 4]
    assert "organisation" in reading.told[2].words


def test_lines_keep_the_number_they_have_in_the_file() -> None:
    reading = read(cells_of_text('Name,Organisation\n\n"A\nB",Ward\n\n,Nobody\n'))
    assert [told.line for told in reading.told] == [6]


def test_ten_thousand_lines_are_read() -> None:
    text = "\n".join(f"Person {n}; Ward {n % 9}; nurse" for n in range(MOST_LINES))
    assert len(read(cells_of_text(text)).people) == MOST_LINES


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "list-empty"),
        (b" \r\n\t\r\n", "list-empty"),
        (b"PK\x03\x04 a workbook", "list-not-text"),
        (b"%PDF-1.7", "list-not-text"),
        (b"Name\n\x00\x00\x00", "list-not-text"),
        (b"\xff\xfe\x00", "list-not-text"),
        (b"Name\nJ\x81n", "list-not-text"),
        (b"x" * 8_000_001, "list-too-long"),
        (b"x\n" * 10_001, "list-too-long"),
        (b'"' + b"x" * 200_000, "list-too-long"),
    ],
)
def test_files_that_are_no_lists_are_refused_in_one_sentence(data: bytes, code: str) -> None:
    with pytest.raises(PlanError) as refused:
        cells_of_file(data, "people.xlsx")
    assert refused.value.code == code
    assert "{" not in say(refused.value)


def test_a_list_without_a_column_of_names_is_refused() -> None:
    with pytest.raises(PlanError, match="list-without-names"):
        people_of(cells_of_text("Ward 4"), (Means.JOB,), lambda: RowId("0" * 32), header=False)


def refusal(read_it: Callable[[], Sheet]) -> str:
    """The code with which a list is refused; empty when it is read."""
    try:
        read_it()
    except PlanError as refused:
        return refused.code
    return ""


@given(st.text(max_size=300))
def test_any_text_gives_people_that_a_programme_can_hold_or_a_refusal(text: str) -> None:
    if refusal(lambda: cells_of_text(text)):
        assert refusal(lambda: cells_of_text(text)) in {"list-empty", "list-too-long"}
        return
    sheet = cells_of_text(text)
    assert len({len(line) for line in sheet.lines}) == 1
    columns = (Means.NAME, *[Means.NOTES] * (len(sheet.lines[0]) - 1))
    for person in people_of(sheet, columns, lambda: RowId("0" * 32), header=False).people:
        assert text_fault("name", person.name) is None
        assert text_fault("notes", person.notes) is None


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    codes = {"", "list-empty", "list-too-long", "list-not-text"}
    assert refusal(lambda: cells_of_file(data, "list.csv")) in codes
