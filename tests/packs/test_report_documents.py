"""The logic model, the view from the future and the cycle report say what is known, and no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aiplanner.app.content import starters
from aiplanner.app.logic_words import PART_HEADINGS, PART_PROMPTS
from aiplanner.app.starters import programme_from
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import add_findings, delete_findings, unlink
from aiplanner.domain.findings import (
    LogicNote,
    LogicPart,
    Progress,
    Promise,
    PromiseKind,
    Story,
)
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from tests.support.logic_programme import ENTRIES, FUTURE, logic_programme
from tests.support.packs import rendered, squeezed
from tests.support.plans import counted_ids
from tests.support.rich_programme import SECRET, UNSHARED, blank_programme
from tests.support.tagged_pdf import faults, page_texts, structure

MODEL, FUTURE_VIEW, REPORT = KEYS = ("programme-logic-model", "future-view", "cycle-report")
PRINTS = [("clear", "a4"), ("clear", "letter"), ("large", "a4"), ("large", "letter")]
EXAMPLE = next(programme_from(one, "", counted_ids()) for one in starters() if one.key == "example")
PROGRAMMES = {"rich": logic_programme(), "blank": blank_programme(), "example": EXAMPLE}


def text_of(programme: Programme, out: Path, key: str, **options: object) -> str:
    rendered(programme, out, (key,), **options)
    return squeezed(structure(out).words())


@pytest.mark.parametrize(("size", "paper"), PRINTS)
@pytest.mark.parametrize("name", PROGRAMMES)
def test_they_pass_the_accessibility_checks_together_and_each_alone(
    tmp_path: Path, name: str, size: str, paper: str
) -> None:
    for keys in (KEYS, *((key,) for key in KEYS)):
        out = tmp_path / "pack.pdf"
        rendered(PROGRAMMES[name], out, keys, print_size=size, paper=paper)
        assert faults(out) == []


@pytest.mark.parametrize("name", PROGRAMMES)
def test_the_logic_model_is_one_page_across_the_paper(tmp_path: Path, name: str) -> None:
    out = tmp_path / "model.pdf"
    report = rendered(PROGRAMMES[name], out, (MODEL,))

    assert report.pages == 1
    assert _wide(out) == [True]


def test_beside_it_other_documents_stand(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    rendered(PROGRAMMES["rich"], out, ("overview", MODEL))

    assert _wide(out)[0] is False
    assert _wide(out)[-1] is True


def test_in_large_print_it_stands_and_its_parts_follow_each_other(tmp_path: Path) -> None:
    out = tmp_path / "model.pdf"
    rendered(PROGRAMMES["rich"], out, (MODEL,), print_size="large")
    heads = [element.words() for element in structure(out).find("H2")]

    assert heads == list(PART_HEADINGS.values())
    assert not any(_wide(out))
    assert structure(out).find("Table") == []


@pytest.mark.parametrize("size", ["clear", "large"])
def test_the_model_holds_every_entry_and_what_it_stands_on(tmp_path: Path, size: str) -> None:
    programme = PROGRAMMES["rich"]
    text = text_of(programme, tmp_path / "model.pdf", MODEL, print_size=size)

    assert [words for _part, words in ENTRIES if squeezed(words) not in text] == []
    assert squeezed(programme.actions[0].text) in text
    assert squeezed(programme.statements[0].text) in text


@pytest.mark.parametrize("size", ["clear", "large"])
def test_what_the_model_stands_on_is_told_in_full(tmp_path: Path, size: str) -> None:
    programme = PROGRAMMES["rich"]
    long = "We ask " + "each of us in turn " * 9 + "what is still missing."
    told = set_fields(programme, programme.statements[0].id, text=long)
    assert squeezed(long) in text_of(told, tmp_path / "model.pdf", MODEL, print_size=size)


def test_marks_in_the_columns_lead_to_what_they_stand_for(tmp_path: Path) -> None:
    text = text_of(PROGRAMMES["rich"], tmp_path / "model.pdf", MODEL)

    assert "AboardbythedoorA1" in text
    assert "AskingearlyishowweworkS1" in text
    assert "S1Weaskatninewhatisstillmissing." in text
    assert "A1Aboardbythedoorthatsayswhatismissing" in text
    assert "A2" not in text, "an action that nothing stands on is not explained"


@pytest.mark.parametrize("size", ["clear", "large"])
def test_a_blank_model_asks_for_every_part(tmp_path: Path, size: str) -> None:
    text = text_of(PROGRAMMES["blank"], tmp_path / "model.pdf", MODEL, print_size=size)

    assert [prompt for prompt in PART_PROMPTS.values() if squeezed(prompt) not in text] == []


def test_a_model_longer_than_a_page_goes_on_and_loses_nothing(tmp_path: Path) -> None:
    new_id = counted_ids(9_000)
    many = [
        LogicNote(new_id(), 0, part, f"Entry {n} of {part.value}")
        for part in LogicPart
        for n in range(40)
    ]
    out = tmp_path / "model.pdf"
    text = text_of(add_findings(PROGRAMMES["rich"], many), out, MODEL)

    assert faults(out) == []
    assert [note.text for note in many if squeezed(note.text) not in text] == []


def test_the_view_from_the_future_is_told_from_its_day_beside_the_dream(tmp_path: Path) -> None:
    text = text_of(PROGRAMMES["rich"], tmp_path / "future.pdf", FUTURE_VIEW)

    assert squeezed("It is 12 January 2029.") in text
    assert squeezed("Home by noon (in two years)") in text
    assert squeezed(FUTURE) in text


def test_where_nothing_is_told_yet_it_asks(tmp_path: Path) -> None:
    text = text_of(PROGRAMMES["blank"], tmp_path / "future.pdf", FUTURE_VIEW)

    assert squeezed("Which first step turned out to matter most?") in text
    assert squeezed("Our dream has come true.") in text


# The report


def test_the_report_tells_the_cycle_from_purpose_to_review(tmp_path: Path) -> None:
    programme = PROGRAMMES["rich"]
    text = text_of(programme, tmp_path / "report.pdf", REPORT)

    for words in (
        programme.head.purpose,
        programme.head.issue,
        programme.topics[0].text,
        "Session 1: Best of what is",
        "2 stories gathered; 1 story not shared.",
        "“Somebody asked me first & waited”",
        "Home by noon (in two years)",
        "We ask at nine what is still missing. 2 stories, 1 theme",
        "A board by the door that says what is missing We shall know by: How many are home by noon",
        "How many are home by noon Morag 1 March 2027 under way",
        "Besides, people made promises: 1 offer.",
        "Every capability is led on somewhere.",
        "Who sees to it Morag",
        "1 March 2027: How the board is used It works by day",
    ):
        assert squeezed(words) in text, words


@pytest.mark.parametrize("size", ["clear", "large"])
def test_it_tells_nothing_that_is_private(tmp_path: Path, size: str) -> None:
    programme = PROGRAMMES["rich"]
    text = text_of(programme, tmp_path / "report.pdf", REPORT, print_size=size)

    assert squeezed(UNSHARED) not in text
    assert squeezed(SECRET) not in text
    only_counted = [p for p in programme.people if not (p.core_team or p.facilitates)]
    assert only_counted
    named = [p.name for p in only_counted if squeezed(p.name) in text]
    assert named == []
    assert [p.access for p in programme.people if p.access and squeezed(p.access) in text] == []
    makers = [promise.person for promise in programme.promises if promise.person]
    assert [name for name in makers if squeezed(name) in text] == []


words = st.text(st.characters(categories=["L"], max_codepoint=0x17F), min_size=14, max_size=30)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(secret=words, size=st.sampled_from(["clear", "large"]))
def test_no_word_of_a_story_kept_back_is_printed(tmp_path: Path, secret: str, size: str) -> None:
    fields = ("text", "happened", "made_possible", "quote", "gathered", "teller")
    kept = Story(RowId("9" * 32), 0, **dict.fromkeys(fields, f"Q{secret}"))
    programme = add_findings(PROGRAMMES["rich"], [kept])
    out = tmp_path / "report.pdf"
    rendered(programme, out, KEYS, print_size=size)
    text = squeezed("".join(page_texts(out)))

    assert f"Q{secret}" not in text
    assert squeezed("3 stories gathered; 2 stories not shared.") in text


def test_a_hundred_stories_are_told_in_part_and_counted_whole(tmp_path: Path) -> None:
    new_id = counted_ids(9_000)
    stories = [
        Story(new_id(), 0, f"Headline {n}.", quote=f"Word {n}." * (n < 30), shared=True)
        for n in range(100)
    ]
    text = text_of(add_findings(blank_programme(), stories), tmp_path / "report.pdf", REPORT)

    assert "100storiesgathered." in text
    assert text.count("“Word") == 12
    assert squeezed("And 76 more stories.") in text, "100 less 12 quoted and 12 headlines"


def test_a_shared_story_without_a_headline_is_told_in_its_tellers_words(tmp_path: Path) -> None:
    new_id = counted_ids(9_000)
    stories = [
        Story(new_id(), 0, quote="Nobody had asked.", shared=True),
        Story(new_id(), 0, " ", happened="The bag stood\nby the door.", shared=True),
        Story(new_id(), 0, " ", happened="\n", shared=True),
        Story(new_id(), 0, quote=" "),
    ]
    programme = add_findings(blank_programme(), stories)
    text = text_of(programme, tmp_path / "report.pdf", REPORT)
    assert squeezed("2 stories gathered. “Nobody had asked.”") in text
    assert squeezed("Also told • The bag stood by the door.") in text
    sheet = text_of(programme, tmp_path / "sheet.pdf", "theme-summary")
    assert squeezed("• “Nobody had asked.” • The bag stood by the door.") in sheet


def test_promises_are_told_without_who_made_them(tmp_path: Path) -> None:
    new_id = counted_ids(9_000)
    promises = [
        Promise(new_id(), 0, PromiseKind.OFFER, "I bring the coats", "A porter"),
        Promise(new_id(), 0, PromiseKind.REQUEST, "Two hours a week", "Ada Quill"),
        Promise(new_id(), 0, PromiseKind.OFFER, "Ask ada when you need keys", "Ada Quill"),
        Promise(new_id(), 0, PromiseKind.OFFER, " ", "Nobody"),
    ]
    programme = add_findings(blank_programme(), promises)
    text = text_of(programme, tmp_path / "report.pdf", REPORT)
    told = "2 offers, 1 request. • Offer: I bring the coats (planned) • Request: Two hours a week"
    assert squeezed(told) in text
    assert not any(word in text for word in ("porter", "Quill", "keys"))


def test_progress_is_told_in_words_and_what_is_late_says_so(tmp_path: Path) -> None:
    programme = PROGRAMMES["rich"]
    action = programme.actions[0]
    late = set_fields(programme, action.id, due=date(2026, 11, 21))
    done = set_fields(late, action.id, progress=Progress.DONE)

    assert "overdue" not in text_of(programme, tmp_path / "report.pdf", REPORT)
    told = text_of(late, tmp_path / "report.pdf", REPORT)
    assert squeezed("21 November 2026 under way, overdue") in told
    assert "overdue" not in text_of(done, tmp_path / "report.pdf", REPORT)


def test_the_next_review_is_the_first_one_that_is_still_to_come(tmp_path: Path) -> None:
    programme = PROGRAMMES["rich"]
    held = programme.reviews[0]
    new_id = counted_ids(9_000)
    more = [
        replace(held, id=new_id(), text=text, due=day, learned="")
        for text, day in (
            ("Ninety days", date(2027, 4, 30)),
            ("Sixty days", date(2027, 3, 31)),
            ("Ten days", date(2026, 11, 1)),
        )
    ]
    text = text_of(add_findings(programme, more), tmp_path / "report.pdf", REPORT)

    assert squeezed("Next review 31 March 2027: Sixty days") in text
    assert squeezed("A review is overdue: • 1 November 2026: Ten days") in text


def test_statements_without_stories_say_so(tmp_path: Path) -> None:
    programme = PROGRAMMES["rich"]
    [statement] = programme.statements
    for root in programme.grown_from(statement.id):
        programme = unlink(programme, root.id, statement.id)
    text = text_of(programme, tmp_path / "report.pdf", REPORT)

    assert squeezed("missing. not tied to stories yet") in text


def test_the_report_is_of_the_sessions_chosen(tmp_path: Path) -> None:
    programme = PROGRAMMES["rich"]
    second = programme.sessions[1]
    text = text_of(programme, tmp_path / "report.pdf", REPORT, sessions=(second.id,))

    assert squeezed("Session 2: What should be & how") in text
    assert squeezed("Session 1: Best of what is") not in text


def test_a_cycle_under_way_says_what_is_not_there_yet(tmp_path: Path) -> None:
    programme = PROGRAMMES["rich"]
    young = delete_findings(programme, [row.id for row in programme.findings()])
    text = text_of(young, tmp_path / "report.pdf", REPORT)

    assert text.count(squeezed("Nothing yet.")) == 4, "heard, dreamed, statements, actions"


def test_a_blank_report_is_a_form_to_write_on(tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    text = text_of(blank_programme(), out, REPORT)

    assert "Nothingyet." not in text
    assert len(structure(out).find("H2")) == 8


def _wide(out: Path) -> list[bool]:
    with pikepdf.open(out) as pdf:
        boxes = [[float(edge) for edge in page.mediabox] for page in pdf.pages]
    return [right - left > top - bottom for left, bottom, right, top in boxes]
