"""What the hints say of published agendas is what an improvement lead would say, and no more."""

from __future__ import annotations

import pytest

from aiplanner.app.hints import hint_lines
from tests.support.agendas import agendas, entered

BY_ID = {agenda["id"]: agenda for agenda in agendas()}

SPOKEN: dict[str, list[tuple[str, str]]] = {
    # Its source says so itself: the feedback comes on top of the 30 minutes.
    "A01-dpmi-30min": [("fits-time", "Session")],
    # Ends with next steps and no name; it is dated, so this is the time to ask.
    "A05-meeting-design-2015": [("follow-up", "")],
    # Two hours online without a break, work plans of six teams, and nobody who asks again.
    "A06-msr-aom-2021": [
        ("breaks", "Breakout 2: outcomes and milestones to April 2022"),
        ("follow-up", ""),
    ],
    # An evening and a morning of two hours and more on end, no close on either day. The third day
    # was never published; as entered here the cycle does stop at Dream.
    "A11-great-boards-3day": [
        ("every-phase", "Day 2 (Tue)"),
        ("closes", "Debrief interviews"),
        ("closes", "Dream: our images of the future"),
        ("breaks", "Discovery: great boards, 1-on-1 interviews"),
        ("breaks", "Discovery: identify and map the positive core of strengths"),
    ],
    # Only its contents page is known; by that the second session begins with the dream itself.
    "A14-sssc-nes-pack-3sessions": [("opens", "Dream / 'what could be' exercise")],
}


@pytest.mark.parametrize("name", BY_ID)
def test_only_what_a_lead_would_say_is_said(name: str) -> None:
    programme = entered(BY_ID[name])
    said = [
        (line.rule, getattr(programme.rows[line.row], "title", "") if line.row else "")
        for line in hint_lines(programme)
    ]
    expected = [
        (rule, programme.head.title if rule == "follow-up" else row) for rule, row in SPOKEN[name]
    ]
    assert sorted(said) == sorted(expected)
