"""The inspector's view of one item: why, how, with what, and where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from aiplanner.app.content import phase_label
from aiplanner.app.wording import KIND_NAMES, LEVEL_NAMES, PART_NAMES, STATE_NAMES
from aiplanner.domain.cycle import RESTS, Kind, Phase, State
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Item
from aiplanner.domain.schedule import SessionClock
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.models.running_order_edits import Focuses, set_focuses
from aiplanner.ui.own_shelf import OwnShelf
from aiplanner.ui.tokens import BETWEEN
from aiplanner.ui.widgets.capability_chooser import CapabilityChooser
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.inspector_field_set import FieldSet
from aiplanner.ui.widgets.inspector_links import Ties
from aiplanner.ui.widgets.inspector_part_list import Holder, PartList
from aiplanner.ui.widgets.inspector_parts import MATERIALS, STEPS, STRANDS, PartField
from aiplanner.ui.widgets.inspector_sheets import offer_titles, sheets_from
from aiplanner.ui.widgets.inspector_words import item_facts, steps_facts
from aiplanner.ui.widgets.labels import hairline, label

TITLE = PartField("title", _("Title"), _("Change the title"), "area", _("What is it called?"))
WHY = PartField("why", _("Why"), _("Change why"), "area", _("What is it good for?"))
SHORT = PartField(
    "short", _("If short of time"), _("Change the short way"), "area", _("What can be left out?")
)
NOTES = PartField(
    "notes", _("Private notes"), _("Change the notes"), "area", _("For facilitators only")
)
OUTPUTS = PartField(
    "outputs", _("What it leaves behind"), _("Change the outputs"), "area", _("One a line")
)


E = TypeVar("E", bound=StrEnum)


def _choice(field: str, name: str, names: Mapping[E, str], empty: str = "") -> PartField:
    """A choice among names; `empty` says what it is to choose none of them."""
    answers = tuple((key.value, words) for key, words in names.items())
    label_text = _("Change: {what}").format(what=name)
    kind = type(next(iter(names)))
    whole = (("", empty), *answers) if empty else answers
    return PartField(field, name, label_text, "choice", answers=whole, kind=kind)


def _text(field: str, name: str, hint: str = "") -> PartField:
    return PartField(field, name, _("Change: {what}").format(what=name), hint=hint)


_STATES: Mapping[State, str] = {
    State.PLANNED: _("in full"),
    State.SHORT: _("in its short version"),
    State.PARKED: STATE_NAMES[State.PARKED],
    State.SKIPPED: STATE_NAMES[State.SKIPPED],
}
_LEAD = PartField("lead", _("Lead"), _("Change: {what}").format(what=_("Lead")), "name")
_FACTS = (
    _text("group", _("Group"), _("pairs, tables of six …")),
    _LEAD,
    _text("room", _("Room")),
    _text("audience", _("Audience"), _("everyone")),
)
_PLACES = (
    _choice("phase", _("Phase"), {phase: phase.value for phase in Phase}, _("none")),
    _choice("part", _("Part"), PART_NAMES, _("none")),
    _choice("level", _("Level"), LEVEL_NAMES, _("none")),
)
_EACH = PartField("each", _("Each turn"), _("Change whose turns they are"), "each", _("team"))
_SHORT_MINUTES = PartField(
    "short_minutes",
    _("Minutes of the short version"),
    _("Change the short minutes"),
    "minutes",
    _("min"),
)
_STATE = _choice("state", _("Planned"), _STATES)


class ItemPanel(QWidget):
    """Built once; shows one item after the other. The words come first, the facts after them."""

    def __init__(
        self,
        document: Document,
        new_id: NewId,
        set_kind: Callable[[Kind], object],
        shelf: OwnShelf,
    ) -> None:
        super().__init__()
        self._document = document
        self.item_id: RowId | None = None
        self._clock: Callable[[], SessionClock | None] = lambda: None
        self._fields = FieldSet(document, Ties(self._row, "item"))
        self.head = QWidget()
        """Title and facts, to stand above what scrolls."""
        self.facts = label("", "secondary", wrap=True)
        self.kind = ChoiceField(
            _("Kind"), [(kind.value, words) for kind, words in KIND_NAMES.items()]
        )
        self.kind.picked.connect(lambda key: self._on_kind(set_kind, key))
        self.capabilities = CapabilityChooser()
        self.capabilities.setProperty("look", "inline")
        self.capabilities.changed.connect(self._on_capabilities)
        holder = Holder(document, new_id, lambda: self.item_id, shelf)
        self.steps, self.strands, self.materials, self.sheets = (
            PartList(holder, sort) for sort in (STEPS, STRANDS, MATERIALS, sheets_from(shelf))
        )
        offer_titles(self.sheets.adding, shelf)
        self._only: list[tuple[QWidget, Callable[[Item], bool]]] = []
        self._lay_out()
        document.changed.connect(self._on_changed)

    def show_item(self, item_id: RowId, clock: Callable[[], SessionClock | None]) -> None:
        """Show that item; `clock` gives its session's times of the moment."""
        self._clock = clock
        self.item_id = item_id
        self._fields.refresh()
        for part_list in self.lists:
            part_list.refresh()
        self._on_changed()

    def put_away(self) -> None:
        """Show no item."""
        self.item_id = None

    @property
    def lists(self) -> tuple[PartList, ...]:
        """The lists of parts."""
        return self.steps, self.strands, self.materials, self.sheets

    @property
    def title(self) -> QWidget:
        """The field of the title."""
        return self._fields.by_name["title"]

    def _row(self, now: Programme) -> Item | None:
        row = now.rows.get(self.item_id) if self.item_id else None
        return row if isinstance(row, Item) else None

    def _lay_out(self) -> None:
        fields = self._fields
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(BETWEEN - 6)
        top = QVBoxLayout(self.head)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(fields.bare(TITLE))
        top.addWidget(self.facts)
        fields.by_name["title"].setProperty("role", "section")
        self._put(fields.worded(WHY), lambda item: item.kind is not Kind.SECTION)
        self._put(self.steps, lambda item: item.kind is not Kind.SECTION)
        self._put(self.strands, lambda item: item.kind is Kind.BREAKOUT)
        self._put(fields.worded(SHORT, beside=_SHORT_MINUTES), _is_work)
        self._put(fields.worded(NOTES, private=True))
        self._put(hairline())
        self._put(fields.lines(_PLACES), lambda item: item.kind is not Kind.SECTION)
        self._put(self._counting())
        self._put(fields.lines((_EACH,)), lambda item: item.length.times is not None)
        self._put(fields.lines(_FACTS), lambda item: item.kind is not Kind.SECTION)
        capabilities = QWidget()
        inside = QVBoxLayout(capabilities)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(label(_("Capabilities"), "strong"))
        inside.addWidget(self.capabilities)
        self._put(capabilities, _is_work)
        self._put(self.materials, lambda item: item.kind is not Kind.SECTION)
        self._put(self.sheets, lambda item: item.kind is not Kind.SECTION)
        self._put(fields.worded(OUTPUTS), _is_work)
        self._body.addStretch(1)

    def _counting(self) -> QWidget:
        lines = self._fields.lines((_STATE,))
        layout = lines.layout()
        assert isinstance(layout, QGridLayout), "made by lines"
        self.kind.setMinimumWidth(40)
        self._fields.add_line(layout, _("Kind"), self.kind)
        return lines

    def _put(self, widget: QWidget, when: Callable[[Item], bool] | None = None) -> None:
        self._body.addWidget(widget)
        if when is not None:
            self._only.append((widget, when))

    def _on_changed(self) -> None:
        now = self._document.now
        item = self._row(now)
        if item is None:
            return
        self.facts.setText(item_facts(now, item, self._clock()))
        self.steps.facts.setText(steps_facts(now, item))
        self.kind.show_key(item.kind.value)
        self.capabilities.show_roles({f.capability: f.role for f in now.focus_of(item.id)})
        for widget, when in self._only:
            if widget.isHidden() is when(item):
                widget.setVisible(when(item))
        self._name_phases(now.head)

    def _name_phases(self, head: Head) -> None:
        phases = self._fields.by_name["phase"]
        assert isinstance(phases, ChoiceField), "made from a choice"
        for n, phase in enumerate(Phase, 1):
            if phases.itemText(n) != (name := phase_label(head, phase)):
                phases.setItemText(n, name)

    def _on_kind(self, set_kind: Callable[[Kind], object], key: str) -> None:
        set_kind(Kind(key))
        self._on_changed()

    def _on_capabilities(self, roles: Focuses) -> None:
        item = self.item_id
        if item is not None:
            self._document.edit(
                _("Change the capabilities"), lambda now: set_focuses(now, item, roles)
            )


def _is_work(item: Item) -> bool:
    return item.kind not in RESTS and item.kind is not Kind.SECTION
