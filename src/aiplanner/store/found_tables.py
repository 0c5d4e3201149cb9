"""The tables of what groups found, of photos, self-ratings and answers."""

from __future__ import annotations

from sqlalchemy import Column, Date, Integer, String, Table
from sqlalchemy.schema import SchemaItem

from .columns import (
    added_texts,
    flag,
    kind,
    method_words,
    position,
    row_table,
    texts,
    under_programme,
)


def _finding(name: str, *parts: SchemaItem) -> Table:
    """A table of one sort of finding."""
    return row_table(name, under_programme(), position(), *parts)


def _told_in() -> Column[str | None]:
    """The session in which something was found, which may be gone meanwhile."""
    return Column("session_id", String(32))


topic = _finding("topic", *texts("text", "problem"))

question = _finding(
    "question",
    Column("part", String(32), nullable=False),
    *texts("text", "lead_in", "probes"),
)

story = _finding(
    "story",
    *texts("text", "happened", "made_possible", "quote", "gathered", "teller"),
    flag("shared"),
    _told_in(),
)

theme = _finding("theme", *texts("text"), Column("votes", Integer), flag("core"), flag("keep"))

dream = _finding("dream", kind(), *texts("text", "horizon"), _told_in())

soar = _finding("soar", kind(), *texts("text"))

element = _finding("element", *texts("text", "about"))

statement = _finding("statement", *texts("text", "element"))

promise = _finding(
    "promise",
    kind(),
    *texts("text", "person"),
    Column("due", Date),
    *method_words("level"),
    Column("progress", String(32), nullable=False),
)

action = _finding(
    "action",
    *texts("text", "person"),
    Column("due", Date),
    *texts("first_step"),
    Column("first_due", Date),
    *texts("measure"),
    *method_words("level"),
    Column("progress", String(32), nullable=False),
    *added_texts("reviewed"),
)

task_group = _finding("task_group", *texts("text", "purpose", "lead", "members", "meets"))

review = _finding("review", *texts("text"), Column("due", Date), *texts("learned"))

check_out = _finding("check_out", *texts("text", "teller"), _told_in())

logic_note = _finding("logic_note", kind(), *texts("text"))

photo = _finding(
    "photo",
    Column("picture", String(64), nullable=False),
    *texts("caption"),
    _told_in(),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
)

self_rating = _finding(
    "self_rating",
    *texts("code"),
    Column("moment", String(32), nullable=False),
    Column("day", Date),
    *method_words("self_leadership", "creativity", "collaborating"),
    *method_words("vision", "motivating", "empowering"),
    *texts("strengths", "develop", "reflection"),
)

answer = _finding(
    "answer",
    Column("sheet_id", String(32), nullable=False),
    *texts("handout", "question", "asked", "point", "text"),
    _told_in(),
)
