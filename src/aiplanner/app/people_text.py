"""The people of a programme as plain text: who they are, who sits with whom, what they decided."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.group_words import all_groupings, group_name, grouping_name, rounds_of
from aiplanner.app.hint_words import SAID
from aiplanner.app.wording import day_text
from aiplanner.domain.people import Group, Grouping, Person
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Dismissal
from aiplanner.i18n import gettext as _


def people_lines(programme: Programme) -> Iterator[str]:
    """Everybody with all that is known of them: it is the facilitators' own copy."""
    if people := programme.people:
        yield from _heading(_("People"))
        for person in people:
            yield from _person(programme, person)
    if groupings := all_groupings(programme):
        yield from _heading(_("Groups"))
        for grouping in groupings:
            yield from _grouping(programme, grouping)
    if dismissals := programme.dismissals:
        yield from _heading(_("Hints left as they are"))
        for dismissal in dismissals:
            yield _dismissal(programme, dismissal)


def _heading(title: str) -> tuple[str, ...]:
    return "", "", title, "-" * len(title)


def _person(programme: Programme, person: Person) -> Iterator[str]:
    named = (person.name or _("Without a name"), person.organisation, person.job)
    yield "- " + " · ".join(part for part in named if part)
    if parts := list(_parts(person)):
        yield "  " + " · ".join(parts)
    for sentence, text in (
        (_("Away from: {text}"), ", ".join(_away(programme, person))),
        (_("Contact: {text}"), person.contact),
        (_("Access needs (private): {text}"), person.access),
        (_("Private notes: {text}"), person.notes),
    ):
        if text:
            first, *rest = text.splitlines() or [""]
            yield "  " + sentence.format(text=first)
            yield from (f"    {line}" for line in rest)


def _parts(person: Person) -> Iterator[str]:
    if not person.takes_part:
        yield _("does not take part")
    if person.core_team:
        role = person.core_role
        yield _("core team: {role}").format(role=role) if role else _("core team")
    elif person.core_role:
        yield person.core_role
    if person.facilitates:
        yield _("facilitates")


def _away(programme: Programme, person: Person) -> Iterator[str]:
    for number, session in enumerate(programme.sessions, 1):
        if person.id in programme.absent_from(session.id):
            told = _("Session {number}: {title}") if session.title else _("Session {number}")
            yield told.format(number=number, title=session.title)


def _grouping(programme: Programme, grouping: Grouping) -> Iterator[str]:
    yield f"- {grouping_name(programme, grouping)}"
    rounds = rounds_of(programme, grouping)
    for groups in rounds:
        if len(rounds) > 1:
            yield "  " + _("Round {number}").format(number=groups[0].round)
        for number, group in enumerate(groups, 1):
            yield "  " + _group(programme, group, number)


def _group(programme: Programme, group: Group, number: int) -> str:
    name = group_name(programme, group, number)
    place = f"{name} ({group.room})" if group.room else name
    names = (person.name or _("Without a name") for person in programme.members_of(group.id))
    return f"{place}: {', '.join(names)}"


def _dismissal(programme: Programme, dismissal: Dismissal) -> str:
    said = SAID.get(dismissal.rule)
    row = None if dismissal.row_id is None else programme.rows.get(dismissal.row_id)
    about = getattr(row, "title", "") or getattr(row, "text", "")
    day = "" if dismissal.day is None else day_text(dismissal.day)
    told = (dismissal.rule if said is None else said.good, about, dismissal.reason, day)
    return "- " + " · ".join(" ".join(part.split()) for part in told if part)
