"""What changed in a programme since a pack of it was issued, in words, in the order of the plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from aiplanner.app.change_clock import begins_at, moved_times
from aiplanner.app.change_fields import capital, field_changes, quoted
from aiplanner.app.change_found import answer_changes, found_changes, people_changes
from aiplanner.domain.cycle import LIVE, State
from aiplanner.domain.delta import Delta, diff
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Focus, Item, Material, Session, Sheet, Step, Strand
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed. What is `private` is for facilitators only."""

    where: str
    sentence: str
    row: RowId
    private: bool = False

    @property
    def line(self) -> str:
        """The sentence with where it is true, where it stands alone."""
        return _("{where}: {sentence}.").format(where=self.where, sentence=self.sentence)


def changes_since(
    before: Programme, after: Programme, sessions: Collection[RowId] | None = None
) -> tuple[Change, ...]:
    """What changed, but for what only other sessions than these (None: all) are concerned with."""
    delta = diff(before, after)
    if not delta:
        return ()
    return tuple(_told(before, after, delta, sessions))


def for_readers(changes: Iterable[Change], *, facilitators: bool) -> tuple[Change, ...]:
    """What of the changes may be told: to participants nothing that is private."""
    return tuple(change for change in changes if facilitators or not change.private)


def change_lines(
    changes: Sequence[Change], titles: Sequence[str], *, facilitators: bool
) -> tuple[tuple[str, str], ...]:
    """Where and what, for the page that comes before a pack which is issued again.

    `titles` are the documents that say something else now; where no sentence tells why, each is
    named.
    """
    told = for_readers(changes, facilitators=facilitators)
    if told:
        full = _("{sentence}.")
        return tuple((one.where, full.format(sentence=one.sentence)) for one in told)
    changed = _("The wording of {title} has changed.")
    return tuple(("", changed.format(title=quoted(title))) for title in titles)


def _told(
    before: Programme, after: Programme, delta: Delta, sessions: Collection[RowId] | None
) -> Iterator[Change]:
    for said in field_changes(after.head, before.head, after.head):
        yield Change(_("The programme"), capital(said.words), after.id, said.private)
    if _reordered(before.sessions, after.sessions):
        yield Change(_("The programme"), _("The order of the sessions has changed"), after.id)
    for number, session in enumerate(after.sessions, start=1):
        if sessions is None or session.id in sessions:
            yield from _of_session(before, after, delta, session, number)
    yield from _sessions_gone(before, after, sessions)
    counted = (*people_changes(delta), *found_changes(delta), *answer_changes(delta))
    for found in counted:
        yield Change(found.where, found.sentence, found.row, found.private)


def _sessions_gone(
    before: Programme, after: Programme, sessions: Collection[RowId] | None
) -> Iterator[Change]:
    for number, session in enumerate(before.sessions, start=1):
        concerned = sessions is None or session.id in sessions
        if session.id not in after.rows and concerned:
            where = _named(_("Session {number}"), number, session)
            yield Change(where, _("It falls away"), session.id)


def _of_session(
    before: Programme, after: Programme, delta: Delta, session: Session, number: int
) -> Iterator[Change]:
    where = _named(_("Session {number}"), number, session)
    then = before.rows.get(session.id)
    if not isinstance(then, Session):
        items = sum(item.live for item in after.walk(session.id))
        words = ngettext(
            "It is new, with {count} item", "It is new, with {count} items", items
        ).format(count=items)
        yield Change(where, words, session.id)
        return
    for said in field_changes(after.head, then, session):
        yield Change(where, capital(said.words), session.id, said.private)
    for change in _of_items(before, after, delta, session):
        yield Change(where, change.sentence, change.row, change.private)
    if _reordered(tuple(before.walk(session.id)), tuple(after.walk(session.id))):
        yield Change(where, _("The order of the items has changed"), session.id)
    for moved in moved_times(before, after, session):
        yield Change(where, moved.sentence, moved.row)


def _reordered(then: Sequence[Item | Session], now: Sequence[Item | Session]) -> bool:
    """Whether those that are there then and now follow each other in another way."""
    ids = [{row.id for row in rows} for rows in (then, now)]
    both = ids[0] & ids[1]
    return [row.id for row in then if row.id in both] != [row.id for row in now if row.id in both]


def _of_items(
    before: Programme, after: Programme, delta: Delta, session: Session
) -> Iterator[Change]:
    now = list(after.walk(session.id))
    for item in now:
        then = before.rows.get(item.id)
        if not isinstance(then, Item) or before.session_of(then).id != session.id:
            yield from _came(before, after, session, item)
        else:
            yield from _of_item(after, then, item)
            yield from _of_parts(before, after, delta, item)
    here = {item.id for item in now}
    for item in before.walk(session.id):
        if item.id not in here:
            yield _left(after, item)


def _came(before: Programme, after: Programme, session: Session, item: Item) -> Iterator[Change]:
    """An item that is new here; one that does not take place is nobody's matter but ours."""
    clock = begins_at(after, session, item.id)
    facts = {"item": _name(item), "time": clock}
    moved = item.id in before.rows
    words = _("{item} takes place here now") if moved else _("{item} is new")
    if clock:
        words = (
            _("{item} takes place here now, at {time}") if moved else _("{item} is new, at {time}")
        )
    yield Change("", words.format(**facts), item.id, private=not item.live)


def _left(after: Programme, item: Item) -> Change:
    there = after.rows.get(item.id)
    if isinstance(there, Item):
        session = after.session_of(there)
        words = _("{item} takes place in session {number} now").format(
            item=_name(item), number=after.sessions.index(session) + 1
        )
    else:
        words = _("{item} falls away").format(item=_name(item))
    return Change("", words, item.id, private=not item.live)


def _of_item(after: Programme, then: Item, item: Item) -> Iterator[Change]:
    hidden = not (then.live or item.live)
    if then.state is not item.state:
        words = _state_words(then.state, item.state).format(item=_name(item))
        yield Change("", words, item.id, hidden)
    elif then.kind is item.kind and then.strand_id != item.strand_id:
        words = _("{item} stands elsewhere in the session now").format(item=_name(item))
        yield Change("", words, item.id, hidden)
    for said in field_changes(after.head, then, item):
        words = _("{item}: {said}").format(item=_name(then), said=said.words)
        yield Change("", words, item.id, hidden or said.private or not item.live)


def _state_words(was: State, now: State) -> str:
    if now not in LIVE:
        return _("{item} falls away")
    if was not in LIVE:
        return _("{item} takes place after all")
    if now is State.SHORT:
        return _("{item} is held in its short version")
    return _("{item} is held in full")


_PARTS = (
    (Strand, _("{item}: its strands have changed"), False),
    (Sheet, _("{item}: its sheets have changed"), False),
    (Step, _("{item}: how it is done has changed"), True),
    (Material, _("{item}: what it needs has changed"), True),
    (Focus, _("{item}: the capabilities it works on have changed"), True),
)
"""The kinds of rows that an item holds, what is said of them, and whether it is for us only."""


def _of_parts(before: Programme, after: Programme, delta: Delta, item: Item) -> Iterator[Change]:
    """One sentence a kind of what an item holds, however many rows of it changed."""
    touched = {
        type(row)
        for programme in (before, after)
        for row in programme.children_of(item.id)
        if row.id in delta.rows
    }
    for kind, words, private in _PARTS:
        if kind in touched:
            sentence = words.format(item=_name(item))
            yield Change("", sentence, item.id, private or not item.live)


def _name(item: Item) -> str:
    return quoted(item.title) if item.title.strip() else _("An item without a title")


def _named(words: str, number: int, session: Session) -> str:
    name = words.format(number=number)
    return f"{name}, {quoted(session.title)}" if session.title.strip() else name
