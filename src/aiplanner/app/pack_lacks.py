"""Say before printing what a pack would lack: dates, times, venues, people, content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aiplanner.app.pack_counts import people
from aiplanner.app.printing import DocumentInfo, Group
from aiplanner.domain.cycle import Phase
from aiplanner.domain.findings import Sort
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext


@dataclass(frozen=True, slots=True)
class Lack:
    """One sentence about what is missing, and the row where it can be added."""

    sentence: str
    row: RowId
    phase: Phase | None = None
    """The phase on whose page it is added, where that is not the row's own place."""


_ASKED_FOR = frozenset({"cover", "invitation", "evaluation", "cycle-report"})
"""Documents that say whom to ask for another format."""
_REVIEWED = frozenset({"action-tracker", "cycle-report", "review-sheet"})
"""Documents that say when to look again."""


def lacks(
    programme: Programme, sessions: tuple[RowId, ...] | None, documents: Sequence[DocumentInfo]
) -> tuple[Lack, ...]:
    """What these documents would lack for these sessions (None: all); sessions alike share a line.

    A sheet that can be printed blank lacks nothing but people to count its copies by, and what a
    few of them say of the programme.
    """
    found: list[Lack] = []
    if any(not info.blank for info in documents):
        found += _session_lacks(programme, sessions)
    counted = any(info.group not in (Group.YOU, Group.ROOM) for info in documents)
    if counted and people(programme, sessions) is None:
        sentence = _("It is not said how many people come, so copies are not counted.")
        found.append(Lack(sentence, programme.id))
    found += _other_lacks(programme, frozenset(info.id for info in documents))
    return tuple(found)


def _other_lacks(programme: Programme, documents: frozenset[str]) -> Iterator[Lack]:
    head = programme.head
    if "interview-guide" in documents and not programme.findings(Sort.QUESTION):
        sentence = _(
            "The interview guide has no questions of your own, so it prints five good ones."
        )
        yield Lack(sentence, programme.id, Phase.DISCOVER)
    if documents & _ASKED_FOR and not (head.contact.strip() or head.other_formats.strip()):
        sentence = _("It is not said whom to ask for a pack in another format or language.")
        yield Lack(sentence, programme.id)
    dayless = [one for one in programme.findings(Sort.REVIEW) if getattr(one, "due", 0) is None]
    if documents & _REVIEWED and dayless:
        sentence = ngettext(
            "{count} review has no day.", "{count} reviews have no day.", len(dayless)
        )
        yield Lack(sentence.format(count=len(dayless)), dayless[0].id, Phase.DELIVER)


def _session_lacks(programme: Programme, sessions: tuple[RowId, ...] | None) -> Iterator[Lack]:
    alike: dict[tuple[str, ...], list[tuple[int, RowId]]] = {}
    for number, session in enumerate(programme.sessions, 1):
        if sessions is None or session.id in sessions:
            alike.setdefault(_missing(programme, session), []).append((number, session.id))
    for missing, places in alike.items():
        if missing:
            numbers = listed(str(number) for number, _row in places)
            sentence = ngettext(
                "Session {numbers} has {missing}.",
                "Sessions {numbers} have {missing}.",
                len(places),
            ).format(numbers=numbers, missing=listed(missing))
            yield Lack(sentence, places[0][1])


def _missing(programme: Programme, session: Session) -> tuple[str, ...]:
    facts = (
        (_("no running order"), programme.items_of(session.id)),
        (_("no date"), session.day),
        (_("no start"), session.start is not None),
        (_("no venue"), session.venue.strip()),
    )
    return tuple(words for words, there in facts if not there)


def listed(words: Iterable[str]) -> str:
    """Words as a sentence lists them: "1, 2 and 3"."""
    *first, last = words
    if not first:
        return last
    return _("{first} and {last}").format(first=", ".join(first), last=last)
