"""A library that keeps programmes in memory: the port without a database."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from threading import Lock

from aiplanner.app.actions_due import in_order, next_day
from aiplanner.app.digest import Digest
from aiplanner.app.history import KeptStep
from aiplanner.app.issued import KEPT, IssuedPack, from_snapshot
from aiplanner.app.pictures import Picture, picture_keys
from aiplanner.app.ports import Hit, OwnPiece, OwnSort, Save, Shelf, Stale, Summary, WorldError
from aiplanner.app.print_sets import PrintSet
from aiplanner.app.print_sets import in_order as in_name_order
from aiplanner.app.tracked import OVER, Tracked, tracked_in
from aiplanner.domain.answers import Answer
from aiplanner.domain.delta import Delta, apply
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.photos import Photo
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Row
from aiplanner.domain.self_rating import SelfRating
from aiplanner.store.folding import excerpt, folded

NOT_SEARCHED = frozenset({"id", "handout", "time_zone", "rule", "logo"})
PRIVATE = (SelfRating, Answer)


@dataclass(frozen=True, slots=True)
class Kept:
    """One programme as it is kept."""

    programme: Programme
    revision: int
    shelf: Shelf
    changed: datetime
    digest: Digest
    shelved: datetime | None = None
    steps: Mapping[int, KeptStep] = field(default_factory=dict)
    saves: tuple[tuple[datetime, Delta], ...] = ()
    """The journal: when what was saved."""


class MemoryLibrary:
    """Satisfies `app.ports.Library`; `refusing` makes every write raise that error."""

    def __init__(self) -> None:
        self.kept: dict[RowId, Kept] = {}
        self.own: dict[str, OwnPiece] = {}
        self.shown: dict[str, tuple[Picture, datetime]] = {}
        self.packs: dict[RowId, IssuedPack] = {}
        self.forms: set[tuple[RowId, str]] = set()
        self.sets: dict[str, PrintSet] = {}
        self.refusing: WorldError | None = None
        self._lock = Lock()

    def summaries(self, shelf: Shelf | None = Shelf.ACTIVE, words: str = "") -> Sequence[Summary]:
        """Programmes of a shelf, last changed first."""
        found = [
            _summary(kept)
            for kept in tuple(self.kept.values())
            if shelf in (None, kept.shelf) and _found(kept.programme, words)
        ]
        return sorted(found, key=lambda summary: summary.changed, reverse=True)

    def hits(self, words: str, limit: int = 50) -> Sequence[Hit]:
        """Rows that hold all the words."""
        sought = folded(words)
        found = [
            Hit(kept.programme.id, row.id, excerpt(_texts(row), sought))
            for kept in tuple(self.kept.values())
            if kept.shelf is not Shelf.BIN
            for row in kept.programme.rows.values()
            if sought and all(_begins(word, row) for word in sought)
        ]
        return found[:limit]

    def tracked(self, last: date | None = None, *, archived: bool = False) -> Sequence[Tracked]:
        """What is still to be done."""
        shelves = (Shelf.ACTIVE, Shelf.ARCHIVED) if archived else (Shelf.ACTIVE,)
        return in_order(
            replace(one, archived=kept.shelf is Shelf.ARCHIVED)
            for kept in tuple(self.kept.values())
            if kept.shelf in shelves
            for one in tracked_in(kept.programme)
            if one.progress not in OVER and _until(one, last)
        )

    def find(self, reference: str) -> RowId:
        """The programme of that id, id prefix or title."""
        found = [
            key
            for key, kept in self.kept.items()
            if kept.shelf is not Shelf.BIN
            and reference
            and (key.startswith(reference.lower()) or kept.programme.head.title == reference)
        ]
        if reference in found:
            return RowId(reference)
        if len(found) != 1:
            code = "programme-ambiguous" if found else "programme-unknown"
            raise PlanError(code, reference=reference, count=len(found))
        return found[0]

    def load(self, programme_id: RowId) -> tuple[Programme, int]:
        """A programme and its revision."""
        kept = self._get(programme_id)
        return kept.programme, kept.revision

    def steps(self, programme_id: RowId) -> Sequence[KeptStep]:
        """The steps that can be undone and redone."""
        kept = self.kept.get(programme_id)
        return [] if kept is None else [kept.steps[number] for number in sorted(kept.steps)]

    def add(self, programme: Programme, digest: Digest, now: datetime) -> int:
        """Keep a new programme."""
        self._refuse()
        with self._lock:
            if programme.id in self.kept:
                raise PlanError("programme-twice")
            self.kept[programme.id] = Kept(programme, 1, Shelf.ACTIVE, now, digest)
        return 1

    def save(self, save: Save, now: datetime) -> int:
        """Keep a delta, or raise Stale."""
        self._refuse()
        with self._lock:
            kept = self.kept.get(save.programme_id)
            if kept is None or kept.revision != save.base:
                raise Stale(save.programme_id)
            programme = apply(kept.programme, save.delta)
            steps = {k: step for k, step in kept.steps.items() if k not in save.steps.dropped}
            self.kept[save.programme_id] = replace(
                kept,
                programme=programme,
                revision=save.base + 1,
                changed=now,
                digest=save.digest,
                steps=steps | {step.number: step for step in save.steps.kept},
                saves=(*kept.saves, (now, save.delta)),
            )
        return save.base + 1

    def shelve(self, programme_id: RowId, shelf: Shelf, now: datetime) -> None:
        """Put a programme on another shelf."""
        self._refuse()
        self.kept[programme_id] = replace(self._get(programme_id), shelf=shelf, shelved=now)

    def delete(self, programme_id: RowId) -> None:
        """Forget a programme."""
        self._refuse()
        self._lose(programme_id)

    def empty_bin(self, before: datetime) -> int:
        """Forget what came to the bin before then."""
        self._refuse()
        old = [
            key
            for key, kept in self.kept.items()
            if kept.shelf is Shelf.BIN and kept.shelved is not None and kept.shelved < before
        ]
        for key in old:
            self._lose(key)
        return len(old)

    def own_pieces(self, sort: OwnSort | None = None) -> Sequence[OwnPiece]:
        """The user's own content, by title."""
        found = [piece for piece in self.own.values() if sort in (None, piece.sort)]
        return sorted(found, key=lambda piece: (folded(piece.title), piece.key))

    def keep_own(self, pieces: Sequence[OwnPiece]) -> None:
        """Add or replace pieces."""
        self._refuse()
        self.own |= {
            piece.key: replace(piece, changed=piece.changed.astimezone(UTC)) for piece in pieces
        }

    def drop_own(self, keys: Sequence[str]) -> None:
        """Forget pieces."""
        self._refuse()
        for key in keys:
            self.own.pop(key, None)

    def keep_pictures(self, pictures: Sequence[Picture], now: datetime) -> None:
        """Keep pictures by key."""
        self._refuse()
        self.shown |= {picture.key: (picture, now) for picture in pictures}

    def pictures(self, keys: Collection[str]) -> Mapping[str, Picture]:
        """Those that are there."""
        return {key: self.shown[key][0] for key in keys if key in self.shown}

    def drop_unused_pictures(self, before: datetime) -> int:
        """Forget those that no photo shows, and no step and no save since then names."""
        self._refuse()
        used = {key for kept in self.kept.values() for key in _pictures_of(kept, before)}
        gone = [key for key, (_, kept) in self.shown.items() if kept < before and key not in used]
        for key in gone:
            del self.shown[key]
        return len(gone)

    def issue(self, pack: IssuedPack) -> None:
        """Remember an issued pack."""
        self._refuse()
        self._get(pack.programme_id)
        self.packs[pack.id] = replace(pack, moment=pack.moment.astimezone(UTC))
        for old in self.issued(pack.programme_id)[KEPT:]:
            del self.packs[old.id]

    def issued(self, programme_id: RowId) -> Sequence[IssuedPack]:
        """Issued packs, newest first."""
        found = [pack for pack in self.packs.values() if pack.programme_id == programme_id]
        found.sort(key=lambda pack: (pack.moment, pack.id), reverse=True)
        return [replace(pack, snapshot=b"") for pack in found]

    def issued_snapshot(self, pack_id: RowId) -> Programme:
        """The programme as it was."""
        if pack_id not in self.packs:
            raise PlanError("issued-gone", id=pack_id)
        return from_snapshot(self.packs[pack_id].snapshot)

    def forget_issued(self, pack_id: RowId) -> None:
        """Forget an issued pack."""
        self._refuse()
        self.packs.pop(pack_id, None)

    def returned(self, programme_id: RowId) -> frozenset[str]:
        """What was taken in."""
        return frozenset(print_ for owner, print_ in self.forms if owner == programme_id)

    def note_returned(
        self, programme_id: RowId, fingerprint: str, file: str, now: datetime
    ) -> None:
        """Note what was taken in."""
        self._refuse()
        self._get(programme_id)
        self.forms.add((programme_id, fingerprint))

    def forget_returned(self, programme_id: RowId, fingerprint: str) -> None:
        """Forget what was taken back."""
        self._refuse()
        self.forms.discard((programme_id, fingerprint))

    def print_sets(self) -> Sequence[PrintSet]:
        """Sets by name."""
        return in_name_order(list(self.sets.values()))

    def keep_print_set(self, one: PrintSet) -> None:
        """Add or replace a set."""
        self._refuse()
        self.sets[one.name] = one

    def drop_print_set(self, name: str) -> None:
        """Forget a set."""
        self._refuse()
        self.sets.pop(name, None)

    def check(self) -> Sequence[str]:
        """Memory has nothing that could be wrong."""
        return ()

    def close(self) -> None:
        """Nothing to let go of."""

    def _lose(self, programme_id: RowId) -> None:
        """Forget a programme with all that hangs on it."""
        self.kept.pop(programme_id, None)
        self.packs = {k: pack for k, pack in self.packs.items() if pack.programme_id in self.kept}
        self.forms = {form for form in self.forms if form[0] in self.kept}

    def _get(self, programme_id: RowId) -> Kept:
        if programme_id not in self.kept:
            raise PlanError("programme-gone")
        return self.kept[programme_id]

    def _refuse(self) -> None:
        if self.refusing is not None:
            raise self.refusing


def _until(one: Tracked, last: date | None) -> bool:
    day = next_day(one)
    return last is None or (day is not None and day <= last)


def _pictures_of(kept: Kept, since: datetime) -> Iterator[str]:
    yield from picture_keys(kept.programme)
    deltas = [step.delta for step in kept.steps.values()]
    deltas += [delta for saved, delta in kept.saves if saved >= since]
    for delta in deltas:
        for change in delta.rows.values():
            for row in (change.before, change.after):
                if isinstance(row, Photo):
                    yield row.picture
                elif isinstance(row, Head):
                    yield row.logo


def _summary(kept: Kept) -> Summary:
    head = kept.programme.head
    return Summary(
        id=kept.programme.id,
        title=head.title,
        service=head.service,
        shelf=kept.shelf,
        revision=kept.revision,
        changed=kept.changed.astimezone(UTC),
        digest=kept.digest,
        shelved=kept.shelved,
    )


def _found(programme: Programme, words: str) -> bool:
    sought = folded(words)
    rows = programme.rows.values()
    return (not words.strip()) or (
        bool(sought) and all(any(_begins(word, row) for row in rows) for word in sought)
    )


def _begins(word: str, row: Row) -> bool:
    return any(there.startswith(word) for text in _texts(row) for there in folded(text))


def _texts(row: Row) -> list[str]:
    if isinstance(row, PRIVATE):
        return []
    values = {spec.name: getattr(row, spec.name) for spec in fields(row)}
    return [
        value
        for name, value in values.items()
        if type(value) is str and value and name not in NOT_SEARCHED and not name.endswith("_id")
    ]
