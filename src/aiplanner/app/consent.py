"""Which findings say something, which may be shown to others, and how we say what is kept back."""

from __future__ import annotations

from collections.abc import Iterable

from aiplanner.domain.findings import Finding, Story
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext


def may_be_shown(row: Finding) -> bool:
    """Whether a finding may stand where others read it: a story only if its teller agreed."""
    return not isinstance(row, Story) or row.shared


def is_told(row: Finding) -> bool:
    """Whether somebody told anything: an empty row just typed is nothing yet.

    A story is one also without a headline.
    """
    return bool(said(row))


def said(row: Finding) -> str:
    """What a finding says, in one line; empty where it says nothing.

    A story without a headline is told by its quote, else by what happened.
    """
    if isinstance(row, Story) and not row.text.strip():
        return quoted(row) or _one_line(row.happened) or _one_line(row.made_possible)
    return _one_line(row.text)


def quoted(story: Story) -> str:
    """The teller's own words in quotation marks; empty where there are none."""
    words = _one_line(story.quote)
    return _("“{text}”").format(text=words) if words else ""


def kept_back(rows: Iterable[Finding]) -> int:
    """How many of these are stories that their tellers did not agree to share."""
    return sum(not may_be_shown(row) and is_told(row) for row in rows)


def kept_back_text(programme: Programme) -> str:
    """What stands in the place of the stories kept back; empty when there are none."""
    return not_shared_text(kept_back(programme.stories))


def not_shared_text(count: int) -> str:
    """For example "1 story not shared"; empty for none."""
    if not count:
        return ""
    return ngettext("{count} story not shared", "{count} stories not shared", count).format(
        count=count
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
