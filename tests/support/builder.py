"""Build a programme row by row, with ids and positions counted up."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from aiplanner.domain.cycle import Capability, Role
from aiplanner.domain.findings import Link
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.lengths import parse_length
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Focus, Head, Item, Row, Session, Strand
from aiplanner.domain.tied import tied_id


class Builder:
    """Adds rows with ids and positions counted up, so that the programme is always the same."""

    def __init__(self, head: Head) -> None:
        self.rows: list[Row] = [head]
        self._numbers = count(1)

    def _next(self) -> tuple[RowId, int]:
        number = next(self._numbers)
        return RowId(f"{number:032x}"), number * 1024

    def session(self, title: str, **fields: object) -> RowId:
        """A session; its id."""
        row_id, position = self._next()
        self.rows.append(Session(row_id, position, title, **fields))
        return row_id

    def item(self, parent: RowId, title: str, length: str = "", **fields: object) -> RowId:
        """An item of a session or strand; its id."""
        row_id, position = self._next()
        strands = {row.id for row in self.rows if isinstance(row, Strand)}
        place = "strand_id" if parent in strands else "session_id"
        wanted = {place: parent, "title": title, "length": parse_length(length), **fields}
        self.rows.append(Item(row_id, position, **wanted))
        return row_id

    def part(self, kind: type[Row], item: RowId, *values: object, **fields: object) -> RowId:
        """A strand, step, material or sheet of an item; its id."""
        row_id, position = self._next()
        self.rows.append(kind(row_id, item, position, *values, **fields))
        return row_id

    def focus(self, item: RowId, *leads: Capability, supports: tuple[Capability, ...] = ()) -> None:
        """What an item leads on and supports."""
        for role, capabilities in ((Role.LEADS, leads), (Role.SUPPORTS, supports)):
            for capability in capabilities:
                row_id = derived_id(item, capability.value)
                self.rows.append(Focus(row_id, item, capability, role))

    def finding(self, made: type[Row], text: str, *roots: RowId, **fields: object) -> RowId:
        """A finding that grew from those of these ids; its id."""
        row_id, position = self._next()
        self.rows.append(made(row_id, position, text=text, **fields))
        self.rows += [Link(derived_id(root, row_id), root, row_id) for root in roots]
        return row_id

    def placed(self, made: type[Row], **fields: object) -> RowId:
        """A person, a grouping or a group; its id."""
        row_id, position = self._next()
        self.rows.append(made(row_id, position=position, **fields))
        return row_id

    def tied(self, kind: type[Row], *values: object, **fields: object) -> None:
        """A row whose id follows from what it ties together."""
        row = kind(RowId(""), *values, **fields)
        self.rows.append(replace(row, id=tied_id(row, self.rows[0].id)))

    def one_of(self, kind: type[Row], title: str) -> RowId:
        """The id of the row of that title."""
        return next(r.id for r in self.rows if isinstance(r, kind) and r.title == title)

    def programme(self) -> Programme:
        """All of it."""
        return Programme(self.rows[0].id, {row.id: row for row in self.rows})
