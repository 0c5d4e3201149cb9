"""Make a whole pack in the worker process, its progress in the foot of the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from aiplanner.app.printing import PackReport
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.pack_worker import Lane, PackJob, PackWorker
from aiplanner.ui.pages.print_foot import PrintFoot
from aiplanner.ui.pages.print_proofs import Order
from aiplanner.ui.pages.print_words import making_words

Then = Callable[[Order, PackReport], object]


class PackMaking(QObject):
    """One pack at a time, of the programme as it is stored, so that the version on it is true."""

    def __init__(
        self,
        worker: PackWorker,
        document: Document,
        foot: PrintFoot,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker, self._document, self._foot, self._now = worker, document, foot, now
        self._waiting: Callable[[], None] | None = None
        document.state_changed.connect(self._on_state_changed)

    def make(self, order: Callable[[], Order], out: Path, then: Then) -> None:
        """Render the pack of `order` into `out`; `then` is told when it is there."""
        self._foot.start(making_words("", 0, 0))
        self._waiting = lambda: self._begin(order(), out, then)
        self._document.flush()
        self._on_state_changed()

    def cancel(self) -> None:
        """Stop; whatever was at the place of the pack is still there."""
        self._waiting = None
        self._worker.cancel(Lane.PACK)
        self._foot.stop()
        self._foot.tell(_("Cancelled. Nothing was written."))

    def _on_state_changed(self) -> None:
        # While the library cannot be written ("retrying") the pack must not wait for it.
        if self._waiting is not None and self._document.state in ("saved", "retrying"):
            begin, self._waiting = self._waiting, None
            begin()

    def _begin(self, order: Order, out: Path, then: Then) -> None:
        def done(report: PackReport) -> None:
            self._foot.stop()
            then(order, report)

        options = order.options(order.documents, self._now())
        job = PackJob(order.programme, options, out, done, self._on_failed, self._on_step)
        self._worker.request(Lane.PACK, job)

    def _on_step(self, done: int, total: int, title: str) -> None:
        self._foot.step(done, total, making_words(title, done, total))

    def _on_failed(self, error: Exception) -> None:
        self._foot.stop()
        if is_known(error):
            self._foot.refuse(sentence(error))
            return
        self._foot.refuse(_("The pack could not be made. Nothing was written."))
        raise error
