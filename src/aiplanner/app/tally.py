"""Turn what was typed from a paper sheet into findings, and findings back into what was typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from aiplanner.app.days import parse_day
from aiplanner.app.tally_sheets import NO, PARTS, YES, Blank, Entry, Part, Sheet, blanks_of
from aiplanner.app.wording import day_text
from aiplanner.domain.edits.fields import set_fields, tidy_text
from aiplanner.domain.edits.findings import add_finding, delete_findings, told_in
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import CheckOut, Dream, Finding, Story, Theme
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import MOST_VOTES
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session

Values = Mapping[str, str]
"""What stands in the blanks of a sheet, by their keys."""

FIRST_CODE = "A1"
_COUNTED = re.compile(r"(.*?)(\d+)", re.DOTALL)
_WHOLE = re.compile(r"\d{1,7}", re.ASCII)
_BEYOND = re.compile(r"[-\u2212]?\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Told:
    """Where what a sheet says was told, and how."""

    session_id: RowId | None = None
    gathered: str = ""
    """How story sheets were gathered, for example "paired interview"."""


@dataclass(frozen=True, slots=True)
class Pile:
    """What the sheets of a pile have in common: which they are, and where they were written."""

    sheet: Sheet
    session_id: RowId | None = None
    gathered: str = ""
    """As of `Told`."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A sheet and what it made: rows, by the place of their part, or votes. At first nothing."""

    pile: Pile
    rows: Mapping[int, RowId] = field(default_factory=dict)
    votes: Mapping[RowId, int] = field(default_factory=dict)


def refused_blank(refusal: PlanError) -> str:
    """The key of the blank that a refusal is about; empty where it is the sheet as a whole."""
    return str(refusal.facts.get("blank", ""))


def take_sheet(
    programme: Programme, before: Taken, values: Values, today: date, new_id: Callable[[], RowId]
) -> tuple[Programme, Taken]:
    """Take a sheet into the programme, or let one that was taken `before` say something else.

    Findings that stay keep their links. PlanError `tally-empty`, `tally-consent`, `day-unclear`,
    `number-unclear`, or what a field of a finding refuses; its fact `blank` is the key of the blank
    it is about, empty where it is the whole sheet.
    """
    pile = before.pile
    read = _read(programme, pile.sheet, values, today)
    if pile.sheet is Sheet.VOTES:
        votes = {RowId(key): value for key, value in read.items() if value}
        themes = {*votes, *before.votes}
        more = {key: votes.get(key, 0) - before.votes.get(key, 0) for key in themes}
        return add_votes(programme, more), Taken(pile, votes=votes)
    rows: dict[int, RowId] = {}
    told = Told(pile.session_id, pile.gathered)
    for place, part in enumerate(PARTS[pile.sheet]):
        there = _there(programme, before.rows.get(place))
        if any(read.get(blank) for blank in part.of.values()):
            rows[place] = there or new_id()
            with _refusing(part):
                programme = put_part(programme, part, rows[place], read, told)
        elif there is not None:
            programme = delete_findings(programme, [there])
    return programme, Taken(pile, rows)


def add_votes(programme: Programme, more: Mapping[RowId, int]) -> Programme:
    """Add votes to those of themes, or take some away; themes that are gone are passed over."""
    for key, count in more.items():
        theme = programme.rows.get(key)
        if isinstance(theme, Theme) and count:
            votes = min(max((theme.votes or 0) + count, 0), MOST_VOTES)
            programme = set_fields(programme, key, votes=votes)
    return programme


def values_of(programme: Programme, taken: Taken) -> dict[str, str]:
    """What stands in the blanks of a sheet that was taken, as its findings say it now."""
    if taken.pile.sheet is Sheet.VOTES:
        return {key: str(count) for key, count in taken.votes.items()}
    values: dict[str, str] = {}
    for place, key in taken.rows.items():
        row = programme.rows.get(key)
        if row is not None:
            values |= _written(PARTS[taken.pile.sheet][place], row)
    return values


def next_code(programme: Programme, sheet: Sheet) -> str:
    """The code after the last one that was given on such a sheet: A3 makes A4."""
    coded = programme.check_outs if sheet is Sheet.CHECK_OUT else programme.stories
    codes = [row.teller for row in coded if isinstance(row, Story | CheckOut) and row.teller]
    last = codes[-1] if codes else ""
    found = _COUNTED.fullmatch(last)
    if found is None:
        return last or FIRST_CODE
    return f"{found[1]}{int(found[2]) + 1:0{len(found[2])}}"


def likely_session(programme: Programme, today: date) -> RowId | None:
    """The session that paper comes back from: the last one that has been, or the first."""
    sessions = programme.sessions
    been = [s for s in sessions if s.day is not None and s.day <= today]
    latest = max(been, key=_day, default=None) or (sessions[0] if sessions else None)
    return None if latest is None else latest.id


def _day(session: Session) -> date:
    return session.day or date.min


def _read(programme: Programme, sheet: Sheet, values: Values, today: date) -> dict[str, Any]:
    """What was typed, as the fields of findings hold it; blanks left empty are left out."""
    blanks = blanks_of(sheet, programme)
    read = {
        blank.key: _value(blank, values.get(blank.key, ""), today)
        for blank in blanks
        if values.get(blank.key, "").strip()
    }
    if not any(read.get(blank.key) and not blank.counted for blank in _words(blanks)):
        raise PlanError("tally-empty", blank="")
    for blank in blanks:
        if blank.entry is Entry.CONSENT and blank.key not in read:
            raise PlanError("tally-consent", blank=blank.key)
    return read


def _words(blanks: tuple[Blank, ...]) -> list[Blank]:
    return [blank for blank in blanks if blank.entry is not Entry.CONSENT]


def _value(blank: Blank, typed: str, today: date) -> Any:
    try:
        return _READERS[blank.entry](blank, typed.strip(), today)
    except PlanError as refusal:
        raise PlanError(refusal.code, **{**refusal.facts, "blank": blank.key}) from None


def _number(_blank: Blank, typed: str, _today: date) -> int:
    if _WHOLE.fullmatch(typed):
        return int(typed)
    code = "number-out-of-bounds" if _BEYOND.fullmatch(typed) else "number-unclear"
    raise PlanError(code, typed=typed)


def _consent(blank: Blank, typed: str, _today: date) -> bool:
    if typed not in (YES, NO):
        raise PlanError("tally-consent", blank=blank.key)
    return typed == YES


_READERS: Mapping[Entry, Callable[[Blank, str, date], Any]] = {
    Entry.LINE: lambda _blank, typed, _today: tidy_text("", typed),
    Entry.LINES: lambda _blank, typed, _today: tidy_text("text", typed),
    Entry.NUMBER: _number,
    Entry.DAY: lambda _blank, typed, today: parse_day(typed, today),
    Entry.CONSENT: _consent,
}


def put_part(
    programme: Programme, part: Part, key: RowId, read: Mapping[str, Any], told: Told
) -> Programme:
    """Make the finding of a part, or let the one of that `key` say what was read of its blanks.

    PlanError: what a field of the finding refuses.
    """
    values = _fields(part, read, told)
    if key in programme.rows:
        return set_fields(programme, key, **values)
    row = part.row(key, 0, **values)
    programme = add_finding(programme, row)
    placed = isinstance(row, Story | Dream | CheckOut) and told.session_id in programme.rows
    return told_in(programme, key, told.session_id) if placed else programme


@contextmanager
def _refusing(part: Part) -> Iterator[None]:
    """Name the blank, where a field of a finding refuses what was typed in it."""
    try:
        yield
    except PlanError as refusal:
        blanks = {**part.of, **part.besides}
        blank = blanks.get(str(refusal.facts.get("field", "")), "")
        raise PlanError(refusal.code, **{**refusal.facts, "blank": blank}) from None


def _fields(part: Part, read: Mapping[str, Any], told: Told) -> dict[str, Any]:
    fields: dict[str, Any] = dict(part.fixed)
    for name, blank in {**part.of, **part.besides}.items():
        empty = _EMPTY.get(name, "")
        fields[name] = read.get(blank, empty)
    if part.lead and fields["text"]:
        fields["text"] = f"{part.lead} {fields['text']}"
    if part.row is Story:
        fields["gathered"] = told.gathered
    return fields


_EMPTY: Mapping[str, object] = {"due": None, "shared": False, "votes": None}
"""What a field holds that nothing was typed for, where that is no empty text."""


def _written(part: Part, row: Any) -> dict[str, str]:
    values = {}
    for name, blank in {**part.of, **part.besides}.items():
        value = getattr(row, name)
        if name == "text" and part.lead:
            value = value.removeprefix(part.lead).strip()
        values[blank] = _typed(value)
    return values


def _typed(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return YES if value else NO
        case date():
            return day_text(value)
        case _:
            return str(value)


def _there(programme: Programme, key: RowId | None) -> RowId | None:
    row = None if key is None else programme.rows.get(key)
    return row.id if isinstance(row, Finding) else None
