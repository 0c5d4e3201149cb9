"""Hints on the edges of a session: it opens and it closes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aiplanner.domain.checks.verdict import Fault, Laid, Verdict, judged
from aiplanner.domain.cycle import Part
from aiplanner.domain.rows import Item, Session

NEAR = 2
"""An opening is one of the first so many items, a closing one of the last so many."""
LEAST_ITEMS = 2
"""A running order of fewer items is only begun."""

_OPENING = re.compile(
    r"\b(welcom\w*|introduc\w*|intros?|opening|check(ing)?[- ]?in|ice[- ]?breakers?|energis\w*"
    r"|energiz\w*|reconnect\w*|recap|where we are|hello|good (morning|afternoon|evening)"
    r"|settl(e|ing) in|who is here|who we are)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(clos(e|ing)|check(ing)?[- ]?out|wrap(ping)?[- ]?up|next steps?|farewell|good-?bye"
    r"|thank(s| you)|thank\w*|conclu\w+|ending|evaluat\w+|feedback|finish(ing)?|round[- ]?up"
    r"|send[- ]?off)\b",
    re.IGNORECASE,
)


def opens(laid: Laid) -> Verdict:
    """Each session opens: one of its first items welcomes people, by its part or by its name.

    In every published agenda the first 15 to 30 minutes are welcome, purpose and agreements (NMSU,
    AIMH, GREAT). Silent for a session whose running order has fewer than two items.
    """
    sessions = list(_filled(laid))
    faults = (_fault(session, work[0]) for session, work in sessions if not has_opening(work))
    return judged("opens", sessions, faults)


def closes(laid: Laid) -> Verdict:
    """Each session closes: one of its last items is a check-out, an evaluation or a farewell.

    Closings of 5 to 15 minutes stand in the published agendas (NMSU, AIMH), and each session of
    the SSSC and NES pack ends with a check-out (PACK). Silent like `opens`.
    """
    sessions = list(_filled(laid))
    faults = (_fault(session, work[-1]) for session, work in sessions if not has_closing(work))
    return judged("closes", sessions, faults)


def has_opening(work: Sequence[Item]) -> bool:
    """Whether a session whose people do this in this order opens."""
    return any(is_opening(item.part, item.title) for item in work[:NEAR])


def has_closing(work: Sequence[Item]) -> bool:
    """Whether a session whose people do this in this order closes."""
    return any(is_closing(item.part, item.title) for item in work[-NEAR:])


def is_opening(part: Part | None, title: str) -> bool:
    """Whether something of that part and name begins a session."""
    return part in (Part.OPENING, Part.ENERGISER) or bool(_OPENING.search(title))


def is_closing(part: Part | None, title: str) -> bool:
    """Whether something of that part and name ends a session."""
    return part in (Part.CLOSING, Part.EVALUATION) or bool(_CLOSING.search(title))


def _filled(laid: Laid) -> Iterator[tuple[Session, tuple[Item, ...]]]:
    for session in laid.programme.sessions:
        work = laid.work(session)
        if len(work) >= LEAST_ITEMS:
            yield session, work


def _fault(session: Session, item: Item) -> Fault:
    return item.id, {"session": session.id, "item": item.id}
