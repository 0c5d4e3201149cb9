"""Show where a colleague and I changed the same, and let me take theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from aiplanner.domain.delta import Clash
from aiplanner.domain.edits.fields import checked
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import Link
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Row, parents
from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.conflict_words import field_words, row_words, value_words
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.saving import Merged
from aiplanner.ui.tokens import BETWEEN, INSIDE
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import Button, button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.scroll import scrolling


def taking_theirs(clash: Clash, theirs: Programme) -> Callable[[Programme], Programme]:
    """The edit that puts a colleague's state of one field, or of one row, in place of mine."""

    def take(mine: Programme) -> Programme:
        row, other = mine.rows.get(clash.row), theirs.rows.get(clash.row)
        if other is None:
            return mine.drop([clash.row])
        if row is None or not clash.field:
            return checked(mine, other, *_below(theirs, clash.row, mine))
        value = {clash.field: getattr(other, clash.field)}
        return checked(mine, replace(row, **value))

    return take


def _below(theirs: Programme, row: RowId, mine: Programme) -> Iterator[Row]:
    """What comes back with a row; of its links those whose other end is here as well."""
    there = {row, *mine.rows}
    for below in theirs.below(row):
        if not isinstance(below, Link) or there.issuperset(parents(below)):
            yield below


class Conflicts(DialogFrame):
    """One line a clash: what it is, mine, theirs. Mine stands until theirs is taken."""

    def __init__(self, parent: QWidget, document: Document, merged: Merged) -> None:
        super().__init__(
            parent,
            _("Two people changed the same"),
            _(
                "Somebody else saved this programme while you were editing it. Everything else "
                "was brought together; here yours is in place. Take theirs where it is better."
            ),
            width=680,
        )
        self._document, self._merged = document, merged
        grid = QGridLayout()
        grid.setHorizontalSpacing(BETWEEN)
        grid.setVerticalSpacing(INSIDE)
        for column, words in enumerate((_("What"), _("Yours"), _("Theirs"))):
            grid.addWidget(label(words, "label"), 0, column)
            grid.setColumnStretch(column, 1)
        self.buttons = [self._line(grid, n, clash) for n, clash in enumerate(merged.clashes, 1)]
        holder = QWidget()
        holder.setLayout(grid)
        self.body.addWidget(scrolling(holder), 1)
        self.add_answer(button(_("Done"), self.accept, "primary"))

    def _line(self, grid: QGridLayout, at: int, clash: Clash) -> Button:
        mine = self._document.now.rows.get(clash.row)
        theirs = self._merged.theirs.rows.get(clash.row)
        named = mine or theirs
        what = "" if named is None else row_words(named)
        if clash.field:
            what = f"{what}: {field_words(clash.field)}"
        yours, others = (
            value_words(getattr(row, clash.field)) if row is not None and clash.field else said
            for row, said in (
                (mine, _("deleted") if mine is None else _("kept")),
                (theirs, _("deleted") if theirs is None else _("changed")),
            )
        )
        for column, words in enumerate((what, yours, others)):
            grid.addWidget(label(words, wrap=True), at, column)
        made = button(_("Take theirs"), partial(self._take, at - 1, clash))
        made.setAccessibleName(_("Take theirs: {what}").format(what=what))
        grid.addWidget(made, at, 3)
        return made

    def _take(self, n: int, clash: Clash) -> None:
        said = _("Take a colleague's change")
        try:
            self._document.edit(said, taking_theirs(clash, self._merged.theirs))
        except PlanError as error:
            announce(self, sentence(error), urgent=True)
            self.buttons[n].setToolTip(sentence(error))
            return
        self.buttons[n].setText(_("Taken"))
        self.buttons[n].setEnabled(False)
