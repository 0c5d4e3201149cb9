"""The columns and keys that the tables of a library are made of."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def moment(time: datetime) -> str:
    """A time as it is stored: ISO 8601 in UTC, all of one length, so that text order is time order.

    `datetime.fromisoformat` reads it back, in a fraction of the time a column type would take.
    """
    assert time.tzinfo is not None, "a moment knows its time zone"
    return time.astimezone(UTC).isoformat(timespec="microseconds")


_LATE = "DEFERRED"
"""Keys are looked at when the transaction ends, so its order is free."""


def texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]


def added_texts(*names: str) -> list[Column[str]]:
    """Text columns that a later version added to rows which were there already."""
    return [Column(name, Text, nullable=False, server_default="") for name in names]


def method_words(*names: str) -> list[Column[str | None]]:
    """Columns for a word of the method; which words there are is the domain's business."""
    return [Column(name, String(32)) for name in names]


def row_table(name: str, *parts: SchemaItem) -> Table:
    """A table of rows; the key begins with the programme, so a row's parent is in the same one."""
    return Table(
        name,
        metadata,
        Column("programme_id", String(32), primary_key=True),
        Column("id", String(32), primary_key=True),
        *parts,
    )


def position() -> Column[int]:
    return Column("position", BigInteger, nullable=False)


def under_programme() -> SchemaItem:
    return ForeignKeyConstraint(
        ["programme_id"], ["programme.id"], ondelete="CASCADE", deferrable=True, initially=_LATE
    )


def under(parent: str, *, only: bool = True) -> tuple[SchemaItem, ...]:
    """That the row stands under a row of `parent`; the index is what makes the cascade quick.

    With `only` there is no other parent that it could stand under.
    """
    here = ["programme_id", f"{parent}_id"]
    there = [f"{parent}.programme_id", f"{parent}.id"]
    # An item stands in a strand and a strand in an item: one of the two keys is added later.
    foreign = ForeignKeyConstraint(
        here,
        there,
        ondelete="CASCADE",
        deferrable=True,
        initially=_LATE,
        use_alter=parent == "strand",
    )
    return Column(f"{parent}_id", String(32), nullable=not only), foreign, Index(None, *here)


def kind() -> Column[str]:
    return Column("kind", String(32), nullable=False)


def flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)
