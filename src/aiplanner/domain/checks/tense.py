"""Whether a statement speaks of now: no "will", "should" or "try to", nothing left behind.

A sentence is cut into clauses, and a clause ends where something is put under it: "we ask what
people would like" is in the present. Only what is surely the verb of such a clause counts, so that
"the care we would want for our own" and "the way it should be" pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aiplanner.domain.checks.words import WH, any_of

_MODALS = frozenset({"will", "shall", "should", "must", "would", "ought", "won't", "shouldn't"})
_PRONOUNS = frozenset({"we", "they", "it", "he", "she", "you", "i", "this", "that", "there"})
_FINITE = frozenset({"is", "are", "am", "has", "have", "was", "were", "do", "does", "gets", "get"})
_LONGEST_SUBJECT = 5

_QUOTES = " “”\"'()"
_SENTENCE = re.compile(r"[.!?;:,\n–—]+")
_CLAUSE = re.compile(r"[.!?;:,\n–—]+|\b(?:and|but|then|or)\b", re.IGNORECASE)
_UNDER = re.compile(
    rf"\b(?:{WH}|that|if|whenever|wherever|because|so|before|after|until|till|while|as|unless"
    r"|though|although|whether|than|since|once)\b",
    re.IGNORECASE,
)
_ADVERBS = r"(?:all |always |also |both |often |never |now |still |together )*"
_WE_NOT_YET = re.compile(
    rf"we {_ADVERBS}(?:need|have|want|try|aim|hope|plan|intend|strive|wish|ought|would like"
    r"|are (?:going|trying|aiming|hoping|planning|working|striving)) to\b",
    re.IGNORECASE,
)
_WE_PAST = re.compile(r"we (?:were|had|used to|did)\b", re.IGNORECASE)
_CONTRACTED = re.compile(r"(?:we|they|it|you|he|she|i|there)['’]ll\b", re.IGNORECASE)
_AWAY_FROM = re.compile(
    r"(?:we|staff|people|everyone|nobody|no one) (?:\w+ly )?(?:are )?(?:no longer|stop|reduce|avoid"
    r"|prevent|eliminate|minimise|minimize|cut down|stopping|reducing|avoiding|preventing)\b"
    r"(?! (?:and|to) \w+)",
    re.IGNORECASE,
)
_WE = any_of(r"we|us|our|ours|ourselves|we['’](?:re|ve|d|ll)")


def words_not_present(statement: str) -> tuple[str, ...]:
    """What says that it is not so yet, or no more, each once and in small letters."""
    return _each_once(word for clause in _clauses(statement) for word in _not_now(clause))


def words_away(statement: str) -> tuple[str, ...]:
    """What says what we leave behind and not where we are, for example "we no longer"."""
    starts = (_AWAY_FROM.match(sentence.strip(_QUOTES)) for sentence in _SENTENCE.split(statement))
    return _each_once(found[0] for found in starts if found)


def says_we(statement: str) -> bool:
    """Whether it speaks in the first person plural."""
    return bool(_WE.search(statement))


def _not_now(clause: str) -> Iterator[str]:
    for shape in (_CONTRACTED, _WE_NOT_YET, _WE_PAST):
        if found := shape.match(clause):
            yield found[0]
            return
    words = clause.casefold().split()
    for place, word in enumerate(words):
        if word in _MODALS:
            if _is_subject(words[:place]):
                yield word
            return


def _is_subject(words: list[str]) -> bool:
    """Whether these words can be all that the verb after them speaks of, and nothing more."""
    if words and words[0] in _PRONOUNS:
        return len(words) <= 2
    return 0 < len(words) <= _LONGEST_SUBJECT and not {*words} & (_PRONOUNS | _FINITE)


def _clauses(text: str) -> Iterator[str]:
    for piece in _pieces(text):
        under = _UNDER.search(piece)
        main = piece[: under.start()].strip() if under else piece
        if main:
            yield main


def _pieces(text: str) -> Iterator[str]:
    for piece in _CLAUSE.split(text):
        bare = piece.strip(_QUOTES)
        if bare:
            yield bare


def _each_once(words: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.casefold() for word in words))
