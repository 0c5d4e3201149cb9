"""Fill pages: break what a sheet holds into pages, and share out the room that they leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from math import log

from reportlab.platypus import Flowable

from aiplanner.packs.elastic import Elastic
from aiplanner.packs.paragraphs import Heading, ListItem
from aiplanner.packs.sheet import Layout, Turn
from aiplanner.packs.tables import TaggedTable

Group = list[Flowable]
"""Flowables that stand on one page, such as a prompt and its lines."""
Page = list[Flowable]
Held = Callable[[Elastic], bool]
"""Says what is not stretched beyond its own size."""

_MOST, _LEAST = 40.0, 0.5
"""How far things are stretched to fill a page, and squeezed to save one."""
_TIGHT = 0.6
"""What is left of the air between things where that saves a page."""
_STEPS = 16
_SHEET = 8
"""Of more pages than this no break is worth the search: they are read, not written on."""
_SLACK = 1.0
"""Points of a page that are left free, whatever the sums round to."""
_AMPLE = 6.0
"""The stretch from which more room to write is no gain."""
_EMPTY, _LAST_EMPTY = 2.0, 1.2
"""What an empty page costs, and an empty last one; half empty costs a quarter of it."""
_UNEVEN = 0.05
"""What it costs when lines on one page stand 2.7 times as far as on another."""
_LAVISH = 0.02
"""What it costs when lines take 2.7 times the room that was asked for."""
_TORN, _INSIDE = 0.4, 0.05
"""What it costs to part a list, and to break elsewhere than before a heading."""


def filled(
    groups: Sequence[Group], width: float, height: float, budget: int
) -> tuple[list[Flowable], int]:
    """The flowables page by page with the breaks between them, and how many pages they take.

    As few pages as hold everything at its own size; when those are more than `budget`, lines and
    frames are squeezed, and then the air between things, if that helps. Of the places where such
    pages may break the one is taken that leaves the least of them empty, and room to write alike.
    What is over in the end is shared among what can grow. Long documents break as they come.
    """
    layout = _Layout(width, height - _SLACK)
    groups = list(_joined(groups))
    best = layout.pages(groups, 1)
    if len(best) <= _SHEET:
        count = len(best) if len(best) <= budget else _squeezed(layout, groups, budget)
        best = _best(layout, groups, count)
    story: list[Flowable] = []
    for number, page in enumerate(best):
        layout.fill(page)
        story += [*([Turn(Layout.TEXT, asked=False)] if number else []), *page]
    return story, len(best)


def _best(layout: _Layout, groups: Sequence[Group], count: int) -> list[Page]:
    """So many pages of all groups, broken at the best of all places."""
    most = layout.most(groups, count)
    best = layout.pages(groups, most)
    if count < 2 or len(best) != count:
        return best
    least = 1.0 if most >= 1 else _LEAST
    between = (most * least) ** 0.5
    asked = chain(
        (layout.pages(groups, stretch) for stretch in (least, between)),
        (
            layout.pages(groups[:at], stretch) + layout.pages(groups[at:], stretch)
            for at in range(1, len(groups))
            for stretch in (most, least)
        ),
    )
    headed = any(isinstance(group[0], Heading) for group in groups[1:])
    fitting = (pages for pages in asked if len(pages) == count)
    return min(chain([best], fitting), key=lambda pages: layout.cost(pages, headed=headed))


def _squeezed(layout: _Layout, groups: Sequence[Group], budget: int) -> int:
    """How many pages it takes at the least, with less air if that saves one too many."""
    count = len(layout.pages(groups, _LEAST))
    if count > budget:
        _space(groups, _TIGHT)
        tight = len(layout.pages(groups, _LEAST))
        if tight == count:
            _space(groups, 1 / _TIGHT)
        return tight
    return count


def _space(groups: Iterable[Group], factor: float) -> None:
    for flowable in (flowable for group in groups for flowable in group):
        flowable.spaceBefore = flowable.getSpaceBefore() * factor
        flowable.spaceAfter = flowable.getSpaceAfter() * factor


def _joined(groups: Iterable[Group]) -> Iterator[Group]:
    """The groups, those that end with a heading together with what it heads, close below it."""
    joined: Group = []
    for group in groups:
        if group and joined and isinstance(joined[-1], Heading):
            group[0].spaceBefore = 0
        joined = [*joined, *group]
        if joined and not joined[-1].getKeepWithNext():
            yield joined
            joined = []
    if joined:
        yield joined


@dataclass(slots=True)
class _Layout:
    """Measures flowables for pages of one size; what cannot stretch is measured once."""

    width: float
    height: float
    _known: dict[int, float] = field(default_factory=dict)
    _kept: list[Flowable] = field(default_factory=list)

    def pages(self, groups: Sequence[Group], stretch: float) -> list[Page]:
        """The pages of all groups when everything that can is stretched as far."""
        pages: list[Page] = [[]]
        waiting = [list(group) for group in reversed(groups)]
        while waiting:
            group = waiting.pop()
            page = pages[-1]
            if self._taken([*page, *group], stretch) <= self.height:
                page += group
            elif parts := self._cut(page, group, stretch):
                here, rest = parts
                page += here
                pages.append([])
                waiting.append(rest)
            elif page:
                pages.append([])
                waiting.append(group)
            else:
                page += group  # one thing that no page can hold: ReportLab says which
        return pages

    def most(self, groups: Sequence[Group], count: int) -> float:
        """The largest stretch at which everything still stands on so many pages."""
        low, high = _LEAST, _MOST
        if len(self.pages(groups, low)) > count:
            return low
        for _step in range(_STEPS):
            middle = (low * high) ** 0.5
            if len(self.pages(groups, middle)) <= count:
                low = middle
            else:
                high = middle
        return low

    def fill(self, page: Page) -> None:
        """Stretch what can be stretched on a page until it is full."""
        held = _held_on(page)
        stretch = self._filling(page, held, _STEPS * 2)
        for flowable in page:
            if isinstance(flowable, Elastic):
                flowable.stretch = min(stretch, 1) if held(flowable) else stretch
            flowable.keepWithNext = 0

    def cost(self, pages: Sequence[Page], *, headed: bool) -> float:
        """How far pages are from good ones: empty, unlike each other, broken in the wrong place.

        `headed` is whether there are headings to break before.
        """
        *firsts, last = (self._empty(page) ** 2 for page in pages)
        grown = [
            log(min(self._filling(page, _held_on(page), _STEPS // 2), _AMPLE))
            for page in pages
            if any(isinstance(one, Elastic) and one.fills for one in page)
        ]
        most, least = max(grown, default=0), min(grown, default=0)
        room = (most - least) ** 2 * _UNEVEN + max(most, 0) ** 2 * _LAVISH
        wrong = sum(_wrong(here, there, headed=headed) for here, there in pairwise(pages))
        return sum(firsts) * _EMPTY + last * _LAST_EMPTY + room + wrong

    def _empty(self, page: Page) -> float:
        """Which part of a page stays empty however far things are stretched."""
        return max(0.0, 1 - self._taken(page, _MOST, _held_on(page)) / self.height)

    def _filling(self, page: Page, held: Held, steps: int) -> float:
        """The stretch at which a page is full."""
        low, high = _LEAST, _MOST
        for _step in range(steps):
            middle = (low * high) ** 0.5
            if self._taken(page, middle, held) <= self.height:
                low = middle
            else:
                high = middle
        return low

    def _cut(self, page: Page, group: Group, stretch: float) -> tuple[Group, Group] | None:
        """The group in two parts, where its last flowable can go on overleaf."""
        *heads, last = group
        above = self._taken([*page, *group], stretch) - self._taken([last], stretch)
        room = self.height - above
        whole = self._taken(group, stretch) <= self.height
        divides = isinstance(last, Elastic) and (last.divides or not (page or whole))
        if divides and room > 0 and (parts := last.cut(room, stretch)):
            return [*heads, parts[0]], [parts[1]]
        if isinstance(last, TaggedTable) and room > 0 and last.begins(None, self.width, room):
            here, there = (p for p in last.split(self.width, room) if isinstance(p, TaggedTable))
            return [*heads, here], [there]
        return None if page or whole else self._split(group, stretch)

    def _split(self, group: Group, stretch: float) -> tuple[Group, Group] | None:
        """A group that no page holds whole, in two: by its flowables, or inside the first."""
        for count in range(len(group) - 1, 0, -1):
            if self._taken(group[:count], stretch) <= self.height:
                return group[:count], group[count:]
        first, *others = group
        parts = [p for p in first.split(self.width, self.height) if p.wrap(self.width, 1e6)[1] > 0]
        return None if len(parts) < 2 else ([parts[0]], [*parts[1:], *others])

    def _taken(
        self, story: Iterable[Flowable], stretch: float, held: Held = lambda one: one.late
    ) -> float:
        """The height that flowables take under one another, as ReportLab's frames count it."""
        listed = list(story)
        heights = (self._height(flowable, stretch, held) for flowable in listed)
        between = (max(a.getSpaceAfter(), b.getSpaceBefore()) for a, b in pairwise(listed))
        return float(sum(heights) + sum(between))

    def _height(self, flowable: Flowable, stretch: float, held: Held) -> float:
        if isinstance(flowable, Elastic):
            return flowable.height_at(min(stretch, 1) if held(flowable) else stretch)
        if id(flowable) not in self._known:
            self._kept.append(flowable)  # an id is only its own while it lives
            self._known[id(flowable)] = float(flowable.wrap(self.width, 1e6)[1])
        return self._known[id(flowable)]


def _held_on(page: Page) -> Held:
    """What on that page is not stretched: where something takes all the room, all others."""
    fills = any(isinstance(one, Elastic) and one.fills for one in page)
    return lambda one: fills and not one.fills


def _wrong(here: Page, there: Page, *, headed: bool) -> float:
    """What a break between two pages costs by what it parts."""
    if isinstance(here[-1], ListItem) and isinstance(there[0], ListItem):
        return _TORN
    return _INSIDE if headed and not isinstance(there[0], Heading) else 0
