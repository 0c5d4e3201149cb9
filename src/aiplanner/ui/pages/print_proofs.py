"""Keep a proof of each document: of the one on show at once, of the others when all is quiet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count, takewhile
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from aiplanner.app.printing import DocumentInfo, PackOptions, PackReport
from aiplanner.domain.handouts import Handout
from aiplanner.domain.programme import Programme
from aiplanner.ui.pack_worker import Lane, PackJob, PackWorker
from aiplanner.ui.pages.print_look import Look

QUIET_MS = 200
"""Milliseconds without a change after which proofs are renewed."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed, and how; `documents` are the ids of those ticked."""

    programme: Programme
    revision: int
    documents: tuple[str, ...]
    look: Look
    own: tuple[Handout, ...] = ()
    """The user's own handouts, for the worker, which has no library."""
    changes: tuple[tuple[str, str], ...] = ()
    """What the page about the pack before this one says; it is the pack's alone."""
    since: str = ""

    def options(self, documents: tuple[str, ...], made: datetime) -> PackOptions:
        """The options for these documents, printed at this moment."""
        return PackOptions(
            documents,
            made,
            self.look.print_size,
            self.look.paper,
            self.look.sessions,
            self.revision,
            access=self.look.access,
            audience=self.look.audience,
            fillable=self.look.fillable,
            duplex=self.look.duplex,
            columns=self.look.columns,
            changes=self.changes,
            since=self.since,
            own=self.own,
        )


@dataclass(frozen=True, slots=True)
class Proof:
    """One document as it was rendered for an order.

    `file` may hold other documents too (a table of contents is nothing without them); the document
    then begins at page `first`, counted from 0, and has `pages` of its own.
    """

    order: Order
    file: Path
    first: int
    pages: int
    unprintable: tuple[str, ...] = ()


class Proofs(QObject):
    """The proofs of one window's documents, in a folder of its own."""

    ready = Signal(str)
    """The proof of the document on show is there."""
    failed = Signal(object)
    """Exception: the document on show cannot be drawn."""
    counted = Signal()
    """More is known of how many pages documents have."""

    def __init__(
        self,
        worker: PackWorker,
        folder: Path,
        documents: Mapping[str, DocumentInfo],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """`documents` may grow while the window lives."""
        super().__init__(parent)
        self._worker, self._folder, self._now = worker, folder, now
        self._documents = documents
        self._order: Order | None = None
        self._on_show = ""
        self._proofs: dict[str, Proof] = {}
        self._numbers = count(1)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._renew)

    @property
    def pages(self) -> Mapping[str, int]:
        """Pages of each document as last rendered, by id."""
        return {key: proof.pages for key, proof in self._proofs.items()}

    @property
    def settled(self) -> bool:
        """Whether every ticked document has a proof of the present order."""
        return self._stale() is None

    def proof(self, document: str) -> Proof | None:
        """The last proof of a document, which may be of an earlier order."""
        return self._proofs.get(document)

    def fresh(self, document: str) -> bool:
        """Whether the proof of a document shows it as it would be printed now."""
        proof = self._proofs.get(document)
        if proof is None or self._order is None:
            return False
        return proof.order == self._order or (
            not self._documents[document].whole and _alike(proof.order, self._order)
        )

    def order(self, order: Order) -> None:
        """Something is different: renew the proofs when no more changes come."""
        if order != self._order:
            self._order = order
            self._worker.drop(Lane.COUNT)
            self._quiet.start()

    def show(self, document: str) -> None:
        """Have this document on show; `ready` is told at once when its proof is there."""
        self._on_show = document
        if self.fresh(document):
            self.ready.emit(document)
        elif not self._quiet.isActive():
            self._renew()

    def pause(self) -> None:
        """Render nothing more until the next order or show."""
        self._quiet.stop()
        self._worker.drop(Lane.SHOW)
        self._worker.drop(Lane.COUNT)

    def _renew(self) -> None:
        self._quiet.stop()
        if self._on_show and not self.fresh(self._on_show):
            self._render(Lane.SHOW, self._on_show)
        else:
            self._count_next()

    def _stale(self) -> str | None:
        # Of what is not ticked there can be dozens: it is drawn when somebody looks at it.
        ticked = () if self._order is None else self._order.documents
        return next((key for key in ticked if not self.fresh(key)), None)

    def _count_next(self) -> None:
        stale = self._stale()
        if stale is not None and not self._quiet.isActive():
            self._render(Lane.COUNT, stale)

    def _render(self, lane: Lane, document: str) -> None:
        order = self._order
        if order is None:
            return
        file = self._folder / f"proof-{next(self._numbers)}.pdf"
        alone = replace(order, changes=(), since="")
        options = alone.options(self._together(document, order), self._now())

        def done(report: PackReport) -> None:
            self._keep(document, _proof(order, file, document, report))
            self._on_done(lane, document)

        job = PackJob(order.programme, options, file, done, lambda e: self._on_failed(lane, e))
        self._worker.request(lane, job)

    def _together(self, document: str, order: Order) -> tuple[str, ...]:
        """What must be rendered to see a document: itself, or the whole pack with it."""
        if not self._documents[document].whole:
            return (document,)
        return tuple(k for k in self._documents if k == document or k in order.documents)

    def _keep(self, document: str, proof: Proof) -> None:
        old = self._proofs.get(document)
        self._proofs[document] = proof
        if old is not None:
            # The preview may still hold it; then it goes with the folder.
            _remove(old.file)

    def _on_done(self, lane: Lane, document: str) -> None:
        self.counted.emit()
        if lane is Lane.SHOW and document == self._on_show:
            self.ready.emit(document)
        self._count_next()

    def _on_failed(self, lane: Lane, error: Exception) -> None:
        if lane is Lane.SHOW:
            self.failed.emit(error)


def _alike(one: Order, other: Order) -> bool:
    """Whether a document that stands alone looks the same in both orders."""
    first, second = (replace(o, documents=(), changes=(), since="") for o in (one, other))
    return first == second


def _proof(order: Order, file: Path, document: str, report: PackReport) -> Proof:
    before = takewhile(lambda part: part[0] != document, report.parts.items())
    first = sum(pages for _key, pages in before)
    return Proof(order, file, first, report.parts.get(document, 0), report.unprintable)


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return  # another program (the system's viewer) reads it: it goes with the folder
