"""Make the interview guide of a programme from its topics; what people wrote stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

from aiplanner.app.content import guide_texts
from aiplanner.app.finding_counts import counted
from aiplanner.app.finding_words import QUESTION_PART_NAMES
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import add_finding, link
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.findings import Question, QuestionPart, Sort, Topic
from aiplanner.domain.ids import RowId
from aiplanner.domain.interview import GuideText, GuideUse
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _

_PARTS = list(QuestionPart)
_PART_OF = {
    GuideUse.WARM_UP: QuestionPart.WARM_UP,
    GuideUse.TOPIC: QuestionPart.MAIN,
    GuideUse.DEEPER: QuestionPart.MAIN,
    GuideUse.WISH: QuestionPart.WISH,
    GuideUse.CLOSE: QuestionPart.CLOSE,
}
_EACH, _LEAST, _ROUND = 4, 15, 5
"""Minutes for a question, for a whole interview at the least, and what they are rounded up to.

Four to six questions take about 20 minutes each way (domain facts 1.4b, own).
"""

_LONGEST = 200
"""Most characters of a topic that its lead-in repeats; more cannot be read out in one breath."""


@dataclass(frozen=True, slots=True)
class _Missing:
    """A question that the guide lacks, and the topic that it grows from."""

    text: GuideText
    topic: Topic | None = None

    def row(self, row_id: RowId) -> Question:
        said = shorten(self.topic.text, _LONGEST, placeholder="…") if self.topic else ""
        lead_in = self.text.lead_in.replace("{topic}", said)
        part = _PART_OF[self.text.use]
        return Question(row_id, 0, part, self.text.text, lead_in, self.text.probes.strip())


def complete_guide(programme: Programme, new_id: NewId) -> Programme:
    """The programme with whatever its guide lacks: opening, minutes, and a question for each part.

    Each topic without a question gets one that grows from it, with its words in the lead-in.
    Nothing that is there is changed, so that pressing twice changes nothing more. The programme
    itself where nothing is missing.
    """
    after = programme
    for one in _missing(programme):
        row = one.row(new_id())
        after = add_finding(after, row, _place(after, row.part))
        if one.topic is not None:
            after = link(after, one.topic.id, row.id)
    if not programme.head.interview_opening.strip():
        after = set_fields(after, after.id, interview_opening=_texts(GuideUse.OPENING)[0].text)
    if programme.head.interview_minutes is None:
        after = set_fields(after, after.id, interview_minutes=minutes_for(after))
    return after


def guide_lacks(programme: Programme) -> tuple[str, ...]:
    """What `complete_guide` would add, in words; empty: nothing is missing."""
    missing = list(_missing(programme))
    head = programme.head
    said = [] if head.interview_opening.strip() else [_("how to begin")]
    main = [one for one in missing if _PART_OF[one.text.use] is QuestionPart.MAIN]
    for part in QuestionPart:
        if part is QuestionPart.MAIN and main:
            said.append(counted(Sort.QUESTION, len(main)))
        elif any(_PART_OF[one.text.use] is part for one in missing):
            said.append(QUESTION_PART_NAMES[part])
    return (*said, *([] if head.interview_minutes is not None else [_("minutes for each person")]))


def minutes_for(programme: Programme) -> int:
    """Minutes that each person's interview takes with the questions there are."""
    asked = [one for one in programme.questions if one.text.strip()]
    counted_ones = [one for one in asked if one.part is not QuestionPart.CLOSE]
    minutes = max(_LEAST, _EACH * len(counted_ones))
    return -(-minutes // _ROUND) * _ROUND


def _missing(programme: Programme) -> Iterator[_Missing]:
    there = {one.part for one in programme.questions if one.text.strip()}
    topics = [topic for topic in programme.topics if topic.text.strip()]
    if QuestionPart.WARM_UP not in there:
        yield _Missing(_texts(GuideUse.WARM_UP)[0])
    yield from _of_topics(programme, topics)
    if topics and QuestionPart.MAIN not in there:
        yield _Missing(_texts(GuideUse.DEEPER)[0])
    if QuestionPart.WISH not in there:
        yield _Missing(_texts(GuideUse.WISH)[0])
    if QuestionPart.CLOSE not in there:
        yield _Missing(_texts(GuideUse.CLOSE)[0])


def _of_topics(programme: Programme, topics: list[Topic]) -> Iterator[_Missing]:
    """A question for each topic that has none, in words that no other question has yet."""
    said = {one.text for one in programme.questions}
    texts = _texts(GuideUse.TOPIC)
    fresh = [text for text in texts if text.text not in said] or list(texts)
    waiting = [topic for topic in topics if not _is_asked(programme, topic)]
    for number, topic in enumerate(waiting):
        yield _Missing(fresh[number % len(fresh)], topic)


def _is_asked(programme: Programme, topic: Topic) -> bool:
    return any(isinstance(row, Question) for row in programme.became(topic.id))


def _texts(use: GuideUse) -> tuple[GuideText, ...]:
    return tuple(text for text in guide_texts() if text.use is use)


def _place(programme: Programme, part: QuestionPart) -> int:
    """Where a question of that part goes: after all of its own and of earlier parts."""
    order = _PARTS.index(part)
    places = [n for n, one in enumerate(programme.questions, 1) if _PARTS.index(one.part) <= order]
    return max(places, default=0)
