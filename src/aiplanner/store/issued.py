"""Remember issued packs: what was in each, with the programme as it was then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, delete, insert, select

from aiplanner.app.issued import KEPT, IssuedDocument, IssuedPack, Way, from_snapshot
from aiplanner.app.ports import WorldError
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme

from .columns import moment
from .schema import issued_document, issued_pack, programme

_FACTS = (
    issued_pack.c.id,
    issued_pack.c.moment,
    issued_pack.c.revision,
    issued_pack.c.way,
    issued_pack.c.title,
    issued_pack.c.options,
)
_NEWEST = issued_pack.c.moment.desc(), issued_pack.c.id.desc()


def issue(connection: Connection, pack: IssuedPack) -> None:
    """Remember a pack, in place of the one of its id; forget the oldest beyond `KEPT`.

    PlanError `programme-gone`.
    """
    here = programme.c.id == pack.programme_id
    if connection.scalar(select(programme.c.number).where(here)) is None:
        raise PlanError("programme-gone", id=pack.programme_id)
    forget(connection, pack.id)
    connection.execute(insert(issued_pack).values(_record(pack)))
    if pack.documents:
        connection.execute(insert(issued_document), _document_records(pack))
    mine = issued_pack.c.programme_id == pack.programme_id
    old = select(issued_pack.c.id).where(mine).order_by(*_NEWEST).offset(KEPT).limit(KEPT)
    for pack_id in list(connection.scalars(old)):
        forget(connection, RowId(pack_id))


def issued(connection: Connection, programme_id: RowId) -> list[IssuedPack]:
    """The packs of a programme, newest first, without their snapshots."""
    mine = select(*_FACTS).where(issued_pack.c.programme_id == programme_id).order_by(*_NEWEST)
    records = connection.execute(mine).all()
    documents = _documents(connection, programme_id)
    return [_pack(programme_id, record, documents.get(record.id, ())) for record in records]


def snapshot(connection: Connection, pack_id: RowId) -> Programme:
    """The programme as it was; PlanError `issued-gone`, WorldError `issued-damaged`."""
    data = connection.scalar(select(issued_pack.c.snapshot).where(issued_pack.c.id == pack_id))
    if data is None:
        raise PlanError("issued-gone", id=pack_id)
    return _unpacked(data)


def damaged(connection: Connection) -> int:
    """How many packs there are whose programme of then cannot be read."""
    found = connection.execute(select(issued_pack.c.snapshot).execution_options(yield_per=1))
    return sum(not _readable(data) for (data,) in found)


def _readable(data: object) -> bool:
    try:
        _unpacked(data)
    except WorldError:
        return False
    return True


def _unpacked(data: object) -> Programme:
    if not isinstance(data, bytes | memoryview):  # SQLite keeps in a column whatever it is given
        raise WorldError("issued-damaged")
    return from_snapshot(bytes(data))


def forget(connection: Connection, pack_id: RowId) -> None:
    """Forget a pack; one that is gone already is no fault."""
    connection.execute(delete(issued_pack).where(issued_pack.c.id == pack_id))


def _documents(
    connection: Connection, programme_id: RowId
) -> dict[str, tuple[IssuedDocument, ...]]:
    table = issued_document.c
    wanted = (
        select(table.pack_id, table.key, table.title, table.pages, table.fingerprint)
        .where(table.programme_id == programme_id)
        .order_by(table.pack_id, table.place)
    )
    found: dict[str, tuple[IssuedDocument, ...]] = {}
    for pack_id, *facts in connection.execute(wanted).all():
        found[pack_id] = (*found.get(pack_id, ()), IssuedDocument(*facts))
    return found


def _pack(programme_id: RowId, record: Any, documents: Iterable[IssuedDocument]) -> IssuedPack:
    return IssuedPack(
        id=RowId(record.id),
        programme_id=programme_id,
        moment=datetime.fromisoformat(record.moment),
        revision=record.revision,
        way=cast("Way", record.way),
        title=record.title,
        options=record.options,
        documents=tuple(documents),
    )


def _record(pack: IssuedPack) -> dict[str, object]:
    return {
        "programme_id": pack.programme_id,
        "id": pack.id,
        "moment": moment(pack.moment),
        "revision": pack.revision,
        "way": pack.way,
        "title": pack.title,
        "options": pack.options,
        "snapshot": pack.snapshot,
    }


def _document_records(pack: IssuedPack) -> list[dict[str, object]]:
    return [
        {
            "programme_id": pack.programme_id,
            "pack_id": pack.id,
            "place": place,
            "key": document.id,
            "title": document.title,
            "pages": document.pages,
            "fingerprint": document.fingerprint,
        }
        for place, document in enumerate(pack.documents)
    ]
