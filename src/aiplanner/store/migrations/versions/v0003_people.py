"""Make the tables of people and groups, hints done without, how sessions went, and undo."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the new tables; nothing that is there is rewritten."""
    _rows(
        "dismissal",
        _under("dismissal"),
        _id("row_id", empty=True),
        *_texts("rule", "reason"),
        sa.Column("day", sa.Date),
    )
    _people()
    _groups()
    _days()
    _steps()


def _people() -> None:
    _rows(
        "person",
        _under("person"),
        _position(),
        *_texts("name", "organisation", "job"),
        _flag("takes_part"),
        _flag("core_team"),
        *_texts("core_role"),
        _flag("facilitates"),
        *_texts("contact", "access", "notes"),
    )
    _rows("absence", *_below("absence", "session"), *_below("absence", "person"))
    _index("absence", "session")
    _index("absence", "person")


def _groups() -> None:
    _rows(
        "grouping",
        _under("grouping"),
        *_below("grouping", "session", empty=True),
        _position(),
        *_texts("title"),
        _id("kind"),
        _number("size"),
        _id("mix"),
    )
    _index("grouping", "session")
    _rows(
        "group",
        *_below("group", "grouping"),
        _position(),
        *_texts("title"),
        _number("round"),
        *_texts("room"),
    )
    _index("group", "grouping")
    _rows("member", *_below("member", "group"), *_below("member", "person"), _position())
    _index("member", "group")
    _index("member", "person")


def _days() -> None:
    _rows(
        "run",
        *_below("run", "session"),
        _id("began"),
        _id("item_id", empty=True),
        _id("since", empty=True),
        _number("extra"),
        _id("ended", empty=True),
    )
    _index("run", "session")
    _rows("timing", *_below("timing", "item"), _id("began"), _id("ended"))
    _index("timing", "item")


def _steps() -> None:
    op.create_table(
        "history",
        _id("programme_id"),
        *_texts("who"),
        _number("number"),
        *_texts("label"),
        _flag("undone"),
        *_texts("delta"),
        _under("history"),
        sa.PrimaryKeyConstraint("programme_id", "who", "number", name="pk_history"),
    )


def _rows(name: str, *parts: SchemaItem) -> None:
    key = sa.PrimaryKeyConstraint("programme_id", "id", name=f"pk_{name}")
    op.create_table(name, _id("programme_id"), _id("id"), *parts, key)


def _under(name: str) -> SchemaItem:
    return _foreign(name, ["programme_id"], ["programme.id"])


def _below(name: str, parent: str, *, empty: bool = False) -> tuple[SchemaItem, SchemaItem]:
    here = ["programme_id", f"{parent}_id"]
    there = [f"{parent}.programme_id", f"{parent}.id"]
    return _id(f"{parent}_id", empty=empty), _foreign(name, here, there)


def _foreign(name: str, here: list[str], there: list[str]) -> SchemaItem:
    return sa.ForeignKeyConstraint(
        here,
        there,
        name=f"fk_{name}_{'_'.join(here)}",
        ondelete="CASCADE",
        deferrable=True,
        initially="DEFERRED",
    )


def _index(name: str, parent: str) -> None:
    op.create_index(f"ix_{name}_programme_id_{parent}_id", name, ["programme_id", f"{parent}_id"])


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _id(name: str, *, empty: bool = False) -> sa.Column[str]:
    """A word of the method, or a moment, is as short as an id."""
    return sa.Column(name, sa.String(32), nullable=empty)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _position() -> sa.Column[int]:
    return sa.Column("position", sa.BigInteger, nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)
