"""Draw edits of what groups found, of photos, of self-ratings and of answers."""

from __future__ import annotations

from hypothesis import strategies as st

from aiplanner.domain.answers import Answer
from aiplanner.domain.edits import answers, findings, photos, self_ratings
from aiplanner.domain.findings import ROW_OF, CheckOut, Dream, Link, Story
from aiplanner.domain.photos import Photo
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.domain.self_rating import SelfRating
from tests.support import strategies as some
from tests.support.drawing import INDEX, Draw, NewId, Verb, one_of, several

_ALL = tuple(ROW_OF.values())


def _add_finding(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    kind = draw(st.sampled_from(_ALL))
    row = kind(new_id(), 0, **draw(some.FINDING_FIELDS[kind]))
    return findings.add_finding(plan, row, draw(st.none() | INDEX))


def _move_finding(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return findings.move_finding(plan, one_of(draw, plan, *_ALL).id, draw(INDEX))


def _delete_findings(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return findings.delete_findings(plan, several(draw, plan, *_ALL))


def _link(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    source, target = (one_of(draw, plan, *_ALL) for _ in range(2))
    return findings.link(plan, source.id, target.id)


def _link_all(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    target = one_of(draw, plan, *_ALL)
    return findings.link_all(plan, several(draw, plan, *_ALL), target.id)


def _unlink(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    knot = one_of(draw, plan, Link)
    return findings.unlink(plan, knot.source_id, knot.target_id)


def _add_findings(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    kinds = draw(st.lists(st.sampled_from(_ALL), max_size=3))
    rows = [kind(new_id(), 0, **draw(some.FINDING_FIELDS[kind])) for kind in kinds]
    return findings.add_findings(plan, rows, draw(st.none() | INDEX))


def _move_findings(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    kind = type(one_of(draw, plan, *_ALL))
    return findings.move_findings(plan, several(draw, plan, kind), draw(INDEX))


def _merge_findings(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    keep = one_of(draw, plan, *_ALL)
    return findings.merge_findings(plan, keep.id, several(draw, plan, type(keep)))


def _told_in(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    row = one_of(draw, plan, Story, Dream, CheckOut)
    there = draw(st.booleans())
    return findings.told_in(plan, row.id, one_of(draw, plan, Session).id if there else None)


def _add_photo(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    photo = Photo(new_id(), 0, draw(some.PICTURES), **draw(some.PHOTO_FIELDS))
    return photos.add_photo(plan, photo, draw(st.none() | INDEX))


def _move_photo(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return photos.move_photo(plan, one_of(draw, plan, Photo).id, draw(INDEX))


def _delete_photos(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return photos.delete_photos(plan, several(draw, plan, Photo))


def _taken_in(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    photo, there = one_of(draw, plan, Photo), draw(st.booleans())
    return photos.taken_in(plan, photo.id, one_of(draw, plan, Session).id if there else None)


def _add_self_rating(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    sheet = SelfRating(new_id(), 0, **draw(some.SELF_RATING_FIELDS))
    return self_ratings.add_self_rating(plan, sheet, draw(st.none() | INDEX))


def _delete_self_ratings(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return self_ratings.delete_self_ratings(plan, several(draw, plan, SelfRating))


def _add_answers(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    sheet = new_id()
    rows = [
        Answer(new_id(), 0, sheet, "evaluation", f"q{n}", **draw(some.ANSWER_FIELDS))
        for n in range(draw(st.integers(0, 3)))
    ]
    return answers.add_answers(plan, rows)


def _delete_answers(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return answers.delete_answers(plan, several(draw, plan, Answer))


VERBS_OF_FINDINGS: dict[str, Verb] = {
    "add_finding": _add_finding,
    "add_findings": _add_findings,
    "move_finding": _move_finding,
    "move_findings": _move_findings,
    "delete_findings": _delete_findings,
    "merge_findings": _merge_findings,
    "told_in": _told_in,
    "link": _link,
    "link_all": _link_all,
    "unlink": _unlink,
    "add_photo": _add_photo,
    "move_photo": _move_photo,
    "delete_photos": _delete_photos,
    "taken_in": _taken_in,
    "add_self_rating": _add_self_rating,
    "delete_self_ratings": _delete_self_ratings,
    "add_answers": _add_answers,
    "delete_answers": _delete_answers,
}
"""By the name of their functions in `domain.edits`."""
