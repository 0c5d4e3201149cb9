"""Fill pages: break what a sheet holds into pages, and share out the room that they leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reportlab.platypus import Flowable

from aiplanner.packs.elastic import Elastic
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
_SLACK = 1.0
"""Points of a page that are left free, whatever the sums round to."""


def filled(
    groups: Sequence[Group], width: float, height: float, budget: int
) -> tuple[list[Flowable], int]:
    """The flowables page by page with the breaks between them, and how many pages they take.

    As few pages as hold everything at its own size; when those are more than `budget`, lines and
    frames are squeezed, and then the air between things, if that helps. What is over in the end is
    shared among what can grow.
    """
    layout = _Layout(width, height - _SLACK)
    groups = list(_joined(groups))
    count = len(layout.pages(groups, 1))
    if count > budget:
        count = _squeezed(layout, groups, budget)
    best = layout.pages(groups, layout.most(groups, count))
    story: list[Flowable] = []
    for number, page in enumerate(best):
        layout.fill(page)
        story += [*([Turn(Layout.TEXT, asked=False)] if number else []), *page]
    return story, len(best)


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
    """The groups, those that end with a heading together with what it heads."""
    joined: Group = []
    for group in groups:
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
        able = [flowable for flowable in page if isinstance(flowable, Elastic)]
        fills = any(flowable.fills for flowable in able)
        low, high = _LEAST, _MOST

        def held(flowable: Elastic) -> bool:
            return fills and not flowable.fills

        for _step in range(_STEPS * 2):
            middle = (low * high) ** 0.5
            if self._taken(page, middle, held) <= self.height:
                low = middle
            else:
                high = middle
        for flowable in able:
            flowable.stretch = min(low, 1) if held(flowable) else low
        for flowable in page:
            flowable.keepWithNext = 0

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
