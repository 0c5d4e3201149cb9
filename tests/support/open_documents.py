"""Open a programme as a window does, over a library in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from aiplanner.app.digest import digest
from aiplanner.app.document import OpenDocument
from aiplanner.domain.programme import Programme
from aiplanner.ui.document import Document
from aiplanner.ui.jobs import Jobs
from aiplanner.ui.models.running_order_edits import Desk
from aiplanner.ui.services import Services
from aiplanner.ui.settings import Settings
from tests.support.memory_library import MemoryLibrary
from tests.support.plans import counted_ids

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = date(2026, 11, 22)
FIRST_NEW = 1_000_000
"""New rows get ids from here on, so that they never meet those of a plan."""


@contextmanager
def opened(programme: Programme) -> Iterator[tuple[Document, Services]]:
    """The open document of a programme, and the services its window would have."""
    library = MemoryLibrary()
    revision = library.add(programme, digest(programme), NOW)
    jobs = Jobs()
    document = Document(OpenDocument(programme, revision), library, jobs, lambda: NOW)
    services = Services(library, jobs, Settings(), now=lambda: NOW, new_id=counted_ids(FIRST_NEW))
    try:
        yield document, services
    finally:
        document.close()
        jobs.close()
        document.deleteLater()


def desk(services: Services) -> Desk:
    """What edits need of those services."""
    return Desk(lambda: services.now().date(), services.new_id)
