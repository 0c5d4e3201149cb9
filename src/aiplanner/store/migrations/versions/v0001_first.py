"""Make the tables of the first version."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, parents before children."""
    _programme()
    _words()
    _session_and_journal()
    _item_and_strand()
    _parts()


def _programme() -> None:
    op.create_table(
        "programme",
        sa.Column("number", sa.Integer),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("shelf", sa.String(32), nullable=False),
        sa.Column("changed", sa.String(32), nullable=False),
        sa.Column("shelved", sa.String(32)),
        *_texts("title", "service", "digest"),
        *_texts("purpose", "outcomes", "organisation", "contact", "audience"),
        sa.Column("people", sa.Integer),
        sa.Column("scheme", sa.String(32), nullable=False),
        *_texts("define_label", "discover_label", "dream_label", "design_label", "deliver_label"),
        *_texts("statement_label", "notes"),
        sa.PrimaryKeyConstraint("number", name="pk_programme"),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_programme_revision")),
        sa.CheckConstraint(
            "shelf IN ('active', 'archived', 'bin')", name=op.f("ck_programme_shelf")
        ),
        sa.UniqueConstraint("id", name="uq_programme_id"),
    )
    op.create_index("ix_programme_shelf_changed", "programme", ["shelf", "changed"])


def _words() -> None:
    op.create_table(
        "words",
        sa.Column("key", sa.BigInteger().with_variant(sa.Integer, "sqlite"), autoincrement=False),
        sa.Column("row_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        *_texts("text"),
        sa.PrimaryKeyConstraint("key", name="pk_words"),
    )
    op.create_index("ix_words_row_id", "words", ["row_id"])
    if op.get_context().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE words_index USING fts5(text, content='words',"
            " content_rowid='key', prefix='2 3', tokenize='unicode61 remove_diacritics 2')"
        )


def _session_and_journal() -> None:
    _rows(
        "session",
        _position(),
        *_texts("title", "purpose"),
        sa.Column("day", sa.Date),
        sa.Column("start", sa.Time),
        sa.Column("planned", sa.Integer),
        *_texts("time_zone", "venue", "audience"),
        sa.Column("people", sa.Integer),
        *_texts("notes"),
        _foreign("session", ["programme_id"], ["programme.id"]),
    )
    op.create_table(
        "journal",
        sa.Column("programme_id", sa.String(32), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("time", sa.String(32), nullable=False),
        *_texts("who", "delta"),
        sa.PrimaryKeyConstraint("programme_id", "revision", name="pk_journal"),
        _foreign("journal", ["programme_id"], ["programme.id"]),
    )


def _item_and_strand() -> None:
    """An item stands in a strand and a strand in an item: one key waits for the other table."""
    later = op.get_context().dialect.name != "sqlite"
    in_session, in_strand = _under("item", "session"), _under("item", "strand")
    _rows(
        "item",
        sa.Column("session_id", sa.String(32)),
        sa.Column("strand_id", sa.String(32)),
        _position(),
        sa.Column("kind", sa.String(32), nullable=False),
        *_texts("title"),
        sa.Column("length_minutes", sa.Integer),
        sa.Column("length_times", sa.Integer),
        *_texts("length_each"),
        sa.Column("length_low", sa.Integer),
        sa.Column("length_high", sa.Integer),
        sa.Column("pin", sa.Time),
        *(sa.Column(name, sa.String(32)) for name in ("phase", "part", "level")),
        sa.Column("state", sa.String(32), nullable=False),
        *_texts("group", "lead", "room", "audience", "why", "short"),
        sa.Column("short_minutes", sa.Integer),
        *_texts("outputs"),
        sa.Column("due", sa.Date),
        *_texts("notes"),
        sa.CheckConstraint(
            "(session_id IS NULL) <> (strand_id IS NULL)", name=op.f("ck_item_parent")
        ),
        in_session,
        *(() if later else (in_strand,)),
    )
    op.create_index("ix_item_programme_id_session_id", "item", ["programme_id", "session_id"])
    op.create_index("ix_item_programme_id_strand_id", "item", ["programme_id", "strand_id"])
    _part("strand", _position(), *_texts("title", "room", "lead"))
    if later:
        op.create_foreign_key(
            "fk_item_programme_id_strand_id",
            "item",
            "strand",
            ["programme_id", "strand_id"],
            ["programme_id", "id"],
            ondelete="CASCADE",
            deferrable=True,
            initially="DEFERRED",
        )


def _parts() -> None:
    _part(
        "step",
        _position(),
        *_texts("text"),
        sa.Column("minutes", sa.Integer),
        sa.Column("is_break", sa.Boolean, nullable=False),
    )
    _part(
        "focus",
        sa.Column("capability", sa.String(32), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
    )
    _part(
        "material",
        _position(),
        *_texts("name"),
        sa.Column("quantity", sa.Integer, nullable=False),
        sa.Column("per", sa.String(32), nullable=False),
        sa.Column("spare", sa.Boolean, nullable=False),
    )
    _part("sheet", _position(), *_texts("title", "number", "handout"))


def _part(name: str, *columns: sa.Column[Any]) -> None:
    item = sa.Column("item_id", sa.String(32), nullable=False)
    _rows(name, item, *columns, _under(name, "item"))
    op.create_index(f"ix_{name}_programme_id_item_id", name, ["programme_id", "item_id"])


def _rows(name: str, *parts: SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("programme_id", sa.String(32), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        *parts,
        sa.PrimaryKeyConstraint("programme_id", "id", name=f"pk_{name}"),
    )


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _position() -> sa.Column[int]:
    return sa.Column("position", sa.BigInteger, nullable=False)


def _under(name: str, parent: str) -> sa.ForeignKeyConstraint:
    return _foreign(
        name, ["programme_id", f"{parent}_id"], [f"{parent}.programme_id", f"{parent}.id"]
    )


def _foreign(name: str, here: list[str], there: list[str]) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        here,
        there,
        name=f"fk_{name}_{'_'.join(here)}",
        ondelete="CASCADE",
        deferrable=True,
        initially="DEFERRED",
    )
