"""Forms that are dropped on Home: tell which programme they belong to, and lead there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from aiplanner.app.ports import Library, Shelf
from aiplanner.app.returned import ReadForm
from aiplanner.app.returned_reading import no_mark, programme_of
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.returned.gathering import Gathered, gathered
from aiplanner.ui.returned.reading import FormReading
from aiplanner.ui.services import Services

Say = Callable[[str, str, Callable[[], object] | None], object]
"""Says a sentence with the words of a button and what it does (None: without one)."""
OpenForms = Callable[[str, Sequence[Path]], object]
"""Opens a programme by its id, with these forms in its window for them."""


class FormOwners(QObject):
    """Reads what was dropped; nothing is entered anywhere."""

    def __init__(
        self, services: Services, say: Say, open_forms: OpenForms, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._say, self._open = services, say, open_forms
        self._reading = FormReading(services.worker_command, self)
        self._files: tuple[Path, ...] = ()
        self._owners: dict[str, list[Path]] = {}
        self._left = 0
        self._why = ""
        """Why the last file that was refused was."""
        self._reading.read.connect(self._on_read)
        self._reading.refused.connect(self._on_refused)

    def ask(self, paths: Sequence[Path]) -> None:
        """Tell whose these forms are; what was asked before is forgotten."""
        self._reading.stop()
        self._say(_("Reading the forms…"), "", None)
        chosen = tuple(paths)
        jobs = self._services.jobs
        jobs.start(lambda _ticket: gathered(chosen), self._on_gathered, self._on_failed)

    def stop(self) -> None:
        """End the process that reads."""
        self._reading.stop()

    def _on_gathered(self, found: Gathered) -> None:
        self._reading.stop()  # of two asked at once, the first may have begun meanwhile
        self._files, self._left, self._why = found.files, len(found.files), ""
        self._owners.clear()
        if not found.files:
            self._say(_("There is no PDF file in that folder."), "", None)
        for number, path in enumerate(found.files):
            self._reading.add(number, path)

    def _on_read(self, number: int, read: ReadForm) -> None:
        owner = programme_of(read)
        if owner is None:
            self._why = sentence(no_mark(read))
        else:
            self._owners.setdefault(owner, []).append(self._files[number])
        self._on_answered()

    def _on_refused(self, _number: int, error: BaseException) -> None:
        assert is_known(error), "the reader tells what can be said"
        self._why = sentence(error)
        self._on_answered()

    def _on_answered(self) -> None:
        self._left -= 1
        if self._left:
            return
        self._reading.stop()
        library, wanted = self._services.library, tuple(self._owners)
        self._services.jobs.start(
            lambda _ticket: _titles(library, wanted), self._tell, self._on_failed
        )

    def _tell(self, titles: dict[str, str]) -> None:
        if not self._owners:
            words = _("None of these is a form of aiplanner.")
            self._say(self._why if len(self._files) == 1 and self._why else words, "", None)
        elif not titles:
            self._say(_("These forms belong to a programme that is not here."), "", None)
        else:
            self._offer(titles)

    def _offer(self, titles: dict[str, str]) -> None:
        """Offer the programme that most of the forms belong to."""
        owner = max(titles, key=lambda key: len(self._owners[key]))
        forms, count = tuple(self._owners[owner]), len(self._files)
        words = ngettext(
            "This form belongs to “{title}”.",
            "{mine} of {count} forms belong to “{title}”.",
            count,
        )
        said = words.format(mine=len(forms), count=count, title=titles[owner])
        self._say(said, _("Open it"), lambda: self._open(owner, forms))

    def _on_failed(self, error: BaseException) -> None:
        if not is_known(error):
            raise error
        self._say(sentence(error), "", None)


def _titles(library: Library, wanted: Sequence[str]) -> dict[str, str]:
    """The titles of those of these programmes that the library has, not in the bin."""
    return {
        one.id: one.title or _("Without a title")
        for one in library.summaries(None)
        if one.id in wanted and one.shelf is not Shelf.BIN
    }
