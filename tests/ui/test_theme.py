"""The look follows the tokens, the chosen theme and the text size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
)
from pytestqt.qtbot import QtBot

from aiplanner.ui import fonts
from aiplanner.ui.theme import CHOICES, Theme
from aiplanner.ui.tokens import contrast, in_force, themes


@pytest.mark.parametrize(("choice", "name"), [("light", "light"), ("dark", "dark")])
def test_a_chosen_theme_is_in_force(theme: Theme, choice: str, name: str) -> None:
    theme.choose(choice, 100)
    assert in_force() == themes()[name]


def test_high_contrast_is_in_force_when_chosen(theme: Theme) -> None:
    theme.choose("contrast", 100)
    assert in_force().name.startswith("contrast-")


def test_an_unknown_choice_follows_the_system(qapp: QApplication, theme: Theme) -> None:
    theme.choose("plaid", 100)
    assert theme.choice == "system"


@pytest.mark.parametrize("choice", CHOICES)
def test_placeholder_and_chosen_text_are_legible(
    qapp: QApplication, theme: Theme, choice: str
) -> None:
    theme.choose(choice, 100)
    palette = qapp.palette()

    def colour(role: QPalette.ColorRole) -> str:
        return palette.color(role).name()

    role = QPalette.ColorRole
    assert contrast(colour(role.PlaceholderText), colour(role.Base)) >= 4.5
    assert contrast(colour(role.HighlightedText), colour(role.Highlight)) >= 4.5


def test_text_is_set_in_the_shipped_type(qapp: QApplication, theme: Theme) -> None:
    assert QFontInfo(qapp.font()).family() == "Source Sans 3"


def test_all_roles_grow_with_the_text_size(theme: Theme) -> None:
    before = {role: fonts.points(role) for role in fonts.SCALES}
    theme.choose("light", 200)
    assert {role: fonts.points(role) for role in fonts.SCALES} == {
        role: pytest.approx(2 * size) for role, size in before.items()
    }


def test_secondary_text_is_never_below_nine_points(qapp: QApplication, theme: Theme) -> None:
    font = qapp.font()
    font.setPointSizeF(8)
    qapp.setFont(font)
    assert fonts.points("secondary") == 9


def test_a_label_on_show_takes_the_new_size(theme: Theme, qtbot: QtBot) -> None:
    words = QLabel("Programmes")
    words.setProperty("role", "title")
    qtbot.addWidget(words)
    words.show()
    small = words.sizeHint().height()
    theme.choose("light", 200)
    assert words.sizeHint().height() > 1.8 * small


def test_the_theme_tells_when_it_changes(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark", 100)


def test_the_system_asking_for_dark_is_followed(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.choose("system", 100)
    monkeypatch.setattr(theme, "_hints", _Hints())
    theme.apply()
    assert in_force() == themes()["dark"]


class _Hints:
    """A system that asks for dark."""

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
        return Qt.ColorScheme.Dark


@pytest.mark.parametrize(
    ("make", "part"),
    [
        (QCheckBox, QStyle.SubElement.SE_CheckBoxIndicator),
        (QRadioButton, QStyle.SubElement.SE_RadioButtonIndicator),
    ],
)
def test_the_box_to_tick_grows_with_its_words(
    qtbot: QtBot, theme: Theme, make: type[QCheckBox | QRadioButton], part: QStyle.SubElement
) -> None:
    edges = []
    for size in (100, 150, 200):
        theme.choose("light", size)
        box = make("Only what is not tied yet")
        qtbot.addWidget(box)
        box.ensurePolished()
        option = QStyleOptionButton()
        box.initStyleOption(option)
        edges.append(box.style().subElementRect(part, option, box).width())
    assert edges[1] == pytest.approx(1.5 * edges[0], abs=2)
    assert edges[2] == pytest.approx(2 * edges[0], abs=3)
