"""Edits of findings as one step each: put in another place or in a theme, or reviewed on a day."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from aiplanner.domain.edits.fields import set_fields_of_all
from aiplanner.domain.edits.findings import add_finding, link_all, move_findings
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import SORT_OF, Finding, Review, Theme
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _


def put_before(
    programme: Programme,
    ids: Collection[RowId],
    before: RowId | None,
    facts: Mapping[str, Any] | None = None,
) -> Programme:
    """Put findings of one sort before another of theirs (None: last), and give them these facts.

    PlanError as of `move_findings` and `set_fields`.
    """
    rows = [programme.rows.get(key) for key in ids]
    first = next((row for row in rows if isinstance(row, Finding)), None)
    if first is None:
        raise PlanError("row-gone", id=next(iter(ids), ""))
    siblings, chosen = programme.findings(SORT_OF[type(first)]), frozenset(ids)
    others = [row.id for row in siblings if row.id not in chosen]
    at = len(others) if before is None else others.index(before)
    moved = move_findings(programme, ids, at)
    return set_fields_of_all(moved, ids, **facts) if facts else moved


def put_in_theme(
    programme: Programme, stories: Sequence[RowId], name: str, theme_id: RowId
) -> Programme:
    """Tie stories to the theme of that id, else of that name; else it is made with both."""
    there = programme.rows.get(theme_id)
    theme = there if isinstance(there, Theme) else theme_named(programme, name)
    if theme is None:
        theme = Theme(theme_id, 0, " ".join(name.split()))
        programme = add_finding(programme, theme)
    return link_all(programme, stories, theme.id)


def theme_named(programme: Programme, name: str) -> Theme | None:
    """The theme of a name, however it is spelt in capitals and spaces."""
    wanted = _plain(name)
    return next((theme for theme in programme.themes if _plain(theme.text) == wanted), None)


def review_day(programme: Programme, today: date, days: int) -> date:
    """So many days after the last session that has a date, or after `today`."""
    held = [session.day for session in programme.sessions if session.day is not None]
    return max(held, default=today) + timedelta(days=days)


def review_in(programme: Programme, row_id: RowId, day: date) -> Programme:
    """Add a review on a day."""
    return add_finding(programme, Review(row_id, 0, _("How far are we?"), day))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
