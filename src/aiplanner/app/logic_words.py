"""The logic model in words: its parts, what each asks, and what the plan has to offer for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten

from aiplanner.app.finding_words import SORT_NAMES
from aiplanner.domain.cycle import Kind
from aiplanner.domain.edits.logic import Ground, stands_on
from aiplanner.domain.findings import SORT_OF, DreamKind, LogicNote, LogicPart, Progress
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _

COLUMNS: tuple[tuple[LogicPart, ...], ...] = (
    (LogicPart.ENABLER,),
    (LogicPart.ACTIVITY,),
    (LogicPart.RISK,),
    (LogicPart.SHORT, LogicPart.MEDIUM, LogicPart.LONG),
    (LogicPart.EVIDENCE,),
)
"""The parts side by side as the model is read: outcomes stand one under the other."""

PART_HEADINGS: Mapping[LogicPart, str] = {
    LogicPart.ENABLER: _("Enablers"),
    LogicPart.ACTIVITY: _("Activities"),
    LogicPart.RISK: _("Risks and barriers"),
    LogicPart.SHORT: _("Outcomes, short term"),
    LogicPart.MEDIUM: _("Outcomes, medium term"),
    LogicPart.LONG: _("Outcomes, long term"),
    LogicPart.EVIDENCE: _("Evidence"),
}

PART_PROMPTS: Mapping[LogicPart, str] = {
    LogicPart.ENABLER: _("What helps us: people, trust, time, skills, backing?"),
    LogicPart.ACTIVITY: _("What do we do, in the cycle and after it?"),
    LogicPart.RISK: _("What could get in the way, and what would we do then?"),
    LogicPart.SHORT: _("What do people notice within weeks?"),
    LogicPart.MEDIUM: _("What has become the way we work within a year?"),
    LogicPart.LONG: _("What is different for people in the end?"),
    LogicPart.EVIDENCE: _("How shall we know: stories, numbers, what people say?"),
}

LOOKING_BACK: tuple[str, ...] = (
    _("What do you see, hear and feel when you walk in?"),
    _("What do people say of us now, and who says it?"),
    _("Which first step turned out to matter most?"),
    _("Who helped, and with what?"),
    _("What stood in the way, and how did we come past it?"),
    _("What did we keep just as it was?"),
)
"""What to ask oneself who looks back from the day on which the dream has come true."""


_MOST = 64
"""Characters of a statement or an action that are repeated beside an entry."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry that the plan offers, with the statement or action that it would stand on."""

    part: LogicPart
    text: str
    ground: RowId | None = None


def notes_of(programme: Programme, part: LogicPart) -> tuple[LogicNote, ...]:
    """The entries of a part in order."""
    return tuple(note for note in programme.logic if note.kind is part)


def proposals(programme: Programme) -> tuple[Proposal, ...]:
    """What the plan offers for the logic model and it does not hold yet, in the order of the parts.

    The positive core helps; what the cycle and its actions do are activities; possibility
    statements are outcomes, the dream statement the last of them; measures are evidence.
    """
    here = {(note.kind, _plain(note.text)) for note in programme.logic}
    used = {(note.kind, r.id) for note in programme.logic for r in stands_on(programme, note.id)}
    fresh: dict[tuple[LogicPart, str], Proposal] = {}
    for one in _proposed(programme):
        key = (one.part, _plain(one.text))
        if key[1] and key not in here and (one.part, one.ground) not in used:
            fresh.setdefault(key, one)
    order = list(LogicPart)
    return tuple(sorted(fresh.values(), key=lambda one: order.index(one.part)))


def beginnings(programme: Programme) -> tuple[Proposal, ...]:
    """What a model begins with when all is taken at once.

    Where there are actions, they are the activities: every item of the running orders would be
    more than a page can hold.
    """
    found = proposals(programme)
    acts = any(one.part is LogicPart.ACTIVITY and one.ground for one in found)
    return tuple(
        one for one in found if one.ground or one.part is not LogicPart.ACTIVITY or not acts
    )


def _proposed(programme: Programme) -> Iterator[Proposal]:
    core = (theme for theme in programme.themes if theme.core)
    yield from (Proposal(LogicPart.ENABLER, theme.text) for theme in core)
    for action in programme.actions:
        if action.progress is not Progress.DROPPED:
            yield Proposal(LogicPart.ACTIVITY, action.text, action.id)
            yield Proposal(LogicPart.EVIDENCE, action.measure, action.id)
    yield from (Proposal(LogicPart.ACTIVITY, title) for title in _activities(programme))
    for statement in programme.statements:
        yield Proposal(LogicPart.MEDIUM, statement.text, statement.id)
    dreams = (dream for dream in programme.dreams if dream.kind is DreamKind.STATEMENT)
    yield from (Proposal(LogicPart.LONG, dream.text) for dream in dreams)


def _activities(programme: Programme) -> Iterator[str]:
    """The work of the phases, without what only opens, closes or lightens a session."""
    for session in programme.sessions:
        for item in programme.walk(session.id):
            of_the_cycle = item.kind is Kind.ACTIVITY and item.phase is not None
            if of_the_cycle and item.live and item.part is None:
                yield item.title


def ground_words(programme: Programme, note: LogicNote, most: int = _MOST) -> str:
    """What an entry stands on, as "stands on: We ask at nine"; empty where it is nothing.

    `most` are the letters of each that are told.
    """
    rows = stands_on(programme, note.id)
    grounds = [ground for row in rows if (ground := _ground(row, note, most))]
    told = "; ".join([*(ground.removesuffix(".") for ground in grounds[:-1]), *grounds[-1:]])
    return _("stands on: {what}").format(what=told) if told else ""


def _ground(row: Ground, note: LogicNote, most: int) -> str:
    """The beginning of its words; what the entry repeats is not told twice."""
    if _plain(row.text) == _plain(note.text):
        return _("this {sort}").format(sort=SORT_NAMES[SORT_OF[type(row)]])
    return shorten(row.text, most, placeholder="…")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it is shown: its words on one line, and what it stands on."""

    id: RowId
    text: str
    ground: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(filter(None, (self.text, self.ground)))


Entries = Mapping[LogicPart, Sequence[Entry]]


def entries(programme: Programme) -> Entries:
    """The entries of every part, in order."""
    found: dict[LogicPart, list[Entry]] = {part: [] for part in LogicPart}
    for note in programme.logic:
        text = " ".join(note.text.split())
        found[note.kind].append(Entry(note.id, text, ground_words(programme, note)))
    return found


def logic_text(found: Entries) -> str:
    """The whole model as lines of text, part by part: the twin of the board."""
    lines: list[str] = []
    for part in LogicPart:
        told = [_line(entry) for entry in found[part]] or [_("- nothing yet")]
        lines += ["", PART_HEADINGS[part], *told]
    return "\n".join(lines[1:])


def _line(entry: Entry) -> str:
    return f"- {entry.text} ({entry.ground})" if entry.ground else f"- {entry.text}"


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")
