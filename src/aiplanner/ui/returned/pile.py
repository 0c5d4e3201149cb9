"""The pile of returned forms: read file by file, recognised, ticked, and taken sheet by sheet."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from aiplanner.app.returned import ReadForm, ReturnedSheet
from aiplanner.app.returned_rows import take_answers
from aiplanner.domain.delta import Delta, diff
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.document import Document
from aiplanner.ui.errors import Known, is_known, sentence
from aiplanner.ui.returned.gathering import Gathered, cut_text, gathered
from aiplanner.ui.returned.lines import UNREAD, FormLine, State, read_text, sheet_text, taken_text
from aiplanner.ui.returned.reading import FormReading
from aiplanner.ui.returned.recognising import Recognising
from aiplanner.ui.returned.takings import Takings
from aiplanner.ui.services import Services


class FormPile(QObject):
    """Reading alone enters nothing; every sheet that is taken is one step of undo."""

    changed = Signal()
    """Other lines, or other states of them."""
    said = Signal(str)

    def __init__(self, document: Document, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._services = document, services
        self.lines: list[FormLine] = []
        self.reading = FormReading(services.worker_command, self)
        self._takings = Takings(document.now.id, services, self._on_failed, self)
        self._files = 0
        """How many were ever added; the number of the next."""
        self._ticked: dict[tuple[Path, str], frozenset[str]] = {}
        """What was ticked of files that are read again, by the sheet's fingerprint."""
        self._cut = ""
        """What is said of files that were left out."""
        self._batch = 0
        """How many files, or sheets to take, the progress on show is of."""
        self._to_take: deque[tuple[int, int]] = deque()
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._take_next)
        self.reading.began.connect(self._on_began)
        self.reading.read.connect(self._on_read)
        self.reading.refused.connect(self._on_refused)
        document.changed.connect(self._follow)

    @property
    def progress(self) -> tuple[int, int]:
        """How many of how many are done; (0, 0) while nothing is going on."""
        left = len(self._to_take) or len(self._unread)
        return (self._batch - left, self._batch) if left else (0, 0)

    @property
    def taking(self) -> bool:
        """Whether sheets are being taken, rather than files read."""
        return bool(self._to_take)

    @property
    def all_ready(self) -> list[FormLine]:
        """What can be taken as it is ticked."""
        return [line for line in self.lines if line.takes]

    def line(self, place: tuple[int, int]) -> FormLine | None:
        """The line of that place."""
        return next((line for line in self.lines if line.place == place), None)

    def add(self, paths: Sequence[Path]) -> None:
        """Read these files, and the PDF files in these folders."""
        chosen, known = tuple(paths), frozenset(line.path for line in self.lines)
        jobs = self._services.jobs
        jobs.start(lambda _ticket: gathered(chosen, known), self._on_gathered, self._on_failed)

    def stop(self) -> None:
        """Read and take no more; what was not read leaves the list."""
        self._to_take.clear()
        self._turn.stop()
        unread = len(self._unread)
        if unread:
            self.reading.stop()
            self.lines = [line for line in self.lines if line.state not in UNREAD]
            words = ngettext(
                "Stopped. {count} file was not read.",
                "Stopped. {count} files were not read.",
                unread,
            )
            self.said.emit(words.format(count=unread))
        self.changed.emit()

    def drop(self, place: tuple[int, int]) -> None:
        """Take a line off the list; what was taken of it stays in the programme."""
        line = self.line(place)
        if line is not None and line.state not in UNREAD:
            self.lines.remove(line)
            self.changed.emit()

    def tick(self, place: tuple[int, int], keys: frozenset[str]) -> None:
        """Have just these answers of a sheet ticked."""
        line = self.line(place)
        if line is not None and line.state is State.READY:
            offered = {one.key for one in line.offers}
            self._put(replace(line, ticked=keys & offered, why=""))

    def take(self, place: tuple[int, int]) -> bool:
        """Take the ticked answers of a sheet as one step; whether that could be done."""
        line = self.line(place)
        if line is None or line.sheet is None or not line.takes:
            return False
        before, services = self._document.now, self._services
        try:
            after = take_answers(before, line.sheet, line.ticked, services.today(), services.new_id)
        except PlanError as refusal:
            self._put(replace(line, why=sentence(refusal)))
            return False
        self._enter(line, before, after)
        return True

    def take_all(self) -> None:
        """Take every sheet as it is ticked, one a turn of the window, so that it stays alive."""
        self._to_take.extend(line.place for line in self.all_ready)
        self._batch = len(self._to_take)
        words = ngettext("Taking {count} form…", "Taking {count} forms…", self._batch)
        self.said.emit(words.format(count=self._batch))
        self._take_next()

    def _take_next(self) -> None:
        if not self._to_take:
            return
        self.take(self._to_take.popleft())
        if self._to_take:
            self._turn.start(0)
        else:
            self.said.emit(taken_text(self.lines))
        self.changed.emit()

    def _enter(self, line: FormLine, before: Programme, after: Programme) -> None:
        """Make the edit; `_follow` sees in it that the sheet is taken."""
        sheet = line.sheet
        assert sheet is not None, "only what was recognised can be taken"
        step = diff(before, after)
        self._set(replace(line, why=""))
        self._takings.expect(line.place, step, sheet, line.path.name)
        label = _("take {sheet}").format(sheet=sheet_text(line))
        self._document.edit(label, partial(_become, after))

    @property
    def _unread(self) -> list[FormLine]:
        return [line for line in self.lines if line.state in UNREAD]

    def _on_gathered(self, found: Gathered) -> None:
        if not found.files:
            self.said.emit(_("There is no PDF file in that folder."))
            return
        if not self._unread:
            self._batch = 0
        self._batch += len(found.files)
        self._drop_again(found.files)
        for path in found.files:
            place = (self._files, 0)
            self._files += 1
            self.lines.append(FormLine(place, path))
        for line in self.lines[-len(found.files) :]:
            self.reading.add(line.place[0], line.path)
        words = ngettext("Reading {count} file…", "Reading {count} files…", len(found.files))
        self.said.emit(words.format(count=len(found.files)))
        self._cut = cut_text(found)
        self.changed.emit()

    def _drop_again(self, paths: Sequence[Path]) -> None:
        """A file that comes again may have been changed: its old line goes, but for what is taken.

        Where it says the same as before, what was ticked of it is ticked again.
        """
        again, stays, goes = frozenset(paths), list[FormLine](), list[FormLine]()
        for one in self.lines:
            to = goes if one.path in again and one.state is not State.TAKEN else stays
            to.append(one)
        sheets = ((one.path, one.sheet, one.ticked) for one in goes)
        self._ticked |= {(path, sheet.fingerprint): keys for path, sheet, keys in sheets if sheet}
        self.lines = stays

    def _on_began(self, number: int) -> None:
        self._replace(number, lambda line: [replace(line, state=State.READING)])

    def _on_read(self, number: int, read: ReadForm) -> None:
        document = self._document
        asked = Recognising(self._services.library, document.now, document.revision)
        self._services.jobs.start(
            lambda _ticket: asked.sheets(read),
            partial(self._on_recognised, number),
            partial(self._on_refused, number),
        )

    def _on_recognised(self, number: int, sheets: Sequence[ReturnedSheet]) -> None:
        if sheets:
            self._replace(number, lambda line: self._sheet_lines(line, sheets))
            self._tell_read()
        else:
            self._on_refused(number, PlanError("returned-blank"))

    def _on_refused(self, number: int, error: BaseException) -> None:
        if not is_known(error):
            raise error
        why = _refusal(error)
        self._replace(number, lambda line: [replace(line, state=State.REFUSED, why=why)])
        self._tell_read()

    def _on_failed(self, error: BaseException) -> None:
        if not is_known(error):
            raise error
        self.said.emit(sentence(error))

    def _sheet_lines(self, line: FormLine, sheets: Sequence[ReturnedSheet]) -> list[FormLine]:
        made = []
        for number, sheet in enumerate(sheets):
            twin = self._twin(sheet)
            ticked = frozenset() if twin else sheet.ticked
            ticked = self._ticked.pop((line.path, sheet.fingerprint), ticked)
            place = (line.place[0], number)
            now = self._document.revision
            made.append(FormLine(place, line.path, State.READY, "", sheet, ticked, twin, now))
        return made

    def _twin(self, sheet: ReturnedSheet) -> str:
        same = (
            line.path.name
            for line in self.lines
            if line.sheet is not None and line.sheet.fingerprint == sheet.fingerprint
        )
        return next(same, "")

    def _tell_read(self) -> None:
        if not self._unread:
            self.said.emit(self._cut or read_text(self.lines))

    def _replace(self, number: int, become: Callable[[FormLine], list[FormLine]]) -> None:
        """Put other lines in the place of a file that is being read, unless it was dropped."""
        at = next((n for n, line in enumerate(self.lines) if line.place == (number, 0)), None)
        if at is not None and self.lines[at].state in UNREAD:
            self.lines[at : at + 1] = become(self.lines[at])
            self.changed.emit()

    def _put(self, line: FormLine) -> None:
        self._set(line)
        self.changed.emit()

    def _set(self, line: FormLine) -> None:
        at = next(n for n, one in enumerate(self.lines) if one.place == line.place)
        self.lines[at] = line

    def _follow(self, delta: Delta) -> None:
        """See which sheet an edit took, took back, or took again."""
        for place, stands in self._takings.follow(delta):
            if (line := self.line(place)) is not None:
                self._put(replace(line, state=State.TAKEN if stands else State.READY))


def _refusal(error: Known) -> str:
    title = str(error.facts.get("title", "")) if error.code == "returned-foreign" else ""
    if not title:
        return sentence(error)
    words = _("This form belongs to “{title}”. Open that to take it in. Nothing was entered.")
    return words.format(title=title)


def _become(after: Programme, _now: Programme) -> Programme:
    """The step that was worked out already, on the very programme it is made on."""
    return after
