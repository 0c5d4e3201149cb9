"""Say that a mistake is ours, that the work is kept, and give words to pass on if one wishes."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.frame import DialogFrame
from aiplanner.ui.errors import report_text
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import Button, button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.text_area import TextArea

_FILLS = QSizePolicy.Policy.Expanding


def system_text() -> str:
    """The system a report comes from; nothing of the user's."""
    return f"{platform.platform()}, Qt {qVersion()}, {QGuiApplication.platformName()}"


class ProblemReport(DialogFrame):
    """The report stays on this computer: it is shown, kept in a file, and copied when asked."""

    def __init__(self, parent: QWidget | None, error: BaseException, kept: Path | None) -> None:
        super().__init__(
            parent,
            _("Something went wrong in aiplanner"),
            _(
                "The fault is ours, not yours. Your programme is still here and goes on being "
                "saved; you can work on. Nothing was sent anywhere."
            ),
            width=560,
        )
        self._text = report_text(error, system_text())
        self.details = TextArea(_("Details for the report"), least=4, most=10)
        self.details.setSizePolicy(_FILLS, _FILLS)
        self.details.setPlainText(self._text)
        self.details.setReadOnly(True)
        self.details.hide()
        self._shows = button(_("Details for the report"), self._show_details, "link")
        where = _("If you tell us about it, the report helps. It was kept in {file}.")
        advice = _("If you tell us about it, the report helps.")
        said = where.format(file=kept) if kept is not None else advice
        self.body.addWidget(label(said, "quiet", wrap=True))
        self.body.addWidget(self._shows)
        self.body.addWidget(self.details, 1)
        self.copy_button: Button = button(_("Copy the report"), self._copy, icon="copy")
        self.add_answer(self.copy_button)
        self.go_on = button(_("Work on"), self.accept, "primary")
        self.add_answer(self.go_on)
        self.go_on.setFocus()

    def _show_details(self) -> None:
        self.details.show()
        self._shows.hide()
        self.details.setFocus()
        self.fit_screen()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.copy_button.setText(_("Copied"))
        announce(self, _("Copied"))
