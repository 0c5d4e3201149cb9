"""Which stories may be shown to others, and how we say that some are kept back."""

from __future__ import annotations

from collections.abc import Iterable

from aiplanner.domain.findings import Finding, Story
from aiplanner.domain.programme import Programme
from aiplanner.i18n import ngettext


def may_be_shown(row: Finding) -> bool:
    """Whether a finding may stand where others read it: a story only if its teller agreed."""
    return not isinstance(row, Story) or row.shared


def kept_back(rows: Iterable[Finding]) -> int:
    """How many of these are stories that their tellers did not agree to share."""
    return sum(not may_be_shown(row) and _told(row) for row in rows)


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


def _told(row: Finding) -> bool:
    """Whether somebody told anything: an empty row just typed is no story yet."""
    assert isinstance(row, Story), "only stories are kept back"
    return any(text.strip() for text in (row.text, row.happened, row.made_possible, row.quote))
