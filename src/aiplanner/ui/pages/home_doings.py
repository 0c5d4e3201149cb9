"""Do what the menu of a programme on Home offers, and tell of it with the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from aiplanner.app.ports import Shelf, Summary
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.question import ask
from aiplanner.ui.library_desk import LibraryDesk
from aiplanner.ui.models.programme_words import title_words
from aiplanner.ui.services import Say

Do = Callable[[], object]


class Doings:
    """What can be done to a programme, by key of `home_menu.ROW_VERBS`."""

    def __init__(
        self,
        home: QWidget,
        desk: LibraryDesk,
        say: Say,
        open_it: Callable[[RowId], object],
        rename: Do,
    ) -> None:
        """`rename` changes the title of the chosen programme in place."""
        self._home, self._desk, self._say = home, desk, say
        self._open, self._rename = open_it, rename

    def of(self, summary: Summary) -> Mapping[str, Do]:
        """Everything that can be done to it, wherever it stands."""
        key, title = summary.id, title_words(summary)
        return {
            "open": lambda: self._open(key),
            "rename": self._rename,
            "duplicate": lambda: self._duplicate(summary),
            "archive": lambda: self._shelve(
                summary, Shelf.ARCHIVED, _("Archived “{title}”.").format(title=title)
            ),
            "activate": lambda: self._shelve(
                summary, Shelf.ACTIVE, _("“{title}” is out of the archive.").format(title=title)
            ),
            "bin": lambda: self._shelve(
                summary, Shelf.BIN, _("Moved “{title}” to the bin.").format(title=title)
            ),
            "restore": lambda: self._shelve(
                summary, Shelf.ACTIVE, _("Restored “{title}”.").format(title=title)
            ),
            "delete": lambda: self._delete(summary),
        }

    def _duplicate(self, summary: Summary) -> None:
        title = _("{title} (copy)").format(title=title_words(summary))
        told = _("Added “{title}”: the plan, without what the group found.")
        said = told.format(title=title)
        self._desk.duplicate(summary.id, title, lambda _key: self._say(said))

    def _shelve(self, summary: Summary, shelf: Shelf, said: str) -> None:
        def back() -> None:
            self._desk.shelve(summary.id, summary.shelf)

        self._desk.shelve(summary.id, shelf, lambda _none: self._say(said, back=back))

    def _delete(self, summary: Summary) -> None:
        ask(
            self._home,
            _("Delete for good?"),
            _("“{title}” and everything in it will be gone. This cannot be undone.").format(
                title=title_words(summary)
            ),
            (_("Delete for good"), lambda: self._desk.delete(summary.id)),
            danger=True,
        )
