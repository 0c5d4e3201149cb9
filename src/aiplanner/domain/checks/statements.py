"""Hints on possibility statements: the checks of AS-PP, MHL-E, WAT and COOP (domain facts 1.4c).

Whether one stretches people, and whether it is vivid, people judge by the guide.
"""

from __future__ import annotations

from aiplanner.domain.checks.plain_words import hard_words, routes_in
from aiplanner.domain.checks.tense import says_we, words_away, words_not_present
from aiplanner.domain.checks.verdict import Laid, Verdict, judged
from aiplanner.domain.checks.words import count_words, is_english
from aiplanner.domain.findings import Statement
from aiplanner.domain.thread import Orphan, descent, orphans

MOST_WORDS = 40


def statement_present(laid: Laid) -> Verdict:
    """A statement is in the present tense, as if it were so now (AS-PP, MHL-E)."""
    statements = _written(laid)
    faults = (
        (one.id, {"text": one.text, "words": words})
        for one in statements
        if (words := words_not_present(one.text))
    )
    return judged("statement-present", statements, faults)


def statement_we(laid: Laid) -> Verdict:
    """A statement says "we" or "our" (MHL-E: "we" and a habit one can see).

    Silent for what it cannot read as English.
    """
    statements = [one for one in _written(laid) if is_english(one.text) or says_we(one.text)]
    faults = ((one.id, {"text": one.text}) for one in statements if not says_we(one.text))
    return judged("statement-we", statements, faults)


def statement_towards(laid: Laid) -> Verdict:
    """A statement says what we want, not what we leave behind (AS-PP, MHL-E: affirmative)."""
    statements = _written(laid)
    faults = (
        (one.id, {"text": one.text, "words": words})
        for one in statements
        if (words := words_away(one.text))
    )
    return judged("statement-towards", statements, faults)


def statement_short(laid: Laid) -> Verdict:
    """A statement has no more than 40 words (AS-PP: short and memorable; the number is our own)."""
    statements = _written(laid)
    faults = (
        (one.id, {"text": one.text, "count": count})
        for one in statements
        if (count := count_words(one.text)) > MOST_WORDS
    )
    return judged("statement-short", statements, faults)


def statement_plain(laid: Laid) -> Verdict:
    """A statement is in plain words, with no jargon and no abstractions (AS-PP)."""
    head = laid.programme.head
    known = f"{head.title} {head.service} {head.organisation}"
    statements = _written(laid)
    faults = (
        (one.id, {"text": one.text, "words": words})
        for one in statements
        if (words := hard_words(one.text, known))
    )
    return judged("statement-plain", statements, faults)


def statement_destination(laid: Laid) -> Verdict:
    """A statement says where we are going, and leaves the road open (AS-PP)."""
    statements = _written(laid)
    faults = (
        (one.id, {"text": one.text, "words": words})
        for one in statements
        if (words := routes_in(one.text))
    )
    return judged("statement-destination", statements, faults)


def statement_story(laid: Laid) -> Verdict:
    """Behind a statement stands a story, through the thread (AS-PP, MHL-E, COOP: grounded).

    Silent while no story has been written down: then they may be on paper.
    """
    statements = _written(laid)
    loose = orphans(laid.thread)
    faults = (
        (one.id, {"text": one.text}) for one in statements if loose.get(one.id) is Orphan.STATEMENT
    )
    return judged("statement-story", statements and laid.programme.stories, faults)


def statement_core(laid: Laid) -> Verdict:
    """Behind a statement stands a theme of the positive core (AS-PP, COOP: what we value most).

    Silent while no theme is marked as part of the core.
    """
    statements = _written(laid)
    core = [theme.id for theme in laid.programme.themes if theme.core]
    grown = {key for theme in core for key in descent(laid.thread, theme)}
    faults = ((one.id, {"text": one.text}) for one in statements if one.id not in grown)
    return judged("statement-core", statements and core, faults)


def _written(laid: Laid) -> list[Statement]:
    return [one for one in laid.programme.statements if one.text.strip()]
