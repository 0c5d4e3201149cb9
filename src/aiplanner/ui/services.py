"""What pages may ask of the program around them, handed to them in one piece."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from aiplanner.app.ports import Library
from aiplanner.domain.cycle import Phase
from aiplanner.domain.ids import RowId, new_id
from aiplanner.ui.jobs import Jobs
from aiplanner.ui.settings import Settings

if TYPE_CHECKING:
    from aiplanner.app.printing import DocumentInfo
    from aiplanner.domain.handouts import Handout
    from aiplanner.ui.document import Document


class Say(Protocol):
    """Tells what just happened, in the notice bar and aloud.

    `undo` offers the programme's way back, `back` another one, where something else has changed.
    """

    def __call__(
        self, text: str, *, undo: bool = False, back: Callable[[], object] | None = None
    ) -> None: ...


class Go(Protocol):
    """Turns to another page of the programme by its key, at a row where one is given.

    `document` is a document to show on the Print page, by its id; `piece` an activity to show in
    the bank of the Sessions page, by its key.
    """

    def __call__(
        self, page: str, row: RowId | None = None, document: str = "", piece: str = ""
    ) -> None: ...


class OpenRoom(Protocol):
    """Opens the room view of a session; None: of the one on show, under way, or coming."""

    def __call__(self, session: RowId | None = None, *, full: bool = False) -> None: ...


class OpenTally(Protocol):
    """Opens the window in which returned paper is typed in, at a sheet (the key of its handout)."""

    def __call__(self, sheet: str = "", session: RowId | None = None) -> None: ...


class OpenPhotos(Protocol):
    """Opens the photos of the wall; new ones are of the session that is given."""

    def __call__(self, session: RowId | None = None) -> None: ...


class OpenReturned(Protocol):
    """Opens the window for returned PDF forms, and reads these files and folders in it."""

    def __call__(self, paths: Sequence[Path] = ()) -> None: ...


class OpenBank(Protocol):
    """Turns to Sessions, at a row if one is given, with the bank open at a phase's activities."""

    def __call__(self, phase: Phase, row: RowId | None = None) -> None: ...


DocumentsOf: TypeAlias = "Callable[[tuple[Handout, ...]], tuple[DocumentInfo, ...]]"
"""What can be printed, in the order of a pack, with these handouts of the user's own."""


def _no_documents(_own: tuple[Handout, ...]) -> tuple[DocumentInfo, ...]:
    """Before the rooms are joined nothing can be printed."""
    return ()


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _unsaid(text: str, *, undo: bool = False, back: Callable[[], object] | None = None) -> None:
    """Before there is a window nobody listens."""
    del text, undo, back


def _unmoved(page: str, row: RowId | None = None, document: str = "", piece: str = "") -> None:
    """Before there is a window there is nowhere to go."""
    del page, row, document, piece


def _no_room(session: RowId | None = None, *, full: bool = False) -> None:
    """Before there is a programme there is nothing to hold."""
    del session, full


def _no_tally(sheet: str = "", session: RowId | None = None) -> None:
    """Before there is a programme no paper can come back."""
    del sheet, session


def _no_photos(session: RowId | None = None) -> None:
    """Before there is a programme there is no wall."""
    del session


def _no_returned(paths: Sequence[Path] = ()) -> None:
    """Before there is a programme no form can come back."""
    del paths


def _no_bank(phase: Phase, row: RowId | None = None) -> None:
    """Before there is a programme there is nothing to add to."""
    del phase, row


@dataclass(frozen=True, slots=True)
class Services:
    """The library, the worker for slow jobs, the settings, and the window's voice.

    `main` makes one; every window replaces `say`, `go` and each `open` by its own. `now` is in UTC.
    `worker_command` is the program and arguments that start the worker for packs. `documents`
    answers what can be printed; its first answer reads files.
    """

    library: Library
    jobs: Jobs
    settings: Settings
    worker_command: tuple[str, ...] = ()
    documents: DocumentsOf = _no_documents
    now: Callable[[], datetime] = _utc_now
    new_id: Callable[[], RowId] = new_id
    document_of: Callable[[RowId], Document | None] = lambda _programme_id: None
    """The programme of that id as a window of this program has it open."""
    say: Say = _unsaid
    go: Go = _unmoved
    open_room: OpenRoom = _no_room
    open_bank: OpenBank = _no_bank
    open_tally: OpenTally = _no_tally
    open_photos: OpenPhotos = _no_photos
    open_returned: OpenReturned = _no_returned

    def today(self) -> date:
        """The day it is where the user is."""
        return self.now().astimezone().date()
