"""What can be printed and how: the words that the packs, the window and scripts share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from aiplanner.app.decoding import strict
from aiplanner.app.handout_files import handout_from_plain, handout_plain
from aiplanner.app.plain_data import plain
from aiplanner.app.tracked import Tracked
from aiplanner.domain.cycle import Phase
from aiplanner.domain.errors import PlanError
from aiplanner.domain.handouts import Handout
from aiplanner.domain.ids import RowId

Audience = Literal["participant", "facilitator", "all"]
PrintSize = Literal["clear", "16", "large", "20", "24"]
"""Clear print is 14 pt, large print 18 pt; the others are points."""
PaperSize = Literal["a4", "letter"]
RunningColumn = Literal[
    "clock",
    "minutes",
    "phase",
    "why",
    "how",
    "group",
    "lead",
    "room",
    "materials",
    "capabilities",
    "notes",
]
"""What a running order can tell of an item: `how` is its steps, its short version and what it
leaves behind, `room` where it is and for whom, `notes` what is private."""
Family = Literal["plan", "people", "handout", "card"]
"""Documents that the plan makes, that people are in, handouts, and cards about a capability."""


class Group(StrEnum):
    """Who a document is made for; it decides how many copies are wanted."""

    YOU = "you"
    PERSON = "person"
    PAIR = "pair"
    TABLE = "table"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """One printable document, as people choose it."""

    id: str
    title: str
    audience: Audience
    """For whom it is safe: what is for facilitators may hold private notes."""
    group: Group
    per: Literal["programme", "session"] = "programme"
    """Whether there is one of it, or one a session."""
    fillable: bool = False
    blank: bool = False
    """Whether it can be printed for a programme that has no session yet."""
    whole: bool = False
    """Whether it speaks of the other documents of the pack (the contents), so that it can only be
    seen together with them."""
    family: Family = "plan"
    summary: str = ""
    """What it is, for those who choose what to print."""
    phase: Phase | None = None
    """The phase that it helps with, where it is one."""
    on_call: bool = False
    """Whether it is only printed when somebody asks for it."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What somebody looks at, of a document that is to be shown before all of it is drawn."""

    pages: int
    """At most so many pages are drawn, from where the document or the session's sheet begins."""
    session: RowId | None = None
    """Of a document with a sheet for each session, the session whose sheet is drawn alone."""


@dataclass(frozen=True, slots=True)
class _Settings:
    """What of the options is plain by itself."""

    documents: tuple[str, ...]
    """Ids, in the order of the catalogue."""
    made: datetime
    """The moment printed on the pages, with its time zone."""
    print_size: PrintSize = "clear"
    paper: PaperSize = "a4"
    sessions: tuple[RowId, ...] | None = None
    """The sessions to print; None is the whole cycle."""
    revision: int = 0
    """The library's revision of the programme, printed on the pages."""
    pictures: str = ""
    """The folder in which the pictures of photos lie, each in a file named by its key."""
    access: bool = False
    """Whether the facilitators' list of people tells what they need to take part."""
    tracked: tuple[Tracked, ...] = ()
    """What the action tracker lists, of several programmes; empty: all of the one printed."""
    audience: Audience = "all"
    """For whom the pack is: what was chosen from, and what it may tell of the changes."""
    fillable: bool = False
    """Whether sheets to write on have fields to fill in on a screen."""
    duplex: bool = False
    """Whether it is for paper printed on both sides: every document begins on a front side, and
    the gutter changes sides with the page."""
    columns: tuple[RunningColumn, ...] = ()
    """What the running order tells of an item beside its title; empty: all that there is."""
    changes: tuple[tuple[str, str], ...] = ()
    """Where something changed since the pack before this one, and the sentence that says what."""
    since: str = ""
    """When that pack was made, in words."""
    glimpse: Glimpse | None = None
    """Draw no more than this; unless that is all there is, pages then have no numbers."""


@dataclass(frozen=True, slots=True)
class PackOptions(_Settings):
    """Which documents to print, and how."""

    own: tuple[Handout, ...] = ()
    """The user's own handouts, which the worker has no library to find in."""


@dataclass(frozen=True, slots=True)
class PackReport:
    """What was printed."""

    pages: int
    parts: Mapping[str, int] = field(default_factory=dict)
    """Pages of each document, by its id."""
    unprintable: tuple[str, ...] = ()
    """Sentences: what could not be printed as it was written."""
    sheets: Mapping[str, Mapping[RowId, int]] = field(default_factory=dict)
    """On which page, from 0, each session's sheet begins, by the document's id and the session."""
    cut: bool = False
    """Whether there is more than was drawn, as only a glimpse was asked for."""


def options_plain(options: PackOptions) -> dict[str, object]:
    """The options as plain data for the worker process."""
    settings = asdict(replace(options, own=(), tracked=()))
    own = [handout_plain(handout) for handout in options.own]
    tracked = [plain(one) for one in options.tracked]
    return {**settings, "made": options.made.isoformat(), "own": own, "tracked": tracked}


def options_from_plain(raw: object) -> PackOptions:
    """The options that such data tells; PlanError `data-wrong` or `data-unknown-field`."""
    if not isinstance(raw, Mapping):
        raise PlanError("data-wrong", where="the top", what="it is no table of keys")
    own = raw.get("own", [])
    if not isinstance(own, list):
        raise PlanError("data-wrong", where="own", what="it is no list")
    rest = strict({key: value for key, value in raw.items() if key != "own"}, _Settings)
    settings = {spec.name: getattr(rest, spec.name) for spec in fields(rest)}
    handouts = tuple(handout_from_plain(one, f"own[{n}]") for n, one in enumerate(own))
    return PackOptions(**settings, own=handouts)


def report_plain(report: PackReport) -> dict[str, Any]:
    """The report as plain data for whoever asked the worker process."""
    return asdict(report)


def report_from_plain(raw: object) -> PackReport:
    """The report that such data tells; PlanError `data-wrong` or `data-unknown-field`."""
    return strict(raw, PackReport)
