"""The list of people for the facilitators; what they need to take part only where it is asked."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.domain.people import Person
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.grid import Column, Line
from aiplanner.packs.setting import Draft, Setting


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one document."""
    title, people = _("People"), setting.programme.people
    story = blocks.title(title, _("Private: for the facilitators."))
    access = setting.options.access
    columns = (
        Column(_("Name"), 9, 1, leads=True, strong=True),
        Column(_("From"), 9, 1),
        Column(_("Part in the programme"), 8, 1),
        Column(_("Contact"), 8, 1),
        *((Column(_("Access needs"), 9, 1),) if access else ()),
    )
    lines = [
        Line(
            (
                person.name,
                ", ".join(filter(None, (person.organisation, person.job))),
                _part(person),
                person.contact,
                *((person.access,) if access else ()),
            )
        )
        for person in people
    ]
    none = blocks.empty(
        _("Nobody is listed yet."),
        _("Who takes part, who plans and who facilitates stands here once you have named them."),
    )
    yield Draft(title, [*story, *(blocks.table(columns, lines) if lines else none)])


def _part(person: Person) -> str:
    core = _("core team: {role}").format(role=person.core_role)
    parts = (
        _("takes part") if person.takes_part else "",
        (core if person.core_role else _("core team")) if person.core_team else "",
        _("facilitator") if person.facilitates else "",
    )
    return ", ".join(filter(None, parts))
