"""The materials and room checklist: what to bring, how many, for what; merged, to tick off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from aiplanner.app.paper_words import item_title, session_name, when_words
from aiplanner.domain.copies import counted, needed, people_of, spare
from aiplanner.domain.cycle import Per
from aiplanner.domain.numbering import sheet_numbers
from aiplanner.domain.rows import Item, Material, Session, Sheet
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.catalogue import handout_of
from aiplanner.packs.setting import Draft, Setting

_EACH = {
    Per.SESSION: _("{count}"),
    Per.PERSON: _("{count} for each person"),
    Per.PAIR: _("{count} for each pair"),
    Per.TABLE: _("{count} for each table"),
}


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one document."""
    title = _("Materials and room checklist")
    story = blocks.title(title)
    if not setting.sessions:
        story += blocks.empty(
            _("No sessions yet."),
            _("What to bring, to print and to set up stands here once you have planned one."),
        )
    for session in setting.sessions:
        story += _session(session, setting, blocks)
    yield Draft(title, story)


@dataclass(slots=True)
class Need:
    """One material of a session, merged over the items that use it."""

    name: str
    uses: list[tuple[str, Material]] = field(default_factory=list)
    """The titles of the items, each with what it asks for."""

    def words(self, people: int | None) -> str:
        """How many, and for what, in one line."""
        titles = ", ".join(dict.fromkeys(title for title, _material in self.uses))
        return _("{name}: {count} ({titles})").format(
            name=self.name, count=self._count(people), titles=titles
        )

    def _count(self, people: int | None) -> str:
        counts = [needed(material, people) for _title, material in self.uses]
        known = [count for count in counts if count is not None]
        if len(known) < len(counts):
            each = (_EACH[m.per].format(count=m.quantity) for _title, m in self.uses)
            return ", ".join(dict.fromkeys(each))
        most, total = max(known), sum(known)
        if most == total:
            return str(total)
        # Pens come back, cards do not: only the facilitator knows which it is.
        return _("{most} at a time, {total} if used up").format(most=most, total=total)


def needs_of(session: Session, setting: Setting) -> list[Need]:
    """The session's materials, equal names merged, in the order in which they are first used."""
    merged: dict[str, Need] = {}
    for item in filter(_used, setting.items(session)):
        for material in setting.programme.materials_of(item.id):
            name = " ".join(material.name.split())
            if name:
                need = merged.setdefault(name.casefold(), Need(name))
                need.uses.append((item_title(item), material))
    return list(merged.values())


def _session(session: Session, setting: Setting, blocks: Blocks) -> Story:
    people = people_of(setting.programme, session)
    lists = (
        (_("To bring"), [need.words(people) for need in needs_of(session, setting)]),
        (_("Sheets to print"), list(_sheets(session, setting, people))),
        (_("Rooms"), _rooms(session, setting)),
    )
    story = blocks.heading(session_name(setting.programme, session), listed=True)
    facts = (when_words(session, setting.clocks[session.id]), _people(people))
    story += blocks.before(blocks.note(" · ".join(filter(None, facts))))
    if not any(texts for _name, texts in lists):
        return story + blocks.text(_("Nothing is listed for this session yet."))
    for name, texts in lists:
        if texts:
            story += [*blocks.heading(name, 3), *blocks.ticks(texts)]
    return story


def _people(people: int | None) -> str:
    if people is None:
        return _("number of people not known yet")
    counted = ngettext("{count} person", "{count} people", people).format(count=people)
    return counted.replace(" ", "\u00a0")


def _sheets(session: Session, setting: Setting, people: int | None) -> Iterator[str]:
    """How many copies of each sheet: for each person, pair or table, and a tenth to spare."""
    numbers = sheet_numbers(setting.programme, session.id)
    for item in filter(_used, setting.items(session)):
        for sheet in setting.programme.sheets_of(item.id):
            yield _("{number} {title}: {copies}").format(
                number=numbers[sheet.id],
                title=sheet.title.strip() or item_title(item),
                copies=_copies(_per(sheet, setting), people),
            )


def _per(sheet: Sheet, setting: Setting) -> Per:
    """For whom a sheet is copied: as its handout says, else for each person."""
    handout = handout_of(sheet.handout, setting.options.own)
    return handout.per if handout else Per.PERSON


def _copies(per: Per, people: int | None) -> str:
    count = counted(per, people)
    if per is Per.SESSION:
        return _("one")
    if count is None:
        return _EACH[per].format(count=_("one"))
    more = spare(count)
    return _("{all} ({count} and {spare} to spare)").format(
        all=count + more, count=count, spare=more
    )


def _rooms(session: Session, setting: Setting) -> list[str]:
    """Each room once, the session's own first."""
    found = [session.venue]
    for item in filter(_used, setting.items(session)):
        found.append(item.room)
        found += [strand.room for strand in setting.programme.strands_of(item.id)]
    return list(dict.fromkeys(room.strip() for room in found if room.strip()))


def _used(item: Item) -> bool:
    return item.live
