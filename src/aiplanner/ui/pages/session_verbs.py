"""All that can be done with chosen rows beyond adding, deleting and moving them, in one piece."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiplanner.ui.document import Document
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.pages.session_clipboard import ClipboardCommands
from aiplanner.ui.pages.session_list import SessionList
from aiplanner.ui.pages.session_marks import MarkCommands
from aiplanner.ui.pages.session_reshape import ReshapeCommands
from aiplanner.ui.pages.session_sections import SectionCommands
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.running_order.view import RunningOrderView


class RowVerbs:
    """The commands by name, and their keys together."""

    def __init__(
        self,
        document: Document,
        services: Services,
        order: tuple[RunningOrderModel, RunningOrderView],
        sessions: SessionList,
    ) -> None:
        model, view = order
        self.clipboard = ClipboardCommands(document, services, model, view)
        self.reshape = ReshapeCommands(document, services, view, sessions)
        self.marks = MarkCommands(document, services, view)
        self.sections = SectionCommands(document, model, view)

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """What the window's keys do with the chosen rows."""
        parts = self.clipboard, self.reshape, self.marks, self.sections
        return {key: do for part in parts for key, do in part.verbs().items()}
