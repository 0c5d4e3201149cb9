"""A library lists what is still to be done in all its programmes."""

from __future__ import annotations

from datetime import date, timedelta

from aiplanner.app.ports import Library, Shelf
from aiplanner.app.tracked import Tracked
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.findings import Progress, Sort
from aiplanner.domain.ids import RowId
from tests.support.kept_programmes import LATER, keep, store
from tests.support.to_do import TODAY, action, programme_of, promise, review, row_id

_NEXT = TODAY + timedelta(days=1)
_FAR = date(2027, 6, 1)


def _texts(found: object) -> list[str]:
    assert isinstance(found, tuple)
    return [one.text for one in found]


class ActionsContract:
    """Open actions, promises and reviews of every programme, earliest first."""

    def test_a_line_tells_all_that_a_list_shows(self, library: Library) -> None:
        ours = programme_of(
            100,
            "Home as it should be",
            action(
                1,
                "Try the huddle",
                "Morag Reid",
                _FAR,
                first_step="Ask pharmacy",
                first_due=_NEXT,
                progress=Progress.UNDER_WAY,
            ),
        )
        keep(library, ours)
        assert library.tracked() == (
            Tracked(
                ours.id,
                "Home as it should be",
                row_id(1),
                Sort.ACTION,
                "Try the huddle",
                "Morag Reid",
                _FAR,
                "Ask pharmacy",
                _NEXT,
                Progress.UNDER_WAY,
            ),
        )

    def test_the_earliest_day_of_all_programmes_stands_first(self, library: Library) -> None:
        keep(
            library,
            programme_of(
                100,
                "A",
                action(1, "Later", due=_FAR),
                promise(2, "Undated"),
                review(3, "Look again", due=TODAY),
            ),
        )
        keep(
            library,
            programme_of(
                101,
                "B",
                promise(4, "Tomorrow", due=_NEXT),
                action(5, "Begins yesterday", due=_FAR, first_due=TODAY - timedelta(days=1)),
            ),
        )
        assert _texts(library.tracked()) == [
            "Begins yesterday",
            "Look again",
            "Tomorrow",
            "Later",
            "Undated",
        ]

    def test_what_is_over_or_says_nothing_is_left_out(self, library: Library) -> None:
        keep(
            library,
            programme_of(
                100,
                "A",
                action(1, "Done", progress=Progress.DONE),
                action(2, "Dropped", progress=Progress.DROPPED),
                action(3, "  "),
                promise(4, "Kept", progress=Progress.DONE),
                promise(5, ""),
                review(6, "No day yet"),
                review(7, "Held", due=TODAY, learned="It helps."),
                review(8, "", due=TODAY),
                action(9, "Open"),
            ),
        )
        assert [(one.sort, one.text) for one in library.tracked()] == [
            (Sort.REVIEW, ""),
            (Sort.ACTION, "Open"),
        ]

    def test_up_to_a_day_only_what_comes_by_then(self, library: Library) -> None:
        begun = Progress.UNDER_WAY
        keep(
            library,
            programme_of(
                100,
                "A",
                action(1, "Due that day", due=TODAY),
                action(2, "A day later", due=_NEXT),
                action(3, "First step by then", due=_FAR, first_due=TODAY),
                action(4, "First step taken", due=_FAR, first_due=TODAY, progress=begun),
                action(5, "First step only", first_due=TODAY),
                action(6, "No day"),
                promise(7, "Promised", due=TODAY),
                promise(8, "Promised later", due=_NEXT),
                review(9, "Review", due=TODAY),
                review(10, "Review later", due=_NEXT),
            ),
        )
        assert _texts(library.tracked(TODAY)) == [
            "Due that day",
            "First step by then",
            "First step only",
            "Promised",
            "Review",
        ]
        assert len(library.tracked()) == 10

    def test_archived_ones_when_asked_for_and_those_in_the_bin_never(
        self, library: Library
    ) -> None:
        for number, title in enumerate(("Active", "Archived", "Bin"), 1):
            keep(library, programme_of(100 + number, title, action(number, title)))
        library.shelve(row_id(102), Shelf.ARCHIVED, LATER)
        library.shelve(row_id(103), Shelf.BIN, LATER)
        assert _texts(library.tracked()) == ["Active"]
        both = library.tracked(archived=True)
        assert [(one.text, one.archived) for one in both] == [("Active", False), ("Archived", True)]

    def test_a_save_shows_in_the_list(self, library: Library) -> None:
        before = keep(library, programme_of(100, "A", action(1, "One"), action(2, "Two")))
        after = set_fields(before, RowId(row_id(1)), progress=Progress.DONE)
        store(library, before, 1, after)
        assert _texts(library.tracked()) == ["Two"]
