"""Have a pack made by the worker process, its progress in the foot of the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from aiplanner.app.ports import WorldError
from aiplanner.app.printing import PackOptions, report_from_plain
from aiplanner.domain.errors import PlanError
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.pack_worker import Lane, PackJob, PackWorker
from aiplanner.ui.pages.print_foot import PrintFoot
from aiplanner.ui.pages.print_proofs import Order
from aiplanner.ui.pages.print_words import making_words

_ELSEWHERE = ("file-held", "file-unwritable", "folder-there")
"""Codes of refusals that another place helps with."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was made, and with what."""

    order: Order
    options: PackOptions
    told: Any
    """A PackReport, or what else the worker answered."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made; by itself one PDF."""

    out: Path
    then: Callable[[Made], object]
    again: Callable[[], object] | None = None
    """Asks for another place, where another program holds that one."""
    do: str = ""
    """The worker's word for what else than one PDF is wanted."""
    read: Callable[[object], object] = report_from_plain
    """From the worker's answer to what is told."""


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
        self._worker, self._document, self.foot, self._now = worker, document, foot, now
        self._waiting: Callable[[], None] | None = None
        document.state_changed.connect(self._on_state_changed)

    def make(self, order: Callable[[], Order], wanted: Wanted) -> None:
        """Make what is wanted of `order`; it is told when that is there."""
        self.foot.start(making_words("", 0, 0))
        self._waiting = lambda: self._begin(order(), wanted)
        self._document.flush()
        self._on_state_changed()

    def cancel(self) -> None:
        """Stop; whatever was at the place of the pack is still there."""
        self._waiting = None
        self._worker.cancel(Lane.PACK)
        self.foot.stop()
        self.foot.tell(_("Cancelled. Nothing was written."))

    def _on_state_changed(self) -> None:
        # While the library cannot be written ("retrying") the pack must not wait for it.
        if self._waiting is not None and self._document.state in ("saved", "retrying"):
            begin, self._waiting = self._waiting, None
            begin()

    def _begin(self, order: Order, wanted: Wanted) -> None:
        options = order.options(order.documents, self._now())

        def done(told: object) -> None:
            self.foot.stop()
            wanted.then(Made(order, options, told))

        job = PackJob(
            order.programme,
            options,
            wanted.out,
            done,
            lambda error: self._on_failed(error, wanted),
            self._on_step,
            do=wanted.do,
            read=wanted.read,
        )
        self._worker.request(Lane.PACK, job)

    def _on_step(self, done: int, total: int, title: str) -> None:
        self.foot.step(done, total, making_words(title, done, total))

    def _on_failed(self, error: Exception, wanted: Wanted) -> None:
        self.foot.stop()
        if is_known(error):
            held = isinstance(error, PlanError | WorldError) and error.code in _ELSEWHERE
            again = wanted.again if held else None
            links = [(_("Save under another name"), again)] if again else []
            self.foot.refuse(sentence(error), links)
            return
        self.foot.refuse(_("The pack could not be made. Nothing was written."))
        raise error
