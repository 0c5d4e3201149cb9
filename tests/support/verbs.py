"""Draw edits: every verb of the plan with arguments that mostly make sense."""

from __future__ import annotations

from hypothesis import strategies as st

from aiplanner.domain.answers import Answer
from aiplanner.domain.cycle import Capability, Kind, Role
from aiplanner.domain.edits import (
    clips,
    fields,
    items,
    joining,
    parts,
    programme,
    sessions,
)
from aiplanner.domain.errors import PlanError
from aiplanner.domain.lengths import length_text
from aiplanner.domain.people import Group, Grouping, Person
from aiplanner.domain.photos import Photo
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import (
    Dismissal,
    Focus,
    Head,
    Item,
    Material,
    Session,
    Sheet,
    Step,
    Strand,
)
from aiplanner.domain.self_rating import SelfRating
from tests.support import strategies as some
from tests.support.drawing import INDEX, Draw, NewId, NothingThere, Verb, one_of, several
from tests.support.verbs_of_days import VERBS_OF_DAYS
from tests.support.verbs_of_findings import VERBS_OF_FINDINGS
from tests.support.verbs_of_logic import VERBS_OF_LOGIC
from tests.support.verbs_of_people import VERBS_OF_PEOPLE

MOST_ROWS = 60
"""A programme of that size is copied no more, so that examples stay small."""

_FIELDS = {
    Head: some.HEAD_FIELDS,
    Session: some.SESSION_FIELDS,
    Item: some.ITEM_FIELDS,
    Strand: some.STRAND_FIELDS,
    Step: some.STEP_FIELDS,
    Material: some.MATERIAL_FIELDS,
    Sheet: some.SHEET_FIELDS,
    Focus: st.fixed_dictionaries({"role": st.sampled_from(Role)}),
    **some.FINDING_FIELDS,
    Person: some.PERSON_FIELDS,
    Grouping: some.GROUPING_FIELDS,
    Group: some.GROUP_FIELDS,
    Dismissal: some.DISMISSAL_FIELDS,
    Photo: some.PHOTO_FIELDS,
    SelfRating: some.SELF_RATING_FIELDS,
    Answer: some.ANSWER_FIELDS,
}
_HOSTILE = st.text(max_size=6)


def edited(draw: Draw, plan: Programme, new_id: NewId, verb: str) -> Programme:
    """The programme after the verb; as it was when the verb is refused or has nothing to do."""
    try:
        return VERBS[verb](draw, plan, new_id)
    except (PlanError, NothingThere):
        return plan


def much_edited(draw: Draw, plan: Programme, new_id: NewId, most: int = 6) -> Programme:
    """The programme after several edits."""
    for verb in draw(st.lists(st.sampled_from(sorted(VERBS)), max_size=most)):
        plan = edited(draw, plan, new_id, verb)
    return plan


def _set_fields(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    row = one_of(draw, plan, *_FIELDS)
    values = dict(draw(_FIELDS[type(row)]))
    if "title" in values and draw(st.booleans()):
        values["title"] = draw(_HOSTILE)
    return fields.set_fields(plan, row.id, **values)


def _set_fields_of_all(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    kind = type(one_of(draw, plan, *_FIELDS))
    values = dict(draw(_FIELDS[kind]))
    return fields.set_fields_of_all(plan, several(draw, plan, kind), **values)


def _rename(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return programme.rename(plan, draw(_HOSTILE))


def _add_session(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    session = Session(new_id(), 0, **draw(some.SESSION_FIELDS))
    return sessions.add_session(plan, session, draw(st.none() | INDEX))


def _move_session(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return sessions.move_session(plan, one_of(draw, plan, Session).id, draw(INDEX))


def _duplicate_session(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return sessions.duplicate_session(_small(plan), one_of(draw, plan, Session).id, new_id)


def _delete_session(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return sessions.delete_session(plan, one_of(draw, plan, Session).id)


def _set_session_times(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    start, end = draw(st.tuples(st.none() | some.CLOCKS, st.none() | some.CLOCKS))
    return sessions.set_session_times(plan, one_of(draw, plan, Session).id, start, end)


def _set_planned(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    typed = draw(st.sampled_from(("2 h", "90 min", "45", "30-45", "")))
    return sessions.set_planned(plan, one_of(draw, plan, Session).id, typed)


def _add_item(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    item = Item(new_id(), 0, **draw(some.ITEM_FIELDS))
    parent = one_of(draw, plan, Session, Strand).id
    return items.add_item(plan, item, parent, draw(st.none() | INDEX))


def _move_item(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    item, parent = one_of(draw, plan, Item), one_of(draw, plan, Session, Strand)
    return items.move_item(plan, item.id, parent.id, draw(INDEX))


def _move_items(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    chosen = several(draw, plan, Item)
    return items.move_items(plan, chosen, one_of(draw, plan, Session, Strand).id, draw(INDEX))


def _duplicate_item(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return items.duplicate_item(_small(plan), one_of(draw, plan, Item).id, new_id)


def _delete_items(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return items.delete_items(plan, several(draw, plan, Item))


def _split_item(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return joining.split_item(plan, one_of(draw, plan, Item).id, new_id, draw(_HOSTILE))


def _merge_items(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    beside = [item.id for item in plan.items_of(one_of(draw, plan, Item).parent_id)]
    return joining.merge_items(plan, draw(st.lists(st.sampled_from(beside), min_size=1)), str.upper)


def _pasted(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    clip = clips.taken(_small(plan), several(draw, plan, Item))
    parent = one_of(draw, plan, Session, Strand).id
    return clips.pasted(plan, clip, parent, draw(INDEX), new_id)


def _set_length(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    typed = draw(some.LENGTHS.map(length_text) | st.sampled_from(("soon", "1:30", "6x3", "-5")))
    return items.set_length(plan, one_of(draw, plan, Item).id, typed)


def _set_pin(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return items.set_pin(plan, one_of(draw, plan, Item).id, draw(st.none() | some.CLOCKS))


def _set_kind(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    kind = draw(st.sampled_from((*Kind, Kind.BREAKOUT, Kind.BREAKOUT, Kind.BREAKOUT)))
    return items.set_kind(plan, one_of(draw, plan, Item).id, kind)


def _add_part(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    kind = draw(st.sampled_from((Strand, Strand, Step, Material, Sheet)))
    holders = [
        row
        for row in plan.rows.values()
        if isinstance(row, Item) and (kind is not Strand or row.kind is Kind.BREAKOUT)
    ]
    if not holders:
        raise NothingThere
    holder = draw(st.sampled_from(holders))
    part = kind(new_id(), holder.id, 0, **draw(_FIELDS[kind]))
    return parts.add_part(plan, part, draw(st.none() | INDEX))


def _set_parts(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    item = one_of(draw, plan, Item).id
    mixed = draw(st.permutations(plan.steps_of(item)))
    wanted = [*mixed[1:], Step(new_id(), item, 0, "one more")]
    return parts.set_parts(plan, mixed[:1], wanted, lambda now: now.steps_of(item))


def _move_part(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    movable = [
        row
        for row in plan.rows.values()
        if isinstance(row, Strand | Step | Material | Sheet)
        and sum(type(other) is type(row) for other in plan.children_of(row.item_id)) > 1
    ]
    if not movable:
        raise NothingThere
    return parts.move_part(plan, draw(st.sampled_from(movable)), draw(INDEX))


def _delete_part(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    part = one_of(draw, plan, Strand, Step, Material, Sheet, Focus)
    return parts.delete_part(plan, part.id)


def _set_focus(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    capability, role = draw(st.sampled_from(Capability)), draw(st.sampled_from((None, *Role)))
    return parts.set_focus(plan, one_of(draw, plan, Item).id, capability, role)


def _small(plan: Programme) -> Programme:
    if len(plan.rows) > MOST_ROWS:
        raise NothingThere
    return plan


VERBS: dict[str, Verb] = {
    "set_fields": _set_fields,
    "set_fields_of_all": _set_fields_of_all,
    "rename": _rename,
    "add_session": _add_session,
    "move_session": _move_session,
    "duplicate_session": _duplicate_session,
    "delete_session": _delete_session,
    "set_session_times": _set_session_times,
    "set_planned": _set_planned,
    "add_item": _add_item,
    "move_item": _move_item,
    "move_items": _move_items,
    "duplicate_item": _duplicate_item,
    "delete_items": _delete_items,
    "split_item": _split_item,
    "merge_items": _merge_items,
    "pasted": _pasted,
    "set_length": _set_length,
    "set_pin": _set_pin,
    "set_kind": _set_kind,
    "add_part": _add_part,
    "move_part": _move_part,
    "set_parts": _set_parts,
    "delete_part": _delete_part,
    "set_focus": _set_focus,
    **VERBS_OF_FINDINGS,
    **VERBS_OF_LOGIC,
    **VERBS_OF_PEOPLE,
    **VERBS_OF_DAYS,
}
"""Every edit of `domain.edits`, by the name of its function."""
