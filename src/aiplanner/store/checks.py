"""Look whether a library is sound: the file, its references, every programme."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, select

from aiplanner.app.own_content import from_piece
from aiplanner.app.ports import WorldError
from aiplanner.app.wording import say
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import faults, text_limit
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

from . import issued
from .loading import load
from .own_content import list_pieces, strange_pieces
from .pictures import damaged
from .schema import programme
from .transactions import is_file, reading, writing

_LOOK_AT_WORDS = "INSERT INTO words_index(words_index, rank) VALUES ('integrity-check', 1)"
"""FTS5's command to compare the index with the words; it changes nothing."""

_MOST = 20
"""Complaints of SQLite that are repeated; one damaged page can cause thousands."""


def complaints(engine: Engine) -> Iterator[str]:
    """What is wrong with the library, one plain sentence each.

    Every programme is read in a transaction of its own, so that nobody waits long to save.
    WorldError when not even the list can be read.
    """
    if is_file(engine):
        yield from _of_the_file(engine)
        yield from _of_the_words(engine)
    with reading(engine) as connection:
        named = connection.execute(select(programme.c.id, programme.c.title)).all()
    for key, title in named:
        if what := _fault(engine, RowId(key)):
            yield _("The programme “{title}” is damaged: {what}").format(title=title, what=what)
    yield from _of_own_content(engine)
    yield from _of_the_pictures(engine)
    yield from _of_the_issued(engine)


def _of_the_file(engine: Engine) -> list[str]:
    try:
        with reading(engine) as connection:
            return [*_pages(connection), *_orphans(connection)]
    except WorldError as error:  # damage can be such that SQLite cannot even look at it
        return [say(error)]


def _of_the_words(engine: Engine) -> list[str]:
    try:
        with writing(engine) as connection:
            connection.exec_driver_sql(_LOOK_AT_WORDS)
    except WorldError as error:
        if error.code == "library-damaged":
            return [_("The index of words does not fit, so a search may miss something.")]
        return [say(error)]
    return []


def _pages(connection: Connection) -> list[str]:
    told = connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST})").scalars().all()
    sentence = _("The library file is damaged ({what}).")
    return [sentence.format(what=" ".join(what.split())) for what in told if what != "ok"]


def _orphans(connection: Connection) -> list[str]:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(_MOST)
    sentence = _("The table {table} holds rows that belong to none.")
    return [sentence.format(table=name) for name in sorted({row[0] for row in rows})]


def _of_own_content(engine: Engine) -> Iterator[str]:
    with reading(engine) as connection:
        pieces, strange = list_pieces(connection, None), strange_pieces(connection)
    for title, what in strange:
        yield say(PlanError("own-damaged", title=title, what=what))
    for piece in pieces:
        try:
            from_piece(piece)
        except PlanError as error:
            yield say(error)


def _of_the_pictures(engine: Engine) -> Iterator[str]:
    with reading(engine) as connection:
        count = damaged(connection)
    if count:
        told = ngettext(
            "{count} picture is damaged, so its photo shows nothing.",
            "{count} pictures are damaged, so their photos show nothing.",
            count,
        )
        yield told.format(count=count)


def _of_the_issued(engine: Engine) -> Iterator[str]:
    with reading(engine) as connection:
        count = issued.damaged(connection)
    if count:
        told = ngettext(
            "{count} issued pack is damaged, so nobody can see what changed since.",
            "{count} issued packs are damaged, so nobody can see what changed since.",
            count,
        )
        yield told.format(count=count)


def _fault(engine: Engine, programme_id: RowId) -> str:
    """What is wrong with a programme, or nothing; one deleted meanwhile is not wrong."""
    try:
        with reading(engine) as connection:
            stored, _revision = load(connection, programme_id)
    except WorldError as error:
        return say(error)
    except PlanError:
        return ""
    for fault in faults(stored):
        return say(PlanError(fault.code, field=fault.field, limit=text_limit(fault.field)))
    return ""
