"""The tables of a library: one for each kind of row, the journal, and the words to search."""

from __future__ import annotations

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
    LargeBinary,
    String,
    Table,
    Text,
    Time,
)

from . import found_tables
from .columns import (
    added_texts,
    flag,
    method_words,
    position,
    row_table,
    texts,
    under,
    under_programme,
)

VERSION = 5
"""Of the tables below: the number of the last migration. SQLite keeps it as user_version."""

APPLICATION_ID = 0x4149504C
"""Marks a SQLite file as one of ours ("AIPL", at byte 68)."""

metadata = found_tables.topic.metadata
"""Of all tables, those of findings among them."""

programme = Table(
    "programme",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("revision", Integer, nullable=False),
    Column("shelf", String(32), nullable=False),
    Column("changed", String(32), nullable=False),
    Column("shelved", String(32)),
    *texts("title", "service", "digest"),
    *texts("purpose", "outcomes", "organisation", "contact", "audience"),
    Column("people", Integer),
    Column("scheme", String(32), nullable=False),
    *texts("define_label", "discover_label", "dream_label", "design_label", "deliver_label"),
    *texts("statement_label", "notes"),
    *added_texts("issue", "sponsor", "boundary", "follow_up"),
    *added_texts("interview_opening"),
    Column("interview_minutes", Integer),
    Column("future_day", Date),
    *added_texts("future"),
    Column("logo", String(64), nullable=False, server_default=""),
    *added_texts("logo_words", "other_formats"),
    CheckConstraint("revision >= 1", "revision"),
    CheckConstraint("shelf IN ('active', 'archived', 'bin')", "shelf"),
    Index(None, "shelf", "changed"),
)
"""The heads. What the list shows stands first, before texts long enough to leave the page."""

session = row_table(
    "session",
    under_programme(),
    position(),
    *texts("title", "purpose"),
    Column("day", Date),
    Column("start", Time),
    Column("planned", Integer),
    *texts("time_zone", "venue", "audience"),
    Column("people", Integer),
    *texts("notes"),
)

item = row_table(
    "item",
    *under("session", only=False),
    *under("strand", only=False),
    position(),
    Column("kind", String(32), nullable=False),
    *texts("title"),
    Column("length_minutes", Integer),
    Column("length_times", Integer),
    *texts("length_each"),
    Column("length_low", Integer),
    Column("length_high", Integer),
    Column("pin", Time),
    *method_words("phase", "part", "level"),
    Column("state", String(32), nullable=False),
    *texts("group", "lead", "room", "audience", "why", "short"),
    Column("short_minutes", Integer),
    *texts("outputs"),
    Column("due", Date),
    *texts("notes"),
    CheckConstraint("(session_id IS NULL) <> (strand_id IS NULL)", "parent"),
)

strand = row_table("strand", *under("item"), position(), *texts("title", "room", "lead"))

step = row_table(
    "step",
    *under("item"),
    position(),
    *texts("text"),
    Column("minutes", Integer),
    Column("is_break", Boolean, nullable=False),
)

focus = row_table(
    "focus",
    *under("item"),
    Column("capability", String(32), nullable=False),
    Column("role", String(32), nullable=False),
)

material = row_table(
    "material",
    *under("item"),
    position(),
    *texts("name"),
    Column("quantity", Integer, nullable=False),
    Column("per", String(32), nullable=False),
    Column("spare", Boolean, nullable=False),
)

sheet = row_table("sheet", *under("item"), position(), *texts("title", "number", "handout"))

link = row_table(
    "link",
    under_programme(),
    Column("source_id", String(32), nullable=False),
    Column("target_id", String(32), nullable=False),
)
"""From one finding to another. The two may be of any sort, so no key of one table can hold them.

That both are there is the domain's business; a save takes a finding's links away with it.
"""

dismissal = row_table(
    "dismissal",
    under_programme(),
    Column("row_id", String(32)),
    *texts("rule", "reason"),
    Column("day", Date),
)
"""A hint may be about a row of any sort, so as with links no key of one table can hold it."""

person = row_table(
    "person",
    under_programme(),
    position(),
    *texts("name", "organisation", "job"),
    flag("takes_part"),
    flag("core_team"),
    *texts("core_role"),
    flag("facilitates"),
    *texts("contact", "access", "notes"),
)

absence = row_table("absence", *under("session"), *under("person"))

grouping = row_table(
    "grouping",
    under_programme(),
    *under("session", only=False),
    position(),
    *texts("title"),
    Column("kind", String(32), nullable=False),
    Column("size", Integer, nullable=False),
    Column("mix", String(32), nullable=False),
)

group = row_table(
    "group",
    *under("grouping"),
    position(),
    *texts("title"),
    Column("round", Integer, nullable=False),
    *texts("room"),
)

member = row_table("member", *under("group"), *under("person"), position())

run = row_table(
    "run",
    *under("session"),
    Column("began", String(32), nullable=False),
    Column("item_id", String(32)),
    Column("since", String(32)),
    Column("extra", Integer, nullable=False),
    Column("ended", String(32)),
)
"""Where a session stands. Its item is no key: one that is deleted meanwhile ends no session."""

timing = row_table(
    "timing",
    *under("item"),
    Column("began", String(32), nullable=False),
    Column("ended", String(32), nullable=False),
)

picture = Table(
    "picture",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("kept", String(32), nullable=False),
)
"""The bytes of photos and logos, each once, under their SHA-256; `kind` is "jpeg" or "png".

`kept` is the moment when they were last handed in."""

own_piece = Table(
    "own_piece",
    metadata,
    Column("key", Text, primary_key=True),
    Column("sort", String(32), nullable=False),
    *texts("title", "body"),
    Column("changed", String(32), nullable=False),
)
"""Activities, handouts and starters of the user's own: JSON in the shape of their files."""

journal = Table(
    "journal",
    metadata,
    Column("programme_id", String(32), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("time", String(32), nullable=False),
    *texts("who", "delta"),
    under_programme(),
)
"""Every save: what it changed (JSON of the interchange format), when, and by whom."""

history = Table(
    "history",
    metadata,
    Column("programme_id", String(32), primary_key=True),
    Column("who", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    *texts("label"),
    flag("undone"),
    *texts("delta"),
    under_programme(),
)
"""The steps that each person can undo and redo (JSON of the interchange format)."""

issued_pack = row_table(
    "issued_pack",
    under_programme(),
    Column("moment", String(32), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("way", String(32), nullable=False),
    *texts("title", "options"),
    Column("snapshot", LargeBinary, nullable=False),
)
"""Packs that were saved, printed or sent.

`snapshot` is the programme as it was then: zlib of the JSON of the interchange format. The journal
could not tell it, for it is another one in every library and copy.
"""

issued_document = Table(
    "issued_document",
    metadata,
    Column("programme_id", String(32), primary_key=True),
    Column("pack_id", String(32), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    *texts("key", "title"),
    Column("pages", Integer, nullable=False),
    Column("fingerprint", String(32), nullable=False),
    ForeignKeyConstraint(
        ["programme_id", "pack_id"],
        ["issued_pack.programme_id", "issued_pack.id"],
        ondelete="CASCADE",
        deferrable=True,
        initially="DEFERRED",
    ),
)
"""What was in an issued pack, in its order."""

returned_form = Table(
    "returned_form",
    metadata,
    Column("programme_id", String(32), primary_key=True),
    Column("fingerprint", String(64), primary_key=True),
    *texts("file"),
    Column("moment", String(32), nullable=False),
    under_programme(),
)
"""Forms that were taken in, so that the same one is known when it comes again."""

print_set = Table(
    "print_set",
    metadata,
    Column("name", Text, primary_key=True),
    *texts("body"),
)
"""Choices on the Print page that people gave a name, as JSON."""

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
    *texts("text"),
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
