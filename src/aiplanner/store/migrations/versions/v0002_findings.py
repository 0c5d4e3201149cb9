"""Make the tables of findings, of their links, and of the user's own content."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what the head says besides, then the new tables; nothing that is there is rewritten."""
    for name in ("issue", "sponsor", "boundary", "follow_up"):
        op.add_column("programme", sa.Column(name, sa.Text, nullable=False, server_default=""))
    _found()
    _agreed()
    _rows("link", _id("source_id"), _id("target_id"))
    op.create_table(
        "own_piece",
        *_texts("key"),
        _word("sort"),
        *_texts("title", "body"),
        _word("changed"),
        sa.PrimaryKeyConstraint("key", name="pk_own_piece"),
    )


def _found() -> None:
    _finding("topic", *_texts("text", "problem"))
    _finding("question", _word("part"), *_texts("text", "lead_in", "probes"))
    _finding(
        "story",
        *_texts("text", "happened", "made_possible", "quote", "gathered", "teller"),
        _flag("shared"),
    )
    _finding("theme", *_texts("text"), sa.Column("votes", sa.Integer), _flag("core"), _flag("keep"))
    _finding("dream", _word("kind"), *_texts("text", "horizon"))


def _agreed() -> None:
    _finding("statement", *_texts("text", "element"))
    _finding(
        "promise",
        _word("kind"),
        *_texts("text", "person"),
        sa.Column("due", sa.Date),
        sa.Column("level", sa.String(32)),
        _word("progress"),
    )
    _finding(
        "action",
        *_texts("text", "person"),
        sa.Column("due", sa.Date),
        *_texts("first_step"),
        sa.Column("first_due", sa.Date),
        *_texts("measure"),
        sa.Column("level", sa.String(32)),
        _word("progress"),
    )
    _finding("review", *_texts("text"), sa.Column("due", sa.Date), *_texts("learned"))


def _finding(name: str, *parts: SchemaItem) -> None:
    _rows(name, sa.Column("position", sa.BigInteger, nullable=False), *parts)


def _rows(name: str, *parts: SchemaItem) -> None:
    op.create_table(
        name,
        _id("programme_id"),
        _id("id"),
        *parts,
        sa.PrimaryKeyConstraint("programme_id", "id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=f"fk_{name}_programme_id",
            ondelete="CASCADE",
            deferrable=True,
            initially="DEFERRED",
        ),
    )


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _id(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(32), nullable=False)


_word = _id
"""A word of the method, or a moment, is as short as an id."""


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)
