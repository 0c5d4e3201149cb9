"""The cards of the thread as a list model that keeps its rows while they change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from aiplanner.app.phase_rooms import PHASE_OF
from aiplanner.app.thread_words import ORPHAN_WORDS, fact_of, kind_words, sentence_of, text_of
from aiplanner.domain.cycle import Phase
from aiplanner.domain.findings import SORT_OF, Finding, Sort
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.thread import Orphan, Thread, orphans, thread_of
from aiplanner.domain.thread_layout import Layout, arranged
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.following import follow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TEXT = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


class Card(NamedTuple):
    """One finding in the thread; two equal cards look and sound the same."""

    finding: Finding
    roots: tuple[RowId, ...]
    fruits: tuple[RowId, ...]
    orphan: Orphan | None

    @property
    def id(self) -> RowId:
        """The finding's."""
        return self.finding.id

    @property
    def sort(self) -> Sort:
        """The finding's."""
        return SORT_OF[type(self.finding)]

    @property
    def phase(self) -> Phase | None:
        """The phase that found it."""
        return PHASE_OF.get(self.sort)

    @property
    def text(self) -> str:
        """What it says, in one line."""
        return text_of(self.finding)

    @property
    def kind(self) -> str:
        """What it is, as exactly as it is known."""
        return kind_words(self.finding)

    @property
    def fact(self) -> str:
        """What else is worth knowing, in a few words."""
        return fact_of(self.finding)

    @property
    def lacks(self) -> str:
        """In what way it hangs loose; empty where it does not."""
        return "" if self.orphan is None else ORPHAN_WORDS[self.orphan]


@dataclass(frozen=True, slots=True)
class Scene:
    """The thread of a programme as it is drawn and listed."""

    thread: Thread
    loose: Mapping[RowId, Orphan]
    layout: Layout
    cards: tuple[Card, ...]
    """In the order of a cycle."""
    wanted: Sequence[RowId] | None = None
    """The only findings shown; None: the whole thread."""


def scene_of(
    programme: Programme, *, only_loose: bool = False, before: Scene | None = None
) -> Scene:
    """The thread of a programme; `only_loose` shows what is not tied yet and nothing else.

    `before` is what was shown until now: where only words have changed, everything stays in place.
    """
    thread = thread_of(programme)
    loose = orphans(thread)
    wanted = [*loose] if only_loose else None
    if before is not None and before.wanted == wanted and _tied_alike(before.thread, thread):
        layout = before.layout
    else:
        layout = arranged(thread, None if wanted is None else set(wanted))
    cards = tuple(
        Card(row, thread.grown_from(key), thread.became(key), loose.get(key))
        for key, row in thread.rows.items()
        if key in layout.places
    )
    return Scene(thread, loose, layout, cards, wanted)


def _tied_alike(one: Thread, other: Thread) -> bool:
    """Whether the same findings stand in the same order with the same knots between them."""
    return [*one.rows] == [*other.rows] and one.fruits == other.fruits


def changed_spans(before: Sequence[Card], after: Sequence[Card]) -> tuple[int, int] | None:
    """The first and the last row that look or sound different; None where all are the same."""
    pairs = enumerate(zip(before, after, strict=True))
    rows = [row for row, (was, card) in pairs if was != card]
    return (rows[0], rows[-1]) if rows else None


class ThreadModel(QAbstractListModel):
    """One row a card; rows come, move and go one by one, so that the choice stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []
        self._rows: dict[RowId, int] = {}
        self.scene: Scene | None = None

    def show(self, scene: Scene) -> None:
        """Show a thread as it is now."""
        self.scene = scene
        follow(self, self._cards, scene.cards, lambda card: card.id)
        before, self._cards = self._cards, list(scene.cards)
        self._rows = {card.id: n for n, card in enumerate(self._cards)}
        span = changed_spans(before, self._cards)
        if span is not None:
            self.dataChanged.emit(self.index(span[0]), self.index(span[1]))

    def card(self, row: int) -> Card:
        """The card of a row."""
        return self._cards[row]

    def row_of(self, finding: RowId) -> int | None:
        """Where a finding is in the list."""
        return self._rows.get(finding)

    def sentence(self, finding: RowId) -> str:
        """A finding as it is read aloud; empty where it is not shown."""
        if self.scene is None or finding not in self._rows:
            return ""
        return sentence_of(self.scene.thread, finding, self.scene.loose.get(finding))

    # What Qt asks of a model

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many cards."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a card says."""
        if not index.isValid() or role not in _TEXT:
            return None
        return self.sentence(self._cards[index.row()].id)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The only column is the thread; a row is named by what it says."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return _("Thread")
        return self._cards[section].text
