"""Put the rooms together and open the window; the only module that knows Qt, store and packs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

# SQLAlchemy comes in before PySide6, whose import hook reads the source of all that follow it.
from aiplanner.store.engine import open_library

# isort: split
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from aiplanner.app.library import tidy
from aiplanner.app.ports import Library, WorldError
from aiplanner.i18n import gettext as _
from aiplanner.places import keep_report, library_place
from aiplanner.ui.clipboard import leave_text
from aiplanner.ui.dialogs.problem_report import ProblemReport, system_text
from aiplanner.ui.dialogs.question import Question
from aiplanner.ui.errors import Mishaps, report_text, sentence
from aiplanner.ui.jobs import Jobs
from aiplanner.ui.page_table import load_pages
from aiplanner.ui.services import Services
from aiplanner.ui.settings import Settings
from aiplanner.ui.theme import Theme
from aiplanner.ui.windows import Windows

if TYPE_CHECKING:
    from aiplanner.app.printing import DocumentInfo
    from aiplanner.domain.handouts import Handout

_AFTER_START_MS = 3_000
"""What can wait waits until the window has been on the screen for a while."""


def window(arguments: Sequence[str]) -> int:
    """Run the program with a window until the last one is closed; its exit status."""
    chosen = _parser().parse_args(arguments)
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication), "a program with windows has a QApplication"
    app.setApplicationName("aiplanner")
    app.setDesktopFileName("aiplanner")
    app.setQuitOnLastWindowClosed(False)  # Windows decides, once everything is stored
    settings = Settings()
    theme = Theme(app, settings.theme, settings.text_size)
    mishaps = Mishaps(lambda error: _report(error, mishaps))
    mishaps.install()
    try:
        library = _library(library_place(chosen.library))
        return 1 if library is None else _run(app, library, settings, theme, chosen.file)
    finally:
        mishaps.remove()


def _run(
    app: QApplication, library: Library, settings: Settings, theme: Theme, file: Path | None
) -> int:
    jobs = Jobs()
    windows = Windows(services_for(library, jobs, settings), theme)
    windows.open(file)
    QTimer.singleShot(_AFTER_START_MS, app, lambda: _tidy(jobs, library))
    QTimer.singleShot(_AFTER_START_MS, app, load_pages)
    QTimer.singleShot(_AFTER_START_MS, app, _documents)
    try:
        return app.exec()
    finally:
        leave_text()
        jobs.close()
        library.close()


def services_for(library: Library, jobs: Jobs, settings: Settings) -> Services:
    """What the windows get, with the rooms that they may not see put in."""
    return Services(
        library=library,
        jobs=jobs,
        settings=settings,
        worker_command=_worker_command(),
        documents=_documents,
    )


def _documents(own: tuple[Handout, ...] = ()) -> tuple[DocumentInfo, ...]:
    from aiplanner.packs.catalogue import documents  # noqa: PLC0415 - not before it is used

    return documents(own)


def _library(place: str) -> Library | None:
    """The library, asking as often as the user wants to try again; None to leave it."""
    while True:
        try:
            return open_library(place)
        except WorldError as error:
            if not _wants_another_try(sentence(error)):
                return None


def _wants_another_try(said: str) -> bool:
    """Nothing can be done without a library, so here alone the program waits for an answer."""
    again: list[bool] = []
    title = _("The library cannot be opened")
    answers = ((_("Try again"), lambda: again.append(True)), (_("Close"), lambda: None))
    Question(None, title, said, answers).exec()
    return bool(again)


def _tidy(jobs: Jobs, library: Library) -> None:
    now = datetime.now(UTC)
    # A library that refuses now is told about when the user needs it.
    jobs.start(lambda _ticket: tidy(library, now), lambda _none: None, lambda _error: None)


def _report(error: BaseException, mishaps: Mishaps) -> None:
    report = ProblemReport(
        QApplication.activeWindow(), error, keep_report(report_text(error, system_text()))
    )
    report.finished.connect(mishaps.answered)
    report.finished.connect(report.deleteLater)
    report.open()


def _worker_command() -> tuple[str, ...]:
    if getattr(sys, "frozen", False):
        return (sys.executable, "--worker")
    return (sys.executable, "-P", "-m", "aiplanner", "--worker")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="aiplanner")
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--library", metavar="URL")
    return parser
