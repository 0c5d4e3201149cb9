"""Words that not everyone understands, and words that say the road and not where it leads.

As in `words.py`, a rule speaks only where it can be sure; the lists are our own.
"""

from __future__ import annotations

import re

from aiplanner.domain.checks.words import any_of

_JARGON = any_of(
    r"stakeholders?|synerg\w+|paradigm\w*|holistic(?:ally)?|deliverables?|workstreams?|throughput",
    r"leverag(?:e|es|ed|ing)|utili[sz]\w+|operationali[sz]\w+|incentivi[sz]\w+|prioriti[sz]ation",
    r"optimi[sz]\w+|maximi[sz]\w+|streamlin\w+|mainstream(?:ed|ing)|actionable|impactful",
    r"best[- ]in[- ]class|world[- ]class|cutting[- ]edge|state[- ]of[- ]the[- ]art|step[- ]change",
    r"value[- ]add(?:ed)?|win[- ]win|low[- ]hanging fruit|blue[- ]sky|buy[- ]in|joined[- ]up",
    r"roadmaps?|granular(?:ity)?|bandwidth|ecosystems?|transformational|strategic(?:ally)?",
    r"governance|frameworks?|modalit(?:y|ies)|multi[- ]?disciplinary|inter[- ]?professional",
    r"facilitat(?:e|es|ed|ing) the|outcomes[- ]focus\w*|asset[- ]based|co[- ]produc\w+",
    r"going forwards?|moving forwards?|key performance indicators?|service delivery",
    r"care pathways?|patient flow|delayed transfers?|escalat\w+",
)
"""Words of offices, plans and papers (AS-T: plain words; AS-PP: no jargon, no abstractions)."""
_SHORT_FORM = re.compile(r"\b(?:[A-Z]{2,5}|[A-Z]&[A-Z])s?\b")
_KNOWN = frozenset({"NHS", "GP", "GPs", "UK", "TV", "OK", "AI", "A&E", "PC", "ID", "CD", "DVD"})
_ROMAN = re.compile(r"[IVX]+")

_THING = (
    r"(?:systems?|software|apps?|forms?|polic(?:y|ies)|procedures?|protocols?|templates?|schemes?"
    r"|checklists?|databases?|tools?|toolkits?|rotas?|posts?|structures?|strateg\w+)"
)
_BRINGS_IN = (
    r"(?:implement(?:s|ing)?|install(?:s|ing)?|roll(?:s|ing)?[- ]out|outsourc(?:e|es|ing)"
    r"|digiti[sz](?:e|es|ing)|centrali[sz](?:e|es|ing)|restructur(?:e|es|ing)|purchas(?:e|es|ing)"
    r"|procur(?:e|es|ing)|(?:introduc(?:e|es|ing)|set(?:s|ting)? up|launch(?:es|ing)?)"
    rf" (?:(?:a|an|the|our) )?(?:new\b|(?:\w+ ){{0,2}}{_THING}\b))"
)
_ANSWER = re.compile(
    rf"(?:how (?:do|can|could|might|shall) (?:we|you|i) )?(?P<verb>{_BRINGS_IN})"
    rf"|(?:.*?\b)?(?P<thing>(?:a |an |the |our )?new (?:\w+ )?{_THING})\b",
    re.IGNORECASE,
)
_ROUTE = any_of(rf"(?:we (?:\w+ly )?|by |through ){_BRINGS_IN}")


def hard_words(text: str, known: str = "") -> tuple[str, ...]:
    """Words of the office and short forms, in their order, each once.

    Short forms are left alone where they stand in `known` or where the text is all in capitals.
    """
    found = [(at.start(), at[0].casefold()) for at in _JARGON.finditer(text)]
    if any(letter.islower() for letter in text):
        found += [(at.start(), at[0]) for at in _SHORT_FORM.finditer(text) if _odd(at[0], known)]
    return tuple(dict.fromkeys(word for _place, word in sorted(found)))


def answers_in(topic: str) -> tuple[str, ...]:
    """What in a topic is an answer already: that something is brought in, or a new thing."""
    found = _ANSWER.match(topic.strip(" “”\"'"))
    return (" ".join((found["verb"] or found["thing"]).casefold().split()),) if found else ()


def routes_in(statement: str) -> tuple[str, ...]:
    """What in a statement says how we get there, for example "by introducing a"."""
    return tuple(dict.fromkeys(word.casefold() for word in _ROUTE.findall(statement)))


def _odd(word: str, known: str) -> bool:
    return not (word in _KNOWN or word in known.split() or _ROMAN.fullmatch(word))
