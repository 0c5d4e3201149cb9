"""What the empty cells of a table to fill ask: names by row and column, and words for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aiplanner.app.consent import said
from aiplanner.app.form_names import short_id
from aiplanner.domain.findings import Finding
from aiplanner.domain.handouts import TableBlock
from aiplanner.i18n import gettext as _
from aiplanner.packs.asking import Ask, Asks
from aiplanner.packs.merge import Merge
from aiplanner.packs.text import Markup


def cell_asks(
    block: TableBlock,
    found: Sequence[Finding],
    rows: Sequence[Sequence[Markup]],
    merge: Merge,
    asks: Asks | None,
) -> list[Sequence[Ask | None]]:
    """Row by row, what each cell without words asks; empty rows on paper."""
    if asks is None:
        return [()] * len(rows)
    cells = _Cells(block, merge, asks)
    return [
        cells.row(found[n] if n < len(found) else None, n - len(found) + 1, n + 1, words)
        for n, words in enumerate(rows)
    ]


@dataclass(frozen=True, slots=True)
class _Cells:
    """Names the cells of one table."""

    block: TableBlock
    merge: Merge
    asks: Asks

    def row(
        self, finding: Finding | None, number: int, place: int, words: Sequence[Markup]
    ) -> Sequence[Ask | None]:
        """The cells of a finding's row, or of the row of that number after the findings'.

        `place` is which row of the table it is to those who see it.
        """
        about = self._about(finding, number, place)
        return [
            None if text else self._cell(finding, number, column, about)
            for column, text in enumerate(words)
        ]

    def _cell(self, finding: Finding | None, number: int, column: int, about: str) -> Ask:
        part = self.block.columns[column]
        title = self.merge.plain(part.title)
        table, place = self.asks.of(self.block), f"c{column + 1}"
        if finding is not None:
            row = short_id(finding.id)
            name = f"{part.ask}-{row}" if part.ask else f"{table}-{row}-{place}"
        elif self._single and part.ask:
            name = part.ask
        else:
            name = f"{table}-r{number}-{place}"
        return self.asks(name, _cell_words(about, title), many=not part.ask)

    @property
    def _single(self) -> bool:
        """Whether it is one row of blanks, such as a name and a date."""
        return self.block.rows == 1 and not (self.block.labels or self.block.of)

    def _about(self, finding: Finding | None, number: int, place: int) -> str:
        """What a row is about; nothing where there is but one."""
        if finding is not None:
            return said(finding)
        if number <= len(self.block.labels):
            return self.merge.plain(self.block.labels[number - 1])
        return "" if self._single else _("Row {number}").format(number=place)


def _cell_words(about: str, title: str) -> str:
    """What a cell asks: its row, then its column."""
    if not (about and title):
        return about or title
    return _("{row}: {column}").format(row=about, column=title)
