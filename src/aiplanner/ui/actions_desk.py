"""Ask the library what is still to be done, and mark it as done, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from aiplanner.app.actions_due import Which, chosen, own_names, until
from aiplanner.app.marking import Mark, mark_saved
from aiplanner.app.ports import Library
from aiplanner.app.tracked import Tracked
from aiplanner.domain.errors import PlanError
from aiplanner.ui.document import Document
from aiplanner.ui.errors import is_known, sentence
from aiplanner.ui.latest_question import LatestQuestion
from aiplanner.ui.services import Services

_NAMES = "own/names"


@dataclass(frozen=True, slots=True)
class Question:
    """Which things to do, with archived programmes or without, for whom, and what day it is."""

    which: Which
    archived: bool
    names: tuple[str, ...]
    today: date


@dataclass(frozen=True, slots=True)
class ToDo:
    """The answer: what the question asks for, in order."""

    question: Question
    found: tuple[Tracked, ...]


def look_up(library: Library, question: Question) -> ToDo:
    """What is still to be done, as the question asks."""
    last = until(question.which, question.today)
    found = library.tracked(last, archived=question.archived)
    return ToDo(question, chosen(found, question.which, question.names, question.today))


class ActionsDesk(QObject):
    """Between Home and the library: one question at a time, the latest one wins."""

    listed = Signal(object)
    """ToDo: the answer to the latest question."""
    unlisted = Signal(str)
    """A sentence: the list cannot be had."""
    refused = Signal(str)
    """A sentence: something could not be marked; the list is asked for anew."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._latest: LatestQuestion[Question, ToDo] = LatestQuestion(
            services.jobs,
            self,
            partial(look_up, services.library),
            self.listed.emit,
            self._on_unlisted,
        )

    @property
    def names(self) -> str:
        """The user's own names as typed; they stay on this computer."""
        return self._services.settings.word(_NAMES)

    @names.setter
    def names(self, typed: str) -> None:
        self._services.settings.keep_word(_NAMES, typed.strip())

    @property
    def today(self) -> date:
        """The day it is here."""
        return self._services.today()

    def ask(self, which: Which, *, archived: bool) -> None:
        """Ask for a list; while one is on its way only the latest other question is kept."""
        self._latest.ask(Question(which, archived, own_names(self.names), self.today))

    def again(self) -> None:
        """Ask the same once more: something was changed."""
        asked = self._latest.asked
        if asked is not None:
            self.ask(asked.which, archived=asked.archived)

    def mark(self, mark: Mark, then: Callable[[], object]) -> None:
        """Mark something; in the open programme itself where a window has it, else in the library.

        A programme that is open is never changed behind its window's back: what is edited there
        would clash with it.
        """
        document = self._services.document_of(mark.programme_id)
        if document is not None:
            self._mark_open(document, mark, then)
            return
        library, now = self._services.library, self._services.now()
        self._services.jobs.start(
            lambda _ticket: mark_saved(library, mark, now),
            lambda _none: self._marked(then),
            self._refuse,
            owner=self,
        )

    def _mark_open(self, document: Document, mark: Mark, then: Callable[[], object]) -> None:
        try:
            document.edit(mark.label, mark)
        except PlanError as error:
            self._refuse(error)
            return
        document.flush()  # the list that is asked for next is read after it was stored
        self._marked(then)

    def _marked(self, then: Callable[[], object]) -> None:
        self.again()
        then()

    def _refuse(self, error: BaseException) -> None:
        if not is_known(error):
            raise error
        self.again()
        self.refused.emit(sentence(error))

    def _on_unlisted(self, error: BaseException) -> None:
        if not is_known(error):
            raise error
        self.unlisted.emit(sentence(error))
