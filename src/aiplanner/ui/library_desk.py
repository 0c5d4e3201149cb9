"""Ask the library for lists, and do to saved programmes what the user wants, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from aiplanner.app import library as saved
from aiplanner.app.ports import Library, Shelf, Summary
from aiplanner.domain.ids import RowId
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.latest_question import LatestQuestion
from aiplanner.ui.models.hits import Place
from aiplanner.ui.services import Services

T = TypeVar("T")

SHELVES: dict[str, Shelf] = {
    "all": Shelf.ACTIVE,
    "running": Shelf.ACTIVE,
    "finished": Shelf.ACTIVE,
    "archived": Shelf.ARCHIVED,
    "bin": Shelf.BIN,
}
"""The filters of Home, and the shelf each one looks at."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which programmes: a filter (key of SHELVES), the words they must hold, and what day it is."""

    kind: str
    words: str
    today: date


@dataclass(frozen=True, slots=True)
class Listing:
    """The answer: programmes, and the places where the words stand."""

    question: Question
    programmes: tuple[Summary, ...]
    places: tuple[Place, ...] = ()


def look_up(library: Library, question: Question) -> Listing:
    """The programmes and places that a question asks for."""
    if not question.words.strip():
        found = library.summaries(SHELVES[question.kind])
        return Listing(question, _of_kind(found, question))
    everywhere = library.summaries(None, question.words)
    titles = {summary.id: summary.title for summary in everywhere}
    places = tuple(
        Place(hit, titles.get(hit.programme_id, ""))
        for hit in library.hits(question.words)
        if hit.row_id != hit.programme_id
    )
    return Listing(question, _of_kind(everywhere, question), places)


def _of_kind(found: Iterable[Summary], question: Question) -> tuple[Summary, ...]:
    shelf = SHELVES[question.kind]
    finished = {"running": False, "finished": True}.get(question.kind)
    return tuple(
        summary
        for summary in found
        if summary.shelf is shelf and finished in (None, summary.digest.finished(question.today))
    )


class LibraryDesk(QObject):
    """Between Home and the library: one question at a time, the latest one wins."""

    listed = Signal(object)
    """Listing: the answer to the latest question."""
    refused = Signal(str)
    """A sentence: the plan or the world refuses."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._latest: LatestQuestion[Question, Listing] = LatestQuestion(
            services.jobs, self, partial(look_up, services.library), self.listed.emit, self.report
        )

    def ask(self, kind: str, words: str) -> None:
        """Ask for a list; while one is on its way only the latest other question is kept."""
        self._latest.ask(Question(kind, words, self._services.today()))

    def again(self) -> None:
        """Ask the same once more: something was changed."""
        asked = self._latest.asked
        if asked is not None:
            self.ask(asked.kind, asked.words)

    def begin(self, key: str, title: str, then: Callable[[RowId], object]) -> None:
        """Add a programme from a starter, then hand over its id."""
        library, now, new_id = self._services.library, self._services.now(), self._services.new_id
        self._do(lambda: saved.begin(library, key, title, now, new_id), then)

    def open_example(self, then: Callable[[RowId], object]) -> None:
        """Hand over the example's id; it is added the first time."""
        library, now, new_id = self._services.library, self._services.now(), self._services.new_id

        def find() -> RowId:
            from aiplanner.app.content import EXAMPLE, starter  # noqa: PLC0415 - see page_table

            title = starter(EXAMPLE).title
            there = (s.id for s in library.summaries(Shelf.ACTIVE) if s.title == title)
            return next(there, None) or saved.begin(library, EXAMPLE, "", now, new_id)

        self._do(find, then)

    def import_file(self, path: Path, then: Callable[[RowId], object]) -> None:
        """Add the programme in a file, then hand over its id."""
        library, now, new_id = self._services.library, self._services.now(), self._services.new_id
        self._do(lambda: saved.import_file(library, path, now, new_id), then)

    def duplicate(self, programme_id: RowId, title: str, then: Callable[[RowId], object]) -> None:
        """Add a copy under another title, then hand over its id."""
        library, now, new_id = self._services.library, self._services.now(), self._services.new_id
        self._do(lambda: saved.duplicate(library, programme_id, title, now, new_id), then)

    def rename(self, programme_id: RowId, title: str) -> None:
        """Give a programme another title."""
        library, now = self._services.library, self._services.now()
        self._do(lambda: saved.rename_saved(library, programme_id, title, now))

    def shelve(
        self, programme_id: RowId, shelf: Shelf, then: Callable[[None], object] | None = None
    ) -> None:
        """Put a programme on another shelf."""
        library, now = self._services.library, self._services.now()
        self._do(lambda: saved.move_to(library, programme_id, shelf, now), then)

    def delete(self, programme_id: RowId) -> None:
        """Delete a programme for good."""
        library = self._services.library
        self._do(lambda: library.delete(programme_id))

    def report(self, error: BaseException) -> None:
        """Say what is known to go wrong; anything else is our mistake and goes its way."""
        if not is_known(error):
            raise error
        self.refused.emit(sentence(error))

    def _do(self, work: Callable[[], T], then: Callable[[T], object] | None = None) -> None:
        def done(result: T) -> None:
            self.again()
            if then is not None:
                then(result)

        self._services.jobs.start(lambda _ticket: work(), done, self.report, owner=self)
