"""Ask how people should be put in groups, and say at once what comes of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSpinBox, QWidget

from aiplanner.app.group_words import MIX_NAMES, groups_text
from aiplanner.domain.edits.many_people import Draw
from aiplanner.domain.grouping import comers, even_sizes, sizes_of
from aiplanner.domain.ids import RowId
from aiplanner.domain.pairing import rounds_without_repeat
from aiplanner.domain.people import Grouping, GroupingKind, Mix
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.text_field import TextField

_WHOLE = ""
_SIZE, _COUNT, _PAIRS = "size", "count", "pairs"
MOST_ROUNDS = 60
"""More rounds of pairs than a long day has room for."""
_BOUNDS = {_SIZE: (2, 60, 6), _COUNT: (1, 200, 4), _PAIRS: (1, MOST_ROUNDS, 3)}
"""Least, most, and what is offered first."""
_NUMBERS = {
    _SIZE: _("People in a group, at most"),
    _COUNT: _("Number of groups"),
    _PAIRS: _("Rounds"),
}


class NewGrouping(DialogFrame):
    """For whom, what kind, how many, mixed how; `agreed` tells the grouping and its draw."""

    agreed = Signal(object, object)

    def __init__(
        self,
        parent: QWidget | None,
        programme: Programme,
        key: RowId,
        seed: int,
        session: RowId | None,
    ) -> None:
        super().__init__(parent, _("Make groups"), width=480)
        self._programme, self._key, self._seed = programme, key, seed
        self.title_field = TextField(_("Name"), _("Tables of the morning"))
        numbered = [
            (s.id, _("{number}  {title}").format(number=n, title=s.title or _("Without a title")))
            for n, s in enumerate(programme.sessions, 1)
        ]
        self.whom = ChoiceField(
            _("For"), [(_WHOLE, _("everybody who takes part")), *numbered], self
        )
        self.whom.show_key(session or _WHOLE)
        self.kind = ChoiceField(
            _("Kind"),
            [
                (_SIZE, _("groups of one size")),
                (_COUNT, _("a number of groups")),
                (_PAIRS, _("pairs, in rounds")),
            ],
            self,
        )
        self.number = QSpinBox(self)
        self.number_label = label("", "label")
        self.mix = ChoiceField(_("Drawn"), [(m.value, words) for m, words in MIX_NAMES.items()])
        self.mix.show_key(Mix.ORGANISATION if self._organisations() > 1 else Mix.NONE)
        self.says = label("", wrap=True)
        self._lay_out()
        self.add_answer(button(_("Cancel"), self.reject))
        self.make_button = button(_("Make"), self._agree, "primary")
        self.add_answer(self.make_button)
        self.kind.picked.connect(lambda _key: self._turn_kind())
        self.whom.picked.connect(lambda _key: self._say())
        self.number.valueChanged.connect(lambda _number: self._say())
        self.title_field.returnPressed.connect(self._agree)
        self._turn_kind()
        self.kind.setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(INSIDE * 2)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[QLabel, QWidget], ...] = (
            (label(_("For"), "label"), self.whom),
            (label(_("Kind"), "label"), self.kind),
            (self.number_label, self.number),
            (label(_("Drawn"), "label"), self.mix),
            (label(_("Name"), "label"), self.title_field),
        )
        for n, (name, field) in enumerate(rows):
            name.setBuddy(field)
            grid.addWidget(name, n, 0)
            grid.addWidget(field, n, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.says)

    @property
    def _session(self) -> RowId | None:
        return RowId(self.whom.key) if self.whom.key else None

    def _organisations(self) -> int:
        return len({p.organisation.casefold() for p in self._programme.people if p.organisation})

    def _turn_kind(self) -> None:
        least, most, first = _BOUNDS[self.kind.key]
        self.number.setRange(least, most)
        self.number.setValue(first)
        self.number.setAccessibleName(_NUMBERS[self.kind.key])
        self.number_label.setText(_NUMBERS[self.kind.key])
        self._say()

    def _say(self) -> None:
        people = len(comers(self._programme, self._session))
        come = ngettext("{count} person comes.", "{count} people come.", people)
        said = [come.format(count=people)]
        if people:
            said.append(self._pairs(people) if self.kind.key == _PAIRS else self._groups(people))
        self.says.setText(" ".join(said))
        self.make_button.setEnabled(people > 1)
        if self.isVisible():
            announce(self, self.says.text())

    def _groups(self, people: int) -> str:
        number = self.number.value()
        by_size = self.kind.key == _SIZE
        sizes = sizes_of(people, number) if by_size else even_sizes(people, number)
        return _("That makes {groups}.").format(groups=groups_text(sizes))

    def _pairs(self, people: int) -> str:
        most = rounds_without_repeat(people)
        trio = _("One of each round's pairs is a trio.") if people % 2 else ""
        if self.number.value() <= most:
            said = ngettext(
                "Nobody meets the same person twice; up to {count} round is possible that way.",
                "Nobody meets the same person twice; up to {count} rounds are possible that way.",
                most,
            )
        else:
            said = ngettext(
                "After {count} round people meet again; that is spread evenly.",
                "After {count} rounds people meet again; that is spread evenly.",
                most,
            )
        return " ".join(filter(None, (said.format(count=most), trio)))

    def _agree(self) -> None:
        if not self.make_button.isEnabled():
            return
        number, kind = self.number.value(), self.kind.key
        pairs = kind == _PAIRS
        people = len(comers(self._programme, self._session))
        size = {_SIZE: number, _PAIRS: 2}.get(kind) or max(even_sizes(people, number))
        grouping = Grouping(
            self._key,
            0,
            title=self.title_field.text().strip(),
            kind=GroupingKind.PAIRS if pairs else GroupingKind.GROUPS,
            session_id=self._session,
            size=size,
            mix=Mix(self.mix.key),
        )
        draw = Draw(
            self._seed,
            count=number if kind == _COUNT else None,
            rounds=number if pairs else None,
        )
        self.accept()
        self.agreed.emit(grouping, draw)
