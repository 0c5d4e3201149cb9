"""Somebody at a window who types a programme that lies beside the keyboard, field by field."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from aiplanner.app.wording import day_text, time_text
from aiplanner.domain.cycle import Kind
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import length_text
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Item, ItemPart, Session
from aiplanner.domain.schedule import clock_text
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_lines import Sort
from aiplanner.ui.pages.overview import OverviewPage
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.widgets.choice_field import ChoiceField
from aiplanner.ui.widgets.inspector_part_list import PartList
from tests.support.choices import pick
from tests.support.story import Story

Key = Qt.Key
_PASTED = 40
"""Texts longer than this come from the clipboard, as people do who have them in another file."""
_CHOICES = ("phase", "part", "level")
_TEXTS = ("group", "lead", "room", "outputs", "notes", "why")


class Typist:
    """Types what a programme says into the open one, which holds one session."""

    def __init__(self, story: Story, qtbot: QtBot) -> None:
        self._story, self._qtbot = story, qtbot

    def type_programme(self, wanted: Programme) -> None:
        """All of it, from top to bottom."""
        self._type_head(wanted.head)
        self._story.hands.press("Ctrl+7", "Ctrl+A", "Del")
        for number, session in enumerate(wanted.sessions):
            if number:
                self._page.sessions.add()
            self._type_session(session)
            for item in wanted.items_of(session.id):
                self._type_item(wanted, item)

    # The head

    def _type_head(self, head: Head) -> None:
        page = self._story.page(OverviewPage)
        by_name = {field.accessibleName(): field for field in page.findChildren(QWidget)}
        self._choose(by_name["Names of the phases"], head.scheme.value)
        names = {
            "Team or service": head.service,
            "Purpose": head.purpose,
            "What people leave with": head.outcomes,
            "Who takes part": head.audience,
            "Private notes, never printed for participants": head.notes,
            "Define": head.define_label,
            "Discover": head.discover_label,
            "Dream": head.dream_label,
            "Design": head.design_label,
            "Deliver": head.deliver_label,
        }
        for name, text in names.items():
            self._write(by_name[name], text)

    # A session

    def _type_session(self, session: Session) -> None:
        head, inspector = self._page.head, self._page.inspector
        self._write(head.title, session.title)
        self._write(head.purpose, session.purpose)
        if session.day:
            self._write(head.day, day_text(session.day))
        self._write(head.span, "")
        if span := _span(session):
            self._write(head.span, span)
        self._write(head.venue, session.venue)
        self._page.table.choose(self._page.model.rowCount() - 1)
        of_session = inspector.session._fields.by_name
        for name in ("time_zone", "notes"):
            if text := getattr(session, name):
                self._write(of_session[name], text)

    # An item

    def _type_item(self, wanted: Programme, item: Item) -> None:
        page = self._page
        place = page.model.row_of(Sort.ADD, page.sessions.current)
        assert place is not None, "there is a place to add"
        self._cell(place, Column.WHAT, item.title)
        made = self._story.now.items_of(page.sessions.current)[-1]
        self._type_kind(made, item.kind)
        self._type_cells(made.id, item)
        self._type_places(made.id, item)
        self._type_parts(wanted, item)

    def _type_kind(self, made: Item, kind: Kind) -> None:
        if made.kind is not kind:
            self._show(made.id)
            self._choose(self._page.inspector.item.kind, kind.value)

    def _type_cells(self, made: RowId, item: Item) -> None:
        if item.length.timed:
            self._cell(self._row(made), Column.MINUTES, length_text(item.length))
        if item.pin is not None:
            self._cell(self._row(made), Column.CLOCK, time_text(item.pin))
        self._show(made)

    def _type_places(self, made: RowId, item: Item) -> None:
        by_name = self._page.inspector.item._fields.by_name
        for name in _CHOICES:
            if (word := getattr(item, name)) is not None:
                self._choose(by_name[name], word.value)
        for name in _TEXTS:
            if text := getattr(item, name):
                self._write(by_name[name], text)
        if item.length.each:
            self._write(by_name["each"], item.length.each)

    def _type_parts(self, wanted: Programme, item: Item) -> None:
        panel = self._page.inspector.item
        for step in wanted.steps_of(item.id):
            self._add(panel.steps, step.text, {1: step.minutes})
        for material in wanted.materials_of(item.id):
            self._add(panel.materials, material.name, {})
        for sheet in wanted.sheets_of(item.id):
            self._add(panel.sheets, sheet.title, {1: sheet.number})

    def _add(self, parts: PartList, text: str, others: dict[int, object]) -> None:
        self._write(parts.adding, text)
        row = [row for row in parts._rows if not row.isHidden()][-1]
        for place, value in others.items():
            if value:
                self._write(row.fields[place], str(value))

    # Hands

    @property
    def _page(self) -> SessionsPage:
        return self._story.page(SessionsPage)

    def _row(self, made: RowId) -> int:
        row = self._page.model.row_of_id(made)
        assert row is not None, "it is on show"
        return row

    def _show(self, made: RowId) -> None:
        self._page.table.choose(self._row(made), Column.WHAT)

    def _cell(self, row: int, column: Column, text: str) -> None:
        table = self._page.table
        table.finish()
        table.begin(row, column)
        self._story.hands.press("Ctrl+A")
        self._put(self._story.hands.here, text)
        self._story.hands.press("Return")
        table.finish()

    def _write(self, field: QWidget, text: str) -> None:
        """Go to a field, take what is there away, write, and leave it."""
        field.setFocus()
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        field.selectAll()
        self._put(field, text)
        if isinstance(field, QLineEdit):
            self._qtbot.keyClick(field, Key.Key_Return)
        self._page_or_window().setFocus()

    def _page_or_window(self) -> QWidget:
        frame = self._story.window.frame
        assert frame is not None
        return frame.page

    def _put(self, field: QWidget, text: str) -> None:
        if not text:
            self._qtbot.keyClick(field, Key.Key_Delete)
        elif len(text) > _PASTED or "\n" in text or not text.isascii():
            QApplication.clipboard().setText(text)
            self._qtbot.keyClick(field, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        else:
            self._qtbot.keyClicks(field, text)

    def _choose(self, field: QWidget, key: str) -> None:
        """Open the list of answers, go along it, and take that one."""
        assert isinstance(field, ChoiceField)
        if field.key == key:
            return
        pick(self._qtbot, field, key)
        # A window manager gives the window its keys back when the list is closed; here is none.
        self._story.window.activateWindow()
        self._story.wait(lambda: QApplication.activeWindow() is self._story.window)
        field.setFocus()


def shape(programme: Programme) -> dict[str, Any]:
    """What a programme says, without the ids and positions that are each copy's own."""
    return {
        "head": _said(programme.head),
        "sessions": [
            {
                **_said(session),
                "items": [_item_shape(programme, item) for item in programme.items_of(session.id)],
            }
            for session in programme.sessions
        ],
    }


def _item_shape(programme: Programme, item: Item) -> dict[str, Any]:
    parts = (row for row in programme.children_of(item.id) if isinstance(row, ItemPart))
    return {**_said(item), "parts": sorted((_said(part) for part in parts), key=repr)}


_OWN = {"id", "position", "session_id", "strand_id", "item_id"}


def _said(row: Any) -> dict[str, Any]:
    said = {spec.name: getattr(row, spec.name) for spec in fields(row) if spec.name not in _OWN}
    return {"": type(row).__name__, **{key: _plain(value) for key, value in said.items()}}


def _plain(value: object) -> object:
    return value.value if isinstance(value, StrEnum) else value


def _span(session: Session) -> str:
    if session.start is None:
        return f"{session.planned} min" if session.planned else ""
    start = time_text(session.start)
    if session.planned is None:
        return start
    end = session.start.hour * 60 + session.start.minute + session.planned
    return f"{start} to {clock_text(end)}"
