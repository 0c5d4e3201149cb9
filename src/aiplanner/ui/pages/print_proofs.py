"""Keep a proof of each document: of the one on show at once, of the others when all is quiet.

What is on show of a document comes first: a glimpse of it, which may be all there is. The whole
document follows by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count, takewhile
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from aiplanner.app.printing import DocumentInfo, Glimpse, PackOptions, PackReport
from aiplanner.domain.handouts import Handout
from aiplanner.domain.ids import RowId
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
    sheets: Mapping[RowId, int] = field(default_factory=dict)
    """The page of the file, from 0, on which each session's sheet begins."""
    cut: bool = False
    """Whether it is a glimpse, and there is more."""

    def session_at(self, page: int) -> RowId | None:
        """The session whose sheet a page of the file belongs to."""
        begun = [session for session, first in self.sheets.items() if first <= page]
        return begun[-1] if begun else None

    def begin_of(self, session: RowId | None) -> int:
        """The page of the file on which a session's sheet begins, or the document itself."""
        return self.first if session is None else self.sheets.get(session, self.first)


Looked = Callable[[str], Glimpse]
"""What somebody looks at of the document on show."""


class Proofs(QObject):
    """The proofs of one window's documents, in a folder of its own."""

    ready = Signal(str)
    """A newer proof of the document on show is there: a glimpse of it, or all."""
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
        """`documents` may grow while the window lives; `looked` is to be set by who shows them."""
        super().__init__(parent)
        self._worker, self._folder, self._now = worker, folder, now
        self._documents = documents
        self.looked: Looked = lambda _document: Glimpse(2)
        self._order: Order | None = None
        self._on_show = ""
        self._paused = False
        self._proofs: dict[str, Proof] = {}
        self._glimpse: Proof | None = None
        """Of the document on show, where it is newer than its proof."""
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
        """The last proof of all of a document, which may be of an earlier order."""
        return self._proofs.get(document)

    def latest(self, document: str) -> Proof | None:
        """The last proof of a document or of what is looked at of it."""
        glimpsed = self._glimpse if document == self._on_show else None
        return glimpsed or self.proof(document)

    def fresh(self, document: str) -> bool:
        """Whether the proof of a document shows it as it would be printed now."""
        return self._is_fresh(document, self.proof(document))

    def true(self, document: str) -> bool:
        """Whether the latest of a document shows, as far as it goes, how it would be printed."""
        return self._is_fresh(document, self.latest(document))

    def _is_fresh(self, document: str, proof: Proof | None) -> bool:
        if proof is None or self._order is None:
            return False
        return proof.order == self._order or (
            not self._documents[document].whole and _alike(proof.order, self._order)
        )

    def order(self, order: Order) -> None:
        """Something is different: renew the proofs when no more changes come."""
        if order != self._order or self._paused:
            self._order, self._paused = order, False
            self._drop(Lane.REST, Lane.COUNT)
            self._quiet.start()

    def show(self, document: str) -> None:
        """Have this document on show; `ready` is told at once when its proof is there."""
        self._drop(Lane.SHOW, Lane.REST, Lane.COUNT)
        self._forget_glimpse()
        self._on_show, self._paused = document, False
        if self.fresh(document):
            self.ready.emit(document)
        if not self._quiet.isActive():
            self._renew()

    def pause(self) -> None:
        """Render nothing more until the next order or show."""
        self._paused = True
        self._quiet.stop()
        self._drop(Lane.SHOW, Lane.REST, Lane.COUNT)

    def _drop(self, *lanes: Lane) -> None:
        for lane in lanes:
            self._worker.drop(lane)

    def _renew(self) -> None:
        self._quiet.stop()
        if self._paused:
            return
        document = self._on_show
        if not document or self.fresh(document):
            self._count_next()
        elif self._documents[document].whole:
            self._render(Lane.SHOW, document)
        elif self.true(document):
            self._render(Lane.REST, document)
        else:
            self._render(Lane.SHOW, document, self.looked(document))

    def _stale(self) -> str | None:
        # Of what is not ticked there can be dozens: it is drawn when somebody looks at it.
        ticked = () if self._order is None else self._order.documents
        return next((key for key in ticked if not self.fresh(key)), None)

    def _count_next(self) -> None:
        stale = self._stale()
        if stale is not None and not self._paused and not self._quiet.isActive():
            self._render(Lane.COUNT, stale)

    def _render(self, lane: Lane, document: str, glimpse: Glimpse | None = None) -> None:
        order = self._order
        if order is None:
            return
        file = self._folder / f"proof-{next(self._numbers)}.pdf"
        alone = replace(order, changes=(), since="")
        options = alone.options(self._together(document, order), self._now())

        def done(report: PackReport) -> None:
            self._on_done(lane, document, _proof(order, file, document, report))

        job = PackJob(
            order.programme,
            replace(options, glimpse=glimpse),
            file,
            done,
            lambda error: self._on_failed(lane, document, error),
        )
        self._worker.request(lane, job)

    def _together(self, document: str, order: Order) -> tuple[str, ...]:
        """What must be rendered to see a document: itself, or the whole pack with it."""
        if not self._documents[document].whole:
            return (document,)
        return tuple(k for k in self._documents if k == document or k in order.documents)

    def _on_done(self, lane: Lane, document: str, proof: Proof) -> None:
        watched = document == self._on_show
        if proof.cut and not watched:
            _remove(proof.file)
        else:
            replaced = self._keep(document, proof)
            self.counted.emit()
            if watched and lane is not Lane.COUNT:
                self.ready.emit(document)
            for old in replaced:
                # The preview may still hold it; then it goes with the folder.
                _remove(old.file)
        if lane is Lane.COUNT:
            self._count_next()
        elif not self._quiet.isActive():
            self._renew()

    def _keep(self, document: str, proof: Proof) -> list[Proof]:
        """Keep a proof or glimpse; what it replaces."""
        old: list[Proof | None] = []
        if document == self._on_show:
            old.append(self._glimpse)
            self._glimpse = proof if proof.cut else None
        if not proof.cut:
            old.append(self._proofs.get(document))
            self._proofs[document] = proof
        return [one for one in old if one is not None]

    def _forget_glimpse(self) -> None:
        if self._glimpse is not None:
            _remove(self._glimpse.file)
        self._glimpse = None

    def _on_failed(self, lane: Lane, document: str, error: Exception) -> None:
        if lane is not Lane.COUNT and document == self._on_show:
            self.failed.emit(error)


def _alike(one: Order, other: Order) -> bool:
    """Whether a document that stands alone looks the same in both orders."""
    first, second = (replace(o, documents=(), changes=(), since="") for o in (one, other))
    return first == second


def _proof(order: Order, file: Path, document: str, report: PackReport) -> Proof:
    before = takewhile(lambda part: part[0] != document, report.parts.items())
    return Proof(
        order,
        file,
        first=sum(pages for _key, pages in before),
        pages=report.parts.get(document, 0),
        unprintable=report.unprintable,
        sheets=report.sheets.get(document, {}),
        cut=report.cut,
    )


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return  # another program (the system's viewer) reads it: it goes with the folder
