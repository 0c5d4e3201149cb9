"""The cells of an item in the running order: everything that a facilitator needs to run it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from aiplanner.app.content import capability_guide, phase_label
from aiplanner.app.paper_words import item_title, minutes_words
from aiplanner.app.printing import RunningColumn
from aiplanner.app.wording import LEVEL_NAMES, PART_NAMES, ROLE_NAMES
from aiplanner.domain.copies import needed, people_of
from aiplanner.domain.cycle import Capability, Role
from aiplanner.domain.lengths import Length, length_text
from aiplanner.domain.numbering import sheet_numbers
from aiplanner.domain.rows import Focus, Item, Material, Session, Step
from aiplanner.i18n import gettext as _
from aiplanner.packs.badges import Badge
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.grid import Line, Tone
from aiplanner.packs.setting import Setting
from aiplanner.packs.styles import PROFILES, Print


class ItemCells:
    """Sets the items of one session."""

    def __init__(self, session: Session, setting: Setting, blocks: Blocks) -> None:
        self._setting, self._programme, self._blocks = setting, setting.programme, blocks
        self._session = session
        self._people = people_of(setting.programme, session)
        self._numbers = sheet_numbers(setting.programme, session.id)
        self._wanted = setting.options.columns or get_args(RunningColumn)

    def line(self, when: str, minutes: str, item: Item, tone: Tone = Tone.PLAIN) -> Line:
        """The row of an item."""
        return Line((when, minutes, self._what(item, tone), self._with(item)), tone)

    def legend(self) -> Story:
        """What the badges of the session mean, when there are any."""
        items = self._setting.items(self._session)
        seen = {focus.capability for item in items for focus in self._programme.focus_of(item.id)}
        if not seen or "capabilities" not in self._wanted:
            return []
        guides = [capability_guide(c) for c in Capability if c in seen]
        marks = ", ".join(f"{guide.mark}\u00a0{guide.name}" for guide in guides)
        words = _("Filled: leads on. Outlined: supports. {marks}.").format(marks=marks)
        return self._blocks.small(words)

    def _what(self, item: Item, tone: Tone) -> Story:
        blocks = self._blocks
        story = blocks.cell(item_title(item), quiet=tone is Tone.QUIET)
        if item.phase is not None and "phase" in self._wanted:
            story += blocks.phase(item.phase, phase_label(self._setting.head, item.phase))
        if "why" in self._wanted:
            story += blocks.cell_lines([item.why])
        if "how" in self._wanted:
            story += blocks.cell_numbers(_step(step) for step in self._programme.steps_of(item.id))
        return story + self._facts(
            [
                ("how", _("If short of time:"), _short(item)),
                ("how", _("Leaves behind:"), "; ".join(item.outputs.splitlines())),
                ("notes", _("Private:"), item.notes),
            ]
        )

    def _facts(self, told: Iterable[tuple[RunningColumn, str, str]]) -> Story:
        """The facts that are wanted, each in a line."""
        return self._blocks.cell_facts(
            (name, words) for key, name, words in told if key in self._wanted
        )

    def _brief(self, told: Iterable[tuple[RunningColumn, str, str]]) -> Story:
        """Short facts: each in a line of a column, but together where the whole width is theirs."""
        if self._blocks.sheet.profile.body <= PROFILES[Print.CLEAR].body:
            return self._facts(told)
        gate = self._blocks.gate
        facts = [
            gate.fill("<b>{name}</b>\u00a0{words}", name=name, words=words.strip())
            for key, name, words in told
            if key in self._wanted and words.strip()
        ]
        return self._blocks.cell_lines([gate.join(facts, " · ")])

    def _badges(self, item: Item) -> Story:
        if "capabilities" not in self._wanted:
            return []
        return self._blocks.badges(
            [self._badge(focus) for focus in self._programme.focus_of(item.id)]
        )

    def _badge(self, focus: Focus) -> Badge:
        guide = capability_guide(focus.capability)
        words = f"{ROLE_NAMES[focus.role]} {guide.name}"
        return Badge(guide.mark, words, focus.role is Role.LEADS)

    def _with(self, item: Item) -> Story:
        materials = (self._material(m) for m in self._programme.materials_of(item.id))
        sheets = (f"{self._numbers[s.id]} {s.title}" for s in self._programme.sheets_of(item.id))
        who = self._brief(
            [
                ("group", _("Group:"), item.group),
                ("lead", _("Lead:"), item.lead),
                ("room", _("Room:"), item.room),
                ("room", _("For:"), item.audience),
                ("phase", _("Part:"), PART_NAMES[item.part] if item.part else ""),
                ("capabilities", _("Level:"), LEVEL_NAMES[item.level] if item.level else ""),
                ("minutes", _("Length:"), _length(item.planned_length)),
            ]
        )
        what = self._facts(
            [
                ("materials", _("Materials:"), ", ".join(filter(None, materials))),
                ("materials", _("Sheets:"), ", ".join(sheets)),
            ]
        )
        return who + what + self._badges(item)

    def _material(self, material: Material) -> str:
        count = needed(material, self._people)
        if not material.name.strip() or count in (None, 1):
            return material.name.strip()
        return f"{material.name.strip()}\u00a0×\u00a0{count}"


def _step(step: Step) -> str:
    text = step.text.strip() or (_("Break") if step.is_break else "")
    if step.minutes is None:
        return text
    return _("{text} ({minutes})").format(text=text, minutes=minutes_words(step.minutes))


def _short(item: Item) -> str:
    minutes = "" if item.short_minutes is None else minutes_words(item.short_minutes)
    return ", ".join(filter(None, (item.short.strip(), minutes)))


def _length(length: Length) -> str:
    """Said only where the minutes do not say it all: turns and ranges."""
    if length.times is None and length.low is None and length.high is None:
        return ""
    each = f", {length.each.strip()}" if length.each.strip() else ""
    return _("{length} min{each}").format(length=length_text(length), each=each)
