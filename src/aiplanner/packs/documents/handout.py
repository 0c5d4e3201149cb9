"""Any handout: its title, its blocks, the programme's words in them; blank where there are none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aiplanner.app.paper_words import session_name, session_number
from aiplanner.domain.handouts import Handout, is_form
from aiplanner.domain.rows import Session
from aiplanner.packs.asking import Asks, FormSheet
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.handout_pages import HandoutPages
from aiplanner.packs.handout_places import only_item, running_number, sessions_with
from aiplanner.packs.merge import Merge, values_of
from aiplanner.packs.setting import Draft, Setting


def drafts(handout: Handout, setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """One for the programme, or one a session; a blank one where there is no session.

    Where items name a handout that comes once a session, only their sessions get it.
    """
    using = sessions_with(setting.programme, setting.sessions, handout.key)
    if handout.each == "session" and setting.sessions:
        for session in setting.sheets(using or setting.sessions):
            yield _of_session(handout, session, setting, blocks)
        return
    chosen = using or setting.sessions
    one = chosen[0] if len(chosen) == 1 else None
    number = running_number(setting.programme, using, handout.key)
    yield _draft(handout, setting, blocks, _Place(one, number))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the programme a sheet belongs."""

    session: Session | None
    number: str
    name: str = ""
    """The session's, where there is a sheet for each."""


def _of_session(handout: Handout, session: Session, setting: Setting, blocks: Blocks) -> Draft:
    programme = setting.programme
    own = running_number(programme, [session], handout.key)
    number = own or str(session_number(programme, session))
    place = _Place(session, number, session_name(programme, session))
    return _draft(handout, setting, blocks, place)


def _draft(handout: Handout, setting: Setting, blocks: Blocks, place: _Place) -> Draft:
    """The handout, merged with what the programme and the session say."""
    merge = Merge(values_of(setting.programme, place.session), setting.gate)
    title = merge.plain(handout.title)
    outline = ", ".join(filter(None, (title, place.name)))
    form = setting.options.fillable and is_form(handout)
    asks = _asks(handout, setting, title, blocks, place) if form else None
    pages = HandoutPages(handout, setting, blocks, merge, outline, asks)
    of = place.session.id if place.session and place.name else None
    return Draft(title, pages.story(), place.number, place.name, of)


def _asks(handout: Handout, setting: Setting, title: str, blocks: Blocks, place: _Place) -> Asks:
    session = place.session
    item = only_item(setting.programme, session, handout.key) if session else None
    sheet = FormSheet(
        setting.programme.id,
        handout.key,
        session.id if session else None,
        item,
        setting.options.revision,
    )
    return Asks(sheet, title, handout.blocks, blocks.styles.profile.cell)
