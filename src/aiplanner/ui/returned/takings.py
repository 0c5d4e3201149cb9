"""Which sheets were taken in since the programme was opened, and which of them were taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from aiplanner.app.returned import ReturnedSheet
from aiplanner.domain.delta import Delta
from aiplanner.domain.ids import RowId
from aiplanner.ui.services import Services

Place = tuple[int, int]
"""The number of a file, and of the sheet in it."""


@dataclass(slots=True)
class _Taking:
    """One sheet: the edit that takes it, the edit that takes it back, and how it is known again."""

    place: Place
    step: Delta
    back: Delta
    fingerprint: str
    file: str
    known: bool
    """Whether the same answers were in before: they stay known when this taking is undone."""
    stands: bool = False


class Takings(QObject):
    """Has the library note what is taken in, and forget what is taken back: it may come again."""

    def __init__(
        self,
        programme_id: RowId,
        services: Services,
        failed: Callable[[BaseException], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._programme_id, self._services, self._failed = programme_id, services, failed
        self._by_rows: dict[frozenset[RowId], list[_Taking]] = {}

    def expect(self, place: Place, step: Delta, sheet: ReturnedSheet, file: str) -> None:
        """A sheet is about to be taken by this edit."""
        taking = _Taking(place, step, step.inverted(), sheet.fingerprint, file, sheet.known)
        self._by_rows.setdefault(frozenset(step.rows), []).append(taking)

    def follow(self, delta: Delta) -> list[tuple[Place, bool]]:
        """The sheets that an edit took or took back: their places, and whether they stand now."""
        moved = []
        for taking in self._by_rows.get(frozenset(delta.rows), ()):
            if delta == (taking.back if taking.stands else taking.step):
                taking.stands = not taking.stands
                self._tell_library(taking)
                moved.append((taking.place, taking.stands))
        return moved

    def _tell_library(self, taking: _Taking) -> None:
        key, print_, file = self._programme_id, taking.fingerprint, taking.file
        library, now, jobs = self._services.library, self._services.now(), self._services.jobs

        def note(_ticket: object) -> None:
            library.note_returned(key, print_, file, now)

        def forget(_ticket: object) -> None:
            library.forget_returned(key, print_)

        if taking.stands or not (taking.known or self._stands(print_)):
            tell = note if taking.stands else forget
            jobs.start(tell, lambda _none: None, self._failed, owner=self)

    def _stands(self, fingerprint: str) -> bool:
        """Whether the same answers are in, perhaps from another file."""
        known = (one for some in self._by_rows.values() for one in some)
        return any(one.stands and one.fingerprint == fingerprint for one in known)
