"""Make the tables of the design, task groups, the logic model, self-ratings and photos."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0004"
down_revision = "0003"

_CAPABILITIES = (
    *("self_leadership", "creativity", "collaborating"),
    *("vision", "motivating", "empowering"),
)


def upgrade() -> None:
    """Add what rows say besides, then the new tables; nothing that is there is rewritten."""
    _texts_to("programme", "interview_opening")
    op.add_column("programme", sa.Column("interview_minutes", sa.Integer))
    op.add_column("programme", sa.Column("future_day", sa.Date))
    _texts_to("programme", "future")
    _texts_to("action", "reviewed")
    for name in ("story", "dream"):
        op.add_column(name, _word("session_id", empty=True))
    _found()
    _seen()
    op.create_table(
        "picture",
        sa.Column("key", sa.String(64), nullable=False),
        _word("kind"),
        sa.Column("data", sa.LargeBinary, nullable=False),
        _word("kept"),
        sa.PrimaryKeyConstraint("key", name="pk_picture"),
    )


def _found() -> None:
    _rows("soar", _word("kind"), *_texts("text"))
    _rows("element", *_texts("text", "about"))
    _rows("task_group", *_texts("text", "purpose", "lead", "members", "meets"))
    _rows("check_out", *_texts("text", "teller"), _word("session_id", empty=True))
    _rows("logic_note", _word("kind"), *_texts("text"))


def _seen() -> None:
    _rows(
        "photo",
        sa.Column("picture", sa.String(64), nullable=False),
        *_texts("caption"),
        _word("session_id", empty=True),
        _number("width"),
        _number("height"),
    )
    _rows(
        "self_rating",
        *_texts("code"),
        _word("moment"),
        sa.Column("day", sa.Date),
        *[_word(name, empty=True) for name in _CAPABILITIES],
        *_texts("strengths", "develop", "reflection"),
    )


def _texts_to(table: str, *names: str) -> None:
    for name in names:
        op.add_column(table, sa.Column(name, sa.Text, nullable=False, server_default=""))


def _rows(name: str, *parts: SchemaItem) -> None:
    op.create_table(
        name,
        _word("programme_id"),
        _word("id"),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=f"fk_{name}_programme_id",
            ondelete="CASCADE",
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.Column("position", sa.BigInteger, nullable=False),
        *parts,
        sa.PrimaryKeyConstraint("programme_id", "id", name=f"pk_{name}"),
    )


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _word(name: str, *, empty: bool = False) -> sa.Column[str]:
    """A word of the method is as short as an id."""
    return sa.Column(name, sa.String(32), nullable=empty)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)
