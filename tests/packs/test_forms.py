"""Sheets to fill in on a screen: accessible, with nothing hidden in them, and known again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from aiplanner.app.content import EXAMPLE, handouts, starter
from aiplanner.app.form_names import (
    field_name,
    field_parts,
    is_mark,
    mark_name,
    mark_of,
    template_of,
)
from aiplanner.app.form_questions import FormQuestion, question_of
from aiplanner.app.printing import PackReport
from aiplanner.app.starters import programme_from
from aiplanner.domain.cycle import Per
from aiplanner.domain.handouts import Card, CardsBlock, CardSize, Handout, is_form
from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import documents
from tests.support.form_fields import (
    Field,
    fields_of,
    widgets_of,
)
from tests.support.packs import counted_ids, rendered
from tests.support.rich_programme import blank_programme
from tests.support.tagged_pdf import Element, faults, structure
from tests.support.worst_programme import worst_programme

PROGRAMMES = {
    "blank": blank_programme(),
    "example": programme_from(starter(EXAMPLE), "", counted_ids()),
}
KEYS = tuple(one.key for one in handouts())
PRINTS = [(name, size) for name in PROGRAMMES for size in ("clear", "large")]
FORBIDDEN = {"/XFA", "/OpenAction", "/AA", "/JavaScript", "/JS", "/Launch", "/SubmitForm", "/URI"}
"""What could make a form do something by itself, or send something somewhere."""


@dataclass(frozen=True, slots=True)
class Form:
    """All handouts of a programme as forms in one file."""

    programme: Programme
    file: Path
    report: PackReport

    def fields(self, key: str) -> dict[str, Field]:
        """The fields of a handout by their question."""
        named = {one.name: one for one in _read_once(self.file) if not is_mark(one.name)}
        parts = ((field_parts(name), one) for name, one in named.items())
        return {part.question: one for part, one in parts if part and part.handout == key}


@cache
def _read_once(file: Path) -> tuple[Field, ...]:
    return tuple(fields_of(file))


Forms = Callable[[tuple[str, str]], Form]


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Forms:
    """All handouts of a programme as forms at a size, set once."""
    made: dict[tuple[str, str], Form] = {}

    def of(how: tuple[str, str]) -> Form:
        if how not in made:
            name, size = how
            out = tmp_path_factory.mktemp("forms") / "forms.pdf"
            report = rendered(PROGRAMMES[name], out, KEYS, print_size=size, fillable=True)
            made[how] = Form(PROGRAMMES[name], out, report)
        return made[how]

    return of


every_print = pytest.mark.parametrize("how", PRINTS, ids="-".join)


@every_print
def test_they_pass_the_accessibility_checks(forms: Forms, how: tuple[str, str]) -> None:
    assert faults(forms(how).file) == []


@pytest.mark.parametrize("size", ["clear", "24"])
def test_they_do_so_whatever_the_programme_says(tmp_path: Path, size: str) -> None:
    programme, out = worst_programme(), tmp_path / "worst.pdf"
    rendered(programme, out, KEYS, print_size=size, fillable=True)
    fields = [one for one in fields_of(out) if not is_mark(one.name)]

    assert faults(out) == []
    assert len(fields) > 400
    assert len({one.name for one in fields}) == len(fields)
    assert all(field_parts(one.name) and one.label.strip() for one in fields)


@every_print
def test_each_widget_belongs_to_a_form_element_and_is_printed(
    forms: Forms, how: tuple[str, str]
) -> None:
    with pikepdf.open(forms(how).file) as pdf:
        elements = dict(_form_elements(pdf.Root.StructTreeRoot.K[0]))
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        widgets = list(widgets_of(pdf))

        assert len(widgets) == len(elements) > 300
        for widget in widgets:
            assert owners[int(widget.StructParent)].objgen == elements[widget.objgen]
            assert int(widget.F) == 4
            assert str(widget.TU).strip()
        assert all(page.obj.Tabs == "/S" for page in pdf.pages if "/Annots" in page.obj)


@every_print
def test_nothing_in_them_acts_by_itself(forms: Forms, how: tuple[str, str]) -> None:
    with pikepdf.open(forms(how).file) as pdf:
        found = {
            key
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary)
            for key in thing.keys()  # noqa: SIM118  # a pikepdf dictionary
        }
        assert found & FORBIDDEN == set()
        assert "/NeedAppearances" not in pdf.Root.AcroForm


def test_each_sheet_to_write_in_is_a_form_and_no_other(forms: Forms) -> None:
    one = forms(("example", "clear"))
    asked = {handout.key for handout in handouts() if one.fields(handout.key)}

    assert asked == {handout.key for handout in handouts() if is_form(handout)}
    assert asked == {info.id for info in documents() if info.fillable}
    assert {"story-sheet", "evaluation", "self-rating", "capability-rating", "check-out"} <= asked
    assert asked & {"sign-in", "interview-tips", "ai-in-one-page"} == set()


@pytest.mark.parametrize("size", ["clear", "large"])
@pytest.mark.parametrize("handout", [h for h in handouts() if is_form(h)], ids=lambda one: one.key)
def test_whatever_a_sheet_asks_by_name_has_a_field(
    forms: Forms, handout: Handout, size: str
) -> None:
    questions = set(forms(("blank", size)).fields(handout.key))
    named = [block.ask for block in handout.blocks if getattr(block, "ask", "")]
    boxes = [box.ask for block in handout.blocks for box in getattr(block, "boxes", ())]
    cards = [card.ask for block in handout.blocks for card in getattr(block, "cards", ())]

    wanted = {*named, *filter(None, boxes), *filter(None, cards)}
    assert [ask for ask in wanted if not any(_named(ask, q) for q in questions)] == []


@pytest.mark.parametrize("how", PRINTS, ids="-".join)
def test_a_form_takes_the_pages_of_its_paper(
    forms: Forms, how: tuple[str, str], tmp_path: Path
) -> None:
    name, size = how
    paper = rendered(PROGRAMMES[name], tmp_path / "paper.pdf", KEYS, print_size=size)

    assert forms(how).report.parts == paper.parts
    assert fields_of(tmp_path / "paper.pdf") == []


def test_a_question_is_read_out_before_its_field(forms: Forms) -> None:
    part = _part(forms(("blank", "clear")), "Story sheet")
    order = [one.text.strip() or one.role for one in part.walk() if one.role in ("P", "Form")]
    asked = order.index("What happened?")

    assert order[asked : asked + 5] == [
        "What happened?",
        "Where was it, who was there, what did people do?",
        "Form",
        "What made it possible?",
        "People, ways of working, the place, what was different that day",
    ]


def test_the_field_of_a_cell_stands_in_its_cell(forms: Forms) -> None:
    part = _part(forms(("blank", "clear")), "Action plan")
    cells = [cell for row in part.find("TR")[1:] for cell in row.find("TD")]

    assert len(cells) == 4 * 5
    assert [len(cell.find("Form")) for cell in cells] == [1] * len(cells)


def test_a_screen_reader_hears_what_a_field_asks(forms: Forms) -> None:
    one = forms(("blank", "clear"))
    story, rating = one.fields("story-sheet"), one.fields("self-rating")

    assert story["happened"].label == "What happened?"
    assert story["shared"].label == "May we share it?"
    assert story["shared"].options == ("p1", "p2", "p3")
    assert rating["code"].label == "My code"
    assert rating["moment"].label == "My leadership, before and after"
    assert rating["b4-s4"].label == "Vision: I can say what we are aiming for, and I act on it."
    assert one.fields("action-plan")["actions-r1-c2"].label == "Row 1: Who"
    assert one.fields("design-elements")["elements-r3-c2"].label == (
        "Place and things: What is here already"
    )
    assert (
        one.fields("soar")["results"].label
        == "Results. How will we know that we are getting there?"
    )
    assert one.fields("promise-cards")["due"].label == "I will: By when?"


@every_print
def test_every_field_is_known_to_those_who_take_sheets_in(
    forms: Forms, how: tuple[str, str]
) -> None:
    one = forms(how)
    unknown = [
        field.name
        for handout in handouts()
        for key, field in one.fields(handout.key).items()
        if not _fits(question_of(handout, key, one.programme), field)
    ]
    assert unknown == []


def test_a_finding_has_the_same_name_wherever_it_stands(forms: Forms) -> None:
    one = forms(("example", "clear"))
    question = one.programme.questions[0]

    asked = one.fields("interview-guide")[f"q-{question.id[-8:]}"]
    assert asked.label == " ".join(question.text.split())


def test_copies_of_a_card_are_answered_one_by_one(tmp_path: Path) -> None:
    card = Card("I will", lines=3, ask="will")
    own = Handout("my-own", "Own", "", (CardsBlock(CardSize.A6, (card,), 3),), Per.PERSON, ())
    rendered(PROGRAMMES["blank"], tmp_path / "own.pdf", ("my-own",), own=(own,), fillable=True)

    names = [one.name for one in fields_of(tmp_path / "own.pdf")]
    assert names[:3] == [f"my-own/-/-/{ask}" for ask in ("will", "will-2", "will-3")]


def test_a_sheet_says_which_it_is(forms: Forms) -> None:
    one = forms(("example", "clear"))
    programme, session = one.programme, one.programme.sessions[0]
    fields = fields_of(one.file)
    marks = {one.name: mark_of(one.value) for one in fields if is_mark(one.name)}
    mark = marks[mark_name("check-out", session.id)]

    assert None not in marks.values()
    assert mark is not None
    assert (mark.programme, mark.document, mark.session) == (programme.id, "check-out", session.id)
    assert mark.revision == 3
    assert mark.item is not None
    assert programme.rows[mark.item]
    assert {mark.document for mark in marks.values() if mark} == {
        handout.key for handout in handouts() if is_form(handout)
    }


def test_the_mark_tells_whether_the_fields_are_those_it_was_made_for(forms: Forms) -> None:
    one = forms(("example", "clear"))
    for mark in (mark_of(f.value) for f in fields_of(one.file) if is_mark(f.name)):
        assert mark is not None
        start = field_name(mark.document, mark.session, mark.item, "x")[:-1]
        own = [f for f in fields_of(one.file) if f.name.startswith(start)]

        assert template_of((f.name, f.kind, f.options) for f in own) == mark.template
        assert template_of((f.name, f.kind, f.options) for f in own[1:]) != mark.template


def test_one_cannot_write_in_the_mark(forms: Forms) -> None:
    with pikepdf.open(forms(("example", "clear")).file) as pdf:
        marks = [one for one in pdf.Root.AcroForm.Fields if is_mark(str(one.T))]

        assert marks
        for mark in marks:
            assert int(mark.Ff) & 1
            assert "/Rect" not in mark


def test_fields_that_look_alike_are_drawn_apart(tmp_path: Path) -> None:
    out = tmp_path / "form.pdf"
    rendered(PROGRAMMES["blank"], out, ("check-out",), fillable=True)
    with pikepdf.open(out) as pdf:
        looks = [one.AP.N.objgen for one in widgets_of(pdf)]

    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("size", ["clear", "large"])
def test_no_field_lies_on_another_or_off_its_page(forms: Forms, size: str) -> None:
    with pikepdf.open(forms(("example", size)).file) as pdf:
        for page in pdf.pages:
            _x, _y, width, height = map(float, page.mediabox)
            boxes = [
                tuple(map(float, one.Rect))
                for one in page.obj.get("/Annots", [])
                if one.Subtype == "/Widget"
            ]
            for n, (left, bottom, right, top) in enumerate(boxes):
                assert 14 <= left < right <= width - 14
                assert 14 <= bottom < top <= height - 14
                assert top - bottom > 9
                assert not any(_overlap(boxes[n], other) for other in boxes[n + 1 :])


def _fits(question: FormQuestion | None, field: Field) -> bool:
    """Whether a field is what those who take sheets in expect of its name."""
    if question is None or question.kind != field.kind:
        return False
    return field.kind != "choice" or set(question.points) == set(field.options)


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _named(ask: str, question: str) -> bool:
    return question == ask or question.startswith(f"{ask}-")


def _part(form: Form, title: str) -> Element:
    return next(one for one in structure(form.file).find("Part") if one.attributes["T"] == title)


def _form_elements(node: Any) -> Iterator[tuple[Any, Any]]:
    """The Form elements below a node, by the widget that each holds."""
    for kid in node.get("/K", []):
        if not isinstance(kid, pikepdf.Dictionary):
            continue
        if kid.get("/Type") == "/OBJR" and node.S == "/Form":
            yield kid.Obj.objgen, node.objgen
        elif "/S" in kid:
            yield from _form_elements(kid)
