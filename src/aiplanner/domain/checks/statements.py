"""Hints on possibility statements (the checks of AS-PP, MHL-E, WAT and COOP, domain facts 1.4c)."""

from __future__ import annotations

from aiplanner.domain.checks.tense import says_we, words_away, words_not_present
from aiplanner.domain.checks.verdict import Laid, Verdict, judged
from aiplanner.domain.checks.words import count_words, is_english
from aiplanner.domain.findings import Finding, Statement, Story
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme

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


def statement_story(laid: Laid) -> Verdict:
    """Behind a statement stands a story, through the thread (AS-PP, MHL-E, COOP: grounded).

    Silent while no story has been written down: then they may be on paper.
    """
    programme = laid.programme
    statements = _written(laid)
    known = statements and programme.stories
    faults = (
        (one.id, {"text": one.text})
        for one in statements
        if not any(isinstance(row, Story) for row in _behind(programme, one.id))
    )
    return judged("statement-story", known, faults)


def _written(laid: Laid) -> list[Statement]:
    return [one for one in laid.programme.statements if one.text.strip()]


def _behind(programme: Programme, finding: RowId) -> list[Finding]:
    """All findings that one grew from, however far back; a circle is walked once."""
    seen: dict[RowId, Finding] = {}
    waiting = [finding]
    while waiting:
        for row in programme.grown_from(waiting.pop()):
            if row.id not in seen:
                seen[row.id] = row
                waiting.append(row.id)
    return list(seen.values())
