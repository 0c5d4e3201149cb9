"""Ask the library what a read form is: the work of one job, away from the window."""

from __future__ import annotations

from dataclasses import dataclass

from aiplanner.app import content
from aiplanner.app.own_content import own_handouts
from aiplanner.app.ports import Library
from aiplanner.app.returned import ReadForm, ReturnedSheet
from aiplanner.app.returned_reading import recognised
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme


@dataclass(frozen=True, slots=True)
class Recognising:
    """The library to ask, and the programme that the forms should be of, at its revision."""

    library: Library
    programme: Programme
    revision: int

    def sheets(self, read: ReadForm) -> tuple[ReturnedSheet, ...]:
        """The sheets in a file; PlanError `returned-…`, or WorldError where the library refuses.

        A form of another programme that the library has is refused with its `title`.
        """
        handouts = (*content.handouts(), *own_handouts(self.library))
        taken = self.library.returned(self.programme.id)
        try:
            return recognised(read, self.programme, handouts, taken, self.revision)
        except PlanError as error:
            if error.code != "returned-foreign":
                raise
            title = title_of(self.library, str(error.facts.get("programme", "")))
            raise PlanError(error.code, **{**error.facts, "title": title}) from None


def title_of(library: Library, programme_id: str) -> str:
    """What the library calls a programme; empty where it has none of that id."""
    titles = (one.title for one in library.summaries(None) if one.id == programme_id)
    return next(titles, "")
