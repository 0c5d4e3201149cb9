"""A form that came back is known for what it is, or refused in a line; nothing is entered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.content import handouts
from aiplanner.app.form_names import short_id
from aiplanner.app.form_questions import question_of
from aiplanner.app.returned import ReadField, ReadForm, read_from_plain, read_plain
from aiplanner.app.returned_reading import programme_of, recognised
from aiplanner.app.wording import say
from aiplanner.domain.edits.programme import copied
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme, empty_programme
from tests.support.kept_programmes import workshop
from tests.support.returned_sheets import filled, handout, marked, sheet_of

STORY = {
    "text": "The taxi",
    "happened": "He waited.\nThen he came back.",
    "made_possible": "",
    "quote": "Nobody had asked me before.",
    "shared": "p1",
}


@pytest.fixture(scope="module")
def programme() -> Programme:
    return copied(workshop(), "Workshop", new_id)


def refusal(programme: Programme, read: ReadForm) -> PlanError:
    """Why a form is refused."""
    with pytest.raises(PlanError) as refused:
        recognised(read, programme, handouts(), ())
    assert say(refused.value).endswith("Nothing was entered.")
    return refused.value


def test_answers_stand_beside_their_questions_in_the_order_of_the_sheet(
    programme: Programme,
) -> None:
    where = programme.sessions[1]
    sheet = sheet_of(programme, "story-sheet", STORY, where.id)
    assert (sheet.title, sheet.where, sheet.handout) == ("Story sheet", "Afternoon", "story-sheet")
    assert [(one.asked, one.said, one.goes) for one in sheet.answers] == [
        ("A headline for this story", "The taxi", "a story"),
        ("What happened?", "He waited.\nThen he came back.", "a story"),
        ("One sentence in your own words", "Nobody had asked me before.", "a story"),
        ("May we share it?", "Yes, as it stands here.", "a story"),
    ]
    assert sheet.ticked == {"text", "happened", "quote", "shared"}
    assert sheet.notes == ()


def test_consent_that_was_not_given_is_shown_and_never_ticked(programme: Programme) -> None:
    sheet = sheet_of(programme, "story-sheet", {**STORY, "shared": ""})
    assert sheet.answers[-1].said == ""
    assert "shared" not in sheet.ticked
    assert any("Ask the teller" in note for note in sheet.notes)


def test_consent_with_details_changed_waits_for_a_person(programme: Programme) -> None:
    sheet = sheet_of(programme, "story-sheet", {**STORY, "shared": "p2"})
    assert sheet.answers[-1].said == "Yes, with details changed."
    assert "shared" not in sheet.ticked
    assert any("details changed" in note for note in sheet.notes)


def test_a_choice_and_a_tick_are_told_in_the_words_of_the_sheet(programme: Programme) -> None:
    sheet = sheet_of(programme, "evaluation", {"b1-s3": "p4", "best": "The quiet"})
    assert [(one.asked, one.said) for one in sheet.answers] == [
        ("I was listened to.", "fully"),
        ("What was best for you?", "The quiet"),
    ]
    [answer] = sheet_of(programme, "action-plan", {"check-p2": "yes"}).answers
    assert (answer.asked, answer.said) == ("Each first step fits into two weeks.", "Yes")


def test_the_same_answers_are_noticed_and_left_unticked(programme: Programme) -> None:
    read = filled(programme, "story-sheet", STORY)
    [first] = recognised(read, programme, handouts(), ())
    [again] = recognised(read, programme, handouts(), {first.fingerprint})
    assert again.known
    assert again.ticked == frozenset()
    assert any("taken in before" in note for note in again.notes)
    other = filled(programme, "story-sheet", {**STORY, "text": "Another"})
    [different] = recognised(other, programme, handouts(), {first.fingerprint})
    assert not different.known


def test_another_revision_is_told_and_taken_all_the_same(programme: Programme) -> None:
    read = filled(programme, "story-sheet", STORY)
    [older] = recognised(read, programme, handouts(), (), revision=7)
    assert "Made from version 3 of the programme; this is version 7." in older.notes
    [same] = recognised(read, programme, handouts(), (), revision=3)
    assert same.notes == ()


def test_a_session_that_is_gone_is_told(programme: Programme) -> None:
    read = filled(programme, "check-out", {"energy": "Tea"}, programme.sessions[0].id)
    without = delete_session(programme, programme.sessions[0].id)
    [sheet] = recognised(read, without, handouts(), ())
    assert sheet.where == ""
    assert any("session is not there" in note for note in sheet.notes)


def test_a_form_of_another_programme_is_refused_and_named(programme: Programme) -> None:
    other = empty_programme(new_id(), "Another")
    read = filled(other, "story-sheet", STORY)
    error = refusal(programme, read)
    assert (error.code, error.facts["programme"]) == ("returned-foreign", other.id)
    assert programme_of(read) == other.id


def without_a_field(read: ReadForm) -> ReadForm:
    return replace(read, fields=read.fields[1:])


def with_a_field_more(read: ReadForm) -> ReadForm:
    return replace(read, fields=(*read.fields, ReadField("story-sheet/-/-/pin", "text", "1")))


def with_a_foreign_field(read: ReadForm) -> ReadForm:
    return replace(read, fields=(*read.fields, ReadField("Text1", "text", "1")))


def with_a_choice_nobody_gave(read: ReadForm) -> ReadForm:
    return replace(read, fields=(*read.fields[:-1], replace(read.fields[-1], value="p9")))


def with_other_options(read: ReadForm) -> ReadForm:
    return replace(read, fields=(*read.fields[:-1], replace(read.fields[-1], options=("p1",))))


def with_the_mark_twice(read: ReadForm) -> ReadForm:
    return replace(read, marks=read.marks * 2)


def with_a_letter_of_the_mark_changed(read: ReadForm) -> ReadForm:
    return replace(read, marks=(read.marks[0].replace("revision=3", "revision=4"),))


def without_its_mark(read: ReadForm) -> ReadForm:
    return replace(read, marks=())


def without_anything_of_ours(read: ReadForm) -> ReadForm:
    return replace(read, marks=(), fields=(ReadField("Text1", "text", "1"),))


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (without_a_field, "returned-edited"),
        (with_a_field_more, "returned-unknown-field"),
        (with_a_foreign_field, "returned-unknown-field"),
        (with_a_choice_nobody_gave, "returned-edited"),
        (with_other_options, "returned-edited"),
        (with_the_mark_twice, "returned-edited"),
        (with_a_letter_of_the_mark_changed, "returned-edited"),
        (without_its_mark, "returned-unmarked"),
        (without_anything_of_ours, "returned-no-form"),
    ],
)
def test_a_form_that_is_not_as_it_was_made_is_refused(
    programme: Programme, changed: object, code: str
) -> None:
    read = filled(programme, "story-sheet", STORY)
    assert callable(changed)
    assert refusal(programme, changed(read)).code == code


def test_an_unknown_field_is_named(programme: Programme) -> None:
    read = with_a_field_more(filled(programme, "story-sheet", STORY))
    assert "“story-sheet/-/-/pin”" in say(refusal(programme, read))


def test_a_form_of_a_later_aiplanner_is_refused(programme: Programme) -> None:
    read = filled(programme, "story-sheet", STORY, form=2)
    assert refusal(programme, read).code == "returned-newer"
    later = mark_text_with_more(read.marks[0])
    assert refusal(programme, replace(read, marks=(later,))).code == "returned-newer"


def mark_text_with_more(mark: str) -> str:
    """A mark as a later version may write it, which this one cannot read."""
    return mark.replace(";programme=", ";language=gd;programme=")


def test_a_handout_that_is_gone_is_named(programme: Programme) -> None:
    fields = [ReadField("my-sheet/-/-/b1", "text", "Yes")]
    error = refusal(programme, marked(programme, "my-sheet", fields))
    assert (error.code, error.facts["document"]) == ("returned-document-gone", "my-sheet")


def test_a_sheet_that_belongs_to_whoever_filled_it_in_is_not_read(programme: Programme) -> None:
    read = filled(programme, "capability-rating", {"b3-s1": "p2"})
    assert refusal(programme, read).code == "returned-private"
    both = filled(programme, "evaluation", {"best": "Tea"})
    together = ReadForm((*read.fields, *both.fields), (*read.marks, *both.marks), "")
    assert [s.handout for s in recognised(together, programme, handouts(), ())] == ["evaluation"]


def test_a_form_on_which_nothing_is_filled_in_is_refused(programme: Programme) -> None:
    read = filled(programme, "evaluation", {"best": " \n", "b1-s1": ""})
    assert refusal(programme, read).code == "returned-blank"


def test_several_sheets_of_one_file_are_told_apart(programme: Programme) -> None:
    one, other = (
        filled(programme, "check-out", {"energy": said}, session.id)
        for said, session in zip(("Tea", "Cake"), programme.sessions, strict=True)
    )
    both = ReadForm((*one.fields, *other.fields), (*one.marks, *other.marks), "")
    sheets = recognised(both, programme, handouts(), ())
    assert [(s.where, s.answers[0].said) for s in sheets] == [
        ("Morning", "Tea"),
        ("Afternoon", "Cake"),
    ]


def test_a_question_about_a_finding_names_it_and_says_when_it_is_gone(
    programme: Programme,
) -> None:
    theme = programme.themes[1]
    read = filled(programme, "theme-summary", {f"v-{short_id(theme.id)}": "4"})
    [sheet] = recognised(read, programme, handouts(), ())
    assert [(a.asked, a.goes) for a in sheet.answers] == [
        (f"{theme.text}: Votes", "a theme or its votes")
    ]
    gone = programme.drop([theme.id])
    [later] = recognised(read, gone, handouts(), ())
    [answer] = later.answers
    assert "deleted" in answer.asked
    assert answer.goes == "kept as an answer"


def test_what_was_read_survives_the_line_between_processes(programme: Programme) -> None:
    read = filled(programme, "story-sheet", STORY)
    assert read_from_plain(read_plain(read)) == read


@pytest.mark.parametrize(
    ("key", "question", "asked"),
    [
        ("soar", "results", "Results: How will we know that we are getting there?"),
        ("self-rating", "code", "My code"),
        ("self-rating", "moment", "My leadership, before and after"),
        ("action-plan", "actions-r2-c4", "Row 2: By when"),
        ("design-elements", "elements-r3-c3", "Place and things: What would feed the dream"),
        ("interview-guide", "q-i1", "To begin: what do you like about being here?"),
        ("promise-cards", "due", "By when?"),
        ("check-out", "try", "What will I try before we meet again?"),
        ("emotion-cards", "b1-k23", "My own word"),
        ("observation-sheet", "b3-r6-c1", "Row 6: What I saw and heard"),
    ],
)
def test_questions_are_known_by_their_keys(
    programme: Programme, key: str, question: str, asked: str
) -> None:
    found = question_of(handout(key), question, programme)
    assert found is not None
    assert found.asked == asked


@pytest.mark.parametrize(
    "question",
    ["", "b1", "b99", "text-0", "shared-p1", "textx", "b5-s0", "happened-r1-c1", "-", "b1-s99"],
)
def test_a_question_that_is_not_asked_is_not_known(programme: Programme, question: str) -> None:
    assert question_of(handout("story-sheet"), question, programme) is None


def test_marks_of_every_sort_of_nonsense_are_refused(programme: Programme) -> None:
    good = filled(programme, "story-sheet", STORY)
    nonsense: Mapping[str, str] = {
        "": "returned-edited",
        "form=": "returned-edited",
        "form=x;": "returned-edited",
        "form=99": "returned-newer",
        "form=" + "9" * 5000: "returned-edited",
        "\x00": "returned-edited",
        mark_text_with_more(good.marks[0])[:-1]: "returned-edited",
    }
    for text, code in nonsense.items():
        assert refusal(programme, replace(good, marks=(text,))).code == code, text[:40]


QUESTIONS = st.from_regex(r"[a-z_]{0,8}(-[a-zA-Z0-9]{1,8}){0,3}", fullmatch=True)
NAMES = st.builds("story-sheet/-/-/{}".format, QUESTIONS) | st.text(max_size=20)
FIELDS = st.lists(
    st.builds(
        ReadField,
        NAMES,
        st.sampled_from(["text", "tick", "choice"]),
        st.sampled_from(["", "p1", "yes", "Off"]) | st.text(max_size=5),
        st.sampled_from([(), ("yes",), ("p1", "p2", "p3")]),
    ),
    max_size=4,
)


@given(fields=FIELDS, mark=st.none() | st.text(max_size=60), signed=st.booleans())
def test_no_form_at_all_makes_a_crash(
    fields: list[ReadField], mark: str | None, signed: bool
) -> None:
    """Whoever made it may even have signed it as we do: what is told are answers, or a refusal."""
    here = workshop()
    read = marked(here, "story-sheet", fields)
    if not signed:
        read = replace(read, marks=() if mark is None else (mark,))
    try:
        sheets = recognised(read, here, handouts(), ())
    except PlanError as refused:
        assert say(refused).endswith("Nothing was entered.")  # noqa: PT017 - either is right
        return
    assert signed
    assert [sheet.handout for sheet in sheets] == ["story-sheet"]


def test_a_self_rating_without_its_moment_says_so_before_it_is_taken(programme: Programme) -> None:
    for answers, told in (({"code": "S1"}, 1), ({"code": "S1", "moment": "p1"}, 0)):
        sheet = sheet_of(programme, "self-rating", answers)
        assert sum("before the cycle or after" in note for note in sheet.notes) == told
