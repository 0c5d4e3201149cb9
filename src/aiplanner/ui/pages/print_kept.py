"""Keep what was chosen on the Print page of a programme for when it is opened again."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from aiplanner.app.decoding import strict
from aiplanner.app.plain_data import plain
from aiplanner.app.printing import Audience, RunningColumn
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.ui.document import Document
from aiplanner.ui.pages.print_choices import PrintChoices
from aiplanner.ui.pages.print_documents import DocumentList
from aiplanner.ui.pages.print_look import Look
from aiplanner.ui.settings import Settings


@dataclass(frozen=True, slots=True)
class _Kept:
    """Of a `Look` what belongs to the programme; size, paper and sides are the computer's."""

    sessions: tuple[RowId, ...] = ()
    """Empty: the whole cycle."""
    audience: Audience = "all"
    fillable: bool = False
    columns: tuple[RunningColumn, ...] = ()


class KeptChoices:
    """Choices are kept over restarts; ticks go with the program, for the plan goes on meanwhile.

    A handout that the plan names later is ticked by itself: it must not be left out by what was
    ticked in another month.
    """

    def __init__(
        self, settings: Settings, document: Document, choices: PrintChoices, listed: DocumentList
    ) -> None:
        self._settings, self._choices, self._listed = settings, choices, listed
        self._key = f"print-{document.now.id}"
        kept = _read(settings.word(self._key))
        choices.show_sessions(document.now.sessions)
        choices.show_look(
            replace(
                choices.look,
                sessions=kept.sessions or None,
                audience=kept.audience,
                fillable=kept.fillable,
                columns=kept.columns,
            )
        )
        ticks = settings.passing.get(self._key)
        if isinstance(ticks, dict):
            listed.recall(ticks)

    def keep(self) -> None:
        """Keep what is chosen now."""
        look = self._choices.look
        kept = _kept(look)
        text = "" if kept == _Kept() else json.dumps(plain(kept))
        self._settings.keep_word(self._key, text)
        self._settings.passing[self._key] = self._listed.by_hand


def _kept(look: Look) -> _Kept:
    return _Kept(look.sessions or (), look.audience, look.fillable, look.columns)


def _read(text: str) -> _Kept:
    """What such a text keeps; what cannot be read (any more) counts as never kept."""
    try:
        return strict(json.loads(text), _Kept)
    except (ValueError, RecursionError, PlanError):
        return _Kept()
