"""Split an item, merge several, and move what is chosen to another session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from aiplanner.app.document import Change
from aiplanner.app.wording import minutes_text
from aiplanner.domain.cycle import Kind
from aiplanner.domain.edits.items import move_items
from aiplanner.domain.edits.joining import merge_items, split_item
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Item
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.models.running_order_lines import title_of
from aiplanner.ui.pages.session_choice import Choice
from aiplanner.ui.pages.session_list import SessionList
from aiplanner.ui.pages.session_spoken import counted_items
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.running_order.view import RunningOrderView


class ReshapeCommands:
    """Every verb is one step of undo, is refused with its reason, and says what came of it."""

    def __init__(
        self,
        document: Document,
        services: Services,
        view: RunningOrderView,
        sessions: SessionList,
    ) -> None:
        self._document, self._services = document, services
        self._view, self.sessions = view, sessions
        self.choice = Choice(document, view)

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """The keys of these verbs."""
        return {
            "split": self.split,
            "merge": self.merge,
            "to_previous": partial(self.to_neighbour, -1),
            "to_next": partial(self.to_neighbour, 1),
        }

    def split(self) -> None:
        """Part the item in focus in two halves."""
        item = self.choice.item
        if item is None:
            self._tell(_("Choose an item first."))
            return
        label = _("Split {title}").format(title=title_of(item))
        continued = _continued(item.title)
        new_id = self._services.new_id
        if not self._edit(
            label, partial(split_item, item_id=item.id, new_id=new_id, continued=continued)
        ):
            return
        now = self._document.now
        siblings = [one.id for one in now.items_of(item.parent_id)]
        halves = siblings[siblings.index(item.id) :][:2]
        self._view.choose_all(halves)
        minutes = [minutes_text(now.get(half, Item).length.typical) for half in halves]
        told = _("{title} is split: {first} and {second}.")
        self._tell(told.format(title=title_of(item), first=minutes[0], second=minutes[1]))

    def merge(self) -> None:
        """Make one of the chosen items, or of the item in focus and the next one."""
        items = self.choice.items()
        if len(items) == 1:
            items = self._with_next(items[0])
        if len(items) < 2:
            self._tell(_("Choose the items that should become one."))
            return
        told = counted_items(self._document.now, items)
        label = _("Merge {what}").format(what=told)
        if not self._edit(label, partial(merge_items, item_ids=items, continued=_continued)):
            return
        [whole] = [item for item in items if item in self._document.now.rows]
        self._view.choose_all([whole])
        item = self._document.now.get(whole, Item)
        said = _("{what} are one now: {title}, {minutes}.")
        minutes = minutes_text(item.length.typical)
        self._tell(said.format(what=told, title=title_of(item), minutes=minutes))

    def to_neighbour(self, by: int) -> None:
        """Move what is chosen to the end of the previous (-1) or next (1) session."""
        at = self.sessions.index + by
        if 0 <= at < len(self.sessions.sessions):
            self.to_session(self.sessions.sessions[at].id)
        else:
            self._tell(_("There is no further session."))

    def to_session(self, session: RowId) -> None:
        """Move what is chosen to the end of another session, and go there with it."""
        items, now = self.choice.items(), self._document.now
        if not items or session == self.sessions.current:
            self._tell(_("Choose an item first."))
            return
        place = [one.id for one in self.sessions.sessions].index(session)
        facts = {"what": counted_items(now, items), "session": self.sessions.title(place)}
        label = _("Move {what} to {session}").format(**facts)
        end = len(now.items_of(session))
        if self._edit(label, partial(move_items, item_ids=items, parent=session, index=end)):
            self.sessions.show(session)
            self._view.choose_all(items)
            self._services.say(_("Moved {what} to {session}.").format(**facts), undo=True)

    def _with_next(self, item_id: RowId) -> list[RowId]:
        now = self._document.now
        item = now.get(item_id, Item)
        task = item.kind is Kind.TASK
        beside = [one for one in now.items_of(item.parent_id) if (one.kind is Kind.TASK) is task]
        at = [one.id for one in beside].index(item_id)
        return [one.id for one in beside[at : at + 2]]

    def _edit(self, label: str, change: Change) -> bool:
        try:
            self._document.edit(label, change)
        except PlanError as error:
            self._services.say(sentence(error))
            return False
        return True

    def _tell(self, words: str) -> None:
        announce(self._view, words)


def _continued(title: str) -> str:
    """What the second half of an item is called."""
    return _("{title}, continued").format(title=title) if title else ""
