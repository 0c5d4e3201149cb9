"""What can be printed and how: the words that the packs, the window and scripts share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from aiplanner.app.decoding import strict
from aiplanner.domain.ids import RowId

Audience = Literal["participant", "facilitator", "all"]
PrintSize = Literal["clear", "large"]
"""Clear print is 14 pt, large print 18 pt."""
PaperSize = Literal["a4", "letter"]


class Group(StrEnum):
    """Who a document is made for; it decides how many copies are wanted."""

    YOU = "you"
    PERSON = "person"
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


@dataclass(frozen=True, slots=True)
class PackOptions:
    """Which documents to print, and how."""

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


@dataclass(frozen=True, slots=True)
class PackReport:
    """What was printed."""

    pages: int
    parts: Mapping[str, int] = field(default_factory=dict)
    """Pages of each document, by its id."""
    unprintable: tuple[str, ...] = ()
    """Sentences: what could not be printed as it was written."""


def options_plain(options: PackOptions) -> dict[str, object]:
    """The options as plain data for the worker process."""
    return {**asdict(options), "made": options.made.isoformat()}


def options_from_plain(raw: object) -> PackOptions:
    """The options that such data tells; PlanError `data-wrong` or `data-unknown-field`."""
    return strict(raw, PackOptions)


def report_plain(report: PackReport) -> dict[str, Any]:
    """The report as plain data for whoever asked the worker process."""
    return asdict(report)


def report_from_plain(raw: object) -> PackReport:
    """The report that such data tells; PlanError `data-wrong` or `data-unknown-field`."""
    return strict(raw, PackReport)
