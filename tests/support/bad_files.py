"""Files that are no programme, each with the code that refuses it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from aiplanner.app.interchange import MOST_ROWS, VERSION, to_plain
from aiplanner.domain.cycle import Capability
from aiplanner.domain.ids import RowId, derived_id
from tests.support.plans import breakout, counted_ids, item, plan, session, step, strand

Raw = dict[str, Any]

HEAD, FIRST, WELCOME, ROOMS, STRAND = (f"{n:032x}" for n in (1, 2, 3, 5, 6))
_SPARE = [f"{n:032x}" for n in range(900, 920)]


def good() -> Raw:
    """A small programme as plain data: a session, an item with a step, a breakout with a strand."""
    welcome = item("Welcome", "10", steps=(step(5, "Names"),), supports=(Capability.VISION,))
    rooms = breakout("Rooms", strand("A", item("Talk", "20")))
    return to_plain(plan(session("10:00", welcome, rooms, planned=60)))


def _with(change: Callable[[Raw], object]) -> bytes:
    raw = good()
    change(raw)
    return json.dumps(raw).encode()


def _item(**fields: object) -> bytes:
    return _with(lambda raw: raw["items"][0].update(fields))


def _row(table: str, **fields: object) -> bytes:
    return _with(lambda raw: raw[table][0].update(fields))


def _top(**fields: object) -> bytes:
    return _with(lambda raw: raw.update(fields))


def _as_written(before: str, after: str) -> bytes:
    text = json.dumps(good())
    assert text.count(before) >= 1, f"{before} is not in the good file"
    return text.replace(before, after, 1).encode()


def _circle(raw: Raw) -> None:
    [rooms] = [row for row in raw["items"] if row["id"] == ROOMS]
    del rooms["session_id"]
    rooms["strand_id"] = STRAND


def _without(table: str, name: str) -> bytes:
    return _with(lambda raw: raw[table][0].pop(name))


def _nested(depth: int) -> bytes:
    ids = counted_ids(1000)
    raw = good()
    parent = {"session_id": FIRST}
    for _ in range(depth):
        holder, inside = ids(), ids()
        raw["items"].append({"id": holder, "position": 1, "kind": "breakout", **parent})
        raw["strands"].append({"id": inside, "item_id": holder, "position": 1})
        parent = {"strand_id": inside}
    return json.dumps(raw).encode()


def _focus_elsewhere() -> bytes:
    wrong = derived_id(RowId(ROOMS), Capability.VISION)
    return _row("focus", id=wrong)


THEME, ACTION = (f"{n:032x}" for n in (800, 801))


def _found(**fields: object) -> bytes:
    """A theme, an action that grew from it, and what is wrong with their link."""
    link = {"id": derived_id(RowId(THEME), ACTION), "source_id": THEME, "target_id": ACTION}
    return _top(
        themes=[{"id": THEME, "position": 1, "text": "Listening"}],
        actions=[{"id": ACTION, "position": 1, "text": "Ask first"}],
        links=[{**link, **fields}],
    )


def _held(**fields: object) -> bytes:
    """The session of the programme as it is held, and what is wrong with that."""
    run = {"id": derived_id(RowId(FIRST), "run"), "session_id": FIRST}
    return _top(runs=[{**run, "began": "2027-01-12T10:00:00Z", **fields}])


BAD: dict[str, tuple[bytes, str]] = {
    "not JSON": (b"PK\x03\x04 a zip file", "data-not-json"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "data-not-json"),
    "nothing": (b"", "data-not-json"),
    "blank": (b" \n\t ", "data-not-json"),
    "a byte order mark alone": (b"\xef\xbb\xbf", "data-not-json"),
    "UTF-16": (json.dumps(good()).encode("utf-16"), "data-not-json"),
    "Latin-1": (_item(title="caf\xe9").replace(b"\\u00e9", b"\xe9"), "data-not-json"),
    "cut off": (_item()[:-20], "data-not-json"),
    "two values": (_item() + b"{}", "data-not-json"),
    "a trailing comma": (_item()[:-1] + b",}", "data-not-json"),
    "NaN": (_as_written('"planned": 60', '"planned": NaN'), "data-not-json"),
    "infinity": (_as_written('"planned": 60', '"planned": -Infinity'), "data-not-json"),
    "half a surrogate pair": (_as_written("Welcome", "\\ud800"), "data-not-json"),
    "the other half": (_as_written("Welcome", "a\\udc00b"), "data-not-json"),
    "a bare control character": (_as_written("Welcome", "a\x01b"), "data-not-json"),
    "brackets without end": (b"[" * 200_000, "data-too-deep"),
    "braces without end": (b'{"a":' * 200_000, "data-too-deep"),
    "lists in lists": (_item(title=json.loads("[" * 50 + "]" * 50)), "data-too-deep"),
    "a list": (b"[]", "data-not-ours"),
    "a number": (b"1", "data-not-ours"),
    "null": (b"null", "data-not-ours"),
    "somebody else's": (b'{"name": "aiplanner", "version": "1.0"}', "data-not-ours"),
    "another format": (_top(format="aiplanner-library"), "data-not-ours"),
    "a newer version": (_top(version=VERSION + 1), "data-newer"),
    "the version as text": (_top(version="1"), "data-wrong"),
    "the version as a fraction": (_top(version=1.5), "data-wrong"),
    "the version as true": (_top(version=True), "data-wrong"),
    "version nought": (_top(version=0), "data-wrong"),
    "no version": (_with(lambda raw: raw.pop("version")), "data-wrong"),
    "a version of a thousand digits": (
        _as_written(f'"version": {VERSION}', f'"version": {VERSION}' + "0" * 1000),
        "data-wrong",
    ),
    "an unknown field": (_item(colour="red"), "data-unknown-field"),
    "an unknown field of a length": (_item(length={"hours": 2}), "data-unknown-field"),
    "answers in a file of version 4": (_top(version=4, answers=[]), "data-unknown-field"),
    "a logo in a file of version 4": (
        _with(lambda raw: (raw.update(version=4), raw["programme"].update(logo=""))),
        "data-unknown-field",
    ),
    "an unknown table": (_top(guests=[]), "data-unknown-field"),
    "a field with a name of a megabyte": (_item(**{"x\n" * 500_000: 1}), "data-unknown-field"),
    "the capability of a focus as a field": (_item(capability="vision"), "data-unknown-field"),
    "no programme": (_with(lambda raw: raw.pop("programme")), "data-wrong"),
    "a programme that is a list": (_top(programme=[]), "data-wrong"),
    "sessions that are an object": (_top(sessions={}), "data-wrong"),
    "sessions that are null": (_top(sessions=None), "data-wrong"),
    "an item that is null": (_top(items=[None]), "data-wrong"),
    "no id": (_without("items", "id"), "data-wrong"),
    "no position": (_without("items", "position"), "data-wrong"),
    "a step without an item": (_without("steps", "item_id"), "data-wrong"),
    "a number as a title": (_item(title=5), "data-wrong"),
    "null as a title": (_item(title=None), "data-wrong"),
    "text as minutes": (_item(length={"minutes": "10"}), "data-wrong"),
    "text as a length": (_item(length="10"), "data-wrong"),
    "null as a length": (_item(length=None), "data-wrong"),
    "a fraction as minutes": (_item(length={"minutes": 1.5}), "data-wrong"),
    "true as a number": (_row("sessions", planned=True), "data-wrong"),
    "one as true": (_row("steps", is_break=1), "data-wrong"),
    "a huge number": (_row("sessions", planned=10**30), "data-broken"),
    "an exponent beyond all numbers": (
        _as_written('"planned": 60', '"planned": 1e999'),
        "data-not-json",
    ),
    "a kind there is not": (_item(kind="lunch"), "data-wrong"),
    "a kind in capitals": (_item(kind="BREAK"), "data-wrong"),
    "a phase in another's words": (_item(phase="destiny"), "data-wrong"),
    "null as a kind": (_item(kind=None), "data-wrong"),
    "25:00": (_item(pin="25:00"), "data-wrong"),
    "24:00": (_item(pin="24:00"), "data-wrong"),
    "a time with seconds": (_item(pin="10:00:30"), "data-wrong"),
    "a time with a zone": (_item(pin="10:00Z"), "data-wrong"),
    "a time as a number": (_item(pin=600), "data-wrong"),
    "a time in other figures": (_item(pin="1\N{ARABIC-INDIC DIGIT ZERO}:00"), "data-wrong"),
    "day nought": (_row("sessions", day="0000-00-00"), "data-wrong"),
    "the 30th of February": (_row("sessions", day="2027-02-30"), "data-wrong"),
    "a day with a time": (_row("sessions", day="2027-01-12T10:00:00"), "data-wrong"),
    "a day in figures": (_row("sessions", day=20270112), "data-wrong"),
    "the same id twice": (_with(lambda r: r["items"].append(r["items"][0])), "data-id-twice"),
    "an id of two kinds": (_row("sessions", id=WELCOME), "data-id-twice"),
    "the head's id again": (_row("steps", id=HEAD), "data-id-twice"),
    "an id that is none": (_row("steps", id="step-1"), "data-broken"),
    "an id in capitals": (_row("steps", id="A" * 32), "data-broken"),
    "an id of a megabyte": (_row("steps", id="a\n" * 500_000), "data-broken"),
    "a session that is not there": (_item(session_id=_SPARE[0]), "data-broken"),
    "an item that is not there": (_row("steps", item_id=_SPARE[0]), "data-broken"),
    "a strand that is not there": (
        _with(lambda r: r["items"][0].update(strand_id=_SPARE[0], session_id=None)),
        "data-broken",
    ),
    "a step in a session": (_row("steps", item_id=FIRST), "data-broken"),
    "an item without a place": (_without("items", "session_id"), "data-broken"),
    "an item in two places": (_item(strand_id=STRAND), "data-broken"),
    "a breakout inside itself": (_with(_circle), "data-broken"),
    "breakouts nested without end": (_nested(2000), "data-broken"),
    "a strand of what is no breakout": (_row("strands", item_id=WELCOME), "data-broken"),
    "a capability under another's id": (_focus_elsewhere(), "data-broken"),
    "a capability of no item": (_row("focus", item_id="no id"), "data-broken"),
    "nought in a title": (_item(title="a\0b"), "data-broken"),
    "an escape in a title": (_item(title="\x1b[31mred"), "data-broken"),
    "a line break in a title": (_item(title="two\nlines"), "data-broken"),
    "a megabyte in a title": (_item(title="x" * 1_000_000), "data-broken"),
    "a megabyte in the notes": (_item(notes="x" * 1_000_000), "data-broken"),
    "minutes below nought": (_item(length={"minutes": -5}), "data-broken"),
    "bounds that do not hold": (
        _item(length={"minutes": 5, "low": 10, "high": 20}),
        "data-broken",
    ),
    "turns without minutes": (_item(length={"times": 3}), "data-broken"),
    "a length of a month": (_item(length={"minutes": 43_200}), "data-broken"),
    "people below nought": (_row("sessions", people=-1), "data-broken"),
    "a plan of no time": (_row("sessions", planned=0), "data-broken"),
    "a position beyond all numbers": (_item(position=2**63 - 1), "data-broken"),
    "a position beyond 64 bits": (_item(position=-(2**64)), "data-broken"),
    "a link to nothing": (_found(target_id=_SPARE[0]), "data-broken"),
    "a link to an item": (_found(target_id=WELCOME), "data-broken"),
    "a link to itself": (
        _found(id=derived_id(RowId(THEME), THEME), target_id=THEME),
        "data-broken",
    ),
    "a link under another id": (_found(id=_SPARE[1]), "data-broken"),
    "a link from nowhere": (_found(source_id="a theme"), "data-broken"),
    "a finding in a session": (
        _top(themes=[{"id": THEME, "position": 1, "session_id": FIRST}]),
        "data-unknown-field",
    ),
    "votes below nought": (_top(themes=[{"id": THEME, "position": 1, "votes": -1}]), "data-broken"),
    "one as agreed to share": (
        _top(stories=[{"id": THEME, "position": 1, "shared": 1}]),
        "data-wrong",
    ),
    "a wish of no kind": (_top(dreams=[{"id": THEME, "position": 1, "kind": ""}]), "data-wrong"),
    "findings in a file of before": (_top(version=1, themes=[]), "data-unknown-field"),
    "a sponsor in a file of before": (
        _with(lambda r: r.update(version=1) or r["programme"].update(sponsor="")),
        "data-unknown-field",
    ),
    "people in a file of before": (_top(version=2, people=[]), "data-unknown-field"),
    "a short version in a file of before": (
        _with(lambda r: r.update(version=2) or r["items"][0].update(state="short")),
        "data-wrong",
    ),
    "a person without a place": (_top(people=[{"id": THEME, "name": "A"}]), "data-wrong"),
    "a person who is away from nothing": (
        _top(absences=[{"id": THEME, "session_id": FIRST, "person_id": _SPARE[0]}]),
        "data-broken",
    ),
    "a group of nobody's": (
        _top(groups=[{"id": THEME, "position": 1, "grouping_id": FIRST}]),
        "data-broken",
    ),
    "a session held under another id": (
        _top(runs=[{"id": THEME, "session_id": FIRST, "began": "2027-01-12T10:00:00Z"}]),
        "data-broken",
    ),
    "a moment without a zone": (_held(began="2027-01-12T10:00:00"), "data-broken"),
    "a moment in another zone": (_held(began="2027-01-12T10:00:00+01:00"), "data-broken"),
    "a moment with a fraction": (_held(began="2027-01-12T10:00:00.500000Z"), "data-broken"),
    "a day as a moment": (_held(began="2027-01-12"), "data-wrong"),
    "a moment as a number": (_held(began=1_800_000_000), "data-wrong"),
    "an item under way that is none": (_held(item_id="the first"), "data-broken"),
    "more rows than there can be": (_top(items=[0] * (MOST_ROWS + 1)), "data-too-large"),
}
