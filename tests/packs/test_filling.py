"""Pages hold everything in order, never more than fits, and what can grow fills them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Flowable, Spacer

from aiplanner.packs.elastic import Elastic, Frame, Lines
from aiplanner.packs.filling import filled
from aiplanner.packs.sheet import Turn

WIDTH, HEIGHT, PITCH = 400.0, 600.0, 25.0


class Rows(Elastic):
    """Rows that may be parted, as those of a table are."""

    fills = divides = True

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count

    def height_at(self, stretch: float) -> float:
        """Up to four times as high."""
        return self.count * 30 * min(max(stretch, 1), 4)

    def parts(self, room: float, stretch: float) -> tuple[Elastic, Elastic] | None:
        """As many as fit here."""
        here = min(int(room // (30 * min(max(stretch, 1), 4))), self.count - 1)
        return None if here < 1 else (Rows(here), Rows(self.count - here))


def _words(height: float, before: float, after: float) -> list[Flowable]:
    made = Spacer(1, height)
    made.spaceBefore, made.spaceAfter = before, after
    return [made]


words = st.builds(_words, st.floats(10, 300), st.floats(0, 30), st.floats(0, 30))
rows = st.builds(lambda count: [Rows(count)], st.integers(1, 25))
shared = st.builds(lambda: [Lines(3, PITCH, fills=True, most=9)])
fixed = st.builds(lambda n: [Lines(n, PITCH, fills=False, most=1.5)], st.integers(1, 6))
frames = st.builds(lambda share: [Frame(share * HEIGHT, 5 * PITCH)], st.floats(0.2, 0.9))
groups = st.lists(st.one_of(words, shared, fixed, frames, rows), min_size=1, max_size=14)


def _pages(story: list[Flowable]) -> list[list[Flowable]]:
    pages: list[list[Flowable]] = [[]]
    for flowable in story:
        if isinstance(flowable, Turn):
            pages.append([])
        else:
            pages[-1].append(flowable)
    return pages


def _told(flowable: Flowable) -> str:
    """What it is; the rows of a table are counted one by one, wherever they stand."""
    return "r" * flowable.count if isinstance(flowable, Rows) else f"<{id(flowable)}>"


def _height(page: list[Flowable]) -> float:
    between = (max(a.getSpaceAfter(), b.getSpaceBefore()) for a, b in pairwise(page))
    return sum(flowable.wrap(WIDTH, HEIGHT)[1] for flowable in page) + sum(between)


@given(groups, st.integers(1, 4))
def test_everything_stands_on_a_page_that_holds_it(
    asked: list[list[Flowable]], budget: int
) -> None:
    asked_for = [_told(flowable) for group in asked for flowable in group]
    story, count = filled(asked, WIDTH, HEIGHT, budget)
    pages = _pages(story)

    assert "".join(_told(f) for page in pages for f in page) == "".join(asked_for)
    assert len(pages) == count
    assert all(page and _height(page) <= HEIGHT for page in pages)


@given(groups)
def test_a_page_with_something_that_grows_is_full(asked: list[list[Flowable]]) -> None:
    story, _count = filled(asked, WIDTH, HEIGHT, 1)
    for page in _pages(story):
        taken = _height(page)
        grown = [one for one in page if isinstance(one, Elastic) and one.fills]
        may_grow = any(one.height_at(one.stretch * 1.01) > one.height for one in grown)
        assert not may_grow or taken > HEIGHT - 3


@given(groups)
def test_a_sheet_is_squeezed_only_to_save_a_page(asked: list[list[Flowable]]) -> None:
    story, count = filled(asked, WIDTH, HEIGHT, 20)
    lines = [one for one in story if isinstance(one, Elastic)]

    assert all(one.stretch >= 0.99 for one in lines)
    assert filled(asked, WIDTH, HEIGHT, 1)[1] <= count


def test_prompts_share_alike_and_those_with_a_number_stay_as_they_are() -> None:
    first, second = (Lines(3, PITCH, fills=True, most=9) for _n in range(2))
    few = Lines(2, PITCH, fills=False, most=1.5)
    filled([[first], [few], [second]], WIDTH, HEIGHT, 1)

    assert first.height_at(first.stretch) == second.height_at(second.stretch) > 200
    assert few.height_at(few.stretch) == 2 * PITCH


def test_a_heading_stays_with_what_follows() -> None:
    heading = Spacer(1, 20)
    heading.keepWithNext = 1
    story, _count = filled([[Spacer(1, 570)], [heading], [Spacer(1, 40)]], WIDTH, HEIGHT, 9)

    assert [len(page) for page in _pages(story)] == [1, 2]
