"""Keep programmes in a database: the library of `app.ports`, on SQLAlchemy."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from aiplanner.app.digest import Digest
from aiplanner.app.history import KeptStep
from aiplanner.app.pictures import Picture
from aiplanner.app.ports import Hit, OwnPiece, OwnSort, Save, Shelf, Summary
from aiplanner.domain.delta import NOTHING, Change
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme

from . import changes, journal, own_content, summaries
from . import pictures as picture_shelf
from . import returned as forms
from .history import keep_steps, steps_of
from .loading import load
from .search import find_hits
from .transactions import reading, writing
from .word_index import keep_words

if TYPE_CHECKING:
    from aiplanner.app.issued import IssuedPack
    from aiplanner.app.print_sets import PrintSet
    from aiplanner.app.tracked import Tracked


class SqlLibrary:
    """The saved programmes in one database; each method is one transaction, in any thread."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def summaries(self, shelf: Shelf | None = Shelf.ACTIVE, words: str = "") -> Sequence[Summary]:
        """As `Library.summaries`."""
        with reading(self._engine) as connection:
            return summaries.list_programmes(connection, shelf, words)

    def hits(self, words: str, limit: int = 50) -> Sequence[Hit]:
        """As `Library.hits`, those of the newest programme first."""
        with reading(self._engine) as connection:
            return find_hits(connection, words, limit)

    def tracked(self, last: date | None = None, *, archived: bool = False) -> Sequence[Tracked]:
        """As `Library.tracked`."""
        from .actions import list_tracked  # noqa: PLC0415 - the window opens without it

        with reading(self._engine) as connection:
            return list_tracked(connection, last, archived=archived)

    def find(self, reference: str) -> RowId:
        """As `Library.find`."""
        with reading(self._engine) as connection:
            return summaries.find_programme(connection, reference)

    def load(self, programme_id: RowId) -> tuple[Programme, int]:
        """As `Library.load`; WorldError `programme-damaged` when what is stored makes no sense."""
        with reading(self._engine) as connection:
            return load(connection, programme_id)

    def steps(self, programme_id: RowId) -> Sequence[KeptStep]:
        """As `Library.steps`."""
        with reading(self._engine) as connection:
            return steps_of(connection, programme_id)

    def add(self, programme: Programme, digest: Digest, now: datetime) -> int:
        """As `Library.add`."""
        added = [Change(None, row) for row in programme.rows.values()]
        with writing(self._engine) as connection:
            number = changes.add_programme(connection, programme, digest, now)
            keep_words(connection, number, added)
            journal.note(connection, programme.id, changes.FIRST, NOTHING, now)
        return changes.FIRST

    def save(self, save: Save, now: datetime) -> int:
        """As `Library.save`; when this returns the new revision, it is on the disk."""
        revision, facts = save.base + 1, save.digest
        with writing(self._engine) as connection:
            number = changes.advance(connection, save, facts, now)
            changes.store_rows(connection, save.programme_id, save.delta)
            keep_words(connection, number, save.delta.rows.values())
            journal.note(connection, save.programme_id, revision, save.delta, now)
            keep_steps(connection, save.programme_id, save.steps)
        return revision

    def shelve(self, programme_id: RowId, shelf: Shelf, now: datetime) -> None:
        """As `Library.shelve`; PlanError `programme-gone`."""
        with writing(self._engine) as connection:
            summaries.put_on_shelf(connection, programme_id, shelf, now)

    def delete(self, programme_id: RowId) -> None:
        """As `Library.delete`; one that is gone already is no fault."""
        with writing(self._engine) as connection:
            summaries.delete_programmes(connection, [programme_id])

    def empty_bin(self, before: datetime) -> int:
        """As `Library.empty_bin`."""
        with writing(self._engine) as connection:
            old = summaries.old_in_bin(connection, before)
            summaries.delete_programmes(connection, old)
        return len(old)

    def own_pieces(self, sort: OwnSort | None = None) -> Sequence[OwnPiece]:
        """As `Library.own_pieces`."""
        with reading(self._engine) as connection:
            return own_content.list_pieces(connection, sort)

    def keep_own(self, pieces: Sequence[OwnPiece]) -> None:
        """As `Library.keep_own`."""
        with writing(self._engine) as connection:
            own_content.keep_pieces(connection, pieces)

    def drop_own(self, keys: Sequence[str]) -> None:
        """As `Library.drop_own`."""
        with writing(self._engine) as connection:
            own_content.drop_pieces(connection, keys)

    def keep_pictures(self, pictures: Sequence[Picture], now: datetime) -> None:
        """As `Library.keep_pictures`."""
        with writing(self._engine) as connection:
            picture_shelf.keep(connection, pictures, now)

    def pictures(self, keys: Collection[str]) -> Mapping[str, Picture]:
        """As `Library.pictures`."""
        with reading(self._engine) as connection:
            return picture_shelf.whole_ones(connection, keys)

    def drop_unused_pictures(self, before: datetime) -> int:
        """As `Library.drop_unused_pictures`."""
        with writing(self._engine) as connection:
            return picture_shelf.drop_unused(connection, before)

    def issue(self, pack: IssuedPack) -> None:
        """As `Library.issue`."""
        from . import issued as packs  # noqa: PLC0415 - the window opens without it

        with writing(self._engine) as connection:
            packs.issue(connection, pack)

    def issued(self, programme_id: RowId) -> Sequence[IssuedPack]:
        """As `Library.issued`."""
        from . import issued as packs  # noqa: PLC0415 - the window opens without it

        with reading(self._engine) as connection:
            return packs.issued(connection, programme_id)

    def issued_snapshot(self, pack_id: RowId) -> Programme:
        """As `Library.issued_snapshot`; WorldError `issued-damaged` where it cannot be read."""
        from . import issued as packs  # noqa: PLC0415 - the window opens without it

        with reading(self._engine) as connection:
            return packs.snapshot(connection, pack_id)

    def forget_issued(self, pack_id: RowId) -> None:
        """As `Library.forget_issued`."""
        from . import issued as packs  # noqa: PLC0415 - the window opens without it

        with writing(self._engine) as connection:
            packs.forget(connection, pack_id)

    def returned(self, programme_id: RowId) -> frozenset[str]:
        """As `Library.returned`."""
        with reading(self._engine) as connection:
            return forms.returned(connection, programme_id)

    def note_returned(
        self, programme_id: RowId, fingerprint: str, file: str, now: datetime
    ) -> None:
        """As `Library.note_returned`."""
        with writing(self._engine) as connection:
            forms.note_returned(connection, programme_id, fingerprint, file, now)

    def forget_returned(self, programme_id: RowId, fingerprint: str) -> None:
        """As `Library.forget_returned`."""
        with writing(self._engine) as connection:
            forms.forget_returned(connection, programme_id, fingerprint)

    def print_sets(self) -> Sequence[PrintSet]:
        """As `Library.print_sets`."""
        from . import print_sets as sets  # noqa: PLC0415 - the window opens without it

        with reading(self._engine) as connection:
            return sets.print_sets(connection)

    def keep_print_set(self, one: PrintSet) -> None:
        """As `Library.keep_print_set`."""
        from . import print_sets as sets  # noqa: PLC0415 - the window opens without it

        with writing(self._engine) as connection:
            sets.keep(connection, one)

    def drop_print_set(self, name: str) -> None:
        """As `Library.drop_print_set`."""
        from . import print_sets as sets  # noqa: PLC0415 - the window opens without it

        with writing(self._engine) as connection:
            sets.drop(connection, name)

    def check(self) -> Sequence[str]:
        """As `Library.check`; reads everything, so it takes a while in a large library."""
        from .checks import complaints  # noqa: PLC0415 - seldom asked, and it knows all content

        return list(complaints(self._engine))

    def close(self) -> None:
        """As `Library.close`."""
        self._engine.dispose()
