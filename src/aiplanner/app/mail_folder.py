"""Say what a folder that is ready to mail holds: its files, and the message that goes with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aiplanner.app.agenda_text import agenda_text
from aiplanner.app.file_names import file_stem
from aiplanner.app.paper_words import programme_title
from aiplanner.app.printing import Audience, DocumentInfo
from aiplanner.app.session_scope import numbers_of, scope_words
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _

LARGEST = 10_000_000
"""Bytes that most mail boxes take in one message."""
MESSAGE = _("Message.txt")


@dataclass(frozen=True, slots=True)
class MailPart:
    """One PDF of the folder."""

    name: str
    documents: tuple[str, ...]
    fillable: bool


def mail_parts(infos: Sequence[DocumentInfo], audience: Audience) -> tuple[MailPart, ...]:
    """The PDFs of these documents: what is to be read, and what is to be filled in.

    Facilitators' documents go in only where `audience` is theirs, so that private notes are not
    mailed by mistake.
    """
    safe = [one for one in infos if one.audience != "facilitator" or audience == "facilitator"]
    read = tuple(info.id for info in safe if not info.fillable)
    fill = tuple(info.id for info in safe if info.fillable)
    to_read = _("For facilitators") if audience == "facilitator" else _("For participants")
    named = ((to_read, read, False), (_("To fill in"), fill, True))
    there = [(title, ids, fillable) for title, ids, fillable in named if ids]
    return tuple(
        MailPart(f"{number} {title}.pdf", ids, fillable)
        for number, (title, ids, fillable) in enumerate(there, 1)
    )


def mail_scope(programme: Programme, sessions: tuple[RowId, ...] | None) -> str:
    """What the files are about, for their names: "Sessions 1 and 2", or the programme's title."""
    if sessions is not None and numbers_of(programme, sessions):
        return scope_words(programme, sessions)
    return file_stem(programme_title(programme))


def mail_message(
    programme: Programme,
    sessions: tuple[RowId, ...] | None,
    files: Sequence[str],
    *,
    forms: bool,
) -> str:
    """The words of the mail: when and where, what happens, what is attached, what to send back."""
    chosen = [s for s in programme.sessions if sessions is None or s.id in sessions]
    parts = [programme_title(programme)]
    parts += [agenda_text(programme, session).rstrip() for session in chosen]
    attached = [_("Attached:"), *(f"- {name}" for name in files)]
    parts.append("\n".join(attached))
    if forms:
        parts.append(
            _("To fill a form in: open the file, type into its fields, save it, and send it back.")
        )
    parts.append(_other_formats(programme))
    return "\n\n".join(filter(None, parts)) + "\n"


def size_note(size: int) -> str:
    """What to know of a folder of so many bytes; empty where every mail box takes it."""
    if size <= LARGEST:
        return ""
    return _(
        "The files are {size} MB together. Many mail boxes take {most} MB at most: "
        "send them in several mails."
    ).format(size=round(size / 1_000_000), most=LARGEST // 1_000_000)


def _other_formats(programme: Programme) -> str:
    head = programme.head
    if own := head.other_formats.strip():
        return own
    contact = head.contact.strip()
    return (
        _("For this in another format, ask {contact}.").format(contact=contact) if contact else ""
    )
