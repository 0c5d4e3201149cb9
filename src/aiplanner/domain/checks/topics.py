"""Hints on topics: the checks of AS-T, AS-T2 and LEAN that a machine can judge (facts 1.4a).

Whether a topic matters to everyone, and whether it makes people curious, people judge by the guide.
"""

from __future__ import annotations

from aiplanner.domain.checks.plain_words import answers_in, hard_words
from aiplanner.domain.checks.verdict import Laid, Verdict, judged
from aiplanner.domain.checks.words import count_words, problem_words
from aiplanner.domain.findings import Question, Topic

MOST_TOPICS = 5
MOST_WORDS = 15


def few_topics(laid: Laid) -> Verdict:
    """No more than five topics in a programme (AS-T; LEAN: three to five are usual)."""
    topics = _written(laid)
    faults = [(topics[MOST_TOPICS].id, {"count": len(topics)})] if len(topics) > MOST_TOPICS else []
    return judged("few-topics", topics, faults)


def topic_words(laid: Laid) -> Verdict:
    """A topic says where we want to go, without problem words (AS-T, AS-T2, LEAN).

    Only the topic is looked at; the worry it was turned round from has a field of its own.
    """
    topics = _written(laid)
    faults = (
        (topic.id, {"text": topic.text, "words": words})
        for topic in topics
        if (words := problem_words(topic.text))
    )
    return judged("topic-words", topics, faults)


def topic_plain(laid: Laid) -> Verdict:
    """A topic is in plain words that everyone understands (AS-T, LEAN).

    Short forms that the programme calls itself by are known to its people.
    """
    head = laid.programme.head
    known = f"{head.title} {head.service} {head.organisation}"
    topics = _written(laid)
    faults = (
        (topic.id, {"text": topic.text, "words": words})
        for topic in topics
        if (words := hard_words(topic.text, known))
    )
    return judged("topic-plain", topics, faults)


def topic_open(laid: Laid) -> Verdict:
    """A topic leaves many roads open and has no answer built in (AS-T, AS-T2)."""
    topics = _written(laid)
    faults = (
        (topic.id, {"text": topic.text, "words": words})
        for topic in topics
        if (words := answers_in(topic.text))
    )
    return judged("topic-open", topics, faults)


def topic_short(laid: Laid) -> Verdict:
    """A topic can be said in one breath (AS-T: plain; the number of 15 words is our own)."""
    topics = _written(laid)
    faults = (
        (topic.id, {"text": topic.text, "count": count})
        for topic in topics
        if (count := count_words(topic.text)) > MOST_WORDS
    )
    return judged("topic-short", topics, faults)


def topic_asked(laid: Laid) -> Verdict:
    """A question of the guide asks about each topic (domain facts 1.2: it is made from them).

    Silent while no question is tied to any topic: then nobody ties them.
    """
    asked = {topic.id for topic in _written(laid) if _has_question(laid, topic)}
    faults = ((topic.id, {"text": topic.text}) for topic in _written(laid) if topic.id not in asked)
    return judged("topic-asked", asked, faults)


def _has_question(laid: Laid, topic: Topic) -> bool:
    rows = laid.thread.rows
    return any(isinstance(rows[key], Question) for key in laid.thread.became(topic.id))


def _written(laid: Laid) -> list[Topic]:
    return [topic for topic in laid.programme.topics if topic.text.strip()]
