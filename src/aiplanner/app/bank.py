"""Take activities of the bank into a running order, and items of a running order into the bank."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from aiplanner.app.starters import item_rows
from aiplanner.domain.bank import Activity, GroupForm
from aiplanner.domain.checks.group_words import form_of
from aiplanner.domain.content import StarterItem, StarterMaterial, StarterSheet, StarterStep
from aiplanner.domain.cycle import Capability, Role
from aiplanner.domain.edits.fields import checked
from aiplanner.domain.edits.items import add_item
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import length_text
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Row

_LIKE_ITEM = {spec.name for spec in fields(StarterItem)} & {spec.name for spec in fields(Activity)}


def add_activity(
    programme: Programme,
    activity: Activity,
    parent: RowId,
    index: int | None,
    new_id: NewId,
) -> tuple[Programme, RowId]:
    """The programme with the activity and all it brings, and the id of the new item.

    `parent` is a session or a strand, `index` the place among its items (None: last). PlanError as
    the edits raise it.
    """
    as_item = _starter_item(activity)
    item, *parts = item_rows([as_item], new_id, session_id=parent)
    assert isinstance(item, Item), "an item comes before what it holds"
    with_item = add_item(programme, item, parent, index)
    return checked(with_item, *parts), item.id


def activity_from(programme: Programme, item_id: RowId, key: str, summary: str = "") -> Activity:
    """An activity of one's own from an item: how it is done, without names, rooms and days.

    PlanError `row-gone`.
    """
    item = programme.get(item_id, Item)
    length = item.length
    return Activity(
        key=key,
        title=item.title,
        summary=summary,
        why=item.why,
        form=form_of(item.group) or GroupForm.MIXED,
        group=item.group,
        least=length.least,
        typical=length.typical,
        most=length.most,
        length=length_text(length) if length.times is not None else "",
        steps=_parts(programme.steps_of(item_id), StarterStep),
        sources=(),
        kind=item.kind,
        part=item.part,
        phase=item.phase,
        level=item.level,
        leads=_capabilities(programme, item_id, Role.LEADS),
        supports=_capabilities(programme, item_id, Role.SUPPORTS),
        short=item.short,
        short_minutes=item.short_minutes,
        materials=_parts(programme.materials_of(item_id), StarterMaterial),
        sheets=_parts(programme.sheets_of(item_id), StarterSheet),
        outputs=item.outputs,
    )


def _starter_item(activity: Activity) -> StarterItem:
    shared = {name: getattr(activity, name) for name in _LIKE_ITEM}
    return StarterItem(**{**shared, "length": activity.length or str(activity.typical or "")})


def _parts(rows: tuple[Row, ...], kind: type[Any]) -> tuple[Any, ...]:
    names = [spec.name for spec in fields(kind)]
    return tuple(kind(**{name: getattr(row, name) for name in names}) for row in rows)


def _capabilities(programme: Programme, item_id: RowId, role: Role) -> tuple[Capability, ...]:
    return tuple(f.capability for f in programme.focus_of(item_id) if f.role is role)
