"""The activity bank as the window knows it: what is shipped, and what the user keeps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from aiplanner.app import own_content
from aiplanner.app.content import handouts
from aiplanner.app.own_content import Bank, Piece
from aiplanner.app.ports import Library
from aiplanner.app.writing import write_whole
from aiplanner.domain.bank import Activity
from aiplanner.domain.handouts import Handout
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.services import Services

T = TypeVar("T")


class OwnShelf(QObject):
    """Reads and changes the user's own content off the GUI thread; tells when it is another."""

    changed = Signal()
    refused = Signal(str)
    """A sentence: the plan or the world refuses."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.bank = Bank((), (), ())
        """As it was last read."""

    @property
    def activities(self) -> tuple[Activity, ...]:
        """The shipped ones, then the user's own."""
        return self.bank.activities

    @property
    def mine(self) -> frozenset[str]:
        """The keys of the user's own activities."""
        return frozenset(one.key for one in self.activities if own_content.is_own(one.key))

    def activity(self, key: str) -> Activity | None:
        """The activity of that key, where it is still there."""
        return next((one for one in self.activities if one.key == key), None)

    @property
    def handouts(self) -> tuple[Handout, ...]:
        """The shipped ones, then the user's own as far as they have been read."""
        return self.bank.handouts or handouts()

    def handout(self, key: str) -> Handout | None:
        """The handout of that key, where it is on this computer."""
        return next((one for one in self.handouts if one.key == key), None)

    def new_key(self) -> str:
        """A key for something new of one's own."""
        return own_content.OWN + self._services.new_id()

    def read(self) -> None:
        """Read everything anew: it may have been changed in another window."""
        library = self._services.library
        self._start(lambda: own_content.bank(library), self._on_read)

    def keep(self, pieces: Sequence[Piece], then: Callable[[], object] | None = None) -> None:
        """Add pieces of one's own, or replace those of the same key."""
        library, now = self._services.library, self._services.now()

        def work() -> Bank:
            library.keep_own([own_content.to_piece(one, now) for one in pieces])
            return own_content.bank(library)

        self._start(work, partial(self._on_changed, then))

    def drop(self, key: str, then: Callable[[], object] | None = None) -> None:
        """Delete a piece of one's own."""
        library = self._services.library

        def work() -> Bank:
            library.drop_own([key])
            return own_content.bank(library)

        self._start(work, partial(self._on_changed, then))

    def bring_in(self, file: Path, then: Callable[[tuple[Piece, ...]], object]) -> None:
        """Add what a content file holds, all of it or nothing, and hand it over."""
        library, now = self._services.library, self._services.now()

        def work() -> tuple[tuple[Piece, ...], Bank]:
            pieces = own_content.read_content_file(file)
            library.keep_own([own_content.to_piece(one, now) for one in pieces])
            return pieces, own_content.bank(library)

        def done(found: tuple[tuple[Piece, ...], Bank]) -> None:
            self._on_changed(partial(then, found[0]), found[1])

        self._start(work, done)

    def write_out(self, file: Path, then: Callable[[int], object]) -> None:
        """Write everything of one's own to a content file; tells how many pieces."""
        library = self._services.library
        self._start(lambda: _written(library, file), then)

    def _on_read(self, bank: Bank) -> None:
        if bank != self.bank:
            self.bank = bank
            self.changed.emit()

    def _on_changed(self, then: Callable[[], object] | None, bank: Bank) -> None:
        self._on_read(bank)
        if then is not None:
            then()

    def _start(self, work: Callable[[], T], done: Callable[[T], object]) -> None:
        self._services.jobs.start(lambda _ticket: work(), done, self._on_failed, owner=self)

    def _on_failed(self, error: BaseException) -> None:
        if not is_known(error):
            raise error
        self.refused.emit(sentence(error))


def _written(library: Library, file: Path) -> int:
    pieces = [own_content.from_piece(kept) for kept in library.own_pieces()]
    write_whole(file, own_content.content_file(pieces))
    return len(pieces)
