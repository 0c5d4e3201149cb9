"""The tables of a library: one for each kind of row, the journal, and the words to search."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Time,
)
from sqlalchemy.schema import SchemaItem

VERSION = 3
"""Of the tables below: the number of the last migration. SQLite keeps it as user_version."""

APPLICATION_ID = 0x4149504C
"""Marks a SQLite file as one of ours ("AIPL", at byte 68)."""

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


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]


def _added_texts(*names: str) -> list[Column[str]]:
    """Text columns that a later version added to rows which were there already."""
    return [Column(name, Text, nullable=False, server_default="") for name in names]


def _words(*names: str) -> list[Column[str | None]]:
    """Columns for a word of the method; which words there are is the domain's business."""
    return [Column(name, String(32)) for name in names]


def _row(name: str, *parts: SchemaItem) -> Table:
    """A table of rows; the key begins with the programme, so a row's parent is in the same one."""
    return Table(
        name,
        metadata,
        Column("programme_id", String(32), primary_key=True),
        Column("id", String(32), primary_key=True),
        *parts,
    )


def _position() -> Column[int]:
    return Column("position", BigInteger, nullable=False)


def _under_programme() -> SchemaItem:
    return ForeignKeyConstraint(
        ["programme_id"], ["programme.id"], ondelete="CASCADE", deferrable=True, initially=_LATE
    )


def _under(parent: str, *, only: bool = True) -> tuple[SchemaItem, ...]:
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


programme = Table(
    "programme",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("revision", Integer, nullable=False),
    Column("shelf", String(32), nullable=False),
    Column("changed", String(32), nullable=False),
    Column("shelved", String(32)),
    *_texts("title", "service", "digest"),
    *_texts("purpose", "outcomes", "organisation", "contact", "audience"),
    Column("people", Integer),
    Column("scheme", String(32), nullable=False),
    *_texts("define_label", "discover_label", "dream_label", "design_label", "deliver_label"),
    *_texts("statement_label", "notes"),
    *_added_texts("issue", "sponsor", "boundary", "follow_up"),
    CheckConstraint("revision >= 1", "revision"),
    CheckConstraint("shelf IN ('active', 'archived', 'bin')", "shelf"),
    Index(None, "shelf", "changed"),
)
"""The heads. What the list shows stands first, before texts long enough to leave the page."""

session = _row(
    "session",
    _under_programme(),
    _position(),
    *_texts("title", "purpose"),
    Column("day", Date),
    Column("start", Time),
    Column("planned", Integer),
    *_texts("time_zone", "venue", "audience"),
    Column("people", Integer),
    *_texts("notes"),
)

item = _row(
    "item",
    *_under("session", only=False),
    *_under("strand", only=False),
    _position(),
    Column("kind", String(32), nullable=False),
    *_texts("title"),
    Column("length_minutes", Integer),
    Column("length_times", Integer),
    *_texts("length_each"),
    Column("length_low", Integer),
    Column("length_high", Integer),
    Column("pin", Time),
    *_words("phase", "part", "level"),
    Column("state", String(32), nullable=False),
    *_texts("group", "lead", "room", "audience", "why", "short"),
    Column("short_minutes", Integer),
    *_texts("outputs"),
    Column("due", Date),
    *_texts("notes"),
    CheckConstraint("(session_id IS NULL) <> (strand_id IS NULL)", "parent"),
)

strand = _row("strand", *_under("item"), _position(), *_texts("title", "room", "lead"))

step = _row(
    "step",
    *_under("item"),
    _position(),
    *_texts("text"),
    Column("minutes", Integer),
    Column("is_break", Boolean, nullable=False),
)

focus = _row(
    "focus",
    *_under("item"),
    Column("capability", String(32), nullable=False),
    Column("role", String(32), nullable=False),
)

material = _row(
    "material",
    *_under("item"),
    _position(),
    *_texts("name"),
    Column("quantity", Integer, nullable=False),
    Column("per", String(32), nullable=False),
    Column("spare", Boolean, nullable=False),
)

sheet = _row("sheet", *_under("item"), _position(), *_texts("title", "number", "handout"))


def _finding(name: str, *parts: SchemaItem) -> Table:
    """A table of one sort of finding."""
    return _row(name, _under_programme(), _position(), *parts)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


topic = _finding("topic", *_texts("text", "problem"))

question = _finding(
    "question",
    Column("part", String(32), nullable=False),
    *_texts("text", "lead_in", "probes"),
)

story = _finding(
    "story",
    *_texts("text", "happened", "made_possible", "quote", "gathered", "teller"),
    _flag("shared"),
)

theme = _finding("theme", *_texts("text"), Column("votes", Integer), _flag("core"), _flag("keep"))

dream = _finding("dream", Column("kind", String(32), nullable=False), *_texts("text", "horizon"))

statement = _finding("statement", *_texts("text", "element"))

promise = _finding(
    "promise",
    Column("kind", String(32), nullable=False),
    *_texts("text", "person"),
    Column("due", Date),
    *_words("level"),
    Column("progress", String(32), nullable=False),
)

action = _finding(
    "action",
    *_texts("text", "person"),
    Column("due", Date),
    *_texts("first_step"),
    Column("first_due", Date),
    *_texts("measure"),
    *_words("level"),
    Column("progress", String(32), nullable=False),
)

review = _finding("review", *_texts("text"), Column("due", Date), *_texts("learned"))

link = _row(
    "link",
    _under_programme(),
    Column("source_id", String(32), nullable=False),
    Column("target_id", String(32), nullable=False),
)
"""From one finding to another. The two may be of any sort, so no key of one table can hold them.

That both are there is the domain's business; a save takes a finding's links away with it.
"""

dismissal = _row(
    "dismissal",
    _under_programme(),
    Column("row_id", String(32)),
    *_texts("rule", "reason"),
    Column("day", Date),
)
"""A hint may be about a row of any sort, so as with links no key of one table can hold it."""

person = _row(
    "person",
    _under_programme(),
    _position(),
    *_texts("name", "organisation", "job"),
    _flag("takes_part"),
    _flag("core_team"),
    *_texts("core_role"),
    _flag("facilitates"),
    *_texts("contact", "access", "notes"),
)

absence = _row("absence", *_under("session"), *_under("person"))

grouping = _row(
    "grouping",
    _under_programme(),
    *_under("session", only=False),
    _position(),
    *_texts("title"),
    Column("kind", String(32), nullable=False),
    Column("size", Integer, nullable=False),
    Column("mix", String(32), nullable=False),
)

group = _row(
    "group",
    *_under("grouping"),
    _position(),
    *_texts("title"),
    Column("round", Integer, nullable=False),
    *_texts("room"),
)

member = _row("member", *_under("group"), *_under("person"), _position())

run = _row(
    "run",
    *_under("session"),
    Column("began", String(32), nullable=False),
    Column("item_id", String(32)),
    Column("since", String(32)),
    Column("extra", Integer, nullable=False),
    Column("ended", String(32)),
)
"""Where a session stands. Its item is no key: one that is deleted meanwhile ends no session."""

timing = _row(
    "timing",
    *_under("item"),
    Column("began", String(32), nullable=False),
    Column("ended", String(32), nullable=False),
)

own_piece = Table(
    "own_piece",
    metadata,
    Column("key", Text, primary_key=True),
    Column("sort", String(32), nullable=False),
    *_texts("title", "body"),
    Column("changed", String(32), nullable=False),
)
"""Activities, handouts and starters of the user's own: JSON in the shape of their files."""

journal = Table(
    "journal",
    metadata,
    Column("programme_id", String(32), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("time", String(32), nullable=False),
    *_texts("who", "delta"),
    _under_programme(),
)
"""Every save: what it changed (JSON of the interchange format), when, and by whom."""

history = Table(
    "history",
    metadata,
    Column("programme_id", String(32), primary_key=True),
    Column("who", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    *_texts("label"),
    _flag("undone"),
    *_texts("delta"),
    _under_programme(),
)
"""The steps that each person can undo and redo (JSON of the interchange format)."""

words = Table(
    "words",
    metadata,
    Column(
        "key",
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("row_id", String(32), nullable=False, index=True),
    Column("kind", String(32), nullable=False),
    *_texts("text"),
)
"""The folded words of each row that has any; the upper half of the key is the programme's number.

That lets the list be filtered from the index of words alone, without a look at this table.
"""

WORDS_INDEX = """CREATE VIRTUAL TABLE words_index USING fts5(text, content='words',
 content_rowid='key', prefix='2 3', tokenize='unicode61 remove_diacritics 2')"""
"""SQLite's full-text index over `words`.

`search` keeps the two together: with trusted_schema off, SQLite before 3.41 lets no trigger do it.
"""


def create(connection: Connection) -> None:
    """Make all tables in an empty SQLite file, in the transaction under way.

    For a server the migrations do it: there the key from items to strands has to be added later,
    and SQLAlchemy would mark it so for good and leave it out of files made in the same process.
    """
    assert connection.dialect.name == "sqlite", "migrations make a server's tables"
    metadata.create_all(connection, checkfirst=False)
    connection.exec_driver_sql(WORDS_INDEX)
