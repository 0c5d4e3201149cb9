"""Say how many findings, photos and people are new, changed or gone, and never what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from aiplanner.app.consent import may_be_shown
from aiplanner.app.finding_counts import counted
from aiplanner.app.finding_words import SORT_HEADINGS
from aiplanner.domain.answers import Answer
from aiplanner.domain.delta import Change as RowChange
from aiplanner.domain.delta import Delta
from aiplanner.domain.findings import SORT_OF, CheckOut, Finding, Link, Sort
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Absence, Group, Grouping, Member, Person
from aiplanner.domain.photos import Photo
from aiplanner.domain.rows import Row
from aiplanner.domain.self_rating import SelfRating
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence about many rows, with the first of them."""

    where: str
    sentence: str
    row: RowId
    private: bool = False


def people_changes(delta: Delta) -> Iterator[Counted]:
    """Who takes part and who sits with whom; what is noted of people is for facilitators."""
    people = [(key, c) for key, c in delta.rows.items() if _row(c, Person, Absence)]
    for private in (False, True):
        mine = [key for key, change in people if _is_our_matter(change) is private]
        if mine:
            told = (
                _("What is noted of people has changed")
                if private
                else _("The list of people has changed")
            )
            yield Counted(_("People"), told, mine[0], private)
    groups = [row.id for row in _rows(delta, Grouping, Group, Member)]
    if groups:
        yield Counted(_("People"), _("Who sits with whom has changed"), groups[0])


def found_changes(delta: Delta) -> Iterator[Counted]:
    """What groups found, sort by sort. What nobody but us may know of is told apart."""
    for sort in Sort:
        changes = [(key, c) for key, c in delta.rows.items() if _sort(c) is sort]
        for private in (False, True):
            mine = [(key, c) for key, c in changes if _is_private(c) is private]
            if mine:
                yield Counted(SORT_HEADINGS[sort], _count(sort, mine), mine[0][0], private)
    photos = [row.id for row in _rows(delta, Photo)]
    if photos:
        words = ngettext(
            "{count} photo is new or has changed", "{count} photos are new or have changed",
            len(photos),
        )  # fmt: skip
        yield Counted(_("Photos"), words.format(count=len(photos)), photos[0])


def answer_changes(delta: Delta) -> Iterator[Counted]:
    """What people said of themselves or on sheets; who prints it may know that there is more."""
    told = (
        (SelfRating, _("Self-ratings"), _("The sheets have changed")),
        (Answer, _("Answers on sheets"), _("The answers have changed")),
    )
    for kind, where, words in told:
        rows = [row.id for row in _rows(delta, kind)]
        if rows:
            yield Counted(where, words, rows[0], private=True)
    knots = list(_rows(delta, Link))
    if knots:
        yield Counted(_("Thread"), _("What grew from what has changed"), knots[0].id)


def _count(sort: Sort, changes: list[tuple[RowId, RowChange]]) -> str:
    """For example "2 stories new, 1 story changed"."""
    new = sum(change.before is None for _key, change in changes)
    gone = sum(change.after is None for _key, change in changes)
    counts = (
        (new, _("{rows} new")),
        (len(changes) - new - gone, _("{rows} changed")),
        (gone, _("{rows} gone")),
    )
    return ", ".join(words.format(rows=counted(sort, n)) for n, words in counts if n)


def _sort(change: RowChange) -> Sort | None:
    row = change.after or change.before
    return SORT_OF[type(row)] if isinstance(row, Finding) else None


def _is_private(change: RowChange) -> bool:
    """Whether that there is such a row is for facilitators only."""
    rows = [row for row in (change.before, change.after) if isinstance(row, Finding)]
    return any(isinstance(row, CheckOut) or not may_be_shown(row) for row in rows)


def _is_our_matter(change: RowChange) -> bool:
    """Whether of a person only what is private has changed."""
    was, now = change.before, change.after
    if not (isinstance(was, Person) and isinstance(now, Person)):
        return False
    noted = replace(was, notes=now.notes, access=now.access, contact=now.contact)
    return noted == now


def _row(change: RowChange, *kinds: type[Row]) -> bool:
    return isinstance(change.after or change.before, kinds)


def _rows(delta: Delta, *kinds: type[Row]) -> Iterator[Row]:
    for change in delta.rows.values():
        row = change.after or change.before
        if isinstance(row, kinds):
            yield row
