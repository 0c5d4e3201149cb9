"""Programmes whose findings are tied, written as words and arrows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, pairwise

from hypothesis import strategies as st

from aiplanner.domain.findings import ROW_OF, Finding, Link, Sort
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.domain.rows import Row
from aiplanner.domain.thread import Thread

_PROGRAMME = RowId("f" * 32)


def woven(findings: Iterable[tuple[Sort, str]], *arrows: str) -> Programme:
    """A programme of findings as (sort, text), tied by arrows as "first > second > third"."""
    numbers = count(1)
    rows: dict[str, Finding] = {}
    for sort, text in findings:
        number = next(numbers)
        rows[text] = ROW_OF[sort](RowId(f"{number:032x}"), number * 1024, text=text)
    links: list[Row] = []
    for arrow in arrows:
        names = [name.strip() for name in arrow.split(">")]
        for one, other in pairwise(names):
            links.append(_link(rows[one].id, rows[other].id))
    return empty_programme(_PROGRAMME, "Ours").put(*rows.values(), *links)


def found(programme: Programme, text: str) -> RowId:
    """The id of the finding with that text."""
    return next(row.id for row in programme.findings() if row.text == text)


def texts(thread: Thread, ids: Iterable[RowId]) -> list[str]:
    """The texts of findings."""
    return [thread.rows[key].text for key in ids]


def big(size: int, programme: Programme | None = None) -> Programme:
    """So many findings, most of them stories and themes, tied as busy groups would tie them."""
    base = empty_programme(_PROGRAMME, "Big") if programme is None else programme
    share = {Sort.TOPIC: 5, Sort.THEME: size // 10, Sort.DREAM: size // 20}
    share |= {Sort.STATEMENT: size // 20, Sort.PROMISE: size // 10, Sort.ACTION: size // 10}
    share[Sort.STORY] = size - sum(share.values())
    numbers = count(1)
    rows: dict[Sort, list[Finding]] = {}
    for sort in Sort:
        made = (next(numbers) for _ in range(share.get(sort, 0)))
        rows[sort] = [
            ROW_OF[sort](RowId(f"{n:032x}"), n * 1024, text=f"{sort.value} {n} of the ward at noon")
            for n in made
        ]
    links = [_link(one.id, other.id) for one, other in _knots(rows)]
    return base.put(*(row for some in rows.values() for row in some), *links)


def _knots(rows: Mapping[Sort, Sequence[Finding]]) -> Iterator[tuple[Finding, Finding]]:
    """Stories grow from a topic into a theme, one in ten into two; one in nine into nothing."""
    themes, topics = rows[Sort.THEME], rows[Sort.TOPIC]
    for n, story in enumerate(rows[Sort.STORY]):
        at = n * 7 % len(themes)
        yield topics[at * len(topics) // len(themes)], story
        if n % 9:
            yield story, themes[at]
        if n % 10 == 1:
            yield story, themes[at - 1]
    chain = (Sort.THEME, Sort.DREAM, Sort.STATEMENT, Sort.PROMISE)
    for before, after in (*pairwise(chain), (Sort.STATEMENT, Sort.ACTION)):
        few, many = sorted((rows[before], rows[after]), key=len)
        for n, row in enumerate(many):
            one = few[n * 3 % len(few)]
            yield (one, row) if few is rows[before] else (row, one)


@st.composite
def tangled(draw: st.DrawFn) -> Programme:
    """Any findings with any knots between them, in circles too."""
    sorts = draw(st.lists(st.sampled_from(list(Sort)), min_size=1, max_size=18))
    findings = [(sort, f"{n}") for n, sort in enumerate(sorts)]
    ends = st.integers(0, len(sorts) - 1)
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=30))
    return woven(findings, *(f"{one} > {other}" for one, other in pairs if one != other))


def _link(source: RowId, target: RowId) -> Link:
    return Link(derived_id(source, target), source, target)


CHAIN = woven(
    [
        (Sort.TOPIC, "topic"),
        (Sort.STORY, "taxi"),
        (Sort.STORY, "tea"),
        (Sort.STORY, "unheard"),
        (Sort.THEME, "early"),
        (Sort.DREAM, "noon"),
        (Sort.STATEMENT, "we ask"),
        (Sort.STATEMENT, "we fly"),
        (Sort.PROMISE, "my bay"),
        (Sort.ACTION, "board"),
        (Sort.ACTION, "kettle"),
        (Sort.REVIEW, "look again"),
        (Sort.CHECK_OUT, "tired"),
        (Sort.QUESTION, "when?"),
    ],
    "topic > taxi > early > noon > we ask > board > look again",
    "topic > tea > early",
    "we ask > my bay",
)
"""A thread in which a story, a statement and an action hang loose."""
