"""Before and after: the group's profile as a picture, in words and as a table, and its papers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from aiplanner.app.content import capability_guide
from aiplanner.app.rating_words import (
    MOMENT_NAMES,
    hidden_words,
    people_words,
    profile_lines,
    scale_words,
)
from aiplanner.domain.cycle import Capability
from aiplanner.domain.programme import Programme
from aiplanner.domain.self_rating import Moment
from aiplanner.domain.self_ratings import Profile, profile
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.profile_table import ProfileModel
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import BETWEEN, INSIDE
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.dot_plot import DotPlot, Dots
from aiplanner.ui.widgets.fold import Fold
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.row_table import RowTable
from aiplanner.ui.widgets.words_delegate import WordsDelegate

_SHARES = (36, 32, 32)
"""Of the width, in hundredths: what the columns of the table take."""


class ProfileTable(RowTable):
    """As high as its rows, which are as high as their words."""

    def __init__(self, model: ProfileModel) -> None:
        super().__init__(_("The group's profile"), 0)
        self.setModel(model)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setItemDelegate(WordsDelegate(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Share the width, then take the height that the words need."""
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, self.width() * share // 100)
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(n) for n in range(self._rows))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less width takes more lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @property
    def _rows(self) -> int:
        return self.model().rowCount()


class ProfilePanel(QWidget):
    """Follows the programme; nothing of fewer than five people is ever shown here."""

    sheets_wanted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.people = label("", "secondary", wrap=True)
        self.plot = DotPlot()
        self.legend = label(_legend(), "secondary", wrap=True)
        self.hidden = label("", "secondary", wrap=True)
        self.model = ProfileModel()
        self.model.setParent(self)
        self.table = ProfileTable(self.model)
        self.in_words = Fold(self.table)
        self.in_words.name(_("As a table, in words"))
        self.enter = button(_("Enter sheets"), self.sheets_wanted.emit, "primary")
        go = services.go
        self.print_profile = button(
            _("Print the group's profile"), lambda: go("print", document="leadership-profile")
        )
        body = QVBoxLayout(self)
        body.setContentsMargins(BETWEEN, BETWEEN, BETWEEN, BETWEEN)
        body.setSpacing(INSIDE)
        for widget in (
            label(_("Before and after"), "section"),
            self.people,
            self.plot,
            self.legend,
            self.hidden,
            self.in_words,
            self.enter,
            self.print_profile,
            *(button(words, _printing(services, key)) for words, key in _PAPERS),
        ):
            body.addWidget(widget)
        body.addStretch(1)

    def show_programme(self, programme: Programme) -> None:
        """Show what may be shown of the group."""
        found = profile(programme.self_ratings)
        some = found.before.shown or found.after.shown
        self.people.setText(people_words(found) if programme.self_ratings else _NOBODY)
        lines = profile_lines(found)
        self.plot.show_dots([_dots(found, c) for c in Capability], " ".join(lines))
        self.hidden.setText(hidden_words(found))
        self.hidden.setVisible(bool(self.hidden.text()))
        self.model.show(found)
        self.fit()
        for widget in (self.plot, self.legend, self.in_words, self.print_profile):
            widget.setVisible(some)

    def fit(self) -> None:
        """Take the height of all rows at the present text size."""
        self.plot.setFixedHeight(self.plot.natural_size().height())
        self.table.fit()


_NOBODY = _(
    "Nobody's sheet is entered yet. Print the sheets for the first session and the last; "
    "people hand them in under a code, never a name."
)
_PAPERS = (
    (_("Print sheets to fill in"), "self-rating"),
    (_("Print the evidence sheet"), "capability-evidence"),
    (_("Print capability cards"), "capability-cards"),
)


def _printing(services: Services, key: str) -> Callable[[], object]:
    return lambda: services.go("print", document=key)


def _legend() -> str:
    marks = _("○ {before}   ● {after}").format(
        before=MOMENT_NAMES[Moment.BEFORE], after=MOMENT_NAMES[Moment.AFTER]
    )
    words = _(
        "From left to right: {points}. A dot is the middle answer; a ring around it: the same "
        "both times."
    )
    points = scale_words().replace(" ·", "\N{NO-BREAK SPACE}·")  # no line begins with the dot
    return f"{marks}\n{words.format(points=points)}"


def _dots(found: Profile, capability: Capability) -> Dots:
    name = capability_guide(capability).name
    return Dots(name, found.before.middles.get(capability), found.after.middles.get(capability))
