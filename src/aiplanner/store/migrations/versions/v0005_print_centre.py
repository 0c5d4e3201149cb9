"""Make the tables of answers, issued packs, returned forms and print sets; add the logo."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add what heads say besides, then the new tables; nothing that is there is rewritten."""
    op.add_column("programme", sa.Column("logo", sa.String(64), nullable=False, server_default=""))
    for name in ("logo_words", "other_formats"):
        op.add_column("programme", sa.Column(name, sa.Text, nullable=False, server_default=""))
    _rows(
        "answer",
        sa.Column("position", sa.BigInteger, nullable=False),
        _word("sheet_id"),
        *_texts("handout", "question", "asked", "point", "text"),
        sa.Column("session_id", sa.String(32)),
    )
    _issued()
    op.create_table(
        "returned_form",
        _word("programme_id"),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        *_texts("file"),
        _word("moment"),
        _under_programme("returned_form"),
        sa.PrimaryKeyConstraint("programme_id", "fingerprint", name="pk_returned_form"),
    )
    op.create_table(
        "print_set",
        *_texts("name", "body"),
        sa.PrimaryKeyConstraint("name", name="pk_print_set"),
    )


def _issued() -> None:
    _rows(
        "issued_pack",
        _word("moment"),
        _number("revision"),
        _word("way"),
        *_texts("title", "options"),
        sa.Column("snapshot", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "issued_document",
        _word("programme_id"),
        _word("pack_id"),
        _number("place"),
        *_texts("key", "title"),
        _number("pages"),
        _word("fingerprint"),
        sa.ForeignKeyConstraint(
            ["programme_id", "pack_id"],
            ["issued_pack.programme_id", "issued_pack.id"],
            name="fk_issued_document_programme_id_pack_id",
            ondelete="CASCADE",
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.PrimaryKeyConstraint("programme_id", "pack_id", "place", name="pk_issued_document"),
    )


def _rows(name: str, *parts: SchemaItem) -> None:
    op.create_table(
        name,
        _word("programme_id"),
        _word("id"),
        *parts,
        _under_programme(name),
        sa.PrimaryKeyConstraint("programme_id", "id", name=f"pk_{name}"),
    )


def _under_programme(table: str) -> SchemaItem:
    return sa.ForeignKeyConstraint(
        ["programme_id"],
        ["programme.id"],
        name=f"fk_{table}_programme_id",
        ondelete="CASCADE",
        deferrable=True,
        initially="DEFERRED",
    )


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _word(name: str) -> sa.Column[str]:
    """A word of the method is as short as an id, and so is a moment."""
    return sa.Column(name, sa.String(32), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)
