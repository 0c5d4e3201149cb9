"""What came back on sheets that make no finding: evaluations first, counted and quoted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from aiplanner.app.form_questions import question_of
from aiplanner.app.paper_words import session_name
from aiplanner.domain.answers import Answer
from aiplanner.domain.handouts import CardsBlock, Handout, QuadrantsBlock, ScaleBlock
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.domain.self_ratings import LEAST
from aiplanner.i18n import gettext as _

_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a sheet, and what all sheets say to it."""

    key: str
    words: str
    """As it stood on the sheet."""
    counts: Mapping[str, int]
    """How often each point was chosen, in the order of the sheet; empty where nothing is offered
    to choose from."""
    quotes: tuple[str, ...]
    """What was written, in the order in which the sheets came back."""

    @property
    def answered(self) -> int:
        """How many people chose or wrote something."""
        return sum(self.counts.values()) + len(self.quotes)


@dataclass(frozen=True, slots=True)
class Results:
    """What the sheets of one kind say, of one session or of the whole programme."""

    handout: str
    title: str
    session: RowId | None
    evaluates: bool
    """Whether the sheet has statements to agree with, as evaluations have."""
    sheets: int
    asked: tuple[Asked, ...]

    @property
    def counted(self) -> tuple[Asked, ...]:
        """The questions with something to choose from."""
        return tuple(one for one in self.asked if one.counts)

    @property
    def quoted(self) -> tuple[Asked, ...]:
        """The questions that were answered in words."""
        return tuple(one for one in self.asked if one.quotes)


def results(
    programme: Programme,
    handouts: Sequence[Handout],
    sessions: Iterable[Session] | None = None,
) -> tuple[Results, ...]:
    """All kept answers, summed up by sheet and session: evaluations first, then the others.

    `sessions` are those to tell of (None: all); what is about none of them in particular always
    counts. A question that was worded anew is a question of its own: its answers are to other
    words.
    """
    known = {one.key: one for one in handouts}
    told = [*(programme.sessions if sessions is None else sessions)]
    groups: dict[tuple[str, RowId | None], list[Answer]] = {}
    for answer in programme.answers:
        session = answer.session_id if answer.session_id in programme.rows else None
        groups.setdefault((answer.handout, session), []).append(answer)
    order = [None, *(session.id for session in told)]
    made = [
        _results(programme, known.get(key), key, session, answers)
        for (key, session), answers in groups.items()
        if session in order
    ]
    return tuple(sorted(made, key=lambda one: (not one.evaluates, order.index(one.session))))


def shown_counts(
    programme: Programme, handouts: Sequence[Handout], sessions: Iterable[Session]
) -> tuple[Results, ...]:
    """What a report may tell of evaluations: counts alone, from so many answers on as protect.

    No words that people wrote, no question that fewer than `LEAST` answered, and no point that the
    sheet does not offer now: whatever else stands there may be somebody's own words.
    """
    found = []
    for one in results(programme, handouts, sessions):
        sheet = next((handout for handout in handouts if handout.key == one.handout), None)
        if sheet is None or not one.evaluates or one.sheets < LEAST:
            continue
        asked = tuple(filter(None, (_open(each, sheet, programme) for each in one.counted)))
        if asked:
            found.append(replace(one, asked=asked))
    return tuple(found)


def where(programme: Programme, one: Results) -> str:
    """The sheet and the session it was about: "Your view – Session 2: Dream"."""
    if one.session is None:
        return one.title
    name = session_name(programme, programme.get(one.session, Session))
    return _("{sheet} – {session}").format(sheet=one.title, session=name)


def table(programme: Programme, found: Iterable[Results]) -> list[list[str]]:
    """The same as cells for a spreadsheet: a head, then a row for each count and each quote."""
    rows = [[_("Sheet"), _("Sheets"), _("Question"), _("Answer"), _("How often")]]
    for one in found:
        for asked in one.asked:
            begin = [where(programme, one), str(one.sheets), asked.words]
            rows += [[*begin, point, str(count)] for point, count in asked.counts.items()]
            rows += [[*begin, quote, "1"] for quote in asked.quotes]
    return rows


def _results(
    programme: Programme,
    handout: Handout | None,
    key: str,
    session: RowId | None,
    answers: Sequence[Answer],
) -> Results:
    by_question: dict[tuple[str, str], list[Answer]] = {}
    for answer in answers:
        by_question.setdefault((answer.question, answer.asked), []).append(answer)
    names = list(_names(handout)) if handout else []
    asked = [
        _asked(programme, handout, question, words, some)
        for (question, words), some in by_question.items()
    ]
    asked.sort(key=lambda one: _place(one.key, names))
    if handout is None:
        evaluates = any(one.counts for one in asked)
    else:
        evaluates = any(isinstance(block, ScaleBlock) for block in handout.blocks)
    sheets = len({answer.sheet_id for answer in answers})
    title = handout.title if handout else key
    return Results(key, title, session, evaluates, sheets, tuple(asked))


def _asked(
    programme: Programme, handout: Handout | None, key: str, words: str, answers: list[Answer]
) -> Asked:
    chosen = Counter(answer.point for answer in answers if answer.point)
    found = question_of(handout, key, programme) if handout else None
    points = list(found.points.values()) if found and found.kind == "choice" and chosen else []
    counts = {point: chosen[point] for point in dict.fromkeys([*points, *chosen])}
    quotes = tuple(text for answer in answers if (text := answer.text.strip()))
    return Asked(key, words or key, counts, quotes)


def _open(asked: Asked, sheet: Handout, programme: Programme) -> Asked | None:
    """A question as a report may tell it; None where it may not."""
    now = question_of(sheet, asked.key, programme)
    if now is None or now.kind != "choice" or now.asked != asked.words:
        return None
    counts = {point: asked.counts.get(point, 0) for point in now.points.values()}
    return Asked(asked.key, now.asked, counts, ()) if sum(counts.values()) >= LEAST else None


def _names(handout: Handout) -> Iterator[str]:
    """What the questions of a sheet are called, or begin with, in its order."""
    for number, block in enumerate(handout.blocks, 1):
        match block:
            case QuadrantsBlock():
                yield from (box.ask for box in block.boxes if box.ask)
            case CardsBlock():
                for card in block.cards:
                    yield from filter(None, (card.ask, *(one.ask for one in card.also)))
        yield getattr(block, "ask", "") or f"b{number}"


def _place(key: str, names: Sequence[str]) -> tuple[int, list[tuple[int, str]]]:
    """Where a question stands on its sheet: by its block, then by the numbers in its key."""
    at = next((n for n, name in enumerate(names) if key == name), None)
    if at is None:
        starts = (n for n, name in enumerate(names) if key.startswith(f"{name}-"))
        at = next(starts, len(names))
    parts = _NUMBER.split(key)
    return at, [(int(part), "") if part.isdigit() else (0, part) for part in parts]
