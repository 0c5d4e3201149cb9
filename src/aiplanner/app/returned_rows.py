"""Take answers of a returned sheet into the programme, and say beforehand where each would go."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from aiplanner.app.days import parse_day
from aiplanner.app.form_questions import found_by
from aiplanner.app.returned import ReturnedSheet, Said
from aiplanner.app.returned_parts import MEMBER, MEMBERS, SEEN, SELF_RATING, VOTES, parts_of
from aiplanner.app.returned_rating import rated, rating_keys
from aiplanner.app.tally import Told, add_votes, next_code, put_part
from aiplanner.app.tally_sheets import Part, Sheet
from aiplanner.domain.answers import Answer
from aiplanner.domain.edits.answers import add_answers
from aiplanner.domain.edits.fields import set_fields, tidy_text
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import Action, Soar, Theme
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import MOST_VOTES, text_fault, text_limit
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _

CONSENT = "shared"
MAY_BE_SHARED = ("p1", "p2")
"""The choices of a story sheet by which its teller agrees; the second wants details changed."""

_GATHERED = _("story sheet filled in on a screen")


def take_answers(
    programme: Programme,
    sheet: ReturnedSheet,
    keys: Collection[str],
    today: date,
    new_id: Callable[[], RowId],
) -> Programme:
    """The programme with the answers of these keys in it; it is one edit, so one step of undo.

    Consent is never assumed: a story is shared only where its teller chose so on the sheet, and
    that answer is among the keys. PlanError `returned-nothing` where nothing is left to take,
    and `returned-moment`.
    """
    accepted = {one.key: one for one in sheet.answers if one.key in keys and one.said}
    values = {key: one.value.strip() for key, one in accepted.items()}
    if sheet.handout == SELF_RATING:
        after, used = rated(programme, values, today, new_id)
    else:
        after, used = _made(programme, sheet, values, today, new_id)
    kept = [one for key, one in accepted.items() if key not in used]
    after = add_answers(after, _answers(sheet, kept, _session(programme, sheet), new_id))
    if after.rows == programme.rows:
        raise PlanError("returned-nothing")
    return after


def goes_to(programme: Programme, handout: str, values: Mapping[str, str]) -> dict[str, type]:
    """The kind of row that each answer would go to, by its key."""
    if handout == SELF_RATING:
        return {key: rating_keys(values).get(key, Answer) for key in values}
    plan = _planned(programme, handout, values, _ANY_DAY)
    found: dict[str, type] = dict.fromkeys(values, Answer)
    for one in plan.parts:
        found |= dict.fromkeys(one.keys, one.part.row)
    found |= dict.fromkeys(plan.votes, Theme) | dict.fromkeys(plan.seen, Action)
    return found


_ANY_DAY = date(2000, 1, 1)
"""Whether something is a day does not hang on today; and 2000 had a 29 February."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A finding to make: its part, what was read for it, and the keys of those answers."""

    part: Part
    read: Mapping[str, Any]
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What the answers of a sheet become; those that are nowhere in it are kept as answers."""

    parts: tuple[_Reading, ...]
    votes: Mapping[str, tuple[RowId, int]]
    seen: Mapping[str, RowId]

    @property
    def used(self) -> frozenset[str]:
        """The keys that have a place."""
        made = (key for one in self.parts for key in one.keys)
        return frozenset((*made, *self.votes, *self.seen))


def _planned(programme: Programme, handout: str, values: Mapping[str, str], today: date) -> _Plan:
    gathered = {key: text for key, text in values.items() if MEMBER.fullmatch(key)}
    typed = dict(values)
    if gathered and handout == "task-group-record":
        typed[MEMBERS] = "\n".join(" ".join(text.split()) for text in gathered.values())
    readings = []
    for part in parts_of(handout, values):
        read = dict(_read(part, typed, today))
        if any(read.get(key) for key in part.of.values()):
            own = gathered.keys() if MEMBERS in read else ()
            keys = frozenset((*read, *own)) & values.keys()
            readings.append(_Reading(part, read, keys))
    return _Plan(
        tuple(readings),
        dict(_votes(programme, values)) if handout == Sheet.VOTES else {},
        dict(_seen(programme, values)) if handout == "review-sheet" else {},
    )


def _read(part: Part, typed: Mapping[str, str], today: date) -> Iterator[tuple[str, Any]]:
    """What fits into the fields of a part, by the keys of the answers."""
    for name, key in {**part.of, **part.besides}.items():
        if key in typed:
            try:
                yield key, _value(name, typed[key], today, part.lead)
            except PlanError:
                continue  # kept as an answer, in the words it has


def _value(name: str, typed: str, today: date, lead: str) -> Any:
    if name == CONSENT:
        return typed in MAY_BE_SHARED
    if name == "due":
        return parse_day(typed, today)
    if name == "votes":
        return votes_in(typed)
    tidy = tidy_text(name, typed)
    if text_fault(name, f"{lead} {tidy}" if lead else tidy):
        raise PlanError("text-too-long", limit=text_limit(name))
    return tidy


def votes_in(typed: str) -> int:
    """A number of votes as somebody wrote it; PlanError `number-unclear`."""
    plain = typed.strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) <= 7 and int(plain) <= MOST_VOTES):
        raise PlanError("number-unclear", typed=typed)
    return int(plain)


def _votes(
    programme: Programme, values: Mapping[str, str]
) -> Iterator[tuple[str, tuple[RowId, int]]]:
    for key, typed in values.items():
        found = VOTES.fullmatch(key)
        theme = found_by(programme, found[1]) if found else None
        if isinstance(theme, Theme):
            try:
                yield key, (theme.id, votes_in(typed))
            except PlanError:
                continue


def _seen(programme: Programme, values: Mapping[str, str]) -> Iterator[tuple[str, RowId]]:
    for key in values:
        found = SEEN.fullmatch(key)
        action = found_by(programme, found[1]) if found else None
        if isinstance(action, Action):
            yield key, action.id


def _made(
    programme: Programme,
    sheet: ReturnedSheet,
    values: Mapping[str, str],
    today: date,
    new_id: Callable[[], RowId],
) -> tuple[Programme, frozenset[str]]:
    plan = _planned(programme, sheet.handout, values, today)
    told = Told(_session(programme, sheet), _GATHERED)
    codes = {"teller": _code(programme, sheet)}
    for one in plan.parts:
        for read in _each(one):
            programme = put_part(programme, one.part, new_id(), {**codes, **read}, told)
    for theme, count in plan.votes.values():
        programme = add_votes(programme, {theme: count})
    for key, action in plan.seen.items():
        programme = _reviewed(programme, action, values[key])
    # Consent to share nothing is not worth an answer of its own.
    return programme, plan.used | ({CONSENT} if sheet.handout == Sheet.STORY else frozenset())


def _each(one: _Reading) -> Iterator[Mapping[str, Any]]:
    """What one box says: of SOAR, each line is an answer."""
    if one.part.row is not Soar:
        yield one.read
        return
    for key, text in one.read.items():
        yield from ({key: line.strip()} for line in str(text).split("\n") if line.strip())


def _code(programme: Programme, sheet: ReturnedSheet) -> str:
    """The next code, for sheets that are told apart by one: names are never asked for."""
    coded = sheet.handout in (Sheet.STORY, Sheet.CHECK_OUT)
    return next_code(programme, Sheet(sheet.handout)) if coded else ""


def _reviewed(programme: Programme, action: RowId, text: str) -> Programme:
    before = programme.get(action, Action).reviewed
    return set_fields(programme, action, reviewed="\n".join(filter(None, (before, text))))


def _answers(
    sheet: ReturnedSheet,
    kept: list[Said],
    session_id: RowId | None,
    new_id: Callable[[], RowId],
) -> list[Answer]:
    sheet_id = new_id()
    found = (sheet.handout, session_id)
    return [_answer(new_id(), sheet_id, one, found) for one in kept]


def _answer(row_id: RowId, sheet_id: RowId, one: Said, found: tuple[str, RowId | None]) -> Answer:
    handout, session_id = found
    point = "" if one.kind == "text" else tidy_text("point", one.said)
    if text_fault("point", point):
        point = ""
    text = "" if point else one.said
    return Answer(row_id, 0, sheet_id, handout, one.key, one.asked, point, text, session_id)


def _session(programme: Programme, sheet: ReturnedSheet) -> RowId | None:
    """The session of the sheet, where it is still there."""
    found = programme.rows.get(sheet.mark.session or RowId(""))
    return found.id if isinstance(found, Session) else None
