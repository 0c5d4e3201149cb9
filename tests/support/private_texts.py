"""Put a word of its own into every private text of a programme, and find such words on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

import pikepdf

from aiplanner.domain.answers import Answer
from aiplanner.domain.findings import Link, Statement, Story, Theme
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.people import Person
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Item, Row, Session
from aiplanner.domain.self_rating import Moment, Score, SelfRating
from tests.support.packs import squeezed
from tests.support.tagged_pdf import page_texts

_STORY = ("text", "happened", "made_possible", "quote", "gathered", "teller")
_RATING = ("code", "strengths", "develop", "reflection")
_NOTES: Mapping[type[Row], tuple[str, ...]] = {
    Head: ("notes",),
    Session: ("notes",),
    Item: ("notes",),
    Person: ("notes", "access"),
}
_LETTERS = "bcdfghjklmnpqrstvwxz"
"""No vowels: no word that anybody prints has such a run of them."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A programme whose private texts are words that stand nowhere else."""

    programme: Programme
    hidden: Mapping[str, str]
    """Words that reach no paper at all, and where they stand: private stories and self-ratings."""
    noted: Mapping[str, str]
    """Words for facilitators only: private notes, what people need, what they answered."""


def marked(programme: Programme) -> Marked:
    """The programme with every private text marked, and with some of each if it had none.

    A theme and a statement grow from the private story, so that whatever follows the thread back
    comes upon it.
    """
    words, hidden, noted = _words(), dict[str, str](), dict[str, str]()
    rows = []
    for row in _with_private(programme).rows.values():
        secret, names = _private(row)
        told = {name: next(words) for name in names}
        rows.append(replace(row, **told) if told else row)
        found = {word: f"{type(row).__name__}.{name}" for name, word in told.items()}
        (hidden if secret else noted).update(found)
    return Marked(Programme(programme.id, {row.id: row for row in rows}), hidden, noted)


def drawn(path: Path) -> str:
    """All that a PDF says, without white space: its pages, and every text beside them."""
    with pikepdf.open(path) as pdf:
        return squeezed("".join((*page_texts(path), *beside(pdf))))


def beside(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What a PDF says beside its pages: titles of the outline, descriptions, names of fields."""
    return (text for found in pdf.objects for text in _strings(found))


def heard(words: Mapping[str, str], said: str) -> list[str]:
    """Where those of the words stand in the programme that are among what is said."""
    return sorted(where for word, where in words.items() if word in said)


def _private(row: Row) -> tuple[bool, tuple[str, ...]]:
    match row:
        case Story():
            return True, () if row.shared else _STORY
        case SelfRating():
            return True, _RATING
        case Answer():
            return False, ("text",)
        case _:
            return False, _NOTES.get(type(row), ())


def _with_private(programme: Programme) -> Programme:
    numbers = count(0xABC000)
    story, theme, statement, person, answer, sheet, *ratings = (
        RowId(f"{next(numbers):032x}") for _n in range(14)
    )
    rows: list[Any] = [
        Story(story, 0),
        Theme(theme, 0, "A theme from a story kept back", core=True),
        Statement(statement, 0, "We rest on a story kept back."),
        Person(person, 0, "Somebody Example"),
    ]
    for n, rating in enumerate(ratings):
        moment = list(Moment)[n % 2]
        rows.append(SelfRating(rating, n, moment=moment, vision=Score.OFTEN))
    rows.append(Answer(answer, 0, sheet, "evaluation", "best", "What was best?"))
    for source, target in ((story, theme), (theme, statement), (story, statement)):
        rows.append(Link(derived_id(source, target), source, target))
    return programme.put(*rows)


def _words() -> Iterator[str]:
    for number in count():
        word, rest = "", number
        for _place in range(6):
            rest, letter = divmod(rest, len(_LETTERS))
            word += _LETTERS[letter]
        yield f"Zq{word}"


def _strings(found: Any) -> Iterator[str]:
    """The texts inside an object of a PDF: titles of the outline, descriptions, names of fields."""
    waiting = [found]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.String):
            yield str(one)
        elif isinstance(one, pikepdf.Array):
            waiting += [each for each in one if not _elsewhere(each)]
        elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            waiting += [value for value in one.values() if not _elsewhere(value)]
            if isinstance(one, pikepdf.Stream) and one.get("/Type") == "/Metadata":
                yield one.read_bytes().decode("utf-8", "replace")


def _elsewhere(value: Any) -> bool:
    """Whether it is an object of its own, which comes up by itself."""
    return isinstance(value, pikepdf.Object) and value.is_indirect
