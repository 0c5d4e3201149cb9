"""What the words of a topic or a question give away, in English.

These rules speak only where they can be sure: a false alarm does more harm than silence. What they
look for is in the checklists of domain facts 1.4; the lists of words are our own.
"""

from __future__ import annotations

import re

WH = r"(?:what|how|why|when|where|who|whose|whom|which)"


def any_of(*words: str) -> re.Pattern[str]:
    """A pattern that finds any of these, as whole words, in small letters or large."""
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


_PROBLEM = any_of(
    r"problems?|problematic|issues?|complain(?:s|ed|ing|ts?)?|fail(?:s|ed|ing|ures?)?",
    r"mistakes?|errors?|blam(?:e|es|ed|ing)|bully|bullying|bullied|harass\w*|conflicts?",
    r"low morale|burn(?:t|ed)?[ -]?out|sick(?:ness)? (?:absence|leave|rates?)|absenteeism",
    r"turnover|shortages?|shortfalls?|deficits?|gaps in|barriers?|obstacles?|delay(?:s|ed)?",
    r"backlogs?|bed[- ]?block\w*|miss(?:ed|ing) \w+s|poor(?:ly)?|bad(?:ly)?|worse|worst|broken",
    r"dysfunction\w*|inefficien\w+|unsafe|unhappy|infections?|falls|harm(?:s|ed)?|incidents?",
    r"wast(?:e|es|ed|ing)|weakness\w*|reduc\w+|cut(?:s|ting)? down|prevent(?:s|ing)?",
    r"avoid(?:s|ing)?|stop(?:s|ping)?|eliminat\w+|minimi[sz]\w+|fewer \w+|less (?!is|than)\w+",
    r"lack(?:s|ing|ed)?|not enough|too (?:many|much|few|little|long|slow)|wrong|struggl\w+",
    r"fix(?:es|ing)?",
)
"""Words that name what people do not want (AS-T, AS-T2, LEAN)."""
_HARMLESS = any_of(
    r"problem[- ]solv\w+|non[- ]?stop|one[- ]stop|bus stops?|more or less|big issue",
    r"stop(?:s|ping)? (?:and|to) (?:listen|think|talk|ask|look|notice|thank|chat|celebrate)",
    r"falls (?:in|into|to|on|asleep)|without blame|no[- ]blame|(?:harm|error)[- ]free",
)
"""What sounds like one and is none."""

_CLOSED = re.compile(
    r"(?:and |but |so )?(?:do|does|did|is|are|was|were|am|has|have|had|can|could|will|would|shall"
    r"|should|may|might|must|isn't|aren't|don't|doesn't|didn't|haven't|hasn't|wasn't|weren't)"
    r" (?:you|we|they|he|she|it|I|there|this|that|these|those|the|your|our|anyone|anybody|everyone"
    r"|everybody|people|staff|any|some|all|each)\b",
    re.IGNORECASE,
)
_INVITES = any_of(
    WH,
    r"(?:can|could|would|will|may|might) (?:you|we|i) (?:please |perhaps |maybe |just |also )*"
    r"(?:tell|describe|share|say|give|show|think of|recall|remember|talk|paint|walk|take|help|ask)",
    r"would you (?:like|be willing) to|anything (?:else|more)|or",
)
"""Asked as yes or no, meant as "please tell me", or as a choice."""
_STARTS_WITH_WH = re.compile(rf"\W*(?:and |so )?{WH}\b", re.IGNORECASE)
_ANOTHER = any_of(
    rf"(?:and|or|but) {WH}(?: \w+)? (?:do|does|did|is|are|was|were|would|could|can|will|made|makes"
    r"|helped|helps|might|should|has|have|had)"
)
_HIGH_POINT = any_of(
    r"(?:a|the|that|one|any|some|your|another) (?:\w+ ){0,3}?(?:time|moment|day|shift|occasion"
    r"|visit|experience|story|example|meeting|instance|situation|conversation|piece of \w+)s?",
    r"at (?:its|their|our|your|his|her|my) (?:very )?best|best of|best (?:\w+ )?(?:you|we|that)",
    r"high(?:est)?[ -]?points?|peak|proud(?:est)?|flourish\w*|shone|shine[sd]?",
    r"most (?:alive|engaged|energised|satisfied|fulfilled|yourself)",
    r"(?:really|reasonably|so|very) well|(?:went|goes|going|worked|works|working) well",
    r"(?:when|where) (?:\w+ ){1,4}(?:felt|made you|worked|went)",
)
"""Asks for something real at its best (AS-Q, AS-INT, SCRUT)."""
_ENGLISH = any_of(r"the|and|of|to|are|for|with|each|every|who|what|how|when|you|people|everyone")
_ENDS = re.compile(r"([.!?\n])")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def problem_words(text: str) -> tuple[str, ...]:
    """Words that name what is not wanted, in their order, each once and in small letters."""
    found = (word.casefold() for word in _PROBLEM.findall(_HARMLESS.sub(" ", text)))
    return tuple(dict.fromkeys(found))


def is_closed(question: str) -> bool:
    """Whether yes or no would answer it: it begins like "Do you…" and invites nothing more."""
    asked = _questions(question)
    return bool(asked) and all(_CLOSED.match(one) and not _INVITES.search(one) for one in asked)


def asks_several(question: str) -> bool:
    """Whether more than one question is asked at a time: two marks, or "what … and how did …?"."""
    asked = _questions(question)
    return len(asked) > 1 or any(
        _STARTS_WITH_WH.match(one) and _ANOTHER.search(one) for one in asked
    )


def asks_high_point(question: str) -> bool:
    """Whether it asks for something real at its best: a time, a moment, what went well."""
    return bool(_HIGH_POINT.search(question))


def is_english(text: str) -> bool:
    """Whether these rules can read it: some small English word stands in it."""
    return bool(_ENGLISH.search(text))


def count_words(text: str) -> int:
    """How many words it has; what is joined by a hyphen or an apostrophe is one."""
    return len(_WORD.findall(text))


def _questions(text: str) -> list[str]:
    """The sentences that end with a question mark; what comes before sets the scene."""
    sentences, ends = _ENDS.split(text)[::2], [*_ENDS.findall(text), ""]
    both = zip(sentences, ends, strict=True)
    return [one.strip() for one, end in both if end == "?" and one.strip()]
