"""What people type reaches the page as they meant it, or is told of."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.packs.paragraphs import TaggedParagraph
from aiplanner.packs.styles import Print, styles
from aiplanner.packs.text import MISSING, Gate, Markup, cleaned


def test_markup_of_a_person_is_printed_and_not_obeyed() -> None:
    gate = Gate()

    assert gate("R&D <team>") == "R&amp;D &lt;team&gt;"
    assert gate("<img src='/etc/passwd'>") == "&lt;img src='/etc/passwd'&gt;"
    assert gate("{{ title }} {0} %s") == "{{ title }} {0} %s"


def test_what_cannot_be_printed_is_dropped_and_lines_are_kept() -> None:
    text = "a\x00b\ud800c\u200d\ufe0f\u202ed\r\ne\u2028f\tg"

    assert cleaned(text) == "abcd\ne\nf\tg"
    assert Gate()(text) == "abcd<br/>e<br/>f g"


def test_text_is_composed() -> None:
    assert cleaned(unicodedata.normalize("NFD", "Łódź è")) == "Łódź è"


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("مرحبا", "Pack-Wide"),
        ("🌱", "Pack-Emoji"),
        ("किताब", "Pack-Devanagari"),
        ("ਮੇਰਾ", "Pack-Gurmukhi"),
    ],
)
def test_other_scripts_are_set_in_a_face_that_has_them(text: str, face: str) -> None:
    gate = Gate()

    assert gate(text) == f'<font name="{face}">{text}</font>'
    assert not gate.missing


@pytest.mark.parametrize(
    "text", ["Łódź", "Ласкаво просимо", "Fàilte", "Καλημέρα", "“≥ 5 × 3” – 10 €"]
)
def test_our_own_face_sets_european_scripts(text: str) -> None:
    assert Gate()(text) == text


def test_a_character_that_no_face_has_is_shown_as_missing_and_named() -> None:
    gate = Gate()

    assert gate("a 漢 b") == f"a {MISSING} b"
    assert set(gate.missing) == {"漢"}


def test_words_from_right_to_left_are_told_of() -> None:
    gate = Gate()
    gate("Amal أمل")

    assert set(gate.reversed) == {"أمل"}


def test_fields_of_a_template_pass_the_gate_and_the_template_does_not() -> None:
    gate = Gate()

    assert (
        gate.fill("<b>{name}</b> {words}", name="A<b>", words="{name}")
        == "<b>A&lt;b&gt;</b> {name}"
    )
    assert gate.join(["a&b", "", "c"], " · ") == "a&amp;b · c"
    assert gate.link("x<y", 'https://e.org/?a="1"&b=2') == (
        "<a href='https://e.org/?a=\"1\"&amp;b=2'>x&lt;y</a>"
    )


def test_a_paragraph_takes_nothing_that_has_not_passed() -> None:
    with pytest.raises(TypeError, match="gate"):
        TaggedParagraph("raw", styles(Print.CLEAR).body)


@given(st.text())
def test_any_text_becomes_a_paragraph(text: str) -> None:
    gate = Gate()
    markup = gate(text)
    TaggedParagraph(markup, styles(Print.CLEAR).body).wrap(200, 10_000)

    assert gate(markup) is markup
    assert isinstance(markup, Markup)
