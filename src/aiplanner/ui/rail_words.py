"""What the rail says of a programme's phases: their names in it, and how they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from aiplanner.app.content import phase_label
from aiplanner.app.phase_state import STATE_WORDS, phase_states
from aiplanner.domain.cycle import Phase
from aiplanner.domain.programme import Programme
from aiplanner.ui.page_table import PageRow
from aiplanner.ui.rail import RailRow


def rail_rows(pages: Iterable[PageRow], programme: Programme, now: datetime) -> tuple[RailRow, ...]:
    """The rows of the rail for a programme at a moment, which counts in the user's time zone."""
    states = phase_states(programme, now.astimezone().date())
    head = programme.head
    words = {phase.value: (phase_label(head, phase), STATE_WORDS[states[phase]]) for phase in Phase}
    return tuple(_worded(page.rail, words) for page in pages)


def _worded(row: RailRow, words: dict[str, tuple[str, str]]) -> RailRow:
    label, status = words.get(row.key, (row.label, row.status))
    return replace(row, label=label, status=status)
