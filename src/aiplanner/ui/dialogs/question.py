"""Ask before something that cannot be undone, or when only the user knows the answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.labels import label

Answer = tuple[str, Callable[[], object]]


class Question(DialogFrame):
    """A heading, a sentence and its answers; leaving it (Esc) does nothing."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        sentence: str,
        answers: tuple[Answer, ...],
        *,
        danger: bool = False,
    ) -> None:
        super().__init__(parent, title, width=448)
        self.setAccessibleDescription(sentence)
        self.body.addWidget(label(sentence, wrap=True))
        self.leave = button(_("Cancel"), self.reject)
        self.add_answer(self.leave)
        for n, (text, do) in enumerate(answers):
            last = n == len(answers) - 1
            role = ("danger" if danger else "primary") if last else ""
            self.add_answer(button(text, self._answering(do), role))
        self.leave.setFocus()

    def _answering(self, do: Callable[[], object]) -> Callable[[], object]:
        def answer() -> None:
            self.accept()
            do()

        return answer


def ask(
    parent: QWidget, title: str, sentence: str, *answers: Answer, danger: bool = False
) -> Question:
    """Put a question over its window and go on; the answer comes when it comes."""
    question = Question(parent, title, sentence, answers, danger=danger)
    question.open()
    return question
