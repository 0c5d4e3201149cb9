"""My bank: save an item of the running order, change, delete, take out and bring in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from aiplanner.app.bank import activity_from
from aiplanner.app.own_content import Piece, is_own
from aiplanner.domain.bank import Activity
from aiplanner.domain.cycle import Kind
from aiplanner.domain.rows import Item
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.dialogs.own_activity import LONGEST_LINE, ChangeActivity, SaveActivity
from aiplanner.ui.document import Document
from aiplanner.ui.file_dialogs import CONTENT, ask_open, ask_save
from aiplanner.ui.models.bank_words import whole_sentences
from aiplanner.ui.own_shelf import OwnShelf
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.bank.pane import BankPane
from aiplanner.ui.widgets.menus import LINE, Entry

_NOT_KEPT = (Kind.BREAKOUT, Kind.SECTION, Kind.TASK)
"""Kinds of item that are no activity by themselves."""


class OwnCommands:
    """The verbs of one's own activities; deleting one offers the way back."""

    def __init__(
        self, document: Document, services: Services, shelf: OwnShelf, pane: BankPane
    ) -> None:
        self._document, self._services = document, services
        self._shelf, self._pane = shelf, pane

    @staticmethod
    def can_save(item: Item | None) -> bool:
        """Whether an item can become an activity of one's own."""
        return item is not None and item.kind not in _NOT_KEPT

    def save_item(self, item: Item) -> None:
        """Ask for a title and a line on it, and keep the item as an activity."""
        key = self._shelf.new_key()
        activity = activity_from(self._document.now, item.id, key, _summary(item.why))
        dialog = SaveActivity(self._pane.window(), activity)
        dialog.done_with.connect(self._keep_new)
        dialog.open()

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """The keys that change the chosen activity, where it is one's own."""
        return {"rename": self.change, "delete": self.delete} if self._mine else {}

    def entries(self) -> list[Entry]:
        """What can be done with the chosen activity."""
        mine = self._mine is not None
        return [
            Entry(_("Add"), self._pane.add_chosen, _("Enter")),
            LINE,
            Entry(_("Change…"), self.change, "F2", usable=mine),
            Entry(_("Delete from my bank"), self.delete, "Del", usable=mine),
        ]

    def file_entries(self) -> list[Entry]:
        """What can be done with the bank as a whole."""
        return [
            Entry(_("Export my bank…"), self.write_out),
            Entry(_("Import activities…"), self.bring_in),
        ]

    def other_entries(self) -> list[Entry]:
        """Ways to delete one's own starters and handouts, which the list does not show."""
        bank = self._shelf.bank
        others: tuple[Piece, ...] = (*bank.starters, *bank.handouts)
        mine = [one for one in others if is_own(one.key)]
        words = _("Delete “{title}”")
        return [Entry(words.format(title=one.title), partial(self._drop, one)) for one in mine]

    def change(self) -> None:
        """Ask for another title, line or length of the chosen activity of one's own."""
        if self._mine is not None:
            dialog = ChangeActivity(self._pane.window(), self._mine)
            dialog.done_with.connect(self._keep_changed)
            dialog.open()

    def delete(self) -> None:
        """Delete the chosen activity of one's own."""
        if self._mine is not None:
            self._drop(self._mine)

    def write_out(self) -> None:
        """Ask for a place and write everything of one's own there."""
        ask_save(self._pane, self._services.settings, _("My bank"), self._write, CONTENT)

    def bring_in(self) -> None:
        """Ask for a content file and add what it holds."""
        ask_open(self._pane, self._services.settings, self._read, CONTENT)

    @property
    def _mine(self) -> Activity | None:
        row = self._pane.found.row
        return row.activity if row is not None and row.mine else None

    def _drop(self, one: Piece) -> None:
        said = _("Deleted “{title}” from your bank.").format(title=one.title)

        def back() -> None:
            self._shelf.keep([one], lambda: self._pane.found.choose_key(one.key))

        self._shelf.drop(one.key, lambda: self._services.say(said, back=back))

    def _keep_new(self, activity: Activity) -> None:
        said = _("Saved “{title}” to your bank.").format(title=activity.title)
        self._shelf.keep([activity], lambda: self._services.say(said))

    def _keep_changed(self, activity: Activity) -> None:
        said = _("Changed “{title}” in your bank.").format(title=activity.title)

        def told() -> None:
            self._pane.found.choose_key(activity.key)
            self._services.say(said)

        self._shelf.keep([activity], told)

    def _write(self, place: Path) -> None:
        def told(count: int) -> None:
            words = ngettext(
                "Saved {count} piece of your own in {file}.",
                "Saved {count} pieces of your own in {file}.",
                count,
            )
            self._services.say(words.format(count=count, file=place.name))

        self._shelf.write_out(place, told)

    def _read(self, place: Path) -> None:
        self._shelf.bring_in(place, self._tell_read)

    def _tell_read(self, pieces: tuple[Piece, ...]) -> None:
        words = ngettext(
            "Added {count} piece to your bank: {titles}.",
            "Added {count} pieces to your bank: {titles}.",
            len(pieces),
        )
        titles = ", ".join(one.title for one in pieces)
        self._services.say(words.format(count=len(pieces), titles=titles))
        activities = [one for one in pieces if isinstance(one, Activity)]
        if activities:
            self._pane.found.choose_key(activities[0].key)


def _summary(why: str) -> str:
    """The first sentence that says why, as far as it fits the line."""
    first, dot, _rest = " ".join(why.split()).partition(". ")
    return whole_sentences(first + dot.strip(), LONGEST_LINE)
