"""Draw edits of people, their groups, and the hints they do without."""

from __future__ import annotations

from hypothesis import strategies as st

from aiplanner.domain.edits import dismissals, many_people, people
from aiplanner.domain.people import Group, Grouping, Member, Person
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Dismissal, Item, Session
from tests.support import strategies as some
from tests.support.drawing import INDEX, Draw, NewId, Verb, one_of, several

_FEW = st.none() | st.integers(1, 3)
_DRAWS = st.builds(many_people.Draw, st.integers(0, 9), _FEW, _FEW)


def _add_person(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    person = Person(new_id(), 0, **draw(some.PERSON_FIELDS))
    return people.add_person(plan, person, draw(st.none() | INDEX))


def _move_person(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return people.move_person(plan, one_of(draw, plan, Person).id, draw(INDEX))


def _delete_people(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return people.delete_people(plan, several(draw, plan, Person))


def _set_absent(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    session, chosen = one_of(draw, plan, Session), several(draw, plan, Person)
    return people.set_absent(plan, session.id, chosen, absent=draw(st.booleans()))


def _add_grouping(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    session = draw(st.sampled_from((None, *(session.id for session in plan.sessions))))
    grouping = Grouping(new_id(), 0, session_id=session, **draw(some.GROUPING_FIELDS))
    return people.add_grouping(plan, grouping, draw(st.none() | INDEX))


def _delete_grouping(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return people.delete_grouping(plan, one_of(draw, plan, Grouping).id)


def _set_groups(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    grouping, everybody = one_of(draw, plan, Grouping), [person.id for person in plan.people]
    rounds = []
    for _ in range(draw(st.integers(0, 2))):
        order = draw(st.permutations(everybody))
        cut = draw(st.integers(0, len(order)))
        rounds.append([order[:cut], order[cut:]])
    return people.set_groups(plan, grouping.id, rounds, new_id)


def _add_group(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    grouping = one_of(draw, plan, Grouping)
    group = Group(new_id(), grouping.id, 0, **draw(some.GROUP_FIELDS))
    return people.add_group(plan, group, draw(st.none() | INDEX))


def _delete_groups(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return people.delete_groups(plan, [one_of(draw, plan, Group).id])


def _move_member(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    person, group = one_of(draw, plan, Person), one_of(draw, plan, Group)
    return people.move_member(plan, person.id, group.id, draw(st.none() | INDEX))


def _leave_group(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    member = one_of(draw, plan, Member)
    return people.leave_group(plan, member.person_id, member.group_id)


def _add_people(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    wanted = draw(st.lists(some.PERSON_FIELDS, max_size=3))
    return many_people.add_people(plan, [Person(new_id(), 0, **fields) for fields in wanted])


def _make_grouping(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    session = draw(st.sampled_from((None, *(session.id for session in plan.sessions))))
    grouping = Grouping(new_id(), 0, session_id=session, **draw(some.GROUPING_FIELDS))
    return many_people.make_grouping(plan, grouping, draw(_DRAWS), new_id)


def _draw_again(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return many_people.draw_again(plan, one_of(draw, plan, Grouping).id, draw(_DRAWS), new_id)


def _dismiss(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    about = draw(st.sampled_from((Session, Item, None)))
    row = plan.id if about is None else one_of(draw, plan, about).id
    reason, day = draw(st.text(max_size=6)), draw(st.none() | some.DAYS)
    return dismissals.dismiss(plan, draw(some.RULES), row, reason, day)


def _recall(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return dismissals.recall(plan, one_of(draw, plan, Dismissal).id)


VERBS_OF_PEOPLE: dict[str, Verb] = {
    "add_person": _add_person,
    "move_person": _move_person,
    "delete_people": _delete_people,
    "set_absent": _set_absent,
    "add_grouping": _add_grouping,
    "delete_grouping": _delete_grouping,
    "set_groups": _set_groups,
    "add_group": _add_group,
    "delete_groups": _delete_groups,
    "move_member": _move_member,
    "leave_group": _leave_group,
    "add_people": _add_people,
    "make_grouping": _make_grouping,
    "draw_again": _draw_again,
    "dismiss": _dismiss,
    "recall": _recall,
}
