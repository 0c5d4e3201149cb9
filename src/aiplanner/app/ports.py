"""What the app needs of the world: a library that keeps programmes, and how it may fail."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from aiplanner.app.digest import Digest, digest
from aiplanner.app.history import NO_STEPS, KeptStep, StepsToKeep
from aiplanner.app.pictures import Picture
from aiplanner.domain.delta import Delta
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme

if TYPE_CHECKING:
    from aiplanner.app.issued import IssuedPack
    from aiplanner.app.print_sets import PrintSet
    from aiplanner.app.tracked import Tracked


class WorldError(Exception):
    """The world refuses (disk, lock, file): `code` is kebab-case, `facts` fill its sentence."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


class Stale(WorldError):  # noqa: N818 - the house's word; it is often mended and never shown
    """Somebody saved this programme since it was loaded."""

    def __init__(self, programme_id: RowId) -> None:
        super().__init__("stale", id=programme_id)


class Shelf(StrEnum):
    """Where in the library a programme stands."""

    ACTIVE = "active"
    ARCHIVED = "archived"
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class Summary:
    """What the library's list knows of a programme without opening it."""

    id: RowId
    title: str
    service: str
    shelf: Shelf
    revision: int
    changed: datetime
    """In UTC."""
    digest: Digest
    shelved: datetime | None = None
    """When it came to this shelf, in UTC; the bin keeps programmes 30 days."""


@dataclass(frozen=True, slots=True)
class Save:
    """One step of storing: the delta from revision `base` on, and the programme after it."""

    programme_id: RowId
    base: int
    delta: Delta
    after: Programme
    steps: StepsToKeep = NO_STEPS
    """What this person's way back has become since the save before."""

    @property
    def digest(self) -> Digest:
        """The facts for the list; computed where the save is stored, off the GUI thread."""
        return digest(self.after)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a programme where searched words stand."""

    programme_id: RowId
    row_id: RowId
    text: str


class OwnSort(StrEnum):
    """What a piece of the user's own content is."""

    ACTIVITY = "activity"
    HANDOUT = "handout"
    STARTER = "starter"


@dataclass(frozen=True, slots=True)
class OwnPiece:
    """A piece of the user's own content, as the library keeps it."""

    key: str
    sort: OwnSort
    title: str
    body: str
    """JSON in the shape of its file."""
    changed: datetime
    """In UTC."""


class Library(Protocol):
    """The saved programmes. Methods may raise WorldError; none touches Qt; all are thread-safe."""

    def summaries(self, shelf: Shelf | None = Shelf.ACTIVE, words: str = "") -> Sequence[Summary]:
        """Programmes of a shelf (None: all), last changed first.

        With `words`, those in which every word begins a word of some row's text.
        """

    def hits(self, words: str, limit: int = 50) -> Sequence[Hit]:
        """Rows that hold all the words (each as the beginning of a word), not those in the bin."""

    def tracked(self, last: date | None = None, *, archived: bool = False) -> Sequence[Tracked]:
        """Actions and promises not done or dropped, and reviews not held, of all programmes.

        Only those whose next day (`actions_due.next_day`) is `last` or earlier; None: all. In the
        order of `actions_due.in_order`. `archived`: those of archived programmes too; what is in
        the bin never.
        """

    def find(self, reference: str) -> RowId:
        """The programme of that id, unique id prefix, or exact title, not in the bin.

        PlanError `programme-unknown` or `programme-ambiguous`.
        """

    def load(self, programme_id: RowId) -> tuple[Programme, int]:
        """A programme and its revision; PlanError `programme-gone`."""

    def steps(self, programme_id: RowId) -> Sequence[KeptStep]:
        """The steps this person can undo and redo in a programme, by number."""

    def add(self, programme: Programme, digest: Digest, now: datetime) -> int:
        """Store a new programme (PlanError `programme-twice` if its id is there); its revision."""

    def save(self, save: Save, now: datetime) -> int:
        """Store a delta in one transaction and return the new revision, or raise Stale."""

    def shelve(self, programme_id: RowId, shelf: Shelf, now: datetime) -> None:
        """Put a programme on another shelf (archive, bin, back)."""

    def delete(self, programme_id: RowId) -> None:
        """Delete a programme for good, its journal too."""

    def empty_bin(self, before: datetime) -> int:
        """Delete for good what came to the bin before then; how many."""

    def own_pieces(self, sort: OwnSort | None = None) -> Sequence[OwnPiece]:
        """The user's own content of a sort (None: all), by title."""

    def keep_own(self, pieces: Sequence[OwnPiece]) -> None:
        """Add pieces, or replace those of the same key, all or none."""

    def drop_own(self, keys: Sequence[str]) -> None:
        """Delete own pieces by key; unknown keys are no matter."""

    def keep_pictures(self, pictures: Sequence[Picture], now: datetime) -> None:
        """Keep pictures, each once; call it before the photos that show them are stored."""

    def pictures(self, keys: Collection[str]) -> Mapping[str, Picture]:
        """Those of these pictures that are there and whole, by key."""

    def drop_unused_pictures(self, before: datetime) -> int:
        """Delete the pictures that nothing can bring back any more; how many.

        They were last kept before then, no photo of any programme (in the bin too) shows them, no
        step that somebody can undo or redo names them, and no save since then does: a window that
        could not save for a while may hold steps that the library knows nothing of.
        """

    def issue(self, pack: IssuedPack) -> None:
        """Remember a pack that was issued, in place of the one of its id.

        Of a programme the newest `issued.KEPT` stay. PlanError `programme-gone`.
        """

    def issued(self, programme_id: RowId) -> Sequence[IssuedPack]:
        """The issued packs of a programme, newest first, without their snapshots."""

    def issued_snapshot(self, pack_id: RowId) -> Programme:
        """The programme as it was when a pack was issued; PlanError `issued-gone`."""

    def forget_issued(self, pack_id: RowId) -> None:
        """Forget an issued pack; one that is gone already is no fault."""

    def returned(self, programme_id: RowId) -> frozenset[str]:
        """The fingerprints of the filled forms that were taken into a programme."""

    def note_returned(
        self, programme_id: RowId, fingerprint: str, file: str, now: datetime
    ) -> None:
        """Note that a filled form (`file`: its name) was taken in; PlanError `programme-gone`."""

    def forget_returned(self, programme_id: RowId, fingerprint: str) -> None:
        """Forget that a form was taken in: that was undone. Unknown ones are no matter."""

    def print_sets(self) -> Sequence[PrintSet]:
        """The sets of documents that people named, by name."""

    def keep_print_set(self, one: PrintSet) -> None:
        """Add a set, or replace the one of the same name."""

    def drop_print_set(self, name: str) -> None:
        """Delete a set; one that is gone already is no fault."""

    def check(self) -> Sequence[str]:
        """What is wrong with the library, one plain sentence each; empty when all is well."""

    def close(self) -> None:
        """Let go of files and connections."""
