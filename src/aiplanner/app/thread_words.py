"""Put the thread into words: where a finding came from, what became of it, what hangs loose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from aiplanner.app.consent import said
from aiplanner.app.finding_counts import counted as sort_counted
from aiplanner.app.finding_words import SORT_HEADINGS, SORT_NAMES, word_name
from aiplanner.domain.findings import (
    SORT_OF,
    Action,
    Dream,
    Finding,
    LogicNote,
    Promise,
    Soar,
    Sort,
    Story,
)
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.thread import Orphan, Thread, ancestry, descent, orphans, thread_of
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

CAME_FROM = _("Where did this come from?")
BECAME = _("What became of this?")

_HEADING = 120
"""Most characters of a finding above a dialog that is about it."""

NOTHING_BEHIND = _("Nothing is tied to it from before yet.")
NOTHING_AFTER = _("Nothing has grown from it yet.")

ORPHAN_WORDS: Mapping[Orphan, str] = {
    Orphan.STATEMENT: _("No story behind it yet"),
    Orphan.ACTION: _("No statement behind it yet"),
    Orphan.STORY: _("Not used yet"),
}
"""The mark of what hangs loose."""

ORPHAN_REASONS: Mapping[Orphan, str] = {
    Orphan.STATEMENT: _(
        "A statement that stands on stories is believed. Tie it to the theme, the dream or the "
        "story that it grew from."
    ),
    Orphan.ACTION: _(
        "People carry on with what serves a picture they share. Tie the action to the statement "
        "that it makes true."
    ),
    Orphan.STORY: _(
        "Whoever told it may ask what became of it. Tie it to the theme that it is part of."
    ),
}
"""Why it matters, and what to do."""

_SHORT_HEADINGS: Mapping[Sort, str] = {
    **SORT_HEADINGS,
    Sort.QUESTION: _("Questions"),
    Sort.SOAR: _("SOAR"),
    Sort.STATEMENT: _("Statements"),
}


@dataclass(frozen=True, slots=True)
class Trace:
    """One finding on the way back or on: which it is, and how many knots away."""

    finding: Finding
    steps: int


@dataclass(frozen=True, slots=True)
class Whence:
    """All that a finding came from and all that became of it, each from the nearest on."""

    came_from: tuple[Trace, ...]
    became: tuple[Trace, ...]
    orphan: Orphan | None


def whence(programme: Programme, finding: RowId, thread: Thread | None = None) -> Whence:
    """Where a finding came from and what became of it; `thread` where that is known already."""
    thread = thread_of(programme) if thread is None else thread
    back = _traces(thread, ancestry(thread, finding))
    on = _traces(thread, descent(thread, finding))
    return Whence(back, on, orphans(thread).get(finding))


def whence_lines(found: Whence) -> Iterator[str]:
    """The same as text: two questions, and a line for each finding that answers them."""
    yield from _answer(CAME_FROM, found.came_from, NOTHING_BEHIND)
    yield from _answer(BECAME, found.became, NOTHING_AFTER)
    if found.orphan is not None:
        yield f"{ORPHAN_WORDS[found.orphan]}. {ORPHAN_REASONS[found.orphan]}"


def kind_words(finding: Finding) -> str:
    """What a finding is, as exactly as it is known: "wish", "offer", "theme"."""
    match finding:
        case Dream() | Promise():
            return word_name(finding.kind)
        case Soar() | LogicNote():
            sort = SORT_NAMES[SORT_OF[type(finding)]]
            return f"{sort}, {word_name(finding.kind)}"
        case _:
            return SORT_NAMES[SORT_OF[type(finding)]]


def text_of(finding: Finding) -> str:
    """What a finding says, in one line."""
    return said(finding) or _("Without a text")


def named(finding: Finding) -> str:
    """A finding as "Theme: Somebody asks early"."""
    kind = kind_words(finding)
    return f"{kind[:1].upper()}{kind[1:]}: {text_of(finding)}"


def headed(finding: Finding) -> str:
    """As `named`, with no more of its text than a heading has room for."""
    said = named(finding)
    return said if len(said) <= _HEADING else f"{said[: _HEADING - 1].rstrip()}…"


def marked(finding: Finding) -> str:
    """As `named`, for text that leaves the program: a story says that it is not to be shared."""
    secret = isinstance(finding, Story) and not finding.shared
    return f"{named(finding)} [{_('not to be shared')}]" if secret else named(finding)


def fact_of(finding: Finding) -> str:
    """What else is worth knowing of a finding in the thread, in a few words; often nothing."""
    match finding:
        case Story(shared=False):
            return _("not to be shared")
        case Action() | Promise():
            return " · ".join(filter(None, (finding.person.strip(), word_name(finding.progress))))
        case _:
            return ""


def heading_of(sorts: Iterable[Sort]) -> str:
    """What stands above a column of the thread."""
    first, *others = [_SHORT_HEADINGS[sort] for sort in sorts]
    rest = "".join(f", {other if other.isupper() else other.lower()}" for other in others)
    return first + rest


def counted(findings: Iterable[Finding]) -> str:
    """Findings counted by sort, as "2 themes, 1 dream"; empty for none."""
    counts = Counter(SORT_OF[type(finding)] for finding in findings)
    return ", ".join(sort_counted(sort, counts[sort]) for sort in Sort if counts[sort])


def ties_words(thread: Thread, finding: RowId) -> str:
    """What a finding is tied to, as "Grew from 2 themes. Became 1 action."; empty for nothing."""
    roots = counted(thread.rows[key] for key in thread.grown_from(finding))
    fruits = counted(thread.rows[key] for key in thread.became(finding))
    said = (
        _("Grew from {findings}.").format(findings=roots) if roots else "",
        _("Became {findings}.").format(findings=fruits) if fruits else "",
    )
    return " ".join(filter(None, said))


def sentence_of(thread: Thread, finding: RowId, orphan: Orphan | None) -> str:
    """A finding as it is read aloud: what it is, what it is tied to, what it lacks."""
    row = thread.rows[finding]
    loose = "" if thread.tied(finding) else _("Not tied to anything.")
    lacks = "" if orphan is None else ORPHAN_WORDS[orphan] + "."
    said = named(row)
    said = said if said.endswith((".", "!", "?", "…")) else f"{said}."
    fact = fact_of(row)
    known = f"{fact[:1].upper()}{fact[1:]}." if fact else ""
    return " ".join(filter(None, (said, known, ties_words(thread, finding) or loose, lacks)))


def totals_words(thread: Thread, loose: Mapping[RowId, Orphan]) -> str:
    """The thread in one line: how many findings and knots, and how many hang loose."""
    count, knots = len(thread.rows), thread.knots
    findings = ngettext("{count} finding", "{count} findings", count).format(count=count)
    links = ngettext("{count} link", "{count} links", knots).format(count=knots)
    if not loose:
        return f"{findings}, {links}."
    lacking = ngettext("{count} is not tied yet", "{count} are not tied yet", len(loose))
    return f"{findings}, {links}. {lacking.format(count=len(loose))}: {_reasons(loose)}."


def _reasons(loose: Mapping[RowId, Orphan]) -> str:
    counts = Counter(loose.values())
    words = {
        Orphan.STATEMENT: ngettext(
            "{count} statement without a story",
            "{count} statements without a story",
            counts[Orphan.STATEMENT],
        ),
        Orphan.ACTION: ngettext(
            "{count} action without a statement",
            "{count} actions without a statement",
            counts[Orphan.ACTION],
        ),
        Orphan.STORY: ngettext(
            "{count} story not used", "{count} stories not used", counts[Orphan.STORY]
        ),
    }
    return ", ".join(words[one].format(count=counts[one]) for one in Orphan if counts[one])


def _traces(thread: Thread, steps: Mapping[RowId, int]) -> tuple[Trace, ...]:
    return tuple(Trace(thread.rows[key], count) for key, count in steps.items())


def _answer(question: str, traces: Iterable[Trace], nothing: str) -> Iterator[str]:
    yield question
    lines = [f"- {marked(trace.finding)}" for trace in traces]
    yield from lines or [nothing]
